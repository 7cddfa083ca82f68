"""Open Document texts: .odt, .fodt.

- text.py          .odt, .fodt
- styles.py        its styles and lists
"""
