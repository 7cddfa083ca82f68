"""The record of a show: an append-only file of sealed lines, one for each command that was obeyed.

Nothing is shown or played that is not on disk: an entry is written, and the disk asked to keep it, before any
screen sees what came of it. Killed at any moment, the record is whole up to the last call that was answered.

- line.py     one entry as one line of text with a checksum, and back
- reading.py  a file as entries, with its torn tail dropped and its damage named
- headless.py a file whose opening is lost, to be read behind another
- copies.py   the second copies of a show, and the fullest record of all
- place.py    one file on one disk, brought up to date, healed, and cut back
- patience.py a disk asked in a thread of its own, so that it can be given up
- way.py      what is to be written on its way through the disk, waited for or beside a loop
- writing.py  `Journal`: the first place, and the second copy while the first fails
- sense.py    a record taken up to the first line that cannot have happened
- lock.py     one writer, and who it is
- folders.py  the shows on this machine
"""

from __future__ import annotations

from runofshow.journal.copies import read_fullest
from runofshow.journal.folders import (
    Opened,
    ShowFolder,
    default_home,
    folder_stem,
    kept_shows,
    names_in,
    new_folder,
    openings,
    shows,
)
from runofshow.journal.headless import Headless, headless
from runofshow.journal.line import Flaw
from runofshow.journal.lock import Held, Holder, ensure_free
from runofshow.journal.reading import FILE_NAME, Damage, Opening, Reading, read_journal
from runofshow.journal.sense import sensible
from runofshow.journal.way import Answer, OnItsWay, Steps
from runofshow.journal.writing import Journal, JournalChanged, NewerJournal, Trouble

__all__ = [
    "FILE_NAME",
    "Answer",
    "Damage",
    "Flaw",
    "Headless",
    "Held",
    "Holder",
    "Journal",
    "JournalChanged",
    "NewerJournal",
    "OnItsWay",
    "Opened",
    "Opening",
    "Reading",
    "ShowFolder",
    "Steps",
    "Trouble",
    "default_home",
    "ensure_free",
    "folder_stem",
    "headless",
    "kept_shows",
    "names_in",
    "new_folder",
    "openings",
    "read_fullest",
    "read_journal",
    "sensible",
    "shows",
]
