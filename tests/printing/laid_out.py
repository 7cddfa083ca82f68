"""Papers as LibreOffice lays them out, one run of it for all: words in their places, the type, pictures."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

PROGRAMS = ("soffice", "pdftotext", "pdffonts", "pdftoppm")
_LONGEST = 300
"""Seconds for all papers; it takes some twenty."""
_OVER = 0.3
"""Of a word may be covered by another: the boxes of letters with two marks touch from line to line."""
_STRIP = 8
"""Points; words are looked for in strips of a page that are so high."""


class Word(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covered_by(self, other: Word) -> float:
        """The share of it that lies under another."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        whole = (self.right - self.left) * (self.bottom - self.top)
        return max(width, 0) * max(height, 0) / whole if whole else 0


def missing_programs() -> list[str]:
    """What this machine lacks to lay papers out."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def lay_out(files: Mapping[str, bytes], folder: Path) -> None:
    """Each file as `NAME.pdf` beside it."""
    for name, data in files.items():
        # two forms of one paper become two files
        (folder / f"{name.replace('.', '-')}{Path(name).suffix}").write_bytes(data)
    made = sorted(path for path in folder.iterdir() if path.suffix in (".docx", ".xlsx"))
    with_profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", with_profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    told = subprocess.run([*command, *map(str, made)], capture_output=True, timeout=_LONGEST, check=False)
    assert all(path.with_suffix(".pdf").is_file() for path in made), told.stderr[-500:]


def pdf_of(folder: Path, name: str) -> Path:
    """Where the pages of a file are."""
    return folder / f"{name.replace('.', '-')}.pdf"


def words_of(path: Path) -> list[list[Word]]:
    """The words of each page with their places, in points from the upper left."""
    told = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True).stdout
    # a sign that XML has no place for would be one that nobody reads
    tree = ElementTree.fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", told))
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            Word(each.text or "", *(float(each.attrib[key]) for key in ("xMin", "yMin", "xMax", "yMax")))
            for each in page.iter(f"{space}word")
        ]
        for page in tree.iter(f"{space}page")
    ]


def written_in(path: Path) -> str:
    """All text as it was written, a cell after the other: not across a row, line by line."""
    return subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True
    ).stdout.decode()


def covered(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Words that lie over each other: what does not fit is drawn over what stands beside it, or is cut."""
    strips = defaultdict(list)
    for word in words:
        for strip in range(int(word.top) // _STRIP, int(word.bottom) // _STRIP + 1):
            strips[strip].append(word)
    for near in strips.values():
        for at, word in enumerate(near):
            for other in near[at + 1 :]:
                if max(word.covered_by(other), other.covered_by(word)) > _OVER:
                    yield word.text, other.text


def fonts_of(path: Path) -> list[tuple[str, bool]]:
    """The name of each type and whether it is in the file."""
    told = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    lines = told.splitlines()
    column = lines[0].index("emb")
    return [(line.split()[0].rpartition("+")[2], line[column:].startswith("yes")) for line in lines[2:]]


def take_pictures(path: Path, folder: Path) -> None:
    """Each page as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(path), str(folder / path.stem)], check=True)
