"""The first screen: what a double click opens. It gives back what was chosen, and starts nothing itself.

- wishes.py    what may be wished for, and which key wishes it
- menu.py      rows of wishes as a picture; board.py the one that is chosen
- app.py       the window: the wishes, then what an agenda is opened for
- listing.py   files that may be opened, finder.py the list of them, typed_path.py a path that was typed
"""
