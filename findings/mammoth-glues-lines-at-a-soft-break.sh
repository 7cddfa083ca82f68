#!/usr/bin/env bash
# mammoth's raw text puts nothing where a line is broken inside a paragraph (Shift+Enter, w:br), not even a blank: the
# last word of one line and the first of the next become one. Two times of a schedule become a third.
#
#   in the document          raw text
#   7h30 (break) 15 phut     7h3015 phut
#
# Seen with mammoth 1.13.0, 29 November 2026; its HTML has <br /> there.
# What it means for us: each broken line is a line of its own (runofshow/documents/reading/word/lines.py).
#
# Needs python3 with venv. The packages go into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'mammoth==1.13.0' 'python-docx==1.2.0'

cat >read.py <<'END'
import docx
import mammoth

made = docx.Document()
line = made.add_paragraph()
line.add_run("7h30").add_break()
line.add_run("15 phut")
made.save("plan.docx")
with open("plan.docx", "rb") as file:
    print(mammoth.extract_raw_text(file).value.strip())
with open("plan.docx", "rb") as file:
    print(mammoth.convert_to_html(file).value)
END
here/bin/python read.py | tee out.txt
grep -qx '7h3015 phut' out.txt
grep -q '7h30<br />15 phut' out.txt
echo "As described: mammoth 1.13.0 glues lines at a soft break."
