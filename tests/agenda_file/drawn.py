"""Whole agendas drawn by chance: every key of the format as real plans use it, for what must hold of all.

One source of chance makes one agenda: a seeded `Random` gives the same text on every machine, and the
strategy hands in hypothesis' own, so that what fails is made small. Each text reads without an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import strategies as st

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.dumping import FIRST_LINE, Entry, dumped
from runofshow.agenda_file.notation import write_date, write_length
from runofshow.core.agenda import AwardLevel, ClockMode
from tests.agenda_file import drawn_words as words

_DAY = date(2027, 3, 27)


def whole_texts(rows: int = 6) -> st.SearchStrategy[str]:
    """Agendas as the text of their files, with up to so many items in a session."""
    return st.randoms(use_true_random=False).map(lambda chance: whole_text(chance, rows))


def whole_text(chance: Random, rows: int = 6) -> str:
    """One agenda as the text of its file, with up to `rows` items in a session."""
    return FIRST_LINE + dumped(_Drawing(chance, rows).agenda())


class _Drawing:
    """One agenda in the making."""

    def __init__(self, chance: Random, rows: int) -> None:
        self._chance = chance
        self._rows = rows
        self._used: set[str] = set()
        self._tracks: list[str] = []
        self._loops: set[str] = set()

    # Chance

    def _may(self, likely: float = 0.5) -> bool:
        return self._chance.random() < likely

    def _one(self, of: Sequence[Any]) -> Any:
        return of[self._chance.randrange(len(of))]

    def _count(self, least: int, most: int) -> int:
        return self._chance.randint(least, most)

    def _some(self, likely: float, **values: Any) -> Entry:
        return {key: made() for key, made in values.items() if self._may(likely)}

    def _free(self, wish: str) -> str:
        """An id that nothing else has."""
        made, count = wish, 1
        while made in self._used:
            count += 1
            made = f"{wish}-{count}"
        self._used.add(made)
        return made

    # Words

    def _person(self) -> str:
        name = " ".join((self._one(words.SURNAMES), self._one(words.MIDDLE), self._one(words.GIVEN)))
        return f"{self._one(words.ADDRESS)}{name}{self._one(words.OFFICES)}"

    def _who(self) -> str:
        return self._person() if self._may(0.7) else str(self._one(words.BODIES))

    def _title(self) -> str:
        if self._may(0.1):
            return words.LONG
        return str(self._one(words.TITLES)) + (f" - lần {self._count(1, 9)}" if self._may(0.4) else "")

    def _lines(self, of: Sequence[str]) -> str:
        return "\n".join(self._one(of) for _ in range(self._count(1, 3)))

    def _day(self, least: int = -60, most: int = 60) -> str:
        return write_date(_DAY + timedelta(days=self._count(least, most)))

    def _length(self) -> str:
        if self._may(0.7):
            return write_length(timedelta(minutes=self._count(1, 45)))
        return write_length(timedelta(seconds=self._count(1, 5400)))

    # The agenda

    def agenda(self) -> Entry:
        entry: Entry = {"title": f"Hội nghị {self._title()}"}
        entry |= self._some(
            0.6,
            organiser=lambda: self._one(("UBND phường Hương Sen", "Đảng ủy xã Bình An", "Sở Nội vụ")),
            venue=lambda: self._one(
                ("Hội trường A", "Nhà Văn hóa phường, số 5 Lê Lợi", "Hội trường tầng 2 (B)")
            ),
            basis=lambda: "thực hiện Kế hoạch số 12/KH-UBND ngày 03/01/2027 của UBND phường",
        )
        entry |= self._when()
        entry |= self._some(
            0.5,
            delegates=lambda: "150 đại biểu: 120 trong phường; 30 khách mời",
            chair_panel=lambda: [self._person() for _ in range(self._count(1, 3))],
            leaders=lambda: [self._leader() for _ in range(self._count(1, 3))],
            address=lambda: self._one(("đồng chí", "ông/bà")),
            crew=lambda: {role: self._who() for role in ("caller", *words.ROLES) if self._may()},
            backdrop=lambda: self._lines(words.WORDS),
            decoration=lambda: self._lines(words.WORDS),
            notes=lambda: self._lines(words.WORDS),
            tracks=self._recordings,
        )
        if self._may(0.6):
            start = self._one((7 * 60, 7 * 60 + 30, 8 * 60, 13 * 60 + 15, 19 * 60))
            entry |= {"start": _clock(start)} if self._may(0.8) else {}
            start = start if "start" in entry else 8 * 60
            items, latest = self._items(start)
            if (
                latest + 90 < start + 24 * 60
                and (start >= 18 * 60 or latest + 90 < 24 * 60)
                and self._may(0.4)
            ):
                entry["hard_out"] = _clock(latest + 90)
            entry["items"] = items
        else:
            entry["sessions"] = self._sessions()
        if self._may(0.4):
            entry["duties"] = [self._duty() for _ in range(self._count(1, 4))]
        return entry

    def _leader(self) -> Entry:
        """One who is waited for, by the first item or by one that may not be there."""
        entry: Entry = {"name": self._person()}
        entry |= self._some(
            0.5,
            arrives=lambda: _clock(8 * 60 + self._count(-60, 60)),
            leaves=lambda: _clock(8 * 60 + self._count(60, 240)),
            before_leaving=lambda: [self._one(("1", "2", "3.1", "m9"))],
            id=lambda: f"lanh-dao-{self._count(1, 99999)}",
        )
        return entry | ({"for": self._one(("1", "2", "3.1", "m9"))} if self._may(0.4) else {})

    def _when(self) -> Entry:
        """A day that is known or tentative, a month only, or none."""
        match self._count(0, 5):
            case 0:
                return {}
            case 1:
                return {"date": write_date(_DAY), "tentative": True}
            case 2:
                return {"period": {"text": "dự kiến tháng 3/2027"}}
            case 3:
                first, last = write_date(_DAY), write_date(_DAY + timedelta(days=3))
                return {
                    "period": {"text": "cuối tháng 3/2027", "from": first, "to": last},
                    "tentative": False,
                }
            case _:
                return {"date": write_date(_DAY)}

    def _recordings(self) -> list[Entry]:
        made = []
        for track_id, title, mark in words.TRACKS[: self._count(1, len(words.TRACKS))]:
            entry: Entry = {"id": track_id, "title": title}
            entry |= {"file": f"nhac/{track_id}.mp3"} if self._may() else {}
            entry |= {"mark": mark} if mark else {}
            if self._may(0.2):
                entry["loop"] = True
                self._loops.add(track_id)
            entry |= self._some(
                0.3,
                volume=lambda: self._count(0, 130),
                start=lambda: "1.5s",
                end=lambda: "2'30",
                fade_in=lambda: "2s",
                fade_out=lambda: "4s",
                length=lambda: "3'05",
                layer=lambda: "sting",
                sha256=lambda: "0a" * 32,
            )
            self._tracks.append(track_id)
            made.append(entry)
        return made

    def _sessions(self) -> list[Entry]:
        """Two or three, each after the one before: a morning, an afternoon or the next day, an evening."""
        made: list[Entry] = []
        starts: tuple[tuple[int, date | None], ...]
        starts = ((7 * 60 + 30, None), (14 * 60, None), (19 * 60 + 30, None))
        if self._may(0.4):
            starts = ((8 * 60, None), (8 * 60, _DAY + timedelta(days=1)), (13 * 60 + 30, None))
        for place, (start, day) in enumerate(starts[: self._count(2, 3)]):
            title = ("Buổi sáng", "Phiên 2: thảo luận, chất vấn", "Buổi tối (giao lưu)")[place]
            entry: Entry = {"title": title}
            if day is not None:
                entry["date"] = write_date(day)
            if place == 0 and self._may(0.3):
                start = 8 * 60
            else:
                entry["start"] = _clock(start)
            items, latest = self._items(start)
            if start >= 18 * 60 and self._may(0.4):
                entry["hard_out"] = _clock(latest + 90)
            entry["items"] = items
            made.append(entry)
        return made

    def _items(self, latest: int) -> tuple[list[Entry], int]:
        """The items of a session that begins at this minute of the day, and the latest hour among them."""
        made = []
        for _ in range(self._count(1, self._rows)):
            parts: list[Entry] = []
            entry = self._item()
            if self._may(0.12):
                latest += self._count(0, 25)
                entry["start"] = _clock(latest)
            recipients = entry.get("award", {}).get("recipients", ())
            if len(recipients) > 1 and self._may(0.3):
                entry["award"]["batch"] = self._count(1, 3)
            elif self._may(0.25):
                for place in range(self._count(1, 3)):
                    part = self._item()
                    if place and self._may(0.1):
                        latest += self._count(0, 20)
                        part["start"] = _clock(latest)
                    parts.append(part)
                entry["parts"] = parts
            elif self._may(0.08):
                latest += self._count(1, 20)
                entry["until"] = _clock(latest)
            made.append(entry)
        return made, latest

    def _item(self) -> Entry:
        kinds = list(catalogue())
        entry: Entry = {"title": self._title(), "kind": self._one(kinds)}
        entry |= {"id": self._free(self._one(("khai-mac", "bao_cao", "van.nghe")))} if self._may(0.1) else {}
        entry |= self._some(
            0.1,
            number=lambda: self._one(words.NUMBERS),
            also=lambda: [self._one(kinds)],
            protected=lambda: self._may(),
            clock=lambda: self._one(list(ClockMode)).value,
            optional=lambda: True,
            min=self._length,
            may_drop=lambda: self._may(),
            importance=lambda: self._count(1, 5),
            stretch=self._length,
        )
        entry |= self._some(0.5, by=self._who, duration=self._length)
        entry |= self._some(0.35, mc=lambda: self._lines(words.SENTENCES) if self._may(0.9) else "")
        entry |= self._some(
            0.15, notes=lambda: self._lines(words.WORDS), backdrop=lambda: self._lines(words.WORDS)
        )
        entry |= self._some(0.12, handin=self._handin, text=lambda: "bài đọc/báo cáo.docx")
        entry |= self._some(0.2, award=self._award)
        entry |= self._some(0.4, cues=self._cues)
        return entry

    def _handin(self) -> Entry:
        return self._some(0.6, due=lambda: self._day(-20, -1), received=lambda: self._may())

    def _award(self) -> Entry:
        return self._some(
            0.6,
            decision=lambda: "Quyết định số 45/QĐ-UBND ngày 20/3/2027: khen thưởng",
            presenter=lambda: "; ".join(self._person() for _ in range(self._count(1, 2))),
            reader=self._person,
            form=lambda: self._one(
                ("Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen", "Huân chương Lao động hạng Ba")
            ),
            level=lambda: self._one(list(AwardLevel)).value,
            recipients=lambda: [self._recipient() for _ in range(self._count(1, 7))],
            called_before_reading=lambda: self._may(),
        ) | self._some(
            0.2,
            flowers=lambda: self._may(),
            photo=lambda: self._may(),
            on_display=lambda: self._may(),
        )

    def _recipient(self) -> str | Entry:
        remark = self._one(
            ("", "", f" (nhận thay: {self._person()})", " (truy tặng)", " (tập thể)", " (vắng có lý do)")
        )
        # names that many share, so that ids are told apart
        name = f"{'cố ' if self._may(0.1) else ''}{self._who() if self._may(0.8) else 'Ông Nguyễn Văn An'}"
        if self._may():
            return f"{name}{remark}"
        return {"name": name} | self._some(
            0.3,
            unit=lambda: self._one(words.UNITS),
            post=lambda: self._one(("Trưởng phòng", "Giáo viên, tổ trưởng")),
            address=lambda: self._one(("đồng chí", "ông")),
            said=lambda: "Ét-uốt Nguyễn",
            note=lambda: self._one(("đi xe lăn", "vắng: báo trước")),
            collective=lambda: self._may(),
            posthumous=lambda: self._may(),
            proxy=self._person,
            absent=lambda: self._may(),
            id=lambda: self._free("nguoi-nhan"),
        )

    # Cues

    def _cues(self) -> list[Entry]:
        made: list[Entry] = []
        played: str | None = None
        for _ in range(self._count(0, 4)):
            entry = self._cue()
            is_play = entry.get("do") == "play" or ("do" not in entry and "track" in entry)
            if played is not None and played not in self._loops and self._may(0.3):
                entry["at"] = self._one(("hết nhạc", "hết nhạc + 2s"))
            made.append(entry)
            if is_play:
                played = entry.get("track", "")
        return made

    def _cue(self) -> Entry:
        role = self._one(words.ROLES)
        entry: Entry = {"to": role}
        if role == "music" and self._tracks and self._may(0.8):
            entry["track"] = self._one(self._tracks)
            entry |= {"do": self._one(("play", "play", "fade", "stop"))} if self._may() else {}
        elif role == "music" and self._may():
            entry["do"] = self._one(("fade", "stop"))
        if ("track" not in entry and "do" not in entry and role != "mc") or self._may():
            entry["text"] = self._one(words.DONE)
        do = entry.get("do") or ("play" if "track" in entry else "")
        if self._may():
            entry["at"] = self._one(words.MOMENTS + tuple(f"word {heard}" for heard in words.HEARD))
        if not str(entry.get("at", "")).startswith("word"):
            entry |= self._some(0.2, go=lambda: "auto")
        entry |= self._some(0.15, standby=lambda: "30s", tolerance=lambda: "5s")
        entry |= {"id": self._free("lenh")} if self._may(0.1) else {}
        entry |= {"fade": "2.5s"} if do in ("play", "fade") and self._may(0.3) else {}
        entry |= {"pre_wait": "1.5s"} if do == "play" and self._may(0.3) else {}
        return entry

    def _duty(self) -> Entry:
        entry: Entry = {"what": self._one(words.TASKS)}
        return entry | self._some(
            0.5,
            by=self._who,
            due=self._day,
            when=lambda: self._one(("before", "day", "after")),
            done=lambda: True if self._may() else self._day(),
        )


def _clock(minute: int) -> str:
    """Minutes since the session's midnight as the agenda file writes an hour."""
    hour, rest = divmod(minute % (24 * 60), 60)
    return f"{hour}h{rest:02}"
