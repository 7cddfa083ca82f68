"""Paper: the one description of a sheet that people hold, and what draws it into files.

- sheet.py      what stands on a paper: paragraphs, tables, a letterhead; values, without a file's form
- kept.py       what a script keeps unseen so that it can come back as its agenda
- plain.py      what is let through of other people's text
- letterhead.py the head of an official paper, and what organiser and basis tell of it
- measures.py   the sizes of an official paper: A4, margins, type
- pages.py      where each page begins, the same in every form of file
- heights.py    how high things stand there; lines.py how wide text is, by type_widths.py
- torn.py       what is higher than a page, in two
- codes.py      what a scanner reads, as a picture
- chart/        plan against actual as a picture
- word/         a sheet as .docx
- page.py       a sheet as .html that prints alike and reads on a phone, with page.css
- typeset.py    a sheet as .pdf by typst, with page.typ; faces.py which of the machine's type it is set in
- printed.py    a page as .pdf by the printer of a browser, where typst is not installed
- markdown.py   a sheet as Markdown
- workbook.py   a sheet as .xlsx, with real hours and lengths; divided.py what stands on which of its sheets,
                leaf.py one of them with its pages,
                row_heights.py how high its rows are, excel_values.py what it holds of a value
- book.py       a workbook that people edit, with drop-downs; book_file.py as .xlsx

What is on which paper is not known here. Libraries are imported when a file is written, never before.
"""
