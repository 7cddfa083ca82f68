"""`print --changed-since`: the pages to be exchanged, and what people hold kept for it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from runofshow.cli import main
from runofshow.cli.agendas import REVISION, file_digest
from runofshow.cli.printed import Printed, Store
from tests.printing.agendas import AGENDA

MORE = "".join(f"- {{title: Phát biểu {at}, kind: speech, by: Bà Hai}}\n" for at in range(40))
LONG = AGENDA.replace("duties:", f"{MORE}duties:")
KINDS = "all,mc,music,crew,chair,programme"


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(LONG, encoding="utf-8")
    return path


def printed(*arguments: str | Path) -> int:
    return main(("print", *map(str, arguments)), os.environ)


def revision_of(path: Path) -> str:
    return file_digest(path)[:REVISION]


def changed(agenda: Path) -> Path:
    """The same with another speaker in one line."""
    newer = agenda.with_name("newer.yaml")
    newer.write_text(
        LONG.replace("Phát biểu 30, kind: speech, by: Bà Hai", "Phát biểu 30, kind: speech, by: Ông Ba"),
        "utf-8",
    )
    return newer


def test_only_the_page_that_changed_is_printed_and_named(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(agenda, "-o", agenda.with_name("a.docx")) == 0
    newer, since = changed(agenda), revision_of(agenda)
    capsys.readouterr()
    assert printed(newer, "--changed-since", since[:4], "-o", agenda.with_name("b.docx")) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("Kịch bản điều hành: thay trang ")
    assert "," not in told[0]
    # the MC thanks the speaker in the words of the next
    assert told[1] == "  Mục đổi: 35. Phát biểu 30; 36. Phát biểu 31"
    page = told[0].removeprefix("Kịch bản điều hành: thay trang ").rstrip(".")
    document = docx.Document(str(agenda.with_name("b.docx")))
    assert len(document.tables) == 1
    heads = [paragraph.text for paragraph in document.sections[0].header.paragraphs]
    assert heads == [page, f"Trang {page} (thay trang {page} của bản {since})"]


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.xlsx", "agenda.yaml"])
def test_what_people_hold_is_told_by_any_file_of_it(
    agenda: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name != "agenda.yaml":
        assert printed(agenda, "--for", "chair", "-o", agenda.with_name(name)) == 0
    capsys.readouterr()
    held = agenda.with_name(name)
    new = agenda.with_name("b.html")
    assert printed(changed(agenda), "--for", "chair", "--changed-since", held, "-o", new, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["since"] == revision_of(agenda)
    (paper,) = told["papers"]
    assert (len(paper["exchange"]), paper["add"], paper["withdraw"]) == (1, [], [])
    assert [(each["what"], each["name"]) for each in paper["changes"]] == [("changed", "35. Phát biểu 30")]
    assert "<u>" in new.read_text(encoding="utf-8")


def test_nothing_changed_writes_nothing_and_says_so(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(agenda, "--for", KINDS, "-o", agenda.with_name("a")) == 0
    same = agenda.with_name("same.yaml")
    same.write_text(LONG + "# một lời ghi\n", encoding="utf-8")
    capsys.readouterr()
    new = agenda.with_name("b")
    assert printed(same, "--for", KINDS, "--changed-since", revision_of(agenda), "-o", new) == 0
    assert capsys.readouterr().out == f"Không trang nào phải thay so với bản {revision_of(agenda)}.\n"
    assert not new.exists()


def test_a_page_put_in_is_known_at_the_next_exchange(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(agenda, "--for", "programme", "-o", agenda.with_name("a.docx")) == 0
    second = agenda.with_name("second.yaml")
    more = "".join(f"- {{title: Mục thêm {at}, kind: speech, by: Bà Tư}}\n" for at in range(9))
    second.write_text(LONG.replace("- title: Khai mạc", f"{more}- title: Khai mạc"), encoding="utf-8")
    capsys.readouterr()
    since = revision_of(agenda)
    assert (
        printed(second, "--for", "programme", "--changed-since", since, "-o", agenda.with_name("b.docx")) == 0
    )
    assert "thêm trang 1a" in capsys.readouterr().out
    third = agenda.with_name("third.yaml")
    third.write_text(second.read_text("utf-8").replace("Mục thêm 8", "Mục thêm khác"), encoding="utf-8")
    since = revision_of(second)
    assert (
        printed(third, "--for", "programme", "--changed-since", since, "-o", agenda.with_name("c.docx")) == 0
    )
    assert "thêm" not in capsys.readouterr().out.splitlines()[0]
    # who still says the first is told that pages of it were exchanged meanwhile
    first = revision_of(agenda)
    assert (
        printed(third, "--for", "programme", "--changed-since", first, "-o", agenda.with_name("e.docx")) == 0
    )
    assert f"--changed-since {revision_of(second)}" in capsys.readouterr().err
    # a whole paper of the second is printed on the pages that people hold of it
    assert printed(second, "--for", "programme", "-o", agenda.with_name("d.xlsx")) == 0
    assert "1a" in CalamineWorkbook.from_path(str(agenda.with_name("d.xlsx"))).sheet_names


def test_a_paper_that_was_left_out_of_an_exchange_is_held_against_its_own_last_pages(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printed(agenda, "--for", "all,programme", "-o", agenda.with_name("a")) == 0
    first, newer = revision_of(agenda), changed(agenda)
    assert printed(newer, "--changed-since", first, "-o", agenda.with_name("b.docx")) == 0
    third = agenda.with_name("third.yaml")
    third.write_text(newer.read_text("utf-8").replace("Phát biểu 1,", "Phát biểu một,"), encoding="utf-8")
    capsys.readouterr()
    asked = ("--for", "all,programme", "--changed-since", revision_of(newer), "-o", agenda.with_name("c"))
    assert printed(third, *asked, "--json") == 0
    told, complained = capsys.readouterr()
    assert complained == ""
    script, programme = json.loads(told)["papers"]
    assert [change["name"] for change in script["changes"]] == ["6. Phát biểu một"]
    # and what the exchange of the script alone had changed
    assert [change["name"] for change in programme["changes"]] == ["6. Phát biểu một", "35. Phát biểu 30"]


def test_who_goes_back_to_an_older_plan_goes_round_once(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = changed(agenda)
    first, second = revision_of(agenda), revision_of(newer)
    assert printed(agenda, "-o", agenda.with_name("a.html")) == 0
    assert printed(newer, "--changed-since", first, "-o", agenda.with_name("b.html")) == 0
    assert printed(agenda, "--changed-since", second, "-o", agenda.with_name("c.html")) == 0
    asked = ("--for", "chair", "--changed-since", first, "-o", agenda.with_name("d.html"))
    assert printed(newer, *asked) == 0
    assert "tính như đã in cả tập" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("since", "told"),
    [
        ("ffff", "Máy này chưa giữ bản in nào"),
        ("b.txt", "Không đọc được số bản in nào trong b.txt"),
        ("b.yaml", "b.yaml không đọc được như một agenda;"),
    ],
)
def test_what_is_not_known_is_said_in_a_sentence(
    agenda: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, since: str, told: str
) -> None:
    monkeypatch.chdir(agenda.parent)
    agenda.with_name("b.txt").write_text("Bản nào đó", encoding="utf-8")
    agenda.with_name("b.yaml").write_text("title: Hội nghị", encoding="utf-8")
    assert printed(agenda, "--changed-since", since, "-o", "b.docx") == 1
    errors = capsys.readouterr().err
    assert told in errors
    assert len(errors.splitlines()) == 1


def test_a_home_that_cannot_be_written_hinders_no_print(
    agenda: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = agenda.with_name("home.txt")
    home.write_text("", encoding="utf-8")
    monkeypatch.setenv("RUNOFSHOW_HOME", str(home))
    assert printed(agenda, "-o", agenda.with_name("a.docx")) == 0
    assert agenda.with_name("a.docx").exists()
    assert "không ghi nhớ được các trang đã in" in capsys.readouterr().err


def test_the_oldest_revisions_are_thrown_away(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for number in range(53):
        store.keep(Printed(f"{number:08x}", "", {}))
        path = tmp_path / "printed" / f"{number:08x}.json"
        os.utime(path, (number, number))
    assert len(store.named("")) <= 51
    assert store.named("")[0] == f"{52:08x}"
    assert store.find("00000000") is None


def listing(folder: Path, names: list[str]) -> Path:
    """An award whose names stand in a file beside the agenda."""
    folder.mkdir(exist_ok=True)
    (folder / "ten.csv").write_text("\n".join(["Họ và tên", *names]), "utf-8")
    path = folder / "agenda.yaml"
    award = "{list: ten.csv, batch: 3, form: Giấy khen}"
    path.write_text(
        f"title: Tổng kết\nitems:\n- {{title: Tặng Giấy khen, kind: award, award: {award}}}\n", "utf-8"
    )
    return path


@pytest.mark.parametrize("how", ["revision", "paper", "agenda"])
def test_other_names_in_a_list_beside_the_agenda_are_another_version(
    how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung"]
    agenda = listing(tmp_path / "held", names)
    since = revision_of(agenda)
    held: str | Path = since if how == "revision" else tmp_path / "a.docx"
    assert printed(agenda, "--for", "servers", "-o", tmp_path / "a.docx") == 0
    if how == "agenda":
        held, agenda = agenda, listing(tmp_path / "now", names)
    listing(agenda.parent, [*names[:3], "Phạm Thị Dung Em"])
    capsys.readouterr()
    assert revision_of(agenda) != since
    asked = ("--for", "servers,reader", "--changed-since", held, "-o", tmp_path / "b", "--json")
    assert printed(agenda, *asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["since"] == since
    for paper in told["papers"]:
        # the second batch has a page of its own
        assert (len(paper["exchange"]), paper["add"], paper["withdraw"]) == (1, [], [])
        assert "Phạm Thị Dung Em" in "".join(each["name"] for each in paper["changes"])
