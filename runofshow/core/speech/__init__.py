"""The speech clock: where whoever reads a text aloud should be by now.

- syllables.py   how many syllables a text has when it is read aloud
- script.py      a text as the agenda keeps it: its passages, each with its syllables and its page
- pace.py        how fast who reads what, and what takes of it teach
- readers.py     whose pace the records of earlier shows have taught
- clock.py       the passage that should be read at a moment, of a speech and of the MC's own words
"""
