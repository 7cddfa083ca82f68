"""Which item the name in `--from` or `--until` means: its number or id, or the title or id of a session.

Sessions count their items anew, and two days may each have a morning: a name that several bear is answered
with what each of them can be called instead, and none is taken in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import tzinfo

from runofshow.cli.outcome import Failed, Outcome
from runofshow.core.agenda import Agenda, Item, Session


def named(outcome: Outcome, agenda: Agenda, name: str, tz: tzinfo, *, last: bool = False) -> str:
    """The id of that item, or of the first (or `last`) of that session. Raises Failed for none or several."""
    sought, at = _plain(name), -1 if last else 0
    items = list(_items(agenda))
    sessions = [session for session in agenda.sessions if session.items]
    for item in (item for _, item in items if item.item_id == name.strip()):
        return item.item_id
    for session in (session for session in sessions if _plain(session.session_id) == sought):
        return session.items[at].item_id
    found = {
        item.item_id: _line(item.item_id, session, item.number, item.title)
        for session, item in items
        if _plain(item.number) == sought
    }
    for session in sessions:
        if _plain(session.title) == sought:
            start = f"{session.start_at.astimezone(tz):%H:%M %d/%m}"
            found[session.items[at].item_id] = _line(session.session_id, session, start)
    if not found:
        choices = [*map(session_name, agenda.sessions), *(item.number for _, item in items)]
        raise Failed(outcome.words.unknown_item.format(item=name, items=", ".join(choices)))
    if len(found) > 1:
        raise Failed("\n".join((outcome.words.several_of_name.format(item=name), *found.values())))
    return next(iter(found))


def session_name(session: Session) -> str:
    """Its title, or its id where it has none."""
    return session.title or session.session_id


def _items(agenda: Agenda) -> Iterator[tuple[Session, Item]]:
    for session in agenda.sessions:
        for item in session.items:
            yield from ((session, row) for row in (item, *item.parts))


def _line(call: str, session: Session, *said: str) -> str:
    return f"  {call:<8} {' · '.join((session_name(session), *said))}"


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
