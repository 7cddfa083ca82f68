"""Programmes as sheets, pages, pasted text and what an old program leaves."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Sequence
from datetime import time
from html import escape
from pathlib import Path

import xlsxwriter

from tests.documents.made.programmes import BUSY_NOTATIONS
from tests.documents.made.spelling import PLAN_AFTER, above, cells, first, hours, plan_before, with_headings
from tests.documents.score import Item, Programme

# Sheets


def sheet_of_real_times(path: Path, programme: Programme) -> None:
    """Start and end are numbers that only their format makes hours; blank rows and a merged title above."""
    book = xlsxwriter.Workbook(str(path))
    sheet, clock = book.add_worksheet("Chương trình"), book.add_format({"num_format": "h:mm"})
    for above_it, line in enumerate(above(programme)):
        sheet.merge_range(above_it, 0, above_it, 4, line)
    for column, name in enumerate(("STT", "Bắt đầu", "Kết thúc", "Nội dung", "Phụ trách")):
        sheet.write(7, column, name)
    for number, item in enumerate(programme.items, 1):
        sheet.write(7 + number, 0, number)
        for column, at in ((1, first(item.start)), (2, first(item.end))):
            sheet.write_datetime(7 + number, column, time(int(at[:2]), int(at[3:])), clock)
        sheet.write(7 + number, 3, first(item.title))
        sheet.write(7 + number, 4, first(item.by))
    book.close()


def sheet_with_an_older_one_hidden(
    path: Path, programme: Programme, headings: Sequence[tuple[int, str]]
) -> None:
    """Notes above the head, rows of sittings, a total below; an older version and a list of guests beside."""
    book = xlsxwriter.Workbook(str(path))
    older, sheet, guests = (book.add_worksheet(name) for name in ("Bản cũ", "Kịch bản", "Đại biểu"))
    older.write_row(0, 0, ("Thời gian", "Nội dung"))
    older.write_row(1, 0, ("6h00 - 6h30", "Bản này đã bỏ"))
    older.hide()
    guests.write_row(0, 0, ("STT", "Họ và tên", "Đơn vị"))
    guests.write_row(1, 0, (1, "Lê Thị Sen", "UBND huyện"))
    sheet.activate()
    sheet.write(0, 0, first(programme.title))
    sheet.write(1, 0, "Ghi chú: các đơn vị có mặt trước 30 phút.")
    sheet.write_row(3, 0, ("STT", "Thời gian", "Nội dung", "Ghi chú"))
    at = 4
    for each in with_headings(programme, headings):
        if isinstance(each, str):
            sheet.merge_range(at, 0, at, 3, each)
        else:
            sheet.write_row(at, 0, cells(each[1], each[0], "ntw"))
        at += 1
    sheet.write_row(at, 0, ("Tổng cộng", "", f"{len(programme.items)} mục"))
    book.close()


def sheet_by_lengths(path: Path, programme: Programme) -> None:
    """A start, a length in minutes, and the words last."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_column(0, 0, above(programme))
    sheet.write_row(6, 0, ("TT", "Giờ bắt đầu", "Thời lượng (phút)", "Người thực hiện", "Nội dung công việc"))
    for number, item in enumerate(programme.items, 1):
        told = cells(item, number, "nsmbw")
        sheet.write_row(6 + number, 0, (number, told[1], int(told[2]), *told[3:]))
    book.close()


