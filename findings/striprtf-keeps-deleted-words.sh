#!/usr/bin/env bash
# striprtf gives words that a tracked change has deleted (\deleted) as if they stood in the text, glued to those that
# took their place (\revised): a length that was corrected is read as both.
#
#   in the document                                   striprtf reads
#   Giai lao [deleted: 10 phut][inserted: 15 phut]    Giai lao 10 phut15 phut
#
# Seen with striprtf 0.0.35, 29 November 2026.
# What it means for us: RTF is read without it, and deleted words stay out (runofshow/documents/reading/rich/text.py).
#
# Needs python3 with venv. The package goes into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'striprtf==0.0.35'

cat >read.py <<'END'
from striprtf.striprtf import rtf_to_text

print(rtf_to_text(r"{\rtf1\ansi Giai lao {\deleted\revauthdel1 10 phut}{\revised\revauth1 15 phut}\par}").strip())
END
here/bin/python read.py | tee out.txt
grep -qx 'Giai lao 10 phut15 phut' out.txt
echo "As described: striprtf 0.0.35 keeps deleted words."
