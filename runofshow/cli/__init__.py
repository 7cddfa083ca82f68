"""The commands, and the only place that builds and joins the parts.

- arguments.py     what may be typed, argument_values.py its single values,
                   timecode_arguments.py those of ltc, plain_parser.py how it complains;
                   outcome.py how a command ends; garbage.py Python's search for it
- first.py         the first screen, no_command.py who comes to it, beginner.py what is begun from it:
                   left_open.py the show to go on with or to report of, nearby.py the files,
                   own_folder.py where what it makes is put
- console.py       run and rehearse; serving.py serve, screen, and the hall's server
- choosing.py      which show it is, after asking: unfinished.py one to go on with, standing.py how far it is,
                   beginning.py where a new one begins, naming.py which item `--from` means
- opening.py       a show opened or picked up, laid on the clock; rebuilding.py one whose opening is lost
- agendas.py       the agenda file of a command, reading_ahead.py a long one in a second process
- simulating.py    what acts by itself in a rehearsal
- running.py       what runs beside a show: control.py OSC, signals and timecode, sounding.py
                   and playing.py the player, joining.py the hall's server for the console
- checking.py      check, and sound_check.py: check --sound, all its tracks listened to
- files.py         show, clone, schema; whole_plan.py all that show says, mc_script.py what the MC reads;
                   kinds.py the catalogue of kinds
- importing.py     import: an office's file as a draft of an agenda; taking_in.py import --into;
                   own_paper.py a paper of ours that comes back; made_agenda.py what is made of either;
                   accepting.py which changes are taken
- planning.py      plan: the desk on it, listening.py its tracks
- printing.py      print: the papers people hold; papers.py what makes them files; exchanging.py
                   print --changed-since, printed.py what was printed
- duties.py        duties: what is owed beside the show; owing.py of the kept shows; numbers.py
                   the numbers of a list
- records.py       shows: what was kept, and one of it by its name; flaws.py what is wrong with a record
- reporting.py     report; rehearsed.py the rehearsals of a show, earlier.py what
                   a forecast learns from
- learning.py      learn: what these teach about lengths, and into the agenda
- doctor.py        doctor; gear.py the gear of an agenda, looked at
- timecode.py      ltc: timecode as a sound file; timecode_look.py what doctor asks of one that comes in
- agents.py        mcp: the door for agents on stdin and stdout; agent_files.py what they read without a show,
                   agent_show.py a running one, asked over HTTP

Each command imports what it needs when it is called, so that the console paints soon after Enter.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from runofshow.cli.arguments import WrongUsage, language_of, parse
from runofshow.cli.no_command import dropped_file, names_no_command
from runofshow.cli.outcome import USAGE, Failed, Outcome, ToldToStop
from runofshow.texts.cli import CLI


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Run one command. 0: done; 1: the input is wrong; 2: wrong usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    language = language_of(arguments, environ)
    words = CLI[language]
    try:
        file = dropped_file(arguments)
        if (file or names_no_command(arguments)) and sys.stdin.isatty() and sys.stdout.isatty():
            from runofshow.cli.first import first_screen

            return first_screen(language, environ, file)
        asked = parse(arguments, language)
        return _run(Outcome(asked, language, words, environ))
    except WrongUsage as wrong:
        print(wrong, file=sys.stderr)
        return USAGE
    except Failed as failed:
        print(failed, file=sys.stderr)
        return failed.status
    except ToldToStop:
        return 0
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # `runofshow show ... | head`: whoever read has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(outcome: Outcome) -> int:
    match outcome.asked.command:
        case "run" | "rehearse":
            from runofshow.cli.console import open_console

            return open_console(outcome)
        case "serve":
            from runofshow.cli.serving import serve

            return serve(outcome)
        case "screen":
            from runofshow.cli.serving import screen

            return screen(outcome)
        case "check":
            from runofshow.cli.checking import check

            return check(outcome)
        case "show":
            from runofshow.cli.files import show

            return show(outcome)
        case "clone":
            from runofshow.cli.files import clone

            return clone(outcome)
        case "import":
            from runofshow.cli.importing import import_plan

            return import_plan(outcome)
        case "plan":
            from runofshow.cli.planning import plan

            return plan(outcome)
        case "print":
            from runofshow.cli.printing import print_papers

            return print_papers(outcome)
        case "learn":
            from runofshow.cli.learning import learn

            return learn(outcome)
        case "duties":
            from runofshow.cli.duties import duties

            return duties(outcome)
        case "kinds":
            from runofshow.cli.kinds import kinds

            return kinds(outcome)
        case "ltc":
            from runofshow.cli.timecode import write_timecode

            return write_timecode(outcome)
        case "schema":
            from runofshow.cli.files import schema

            return schema(outcome)
        case "shows":
            from runofshow.cli.records import list_shows

            return list_shows(outcome)
        case "report":
            from runofshow.cli.reporting import report

            return report(outcome)
        case "doctor":
            from runofshow.cli.doctor import doctor

            return doctor(outcome)
        case "mcp":
            from runofshow.cli.agents import mcp

            return mcp(outcome)
    raise AssertionError(outcome.asked.command)


def _speak_utf8() -> None:
    """Vietnamese on every terminal and in every pipe, whatever code page Windows has."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
