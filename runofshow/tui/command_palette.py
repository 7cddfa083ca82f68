"""The command palette: every order of the console, found without diacritics."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from runofshow.core.agenda import Track
from runofshow.texts.console import ConsoleTexts
from runofshow.tui.diacritics import fold, found_in
from runofshow.tui.dialogs.dialog import AnswersOnce
from runofshow.tui.keys import FACES, HOTKEYS, IN_PALETTE_ONLY, OF_THE_CURSOR, Act, sentence
from runofshow.tui.sound_desk import named


class Orders(CommandPalette, AnswersOnce[None]):
    """Textual's palette, which would otherwise go twice on two fast keys."""


def orders(words: ConsoleTexts) -> list[tuple[Act, str]]:
    """Each order with its sentence and its key."""
    listed = [
        (hot.act, f"{sentence(hot.act, words)}  ({hot.shown})")
        for hot in HOTKEYS
        if hot.places & FACES and hot.act not in OF_THE_CURSOR and hot.act is not Act.PALETTE
    ]
    return [*((act, sentence(act, words)) for act in IN_PALETTE_ONLY), *listed]


def recordings(words: ConsoleTexts, tracks: Sequence[Track]) -> list[tuple[Track, str]]:
    """Each recording with what is said of playing it by hand."""
    return [(track, words.sound.palette_play.format(title=named(track, words))) for track in tracks]


def provider(
    words: ConsoleTexts,
    obey: Callable[[Act], None],
    tracks: Sequence[Track],
    play: Callable[[Track], None],
) -> type[Provider]:
    """A source for Textual's palette, which wants a class."""
    known: list[tuple[Callable[[], None], str]] = [
        *((partial(obey, act), said) for act, said in orders(words)),
        *((partial(play, track), said) for track, said in recordings(words, tracks)),
    ]

    class Known(Provider):
        async def discover(self) -> Hits:
            for do, said in known:
                yield DiscoveryHit(said, do)

        async def search(self, query: str) -> Hits:
            for do, said in known:
                if found_in(query, said):
                    starts = fold(said).startswith(fold(query))
                    yield Hit(1.0 if starts else 0.5, said, do)

    return Known
