"""Our own papers read back: what `print` wrote and people edited, in any office program.

- said.py   what such a paper says: a tree of fields as an agenda file has them, each with its place

Nothing is guessed here: what a paper of ours does not hold is not said, and what it holds and cannot be read
is a complaint with its place.
"""
