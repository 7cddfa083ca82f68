"""What the facts of a machine mean for a show. Touches nothing: the same facts give the same findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from textwrap import shorten

from runofshow.core.value import replace
from runofshow.doctor.findings import Finding, Severity
from runofshow.doctor.gear import Seen, gear_findings
from runofshow.doctor.machine import LIMIT, Disk, Machine, Mpv
from runofshow.doctor.mending import mend
from runofshow.doctor.packages import LEAST_PACKAGES, lacking
from runofshow.installation.command import install_extras
from runofshow.texts.doctor import DoctorTexts

COLUMNS, ROWS = 80, 24
"""The smallest window the console is made for."""

FREE_MB = 200
"""A conference writes under one; the rest is for a second copy, sounds and a system that needs room."""

SLOW_SYNC_MS = 20.0
"""From here on a press of GO is felt to lag, with drawing and the disk together."""

MOST_TROUBLE = 100
"""Signs of what mpv says: it tells of each driver that it tried, and the first is the one that should do."""

LEAST_PYTHON = (3, 11)
VIETNAM = timedelta(hours=7)
YEARS = range(2024, 2100)
"""A machine without a clock battery wakes in 1970 or in the year it was made."""

SAMPLE = """\
○ later  ◐ stand-by  ● ready  ▶ go  ✓ done  ✗ missed  ◆ protected  ♪ music  …
┌──────┬──────┐  ━━━━━━━╺────  Ă Â Đ Ê Ô Ơ Ư ạ ả ấ ầ ẩ ẫ ậ ằ ẵ ế ề ễ ệ ố ộ ớ ự
│ 1234 │ abcd │  █▀▀█ █▀▀█ ▄ █  █ ▀▀▀█
├──────┼──────┤  █  █ █▀▀█   ▀▀▀█ █▀▀▀
└──────┴──────┘  █▄▄█ █▄▄█ ▀    █ █▄▄▄"""
"""Each sign of the screens, a frame whose lines must meet, and 08:42 in the smallest large digits."""


def judged(
    machine: Machine, now: datetime, tz: tzinfo, words: DoctorTexts, seen: Sequence[Seen] = ()
) -> list[Finding]:
    """The findings on `machine` and on the gear that was looked at, in the order a person would look."""
    found = [
        *_terminal(machine, words),
        *_python(machine, words),
        *_clock(machine, now, tz, words),
        *_disk(machine.disk, words),
        _port(machine, words),
        *_player(machine, words),
        _pdf(machine, words),
        _extras(machine, words),
        _keyboard(machine, words),
    ]
    found = [
        each if each.severity is Severity.OK else replace(each, mend=_shown(mend(each.code, machine)))
        for each in found
    ]
    return [*gear_findings(seen, machine, words.looked), *found]


def _terminal(machine: Machine, words: DoctorTexts) -> Iterator[Finding]:
    terminal, environment = machine.terminal, machine.environment
    if not terminal.is_tty:
        yield Finding("terminal", Severity.WARN, words.terminal, words.no_terminal, words.no_terminal_remedy)
    elif terminal.columns is None or terminal.rows is None:
        yield Finding("terminal_size", Severity.WARN, words.size, words.term_unset, words.size_remedy)
    else:
        large = terminal.columns >= COLUMNS and terminal.rows >= ROWS
        found = words.size_found.format(columns=terminal.columns, rows=terminal.rows)
        yield _one("terminal_size", large, words.size, found, words.size_remedy)
    yield _term(machine, words)
    yield _colours(machine, words)
    spoken = terminal.encoding.lower().replace("-", "").replace("_", "")
    yield _one(
        "encoding",
        spoken == "utf8",
        words.encoding,
        terminal.encoding or words.term_unset,
        words.encoding_remedy,
        Severity.BAD,
    )
    if _is_old_console(machine):
        yield Finding(
            "old_console", Severity.WARN, words.old_console, words.old_console_found, words.old_console_remedy
        )
    if environment.get("TMUX"):
        yield Finding("tmux", Severity.OK, words.tmux, words.tmux_found, words.tmux_remedy)
    elif environment.get("STY"):
        yield Finding("screen", Severity.WARN, words.screen, words.screen_found, words.screen_remedy)
    yield Finding("glyphs", Severity.OK, words.glyphs, "\n" + SAMPLE, words.glyphs_remedy)


def _term(machine: Machine, words: DoctorTexts) -> Finding:
    term = _shown(machine.environment.get("TERM", ""))
    if term == "dumb":
        found = f"{term}: {words.term_dumb}"
        return Finding("term", Severity.BAD, words.term, found, words.term_remedy)
    known = bool(term) or machine.platform == "win32"
    return _one("term", known, words.term, term or words.term_unset, words.term_remedy)


def _colours(machine: Machine, words: DoctorTexts) -> Finding:
    environment = machine.environment
    if environment.get("NO_COLOR"):
        return Finding("colours", Severity.OK, words.colours, words.colours_off)
    if environment.get("COLORTERM") in ("truecolor", "24bit") or environment.get("WT_SESSION"):
        return Finding("colours", Severity.OK, words.colours, words.colours_many)
    if "256color" in environment.get("TERM", ""):
        return Finding("colours", Severity.OK, words.colours, words.colours_256)
    return Finding("colours", Severity.WARN, words.colours, words.colours_few, words.colours_remedy)


def _is_old_console(machine: Machine) -> bool:
    """Windows Terminal, ConEmu and the editors' terminals name themselves; conhost does not."""
    names = ("WT_SESSION", "ConEmuANSI", "TERM_PROGRAM", "TERM")
    return machine.platform == "win32" and not any(machine.environment.get(name) for name in names)


