"""What a line of a programme says: its act, its words, its person.

- kinds.py         what a line of a programme is, by the words it has
- acts.py          the words that name an act, by kind (acts.json)
- phrases.py       phrases found in a line whatever became of its tones
- labels.py        a line's words without its bullet, number, length and closing punctuation
- presenters.py    who does it: the subject of the sentence, or the cell beside (people.json)
"""
