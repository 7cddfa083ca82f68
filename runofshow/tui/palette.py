"""The command palette: every order of the console, found without diacritics."""

from __future__ import annotations

from collections.abc import Callable

from textual.command import DiscoveryHit, Hit, Hits, Provider

from runofshow.texts.console import ConsoleTexts
from runofshow.tui.folding import fold, found_in
from runofshow.tui.keys import HOTKEYS, IN_PALETTE_ONLY, OF_THE_CURSOR, Act, sentence


def orders(words: ConsoleTexts) -> list[tuple[Act, str]]:
    """Each order with its sentence and its key."""
    listed = [
        (hot.act, f"{sentence(hot.act, words)}  ({hot.shown})")
        for hot in HOTKEYS
        if hot.act not in OF_THE_CURSOR and hot.act is not Act.PALETTE
    ]
    return [*((act, sentence(act, words)) for act in IN_PALETTE_ONLY), *listed]


def provider(words: ConsoleTexts, obey: Callable[[Act], None]) -> type[Provider]:
    """A source for Textual's palette, which wants a class."""
    known = orders(words)

    class Orders(Provider):
        async def discover(self) -> Hits:
            for act, said in known:
                yield DiscoveryHit(said, lambda act=act: obey(act))

        async def search(self, query: str) -> Hits:
            for act, said in known:
                if found_in(query, said):
                    starts = fold(said).startswith(fold(query))
                    yield Hit(1.0 if starts else 0.5, said, lambda act=act: obey(act))

    return Orders
