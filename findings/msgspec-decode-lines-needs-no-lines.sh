#!/usr/bin/env bash
# msgspec's decode_lines() is told to read JSON "separated by newlines", and needs none: two values on one line are two
# values, and a value over two lines is one. A file of one record a line whose line break was lost, by a torn write or a
# copy, is read without a word, so the number of a line and the number of a record part.
#
#   {"n": 1}{"n": 2}     two records
#   {"n":  (break) 3}    one record
#
# Seen with msgspec 0.22.0, 29 November 2026.
# What it means for us: entries are decoded together for speed, so as many must come out as lines went in; else each line
# is read by itself and damage is told (runofshow/journal/line.py).
#
# Needs python3 with venv. The package goes into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'msgspec==0.22.0'

cat >read.py <<'END'
import msgspec

lines = msgspec.json.Decoder()
print(lines.decode_lines(b'{"n": 1}{"n": 2}\n'))
print(lines.decode_lines(b'{"n":\n3}\n'))
END
here/bin/python read.py | tee out.txt
grep -qxF "[{'n': 1}, {'n': 2}]" out.txt
grep -qxF "[{'n': 3}]" out.txt
echo "As described: msgspec 0.22.0 reads lines that are none."
