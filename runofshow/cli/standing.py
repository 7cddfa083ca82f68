"""How far an unfinished show has come, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.core.picture import take_snapshot
from runofshow.core.state import State
from runofshow.texts.cli import CliTexts

GIVEN_UP = timedelta(hours=12)
"""A rehearsal left for longer is not offered: most are never ended, and the next one begins anew."""


def standing(state: State, at: datetime, words: CliTexts) -> str:
    """`Đang ở mục 4.2: … (đã qua 3:10)`: where the show stands at that moment of its own clock."""
    picture = take_snapshot(state, at)
    if picture.current is not None:
        minutes, seconds = divmod(int(picture.current.elapsed.total_seconds()), 60)
        elapsed = f"{minutes}:{seconds:02}" if minutes < 120 else f"{minutes // 60}h{minutes % 60:02}"
        row = picture.current.row
        return words.unfinished_running.format(number=row.number, title=row.title, elapsed=elapsed)
    if state.started and picture.next is not None:
        return words.unfinished_next.format(number=picture.next.number, title=picture.next.title)
    return words.unfinished_done if state.started else words.unfinished_before
