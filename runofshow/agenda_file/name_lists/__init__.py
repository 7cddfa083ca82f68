"""The list of names that stands beside an agenda, as the office made it: .csv or a workbook.

- heads.py     what the head of a column means
- list_file.py the file as rows of cells, or why it gives none
- foot.py      which rows below the names are nobody
- people.py    each row as somebody who is honoured, and what is doubtful about it
- taking.py    an agenda's form with the names of its lists in it
"""
