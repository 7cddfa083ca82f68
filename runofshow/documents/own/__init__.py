"""Our own papers read back: what `print` wrote and people edited, in any office program.

- said.py      what such a paper says: a tree of fields as an agenda file has them, each with its place
- reading.py   a file as one of ours, and the agenda that it makes
- workbook/    the workbook that people edit
- script/      the printed script

Nothing is guessed here but the kind of a row that is new and names none. What a paper of ours does not hold
is not said, and what it holds and cannot be read is a complaint with its place.
"""
