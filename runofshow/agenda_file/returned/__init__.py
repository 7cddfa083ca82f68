"""What a paper of ours changes in the agenda in use, when people have edited it and it comes back.

Rows are matched by the ids that the paper kept, and by their words where it lost them.

- rows.py      an agenda as lists of rows with their ids
- pairing.py   which row of the one is which of the other
- changes.py   what differs, change by change
- telling.py   a change in words
- taking.py    the changes a person accepted, as edits of the agenda's text
- people.py    those of who is honoured, and of batches that the text only counts
"""
