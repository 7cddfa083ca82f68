"""NOTICE.txt: every program and package inside, its version and its licence."""

from __future__ import annotations

from collections.abc import Sequence

from windows_edition.packages import Package

PARTS = {
    "lxml": "with libxml2 and libxslt (MIT), libiconv (LGPL-2.1), zlib (Zlib), inside its .pyd files",
    "selectolax": "with lexbor (Apache-2.0) inside its .pyd file",
    "resvg_py": "with resvg and its Rust crates (Apache-2.0, MIT, BSD, Zlib, Unicode) inside its .pyd file",
}
"""What is compiled into a package, as its own sources say."""


def notice(version: str, python: str, packages: Sequence[Package]) -> str:
    """The whole text, LF at the ends of its lines."""
    lines = [
        f"runofshow {version} and what lies inside it. The licence texts are in the folder licences.",
        "",
        f"CPython {python} — PSF-2.0: licences/python",
        "    with OpenSSL (Apache-2.0), libffi (MIT), bzip2 (bzip2-1.0.6), liblzma (0BSD), zlib (Zlib),",
        "    expat (MIT), mpdecimal (BSD-2-Clause) and Microsoft's C runtime (vcruntime140*.dll)",
        "",
    ]
    for each in sorted(packages, key=lambda one: one.name.lower()):
        where = f": licences/{each.name}" if each.licences else ""
        lines.append(f"{each.name} {each.version} — {each.licence or 'see its licence'}{where}")
        if parts := PARTS.get(each.name):
            lines.append(f"    {parts}")
    lines += [
        "",
        "runofshow.exe is compiled from windows_edition/launcher.c of runofshow and holds no library.",
        "The setup is made with NSIS (Zlib; its LZMA module CPL-1.0 with the exception for installers).",
    ]
    return "\n".join(lines) + "\n"