def comma_file(path: Path, programme: Programme) -> None:
    """As a Vietnamese Excel writes it: semicolons, and a mark at the beginning."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([line] for line in above(programme))
        writer.writerow(("Thời gian", "Nội dung", "Người thực hiện"))
        writer.writerows(cells(item, 0, "twb") for item in programme.items)


# Text


def _text(path: Path, programme: Programme, lines: Sequence[str]) -> None:
    path.write_text("\n".join((*above(programme), "", *lines)) + "\n", encoding="utf-8")


def dash_lines(path: Path, programme: Programme, headings: Sequence[tuple[int, str]] = ()) -> None:
    told = (
        each if isinstance(each, str) else f"\t- {hours(each[1], ' – ')}: {first(each[1].title)}."
        for each in with_headings(programme, headings)
    )
    _text(path, programme, list(told))


def decomposed(path: Path, programme: Programme) -> None:
    """Letters apart from their marks, as a Mac gives them."""
    dash_lines(path, programme)
    path.write_text(unicodedata.normalize("NFD", path.read_text("utf-8")), encoding="utf-8")


def a_cell_a_line(path: Path, programme: Programme) -> None:
    """A table pasted where there are no tables: every cell on a line of its own."""
    told = ["Thời gian", "Nội dung", "Người thực hiện"]
    for item in programme.items:
        told += cells(item, 0, "twb")
    _text(path, programme, told)


def cells_by_bars(path: Path, programme: Programme) -> None:
    head = "Thời gian | Nội dung | Người thực hiện"
    _text(path, programme, [head, *(" | ".join(cells(item, 0, "twb")) for item in programme.items)])


def words_before_hours(path: Path, programme: Programme) -> None:
    """The words stand on one line, their hour on the next."""
    told: list[str] = []
    for item in programme.items:
        told += [first(item.title), hours(item), ""]
    _text(path, programme, told)


def hours_at_the_end(path: Path, programme: Programme) -> None:
    _text(path, programme, [f"• {first(item.title)} ({hours(item)})" for item in programme.items])


def lengths_in_brackets(path: Path, programme: Programme, length: Callable[[int], int]) -> None:
    told = (f"{at + 1}. {first(item.title)} ({length(at)} phút)" for at, item in enumerate(programme.items))
    _text(path, programme, list(told))


def every_notation(path: Path, programme: Programme) -> None:
    """No two lines write their hours alike."""
    told = zip(BUSY_NOTATIONS, programme.items, strict=True)
    _text(path, programme, [f"{at}: {first(item.title)}" for at, item in told])


def twelve_hours(path: Path, programme: Programme) -> None:
    """«8:00 AM – 8:15 AM» on the line with the words."""

    def clock(at: str) -> str:
        hour = int(at[:2])
        return f"{(hour - 1) % 12 + 1}:{at[3:]} {'AM' if hour < 12 else 'PM'}"

    told = (
        f"{clock(first(item.start))} – {clock(first(item.end))}  {first(item.title)}"
        for item in programme.items
    )
    _text(path, programme, list(told))


def in_one_sentence(path: Path, programme: Programme) -> None:
    """«Chương trình gồm: …; …; ….»"""
    told = "; ".join(first(item.title) for item in programme.items)
    _text(path, programme, [f"Chương trình hội nghị gồm các nội dung sau: {told}."])


def markdown(path: Path, programme: Programme, days: Sequence[tuple[int, str]]) -> None:
    """A table under each day."""
    head = "| Thời gian | Nội dung | Giảng viên |\n|---|---|---|"
    told = [f"# {first(programme.title)}", f"**Địa điểm:** {first(programme.venue)}", "## Chương trình", ""]
    for each in with_headings(programme, days):
        told += (
            ["", f"### {each}", "", head]
            if isinstance(each, str)
            else [f"| {' | '.join(cells(each[1], 0, 'twb'))} |"]
        )
    path.write_text("\n".join(told), encoding="utf-8")


def decree(path: Path, _: Programme) -> None:
    """A decision with the names of those it honours."""
    names = "\n".join(
        f"{at + 1}. Ông (bà) {each}, Phòng Kinh tế."
        for at, each in enumerate(("Lê Thị Sen", "Tạ Bích Vân", "Lý Bền"))
    )
    path.write_text(
        "UBND HUYỆN THẠCH LÂM\nQUYẾT ĐỊNH\nVề việc tặng Giấy khen của Chủ tịch UBND huyện\n"
        "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022;\n"
        "Điều 1. Tặng Giấy khen cho 03 cá nhân đã có thành tích xuất sắc trong phong trào thi đua, gồm:\n"
        f"{names}\nĐiều 2. Quyết định có hiệu lực từ ngày ký.\n"
        "Điều 3. Chánh Văn phòng, Trưởng phòng Nội vụ chịu trách nhiệm thi hành./.\n",
        encoding="utf-8",
    )


# Pages


def page(body: str, title: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{escape(title)}</title></head>'
        f"<body>{body}</body></html>"
    )


def _tagged(name: str, parts: Sequence[str]) -> str:
    return "".join(f"<{name}>{escape(each)}</{name}>" for each in parts)


def table_of(items: Sequence[Item], columns: str, names: Sequence[str]) -> str:
    rows = "".join(f"<tr>{_tagged('td', cells(item, at + 1, columns))}</tr>" for at, item in enumerate(items))
    return f"<table border=1 cellspacing=0 cellpadding=4><tr>{_tagged('th', names)}</tr>{rows}</table>"


def saved_page(path: Path, programme: Programme) -> None:
    """A page as a browser keeps it: menus before, news after, and the table between."""
    menu = f"<nav><ul>{_tagged('li', ('Trang chủ', 'Tiếp công dân 7h30 - 11h30', 'Liên hệ'))}</ul></nav>"
    news = (
        f"<aside><h3>Tin khác</h3><ul>{_tagged('li', ('Khai mạc giải bóng đá', 'Trao thưởng'))}</ul></aside>"
    )
    body = table_of(programme.items, "ntwb", ("STT", "Thời gian", "Nội dung", "Thực hiện"))
    path.write_text(
        page(f"{menu}{_tagged('p', above(programme))}{body}{news}", "Cổng thông tin"), encoding="utf-8"
    )


def list_page(path: Path, programme: Programme) -> None:
    told = "".join(
        f"<li><strong>{hours(item, ' – ')}:</strong> {escape(first(item.title))}</li>"
        for item in programme.items
    )
    path.write_text(page(f"{_tagged('p', above(programme))}<ul>{told}</ul>"), encoding="utf-8")


def cards_page(path: Path, programme: Programme) -> None:
    """Boxes and no table: the hour, the words and the presenter each in one."""
    told = "".join(
        f"<div class=row><div>{hours(item)}</div><div><h3>{escape(first(item.title))}</h3>"
        f"<p>{escape(first(item.by))}</p></div></div>"
        for item in programme.items
    )
    path.write_text(page(f"{_tagged('p', above(programme))}{told}"), encoding="utf-8")


def plan_page(programme: Programme) -> str:
    """A plan with its programme as a list, to be printed."""
    told = [f"- {first(item.title)};" for item in programme.items]
    return page(_tagged("p", [*plan_before(programme), *told, *PLAN_AFTER]))


def table_page(programme: Programme) -> str:
    """A programme as a table over two pages, to be printed."""
    body = table_of(programme.items, "ntwb", ("STT", "Thời gian", "Nội dung", "Người thực hiện"))
    style = "<style>body{font:15pt serif} td{height:26mm}</style>"
    return page(f"{style}{_tagged('p', above(programme))}{body}")
