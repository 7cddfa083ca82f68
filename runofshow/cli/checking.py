"""`check`: everything wrong with an agenda, and with `--sound` with its tracks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from runofshow.agenda_file.complaint import complaint_json, complaint_line
from runofshow.agenda_file.reader import Reading, read_agenda, with_beside, with_missing, with_sound
from runofshow.agenda_file.unsettled import UNSETTLED
from runofshow.cli.agendas import here
from runofshow.cli.outcome import WRONG_INPUT, Outcome
from runofshow.core.sound import Fault
from runofshow.core.wire import Json
from runofshow.texts.check import CHECK


def check(outcome: Outcome) -> int:
    """Print every error and every advice; 1 when there is an error, or when nothing could be listened to."""
    asked, language = outcome.asked, outcome.language
    now, tz = here()
    reading = read_agenda(asked.agenda, tz=tz, today=now.astimezone(tz).date(), language=language)
    listened, hindrance = None, ""
    if asked.sound and reading.agenda is not None:
        mpv, hindrance = _player(outcome)
        if mpv is not None:
            from runofshow.cli.sound_check import listen

            folder = asked.agenda.resolve().parent
            listened = listen(mpv, reading.agenda, folder, CHECK[language])
            found = {each.track.track_id: each.found for each in listened}
            reading = with_sound(
                reading, {name: what for name, what in found.items() if what is not Fault.NO_FILE}
            )
    if reading.agenda is not None and reading.agenda.gear:
        reading = _with_gear(reading, asked.agenda.resolve().parent)
    errors, warnings = len(reading.errors), len(reading.warnings)
    unsettled = sum(each.code in UNSETTLED for each in reading.warnings)
    if asked.json:
        complaints: list[Json] = [dict(complaint_json(each, language).items()) for each in reading.complaints]
        told: dict[str, Json] = {"file": str(asked.agenda), "ok": not errors and not hindrance}
        told |= {"errors": errors, "warnings": warnings, "unsettled": unsettled, "complaints": complaints}
        if asked.sound:
            from runofshow.cli.sound_check import listened_json

            told["tracks"] = None if listened is None else [listened_json(each) for each in listened]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        if listened:
            from rich.console import Console

            from runofshow.cli.sound_check import table_of

            screen = Console(highlight=False, markup=False, emoji=False)
            screen.print(table_of(listened, language))
            screen.print()
        for complaint in reading.complaints:
            print(complaint_line(complaint, language))
        if reading.complaints:
            print(outcome.words.found.format(errors=errors, warnings=warnings))
            if unsettled:
                print(outcome.words.unsettled.format(count=unsettled, file=asked.agenda))
        else:
            print(outcome.words.all_good.format(file=asked.agenda))
    if hindrance:
        sys.stdout.flush()
        print(hindrance, file=sys.stderr)
    return WRONG_INPUT if errors or hindrance else 0


def _with_gear(reading: Reading, folder: Path) -> Reading:
    """With what is wrong with the passwords, and what this machine cannot drive yet."""
    from runofshow.agenda_file.passwords import read_passwords
    from runofshow.control.gear.extras import missing

    _, wrong = read_passwords(folder)
    return with_beside(with_missing(reading, missing()), wrong)


def _player(outcome: Outcome) -> tuple[Path | None, str]:
    """The mpv to listen with, or why there is none. One that cannot be started is told track by track."""
    from runofshow.cli.sounding import mpv_of
    from runofshow.players.finding import OLDEST, is_new_enough, version_of

    words = CHECK[outcome.language]
    mpv = mpv_of(outcome)
    if mpv is None:
        return None, words.no_mpv
    version = version_of(mpv)
    if version is not None and not is_new_enough(version):
        oldest = ".".join(str(number) for number in OLDEST)
        return None, words.old_mpv.format(version=version, path=mpv, oldest=oldest)
    return mpv, ""
