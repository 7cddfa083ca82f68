"""A sheet as a Word file, which LibreOffice and WPS open too.

- file.py      the whole file: its page, its properties, its blocks in their order
- styles.py    a style of Word's for each sort of paragraph, and the type
- text.py      paragraphs and runs, and the short lines under some
- tables.py    tables and columns side by side
- pictures.py  the pictures of a chart
- margins.py   heads and feet of pages, and those of pages with labels of their own
- unseen.py    names of rows, and a text that belongs to the file
- marks.py     the XML of all that, as text that is parsed once

Word keeps what it is told: rows are not torn (`cantSplit`), the head of a table comes again (`tblHeader`),
a heading stays with what follows (`keepNext`). Widths are fixed: every office program lays it out alike.
"""
