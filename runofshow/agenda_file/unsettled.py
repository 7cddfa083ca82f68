"""What an imported plan left for a person to settle: guesses, and things to ask or look up.

They are of the paper and not of the show: a running show knows nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.checks import item_paths
from runofshow.agenda_file.complaint import Complaint, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.form import AgendaForm, ItemForm, SessionForm
from runofshow.agenda_file.places import Places

UNSETTLED = frozenset({"guessed", "doubtful"})
"""The codes of what is unsettled."""


def guesses_of(form: AgendaForm) -> Iterator[frozenset[str]]:
    """The keys of each item that are guesses, in the order of the items and their parts."""
    for _, item in item_paths(form):
        yield frozenset(key.value for key in item.guessed or ())


def unsettled_advice(form: AgendaForm, places: Places, report: Reporter) -> Iterator[Complaint]:
    """One piece of advice for each guess, at the value guessed, and for each doubt, at its line."""
    holders: list[tuple[Path, AgendaForm | SessionForm | ItemForm]] = [((), form)]
    holders += [(("sessions", index), session) for index, session in enumerate(form.sessions or ())]
    holders += item_paths(form)
    for path, holder in holders:
        for key in holder.guessed or ():
            title = holder.title or form.title
            yield report.warning("guessed", places.of((*path, key.value)), key=key.value, title=title)
        for index, doubt in enumerate(holder.doubts or ()):
            yield report.warning("doubtful", places.of((*path, "doubts", index)), words=doubt.rstrip("."))
