"""Workbooks and sheets: .xlsx, .xlsm, .xls, .ods.

- part.py          a sheet, of .xlsx and .xlsm too, as a part of a document
- workbook_97.py   .xls
- records_97.py    the records that it is made of
- open_sheet.py    .ods
"""
