"""A show as large as they come: 300 items, 900 cues, 500 who are awarded, everybody named."""

from __future__ import annotations

from collections.abc import Iterator

ITEMS, RECIPIENTS = 300, 500
_AWARDS_FROM, _AWARDS_EVERY, _OF_A_BATCH = 5, 10, 17
_CUES = """\
  cues:
  - {to: music, do: play, track: nen, at: start, text: Nhạc nền vào}
  - {to: lights, do: do, text: Sáng bục phát biểu, at: start + 10s}
  - {to: crew, do: do, text: Mang khay hoa ra cánh gà, at: end - 30s}
"""


def large_agenda() -> str:
    """Its text."""
    return "".join(_lines())


def _lines() -> Iterator[str]:
    yield """\
title: Hội nghị tổng kết công tác năm 2026, triển khai nhiệm vụ năm 2027
organiser: UBND phường Hướng Dương
venue: Hội trường Trung tâm Văn hóa
date: 5/2/2027
basis: thực hiện Kế hoạch số 12/KH-UBND ngày 03/01/2027
chair_panel: ["Đồng chí Trần Minh Quang, Chủ tịch UBND phường"]
tracks:
- {id: nen, title: Nhạc nền, file: nen.mp3, loop: true, volume: 60}
start: 7h30
items:
"""
    awarded = 0
    for number in range(1, ITEMS + 1):
        is_award = number % _AWARDS_EVERY == _AWARDS_FROM and awarded < RECIPIENTS
        yield f"""\
- title: Nội dung số {number} về phát triển kinh tế, xã hội
  kind: {"award" if is_award else "speech"}
  duration: 2'
  by: Đồng chí Nguyễn Văn Thứ {number}, Phó Chủ tịch UBND phường
  mc: Kính thưa quý vị đại biểu, tiếp theo là nội dung số {number}. Xin kính mời đồng chí lên bục phát biểu.
  notes: Ghi chú của ban tổ chức cho nội dung số {number}
"""
        if is_award:
            batch = range(awarded + 1, min(awarded + _OF_A_BATCH, RECIPIENTS) + 1)
            awarded = batch[-1]
            yield f"""\
  award:
    decision: Quyết định số {number}/QĐ-UBND ngày 01/02/2027
    reader: Bà Lê Thị Đọc
    presenter: Đồng chí Trần Minh Quang, Chủ tịch UBND phường
    recipients:
"""
            yield from (f"    - Ông Trần Văn Nhận {at}, tổ dân phố {number}\n" for at in batch)
        yield _CUES
