"""An award that says how many come up at once, as a heading with a part for each batch."""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.form import AgendaForm, AwardForm, ItemForm, RecipientForm
from runofshow.agenda_file.moments import session_forms
from runofshow.core.agenda import Agenda, Award, Item
from runofshow.core.honours import form_of
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.texts.assumed import ASSUMED

KIND = "award"


def in_batches(form: AgendaForm, language: Language) -> AgendaForm:
    """The form with a part for each batch; itself where nothing is handed over in batches."""
    items = [item for session in session_forms(form) for item in session.items]
    if all(item.award is None or item.award.batch is None for item in items):
        return form
    if form.sessions is None:
        return replace(form, items=[_divided(item, language) for item in form.items or []])
    return replace(
        form,
        sessions=[
            replace(session, items=[_divided(item, language) for item in session.items])
            for session in form.sessions
        ],
    )


def _divided(item: ItemForm, language: Language) -> ItemForm:
    award = item.award
    if award is None or award.batch is None or item.parts is not None:
        return item
    listed, size = award.recipients or [], award.batch
    if len(listed) <= size:
        return item
    batches = [listed[at : at + size] for at in range(0, len(listed), size)]
    return replace(item, award=replace(award, recipients=None), parts=parts_of(batches, item, language))


def parts_of(
    batches: Sequence[Sequence[str | RecipientForm]], heading: ItemForm, language: Language
) -> list[ItemForm]:
    """A part for each batch: «Đợt 1/6». What the heading's title says is handed over, each says too."""
    award = heading.award or AwardForm()
    form = None if award.form else form_of(Award(), heading.title)
    title = ASSUMED[language].batch_title
    return [
        ItemForm(
            title=title.format(number=number, count=len(batches)),
            kind=KIND,
            award=AwardForm(form=form, recipients=list(batch)),
        )
        for number, batch in enumerate(batches, start=1)
    ]


def as_written(agenda: Agenda, source: Written) -> Agenda:
    """The agenda that `source` says without the batches that the file only counts: their people stand at the
    heading, as there."""
    is_single = "sessions" not in source.data
    sessions = []
    for number, session in enumerate(agenda.sessions):
        above = ("items",) if is_single else ("sessions", number, "items")
        items = tuple(
            _undivided(item) if item.parts and source.node((*above, at, "parts")) is None else item
            for at, item in enumerate(session.items)
        )
        sessions.append(replace(session, items=items))
    return replace(agenda, sessions=tuple(sessions))


def _undivided(item: Item) -> Item:
    awards = (part.award for part in item.parts)
    people = tuple(one for award in awards if award is not None for one in award.recipients)
    return replace(item, parts=(), award=replace(item.award or Award(), recipients=people))
