"""Word's own form since 2007: .docx, .docm, .dotx.

- package.py       .docx, .docm: what belongs together in the file
- body.py          its paragraphs and tables
- lines.py         one paragraph of it
- styles.py        its styles
- lists.py         its automatic numbers
"""
