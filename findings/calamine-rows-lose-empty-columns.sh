#!/usr/bin/env bash
# A sheet whose first cell in use is C3 comes from python-calamine in three shapes. iter_rows() keeps the two empty rows
# above and drops the two empty columns beside; to_python() drops both; to_python(skip_empty_area=False) keeps both. So
# the index of a value in a row of iter_rows() is no column of the sheet, while the index of the row is one.
#
#   in the sheet       C3 = head
#   iter_rows()        row 3, column 1
#   to_python()        row 1, column 1
#
# Seen with python-calamine 0.9.1, 29 November 2026. A formula without a kept value comes as 0.0.
# What it means for us: the office's workbook is read by a reader that gives each cell its address, since a complaint
# names the cell (runofshow/documents/reading/sheets/); calamine stands in the tests alone, with skip_empty_area=False.
#
# Needs python3 with venv. The packages go into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'python-calamine==0.9.1' 'xlsxwriter==3.2.9'

cat >read.py <<'END'
import python_calamine
import xlsxwriter

book = xlsxwriter.Workbook("plan.xlsx")
sheet = book.add_worksheet("Plan")
sheet.write("C3", "head")
sheet.write("D4", 5)
book.close()


def where(rows):
    return next((y + 1, x + 1) for y, row in enumerate(rows) for x, value in enumerate(row) if value == "head")


sheet = python_calamine.CalamineWorkbook.from_path("plan.xlsx").get_sheet_by_name("Plan")
print("iter_rows", where(sheet.iter_rows()))
print("to_python", where(sheet.to_python()))
print("to_python, nothing skipped", where(sheet.to_python(skip_empty_area=False)))
END
here/bin/python read.py | tee out.txt
grep -qx 'iter_rows (3, 1)' out.txt
grep -qx 'to_python (1, 1)' out.txt
grep -qx 'to_python, nothing skipped (3, 3)' out.txt
echo "As described: python-calamine 0.9.1 keeps empty rows and drops empty columns."
