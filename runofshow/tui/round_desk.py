"""The caller's hand on the award panel: what its keys ask for.

Every order names whom or what it is about, so none of them is refused for a state nobody has seen: ushers
tick people off while keys are pressed. Only the next step of a batch is of the moment that was seen.
"""

from __future__ import annotations

from collections.abc import Callable

from runofshow.core import commands as c
from runofshow.core.agenda import Award
from runofshow.core.card_code import is_code, printed, recipients_with
from runofshow.core.commands import Command
from runofshow.core.on_stage import Batch, OnStage
from runofshow.core.phases import ItemState
from runofshow.core.snapshot import Snapshot
from runofshow.tui.board import ConsoleBoard
from runofshow.tui.faces import Face
from runofshow.tui.fields import Field, Values, Wrong
from runofshow.tui.formats import joined
from runofshow.tui.honoured import batch_called, place_in
from runofshow.tui.keys import Act
from runofshow.tui.panels.footer import Status
from runofshow.tui.round_shown import batch_of, batches_of, batches_shown, person_chosen, runs_a_batch
from runofshow.tui.scanning import Scanned, ToPlace
from runofshow.tui.sheets import Sheet
from runofshow.tui.window import Do

OF_THE_ROUND = frozenset(
    {
        Act.ABSENT,
        Act.PROXY,
        Act.PRESENT,
        Act.MISSING,
        Act.LATER,
        Act.ADD_NAME,
        Act.PRESENTER,
        Act.SPLIT,
        Act.READ_AS,
        Act.ALL_ABSENT,
        Act.CARD,
    }
)


