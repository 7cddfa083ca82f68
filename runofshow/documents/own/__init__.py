"""Our own papers read back: what `print` wrote and people edited, in any office program.

- said.py      what such a paper says: a tree of fields as an agenda file has them, each with its place
- reading.py   a file as one of ours, and the agenda that it makes
- workbook.py  what a workbook says; grid.py its sheets as rows of named cells, cells.py their values,
               order.py the running order, and which of its items other sheets mean

Nothing is guessed here: what a paper of ours does not hold is not said, and what it holds and cannot be read
is a complaint with its place.
"""
