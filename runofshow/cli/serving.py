"""The hall's server beside a show, the show without a terminal, and a role's screen in a terminal."""

from __future__ import annotations

import secrets
import signal
import sys
from contextlib import suppress
from datetime import tzinfo
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from runofshow.cli.choosing import chosen_show
from runofshow.cli.garbage import search_again
from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.cli.playing import player_beside
from runofshow.clock import HallZone, system_sources
from runofshow.core.agenda import Role
from runofshow.core.snapshot import Phase
from runofshow.engine import Engine
from runofshow.texts import Language, roles

if TYPE_CHECKING:
    from runofshow.texts.cli import CliTexts
    from runofshow.web.server import HallServer


def hall_server(outcome: Outcome, engine: Engine, tz: tzinfo) -> HallServer:
    """The server of the hall's screens, not yet started. A token that is too short ends the command."""
    from runofshow.web.server import HallServer, kept_access

    asked = outcome.asked
    token = outcome.environ.get("RUNOFSHOW_TOKEN") or None
    try:
        access = kept_access(token, engine.show.folder, system_sources().awake())
    except ValueError as error:
        raise Failed(outcome.words.bad_token, USAGE) from error
    return HallServer(
        engine,
        access,
        port=asked.port,
        tz=tz,
        language=outcome.language,
        lan=asked.lan,
        agents=_agent_token(outcome) if asked.agents else None,
    )


def _agent_token(outcome: Outcome) -> str:
    """The token of the door for agents: as given, or a fresh one. A bad one ends the command."""
    given = outcome.environ.get("RUNOFSHOW_AGENT_TOKEN") or secrets.token_urlsafe(24)
    if not 16 <= len(given) <= 256 or any(not "!" <= sign <= "~" for sign in given):
        raise Failed(outcome.words.bad_agent_token, USAGE)
    return given


def serve(outcome: Outcome) -> int:
    """Run the show with web and API only, until it is stopped by a signal."""
    from runofshow.cli.joining import port_words
    from runofshow.cli.running import running
    from runofshow.web.network import Listening, PortTaken

    words = outcome.words
    sources = system_sources()
    tz = HallZone()
    engine = Engine(chosen_show(outcome, sources, tz, can_ask=sys.stdin.isatty()))
    server = hall_server(outcome, engine, tz)
    # An Event set by a handler while this thread waits for it may wait for its own lock for ever; this queue
    # is made to be put to at any moment.
    stopped: SimpleQueue[int] = SimpleQueue()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, _: stopped.put(number))
    with running(outcome, engine, tz) as beside:
        standing = server.start().result()
        if isinstance(standing, PortTaken):
            raise Failed(port_words(standing, words))
        if not isinstance(standing, Listening):
            raise Failed(words.port_taken.format(port=outcome.asked.port))
        if standing.is_open_to_hall and len(server.addresses()) == 1:
            print(words.serving_no_network, file=sys.stderr)
        for address in server.addresses():
            print(words.serving.format(address=address))
        names = roles.VI if outcome.language is Language.VI else roles.EN
        for link in server.join_links():
            name = getattr(names, link.role.value)
            print(words.serving_role.format(role=link.role.value, url=link.url, name=name))
        if beside.osc is not None:
            print(beside.osc)
        _print_code(next(link.url for link in server.join_links() if link.role is Role.CALLER), words)
        if server.agent_door is not None:
            url, token = server.agent_door
            print(words.serving_agents.format(url=url, token=token))
        print(words.serving_stop, flush=True)
        while stopped.empty():
            with suppress(Empty):
                stopped.get(timeout=1)
                break
    show = engine.show
    ended = show.latest.phase is Phase.ENDED
    print(words.ended.format(name=show.folder.name) if ended else words.left_open.format(folder=show.folder))
    return 0


def _print_code(url: str, words: CliTexts) -> None:
    """The link as a QR code: dark on light whatever the terminal's colours, where it can show blocks."""
    from runofshow.web.qr import qr_lines

    try:
        "█▀▄".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return
    begin, end = ("\x1b[97;40m", "\x1b[0m") if sys.stdout.isatty() else ("", "")
    print(words.serving_scan)
    for line in qr_lines(url):
        print(f"{begin}{line}{end}")


def screen(outcome: Outcome) -> int:
    """Show a role's screen, joined by its link."""
    from runofshow.tui.remote import open_screen

    if not sys.stdout.isatty():
        raise Failed(outcome.words.no_terminal, USAGE)
    asked, tz, steady = outcome.asked, HallZone(), system_sources().steady
    search_again()
    return open_screen(
        asked.role, asked.url, asked.code, outcome.language, tz, steady, player_beside(outcome)
    )
