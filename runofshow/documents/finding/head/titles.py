"""What the conference is called: the plan's own name less «Kế hoạch tổ chức», or as one is invited to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runofshow.documents.finding.head.plan_text import PlanLine, in_small_letters, labelled
from runofshow.documents.finding.lists.marks import Sort
from runofshow.documents.finding.wording import NAMED

_PAPER = (
    r"(?:dự thảo |dự kiến |khung |tóm tắt )*(?:kế hoạch|giấy mời|thư mời|thiệp mời|chương trình"
    r"|kịch bản|thông báo|tờ trình"
    r"|đề án|hướng dẫn|lịch trình|công văn|agenda|programme|program|invitation|schedule)"
    r"(?: chi tiết| nghị sự| điều hành| tổng thể| dự kiến| tổ chức| chương trình| làm việc| hội nghị| khung)*"
)
_PAPER_ALONE = re.compile(rf"(?:{_PAPER})(?:\s*\(.*\))?\s*[:.]?", re.IGNORECASE)
_LEAD = re.compile(
    rf"^(?:(?:{_PAPER}|v/v|về việc|tổ chức|triển khai|tham dự|dự|mời dự|kính mời|phục vụ)\s*[:,–-]?\s+)+",
    re.IGNORECASE,
)
_EVENT = (
    r"(?:hội nghị|đại hội|hội thảo|hội khóa|hội thi|hội diễn|hội trại|đại lễ|lễ|diễn đàn|kỷ niệm"
    r"|tập huấn|khai giảng"
    r"|ngày hội|cuộc thi|tọa đàm|toạ đàm|phiên họp|cuộc họp|họp|kỳ họp|buổi|chương trình|gặp mặt"
    r"|tổng kết|sơ kết|festival"
    r"|tuần lễ|giải|liên hoan|giao lưu|bồi dưỡng|sinh hoạt|conference|workshop|seminar|forum|summit"
    r"|symposium|congress"
    r"|meeting|ceremony|gala|vu lan|diễn tập|ra quân|chuyến|đêm|hành trình|chiến dịch)"
)
_IS_EVENT = re.compile(rf"[“\"«'‘]?{_EVENT}(?!\w)", re.IGNORECASE)
_IS_ACT = re.compile(r"(?:tổng kết|sơ kết|kỷ niệm|tập huấn|khai giảng|bồi dưỡng)(?!\w)", re.IGNORECASE)
"""The name lacks the word that says what it is."""
_SECTION = re.compile(
    r"(?:thời gian|địa điểm|thành phần|mục đích|nội dung|kinh phí|tổ chức thực hiện|phần)\b", re.IGNORECASE
)
_HAS_EVENT = re.compile(rf"(?<!\w){_EVENT}(?!\w)", re.IGNORECASE)
_BODY = re.compile(
    r"(?:căn cứ|thực hiện|theo|kính gửi|nhằm|được sự|xét|nay|để|thiết thực|kính bạch|kính thưa|số\s*:"
    r"|thời gian|địa điểm"
    r"|ngày\s|day\s*\d|phiên\s|\d{1,2}\s*(?:[:hg]|giờ)\s*\d|nơi nhận|trân trọng|stt|tt\b|mục đích"
    r"|hôm nay|lúc|từ\s|\("
    r"|tại\s|nhân dịp|phần\s"
    r"|buổi (?:sáng|chiều))",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:kỷ niệm|chào mừng|nhân |chủ đề|lịch trình|agenda)", re.IGNORECASE)
"""What stands below a name and is no part of it."""
_NAME = re.compile(
    r"(?:tên (?:sự kiện|hội nghị|hội thảo|chương trình|hoạt động|đề án|lễ)|event|sự kiện|tên gọi)"
)
_CALLED = re.compile(
    rf"(?:tổ chức|tham dự|đến dự|tới dự|dự|về dự|xây dựng kế hoạch)\s+(?P<name>[“\"«]?{_EVENT}(?!\w)[^.;:]*)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    rf"kế hoạch\s+(?:về\s+)?(?:việc\s+)?tổ chức\s+(?P<name>[“\"«]?{_EVENT}(?!\w)[^.;:]{{8,}})", re.IGNORECASE
)
_OF_A_PAGE = re.compile(r"\?\s*$|trực tiếp|tải về|mẫu\s|cách\s|top\s\d|mới nhất|tham khảo", re.IGNORECASE)
"""The heading of a page of the web says something of a programme and names no conference."""
_ENDS = re.compile(
    r"\s*(?:[,.;:]?\s*(?:cụ thể )?như sau|[,.;:]?\s*với (?:các )?nội dung|,\s*cụ thể|\s+tiến tới\s|[;]"
    r"|\.\s|\.$|\s+vào (?:lúc|hồi|ngày)"
    r"|\s+tải về\s|\s+được tổ chức|\s+trân trọng|[,]?\s*thời gian\s*:|\s+(?:lúc|từ)\s+\d"
    r"|\s+tại\s+(?:hội trường"
    r"|phòng|trung tâm|khách sạn)).*$",
    re.IGNORECASE | re.DOTALL,
)
_DAY_BEHIND = re.compile(r"\s*[(–-]\s*(?:ngày\s*)?\d{1,2}\s*[/.-].*$|\s*\(\s*ngày.*$", re.IGNORECASE)
_SENTENCE = re.compile(r"kính mời|trân trọng|xây dựng kế hoạch|ban hành", re.IGNORECASE)
_BARE = re.compile(
    rf"(?:{_EVENT}[\s.:]*)+(?:(?:khoa học|quốc tế|quốc gia|toàn quốc|thường niên|sự kiện|hội nghị"
    rf"|buổi lễ|chính thức|dự kiến)\s*)*",
    re.IGNORECASE,
)
"""No name: «Đại hội», «Hội nghị tổng kết»."""
_OF_A_LETTER = re.compile(
    r"cộng h[òo]a xã hội|đảng cộng sản|ubnd|ủy ban|sở |phòng |trường |công ty|ban |hội đồng|bệnh viện"
    r"|liên đội|chi bộ|đoàn |hội ",
    re.IGNORECASE,
)
"""An office, or the state's name, over a letter."""
_DATED_PAPER = re.compile(rf"[\d/.\s–-]{{6,14}}(?:[·|–-]\s*(?:{_PAPER})?)?", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*[·|:–-]\s*")
_GOES_ON = re.compile(r"lần thứ|năm|nhiệm kỳ|giai đoạn", re.IGNORECASE)
_LONGEST = 330
_MOST_LINES = 4


def title_of(lines: Sequence[PlanLine]) -> tuple[str | None, bool]:
    """The conference's name, and whether it is a guess."""
    for at, value in labelled(lines, _NAME):
        if not lines[at].is_programme:
            return _trimmed(value, lines), False
    others: list[str] = []
    for name in (*_under_the_papers_name(lines), *_behind_the_papers_name(lines)):
        title = _trimmed(name, lines)
        if _BARE.fullmatch(title):
            continue
        if _IS_ACT.match(title) and (called := _as_an_event(title, lines)):
            return called, False
        if _IS_EVENT.match(title):
            return title, False
        if called := _as_an_event(title, lines):
            return called, False
        if len(title.split()) > 2:
            others.append(title)
    for each in lines:
        found = _PLANNED.search(each.words)
        if found is not None and not each.is_programme:
            return _trimmed(found["name"], lines), True
    for name in _under_an_event(lines):
        return _trimmed(name, lines), False
    for each in lines[:_MOST_LINES]:
        if not _IS_EVENT.match(each.words) or each.is_programme or each.label or len(each.words) > 150:
            continue
        if _heads_a_programme(each):
            continue
        if not (_PAPER_ALONE.fullmatch(each.words) or _BARE.fullmatch(each.words)):
            return _trimmed(each.words, lines), True
    for each in lines:
        if (
            each.is_big
            and not (each.is_programme or _heads_a_programme(each))
            and _HAS_EVENT.search(each.words)
            and len(each.words) < _LONGEST
            and not _PAPER_ALONE.fullmatch(each.words)
            and not _SECTION.match(each.words)
            and not _OF_A_PAGE.search(each.words)
            and not _BARE.fullmatch(_trimmed(each.words, lines))
        ):
            return _trimmed(each.words, lines), True
    if others:
        return others[0], True
    for each in lines:
        found = _CALLED.search(each.words)
        if found is not None and not each.is_programme:
            return _trimmed(found["name"], lines), True
    return _first_in_capitals(lines), True


def _heads_a_programme(line: PlanLine) -> bool:
    """«II. CHƯƠNG TRÌNH HỘI NGHỊ» is a heading within the paper and not its name."""
    return line.sort is not Sort.NONE and NAMED.match(line.words) is not None


def _first_in_capitals(lines: Sequence[PlanLine]) -> str | None:
    """The line in capitals that a paper without any other name begins with."""
    for each in lines[:_MOST_LINES]:
        if each.is_programme or not each.words.isupper() or len(each.words.split()) < 4:
            continue
        if not (
            _PAPER_ALONE.fullmatch(each.words) or _BODY.match(each.words) or _OF_A_LETTER.search(each.words)
        ):
            return _trimmed(each.words, lines)
    return None


def _under_the_papers_name(lines: Sequence[PlanLine]) -> Iterator[str]:
    """KẾ HOẠCH in a line of its own, and below it what is planned."""
    for at, each in enumerate(lines):
        if not _PAPER_ALONE.fullmatch(each.words) or each.sort is not Sort.NONE or each.is_programme:
            continue
        if not each.is_big and at > _MOST_LINES:
            continue
        named: list[str] = []
        for below in lines[at + 1 : at + 1 + _MOST_LINES]:
            if not named and _DATED_PAPER.fullmatch(below.words):
                continue
            if _stops(below, named, each):
                break
            named.append(below.words)
        if named:
            yield " ".join(named)


def _under_an_event(lines: Sequence[PlanLine]) -> Iterator[str]:
    """«HỘI THẢO» in a line of its own, and below it what it is about."""
    for each, below in pairwise(lines):
        told = each.is_big and below.is_big and not (each.is_programme or below.is_programme)
        alone = _BARE.fullmatch(each.words) and not _PAPER_ALONE.fullmatch(each.words)
        if told and alone and not (_BODY.match(below.words) or _PAPER_ALONE.fullmatch(below.words)):
            yield f"{each.words} {below.words}"


def _stops(below: PlanLine, named: Sequence[str], above: PlanLine) -> bool:
    if named and below.is_big and below.words[:1].islower() and not below.is_programme:
        return False
    if named and _BESIDE.match(below.words):
        return True
    if _is_its_quote(below, named):
        return False
    if named and _GOES_ON.match(below.words):
        return False
    if _SENTENCE.search(below.words) or (named and _PAPER_ALONE.fullmatch(below.words)):
        return True
    if below.sort is not Sort.NONE or below.is_programme or _BODY.match(below.words):
        return True
    if sum(map(len, named)) + len(below.words) > _LONGEST or set(below.words) <= set("-–—_*. "):
        return True
    if named:
        set_off = above.is_big and not below.is_big
        ended = named[-1].rstrip().endswith((".", ":", ";"))
        return set_off or ended or (not below.is_big and len(below.words) > 120)
    return False


def _is_its_quote(below: PlanLine, named: Sequence[str]) -> bool:
    """«HỘI THẢO KHOA HỌC» goes on with what it is about, in quotes."""
    return bool(named) and below.words[:1] in '“"«' and _BARE.fullmatch(named[-1]) is not None


def _behind_the_papers_name(lines: Sequence[PlanLine]) -> Iterator[str]:
    """«CHƯƠNG TRÌNH ĐẠI HỘI CHI ĐOÀN», «Kế hoạch tổ chức Hội nghị …» in one line, and what goes on below."""
    for at, each in enumerate(lines):
        lead = _LEAD.match(each.words)
        if lead is None or each.is_programme or not _HAS_EVENT.match(each.words[lead.end() :]):
            continue
        stands_out = each.is_big or at < _MOST_LINES or each.sort is Sort.ROMAN
        if not (stands_out or each.words[:3].casefold() == "v/v") or len(each.words) > _LONGEST:
            continue
        named = [each.words[lead.end() :]]
        for below in lines[at + 1 : at + _MOST_LINES]:
            if _stops(below, named, each) or (not each.is_big and at > _MOST_LINES):
                break
            goes_on = below.words[:1].islower() or _GOES_ON.match(below.words)
            if not (goes_on or _is_its_quote(below, named)) and below.words.isupper() != each.words.isupper():
                break
            named.append(below.words)
        yield " ".join(named)


def _as_an_event(title: str, lines: Sequence[PlanLine]) -> str:
    """«sơ kết 05 năm …» as the text calls it in full: «Hội nghị sơ kết 05 năm …»."""
    first = " ".join(title.split()[:4])
    if len(first.split()) < 3:
        return ""
    pattern = re.compile(
        r"(?P<name>(?:hội nghị|đại hội|hội thảo|lễ|lớp|ngày hội)\s+"
        + r"\s+".join(re.escape(word) for word in first.split())
        + r"[^.;,:]*)",
        re.IGNORECASE,
    )
    names = [found["name"] for each in lines for found in pattern.finditer(each.words)]
    best = max(names, key=lambda name: (name[:1].isupper(), len(name)), default="")
    return _trimmed(best, lines) if best else ""


def _trimmed(name: str, lines: Sequence[PlanLine]) -> str:
    """Without what only introduces it, what follows it, and quotes around all of it."""
    words = _ENDS.sub("", _LEAD.sub("", _DAY_BEFORE.sub("", " ".join(name.split()))))
    words = _DAY_BEHIND.sub("", words).strip(" .,:;-–—*")
    inner = words.strip("“”\"«»'‘’ ")
    if not re.search('[“”"«»]', inner):
        words = inner
    elif words[:1] in '“"«' and (after := re.match(r"[“\"«]([^”\"»]+)[”\"»](.*)$", words)):
        # «“Ngày hội Đại đoàn kết” ở Khu dân cư» is one name
        words = f"{after[1].strip()} {after[2].strip()}".strip()
    words = in_small_letters(words, lines)
    return words[:1].upper() + words[1:]
