"""Alarms of our own, held among what is sensed: each cause has one, of gear each piece its own."""

from __future__ import annotations

from collections.abc import Iterable

from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.presence import Senses
from runofshow.core.value import replace


def raised(senses: Senses, alarm: Alarm) -> Senses:
    """With `alarm`, which takes the place of one about the same and keeps its beginning."""
    known = _about(senses, alarm.code, alarm.gear_id)
    begun = alarm if known is None else replace(alarm, since=known.since)
    return holding(senses, (*lowered(senses, alarm.code, alarm.gear_id).alarms, begun))


def lowered(senses: Senses, code: AlarmCode, gear_id: str | None = None) -> Senses:
    """Without the alarm about this; the very same where none is up."""
    if _about(senses, code, gear_id) is None:
        return senses
    return holding(senses, (one for one in senses.alarms if (one.code, one.gear_id) != (code, gear_id)))


def holding(senses: Senses, alarms: Iterable[Alarm]) -> Senses:
    """With just these alarms."""
    return replace(senses, alarms=tuple(alarms))


def dismissed(senses: Senses) -> Senses:
    """Without what was read; a disk that still fails stays up, and nobody can read that away."""
    return holding(senses, (alarm for alarm in senses.alarms if alarm.code is AlarmCode.JOURNAL))


def _about(senses: Senses, code: AlarmCode, gear_id: str | None) -> Alarm | None:
    return next((one for one in senses.alarms if (one.code, one.gear_id) == (code, gear_id)), None)
