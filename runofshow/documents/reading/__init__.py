"""A file of any form as a Document. Each reader gives lines and tables in their order, and judges nothing.

- opening.py       a file, or pasted text, handed to its reader
- forms.py         which form a file has, by what stands in it
- failure.py       why a file cannot be read: one clear sentence
- archive.py       a zip that is looked at before it is unpacked, and XML that cannot grow or call out
- plain.py         text with plain blanks
- glyphs.py        signs of Wingdings and Symbol as letters
- word.py          .docx, .docm: what belongs together in the file
- word_body.py     its paragraphs and tables
- word_lines.py    one paragraph of it
- word_styles.py   its styles
- word_lists.py    its automatic numbers
- plain_text.py    plain and pasted text, and Markdown
- drawn_tables.py  the tables that plain text draws
- markup.py        marks of Markdown and stray tags, taken off
- csv_file.py      a sheet saved as text
- grid.py          cells of plain text as a table
- decoding.py      bytes as text, whatever the encoding
- letters.py       letters of old fonts as today's: TCVN3, VNI, marks that stand apart
- syllables.py     whether a word is spelt as Vietnamese
- open_text.py     .odt, .fodt
- open_styles.py   its styles and lists
- look.py          how text looks, by styles that stand on others
- numbering.py     how the numbers of a list are counted and drawn
- seen.py          what was met beside the words: changes, macros, pictures
"""
