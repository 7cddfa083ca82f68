"""What the MC's words ask of an award: by whose power, what, who hands it over, who comes up and when.

Its level tells whose award it is, else its decision's number or the form itself: medals are the President's.
At that level recipients come up before the decision is read, and whoever hands over does so by delegation.

Who is absent is not called; two of one name are told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

from runofshow.core.agenda import Award, AwardLevel, Item, Recipient
from runofshow.core.calling import BY_NAME, Manner, is_body, is_personal
from runofshow.core.spoken import in_sentence, name_and_office, spoken

_ADDRESSED = re.compile(r"^((các|cố|đồng chí|ông|bà|anh|chị|em|cháu|mr|ms|mrs|dr)\.? )+", re.IGNORECASE)
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


def is_collective(one: Recipient) -> bool:
    """Whether a collective is honoured: as written, else who is addressed as a person, has a post or bears a
    person's name is none, nor who has a unit and is not called like one."""
    if one.collective is not None:
        return one.collective
    if one.address or one.post or _PERSON.match(one.name) or is_personal(one.name):
        return False
    return not one.unit or is_body(one.name)


def presenter_of(item: Item) -> str | None:
    """Who hands over, of an item as it runs."""
    return (None if item.award is None else item.award.presenter) or item.by


NameKey = tuple[str, str]
"""What two of one name may have in common: the bare name, and the unit."""


def name_key(one: Recipient) -> NameKey:
    """By what somebody is told from others."""
    return bare_name(one), one.unit.casefold()


def names_apart(listed: Iterable[Recipient]) -> dict[str, str]:
    """Recipient id to a name that nobody else has, of those who share theirs: by unit, else by a count."""
    everybody = list(listed)
    return told_apart(everybody, list(map(name_key, everybody)))


def told_apart(listed: Iterable[Recipient], keys: Sequence[NameKey]) -> dict[str, str]:
    """The same of those whose keys are known."""
    names = Counter(map(itemgetter(0), keys))
    if len(names) == len(keys):
        return {}
    # of two thousand most bear a name of their own, and each key of a show may come by here
    shared = [(one, key) for one, key in zip(listed, keys, strict=True) if names[key[0]] > 1]
    both, counted = Counter(key for _, key in shared), Counter[NameKey]()
    apart: dict[str, str] = {}
    for one, key in shared:
        counted[key] += 1
        told = f"{one.name} ({one.unit})" if one.unit else one.name
        apart[one.recipient_id] = f"{told} [{counted[key]}]" if both[key] > 1 else told
    return apart


def bare_name(one: Recipient) -> str:
    """The name without what is said before it, to tell whether two are the same."""
    return _bare(one.name)


@lru_cache(4096)
def _bare(name: str) -> str:
    # asked of everybody by whoever tells names apart, at each change of a list
    return _ADDRESSED.sub("", name).casefold().strip()


class Honours:
    """What an award tells the words about it."""

    def __init__(self, item: Item, is_vietnamese: bool, manner: Manner = BY_NAME) -> None:
        self._manner = manner
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
                return self._manner.called(in_sentence(award.reader or "")) or None
            case "presenter":
                person = award.presenter or self._by
                return self._manner.called(in_sentence(person or "")) or None
            case "form":
                return form_of(award, self._title)
            case "authority":
                level = level_of(award, self._title)
                words = None if level is None else _AUTHORITY.get(level)
                return None if words is None else words[0 if self._is_vietnamese else 1]
            case "honoured":
                return self._honoured()
            case "recipients":
                present = self._present
                listed = (f"{place}. {self._named(one)}" for place, one in enumerate(present, start=1))
                return "\n".join(listed) if len(present) > 1 else None
            case "proxy":
                proxy = self._present[0].proxy if len(self._present) == 1 else None
                return None if proxy is None else self._manner.called(in_sentence(proxy))
            case "first":
                return "" if comes_first(award, self._title) else None
            case "posthumous":
                return "" if self._is_posthumous else None
            case "giver":
                person = self.of("presenter")
                return None if person is None else name_and_office(person)[0]
            case _:
                return None

    @property
    def _present(self) -> list[Recipient]:
        return [one for one in self._award.recipients if not one.absent]

    @property
    def _is_posthumous(self) -> bool:
        return bool(self._present) and all(one.posthumous for one in self._present)

    def _honoured(self) -> str | None:
        """Who is called up: one by name, several by what they are."""
        present, is_posthumous = self._present, self._is_posthumous
        if not present:
            return None
        if len(present) == 1:
            return self._alone(present[0], is_posthumous)
        people = sum(not is_collective(one) for one in present)
        if not self._is_vietnamese:
            return "the families of those named" if is_posthumous else "those named"
        if is_posthumous:
            return "đại diện gia đình các đồng chí có tên sau đây"
        if people == len(present):
            return "các ông, bà có tên sau đây"
        if people == 0:
            return "đại diện các tập thể có tên sau đây"
        return "đại diện các tập thể và các cá nhân có tên sau đây"

    def _alone(self, one: Recipient, is_posthumous: bool) -> str:
        said = in_sentence(said_of(one, self._manner))
        if name_and_office(said)[1]:
            said += ","
        if not is_posthumous:
            return said if not is_collective(one) or not self._is_vietnamese else f"đại diện {said}"
        late = said if said.startswith("cố ") else f"cố {said}"
        return f"đại diện gia đình {late}" if self._is_vietnamese else f"the family of the late {said}"

    def _named(self, one: Recipient) -> str:
        said = spoken(said_of(one, self._manner))
        said = f"{said[:1].upper()}{said[1:]}"
        if count := _COUNTED.search(self._manner.apart.get(one.recipient_id, "")):
            # for the eyes of who reads: neither name nor unit tells which of them it is
            said += count[0]
        if one.proxy is None:
            return said
        proxy = self._manner.called(in_sentence(one.proxy))
        return f"{said}; {'nhận thay' if self._is_vietnamese else 'received by'}: {proxy}"


_COUNTED = re.compile(r" \[\d+\]$")


def said_of(one: Recipient, manner: Manner = BY_NAME) -> str:
    """A recipient as the MC calls them: title of address, name, post and unit."""
    named = one.said or one.name
    if one.address and not named.casefold().startswith(one.address.casefold()):
        named = f"{one.address} {named}"
    elif not one.address and not one.posthumous and not is_collective(one):
        named = manner.called(named)
    return ", ".join(part for part in (named, one.post, one.unit) if part)
