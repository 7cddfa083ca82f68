"""What a careful reader asks of a whole plan: what it orders and never places, where it contradicts itself.

Each is one doubt for a person to settle; nothing of the draft is changed by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.draft import Draft, DraftItem
from runofshow.documents.finding.head.plan_text import PlanLine

_COUNTED = re.compile(
    r"\(\s*(?:từ\s+)?\d{1,2}\s*[-–]\s*\d{1,2}\s+(?!phút|giờ|h\b|tiếng)[^)]*\)", re.IGNORECASE
)
"""«(từ 3 - 4 tham luận)»"""
_EDITION = re.compile(
    r"(?P<event>(?:đại hội|hội nghị|hội thi|liên hoan|lễ hội"
    r"|giải)\b[^.;,]{0,60}?)\s*\(?lần thứ\s+(?P<n>[IVXL]{1,6}|\d{1,3})",
    re.IGNORECASE,
)
_UNDER_OVER = re.compile(
    r"(?:dưới|ít hơn)\s+(?P<n>\d{2,5})\b.*?(?:trên|hơn|nhiều hơn)\s+(?P=n)\b", re.IGNORECASE | re.DOTALL
)
_NOISE = re.compile(
    r"</?(?:p|br|i|b|u|td|tr|span|div)\b[^>]*>|[\ufffd\ue000-\uf8ff]|(?<!\w)(?:Thị đua|Noi nhận"
    r"|Nơi nhân|Uý ban|Uy ban nhân dân|Cộng hoa)(?!\w)|\*[A-Z][a-z]{1,4}\*"
)
_WHOLE_DAY = re.compile(r"(?:0?1|một)\s+ngày", re.IGNORECASE)
_EXCHANGE = re.compile(r"giao lưu[^.;]{0,60}(?:điển hình|gương|tập thể|cá nhân)", re.IGNORECASE)
_CLIP_ORDER = re.compile(
    r"(?:\d{1,2}\s+)?(?:đoạn\s+)?(?:clip|phóng sự|phim tư liệu|video)[^.;()]{0,80}", re.IGNORECASE
)
_MAY = re.compile(r"có thể|tùy theo|nếu có", re.IGNORECASE)
_HALF_DAY = timedelta(hours=5)
_BEFORE_DIRECTIVE = {
    "award": DoubtCode.AWARD_AFTER_DIRECTIVE,
    "launch": DoubtCode.LAUNCH_AFTER_DIRECTIVE,
}
_BEFORE_CEREMONY = frozenset({"reception", "settling", "performance", "break", "credentials"})
_MOST_NAMED = 4
_TWO = re.compile(r"lãnh đạo.+ và lãnh đạo|ông.+ và (?:ông|bà)|đồng chí.+ và đồng chí")
_RITES = {"flag_salute": DoubtCode.NO_FLAG_SALUTE, "opening": DoubtCode.NO_OPENING}


def doubts_of(lines: Sequence[PlanLine], draft: Draft) -> tuple[Doubt, ...]:
    """Everything to ask, about the whole first."""
    doubts = [*_of_the_head(lines, draft)]
    if draft.items:
        doubts += [*_of_the_programme(lines, draft), *_of_items(draft.items)]
    return tuple(dict.fromkeys(doubts))


def _of_the_head(lines: Sequence[PlanLine], draft: Draft) -> Iterator[Doubt]:
    if draft.tentative:
        yield Doubt.of(DoubtCode.TENTATIVE_DATE, text=draft.date_text or "")
    elif draft.day is None and draft.date_text:
        yield Doubt.of(DoubtCode.NO_DAY, text=draft.date_text)
    editions = _editions(lines)
    if editions:
        event, numbers = editions
        yield Doubt.of(DoubtCode.TWO_EDITIONS, event=event, editions=", ".join(numbers))
    for each in lines:
        if found := _UNDER_OVER.search(each.words):
            yield Doubt.of(DoubtCode.EXACTLY, number=found["n"])
    noise = list(
        dict.fromkeys(
            found[0] for each in lines for found in _NOISE.finditer(f"{each.words} {each.line.text}")
        )
    )
    if noise:
        yield Doubt.of(DoubtCode.NOISE, words=", ".join(f"“{word}”" for word in noise[:6]))
    yield from _of_limits(draft)


def _of_limits(draft: Draft) -> Iterator[Doubt]:
    """A report that is due before the conference surely is over, a dossier before it has met."""
    if draft.day is not None or draft.date_text is None:
        return
    last = _last_of(draft.date_text)
    if last is None:
        return
    for each in draft.deadlines:
        after = re.search(
            r"sau (?:khi )?(?:kết thúc )?hội nghị|kết quả tổ chức [“\"]?hội nghị|báo cáo kết quả"
            r"|báo cáo tổng kết hội nghị",
            f"{each.what} {each.who}",
            re.IGNORECASE,
        )
        if (
            each.day is not None
            and after
            and date(last.year, last.month, 1) - timedelta(days=70) < each.day <= last
        ):
            yield Doubt.of(
                DoubtCode.DUE_TOO_SOON, what=_short(each.what), limit=each.text, when=draft.date_text
            )


def _last_of(text: str) -> date | None:
    """The last day of the month that a period names, or of the limit by which it is held."""
    if found := re.search(r"(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)", text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    found = re.search(r"tháng\s+(\d{1,2})\s*(?:/|năm|,)\s*(20\d\d)", text)
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    year, month = int(found[2]), int(found[1])
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _of_the_programme(lines: Sequence[PlanLine], draft: Draft) -> Iterator[Doubt]:
    kinds = [kind for item in draft.items for kind in (item.kind, *item.also)]
    facts = dict(draft.facts)
    # a gathering of researchers salutes no flag; where delegates are presented, one does
    ceremonial = bool({"introduction", "presidium"} & set(kinds))
    for kind, code in _RITES.items():
        if kind not in kinds and ceremonial:
            yield Doubt.of(code)
    if "snack" in facts and not {"break", "meal"} & set(kinds):
        yield Doubt.of(DoubtCode.BREAK_NOT_PLACED, words=facts["snack"])
    if "video" not in kinds and (clip := _ordered_clip(lines)):
        yield Doubt.of(DoubtCode.CLIP_NOT_PLACED, words=clip)
    if "exchange" not in kinds and any(
        _EXCHANGE.search(each.words) for each in lines if not each.is_programme
    ):
        yield Doubt.of(DoubtCode.EXCHANGE_NOT_PLACED)
    if "acts" in facts and "performance" not in kinds:
        yield Doubt.of(DoubtCode.ACTS_NOT_PLACED, words=facts["acts"])
    surely = [item.kind for item in draft.items if "kind" not in item.guessed]
    for kind, code in _BEFORE_DIRECTIVE.items():
        if {"directive", kind} <= set(surely) and surely.index("directive") < surely.index(kind):
            yield Doubt.of(code)
    whole_day = _WHOLE_DAY.search(facts.get("duration", "")) or _WHOLE_DAY.match(draft.date_text or "")
    one_day = len({item.day for item in draft.items}) < 2
    if whole_day and one_day and "meal" not in kinds and _length(draft.items) < _HALF_DAY:
        yield Doubt.of(DoubtCode.HALF_DAY_LIST, text=facts.get("duration", draft.date_text or ""))
    yield from _start_elsewhere(draft, facts)


def _start_elsewhere(draft: Draft, facts: dict[str, str]) -> Iterator[Doubt]:
    """The hour that is said for the whole is not the one at which the ceremony begins."""
    hour = re.search(r"(\d{1,2})\s*(?:h|giờ|:)\s*(\d{2})?", facts.get("start", ""))
    timed = [item for item in draft.items if item.start is not None]
    if hour is None or not timed:
        return
    stated = (int(hour[1]), int(hour[2] or 0))
    first = timed[0]
    ceremony = next((item for item in timed if item.kind not in _BEFORE_CEREMONY), first)
    if first.start is None or ceremony.start is None:
        return
    before = timed[: timed.index(ceremony) + 1]
    if stated not in {(each.start.hour, each.start.minute) for each in before if each.start}:
        yield Doubt.of(
            DoubtCode.START_ELSEWHERE,
            stated=facts["start"],
            item=_short(first.title),
            start=f"{first.start:%H:%M}",
        )
    elif ceremony.start != first.start and stated == (first.start.hour, first.start.minute):
        yield Doubt.of(
            DoubtCode.START_OF_RECEPTION,
            stated=facts["start"],
            item=_short(ceremony.title),
            start=f"{ceremony.start:%H:%M}",
        )


def _of_items(items: Sequence[DraftItem]) -> Iterator[Doubt]:
    joined = [_short(item.title) for item in items if item.also]
    if joined:
        named = "; ".join(f"“{title}”" for title in joined[:_MOST_NAMED])
        more = "; …" if len(joined) > _MOST_NAMED else ""
        yield Doubt.of(DoubtCode.JOINED, count=len(joined), titles=named + more)
    parts: dict[int, list[timedelta | None]] = {}
    for item in items:
        if item.parent is not None:
            parts.setdefault(item.parent, []).append(item.length)
    for index, item in enumerate(items):
        title = _short(item.title)
        if counted := _COUNTED.search(item.title):
            yield Doubt.of(DoubtCode.COUNT_NOT_TIME, item.source, title=title, words=counted[0].strip("()"))
        if item.kind in ("directive", "speech") and not item.also and _TWO.search((item.by or "").casefold()):
            yield Doubt.of(DoubtCode.SEVERAL_SPEAKERS, item.source, title=title)
        lengths = [length for length in parts.get(index, []) if length is not None]
        total = sum(lengths, timedelta())
        if item.length and lengths and len(lengths) == len(parts[index]) and total != item.length:
            whole, sum_of_parts = _minutes(item.length), _minutes(total)
            yield Doubt.of(
                DoubtCode.PARTS_CONTRADICT, item.source, title=title, whole=whole, parts=sum_of_parts
            )


def _ordered_clip(lines: Sequence[PlanLine]) -> str:
    """A clip that somebody is to make; one that «may» be made is no order."""
    for each in lines:
        if (
            each.is_programme
            or _MAY.search(each.words)
            or not re.search(
                r"chuẩn bị|thực hiện|xây dựng|làm|dựng|sản xuất|phối hợp", each.words, re.IGNORECASE
            )
        ):
            continue
        if found := _CLIP_ORDER.search(each.words):
            return found[0].strip(" ,")
    return ""


def _editions(lines: Sequence[PlanLine]) -> tuple[str, tuple[str, ...]] | None:
    """One event under two numbers, where its heading has one and the text the other."""
    title: dict[str, str] = {}
    for each in lines[:12]:
        if each.is_big or each.line.place.paragraph is None or len(each.words) < 120:
            for found in _EDITION.finditer(each.words):
                title.setdefault(_event(found["event"]), found["n"])
    for event, number in title.items():
        others = [
            found["n"]
            for each in lines
            for found in _EDITION.finditer(each.words)
            if _event(found["event"]) == event
            and re.search(r"tiến tới|chào mừng", each.words[: found.start()], re.IGNORECASE)
        ]
        differing = tuple(dict.fromkeys(other for other in others if other != number))
        if differing:
            return event, (number, *differing)
    return None


def _event(words: str) -> str:
    return " ".join(words.casefold().split())


def _length(items: Sequence[DraftItem]) -> timedelta:
    """From the first start to the last end, or nothing where no hours stand."""
    times = [at for item in items for at in (item.start, item.end) if at is not None]
    if not times:
        return timedelta()
    return timedelta(hours=times[-1].hour - times[0].hour, minutes=times[-1].minute - times[0].minute)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60


def _short(words: str) -> str:
    return words if len(words) <= 70 else words[:69].rstrip() + "…"
