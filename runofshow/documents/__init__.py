"""A plan as the office has it, read into a draft of an agenda. Nothing of a file is run or fetched.

- reading/         a file of any form as a Document
- document.py      what a file says: lines and tables in their order, each with its place
- finding/         a Document as a Draft: where the programme stands, and what it says
- draft.py         the draft, as `import --json` prints it: what was read, and what was guessed
- own/            our own papers read back, exactly: what they say, field by field
- doubt.py         what a person has to look at, with its place; places.py, saying.py in words
- agenda_text.py   the draft as an agenda file, every guess and doubt marked in it

Only `import` and `plan` load this room, and each kind of file loads its own library.
"""
