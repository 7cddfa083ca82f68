"""The workbook that people edit (printing/book.py), read back cell by cell.

- whole.py   what a workbook says
- grid.py    its sheets as rows of named cells, wherever programs and people have put them
- cells.py   the cells as fields: values with their places, and what cannot be read
- honoured.py  who receives an award: each row as somebody, whoever has sorted or pasted them
- order.py   the running order, and which of its items other sheets mean
"""
