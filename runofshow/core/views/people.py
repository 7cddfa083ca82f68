"""Who is looked for, as the caller, the crew, the stage and the MC see it."""

from __future__ import annotations

from datetime import tzinfo

from runofshow.core.people_seen import PeopleNow
from runofshow.core.wire import here


def people_view(people: PeopleNow, tz: tzinfo) -> PeopleNow | None:
    """The people of a picture as they are sent; None where nobody is looked for."""
    return here(people, tz) if people.speakers or people.leaders or people.panel else None
