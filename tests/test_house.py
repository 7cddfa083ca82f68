"""The rules of the house that no linter has. Each lists its breaches, and is shown some that it must find."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE = 350
"""Lines. A reader holds 40 to 250 in mind; past this a file has two subjects."""

VAGUE = frozenset({"manager", "service", "helper", "helpers", "utils", "util", "common", "base"})

PURE = frozenset(
    "__future__ abc bisect collections contextlib copy dataclasses datetime enum fractions functools graphlib"
    " hashlib heapq itertools math operator re statistics string types typing unicodedata"
    " msgspec runofshow.core".split()
)
"""What core may import: nothing that reads a clock, a file, the network, chance or the environment; of all
packages msgspec alone."""

CLOCKS = frozenset(
    "datetime.datetime.now datetime.datetime.utcnow datetime.datetime.today datetime.date.today"
    " time.time time.time_ns time.monotonic time.monotonic_ns time.clock_gettime time.clock_gettime_ns"
    " time.localtime time.gmtime time.ctime".split()
)

MADE_BY_THE_PAGES = frozenset({"fields.js", "words.vi.js", "words.en.js"})
"""No files: they are written when they are asked for."""

# Brackets keep a pattern from finding itself.
OF_THIS_MACHINE = re.compile(
    r"/(?:wor[k]|roo[t]|hom[e])/\w"
    r"|pypi[.]org|pythonhosted[.]org|npmjs[.]org|deb[.]debian|archive[.]ubuntu"
)


# The rules


def vague_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef() if VAGUE & words(node.name):
                yield f"{node.lineno}: {node.name}"


def readings_of_the_clock(tree: ast.Module) -> Iterator[str]:
    """Mentions count, not calls alone: `field(default_factory=datetime.now)` reads the clock too."""
    full_name = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name):
            first, _, rest = ast.unparse(node).partition(".")
            name = full_name.get(first, first) + ("." + rest if rest else "")
            if name in CLOCKS:
                yield f"{node.lineno}: {name}"


def impure_imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [("." * node.level) + (node.module or "")]
        else:
            continue
        for module in modules:
            if not any(module == pure or module.startswith(pure + ".") for pure in PURE):
                yield f"{node.lineno}: {module}"


def missing_docstrings(tree: ast.Module) -> Iterator[str]:
    """A module always has one; so has a public class or function, unless its fields or its one line speak."""
    if not ast.get_docstring(tree):
        yield "1: the module"
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not node.name.startswith("_") and not ast.get_docstring(node) and not speaks_for_itself(node):
            yield f"{node.lineno}: {node.name}"


def speaks_for_itself(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A value, or a class of nothing but fields, does by them; a function by a body of one line."""
    if isinstance(node, ast.ClassDef):
        only_fields = all(isinstance(part, ast.AnnAssign | ast.Assign | ast.Expr) for part in node.body)
        return only_fields or any(ast.unparse(kind) == "Struct" for kind in node.bases)
    return len(node.body) == 1 or any("overload" in ast.unparse(mark) for mark in node.decorator_list)


def missing_files(told: str, *folders: Path) -> Iterator[str]:
    """The files that a text names, as `view.py`, `pages/mc.js` or `texts/`, and none of the folders has."""
    for name in re.findall(r"(?<![\w./<-])[\w.-]*[\w/-]*\w(?:\.(?:py|js|md|toml|txt|svg)\b|/(?= |`))", told):
        if name not in MADE_BY_THE_PAGES and not any((folder / name).exists() for folder in folders):
            yield name


# What the rules stand on


def words(name: str) -> set[str]:
    """`BaseHTTPServiceHelper` and `base_http_service_helper` are the same four words."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def imported_names(tree: ast.Module) -> dict[str, str]:
    """What each name brought in by an import really is: `{"dt": "datetime.datetime"}`."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.partition(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def modules_of(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def breaches(rule: Callable[[ast.Module], Iterator[str]], paths: list[Path]) -> list[str]:
    """`runofshow/engine.py:12: what is wrong`, for every breach."""
    assert paths
    return [
        f"{path.relative_to(ROOT)}:{breach}"
        for path in paths
        for breach in rule(ast.parse(path.read_text(encoding="utf-8")))
    ]


