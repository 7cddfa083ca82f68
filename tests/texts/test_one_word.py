"""One thing has one word: no old one comes back where people read, and every command that is named exists."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from runofshow.cli.arguments import Command
from runofshow.texts import Language

ROOT = Path(__file__).resolve().parents[2]
HISTORICAL = ("agendas/ha-noi", "agendas/bim-son", "agendas/tp-hcm", "agendas/ninh-hoa")
"""Their plans' own words, in their plans' own year."""


class Old(NamedTuple):
    """A word that must not come back."""

    word: str
    """A pattern, looked for in lower case; `^` and `$` are the ends of a phrase or a line."""
    use: str
    """What is said instead, or why."""
    right: tuple[str, ...] = ()
    """Where it is still right: the beginning of a place, or words around it."""


VIETNAMESE = (
    Old("phỏng định|thông lệ|lệ thường", "tạm tính; of cues and music: mặc định"),
    Old("^● trực tiếp|^trực tiếp$|buổi trực tiếp", "chính thức: trực tiếp is to mean in the hall"),
    Old("giờ chót", "hạn kết thúc, hạn 11h30: giờ chót is idiom for the last minute"),
    Old("đã đi(?! qua)", "đã gọi"),
    Old(r"\bgo\b$", "ĐI"),
    Old("^thực hiện$|^thực hiện lệnh", "ĐI"),
    Old(
        "^người thực hiện$",
        "người gọi, of an order",
        ("console.", "forms.", "cli.", "documents.", "printing.", "book."),
    ),
    Old("vai trò", "vai"),
    Old("phụ trách (nhạc|âm thanh)|máy nhạc|màn hình nhạc", "âm thanh"),
    Old("^sân khấu$", "điều hành, of F2", ("roles.",)),
    Old("mc, âm thanh, màn hình, nhật ký", "hội trường, of F5"),
    Old(
        "(một|hai|mỗi|nhiều) buổi (thì|cùng|một dòng|khác)|thứ hai thì|giữa hai buổi|buổi (sau|thứ)"
        "|mục hay buổi|từ buổi nào|có nhiều buổi|chờ phiên|giữa buổi",
        "phiên, of a part of the day; buổi is the whole show",
        ("phiên thứ hai thì", "một buổi cùng tên"),
    ),
    Old(
        "chương trình",
        "kịch bản, or phần mềm; chương trình is what delegates are given",
        (
            *HISTORICAL,
            "documents.",
            "arguments.VI.import",
            "printing.VI.programme",
            "lời dẫn chương trình",
            "phần chương trình",
            "chương trình bắt đầu lúc",
            "thông qua chương trình",
        ),
    ),
    Old(
        "báo cáo kết quả|^biên bản|lập báo cáo|báo cáo: runofshow|báo cáo ghi được|là báo cáo của buổi",
        "bảng tổng hợp; a báo cáo kết quả is a paper of decree 30",
        (*HISTORICAL, "gửi báo cáo kết quả", "báo cáo kết quả để trình ký", "official."),
    ),
    Old("rút lại|đã rút", "hoàn tác"),
    Old("thôi bỏ qua|lấy lại dòng", "đưa trở lại", ("lấy lại dòng ấy từ bản",)),
    Old("chuyển chỗ|đưa dòng", "chuyển vị trí"),
    Old("dấu của bản nhạc|đánh dấu riêng|nhãn yaml", "nhãn, of a track alone"),
    Old("^cảnh báo$", "lời khuyên, of check", ("report.", "calling.")),
    Old("để ngỏ", "để mở"),
    Old("bảng điều khiển", "bàn điều hành"),
    Old(r"^thấy \{count\} trước", "kết nối lần cuối {count} trước"),
    Old("đóng với hội trường", "ngắt khỏi hội trường"),
    Old("cất (mọi )?cảnh báo", "ẩn cảnh báo"),
    Old("lẽ ra xong", "theo lịch xong"),
    Old("phút tới hội nghị", "phút để có kịch bản"),
    Old("diễn giả", "người phát biểu: a leader is no diễn giả"),
    Old("lượt trao|mỗi lượt", "đợt"),
    Old(
        r"thị xã|thị ủy|quận|huyện|phòng y tế|phòng nội vụ|\bđài\b|mttq (?!việt nam)",
        "the offices of 2026: phường, xã; Báo và phát thanh, truyền hình; Ủy ban MTTQ Việt Nam",
        (*HISTORICAL, "README.svg", "hậu đài"),
    ),
    Old("o[àáảãạèéẻẽẹ](?![a-zà-ỹ])|(?<!q)u[ỳýỷỹỵ](?![a-zà-ỹ])", "òa, óe, úy"),
)
ENGLISH = (
    Old(r"\badvices\b|^warning$", "pieces of advice"),
    Old("who has a code", "those with a code"),
    Old(r"acknowledge|\bis ready$|● ready|^ready(,|$)", "got it", ("sound.", "this machine is ready")),
    Old(r"^crew$|\bor crew\b|and crew$", "ushers", ("cli.EN.plan_crew", "report.EN.crew")),
    Old(r"\bthrow|thrown", "remove"),
    Old(r"^ground$|dark ground", "theme"),
    Old(r"\bsigns\b|\ba sign\b", "characters; symbols, of what a font has"),
    Old("directive address", "guiding remarks"),
    Old("walk-up|warn the next|exemplary guests|^properties", "walk-on, stand by, role models, props"),
    Old(r"\bunskip|^back in:", "bring back", ("README.md",)),
    Old(r"done again|taken? back|made again", "undone, redone"),
    Old(
        r"\bprogramme\b",
        "agenda",
        (
            "documents.",
            "arguments.EN.import",
            "arguments.EN.print",
            "printing.EN.",
            "copy the programme",
            "the programme starts at",
        ),
    ),
    Old("(of|by) custom", "default"),
    Old(r"\bcaller\b", "stage manager"),
    Old(r"\bsittings?\b", "session"),
    Old(r"\brecords?\b", "journal"),
)
OF = {Language.VI: VIETNAMESE, Language.EN: ENGLISH}


class Said(NamedTuple):
    """What people read, and where it stands: a phrase's place in texts/, or a file and its line."""

    place: str
    text: str
    language: Language


