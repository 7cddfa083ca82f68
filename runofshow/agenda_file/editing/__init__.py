"""An agenda's text changed where it stands: what is not touched stays as it was, line for line.

- written.py      the text and where everything stands in it
- spans.py        from where to where a thing stands, with the comments that are about it
- rendering.py    values as YAML, in blocks and in braces
- splicing.py     a value set or taken out, an element put in or cut, as splices of the text
- edits.py        the edits, each read back and compared with what it was to be
- programme.py    what a planner does with items: nest, split, join, order; sessions, awards, guesses
- taking.py       what a newer plan changes (agenda_file/revision.py), as far as a person accepts it
- marking.py      a duty marked as done; durations.py the lengths of items
- blank.py        a new agenda
- opening.py      the bytes of a file as text and back; saving.py onto the disk, never half
"""
