#!/usr/bin/env bash
# resvg, asked for a PNG of an SVG's text, leaves out without a word every sign that no font at hand has. One such sign
# in a line also keeps back what other fonts would have given the rest of it. And the first file that bears the asked
# family's name counts: what it lacks is taken from the next font, of whatever family, though a later file of the
# same name has it, and the whole line changes with it.
#
#   ★ with a font that lacks it            nothing drawn, no error
#   ⓧ★, where nobody has ⓧ                 ★ is not drawn either; alone it is
#   old, another family, new               the whole line in the other family
#
# Seen with resvg-py 0.5.0 (resvg 0.48.1), 30 November 2026; upstream knows the last as linebender/resvg issue 301.
# What it means for us: Debian keeps Liberation Serif 1.07, without ễ, beside 2.1. So a chart's type is named by path, each
# sign beyond Latin is tried before, and one that nobody has becomes a question mark (runofshow/paper/chart/picture.py).
#
# Needs python3 with venv. The packages go into a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv here
here/bin/pip install -q --disable-pip-version-check 'resvg-py==0.5.0' 'fonttools==4.60.1'

cat >make.py <<'END'
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def box(width):
    pen = TTGlyphPen(None)
    for point, draw in (((50, 0), pen.moveTo), ((50, 700), pen.lineTo), ((width, 700), pen.lineTo), ((width, 0), pen.lineTo)):
        draw(point)
    pen.closePath()
    return pen.glyph()


def font(path, family, letters, width=300):
    names = [".notdef", *(f"u{ord(letter):04x}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): name for letter, name in zip(letters, names[1:])})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() if name == ".notdef" else box(width) for name in names})
    builder.setupHorizontalMetrics({name: (400, 50) for name in names})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": {"en": family}, "styleName": {"en": "Regular"}, "fullName": {"en": family}, "psName": {"en": family}})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    builder.save(path)


font("old.ttf", "Typeface", "aê")
font("new.ttf", "Typeface", "aêễ")
font("other.ttf", "Other", "aêễ★", 350)
END

cat >see.py <<'END'
import resvg_py


def shown(text, *files, family="Typeface"):
    words = f'<text y="30" font-size="30" font-family="{family}">{text}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">{words}</svg>'
    return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=list(files))


nothing = shown("", "new.ttf")
other = shown("aễ", "other.ttf", family="Other")
print("left out:", shown("★", "new.ttf") == nothing)
print("another family before the second file:", shown("aễ", "old.ttf", "other.ttf", "new.ttf") == other)
print("the second file first:", shown("aễ", "old.ttf", "new.ttf", "other.ttf") == shown("aễ", "new.ttf"))
print("one that nobody has keeps the others out:", shown("ⓧ★", "new.ttf", "other.ttf") == nothing)
print("without it they are drawn:", shown("★", "new.ttf", "other.ttf") != nothing)
END
here/bin/python make.py
here/bin/python see.py | tee out.txt
[ "$(grep -c 'True$' out.txt)" -eq 5 ]
echo "As described: resvg-py 0.5.0 leaves signs out."
