"""A sheet with every sort of block, for the tests of what draws it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from runofshow.paper.sheet import (
    Cell,
    Column,
    Facing,
    Fact,
    Facts,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
    cell,
    paragraph,
)

HOUR = datetime(2026, 3, 27, 7, 30)  # noqa: DTZ001 - an hour where the show is, as a spreadsheet has it


def sample(*, landscape: bool = True, rows: int = 2) -> Paper:
    """A letterhead, a subject, a table of `rows` lines under a session, and a last word."""
    lines = tuple(
        Row(
            (cell("07:30", value=HOUR), cell(f"Mục {at}", "dòng hai"), cell("7'", value=timedelta(minutes=7)))
        )
        for at in range(rows)
    )
    return Paper(
        title="Kịch bản <thử> & xem",
        language="vi",
        landscape=landscape,
        foot="Bản 1a2b3c4d · in 08:00 ngày 27/3/2026",
        printed_at=datetime(2026, 3, 27, 1, 0, tzinfo=UTC),
        blocks=(
            Facing(
                (paragraph("UBND PHƯỜNG", Style.ORGAN),),
                (paragraph("CỘNG HÒA", Style.NATION), paragraph("Độc lập", Style.MOTTO)),
            ),
            paragraph("KỊCH BẢN", Style.KIND),
            paragraph("Phần một", Style.HEADING, keep_with_next=True),
            Table(
                (Column("Giờ", 1, figures=True), Column("Nội dung", 4), Column("Dài", 1, figures=True)),
                (Row((Cell(((Run("Buổi sáng"),),)),), Level.SESSION), *lines),
                name="Kịch bản",
            ),
            Facts(
                (
                    Fact("Bắt đầu", (Run("7h42"),), (Run("kế hoạch 7h30"), Run("muộn 12'", tone=Tone.OVER))),
                    Fact("Đại biểu", (Run("120"), Run("có mặt", small=True))),
                )
            ),
            paragraph("TỔNG DUYỆT", Style.MARK),
            Paragraph((Run("Hết, "), Run("<b>đậm</b>", bold=True)), new_page=True),
        ),
    )
