"""Rich Text: .rtf.

- text.py          .rtf
- words.py         the words of it that stand for letters, or for nothing
- tables.py        its tables
"""
