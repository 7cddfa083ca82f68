"""A Document as a Draft: where the programme stands among the rest, and what it says.

- find.py          the whole way: document in, draft out
- programme.py     where the programmes stand, and which one is meant
- extent.py        the heading of a programme, and how far it goes
- columns.py       what each column of a table is
- table_rows.py    the rows of a table as entries
- cell_per_line.py a table that was pasted one cell a line
- cell_lines.py    what the lines of one cell are
- listing.py       the lines of a list as entries, with their levels
- structure.py     sections, parts, and who shares the time of a slot
- entry.py         one line on its way to an item
- hours.py         clock times and lengths as people write them
- day_headings.py  a day, or a half of it
- running_clock.py hours that go up within a day
- marks.py         numbers and bullets
- wording.py       the words that tell a programme from the lists beside it
- kinds.py         what a line of a programme is, by the words it has
- acts.py          the words that name an act, by kind (acts.json)
- phrases.py       phrases found in a line whatever became of its tones
- labels.py        a line's words without its bullet, number, length and closing punctuation
- presenters.py    who does it: the subject of the sentence, or the cell beside (people.json)
- facts.py         what the document says of the conference beside its programme
"""
