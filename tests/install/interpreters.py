"""Pythons of other versions, taken out of Debian's other releases.

`python -m tests.install.interpreters 3.14 TESTS...` runs tests under one, with the packages of dev.txt. Those
of Debian are unpacked beside the system and not installed: the interpreter is told to load its own C library,
so the machine stays as it is. Which mirror to ask, the machine's own sources say.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import mkdtemp

from tests.install.conftest import ROOT, environment

RELEASES = {"3.13": "trixie", "3.14": "sid"}
"""No release has 3.12 any more, and 3.11 is the one of bookworm."""

LIBRARIES = Path("usr/lib/x86_64-linux-gnu")
LOADER = Path("usr/lib64/ld-linux-x86-64.so.2")
KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
UNUSED = ("debconf", "openssl", "ca-certificates", "readline-common", "netbase", "media-types")
"""What the packages want of a whole system, and an interpreter alone does not."""


class NotToBeHad(Exception):
    """This machine cannot get it; the reason in words."""


def python_of_debian(version: str, folder: Path) -> Path:
    """The interpreter, unpacked in `folder`; raises `NotToBeHad`."""
    for tool in ("apt-get", "dpkg-deb", "patchelf"):
        if which(tool) is None:
            raise NotToBeHad(f"{tool} is missing")
    uri = _mirror()
    lists, debs, root = folder / "lists", folder / "debs", folder / "root"
    for made in (lists / "partial", folder / "cache" / "archives" / "partial", debs, root):
        made.mkdir(parents=True)
    sources = folder / "sources.list"
    sources.write_text(f"deb [signed-by={KEYS}] {uri} {RELEASES[version]} main\n")
    settings = {
        "Dir::State::lists": lists,
        "Dir::State::status": "/dev/null",
        "Dir::Cache": folder / "cache",
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "-",
        "APT::Sandbox::User": "root",
    }
    apt = ["apt-get", "-q", *(f"-o{name}={value}" for name, value in settings.items())]
    _run(*apt, "update")
    name = f"python{version}"
    planned = _run(*apt, "--print-uris", "--yes", "--no-install-recommends", "install", name)
    names = [line.split()[1].partition("_")[0] for line in planned.splitlines() if line.startswith("'")]
    wanted = [each for each in names if not each.startswith(UNUSED)]
    if name not in wanted:
        raise NotToBeHad(f"{RELEASES[version]} has no {name}")
    _run(*apt, "download", *wanted, at=debs)
    for deb in debs.iterdir():
        _run("dpkg-deb", "--extract", str(deb), str(root))
    python = root / "usr" / "bin" / name
    places = ("--set-rpath", str(root / LIBRARIES), "--set-interpreter", str(root / LOADER))
    _run("patchelf", "--force-rpath", *places, str(python))
    return python


def _mirror() -> str:
    """Where this machine takes Debian itself from."""
    told = _run("apt-get", "indextargets", "--format", "$(REPO_URI) $(COMPONENT)")
    found = (line.split()[0] for line in told.splitlines() if line.endswith("/ main"))
    uri = next((uri for uri in found if uri.endswith("/debian/")), None)
    if uri is None or not KEYS.exists():
        raise NotToBeHad("this machine names no mirror of Debian, or has no keys of it")
    return uri


def _run(*argv: str, at: Path | None = None) -> str:
    done = subprocess.run(argv, cwd=at, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotToBeHad(f"{' '.join(argv[:1] + argv[-2:])}: {done.stderr.strip()[-300:]}")
    return done.stdout


def main(version: str, *tests: str) -> int:
    folder = Path(mkdtemp(prefix=f"python{version}-"))
    python = python_of_debian(version, folder / "unpacked")
    made = environment(folder / "environment", str(python), "dev.txt")
    print(f"{made.python}: {made.version()}", flush=True)
    return subprocess.run([made.python, "-m", "pytest", *tests], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
