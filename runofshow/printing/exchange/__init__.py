"""Which pages of a paper to exchange in people's hands when the plan has changed.

- holding.py    what people hold: the pages of a paper, as they were printed
- comparing.py  a newer paper held against it: pages to exchange, to add, to withdraw, and what became of rows
- laying.py     the newer paper on pages with the old borders
- matching.py   which row is which; marking.py what is other in it
"""
