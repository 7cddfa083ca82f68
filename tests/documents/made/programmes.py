"""Conferences that never were, written as a secretary has them: each line an hour, the words, the kind, who.

    8:00-8:10 | Khai mạc | opening | Bà Lê Thị Sen

A line after «>» is a part of the last one before it that is none; «settling+reception» is a settling that
also receives; «a || b» are two right readings, «-» among them nothing.
"""

from __future__ import annotations

from runofshow.core.value import replace
from tests.documents.score import Choice, Item, Programme


def items(text: str) -> tuple[Item, ...]:
    found: list[Item] = []
    heading: int | None = None
    for line in text.strip().splitlines():
        part = line.startswith(">")
        hours, title, kinds, by = (*(f" {line.lstrip('>')}".split(" | ")), "", "")[:4]
        start, _, end = hours.strip().partition("-")
        kind, *also = kinds.strip().split("+")
        heading = heading if part else len(found)
        found.append(
            Item(
                title=_any(title),
                kind=_any(kind, "/"),
                also=tuple(also),
                start=_clock(start),
                end=_clock(end),
                by=_any(by),
                parent=heading if part else None,
            )
        )
    return tuple(found)


def timeless(programme: Programme) -> Programme:
    """The same without its hours, as most plans of an office have it."""
    return replace(programme, items=tuple(replace(item, start=None, end=None) for item in programme.items))


def without_presenters(programme: Programme) -> Programme:
    """The same as a list of words alone. «Phát biểu chỉ đạo của lãnh đạo tỉnh» may be read to say who."""
    return replace(
        programme, items=tuple(replace(item, by=_named(str(item.title))) for item in programme.items)
    )


def _named(title: str) -> Choice:
    _, of, who = title.partition(" của ")
    return (None, who.partition(" (")[0]) if of else None


def _any(words: str, between: str = "||") -> Choice:
    each = tuple(None if one.strip() in ("", "-") else one.strip() for one in words.split(between))
    return each[0] if len(each) == 1 else each


def _clock(written: str) -> str | None:
    hour, _, minute = written.strip().partition(":")
    return f"{int(hour):02}:{minute}" if hour else None


SUMMING_UP = Programme(
    title="Hội nghị tổng kết phong trào thi đua yêu nước năm 2026",
    organiser="UBND huyện Thạch Lâm",
    venue="Hội trường lớn UBND huyện Thạch Lâm",
    date="2026-12-18",
    delegates=180,
    items=items("""
7:30-8:00 | Đón tiếp đại biểu, phát tài liệu | reception | Văn phòng HĐND và UBND
8:00-8:20 | Văn nghệ chào mừng | performance | Trung tâm Văn hóa huyện
8:20-8:25 | Chào cờ | flag_salute | Ban Tổ chức
8:25-8:35 | Tuyên bố lý do, giới thiệu đại biểu | introduction | Phòng Nội vụ
8:35-8:45 | Phát biểu khai mạc | opening | Ông Trần Quang Mẫn, Chủ tịch UBND huyện
8:45-9:05 | Báo cáo tổng kết phong trào thi đua năm 2026, phương hướng năm 2027 | report | Bà Vũ Thị Hoài An
9:05-9:35 | Tham luận của các tập thể, cá nhân điển hình | paper | Các đơn vị
9:35-9:50 | Giải lao | break
9:50-10:00 | Công bố quyết định khen thưởng | decision | Phòng Nội vụ
10:00-10:40 | Trao thưởng cho các tập thể, cá nhân | award | Lãnh đạo huyện
10:40-11:00 | Phát biểu chỉ đạo | directive | Lãnh đạo UBND tỉnh
11:00-11:10 | Phát động phong trào thi đua năm 2027 | launch | Chủ tịch UBND huyện
11:10-11:15 | Tổng kết và bế mạc | summary+closing | Ông Trần Quang Mẫn, Chủ tịch UBND huyện
"""),
)

