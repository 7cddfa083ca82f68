"""The gear of a plan, looked at piece by piece: what `doctor AGENDA` asks."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from runofshow.agenda_file.complaint import Complaint, complaint_message, complaint_remedy
from runofshow.agenda_file.passwords import PASSWORDS, read_passwords
from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.extras import NEEDED
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.opening import opened
from runofshow.control.gear.thread import GearThread
from runofshow.control.strangers import shown
from runofshow.core.agenda import Agenda
from runofshow.core.gear import Gear, found_at, kind_of, name_of
from runofshow.core.gear_orders import ShowScene, ShowSource, ToObs
from runofshow.doctor.findings import Finding, Severity
from runofshow.doctor.gear import Seen
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.doctor import DOCTOR

WITHIN = 4.0
"""Seconds. All gear is looked at at once."""
_UNHEARD = frozenset(
    {
        Trouble.TIMEOUT,
        Trouble.NO_ANSWER,
        Trouble.NO_HOST,
        Trouble.REFUSED,
        Trouble.UNREACHABLE,
        Trouble.HUNG_UP,
        Trouble.NOT_THIS_GEAR,
    }
)
"""What power, a cable or an address in the plan may be the cause of."""


def look_at(agenda: Agenda, folder: Path, language: Language) -> tuple[list[Seen], list[Finding]]:
    """Every piece of gear as it is now, and what is wrong with the file of passwords in `folder`."""
    passwords, wrong = read_passwords(folder)
    seen = asyncio.run(_all(agenda, passwords, language))
    return seen, [_of_passwords(each, language) for each in wrong]


async def _all(agenda: Agenda, passwords: Mapping[str, str], language: Language) -> list[Seen]:
    looks = (
        _one(gear, passwords.get(gear.gear_id, ""), scenes_called(agenda, gear), language)
        for gear in agenda.gear
    )
    return list(await asyncio.gather(*looks))


async def _one(gear: Gear, password: str, scenes: Sequence[str], language: Language) -> Seen:
    thread = GearThread(gear.gear_id, lambda: opened(gear, password, _beside_no_order))
    who = (gear.gear_id, name_of(gear), found_at(gear))
    try:
        taken = await thread.look(WITHIN)
    except Failed as failed:
        cause, _, about = str(failed).partition(": ")
        said = CONSOLE[language].alarms.cause(cause)
        return Seen(
            *who,
            trouble=f"{said} ({about})" if about and about != found_at(gear) else said,
            remedy=_remedy(failed.trouble, gear, password, language),
            extra=NEEDED[kind_of(gear)][1] if failed.trouble is Trouble.NOT_INSTALLED else "",
        )
    finally:
        thread.close()
    there = {value for fact, value in taken.facts if fact is Fact.SCENE}
    lacks = ((Fact.NO_SCENE.value, scene) for scene in scenes if shown(scene) not in there)
    return Seen(*who, (*lacks, *((fact.value, value) for fact, value in taken.facts)))


def _remedy(trouble: Trouble, gear: Gear, password: str, language: Language) -> str:
    looked = DOCTOR[language].looked
    if trouble is Trouble.NO_PORT:
        return looked.remedy_port
    if trouble is Trouble.WRONG_PASSWORD and not password:
        return looked.remedy_password.format(id=gear.gear_id)
    return looked.remedy if trouble in _UNHEARD else ""


def scenes_called(agenda: Agenda, gear: Gear) -> tuple[str, ...]:
    """The scenes of an OBS that the signals of a plan name, each once."""
    orders = (signal.send for signal in agenda.signals)
    told = [order.do for order in orders if isinstance(order, ToObs) and order.gear_id == gear.gear_id]
    named = (do.scene for do in told if isinstance(do, ShowScene | ShowSource) and do.scene)
    return tuple(dict.fromkeys(named))


def _beside_no_order(failed: Failed) -> None:
    """Nothing is ordered here, so nothing is held that could fail later."""


def _of_passwords(complaint: Complaint, language: Language) -> Finding:
    said = f"{PASSWORDS}:{complaint.line}: {complaint_message(complaint, language)}"
    remedy = complaint_remedy(complaint, language)
    return Finding("passwords", Severity.WARN, DOCTOR[language].looked.passwords, said, remedy)
