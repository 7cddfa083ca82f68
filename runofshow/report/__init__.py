"""The report on a show: planned against actual, for people and for programs.

- reckoning/   what it says, as values: where the time went, incidents, awards, answers
- account.py   what a report is made of: the history, the hall's zone, the words; and the cells of its tables
- section.py   one subject of it, on whatever paper it stands; notation.py writes moments and lengths
- summary.py   the figures of the whole, and who was there
- chapters.py  what is told in chapters of its own: results with awards.py, decisions.py and people.py,
               incidents and the balance of time (faults.py), lessons (advice.py), duties
- chart.py     plan against actual as a picture
- annex.py     the tables, in their order: items.py, takes.py, links.py, answers.py, cues.py, record.py
- papers.py    which papers there are: overview.py for screens and spreadsheets, the summary first; result.py
               the result report, meeting.py the minutes on lessons, in the official frame of frame.py;
               lists.py who has their award and who has not
- figures.py   the history as JSON, with outcome_figures.py

Papers are drawn by runofshow.paper. Nothing here asks the time or writes a file.
"""

from __future__ import annotations

from runofshow.report.account import Account
from runofshow.report.figures import as_figures
from runofshow.report.overview import overview
from runofshow.report.papers import Kind, paper_for

__all__ = ["Account", "Kind", "as_figures", "overview", "paper_for"]
