"""Hours as the papers write them, and a page around a programme that is no programme."""

from __future__ import annotations

from collections.abc import Sequence

from tests.documents.score import Item, Programme


def first(words: object) -> str:
    """Of several right readings the first; empty for none."""
    one = words[0] if isinstance(words, tuple) else words
    return "" if one is None else str(one)


def hours(item: Item, between: str = " - ", sign: str = "h") -> str:
    """«8h00 - 8h10», «8h00» without an end, empty without a start."""
    return between.join(f"{int(at[:2])}{sign}{at[3:]}" for at in (first(item.start), first(item.end)) if at)


def cells(item: Item, number: int, columns: str) -> list[str]:
    """A row: n its number, t its hours, w its words, b who, s its start, e its end, m its minutes, and «_»
    an empty cell."""
    start, end = first(item.start), first(item.end)
    told = {
        "n": str(number),
        "t": hours(item),
        "w": first(item.title),
        "b": first(item.by),
        "s": start,
        "e": end,
        "m": str(minutes(item)) if end else "",
        "_": "",
    }
    return [told[column] for column in columns]


def minutes(item: Item) -> int:
    (h, m), (hh, mm) = (map(int, first(at).split(":")) for at in (item.start, item.end))
    return (60 * hh + mm - 60 * h - m) % 1440


def vietnamese_date(programme: Programme) -> str:
    year, month, day = first(programme.date).split("-")
    return f"ngày {int(day)}/{int(month)}/{year}"


def above(programme: Programme) -> list[str]:
    """The head of a programme on a page of its own."""
    return [
        first(programme.organiser).upper(),
        "CHƯƠNG TRÌNH",
        first(programme.title),
        f"Thời gian: {vietnamese_date(programme)}",
        f"Địa điểm: {first(programme.venue)}",
    ]


def plan_before(programme: Programme) -> list[str]:
    """A plan up to the words that bring its programme."""
    title = first(programme.title)
    return [
        first(programme.organiser).upper(),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH",
        f"Tổ chức {title}",
        f"Thực hiện Kế hoạch số 154/KH-UBND ngày 08/7/2026 của UBND tỉnh, {first(programme.organiser)} xây"
        f" dựng kế hoạch tổ chức {title}, cụ thể như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Đánh giá kết quả các phong trào thi đua; báo cáo, thảo luận và rút ra bài học kinh nghiệm.",
        "2. Biểu dương, khen thưởng các tập thể, cá nhân; phát động thi đua trong giai đoạn tới.",
        "II. NỘI DUNG",
        "1. Thời gian, địa điểm",
        f"- Thời gian: Dự kiến {vietnamese_date(programme)} (có Giấy mời sau).",
        f"- Địa điểm: {first(programme.venue)}.",
        "2. Thành phần tham dự",
        "- Thường trực Huyện ủy, lãnh đạo HĐND, UBND.",
        "- Lãnh đạo các phòng, ban, ngành, đoàn thể.",
        f"- Số lượng: {programme.delegates} đại biểu.",
        "3. Chương trình hội nghị",
    ]


PLAN_AFTER = (
    "4. Một số nội dung cần lưu ý",
    "- Báo cáo tổng kết phải được chuẩn bị kỹ, có số liệu minh họa.",
    "- Báo cáo tham luận không quá 7 phút, gửi về Phòng Nội vụ trước ngày 20/9/2026.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Nội vụ",
    "- Chủ trì chuẩn bị báo cáo, danh sách khen thưởng; đón tiếp đại biểu.",
    "- Xây dựng kịch bản điều hành hội nghị.",
    "2. Trung tâm Văn hóa",
    "- Chuẩn bị 03 tiết mục văn nghệ chào mừng, âm thanh, ánh sáng, nhạc nền trao thưởng.",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT, NV.",
)


def with_headings(programme: Programme, headings: Sequence[tuple[int, str]]) -> list[str | tuple[int, Item]]:
    """The items with their numbers, and before each sitting or day its heading."""
    found: list[str | tuple[int, Item]] = []
    for index, item in enumerate(programme.items):
        found += [words for at, words in headings if at == index]
        found.append((index + 1, item))
    return found
