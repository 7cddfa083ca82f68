"""What a plan says beside its programme.

- facts.py         what the document says of the conference beside its programme
- plan_text.py     the lines of a plan outside its programme, with their labels
- titles.py        what the conference is called
- organisers.py    who holds it
- venues.py        where
- dates.py         when, or in which period
- counts.py        how many come, who chairs, and hard facts such as the number of papers
- duties.py        who is to do what, and by when
- noticing.py      what a careful reader asks of the whole
"""