CONGRESS = Programme(
    title="Đại hội đại biểu Hội Nông dân xã Phú Hạ lần thứ V, nhiệm kỳ 2026 - 2031",
    organiser="Hội Nông dân xã Phú Hạ",
    venue="Nhà văn hóa xã Phú Hạ",
    date="2026-08-14",
    delegates=120,
    items=items("""
14:00-14:10 | Ổn định tổ chức | settling
14:10-14:20 | Bầu Đoàn Chủ tịch, Đoàn Thư ký | presidium/election
14:20-14:30 | Thông qua chương trình, nội quy Đại hội | adopt_agenda
14:30-16:00 | Thảo luận các văn kiện | discussion
16:00-16:30 | Tổng duyệt nghi thức | rehearsal
7:30-7:45 | Chào cờ, mặc niệm | flag_salute+moment_of_silence
7:45-8:00 | Diễn văn khai mạc Đại hội | opening
8:00-8:10 | Báo cáo thẩm tra tư cách đại biểu | credentials
8:10-8:40 | Báo cáo chính trị trình Đại hội | report
8:40-9:15 | Tham luận | paper
9:15-9:35 | Phát biểu chỉ đạo của lãnh đạo cấp trên | directive | lãnh đạo cấp trên || -
9:35-9:50 | Giải lao, chụp ảnh lưu niệm | break+photo
9:50-10:20 | Bầu Ban Chấp hành khóa mới | election
10:20-10:30 | Ra mắt Ban Chấp hành | debut
10:30-10:40 | Thông qua Nghị quyết Đại hội | vote
10:40-10:50 | Bế mạc Đại hội | closing
"""),
)
CONGRESS_SITTINGS = (
    (0, "PHIÊN THỨ NHẤT: Chiều ngày 14/8/2026"),
    (5, "PHIÊN THỨ HAI: Sáng ngày 15/8/2026"),
)

MODELS = Programme(
    title="Hội nghị biểu dương điển hình tiên tiến giai đoạn 2021 - 2026",
    organiser="UBND thị xã Vân Sơn",
    venue="Hội trường trung tâm thị xã Vân Sơn",
    date="2026-10-09",
    delegates=200,
    items=items("""
 | Văn nghệ chào mừng (nếu có) | performance
 | Chào cờ | flag_salute
 | Tuyên bố lý do, giới thiệu đại biểu và khai mạc | introduction+opening
 | Chiếu phóng sự về các điển hình tiên tiến | video
 | Báo cáo tổng kết 5 năm (2021 - 2026) thực hiện Chỉ thị số 34-CT/TW | report
 | Báo cáo tham luận của các điển hình (từ 3 - 4 tham luận) | paper
 | Biểu dương, khen thưởng các điển hình tiêu biểu | award
 | Phát biểu chỉ đạo của lãnh đạo cấp trên | directive
 | Tiếp thu ý kiến chỉ đạo | reply
 | Phát động phong trào thi đua giai đoạn 2026 - 2031 | launch
 | Thông qua danh sách đại biểu dự Đại hội Thi đua yêu nước tỉnh | vote
 | Tổng kết và bế mạc | summary+closing
"""),
)

TRAINING = Programme(
    title="Tập huấn công tác văn thư, lưu trữ năm 2026",
    organiser="Sở Nội vụ tỉnh Đông Hà",
    venue="Phòng họp 302, Sở Nội vụ",
    date="2026-05-12",
    items=items("""
8:00-8:15 | Khai mạc lớp tập huấn | opening | Lãnh đạo Sở
8:15-9:45 | Chuyên đề 1: Soạn thảo văn bản hành chính | other/report/paper | ThS. Phan Hải Đăng
9:45-10:00 | Giải lao | break
10:00-11:30 | Thảo luận, giải đáp | discussion | ThS. Phan Hải Đăng
13:30-16:30 | Chuyên đề 2: Lập hồ sơ công việc điện tử | other/report/paper | CN. Tạ Bích Vân
8:00-10:30 | Thực hành trên phần mềm | other | Tổ kỹ thuật
10:30-10:45 | Giải lao | break
10:45-11:15 | Trao giấy chứng nhận | award | Lãnh đạo Sở
11:15-11:30 | Bế mạc | closing | Lãnh đạo Sở
"""),
)
TRAINING_DAYS = ((0, "Ngày thứ nhất (12/5/2026)"), (5, "Ngày thứ hai (13/5/2026)"))

JUBILEE = Programme(
    title="Lễ kỷ niệm 50 năm thành lập Trường THPT Bình Minh",
    organiser="Trường THPT Bình Minh",
    venue="Sân trường THPT Bình Minh",
    date="2026-11-20",
    items=items("""
7:00 | Đón khách, ghi lưu bút | reception
8:00 | Chương trình nghệ thuật chào mừng | performance
8:30 | Chào cờ | flag_salute
8:35 | Tuyên bố lý do, giới thiệu đại biểu | introduction
8:45 | Diễn văn kỷ niệm | speech
9:15 | Phát biểu của lãnh đạo tỉnh | directive/speech | lãnh đạo tỉnh || -
9:30 | Tri ân các thế hệ nhà giáo | gift
10:00 | Chụp ảnh lưu niệm | photo
10:30 | Liên hoan thân mật | meal
"""),
)

