"""What makes the Windows edition on Linux; `scripts/windows` calls it.

- `registry.py`: what the locks name, fetched by hash
- `embedded.py`: the CPython that goes inside, and what vouches for it
- `packages.py`, `bytecode.py`, `compile_sources.py`: the packages, compiled for that Python
- `launcher.py`, `launcher.c`, `launcher.manifest`, `runofshow.svg`: runofshow.exe
- `notice.py`: the licences of everything inside
- `edition.py`, `archive.py`: all of it in one folder, and that folder as a zip
- `installer.py`, `setup.nsi`: that folder as a setup
"""
