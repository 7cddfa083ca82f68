"""Every phrase people read, in Vietnamese and English: a file for each subject, a typed set for each language.

- every window   running.py a show that runs, counts.py, roles.py, alarms.py, refusals.py, questions.py
- the console    console.py, keys.py, forms.py, sound.py, joining.py, newer_plan.py,
                 awards.py award rounds, calls.py the log, takes.py
- screens        pages/ in a browser, screen.py in a terminal, turned_away.py
- commands       cli.py, check.py and complaints/ an agenda, duties.py, kinds.py, journal.py, doctor.py, report.py
- paper          printing.py what people hold, exchange.py the pages to exchange of it, book.py the workbook that the office edits, outcome.py what came
                 of a show
- the plan       assumed.py what stands where it is silent, documents.py an office's file that is imported,
                 revisions.py what a newer one changes
"""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Vietnamese is the first language; English is whole too."""

    VI = "vi"
    EN = "en"
