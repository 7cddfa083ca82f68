"""Show control beside a show: signals to other gear, its orders by OSC, and the timecode that comes in."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import tzinfo
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.core.commands import ReportSignal
from runofshow.core.gear import MidiPort
from runofshow.core.levels_sent import levels_sent
from runofshow.core.signal import Http
from runofshow.core.state import item_meant
from runofshow.engine import Engine
from runofshow.live import BY_SIGNALS

if TYPE_CHECKING:
    from runofshow.control.sending import SignalSender

FAREWELL_S = 3.0
"""What was set off by the last call has so long to go out."""


def send_signals(outcome: Outcome, engine: Engine, tz: tzinfo) -> SignalSender | None:
    """Let the show set off its signals; None where it has none, or runs faster than life."""
    show = engine.show
    if not show.state.agenda.signals or engine.latest.speed != 1:
        return None
    from runofshow.control.sending import SignalSender

    sender = SignalSender(
        lambda: show.state,
        lambda result: show.note(ReportSignal(result), BY_SIGNALS),
        show.raise_alarm,
        tz,
        passwords=passwords_of(outcome.asked.agenda) if show.state.agenda.gear else {},
        held=levels_sent(show.state.agenda, show.log),
    )
    engine.listen(sender.heard)
    if any(isinstance(signal.send, Http) for signal in show.state.agenda.signals):
        # httpx takes a while to load, and the first signal shall not wait for it
        engine.run_beside(asyncio.to_thread(import_module, "runofshow.control.exchange"))
    return sender


def passwords_of(agenda: Path) -> Mapping[str, str]:
    """The passwords beside the agenda; what is wrong with their file is told by `check` and `doctor`."""
    from runofshow.agenda_file.passwords import read_passwords

    passwords, _ = read_passwords(agenda.resolve().parent)
    return passwords


def last_signals(engine: Engine, sender: SignalSender) -> None:
    """Wait for what is on its way to other gear, and let go of it; a target that hangs keeps nobody."""
    with suppress(TimeoutError):
        engine.run_beside(_farewell(sender)).result(2 * FAREWELL_S)


async def _farewell(sender: SignalSender) -> None:
    try:
        async with asyncio.timeout(FAREWELL_S):
            await sender.settled()
    finally:
        sender.close()
        await sender.gone()


def take_midi(engine: Engine) -> None:
    """Listen at every MIDI port by which orders may come in, unless the show runs faster than life."""
    show = engine.show
    ports = [one for one in show.state.agenda.gear if isinstance(one, MidiPort) and one.takes]
    if not ports or engine.latest.speed != 1:
        return
    from runofshow.control.gear.midi_in import MidiIn

    for port in ports:
        engine.run_beside(MidiIn(port, show.obey, show.raise_alarm, show.lower_alarm).serve())


def follow_timecode(engine: Engine) -> None:
    """Listen to the timecode that the agenda names, unless the show runs faster than life."""
    show = engine.show
    source = show.state.agenda.timecode
    if source is None or engine.latest.speed != 1:
        return
    from runofshow.control.timecode.ear import listen

    engine.run_beside(listen(source, show.sense_timecode, lambda: engine.latest.now))


def take_osc(outcome: Outcome, engine: Engine) -> str | None:
    """Listen for OSC where it was asked for, and say where; None where it was not.

    Raises Failed without a token, and when the port cannot be had.
    """
    if outcome.asked.osc is None:
        if outcome.asked.osc_from:
            raise Failed(outcome.words.osc_from_alone, USAGE)
        return None
    from runofshow.control.osc_in import Listening, OscServer

    words = outcome.words
    host, port = outcome.asked.osc
    show = engine.show
    try:
        server = OscServer(
            outcome.environ.get("RUNOFSHOW_TOKEN", ""),
            show.obey,
            show.raise_alarm,
            port=port,
            host=host,
            senders=outcome.asked.osc_from,
            item_id=lambda said: item_meant(show.state, said),
        )
    except ValueError as error:
        raise Failed(words.osc_needs_token, USAGE) from error
    engine.run_beside(server.serve())
    opened = server.opened.result()
    if not isinstance(opened, Listening):
        raise Failed(words.osc_taken.format(port=port, reason=opened.detail))
    return words.osc_listening.format(host=opened.host, port=opened.port)
