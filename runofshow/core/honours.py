"""What the MC's words ask of an award: by whose power, what, who hands it over, who comes up and when.

Its level tells whose award it is, else its decision's number or the form itself: medals are the President's.
At that level recipients come up before the decision is read, and whoever hands over does so by delegation.

A recipient is a name as the list has it. Behind it may stand who receives in its place, «(nhận thay: bà Trần
Thị Bình)», that it is given after death, «(truy tặng)», which «Cố» before the name says too, and that nobody
came, «(vắng)».
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from runofshow.core.agenda import Award, AwardLevel, Item
from runofshow.core.spoken import in_sentence, name_and_office, spoken

_PROXY = re.compile(r"\((?:nhận thay|received by):? *([^()]+)\)", re.IGNORECASE)
_POSTHUMOUS = re.compile(r"\(truy tặng\)|\(posthumous\)|^cố ", re.IGNORECASE)
_ABSENT = re.compile(r"\((?:vắng(?: mặt)?|absent)\b[^()]*\)", re.IGNORECASE)
_REMARK = re.compile(r"\s*\([^()]*\)")
_PERSON = re.compile(r"(các |cố )?(đồng chí|ông|bà|anh|chị|em|cháu)\b|(Mr|Ms|Mrs|Dr)\b", re.IGNORECASE)
_FORM = re.compile(
    r"(huân chương|huy chương|danh hiệu|giải thưởng|cờ thi đua|bằng khen|kỷ niệm chương|giấy khen"
    r"|giấy chứng nhận|cờ truyền thống|giải (nhất|nhì|ba|khuyến khích))\b[^,;:]*",
    re.IGNORECASE,
)
_OF_THE_STATE = re.compile(r"QĐ-CTN|huân chương|huy chương|chủ tịch nước", re.IGNORECASE)
_OF_THE_GOVERNMENT = re.compile(r"QĐ-TTg|chính phủ|thủ tướng|chiến sĩ thi đua toàn quốc", re.IGNORECASE)
_AUTHORITY: Final = {
    AwardLevel.STATE: ("Thừa ủy quyền của Chủ tịch nước", "By authority of the State President"),
    AwardLevel.GOVERNMENT: ("Thừa ủy quyền của Thủ tướng Chính phủ", "By authority of the Prime Minister"),
}


def level_of(award: Award | None, title: str) -> AwardLevel | None:
    """Whose award it is, as written, else by its decision or its form; None where neither tells."""
    written = Award() if award is None else award
    if written.level is not None:
        return written.level
    for text in (written.decision or "", written.form or title):
        if _OF_THE_STATE.search(text):
            return AwardLevel.STATE
        if _OF_THE_GOVERNMENT.search(text):
            return AwardLevel.GOVERNMENT
    return None


def comes_first(award: Award, title: str) -> bool:
    """Whether recipients come up before the decision is read: as written, else by whose award it is."""
    written = award.called_before_reading
    return level_of(award, title) is AwardLevel.STATE if written is None else written


_RANKS: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        "huân chương sao vàng",
        "huân chương hồ chí minh",
        "huân chương độc lập",
        "huân chương quân công",
        "huân chương lao động",
        "huân chương",
        "danh hiệu .*(anh hùng|nhân dân|ưu tú)|huy chương|giải thưởng (hồ chí minh|nhà nước)",
        "chính phủ|thủ tướng|chiến sĩ thi đua toàn quốc",
        "cờ thi đua|chiến sĩ thi đua|tập thể lao động xuất sắc|bằng khen",
        "kỷ niệm chương",
        "giấy khen",
    )
)
"""Forms of award from the highest down."""


def rank_of(form: str) -> int | None:
    """The place of a form among all, 0 is the highest; None for one that is not known."""
    return next((rank for rank, words in enumerate(_RANKS) if words.search(form)), None)


def form_of(award: Award, title: str) -> str | None:
    """What is handed over: as written, else as the title names it; None where neither does."""
    if award.form:
        return spoken(award.form)
    found = _FORM.search(spoken(title))
    return None if found is None else found[0].strip()


class Recipient(Struct, frozen=True):
    """One who is honoured, as the list has it."""

    name: str
    """Without the remarks that are told apart here."""
    proxy: str | None = None
    """Who received in their place; None where nobody is named."""
    posthumous: bool = False
    absent: bool = False
    """The list says «(vắng)» behind the name."""


def recipient_of(written: str) -> Recipient:
    """A recipient by a line of the list: «Ông Đinh Công Tâm (nhận thay: bà Lê Thị Sáu)»."""
    proxy = _PROXY.search(written)

    def said(found: re.Match[str]) -> str:
        is_known = any(one.search(found[0]) for one in (_PROXY, _POSTHUMOUS, _ABSENT))
        return "" if is_known else found[0]

    return Recipient(
        name=_REMARK.sub(said, written).strip(),
        proxy=None if proxy is None else proxy[1].strip(),
        posthumous=_POSTHUMOUS.search(written) is not None,
        absent=_ABSENT.search(written) is not None,
    )


class Honours:
    """What an award tells the words about it."""

    def __init__(self, item: Item, is_vietnamese: bool) -> None:
        self._award = item.award or Award()
        self._title = item.title
        self._by = item.by
        self._is_vietnamese = is_vietnamese

    def of(self, name: str) -> str | None:
        """What is said for a name; None where nothing is known, or no award knows the name."""
        award = self._award
        match name:
            case "decision":
                return spoken(award.decision) if award.decision else None
            case "reader":
                return in_sentence(award.reader or "") or None
            case "presenter":
                person = award.presenter or self._by
                return in_sentence(person or "") or None
            case "form":
                return form_of(award, self._title)
            case "authority":
                level = level_of(award, self._title)
                words = None if level is None else _AUTHORITY.get(level)
                return None if words is None else words[0 if self._is_vietnamese else 1]
            case "honoured":
                return self._honoured()
            case "recipients":
                names = award.recipients
                listed = (f"{place}. {self._named(name)}" for place, name in enumerate(names, start=1))
                return "\n".join(listed) if len(names) > 1 else None
            case "proxy":
                found = _PROXY.search(award.recipients[0]) if len(award.recipients) == 1 else None
                return None if found is None else in_sentence(found[1])
            case "first":
                return "" if comes_first(award, self._title) else None
            case "posthumous":
                names = award.recipients
                return "" if names and all(_POSTHUMOUS.search(name) for name in names) else None
            case "giver":
                person = self.of("presenter")
                return None if person is None else name_and_office(person)[0]
            case _:
                return None

    def _honoured(self) -> str | None:
        """Who is called up: one by name, several by what they are."""
        names = self._award.recipients
        if not names:
            return None
        is_posthumous = all(_POSTHUMOUS.search(name) for name in names)
        if len(names) == 1:
            return self._alone(names[0], is_posthumous)
        people = sum(_PERSON.match(name) is not None for name in names)
        if not self._is_vietnamese:
            return "the families of those named" if is_posthumous else "those named"
        if is_posthumous:
            return "đại diện gia đình các đồng chí có tên sau đây"
        if people == len(names):
            return "các ông, bà có tên sau đây"
        if people == 0:
            return "đại diện các tập thể có tên sau đây"
        return "đại diện các tập thể và các cá nhân có tên sau đây"

    def _alone(self, name: str, is_posthumous: bool) -> str:
        said = in_sentence(name)
        if name_and_office(said)[1]:
            said += ","
        if not is_posthumous:
            return said if _PERSON.match(name) or not self._is_vietnamese else f"đại diện {said}"
        late = said if said.startswith("cố ") else f"cố {said}"
        return f"đại diện gia đình {late}" if self._is_vietnamese else f"the family of the late {said}"

    def _named(self, name: str) -> str:
        proxy = _PROXY.search(name)
        said = spoken(name)
        if proxy is None:
            return said
        return f"{said}; {'nhận thay' if self._is_vietnamese else 'received by'}: {in_sentence(proxy[1])}"
