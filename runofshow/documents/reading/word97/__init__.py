"""Word's form of before: .doc.

- text.py          .doc: its paragraphs and tables
- file.py          its streams, its head and the pieces of its text
- looks.py         how its text looks
- lists.py         its automatic numbers
"""
