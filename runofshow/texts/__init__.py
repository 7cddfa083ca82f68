"""Every phrase people read, in Vietnamese and English: a file for each subject, a typed set for each language.

- every window   running.py a show that runs, counts.py, roles.py, alarms.py, refusals.py, questions.py,
                  timecode.py
- the console    console.py, keys.py, forms.py, sound.py, joining.py, newer_plan.py, awards.py award rounds,
                 people.py who is looked for, recovery.py the ways back, proposals.py what agents would change,
                 calls.py the log, takes.py
- the desk       desk.py, and fields.py what the fields of an agenda are called, there and in the workbook
- the beginning  first.py the first screen
- screens        pages/ in a browser, screen.py in a terminal, turned_away.py
- commands       arguments.py what may be typed, cli.py, check.py and complaints/ an agenda, duties.py, kinds.py,
                 learning.py, journal.py, doctor.py, report.py
- paper          printing.py what people hold, award_papers.py of a round, exchange.py the pages to exchange of it,
                 book.py the workbook that the office edits, letterhead.py an official head, outcome.py what came
                 of a show, official.py its result report
- the plan       assumed.py what stands where it is silent, documents.py an office's file that is imported,
                 revisions.py what a newer one changes
"""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Vietnamese is the first language; English is whole too."""

    VI = "vi"
    EN = "en"
