#!/usr/bin/env bash
# python-docx leaves out what stands in a content control (w:sdt) and what a tracked change put in (w:ins), and says
# nothing. A cell that is a content control, as Word's own date pickers and form fields make them, is not in
# `row.cells`: the cells behind it move one column to the left, so an act is read as an hour and a person as an act.
#
#   in the document                                 python-docx reads
#   Giai lao [inserted: 15 phut]                    'Giai lao '
#   row: [control: 7h30] | Chao co | MC             ['Chao co', 'MC']
#
# Seen with python-docx 1.2.0, 29 November 2026.
# What it means for us: Word files are read by a walk over their XML (runofshow/documents/reading/word/body.py).
#
# Needs python3 with venv. The package goes into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'python-docx==1.2.0'

cat >read.py <<'END'
from copy import deepcopy

import docx
from docx.oxml import OxmlElement

made = docx.Document()
line = made.add_paragraph("Giai lao ")
inserted = OxmlElement("w:ins")
run = deepcopy(line.runs[0]._r)
run.text = "15 phut"
inserted.append(run)
line._p.append(inserted)

table = made.add_table(rows=1, cols=3)
for cell, text in zip(table.rows[0].cells, ("7h30", "Chao co", "MC")):
    cell.text = text
first = table.rows[0].cells[0]._tc
control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
first.addprevious(control)
control.append(content)
content.append(first)
made.save("plan.docx")

read = docx.Document("plan.docx")
print(repr(read.paragraphs[0].text))
print([cell.text for cell in read.tables[0].rows[0].cells])
END
here/bin/python read.py | tee out.txt
grep -qx "'Giai lao '" out.txt
grep -qx "\['Chao co', 'MC'\]" out.txt
echo "As described: python-docx 1.2.0 loses insertions and cells in content controls."
