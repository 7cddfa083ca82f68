"""The whole Windows edition as files, in a folder and in a zip.

    runofshow.exe      what is clicked
    README.txt         how to begin, in Vietnamese and English
    NOTICE.txt         what lies inside, with the licences in `licences`
    app                the embedded Python, lib.zip and lib: the packages and runofshow

A portable mpv goes beside runofshow.exe or into a folder `mpv` beside it. The program writes nothing here.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from windows_edition.archive import zipped
from windows_edition.bytecode import bytecode
from windows_edition.embedded import Embedded, library, runtime
from windows_edition.notice import notice
from windows_edition.packages import Package, is_loose, sources

Files = dict[str, bytes]
"""By their paths with `/`."""


def edition(
    version: str, python: Embedded, packages: Sequence[Package], launcher: bytes, readme: str, work: Path
) -> Files:
    """Every file. `readme` is for people; wine and what is compiled keep their things in `work`."""
    compiled = _compiled(python, packages, work)
    loose, packed = _laid_out(packages, compiled)
    files = {
        "runofshow.exe": launcher,
        "README.txt": _for_notepad(readme),
        "NOTICE.txt": _for_notepad(notice(version, _full_version(python), packages)),
        "licences/python/LICENSE.txt": python.files["LICENSE.txt"],
        "app/lib.zip": zipped(packed, packed=False),
    }
    files |= {f"app/{name}": content for name, content in runtime(python).items()}
    files[f"app/{python.stem}.zip"] = zipped(library(python))
    files |= {f"app/lib/{name}": content for name, content in loose.items()}
    for each in packages:
        files |= {f"licences/{each.name}/{name}": content for name, content in each.licences.items()}
    return files


def laid(files: Mapping[str, bytes], folder: Path) -> Path:
    """`folder` with these files and no other."""
    if folder.exists():
        shutil.rmtree(folder)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _laid_out(packages: Sequence[Package], compiled: Files) -> tuple[Files, Files]:
    """What lies in folders and what lies in the archive."""
    loose: Files = {}
    packed: Files = {}
    for each in packages:
        into = loose if is_loose(each) else packed
        for name, content in each.files.items():
            if not name.endswith(".py"):
                into[name] = content
            else:
                into[f"{name}c"] = compiled[f"{name}c"]
        about = f"{each.name.replace('-', '_')}-{each.version}.dist-info"
        packed[f"{about}/METADATA"] = each.metadata
    return loose, packed


def _compiled(python: Embedded, packages: Sequence[Package], work: Path) -> Files:
    folder = laid(python.files, work / "python")
    return bytecode(sources(packages), folder / "python.exe", work / "wine")


def _full_version(python: Embedded) -> str:
    """`3.13.2`, as the resources of the DLL say: `FileVersion` in UTF-16."""
    key = "FileVersion".encode("utf-16-le")
    content = python.files[f"{python.stem}.dll"]
    at = content.index(key) + len(key)
    words = content[at : at + 40].decode("utf-16-le", "replace")
    return words.strip("\0").partition("\0")[0]


def _for_notepad(text: str) -> bytes:
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
