"""A Document as a Draft: where the programme stands among the rest, and what it says.

- find.py          the whole way: document in, draft out
- programme.py     where the programme stands, and which one of several
- kinds.py         what a line of a programme is, by the words it has
- acts.py          the words that name an act, by kind (acts.json)
- phrases.py       phrases found in a line whatever became of its tones
- labels.py        a line's words without its bullet, number, length and closing punctuation
- presenters.py    who does it: the subject of the sentence, or the cell beside (people.json)
- facts.py         what the document says of the conference beside its programme
"""
