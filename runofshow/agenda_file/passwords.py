"""The passwords of gear, in a file of their own beside the plan.

    may-chieu: "JBMIAProjectorLink"
    obs: "..."

A plan travels: by mail, to the desk, into the record of its show. A password stays on the machine that needs
it, so it stands here and nowhere else, and no complaint about this file repeats a word of it.
"""

from __future__ import annotations

from collections.abc import Mapping as KeyMapping
from pathlib import Path
from typing import Final

from runofshow.agenda_file.complaint import TOP, Complaint, Reporter
from runofshow.agenda_file.source import read_source
from runofshow.agenda_file.tree import Mapping, Scalar, read_tree

PASSWORDS: Final = "passwords.yaml"
LONGEST: Final = 200
"""Signs. PJLink takes 32; OBS makes 16 by itself."""


def read_passwords(folder: Path) -> tuple[KeyMapping[str, str], list[Complaint]]:
    """The password of each piece of gear by its id, and what is wrong with the file, which need not be."""
    path = folder / PASSWORDS
    if not path.exists():
        return {}, []
    report = Reporter(str(path))
    text, _ = read_source(path)
    if text is None:
        # the reader's own remedies speak of an agenda
        return {}, [report.error("no_passwords_file", TOP)]
    root, wrong = read_tree(text, report)
    if root is None:
        # the parser's own complaint may show what stands on the line
        place = wrong[0].place if wrong else TOP
        return {}, [report.error("bad_passwords", place)]
    return _passwords(root, report)


def _passwords(root: Mapping, report: Reporter) -> tuple[KeyMapping[str, str], list[Complaint]]:
    found: dict[str, str] = {}
    complaints = []
    for key, value in root.entries:
        if not isinstance(value, Scalar) or len(value.text) > LONGEST or key.text in found:
            complaints.append(report.error("bad_passwords", key.place))
        else:
            found[key.text] = "" if value.is_null else value.text
    return found, complaints
