"""Plain and pasted text, Markdown, and sheets saved as text.

- text.py          plain and pasted text, and Markdown
- drawn_tables.py  the tables that plain text draws
- markup.py        marks of Markdown and stray tags, taken off
- csv_file.py      a sheet saved as text
- grid.py          cells of plain text as a table
"""
