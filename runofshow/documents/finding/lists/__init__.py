"""A programme that stands in a list.

- listing.py       the lines of a list as entries, with their levels
- pieces.py        a line taken apart, and lines that are several or one
- attached.py      what a line tells of the entry above it
- structure.py     sections, parts, and who shares the time of a slot
- marks.py         numbers and bullets
"""