def _python(machine: Machine, words: DoctorTexts) -> Iterator[Finding]:
    version = ".".join(str(part) for part in machine.python)
    new_enough = machine.python >= LEAST_PYTHON
    yield _one("python", new_enough, words.python, version, words.python_remedy, Severity.BAD)
    wrong = [
        words.package_missing.format(name=name)
        if found is None
        else words.package_old.format(name=name, version=found, least=LEAST_PACKAGES[name])
        for name, found in lacking(machine.packages)
    ]
    listed = ", ".join(f"{name} {found}" for name, found in machine.packages if found)
    yield _one(
        "packages",
        not wrong,
        words.packages,
        "; ".join(wrong) or listed,
        words.packages_remedy,
        Severity.BAD,
    )


def _clock(machine: Machine, now: datetime, tz: tzinfo, words: DoctorTexts) -> Iterator[Finding]:
    local = now.astimezone(tz)
    yield _one(
        "time_zone",
        local.utcoffset() == VIETNAM,
        words.zone,
        words.zone_found.format(offset=_offset(local), now=f"{local:%H:%M:%S}"),
        words.zone_remedy,
    )
    day = f"{local.day}/{local.month}/{local.year}"
    yield _one("date", local.year in YEARS, words.year, day, words.year_remedy, Severity.BAD)
    counting = words.steady_sleeps if machine.counts_sleep else words.steady_stands
    yield _one("steady_clock", machine.counts_sleep, words.steady, counting, words.steady_remedy)
    match machine.network_time:
        case True:
            yield Finding("network_time", Severity.OK, words.network_time, words.network_time_yes)
        case False:
            yield Finding(
                "network_time",
                Severity.WARN,
                words.network_time,
                words.network_time_no,
                words.network_time_remedy,
            )
        case None:
            yield Finding(
                "network_time",
                Severity.OK,
                words.network_time,
                words.network_time_unknown,
                words.network_time_remedy,
            )


def _disk(disk: Disk, words: DoctorTexts) -> Iterator[Finding]:
    folder = _shown(str(disk.folder))
    if not disk.answered or disk.trouble:
        why = _shown(disk.trouble) if disk.answered else words.silent_disk.format(limit=f"{LIMIT:g}")
        yield Finding("folder", Severity.BAD, words.folder, f"{folder}: {why}", words.folder_remedy)
        return
    yield Finding("folder", Severity.OK, words.folder, folder)
    if disk.free_bytes is not None:
        free = disk.free_bytes // 1_000_000
        remedy = words.space_remedy.format(least=FREE_MB)
        found = words.space_found.format(free=free)
        yield _one("free_space", free >= FREE_MB, words.space, found, remedy, Severity.BAD)
    if disk.sync_ms is not None:
        quick = disk.sync_ms <= SLOW_SYNC_MS
        found = words.sync_found.format(median=f"{disk.sync_ms:.1f}")
        yield _one("sync", quick, words.sync, found, words.sync_remedy)