def texts_of_the_project(folder: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """Every text file that could be committed. Folders that tools make begin with a dot, but for `.ci`;
    `.git` is a file in a work tree of its own."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            made_by_a_tool = path.name in {"__pycache__", "build", "dist", "htmlcov"}
            if path.name == ".ci" or not (path.name.startswith(".") or made_by_a_tool):
                yield from texts_of_the_project(path)
        elif path.is_file() and not path.name.startswith((".coverage", ".venv")) and path.name != ".git":
            # Pictures and sounds decode to noise, in which nothing is found.
            yield path, path.read_text(encoding="utf-8", errors="replace")


def locked(name: str) -> dict[str, str]:
    """Package -> version of a lock file; every line must be a pinned package or one of its hashes."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    pin = re.compile(r"([a-z0-9-]+)==([\w.]+)(?: ; [\w .\"'=!<>]+?)?((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*")
    found = {line: pin.fullmatch(line) for line in lines}
    assert [line for line, match in found.items() if not match] == []
    return {match[1]: match[2] for match in found.values() if match}


# The rules hold


def test_a_module_and_what_it_defines_are_named_for_their_thing() -> None:
    paths = modules_of("runofshow", "scripts", "tests", "windows_edition")
    assert breaches(vague_names, paths) == []
    assert [path for path in paths if VAGUE & words(str(path.relative_to(ROOT)))] == []


def test_only_the_clock_reads_the_time() -> None:
    paths = [path for path in modules_of("runofshow") if path != ROOT / "runofshow" / "clock.py"]
    assert breaches(readings_of_the_clock, paths) == []


def test_core_imports_only_what_is_pure() -> None:
    assert breaches(impure_imports, modules_of("runofshow/core")) == []


def test_what_is_public_says_what_it_is() -> None:
    assert breaches(missing_docstrings, modules_of("runofshow")) == []


def test_every_test_module_says_what_it_is_about() -> None:
    told = [path for path in modules_of("tests", "scripts", "windows_edition") if path.stat().st_size]
    assert [path for path in told if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))] == []


def test_contributing_names_only_files_that_there_are() -> None:
    told = re.sub(r"(?m)^    .*$", "", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert "core/commands.py" in told
    assert list(missing_files(told, ROOT, ROOT / "runofshow")) == []


def test_a_room_names_only_files_that_it_has() -> None:
    rooms = [path for path in modules_of("runofshow") if path.name == "__init__.py"]
    told = {room: ast.get_docstring(ast.parse(room.read_text(encoding="utf-8"))) or "" for room in rooms}
    assert sum(".py" in words for words in told.values()) > 5
    missing = {
        room: list(missing_files(words, room.parent, ROOT / "runofshow")) for room, words in told.items()
    }
    assert {room: names for room, names in missing.items() if names} == {}


def test_a_module_is_short_enough_to_be_held_in_mind() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in modules_of("runofshow", "scripts", "windows_edition")
        if path.parent.name != "texts"  # lists of phrases, twice
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert long == {}


def test_no_file_names_this_machine_or_a_package_host() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path, text in texts_of_the_project()
        for match in OF_THIS_MACHINE.finditer(text)
    ]
    assert found == []


def test_every_package_is_pinned_with_its_hashes_and_nothing_else_is_in_a_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked_for = {re.split(r"[\[<>=; ]", line)[0] for line in project["project"]["dependencies"]}
    assert asked_for <= locked("run.txt").keys()


def test_developers_test_the_very_versions_that_the_hall_runs() -> None:
    run, pdf, printing, dev = (locked(f"{name}.txt").items() for name in ("run", "pdf", "print", "dev"))
    assert run <= pdf <= printing <= dev


# The rules find what they are for


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (vague_names, "class CueManager: pass"),
        (vague_names, "async def base_url(): pass"),
        (readings_of_the_clock, "from datetime import datetime as dt\nat = dt.now()"),
        (readings_of_the_clock, "import datetime\nat = datetime.datetime.now(datetime.UTC)"),
        (readings_of_the_clock, "from datetime import date\nday = date.today()"),
        (readings_of_the_clock, "import time\nat = field(default_factory=time.time)"),
        (readings_of_the_clock, "from time import monotonic\nat = monotonic()"),
        (impure_imports, "import random"),
        (impure_imports, "from pathlib import Path"),
        (impure_imports, "from runofshow.texts import Language"),
        (impure_imports, "from runofshow.corex import f"),
        (missing_docstrings, "x = 1"),
        (missing_docstrings, '"""M."""\ndef late(x):\n    y = x\n    return y'),
        (missing_docstrings, '"""M."""\nclass Live:\n    def do(self): pass'),
    ],
)
def test_a_rule_finds_its_breach(rule: Callable[[ast.Module], Iterator[str]], source: str) -> None:
    assert len(list(rule(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (vague_names, "class Baseline: pass\ndef database(): pass"),
        (readings_of_the_clock, "def f(clock, snapshot):\n    return clock.now() - snapshot.now"),
        (readings_of_the_clock, "from time import sleep\ntime = 3"),
        (impure_imports, "from collections.abc import Iterator\nfrom runofshow.core.agenda import Item"),
        (missing_docstrings, '"""M."""\nclass Hold:\n    at: int\ndef _late(x):\n    y = x\n    return y'),
    ],
)
def test_a_rule_lets_good_code_be(rule: Callable[[ast.Module], Iterator[str]], source: str) -> None:
    assert list(rule(ast.parse(source))) == []


def test_paths_of_a_machine_and_hosts_are_recognised() -> None:
    for pieces, joint in ((["", "work", "shared"], "/"), (["", "home", "lan"], "/"), (["pypi", "org"], ".")):
        text = joint.join(pieces)
        assert OF_THIS_MACHINE.search(text)


def test_a_file_that_a_text_names_and_nobody_has_is_found() -> None:
    told = (
        "`cli/gone.py`, fading.py, gone/ and <role>.js; test_house.py, CONTRIBUTING.md, `tests/`, fields.js"
    )
    assert list(missing_files(told, ROOT, ROOT / "tests")) == ["cli/gone.py", "fading.py", "gone/"]
