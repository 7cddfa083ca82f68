"""Packs the program with all it needs for one system and one Python: `scripts/bundle --help`.

The archive holds our wheel, the wheels that the lock names, each held to its hash, `files.txt` with the
SHA-256 of every one, and the installer (bundled.sh, bundled.py). The same checkout and lock give the same
bytes: the names in order, no owner, and one date for all.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

GLIBC = [f"manylinux_2_{minor}" for minor in range(28, 4, -1)] + [
    "manylinux2014",
    "manylinux2010",
    "manylinux1",
]
"""Debian 10, Ubuntu 18.10 and what came later: the oldest that has wheels of every package."""

PLATFORMS = {
    "linux-x86_64": [f"{tag}_x86_64" for tag in GLIBC],
    "linux-aarch64": [f"{tag}_aarch64" for tag in GLIBC if tag not in ("manylinux2010", "manylinux1")],
    "macos-arm64": ["macosx_13_0_arm64"],
    "macos-x86_64": ["macosx_13_0_x86_64"],
}
"""The tags that pip asks for; of macOS it knows itself what an older one is."""

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
EPOCH = 1580601600
"""2 February 2020, the date that hatchling gives to all it packs."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/bundle", description=__doc__.partition("\n")[0])
    parser.add_argument("--platform", choices=PLATFORMS, required=True)
    parser.add_argument("--python", choices=PYTHONS, required=True, help="the one on that machine")
    parser.add_argument("--extra", dest="extras", choices=extras(), action="append", default=[])
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "dist", metavar="FOLDER")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder, "wheels")
        build(wheels)
        lock = Path(folder, "lock.txt")
        lock.write_text(locked(asked.extras, asked.python), encoding="utf-8")
        fetch(wheels, Path(folder, "pip"), PLATFORMS[asked.platform], asked.python, lock)
        ours = next(wheels.glob("runofshow-*.whl"))
        version = ours.name.split("-")[1]
        files = {f"wheels/{path.name}": path.read_bytes() for path in wheels.iterdir()}
    digests = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    about = f"version {version}\npython {asked.python}\nplatform {asked.platform}\n"
    files["files.txt"] = digests.encode()
    files["about.txt"] = about.encode()
    for name, source in (("install.sh", "bundled.sh"), ("install.py", "bundled.py")):
        files[name] = (ROOT / "scripts" / source).read_bytes()
    stem = f"runofshow-{version}-{asked.platform}-py{asked.python}"
    asked.output.mkdir(parents=True, exist_ok=True)
    packed = asked.output / f"{stem}.tar.gz"
    packed.write_bytes(archive(stem, files))
    print(f"{packed}: {len(files)} files, {packed.stat().st_size / 1e6:.1f} MB")
    return 0


def build(into: Path) -> None:
    """Our own wheel, by the build tools of this environment."""
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(into), str(ROOT))


def extras() -> list[str]:
    """What pyproject.toml has for whoever wants it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return sorted(project["optional-dependencies"])


def locked(extras: list[str], python: str) -> str:
    """Of the lock that holds everything, what is needed with these extras, each with its hashes."""
    whole = ROOT / "requirements" / "dev.txt"
    wanted = run(
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-annotate", "--no-header"),
        *("--universal", f"--python-version={python}", f"--constraints={whole}"),
        *(f"--extra={extra}" for extra in extras),
        str(ROOT / "pyproject.toml"),
    )
    names = set(re.findall(r"^([\w.-]+)==", wanted, re.MULTILINE))
    entries = re.findall(r"^([\w.-]+)(==.*\n(?: +--hash=.*\n?)+)", whole.read_text("utf-8"), re.MULTILINE)
    found = {name: name + rest for name, rest in entries if name in names}
    assert found.keys() == names, names - found.keys()
    return "".join(found.values())


def fetch(into: Path, pip: Path, platforms: list[str], python: str, lock: Path) -> None:
    """The wheels of the lock for that machine, held to their hashes. None is built: it would be for here."""
    venv.create(pip, with_pip=True)
    tags = [f"--platform={tag}" for tag in platforms]
    run(
        *(str(pip / "bin" / "python"), "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--require-hashes", "--no-deps", "--only-binary=:all:", "--implementation=cp"),
        *(f"--python-version={python}", *tags, f"--dest={into}", f"--requirement={lock}"),
    )


def run(*argv: str) -> str:
    """What the command printed; raises SystemExit with all it said when it fails."""
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    if done.returncode:
        told = (done.stdout + done.stderr).splitlines()
        raise SystemExit("\n".join([line for line in told if line.startswith("ERROR")] or told))
    return done.stdout


def archive(stem: str, files: dict[str, bytes]) -> bytes:
    """The files in a folder `stem` as a .tar.gz, the same for the same files."""
    tarred = BytesIO()
    with tarfile.open(fileobj=tarred, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{stem}/{name}")
            entry.size, entry.mtime = len(files[name]), EPOCH
            entry.mode = 0o755 if name.endswith(".sh") else 0o644
            tar.addfile(entry, BytesIO(files[name]))
    # level 6: wheels are packed already, and zlib's highest level differs from one release to the next
    return gzip.compress(tarred.getvalue(), 6, mtime=0)


if __name__ == "__main__":
    sys.exit(main())
