"""What of the wheels goes inside, and in which form.

Sources stay outside and only their bytecode goes in: both would be too large for a stick and start no sooner.
Packages that are Python alone lie in one archive, `lib.zip`, which Python reads in place and a virus guard
looks at once; those that bring a .pyd or open files beside themselves lie as folders in `lib`.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from pathlib import Path, PurePosixPath

from msgspec import Struct

READ_BY_PATH = frozenset({"runofshow", "docx", "certifi"})
"""They open their own files by a path, which leads nowhere in an archive."""

FOR_COMPILERS = frozenset({".pyi", ".pyx", ".pxd", ".pxi", ".c", ".h", ".typed"})

NEEDLESS = (
    "docx/templates/default-docx-template/",  # the default.docx beside it, unpacked
    "lxml/html/",
    "lxml/includes/",
    "lxml/isoschematron/",
    "lxml/objectify.",
    "lxml/sax.",
    "olefile/doc/",
    "olefile/olefile2.",  # Python 2
    "OleFileIO_PL.py",
    "certifi/tests/",
    "pythonosc/test/",
)
"""Parts that nothing of ours, and no package on our way to it, imports or opens:
`tests/install/test_windows.py` imports every module of ours without them."""

_OTHER_LANGUAGES = re.compile(r"pygments/lexers/(?!__init__|_mapping|python|special|text)")
"""What colours code, of which Textual may have to show Python in a traceback."""


class Package(Struct, frozen=True):
    """One wheel, unpacked."""

    name: str
    version: str
    licence: str
    """As the package says it, "MIT"; "" where only its licence file says."""
    licences: dict[str, bytes]
    """The licence files by their own names."""
    metadata: bytes
    files: dict[str, bytes]
    """Everything that is kept but the metadata, by path."""


def package(wheel: Path) -> Package:
    """What is kept of a wheel."""
    with zipfile.ZipFile(wheel) as packed:
        held = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
    [about] = [name.rpartition("/")[0] for name in held if re.fullmatch(r"[^/]+\.dist-info/METADATA", name)]
    metadata = held[f"{about}/METADATA"]
    said = message_from_bytes(metadata)
    return Package(
        name=str(said["Name"]),
        version=str(said["Version"]),
        licence=_licence(
            str(said.get("License-Expression", "")), said.get_all("Classifier", []), said.get("License")
        ),
        licences=dict(_licences(held, about)),
        metadata=metadata,
        files={name: content for name, content in held.items() if _is_kept(name)},
    )


def is_loose(package: Package) -> bool:
    """Whether it must lie as a folder of its own."""
    tops = {name.partition("/")[0] for name in package.files}
    return bool(tops & READ_BY_PATH) or any(name.endswith(".pyd") for name in package.files)


def sources(packages: Iterable[Package]) -> dict[str, bytes]:
    """Every module of them by its path."""
    return {
        name: content for each in packages for name, content in each.files.items() if name.endswith(".py")
    }


def _is_kept(name: str) -> bool:
    top = name.partition("/")[0]
    if top.endswith((".dist-info", ".data")) or name.startswith(NEEDLESS) or _OTHER_LANGUAGES.match(name):
        return False
    return PurePosixPath(name).suffix not in FOR_COMPILERS and not name.endswith("py.typed")


def _licence(expression: str, classifiers: list[str], words: str | None) -> str:
    if expression:
        return expression
    told = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: ")]
    short = (words or "").strip()
    return short if short and "\n" not in short else ", ".join(told)


def _licences(held: dict[str, bytes], about: str) -> Iterator[tuple[str, bytes]]:
    """Wherever a package keeps them: beside its metadata, or a part of it beside that part."""
    for name, content in held.items():
        file = name.rpartition("/")[2]
        if re.match(r"(?i)(licen[cs]e|copying|notice|authors?\b)", file) and not file.endswith(
            (".py", ".pyc")
        ):
            yield name.removeprefix(f"{about}/").removeprefix("licenses/").replace("/", "-"), content
