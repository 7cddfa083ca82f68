"""What may be typed after `runofshow`, read by argparse and answered in the user's language."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Literal

from msgspec import Struct

from runofshow import __version__
from runofshow.cli.argument_values import (
    addresses_of,
    osc_of,
    port_of,
    seed_of,
    setting_of,
    speed_of,
    start_of,
)
from runofshow.cli.plain_parser import PlainFormat, PlainParser
from runofshow.cli.plain_parser import WrongUsage as WrongUsage
from runofshow.cli.timecode_arguments import of_timecode
from runofshow.core.agenda import Role
from runofshow.core.timecode import Rate, Timecode
from runofshow.texts import Language
from runofshow.texts.arguments import ARGUMENTS, ArgumentTexts

Command = Literal[
    "run",
    "rehearse",
    "serve",
    "screen",
    "check",
    "show",
    "clone",
    "import",
    "plan",
    "print",
    "duties",
    "report",
    "learn",
    "shows",
    "kinds",
    "ltc",
    "schema",
    "doctor",
    "mcp",
]
SCREEN_ROLES = [role.value for role in Role if role is not Role.CALLER]
HALL_PORT = 8765
"""Where the hall's screens find the console unless it is told otherwise."""
StartChoice = Literal["plan", "now"] | time | None
"""None: nobody has said; the console asks where it matters."""


