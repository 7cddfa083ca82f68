"""What is asked before it is done, at the console: each question by its keys, and the first answer counts."""

from __future__ import annotations

import re
from datetime import timedelta

from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Agenda, Track, TrackMark
from runofshow.core.snapshot import ItemState, Phase
from runofshow.core.sound import Deck, EndedWhy
from runofshow.texts.console import VI
from tests.core.shows import at as clock
from tests.core.shows import cue, item, session
from tests.tui.desk import Desk, desk
from tests.tui.hall import Venue, hall_for
from tests.tui.sounds import Player
from tests.tui.striking import asked, settle, strike

ANTHEM = Track("anthem", "Quốc ca", file="anthem.flac", mark=TrackMark.ANTHEM_WITHOUT_WORDS)
ASKS = VI.questions


def day() -> Agenda:
    """8:00 a rite with its anthem, a report, and a guest at 9:30; in the afternoon, from 13:30, two more."""
    anthem = cue("flag.anthem", do=Action.PLAY, track_id="anthem")
    morning = session(
        "s1",
        "8:00",
        item("flag", 5, anthem, protected=True, title="Chào cờ"),
        item("report", 10, title="Báo cáo"),
        item("guest", 10, fixed_start=clock("9:30"), title="Khách phát biểu"),
        item("talk", 10, title="Thảo luận"),
    )
    afternoon = session("s2", "13:30", item("award", 10, title="Trao thưởng"), item("end", 5, title="Bế mạc"))
    return Agenda("Hội nghị", (morning, afternoon), tracks=(ANTHEM,))


async def pressed(at: Desk, key: str, question: str) -> None:
    """A second later this key is pressed, and this is asked."""
    at.it.hand.passed += 1
    strike(at, key)
    for _ in range(400):
        if asked(at):
            break
        await at.pilot.pause(0.01)
    await settle(at)
    words = re.escape(question).replace(r"\{title\}", ".+").replace(r"\{hour\}", ".+")
    assert re.fullmatch(words, asked(at)), (key, asked(at), at.chosen(), at.screen)


async def answers(at: Desk, signs: str) -> None:
    """All signs in one read; the question is gone and no other stands."""
    strike(at, signs)
    await settle(at)
    assert at.dialog is None


async def test_each_question_of_the_console_takes_the_first_of_two_answers(venue: Venue) -> None:
    async with desk(hall_for(venue, day(), early=timedelta(hours=1))) as at:

        def running() -> str | None:
            now = at.engine.latest.current
            return None if now is None else now.row.item_id

        # an hour too early
        await pressed(at, " ", ASKS.far_start)
        assert "08:00" in asked(at) or "15:00" in asked(at)
        await answers(at, "kc")
        assert at.engine.latest.phase is Phase.BEFORE
        await pressed(at, " ", ASKS.far_start)
        await answers(at, "ck")
        await at.until(lambda now: running() == "flag")

        # a rite before its music, and while it plays
        await pressed(at, "n", ASKS.unplayed)
        assert "Chào cờ" in asked(at)
        for two in ("\x1bc", "\rc", "→←\rc", "→\x1b\r"):
            if not asked(at):
                await pressed(at, "n", ASKS.unplayed)
            await answers(at, two)
            assert running() == "flag", two
        at.it.hand.passed += 1
        strike(at, " ")
        await at.until(lambda now: all(one.gone_at is not None for one in now.cues))
        player = at.engine.call(lambda: Player(at.it)).result(5)
        at.engine.call(lambda: player.begins(Deck.A, "anthem", "flag.anthem")).result(5)
        await pressed(at, "n", ASKS.sounding)
        await answers(at, "kc")
        assert running() == "flag"
        await pressed(at, "n", ASKS.sounding)
        await answers(at, "cc")
        await at.until(lambda now: running() == "report")
        over = s.TrackEnded(Deck.A, "anthem", "flag.anthem", EndedWhy.END, at.it.now.now)
        at.engine.call(lambda: player.tell(over)).result(5)

        # a guest who comes at an hour that is far
        await pressed(at, "n", ASKS.early)
        assert "Khách phát biểu" in asked(at)
        await answers(at, "kc")
        assert running() == "report"
        await pressed(at, "n", ASKS.early)
        await answers(at, "ck")
        await at.until(lambda now: running() == "guest")

        # an item of the afternoon: what becomes of the rest
        at.console.board.choose("award")
        for keys, state in (("\x1bg", None), ("kg", ItemState.UPCOMING), ("gk", ItemState.ASIDE)):
            await pressed(at, "\r", ASKS.rest)
            await answers(at, keys)
            if state is None:
                assert at.engine.latest.next is not None
                assert at.engine.latest.next.item_id == "talk"
                continue
            await at.until(lambda now: now.next is not None and now.next.item_id == "award")
            await at.until(lambda now, state=state: at.row("talk").state is state)  # type: ignore[misc]
        assert at.console.failure is None
