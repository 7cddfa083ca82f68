"""Printed pages: .pdf.

- file.py          .pdf: its pages as one text
- page.py          the words and rules of one page
- streams.py       how much it unpacks to, before it is read
- letterhead.py    who writes, and the state's name beside
- over_pages.py    what goes on over a page of it is one
- laid_out.py      words at places as lines and paragraphs
- ruled_tables.py  rules on a page as tables
- column_tables.py tables without rules, by their hours and gutters
"""