class Asked(Struct, frozen=True):
    """One command line."""

    command: Command
    json: bool = False
    agenda: Path = Path()
    output: Path | None = None
    reader: Role | None = None
    """Of `show`: whose script is printed; None prints the running order."""
    show: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    resume: bool | None = None
    """True picks up, False opens anew, None asks."""
    folder: Path | None = None
    """With `resume`: the very show that is picked up, by its folder. Asked for on the first screen alone."""
    start: StartChoice = None
    speed: float = 1.0
    first: str | None = None
    until: str | None = None
    port: int = HALL_PORT
    lan: bool = False
    web: bool = True
    agents: bool = False
    """Of `run`, `rehearse` and `serve`: agents on this machine are let in."""
    role: Role = Role.STAGE
    url: str = ""
    code: str | None = None
    sound: bool = True
    """Of `run`, `rehearse` and `serve`: play on this machine. Of `check`: listen to every track."""
    osc: tuple[str, int] | None = None
    """Where to listen for OSC; None: nowhere."""
    osc_from: frozenset[str] = frozenset()
    """The addresses of machines whose OSC needs no token."""
    into: Path | None = None
    """Of `import`: the agenda that takes what is new."""
    accept: str | None = None
    """Of `import --into`: the changes that are accepted beforehand, `all` or `1,3-5`; None asks."""
    programme: int | None = None
    """Of `import`: which of several programmes, from 1."""
    kinds: str = ""
    """Of `print`: the papers, by commas."""
    changed_since: str | None = None
    """Of `print`: the revision, or a file of it, that people hold; None prints whole papers."""
    done: str | None = None
    not_done: str | None = None
    """Of `duties`: the numbers to be marked as done, and as not done, `2` or `1,3-5`."""
    joins: bool = False
    drill: int | None = None
    """Of `rehearse`: only the joins of the items; simulated hands, by this seed."""
    apply: bool = False
    yes: bool = False
    """Of `learn`: write the lengths proposed; without asking."""
    tracks: Path | None = None
    """Of `screen music`: play here, with the tracks of this folder."""
    timecode: Timecode = Timecode(1, 0, 0, 0)
    length: timedelta = timedelta()
    rate: Rate = Rate.EUROPE
    """Of `ltc`: from which frame, for how long, at how many frames a second."""


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language asked for, before anything else is read; a wrong one is complained about later."""
    asked = environ.get("RUNOFSHOW_LANG", "")
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return Language(asked) if asked in tuple(Language) else Language.VI


def parse(arguments: Sequence[str], language: Language) -> Asked:
    """The command line as a value. Raises WrongUsage; prints help and exits for --help and --version."""
    words = ARGUMENTS[language]
    found = _parser(words).parse_args(list(arguments))
    values = vars(found)
    return Asked(
        command=found.command,
        json=values.get("json", False),
        agenda=values.get("agenda") or Path(),
        output=values.get("output"),
        reader=None if values.get("reader") is None else Role(values["reader"]),
        show=values.get("show", ""),
        settings=tuple(values.get("settings") or ()),
        resume=values.get("resume"),
        start=values.get("start"),
        speed=values.get("speed", 1.0),
        first=values.get("first") or values.get("only"),
        until=values.get("until") or values.get("only"),
        port=values.get("port", HALL_PORT),
        lan=values.get("lan", False),
        web=values.get("web", True),
        agents=values.get("agents", False),
        role=Role(values.get("role", Role.STAGE)),
        url=values.get("url", ""),
        code=values.get("code"),
        sound=values.get("sound", True),
        osc=values.get("osc"),
        osc_from=values.get("osc_from") or frozenset(),
        into=values.get("into"),
        accept=values.get("accept"),
        programme=values.get("programme"),
        kinds=values.get("kinds", ""),
        changed_since=values.get("changed_since"),
        done=values.get("done"),
        not_done=values.get("not_done"),
        joins=values.get("joins", False),
        drill=values.get("drill"),
        apply=values.get("apply", False),
        yes=values.get("yes", False),
        tracks=values.get("tracks"),
        timecode=values.get("timecode") or Timecode(1, 0, 0, 0),
        length=values.get("length") or timedelta(),
        rate=Rate(values.get("rate") or Rate.EUROPE),
    )


def _parser(words: ArgumentTexts) -> argparse.ArgumentParser:
    class Format(PlainFormat):
        pass

    Format.words = words

    class Parser(PlainParser):
        pass

    Parser.words = words

    def made(parser: argparse.ArgumentParser, positionals: str) -> argparse.ArgumentParser:
        parser._optionals.title = words.options
        parser._positionals.title = positionals
        parser.add_argument("-h", "--help", action="help", help=words.help)
        parser.add_argument("--lang", choices=[language.value for language in Language], help=words.lang)
        return parser

    parser = made(
        Parser(prog="runofshow", description=words.about, formatter_class=Format, add_help=False),
        words.commands,
    )
    parser.usage = words.usage_line
    version = f"runofshow {__version__}"
    parser.add_argument("--version", action="version", version=version, help=words.version)
    commands = parser.add_subparsers(
        prog="runofshow", dest="command", required=True, metavar=words.command, parser_class=Parser
    )

    def command(name: Command, help_text: str) -> argparse.ArgumentParser:
        return made(
            commands.add_parser(
                name, help=help_text, description=help_text, formatter_class=Format, add_help=False
            ),
            words.arguments,
        )

    def as_json(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help=words.json)

    run = command("run", words.run)
    rehearse = command("rehearse", words.rehearse)
    serve = command("serve", words.serve)
    for opens in (run, rehearse, serve):
        opens.add_argument("agenda", type=Path, help=words.agenda)
        which = opens.add_mutually_exclusive_group()
        which.add_argument("--resume", action="store_true", default=None, help=words.resume)
        which.add_argument("--new", dest="resume", action="store_false", help=words.new)
        opens.add_argument(
            "--start", type=lambda text: start_of(text, words), metavar="plan|now|HH:MM", help=words.start
        )
        opens.add_argument("--from", dest="first", metavar=words.item_or_session, help=words.first)
        opens.add_argument(
            "--port", type=lambda text: port_of(text, words), default=HALL_PORT, help=words.port
        )
        opens.add_argument("--lan", action="store_true", help=words.lan)
        opens.add_argument("--no-sound", dest="sound", action="store_false", help=words.no_sound)
        opens.add_argument(
            "--osc", type=lambda text: osc_of(text, words), metavar="[HOST:]PORT", help=words.osc
        )
        opens.add_argument(
            "--osc-from", type=lambda text: addresses_of(text, words), metavar="IP,IP", help=words.osc_from
        )
        opens.add_argument("--agents", action="store_true", help=words.agents)
    for opens in (run, rehearse):
        opens.add_argument("--no-web", dest="web", action="store_false", help=words.no_web)
    rehearse.add_argument("--speed", type=lambda text: speed_of(text, words), default=1.0, help=words.speed)
    rehearse.add_argument("--until", metavar=words.item_or_session, help=words.until)
    rehearse.add_argument("--only", metavar=words.item_or_session, help=words.only)
    rehearse.add_argument("--joins", action="store_true", help=words.joins)
    rehearse.add_argument(
        "--drill",
        nargs="?",
        const=1,
        type=lambda text: seed_of(text, words),
        metavar="N",
        help=words.drill,
    )

    screen = command("screen", words.screen)
    screen.add_argument("role", choices=SCREEN_ROLES, help=words.role)
    screen.add_argument("url", help=words.url)
    screen.add_argument("--code", help=words.code)
    screen.add_argument(
        "--play",
        dest="tracks",
        nargs="?",
        const=Path(),
        type=Path,
        metavar=words.folder,
        help=words.play,
    )

    check = command("check", words.check)
    show = command("show", words.show)
    for reads in (check, show):
        reads.add_argument("agenda", type=Path, help=words.agenda)
        as_json(reads)
    show.add_argument("--for", dest="reader", choices=[Role.MC.value], help=words.show_for)
    check.add_argument("--sound", action="store_true", help=words.check_sound)
    clone = command("clone", words.clone)
    clone.add_argument("agenda", type=Path, help=words.agenda)
    clone.add_argument("-o", "--output", type=Path, required=True, help=words.new_agenda)
    clone.add_argument(
        "--set",
        dest="settings",
        nargs="+",
        action="extend",
        type=lambda text: setting_of(text, words),
        metavar="key=value",
        help=words.setting,
    )
    imports = command("import", words.import_)
    imports.add_argument("agenda", type=Path, metavar=words.file, help=words.import_file)
    where = imports.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", type=Path, help=words.new_agenda)
    where.add_argument("--into", type=Path, metavar=words.agenda_file, help=words.import_into)
    imports.add_argument("--accept", metavar="all|1,3-5", help=words.import_accept)
    imports.add_argument("--programme", type=int, metavar="N", help=words.import_programme)
    as_json(imports)
    desk = command("plan", words.plan_desk)
    desk.add_argument(
        "agenda", type=Path, nargs="?", default=Path(), metavar=words.file, help=words.plan_file
    )
    prints = command("print", words.print_)
    prints.add_argument("agenda", type=Path, help=words.agenda)
    prints.add_argument("--for", dest="kinds", default="all", metavar="all,mc,...", help=words.print_for)
    prints.add_argument("-o", "--output", type=Path, required=True, help=words.print_output)
    since = f"REV|{words.file}"
    prints.add_argument("--changed-since", dest="changed_since", metavar=since, help=words.print_since)
    as_json(prints)
    owes = command("duties", words.duties)
    owes.add_argument("agenda", type=Path, help=words.agenda)
    owes.add_argument("--done", metavar="N,N", help=words.duties_done)
    owes.add_argument("--not-done", dest="not_done", metavar="N,N", help=words.duties_not_done)
    as_json(owes)
    report = command("report", words.report)
    report.add_argument("show", help=words.show_name)
    report.add_argument(
        "--for", dest="kinds", default="result", metavar="result,awards,...", help=words.report_for
    )
    report.add_argument("-o", "--output", type=Path, help=words.output)
    as_json(report)
    learns = command("learn", words.learn)
    learns.add_argument("agenda", type=Path, help=words.agenda)
    learns.add_argument("--apply", action="store_true", help=words.learn_apply)
    learns.add_argument("--yes", action="store_true", help=words.learn_yes)
    as_json(learns)
    as_json(command("shows", words.shows))
    as_json(command("kinds", words.kinds))
    of_timecode(command("ltc", words.ltc), words)
    command("schema", words.schema)
    machine = command("doctor", words.doctor)
    as_json(machine)
    machine.add_argument("agenda", nargs="?", type=Path, default=Path(), help=words.doctor_agenda)
    door = command("mcp", words.mcp)
    door.add_argument("url", nargs="?", default="", help=words.mcp_url)
    door.add_argument("--agenda", type=Path, metavar=words.file, help=words.mcp_agenda)
    return parser
