"""What a printed script of ours says, as .docx, with what people changed in it.

- whole.py    all of it, and what such a paper carries
- head.py     what stands above and below its table
- table.py    its table as sessions and rows
- rows.py     a row as an item: title, hours, words, what stands under a title
- order.py    how rows stand to each other: parts, hours that follow, numbers
- cues.py     the lines of a cell as cues
- phrases.py  the phrases of our papers, read the other way round
"""