class RoundDesk:
    """Acts on whoever the panel's cursor is on, and on their batch."""

    def __init__(
        self, board: ConsoleBoard, fill: Callable[[Sheet], None], order: Callable[[Command, str, Do], None]
    ) -> None:
        """`order(command, said, obeyed)` sends an order; once obeyed, `said` is told and `obeyed` done."""
        self._board = board
        self._words = board.pen.words
        self._fill = fill
        self._order = order

    def next(self) -> Command:
        """What space asks for: the next step while a batch runs, else the next call."""
        return c.NextStep() if runs_a_batch(self._board.shown) else c.Go()

    def obey(self, order: Act | Scanned | ToPlace) -> None:
        """Do what a key asks for. From the palette of another face the panel is turned to first, for nobody
        has seen yet who is chosen; a card says by itself whose it is."""
        board, words = self._board, self._words.awards
        if board.face is not Face.AWARD and not isinstance(order, Scanned):
            board.turn_to(Face.AWARD)
            return
        snapshot = board.shown
        one = person_chosen(snapshot, board.person)
        batch = batch_of(snapshot, None if one is None else one.recipient_id)
        match order:
            case Scanned(code):
                self._scanned(code, snapshot)
            case ToPlace(place):
                self._go_to(place, batch)
            case Act.CARD:
                board.tell(Status(words.code_typed.format(code="")))
            case _ if batch is None:
                self._refuse(words.no_round)
            case Act.ADD_NAME | Act.PRESENTER | Act.ALL_ABSENT:
                self._with_batch(order, batch)
            case _ if one is None:
                self._refuse(words.no_people)
            case _:
                self._with_person(order, one, batch)

    def _ask(self, command: Command, said: str) -> None:
        self._order(command, said, lambda: None)

    def _refuse(self, said: str) -> None:
        self._board.tell(Status(said, bad=True))

    def _scanned(self, code: str, snapshot: Snapshot) -> None:
        words = self._words.awards
        of_card = recipients_with(code, snapshot.whereabouts)
        found = snapshot.whereabouts.get(of_card[0]) if len(of_card) == 1 else None
        said = printed(code)
        if found is not None:
            batch = place_in(found, found.batches, words.batch_of, words)
            place = words.off_tray if found.place is None else words.on_tray.format(place=found.place)
            is_out = found.state in (ItemState.SKIPPED, ItemState.ASIDE)
            state: str = getattr(words, f"batch_{'left_out' if is_out else found.state.value}")
            said = joined(found.shown, batch, place, state)
        if found is not None and found.here:
            self._board.tell(Status(words.done_here.format(name=said)))
        else:
            self._ask(c.See(code), words.done_here.format(name=said))

    def _go_to(self, place: int, batch: Batch | None) -> None:
        people = () if batch is None else batch.people
        found = next((one for one in people if one.place == place), None)
        if found is None:
            self._refuse(self._words.awards.no_such_place.format(place=place))
        else:
            self._board.status = None
            self._board.point_at(found.recipient_id)

    # The one under the cursor

    def _with_person(self, act: Act, one: OnStage, batch: Batch) -> None:
        words, recipient_id, name = self._words.awards, one.recipient_id, one.shown
        # the cursor stays on who was meant, wherever the order puts them
        self._board.person = recipient_id
        match act:
            case Act.ABSENT:
                said = words.done_back if one.absent else words.done_absent
                self._ask(c.ChangeRecipient(recipient_id, absent=not one.absent), said.format(name=name))
            case Act.PRESENT | Act.MISSING if one.absent:
                self._refuse(words.is_absent.format(name=name))
            case Act.PRESENT:
                said = words.done_unseen if one.here else words.done_here
                self._ask(c.See(one.person_id, None if one.here else True), said.format(name=name))
            case Act.MISSING:
                is_missing = one.here is False
                said = words.done_unseen if is_missing else words.done_missing
                self._ask(c.See(one.person_id, None if is_missing else False), said.format(name=name))
            case Act.LATER:
                beside = self._beside(batch, one)
                said = words.done_later_back if one.absent else words.done_later
                # the cursor goes to the next in line only where somebody has left it
                self._order(
                    c.MoveRecipient(recipient_id),
                    said.format(name=name),
                    lambda: self._board.point_at(beside),
                )
            case Act.SPLIT if batch.people[0].recipient_id == recipient_id:
                self._refuse(words.first_of_all)
            case Act.SPLIT:
                self._ask(c.SplitBatch(batch.item_id, recipient_id), words.done_split.format(name=name))
            case Act.PROXY:
                self._fill(self._proxy_sheet(one))
            case Act.READ_AS:
                self._fill(self._said_sheet(one))
            case _:
                raise AssertionError(act)

    @staticmethod
    def _beside(batch: Batch, one: OnStage) -> str | None:
        """Who stands behind somebody in line, else in front of them."""
        ids = [each.recipient_id for each in batch.people]
        at = ids.index(one.recipient_id)
        return next(iter((*ids[at + 1 :], *reversed(ids[:at]))), None)

    def _proxy_sheet(self, one: OnStage) -> Sheet:
        words = self._words.awards
        was = one.proxy or ""

        def said(values: Values) -> str:
            phrase = words.done_proxy if values["proxy"] else words.done_no_proxy
            return phrase.format(name=one.shown, proxy=values["proxy"])

        return Sheet(
            words.proxy_title.format(name=one.shown),
            [Field("proxy", words.field_proxy, was)],
            lambda values: self._card_in(values, "proxy"),
            lambda values: _if(
                values["proxy"] != was, c.ChangeRecipient(one.recipient_id, proxy=values["proxy"])
            ),
            said,
        )

    def _said_sheet(self, one: OnStage) -> Sheet:
        words = self._words.awards
        was = {"said": one.said, "address": one.address, "name": one.name, "unit": one.unit, "note": one.note}
        labels = (
            words.field_said,
            words.field_address,
            words.field_name,
            words.field_unit,
            words.field_note,
        )
        fields = [Field(name, label, was[name]) for name, label in zip(was, labels, strict=True)]

        def orders(values: Values) -> list[Command]:
            new = {name: None if values[name] == was[name] else values[name] for name in was}
            order = c.ChangeRecipient(
                one.recipient_id,
                said=new["said"],
                address=new["address"],
                name=new["name"],
                unit=new["unit"],
                note=new["note"],
            )
            return _if(any(value is not None for value in new.values()), order)

        return Sheet(
            words.said_title.format(name=one.shown),
            fields,
            self._wrong_name,
            orders,
            lambda values: words.done_said.format(name=one.shown),
        )

    def _wrong_name(self, values: Values) -> Wrong | None:
        if not values["name"]:
            return Wrong("name", self._words.refusals.empty)
        return self._card_in(values, "name")

    def _card_in(self, values: Values, name: str) -> Wrong | None:
        """A scanner types into a form too: the code of a card is nobody's name."""
        return Wrong(name, self._words.awards.card_in_form) if is_code(values[name]) else None

    # Their batch

    def _with_batch(self, act: Act, batch: Batch) -> None:
        if act is Act.ADD_NAME:
            self._fill(self._added_sheet(batch))
        elif act is Act.PRESENTER:
            first = batches_shown(self._board.shown)[0]
            # the cursor reaches no batch in which nobody is yet
            self._fill(self._presenter_sheet(batch if first.people else first))
        else:
            self._take_out_missing(batch)

    def _take_out_missing(self, batch: Batch) -> None:
        words = self._words.awards
        missing = [one.shown for one in batch.people if one.here is False and not one.absent]
        if not missing:
            self._refuse(words.nobody_missing)
        else:
            said = words.done_all_absent.format(count=len(missing), names="; ".join(missing))
            self._ask(c.TakeOutMissing(batch.item_id), said)

    def _added_sheet(self, batch: Batch) -> Sheet:
        words, found = self._words.awards, self._board.shown.round
        # the cursor reaches no batch in which nobody is yet
        batches = () if found is None else batches_of(found)
        choices = tuple((one.item_id, batch_called(found, one, words)) for one in batches if found)
        return Sheet(
            words.added_title,
            [
                Field("name", words.field_name),
                Field("unit", words.field_unit),
                Field("batch", words.field_batch, batch.item_id, choices=choices),
            ],
            self._wrong_name,
            lambda values: [c.AddRecipient(values["batch"], values["name"], values["unit"])],
            lambda values: words.done_added.format(
                name=values["name"], batch=dict(choices).get(values["batch"], "")
            ),
        )

    def _presenter_sheet(self, batch: Batch) -> Sheet:
        words = self._words.awards
        row = self._board.shown.rows.of(batch.item_id)
        award = None if row is None else row.award
        was = (award or Award()).presenter or batch.presenter or ""
        return Sheet(
            words.presenter_title.format(batch=batch.batch),
            [Field("presenter", self._words.forms.field_presenter, was)],
            lambda values: self._card_in(values, "presenter"),
            lambda values: _if(
                values["presenter"] != was, c.Edit(batch.item_id, presenter=values["presenter"])
            ),
            lambda values: words.done_presenter.format(name=values["presenter"]),
        )


def _if(is_changed: bool, order: Command) -> list[Command]:
    return [order] if is_changed else []
