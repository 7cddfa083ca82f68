"""What the report says, as values reckoned from a history; the papers put them into words.

- digest.py       the sums of a show, and how punctual its cues were
- ledger.py       where the time went: the shares of each session's lateness, which add up to it
- incidents.py    what cost time or went wrong, in its order, each once
- handed_over.py  the awards, and their sums by form; fates.py what became of each recipient
- hands.py        each role's cues and answers
- lessons.py      what the record suggests for the next time
"""
