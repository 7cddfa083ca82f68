"""The words by which a programme is told from the lists that stand beside it in an office's papers."""

from __future__ import annotations

import re

# Acts of a programme, as a line of one begins; duties, papers and guests do not begin so
RITES = re.compile(
    r"(?:(?:lễ|nghi thức|nghi lễ|làm lễ|phần|thực hiện|hát|hát đúp|đón|tổ chức|tiếp tục)\s+)*"
    r"(?P<rite>chào cờ|quốc ca|chào (?:đón|mừng)|tuyên bố l[ýí] do|giới thiệu|giới thiệu (?:thành phần"
    r"|đại biểu|khách)"
    r"|khai mạc|khai giảng|bế giảng|bế mạc|kết thúc|giải lao|nghỉ|ăn (?:sáng|trưa|tối)|tiệc|liên hoan"
    r"|cơm trưa|dùng"
    r"|văn nghệ|chương trình (?:văn nghệ|nghệ thuật)|biểu diễn|(?:đón )?tiếp (?:đón )?(?:đại biểu|khách)"
    r"|đón (?:tiếp|khách|đại biểu)"
    r"|đăng ký|check[ -]?in|ổn định|tập trung|phát biểu|diễn văn|thảo luận|trao đổi|tọa đàm|toạ đàm"
    r"|giao lưu"
    r"|bầu|hiệp thương|chủ t[oọ][aạ]|đoàn chủ tịch|phút mặc niệm|mặc niệm|thông qua|biểu quyết|tham luận"
    r"|báo cáo"
    r"|trình bày|công bố|trao|biểu dương|tôn vinh|tuyên dương|khen thưởng|vinh danh|tặng|tri ân|phát động"
    r"|ký kết"
    r"|hưởng ứng|đáp từ|tiếp thu|kết luận|tổng kết|ra mắt|chụp ảnh|chụp hình|tham quan|dâng (?:hương|hoa)"
    r"|viếng"
    r"|chiếu|xem (?:phim|phóng sự|clip|video)|phim|clip|video|phóng sự|đọc|đánh trống|rước|diễu hành"
    r"|mời (?:đại biểu|khách|cơm|dùng)"
    r"|registration|welcome|opening|closing|keynote|coffee|tea[ -]?break|lunch|dinner|q&a|panel|session"
    r"|networking"
    r"|phần|phiên|hỏi đáp|giải đáp|cắt băng|khánh thành|nghi thức|lên đường|di chuyển|nhận phòng"
    r"|trả phòng)\b",
    re.IGNORECASE,
)

FORMS = re.compile(
    r"chào cờ|quốc ca|tuyên bố l[ýí] do|giới thiệu (?:thành phần |các )?(?:đại biểu|khách)|khai mạc"
    r"|bế mạc|giải lao"
    r"|nghỉ (?:trưa|giữa giờ|giải lao)|ăn trưa|văn nghệ|đón (?:tiếp )?(?:đại biểu|khách)"
    r"|ổn định (?:tổ chức|chỗ ngồi)"
    r"|đoàn chủ tịch|chủ tọa|chủ toạ|phát biểu|thảo luận|mặc niệm|đáp từ|chụp ảnh|đăng ký đại biểu"
    r"|check[ -]?in"
    r"|tea[ -]?break|coffee|lunch|opening|closing|registration|kết luận|tham luận|trao (?:thưởng|giải"
    r"|tặng|quyết định)"
    r"|bầu (?:cử|ban|đoàn|đại biểu)|hiệp thương|khai giảng|bế giảng|khen thưởng|tôn vinh|biểu dương"
    r"|báo cáo|thông qua|chiếu",
    re.IGNORECASE,
)
"""What makes it a programme: several of these, of different kinds, in one list."""

DUTIES = re.compile(
    r"(?:chuẩn bị|phối hợp|tham mưu|xây dựng|lập |bố trí|gửi|phát hành|chủ trì,? (?:phối|tham)"
    r"|hướng dẫn (?:các|việc)"
    r"|phân công|đôn đốc|chỉ đạo|triển khai|thẩm định|tuyên truyền|theo dõi|liên hệ|hoàn (?:thiện|thành)"
    r"|in ấn|in |trang trí"
    r"|dự toán|dự thảo|tổng hợp|chịu trách nhiệm|cử |rà soát|ban hành|soạn|thiết kế|mua |kê |treo "
    r"|vệ sinh|đảm bảo|bảo đảm"
    r"|lắp |kiểm tra|họp |duyệt |tổ chức thực hiện|căn cứ|đề nghị|giao |yêu cầu|số lượng|kinh phí|nguồn"
    r"|lưu)",
    re.IGNORECASE,
)
"""How the lines of a list of duties begin."""

