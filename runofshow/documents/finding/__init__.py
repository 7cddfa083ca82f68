"""A Document as a Draft: where the programme stands among the rest, and what it says.

- find.py          the whole way: document in, draft out
- programme.py     where the programmes stand
- choosing.py      which of several programmes is meant
- extent.py        the heading of a programme, and how far it goes
- cards.py         the cards of a web page, each with its time beneath its heading
- entry.py         one line on its way to an item
- wording.py       the words that tell a programme from the lists beside it
- tables/ lists/   the two ways in which a programme is laid out, each to entries
- times/           hours and days
- words/           what a line says: its act, its words, its person
- honoured.py      the lists of those honoured, each in its award; name_lines.py those that stand line by line
- head/            what a plan says beside its programme
"""
