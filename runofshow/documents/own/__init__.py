"""Our own papers read back: what `print` wrote and people edited, in any office program.

- said.py      what such a paper says: a tree of fields as an agenda file has them, each with its place
- reading.py   a file as one of ours, and the agenda that it makes
- workbook/    the workbook that people edit
- script.py    what a script says, as .docx; script_table.py its sessions and rows, script_rows.py rows as
               items, script_order.py how they stand to each other, script_cues.py the lines of cues,
               script_head.py what stands above and below, phrases.py our phrases read the other way round

Nothing is guessed here but the kind of a row that is new and names none. What a paper of ours does not hold
is not said, and what it holds and cannot be read is a complaint with its place.
"""
