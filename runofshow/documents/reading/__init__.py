"""A file of any form as a Document. Each reader gives lines and tables in their order, and judges nothing.

- opening.py       a file, or pasted text, handed to its reader
- forms.py         which form a file has, by what stands in it
- glyphs.py        signs of Wingdings and Symbol as letters
- peer.py          a project of Ontime, the leading peer
- letters.py       letters of old fonts as today's: TCVN3, VNI, marks that stand apart
- open_tables.py   tables that are read from a stream of cells
- edges.py         a table whose rows say where the edges of their cells stand
- placing.py       places for what was read without them
- look.py          how text looks, by styles that stand on others
- numbering.py     how the numbers of a list are counted and drawn
- seen.py          what was met beside the words: changes, macros, pictures
- word/ word97/    Word's own forms; open/ and rich/ those of others
- sheets/          workbooks of every form
- pdf/             printed pages
- saved_page/      pages of the web
- pasted/          plain and pasted text, Markdown, sheets saved as text
"""
