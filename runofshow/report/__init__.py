"""The report on a show: planned against actual, for people and for programs.

`as_markdown` (markdown.py) and `as_page` (page.py, HTML) draw the same sheet: sheet.py is its form,
contents.py fills it, with the lines of tables.py, the sums of digest.py and the writing of notation.py.
`as_figures` (figures.py) is the history as JSON. Each takes the history, the time zone of the hall, and
(where people read) the phrases of a language. Nothing here asks the time or writes a file.
"""

from __future__ import annotations

from runofshow.report.figures import as_figures
from runofshow.report.markdown import as_markdown
from runofshow.report.page import as_page

__all__ = ["as_figures", "as_markdown", "as_page"]
