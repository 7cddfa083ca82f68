"""An agenda with everything internal in it, for the tests of what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from runofshow.agenda_file.reader import read_plan
from runofshow.paper.sheet import Block, Cell, Chart, Facing, Facts, Paper, Paragraph, Run, Table, line
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language

TZ = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 30, 1, 5, tzinfo=UTC)
AGENDAS = Path(__file__).resolve().parents[2] / "agendas"

AGENDA = """\
title: Hội nghị thử
organiser: UBND phường Hương Sen
venue: Hội trường A
date: 5/2/2027
basis: thực hiện Kế hoạch số 12/KH-UBND ngày 03/01/2027
chair_panel: ["Đồng chí Trần Minh Quang, Chủ tịch UBND phường"]
crew: {music: "Tổ MẬT, 0912345678", mc: Bà MẬT dẫn}
notes: Ghi chú MẬT của ban tổ chức, gọi 0912345678
backdrop: PHÔNG MẬT
tracks:
- {id: quoc_ca, title: Bản MẬT, file: mat.mp3, mark: anthem_without_words}
- {id: nen, title: Nền MẬT, file: nen.mp3, loop: true, volume: 60}
start: 7h30
items:
- title: Chào cờ
  kind: flag_salute
  duration: 5'
  mc: Nghiêm MẬT!
  cues:
  - {to: music, do: play, track: quoc_ca, at: word Chào MẬT, text: Phát MẬT}
  - {to: lights, do: do, text: Sáng MẬT, at: start + 10s}
- title: Khai mạc
  kind: opening
  duration: 10'
  by: Đồng chí Trần Minh Quang, Chủ tịch UBND phường
  notes: Mục MẬT 0912345678
  backdrop: MẬT sau lưng
  handin: {due: 1/2/2027, received: false}
- title: Khen thưởng
  kind: award
  parts:
  - title: Giấy khen
    kind: award
    duration: 7'
    by: Lãnh đạo phường
    award:
      decision: Quyết định MẬT
      reader: Bà Đọc MẬT
      presenter: Đồng chí Trần Minh Quang, Chủ tịch UBND phường
      recipients: [Ông Nhận MẬT, "Bà Hai MẬT (nhận thay: anh Ba)"]
    cues:
    - {to: crew, do: do, text: Khay MẬT, at: end - 1'}
    - {to: mc, do: say, text: Hẹn MẬT, at: end - 30s}
- title: Tham luận
  kind: paper
  optional: true
duties:
- {what: Việc MẬT, by: Người MẬT, due: 1/2/2027, when: before}
"""
SECRET = "MẬT"
PHONE = "0912345678"


def made(folder: Path, text: str = AGENDA, language: Language = Language.VI) -> Plan:
    """`text` laid out for printing."""
    path = folder / "agenda.yaml"
    path.write_text(text, encoding="utf-8")
    return plan_from(path, language)


def plan_from(path: Path, language: Language = Language.VI) -> Plan:
    """An agenda file laid out for printing."""
    reading = read_plan(path, tz=TZ, today=NOW.date(), language=language)
    assert reading.agenda is not None, reading.complaints
    return plan_of(reading.agenda, TZ, language, revision="1a2b3c4d", printed_at=NOW)


def said(runs: tuple[Run, ...]) -> str:
    """The text of runs."""
    return "".join(run.text for run in runs)


def text_of(cell: Cell) -> str:
    """The lines of a cell."""
    return "\n".join(map(said, cell.lines))


def tables(paper: Paper) -> list[list[list[str]]]:
    """The text of every table: rows of cells, its head first."""
    return [
        [
            [column.head for column in block.columns],
            *([text_of(cell) for cell in row.cells] for row in block.rows),
        ]
        for block in paper.blocks
        if isinstance(block, Table)
    ]


def everything(paper: Paper) -> str:
    """All text on a paper."""
    found = [paper.title, paper.foot]
    for block in paper.blocks:
        match block:
            case Table():
                found += [column.head for column in block.columns]
                found += [text_of(cell) for row in block.rows for cell in row.cells]
            case Facing():
                found += [said(each.runs) for each in (*block.left, *block.right)]
            case Facts():
                found += [f"{fact.name}\n{said(fact.said())}" for fact in block.facts]
            case Paragraph():
                found.append(said(block.runs))
    return "\n".join(found)


def paragraphs(paper: Paper) -> list[str]:
    """The paragraphs, without tables."""
    return [said(block.runs) for block in paper.blocks if isinstance(block, Paragraph)]


def first_words(page: Sequence[Block]) -> str:
    """What a page begins with, without spaces: a head with the first row of its table, or a paragraph."""
    match page[0]:
        case Table() as table:
            told = [*(column.head for column in table.columns), text_of(table.rows[0].cells[0])]
        case Facing() as facing:
            told = [said(facing.left[0].runs)]
        case Facts() as facts:
            told = [facts.facts[0].name]
        case Chart() as chart:
            told = [chart.title]
        case paragraph:
            told = [said(paragraph.runs)]
    return "".join("".join(told).split())


def lines_of(block: Block) -> Iterator[tuple[Run, ...]]:
    """Every line of text of a block, but the heads of tables."""
    match block:
        case Paragraph():
            yield block.runs
        case Table():
            yield from (runs for row in block.rows for cell in row.cells for runs in cell.lines)
        case Facing():
            yield from (each.runs for each in (*block.left, *block.right))
        case Facts():
            yield from (runs for fact in block.facts for runs in (line(fact.name), fact.said()))
        case Chart():
            """A picture."""
