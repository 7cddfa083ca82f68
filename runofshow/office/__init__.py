"""What office files are made of: text of any encoding, zips that cannot grow, sheets of cells.

- failure.py     why a file cannot be read: one clear sentence
- decoding.py    bytes as text, whatever the encoding; syllables.py whether a word is spelt as Vietnamese
- plain.py       text with plain blanks
- file_bytes.py  the bytes of a file, as far as a bound
- reading_copy.py  the paragraphs and pages of a text that is read aloud, from .docx or plain text
- csv_rows.py    the rows of a sheet saved as text
- archive.py     a zip that is looked at before it is unpacked, and XML that cannot grow or call out
- xml_stream.py  XML read while it unpacks
- workbook.py    .xlsx, .xlsm: its sheets; sheet.py what a sheet holds, values.py an hour, a date or a number
                 as its cell shows it, styles.py how cells are drawn
"""