def inside(node: ast.expr | None, place: str, language: Language | None) -> Iterator[Said]:
    match node:
        case ast.Constant(value=str() as text) if language is not None:
            yield Said(place, text, language)
        case ast.Call(args=args, keywords=keywords):
            for each in args:
                yield from inside(each, place, language)
            for keyword in keywords:
                yield from inside(keyword.value, f"{place}.{keyword.arg}", language)
        case ast.Dict(keys=keys, values=values):
            for key, each in zip(keys, values, strict=True):
                if isinstance(key, ast.Attribute) and key.attr in Language.__members__:
                    yield from inside(each, place, Language[key.attr])
                else:
                    yield from inside(each, f"{place}.{ast.literal_eval(key or each)}", language)


def phrases() -> Iterator[Said]:
    """Every phrase of texts/, in its language."""
    for path in sorted((ROOT / "runofshow" / "texts").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(name := node.targets[0], ast.Name):
                language = Language.__members__.get(name.id[:2])
                yield from inside(node.value, f"{path.stem}.{name.id}", language)


def lines(path: Path, *languages: Language) -> Iterator[Said]:
    """A file's lines."""
    place = path.relative_to(ROOT).as_posix()
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".svg":
        text = unescape(re.sub("<[^>]*>", "", text)).replace("\xa0", " ")
    for number, line in enumerate(text.splitlines(), 1):
        for language in languages:
            yield Said(f"{place}:{number}", line.strip(), language)


def labels() -> Iterator[Said]:
    """What the catalogue calls its kinds, cues and tracks; not what it has to be read aloud."""
    path = ROOT / "runofshow" / "agenda_file" / "kinds.json"
    catalogue = json.loads(path.read_text(encoding="utf-8"))
    cues = [cue for kind in catalogue["kinds"] for cue in kind.get("cues", [])]
    for one in (*catalogue["kinds"], *catalogue["tracks"], *cues):
        for language in Language:
            if language.value in one:
                yield Said(f"{path.name} {one.get('id', '')}", one[language.value], language)


def read() -> Iterator[Said]:
    """Everything that people read, but what the catalogue of kinds has to be read aloud."""
    yield from phrases()
    yield from labels()
    yield from lines(ROOT / "README.md", Language.EN, Language.VI)
    for name in ("README.vi.md", "README.svg", "runofshow/agenda_file/remedies.py"):
        yield from lines(ROOT / name, Language.VI)
    for path in sorted((ROOT / "agendas").glob("*.yaml")):
        is_of_today = path.name == "full-example.yaml"
        yield from (said for said in lines(path, Language.VI) if is_of_today or said.text.startswith("#"))
    for path in sorted((ROOT / "runofshow" / "web" / "pages").iterdir()):
        if path.suffix in {".js", ".css"}:
            yield from lines(path, Language.VI)


def is_old(said: Said, old: Old) -> bool:
    if said.place.startswith(old.right):
        return False
    # In Markdown the names of code, which are a promise, stand between two of these.
    text = re.sub("`[^`]*`", "`", said.text).lower() if ".md:" in said.place else said.text.lower()
    for right in old.right:
        text = text.replace(right, "")
    return re.search(old.word, text) is not None


def uses(said: Said) -> list[str]:
    """What to say instead of each old word in it."""
    return [old.use for old in OF[said.language] if is_old(said, old)]


@pytest.fixture(scope="module")
def all_said() -> tuple[Said, ...]:
    return tuple(read())


def test_no_old_word_has_come_back(all_said: tuple[Said, ...]) -> None:
    assert [f"{said.place} {said.text!r}: {use}" for said in all_said for use in uses(said)] == []


@pytest.mark.parametrize(
    ("place", "text", "use"),
    [
        ("console.VI.live", "TRỰC TIẾP", "chính thức"),
        ("console.VI.assumed", "phỏng định", "tạm tính"),
        ("running.VI.hard_out", "giờ chót {at}", "hạn kết thúc"),
        ("running.VI.cue_gone", "đã đi {at}", "đã gọi"),
        ("report.VI.calls.go", "Thực hiện", "ĐI"),
        ("report.VI.who", "Người thực hiện", "người gọi"),
        ("keys.VI.stage", "sân khấu", "điều hành"),
        ("keys.VI.joining_long", "mã vào của từng vai trò", "vai"),
        ("calling.VI.go_session", "Hết phiên này, chờ phiên {title}", "phiên"),
        ("cli.VI.which_session", "Kịch bản có nhiều buổi:", "phiên"),
        ("alarms.VI.engine", "Chương trình gặp lỗi", "kịch bản, or phần mềm"),
        ("words.VI.warning", "cảnh báo", "lời khuyên"),
        ("README.vi.md:10", "organiser: UBND thị xã", "the offices of 2026"),
        ("agendas/full-example.yaml:15", "- Chủ tịch Ủy ban MTTQ tỉnh", "the offices of 2026"),
        ("doctor.VI.folder", "thư mục và các khoá", "òa"),
        ("roles.EN.crew", "Crew", "ushers"),
        ("frame.EN.join_hint", "Six signs; ask", "characters"),
        ("running.EN.cue_ready", "READY", "got it"),
    ],
)
def test_an_old_word_is_seen_where_it_stood(place: str, text: str, use: str) -> None:
    language = Language.EN if ".EN." in place else Language.VI
    assert [one for one in uses(Said(place, text, language)) if one.startswith(use)] != []


def test_an_old_word_stays_where_it_is_right() -> None:
    for place, text in (
        ("console.VI.column_by", "NGƯỜI THỰC HIỆN"),
        ("following.VI.display_soon", "Chương trình bắt đầu lúc {at}"),
        ("agendas/bim-son-2020.yaml:20", "# UBND thị xã, người lao động trực tiếp sản xuất"),
        ("agendas/full-example.yaml:400", "- {what: Gửi báo cáo kết quả hội nghị lên UBND tỉnh}"),
        ("alarms.VI.alarm", "Không có cảnh báo nào."),
    ):
        assert uses(Said(place, text, Language.VI)) == [], text
    assert uses(Said("README.md:200", "`unskip` is an order, a record is not", Language.EN)) == ["journal"]


def test_every_exception_is_needed(all_said: tuple[Said, ...]) -> None:
    for language, words in OF.items():
        said = [one for one in all_said if one.language is language]
        for old in words:
            for right in old.right:
                rest = old._replace(right=tuple(each for each in old.right if each != right))
                assert right in HISTORICAL or any(is_old(one, rest) for one in said), (old.word, right)


def test_both_languages_have_every_phrase(all_said: tuple[Said, ...]) -> None:
    places = {
        language: {said.place.replace(language.name, "") for said in phrases() if said.language is language}
        for language in Language
    }
    assert places[Language.VI] == places[Language.EN]
    assert len(places[Language.VI]) > 1500


def test_every_command_that_is_named_is_there(all_said: tuple[Said, ...]) -> None:
    more = [said for name in ("CONTRIBUTING.md", "CHANGELOG.md") for said in lines(ROOT / name, Language.EN)]
    named = re.compile(r"(?:runofshow|scripts/run|scripts\\run\.cmd) ([a-z][a-z-]*)\b")
    commands = [(name, said) for said in (*all_said, *more) for name in named.findall(said.text)]
    assert {name for name, _ in commands} >= {"doctor", "shows", "report", "kinds", "check"}
    assert [(name, said) for name, said in commands if name not in get_args(Command)] == []
