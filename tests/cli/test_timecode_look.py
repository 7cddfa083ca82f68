"""`doctor AGENDA` says whether the timecode of a plan comes in."""

from __future__ import annotations

from datetime import UTC, datetime

from runofshow.cli.timecode_look import look_at_timecode
from runofshow.core.timecode import TimecodeBy, TimecodeIn
from runofshow.texts import Language


def test_an_input_that_is_not_there_is_told_with_its_name_and_why() -> None:
    source = TimecodeIn(TimecodeBy.LTC, device="no such input at all")
    seen = look_at_timecode(source, datetime(2026, 3, 27, tzinfo=UTC), Language.EN)
    assert (seen.gear_id, seen.name, seen.place) == ("timecode", "Timecode", "LTC no such input at all")
    assert seen.trouble.startswith("the timecode's input does not open (")
    assert seen.remedy == "plug the gear into this machine, or mend its name in the agenda"
    assert seen.facts == ()
