"""Workbooks and sheets: .xlsx, .xlsm, .xls, .ods.

- sheet.py         what a sheet holds: its rows, merged cells, what is hidden
- values.py        an hour, a date or a number as its cell shows it
- workbook.py      .xlsx, .xlsm: its sheets
- styles.py        how its cells are drawn
- workbook_97.py   .xls
- records_97.py    the records that it is made of
- open_sheet.py    .ods
- xml_stream.py    XML read while it unpacks
"""
