"""`print --for all` as .docx, and `import` of what came of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.cli.agendas import here
from runofshow.core.agenda import Agenda
from runofshow.core.value import replace

EXAMPLE = Path(__file__).parents[2] / "agendas" / "full-example.yaml"


def agenda_of(path: Path) -> Agenda:
    now, tz = here()
    agenda = read_agenda(path, tz=tz, today=now.date()).agenda
    assert agenda is not None
    return replace(agenda, signals=(), gear=())


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_printed_script_is_imported_as_the_agenda_it_was(tmp_path: Path, language: str) -> None:
    script, new = tmp_path / "script.docx", tmp_path / "new.yaml"
    assert main(["print", str(EXAMPLE), "--for", "all", "-o", str(script), "--lang", language]) == 0
    assert main(["import", str(script), "-o", str(new)]) == 0
    # the texts of speeches travel beside a script, not in it
    shutil.copy(EXAMPLE.parent / "canh-dong-mot-giong.txt", tmp_path)
    assert agenda_of(new) == agenda_of(EXAMPLE)


def test_what_cannot_be_read_is_told_with_its_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "kich-ban.docx"
    assert main(["print", str(EXAMPLE), "--for", "all", "-o", str(script)]) == 0
    document = docx.Document(str(script))
    cell = document.tables[0].rows[2].cells[0]
    cell.paragraphs[0].runs[0].text = "lúc đông đủ"
    document.save(str(script))
    assert main(["import", str(script), "-o", str(tmp_path / "new.yaml")]) == 1
    told = capsys.readouterr().err
    assert "kich-ban.docx, bảng 1, dòng 3, ô 1" in told
    assert "lúc đông đủ" in told
    assert not (tmp_path / "new.yaml").exists()


def test_what_changed_on_paper_is_taken_into_the_agenda_in_use_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script, agenda = tmp_path / "kich-ban.docx", tmp_path / "agenda.yaml"
    agenda.write_bytes(EXAMPLE.read_bytes())
    assert main(["print", str(agenda), "--for", "all", "-o", str(script)]) == 0
    assert main(["import", str(script), "--into", str(agenda), "--accept", "all"]) == 0
    assert agenda.read_bytes() == EXAMPLE.read_bytes()
    document = docx.Document(str(script))
    rows = [row for table in document.tables for row in table.rows]
    row = next(row for row in rows if row.cells[1].text.startswith("3. Chào cờ"))
    row.cells[1].paragraphs[0].runs[0].text = "3. Lễ chào cờ"
    document.save(str(script))
    capsys.readouterr()
    assert main(["import", str(script), "--into", str(agenda), "--accept", "all"]) == 0
    old, new = (path.read_text(encoding="utf-8").splitlines() for path in (EXAMPLE, agenda))
    changed = [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    assert [(before.strip(" -"), after.strip(" -")) for before, after in changed] == [
        ("title: Chào cờ", "title: Lễ chào cờ")
    ]