PROGRAMME = re.compile(
    r"^tiến hành\s*:?\s*$|các bước (?:tiến hành|tổ chức)"
    r"|chương\s*trình|ch[ư]?ơng trình|kịch bản|lịch trình|tiến trình"
    r"|trình tự|nội dung|diễn biến|diễn tiến"
    r"|lịch làm việc|agenda"
    r"|programme|\bprogram\b|schedule|thời gian biểu|timeline|quy trình",
    re.IGNORECASE,
)
"""What the heading of a programme is called."""

NAMED = re.compile(
    r"^tiến hành\s*:?\s*$|các bước (?:tiến hành|tổ chức)"
    r"|ch[ư]?ơng\s*trình|kịch bản|lịch trình|tiến trình|trình tự|agenda"
    r"|programme|\bprogram\b|schedule"
    r"|lịch làm việc"
    r"|timeline|diễn biến|diễn tiến",
    re.IGNORECASE,
)
"""Those of them that name nothing else; «nội dung» heads other lists too."""

NOT_THIS = re.compile(
    r"chương trình (?:công tác|hành động|hoạt động|mục tiêu|phối hợp|học|giáo dục|đào tạo|giảng dạy"
    r"|khuyến mãi|ocop"
    r"|phát triển|quốc gia|xây dựng|môn|số|này)|(?:lịch làm việc|lịch công tác|chương trình) (?:tuần|tháng)"
    r"|ban hành|kèm theo kế hoạch|căn cứ|thực hiện (?:chương|kế"
    r"|công)",
    re.IGNORECASE,
)
"""«Chương trình» of another kind: of work, of study, of a policy."""

ABOUT = re.compile(
    r"(?:\d+\.\s*)?(?:thời gian|địa điểm|thành phần|đối tượng|số lượng|chủ trì|chủ tọa|trang phục"
    r"|hình thức|ghi chú|lưu ý"
    r"|kinh phí|nơi nhận|yêu cầu|mục đích|ban tổ chức|dẫn chương trình|mc|người dẫn|khách mời"
    r"|đơn vị (?:tổ chức|thực hiện)"
    r"|phương thức|tài liệu|liên hệ|thời lượng|quy mô|đại biểu(?: tham dự| mời)?|chủ đề|điều hành|thư ký"
    r"|nội dung|venue|date"
    r"|time|location)\s*(?:[^:]{0,40})?:",
    re.IGNORECASE,
)
"""A line that tells of the conference, not of its course: «Địa điểm: Hội trường A»."""

HELD = re.compile(
    r"(?:chương trình|lễ hội|hội nghị|hội thảo|đại hội|buổi lễ|lễ)(?: [^\W\d]+){0,6}?"
    r" (?:sẽ |được |dự kiến )*(?:diễn ra|tổ chức) (?:trong|từ|vào|tại|ngày)\b",
    re.IGNORECASE,
)
"""A remark that says when and where it is held, and no act: «Chương trình diễn ra trong 3 ngày»."""

ENDS = re.compile(
    r"(?:nơi nhận|tm\.|t/m|kt\.|tl\.|trên đây|kinh phí|dự toán|tổ chức thực hiện|phân công|đề nghị"
    r"|ghi chú|lưu ý"
    r"|căn cứ (?:vào|các|kế|nội)|công tác chuẩn bị|danh sách|phụ lục|thành phần|chế độ|trang phục"
    r"|biện pháp|giải pháp"
    r"|nhiệm vụ|trách nhiệm|yêu cầu|hình thức|đối tượng|trang trí|khánh tiết|kế hoạch|công tác|thông tin"
    r"|hồ sơ|rất mong"
    r"|trân trọng|kính mong|xác nhận|người lập|thủ trưởng|ký tên|tiểu ban|ban tổ chức$|mọi chi tiết"
    r"|chuẩn bị)",
    re.IGNORECASE,
)
"""How a line begins that is no longer of the programme."""

POSTED = re.compile(
    r"(?:ngày đăng|đăng (?:ngày|lúc|bởi)|ngày cập nhật|cập nhật (?:lúc|ngày)|lượt xem|lượt truy cập)\s*:",
    re.IGNORECASE,
)
"""What a page says of itself: «Ngày đăng: 19/08/2022, 08:52»."""

SECTION = re.compile(
    r"(?:(?:phần|phiên|buổi|ngày|session|part)\b|chương (?:[ivx]+|\d)\b|(?:nghi thức|nghi lễ|lễ|hội)$"
    r"|nội dung(?: chính| chương trình)?$|trù bị|chính thức"
    r"|(?:đại hội|hội nghị) (?:phiên )?(?:trù bị|chính thức|nội bộ)"
    r"|hội trường|tiểu ban|phòng (?:họp|hội|số|\d))"
    r"(?!\s*(?:mặc niệm|thảo luận$|thi\b|trao|hỏi|biểu diễn|đáp))",
    re.IGNORECASE,
)
"""How a heading begins that only gathers what stands beneath."""

