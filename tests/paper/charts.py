"""A chart with every sort of lane, and its parts as a browser would see them."""

from __future__ import annotations

from datetime import datetime, timedelta
from xml.etree import ElementTree

from runofshow.paper.chart.drawing import Drawing
from runofshow.paper.sheet import Bar, Chart, Lane, Legend, Level, Post, Tone

EIGHT = datetime(2026, 3, 27, 8, 0)  # noqa: DTZ001 - an hour where the show is
LEGEND = Legend("Kế hoạch", "Thực tế", "Phần dài hơn kế hoạch", "Không thực hiện", "Chênh lệch")
LONG = (
    "3. Báo cáo tổng kết công tác thi đua, khen thưởng năm 2026 và phương hướng, nhiệm vụ năm 2027 của "
    "Ủy ban nhân dân phường Hướng Dương"
)


def after(minutes: float) -> datetime:
    """So long after eight o'clock."""
    return EIGHT + timedelta(minutes=minutes)


def bar(start: float, end: float, *, is_open: bool = False) -> Bar:
    return Bar(after(start), after(end), is_open)


def chart() -> Chart:
    """An hour: two parts under a heading, one short, one long, one skipped, one inserted, one open."""
    return Chart(
        title="Buổi sáng · 27/3/2026",
        lanes=(
            Lane("1. Văn nghệ", bar(0, 20), bar(2, 22), Level.HEADING, "0:00"),
            Lane("1.1. Múa: Mùa xuân", bar(0, 12), bar(2, 14), Level.PART, "0:00"),
            Lane("1.2. Đơn ca", bar(12, 20), bar(14, 22), Level.PART, "0:00"),
            Lane("2. Chào cờ", bar(20, 30), bar(22, 25), off="−7:00", tone=Tone.UNDER),
            Lane(LONG, bar(30, 40), bar(30, 45), off="+5:00", tone=Tone.OVER),
            Lane("4. Phát biểu", bar(40, 45), note="Đã bỏ qua"),
            Lane("5. Phút mặc niệm", None, bar(45, 46), note="Chèn thêm"),
            Lane("6. Bế mạc", bar(45, 60), bar(46, 55, is_open=True)),
        ),
        legend=LEGEND,
        posts=(Post(after(60), "Kết thúc theo kế hoạch 09:00"), Post(after(75), "Hạn 09:15", firm=True)),
        told="Thanh trên là kế hoạch, thanh dưới là thực tế.",
        instead="Không vẽ được biểu đồ trên máy này.",
        again="(tiếp)",
        name="Biểu đồ",
    )


def many(count: int) -> Chart:
    """A whole day of items, a heading over two parts every seventh."""
    lanes = []
    for at in range(count):
        level = Level.HEADING if at % 7 == 0 else Level.PART if at % 7 in (1, 2) else Level.LINE
        lanes.append(Lane(f"{at + 1}. {'Bàn ' * (at % 20)}", bar(at, at + 2), bar(at + 1, at + 4), level))
    return Chart("Cả ngày", tuple(lanes), LEGEND, again="(tiếp)")


def element(drawing: Drawing) -> ElementTree.Element:
    """The picture as XML; a drawing that is none fails the test."""
    return ElementTree.fromstring(drawing.svg)


def boxes(drawing: Drawing, **looks: str) -> list[tuple[float, float]]:
    """Left edge and width of each box that looks so, without those of the legend."""
    wanted = {name.replace("_", "-"): value for name, value in looks.items()}
    found = [box for box in element(drawing).iter("rect") if wanted.items() <= box.attrib.items()]
    return [(float(box.attrib["x"]), float(box.attrib["width"])) for box in found][1:]


def words(drawing: Drawing) -> str:
    """All that is written in the picture, without spaces: lines are broken anywhere."""
    return "".join("".join(text.itertext()) for text in element(drawing).iter("text")).replace(" ", "")
