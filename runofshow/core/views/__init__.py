"""What each role sees, as values whose fields are the wire: one spelling for hall, screens and programs.

roles.py has the view of each role, which head.py, items.py, rounds.py, people.py, sound.py, ways.py and
proposals.py make up; playing.py is the part of a player away. fields.py knows what moves by itself, kept.py
keeps a row's view that is as it was.
"""
