"""The dialog in which changes of the agenda file are chosen and taken into the running show."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import events

from runofshow.agenda_file.revision_offers import Offer
from runofshow.core.value import replace
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.dialogs.panel import PanelDialog
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.newer_plan import NewerPlanLook, newer_plan_panel

Take = Callable[[Sequence[Offer]], Awaitable[Sequence[str]]]
"""Takes offers into the show, one after the other; of each why it was refused, empty where it was taken."""

PAGE = 8


class NewerPlanDialog(PanelDialog[ConsoleBoard]):
    """Stands while the file is read: what is typed meanwhile calls nothing. Then it lists the changes."""

    LOOK: ClassVar[str] = "newer_plan"

    def __init__(self, board: ConsoleBoard) -> None:
        super().__init__(board)
        self._take: Take | None = None
        self._is_taking = False
        self._places: tuple[int | None, ...] = ()
        self.look = NewerPlanLook()
        """What is on it."""

    def offer(self, offers: tuple[Offer, ...], take: Take) -> None:
        """List these."""
        self._take = take
        self._turn(replace(self.look, offers=offers))

    def draw(self) -> None:
        width, height = self._canvas.size
        drawn = newer_plan_panel(self.look, self._board.shown, self._board.pen, width, height)
        self.look, self._places = replace(self.look, top=drawn.top), drawn.places
        self._canvas.show(drawn.picture)

    def _turn(self, look: NewerPlanLook) -> None:
        self.look = look
        self.draw()

    def action_close(self) -> None:
        if not self._is_taking:
            self.dismiss()

    def obey(self, asked: str, at: float) -> None:
        offers, look = self.look.offers, replace(self.look, status=None)
        if not offers or self._take is None or self._is_taking:
            return
        steps = {
            "up": -1,
            "down": 1,
            "pageup": -PAGE,
            "pagedown": PAGE,
            "home": -len(offers),
            "end": len(offers),
        }
        if asked in steps:
            self._step(look, steps[asked])
        elif asked == "space":
            self._choose(look)
        elif asked == "a":
            # all that it chooses, or none when those are chosen already
            self._turn(replace(look, chosen=frozenset() if look.of_all <= look.chosen else look.of_all))
        elif asked == "enter":
            self._take_chosen(self._take, offers)

    def on_click(self, event: events.Click) -> None:
        """A click on a change chooses it, or takes that back."""
        at = event.screen_y - self._canvas.region.y
        place = self._places[at] if 0 <= at < len(self._places) else None
        if place is not None and not self._is_taking:
            self._choose(replace(self.look, at=place, status=None))

    def on_mouse_scroll_down(self) -> None:
        self._step(self.look, 1)

    def on_mouse_scroll_up(self) -> None:
        self._step(self.look, -1)

    def _step(self, look: NewerPlanLook, by: int) -> None:
        if look.offers:
            self._turn(replace(look, at=max(0, min(len(look.offers) - 1, look.at + by))))

    def _choose(self, look: NewerPlanLook) -> None:
        if look.is_open(look.at):
            look = replace(look, chosen=look.chosen ^ {look.at})
        self._turn(look)

    def _take_chosen(self, take: Take, offers: Sequence[Offer]) -> None:
        words = self._board.pen.words.newer_plan
        if not self.look.chosen:
            self._turn(replace(self.look, status=Status(words.none_chosen, bad=True)))
            return
        self._is_taking = True
        self._turn(replace(self.look, status=Status(words.taking)))
        self.app.run_worker(self._taken(take, sorted(self.look.chosen), offers), exit_on_error=False)

    async def _taken(self, take: Take, chosen: Sequence[int], offers: Sequence[Offer]) -> None:
        outcomes = dict(zip(chosen, await take([offers[place] for place in chosen]), strict=True))
        self._is_taking = False
        words = self._board.pen.words.newer_plan
        refused = sum(bool(outcome) for outcome in outcomes.values())
        count = len(outcomes) - refused
        if not refused:
            self._board.tell(Status(words.taken.format(count=count)))
            self.dismiss()
            return
        status = Status(words.some_refused.format(count=count, refused=refused), bad=True)
        told = {**self.look.outcomes, **outcomes}
        self._turn(replace(self.look, outcomes=told, chosen=frozenset(), status=status))