def _port(machine: Machine, words: DoctorTexts) -> Finding:
    found = words.port_free if machine.port_free else words.port_taken
    return _one("port", machine.port_free, words.port.format(port=machine.port), found, words.port_remedy)


def _player(machine: Machine, words: DoctorTexts) -> Iterator[Finding]:
    player, mpv = machine.player, machine.player.mpv
    install = {"darwin": words.player_macos, "win32": words.player_windows}.get(
        machine.platform, words.player_linux
    ).format(folder=_shown(str(player.folder)))
    offline = words.player_offline.format(folder=_shown(str(player.folder)))
    if machine.platform != "win32":
        offline = ""
    if mpv is None:
        yield Finding(
            "player", Severity.WARN, words.player, words.player_missing, install, without_network=offline
        )
        return
    path = _shown(mpv.path)
    if mpv.version is None:
        silent = words.player_silent.format(path=path)
        yield Finding("player", Severity.WARN, words.player, silent, install, without_network=offline)
        return
    found = f"{_shown(mpv.version)} ({path})"
    if not mpv.is_new_enough:
        old = words.player_old.format(found=found, oldest=player.oldest)
        yield Finding("player", Severity.WARN, words.player, old, install, without_network=offline)
        return
    yield Finding("player", Severity.OK, words.player, found)
    yield _output(mpv, words)


def _output(mpv: Mpv, words: DoctorTexts) -> Finding:
    if mpv.output is None:
        trouble = shorten(_shown(mpv.trouble), MOST_TROUBLE, placeholder=" …")
        closed = words.output_closed.format(trouble=trouble)
        return Finding("sound_output", Severity.WARN, words.output, closed, words.output_remedy)
    heard = mpv.output != "null"
    found = words.output_found.format(name=_shown(mpv.output)) if heard else words.output_null
    return _one("sound_output", heard, words.output, found, words.output_null_remedy)


def _pdf(machine: Machine, words: DoctorTexts) -> Finding:
    """A show goes on without: papers are Word files too."""
    if machine.printer:
        return Finding("pdf", Severity.OK, words.pdf, _shown(machine.printer))
    command = install_extras(["print"], machine.program)
    return Finding("pdf", Severity.OK, words.pdf, words.pdf_none, words.pdf_remedy, command)


def _extras(machine: Machine, words: DoctorTexts) -> Finding:
    """What is only installed where it is wanted, in one line: without it nothing is wrong."""

    def named(names: list[str]) -> str:
        return ", ".join(words.extra_names[name] for name in names)

    # one without a name for people brings nothing yet that a command uses
    told = [each for each in machine.program.extras if each.name in words.extra_names]
    here = [each.name for each in told if each.is_here]
    missing = [each.name for each in told if not each.is_here]
    if machine.printer and "print" in missing:
        missing.remove("print")  # a browser does
    if not missing:
        return Finding("extras", Severity.OK, words.extras, named(here) or words.extras_none)
    detail = words.extras_missing.format(names=named(missing))
    command = install_extras(missing, machine.program)
    return Finding("extras", Severity.OK, words.extras, detail, words.extras_remedy, command)


def _keyboard(machine: Machine, words: DoctorTexts) -> Finding:
    environment = machine.environment
    asked = " ".join(environment.get(name, "") for name in ("XMODIFIERS", "GTK_IM_MODULE", "QT_IM_MODULE"))
    seen = [name for name in ("fcitx", "ibus") if name in asked.lower()]
    found = words.keyboard_input.format(name=", ".join(seen)) if seen else ""
    return Finding("keyboard", Severity.OK, words.keyboard, found + words.keyboard_found)


def _one(
    code: str, well: bool, what: str, detail: str, remedy: str, otherwise: Severity = Severity.WARN
) -> Finding:
    """Well, or `otherwise` with its remedy."""
    return (
        Finding(code, Severity.OK, what, detail) if well else Finding(code, otherwise, what, detail, remedy)
    )


def _offset(local: datetime) -> str:
    """`+07:00`"""
    return local.isoformat()[-6:]


def _shown(text: str) -> str:
    """Text from outside on one line, without anything a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