SPOKEN = re.compile(
    r"[“\"«']|mc\s|(?:mc|dẫn)\s*\d?\s*:|kính (?:th[ưu]?a|mời|chúc|chào)|thưa (?:các|quý|toàn)"
    r"|xin (?:trân|kính|mời|phép|cảm|chân)"
    r"|tôi |em xin|chúng (?:ta|tôi|em)|nghiêm|thôi\b|trân trọng (?:kính|giới|cảm)|và (?:sau|bây|ngay)|vâng"
    r"|sau đây|tiếp theo|mời (?:ông|bà|đồng chí|đ/c|các|quý)"
    r"|đề nghị|để |đến (?:dự|với)|về (?:phía|dự)|một lần nữa|hôm nay|\(",
    re.IGNORECASE,
)
"""How words begin that the MC says, or a note in brackets."""

BY_LINE = re.compile(
    r"(?:người\s+)?(?:thực hiện|trình bày|báo cáo viên|diễn giả|phụ trách|chủ trì|điều hành|điều phối"
    r"|dẫn chương trình"
    r"|speaker|presenter|người dẫn|tác giả|đơn vị thực hiện|người phát biểu|phát biểu|người đọc"
    r"|người trao|giảng viên)"
    r"\s*[:\-–]\s*(?P<who>.+)",
    re.IGNORECASE,
)
"""A line beneath that says who does it."""

NOTE_LINE = re.compile(
    r"(?:địa điểm|ghi chú|chuẩn bị|lưu ý|âm thanh|ánh sáng|màn hình|nhạc|thành phần|yêu cầu|tài liệu"
    r"|hình thức|led|slide"
    r"|đạo cụ|trang phục|mục đích|thời lượng|thời gian)\s*[:\-–]",
    re.IGNORECASE,
)
PERSON = re.compile(
    r"(?:\d+[.)]\s*|[-+•]\s*)?(?:đ/c|đc\b|đồng chí|ông|bà|anh|chị|bạn|thầy|cô|gs|pgs|ts|ths|bs|ths\.bs|dr|mr"
    r"|ms|mrs|prof|em|nsut"
    r"|nsnd|thượng tọa|đại tá|thiếu tướng|trung tướng|linh mục|ds|ks)[.\s]",
    re.IGNORECASE,
)
"""A line that names a person and no act."""


_ADDRESS = re.compile(r"\b(?:(?:kính|xin|trân trọng) mời|kính thưa|xin (?:cảm|chân|trân))", re.IGNORECASE)


def is_spoken(text: str) -> bool:
    """Words that the MC says to the hall."""
    return SPOKEN.match(text) is not None or text.endswith("!") or _ADDRESS.search(text) is not None


def is_rite(text: str) -> bool:
    """A line that begins as an act of a programme does."""
    return RITES.match(text) is not None


_ACT_ALONE = re.compile(
    r"(?:giải lao|nghỉ (?:giải lao|giữa giờ|trưa)|tea[ -]?break|ăn (?:trưa|tối)|chụp ảnh lưu niệm"
    r"|(?:bế mạc|kết thúc)(?: (?:hội nghị|đại hội|hội thảo|chương trình|buổi lễ|lễ))?)"
    r"\s*(?:[(:–-]?\s*(?:khoảng\s)?\d{1,3}\s?(?:p|ph|phút|')\)?)?[.;]?",
    re.IGNORECASE,
)


def begins_an_act(text: str) -> bool:
    """A whole line that is an act of its own wherever it stands: «giải lao 15p», «Bế mạc Hội nghị.»."""
    return _ACT_ALONE.fullmatch(text.strip()) is not None


def forms_in(texts: list[str]) -> int:
    """How many different acts of a programme these lines have."""
    return len({match[0].casefold() for text in texts for match in FORMS.finditer(text)})


CEREMONY = re.compile(
    r"chào cờ|khai mạc|bế mạc|khai giảng|bế giảng|giới thiệu (?:thành|các|khách|đại)"
    r"|tuyên bố l[ýí] do"
    r"|giải lao|đón (?:tiếp|khách|đại)|kết luận|chụp ảnh|văn nghệ|kết thúc|ổn định|chủ t[oọ]|đoàn chủ tịch"
    r"|opening|closing|break",
    re.IGNORECASE,
)
"""Acts that a list of papers or of reports does not have."""


def ceremonies(texts: list[str]) -> set[str]:
    """The different acts of a ceremony that these lines have."""
    return {match[0].casefold() for text in texts for match in CEREMONY.finditer(text)}