SPEAKING = Programme(
    title="Hội nghị cán bộ, viên chức năm học 2026 - 2027",
    organiser="Trường Tiểu học Hoa Lư",
    venue="Phòng hội đồng Trường Tiểu học Hoa Lư",
    date="2026-09-25",
    items=items("""
14:00-14:05 | Đồng chí Mai Thị Thu tuyên bố lý do, giới thiệu đại biểu | introduction | Đồng chí Mai Thị Thu
14:05-14:15 | Đồng chí Hiệu trưởng phát biểu khai mạc | opening | Đồng chí Hiệu trưởng
14:15-14:45 | Đồng chí Lý Văn Bền trình bày báo cáo tổng kết năm học | report | Đồng chí Lý Văn Bền
14:45-15:15 | Hội nghị thảo luận | discussion | Hội nghị || -
15:15-15:30 | Chủ tịch Công đoàn phát động thi đua | launch | Chủ tịch Công đoàn
15:30-15:40 | Lãnh đạo Phòng Giáo dục phát biểu chỉ đạo | directive | Lãnh đạo Phòng Giáo dục
15:40-15:50 | Đồng chí Hiệu trưởng tiếp thu ý kiến chỉ đạo | reply | Đồng chí Hiệu trưởng
15:50-16:00 | Bế mạc hội nghị | closing
"""),
)

HEADED = Programme(
    title="Đại hội thi đua yêu nước ngành Y tế lần thứ III",
    organiser="Sở Y tế tỉnh Đông Hà",
    venue="Cung Văn hóa tỉnh Đông Hà",
    date="2026-06-30",
    items=items("""
8:00-8:30 | Nghi thức khai mạc | opening/rite
> | Chào cờ | flag_salute
> | Tuyên bố lý do, giới thiệu đại biểu | introduction
> | Diễn văn khai mạc | opening
8:30-9:00 | Báo cáo tổng kết phong trào thi đua | report
9:00-9:45 | Tham luận của các đơn vị | paper | các đơn vị || -
> | Bệnh viện Đa khoa tỉnh: nâng cao chất lượng khám chữa bệnh | paper
> | Trung tâm Kiểm soát bệnh tật: chủ động phòng dịch | paper
> | Trạm Y tế xã Phú Hạ: chăm sóc sức khỏe ban đầu | paper
9:45-10:30 | Tôn vinh, trao thưởng | award
10:30-10:45 | Bế mạc Đại hội | closing
"""),
)

BUSY_HOURS = Programme(
    title="Ngày hội chuyển đổi số tỉnh Đông Hà năm 2026",
    organiser="Sở Khoa học và Công nghệ tỉnh Đông Hà",
    venue="Quảng trường Sông Hinh",
    date="2026-10-10",
    items=items("""
7:00-7:30 | Đón tiếp đại biểu | reception
7:30-8:00 | Văn nghệ chào mừng | performance
8:00-8:15 | Khai mạc ngày hội | opening
8:15-8:45 | Phát biểu chỉ đạo của lãnh đạo tỉnh | directive | lãnh đạo tỉnh || -
8:45-9:30 | Tham quan gian hàng | exhibition
9:30-9:45 | Giải lao | break
9:45-11:00 | Tọa đàm về dữ liệu số | exchange
14:00-15:30 | Thảo luận tại các phiên chuyên đề | discussion
15:30-16:15 | Trao giải cuộc thi sáng kiến số | award
17:30-18:30 | Bế mạc ngày hội | closing
"""),
)
BUSY_NOTATIONS = (
    "07h00 – 07h30",
    "7h30-8h",
    "8h00'-8h15'",
    "08:15 - 08:45",
    "8.45-9.30",
    "0930-0945",
    "9g45 - 11g",
    "14-15h30",
    "15h30’-16h15’",
    "17 giờ 30 phút đến 18 giờ 30 phút",
)
"""One for each line of the programme above."""

NIGHT = Programme(
    title="Lễ hội đón năm mới 2027",
    organiser="Phường Tân Lập",
    venue="Phố đi bộ Tân Lập",
    date="2026-12-31",
    items=items("""
20:00-21:00 | Biểu diễn nghệ thuật | performance
21:00-22:30 | Giao lưu với các ban nhạc trẻ | exchange
22:30-23:45 | Chương trình văn nghệ chào năm mới | performance
23:45-0:15 | Nghi thức đếm ngược | rite
"""),
)

NOTHING = Programme()
"""No programme stands in the document, and its head is not asked for."""
