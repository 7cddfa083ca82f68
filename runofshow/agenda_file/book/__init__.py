"""An agenda as the sheets of a workbook that people edit: what stands in which column, and how.

- columns.py   the sheets and their columns, one for each field of the form
- choices.py   what is chosen from a list, in words and as the file has it
- cells.py     a value of the file as one of a cell, and back
- keys.py      what the hidden column keeps of a row, so that it is known again wherever it was moved

It is written by printing/book.py and read by documents/own/; both know a sheet only from here.
"""
