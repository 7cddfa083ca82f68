"""A programme that stands in a table.

- columns.py       what each column of a table is
- rows.py          the rows of a table as entries
- row_cells.py     what one row says in the columns of a use
- lengths.py       what a cell of a column of lengths says
- wide_rows.py     rows whose only words stand across the table
- cell_per_line.py a table that was pasted one cell a line
- cell_lines.py    what the lines of one cell are
"""
