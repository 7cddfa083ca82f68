"""The planner's desk: a whole agenda made and mended on one screen, without its YAML being seen.

- history.py      the text as it was after each step, for undo and redo, and what is on the disk
- things.py       the lines of the outline: title page, sessions, items, tracks, duties
- slots.py        the fields of a thing, slot_sorts.py how each is asked; answering.py what an answer changes,
                  people.py those honoured as lines, pasted_people.py as rows of a sheet
- checking.py     what check says of the text, found in a thread beside
- drawing         outline_pane.py at the left, field_pane.py at the right, check_pane.py below, all of it by
                  screen.py
- keys.py         what a key asks for here, help.py what they are
- board.py        what is chosen and drawn; planner.py what is done, asking.py a field asked, making.py what
                  is new; app.py the window
- the file        shelf.py where it is, keeping.py saved and taken up again
- dialogs         entry.py a field written where it stands
"""
