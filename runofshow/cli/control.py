"""Show control beside a show: signals to other gear, and its orders by OSC."""

from __future__ import annotations

from datetime import tzinfo

from runofshow.cli.outcome import USAGE, Failed, Outcome
from runofshow.core.commands import ReportSignal
from runofshow.engine import Engine
from runofshow.live import BY_SIGNALS


def send_signals(engine: Engine, tz: tzinfo) -> None:
    """Let the show set off its signals. A rehearsal that runs faster than life sends none."""
    show = engine.show
    if not show.state.agenda.signals or engine.latest.speed != 1:
        return
    from runofshow.control.sending import SignalSender

    sender = SignalSender(
        lambda: show.state,
        lambda result: show.do(ReportSignal(result), BY_SIGNALS),
        show.raise_alarm,
        tz,
    )
    engine.listen(sender.heard)


def take_osc(outcome: Outcome, engine: Engine) -> str | None:
    """Listen for OSC where it was asked for, and say where; None where it was not.

    Raises Failed without a token, and when the port cannot be had.
    """
    if outcome.asked.osc is None:
        return None
    from runofshow.control.osc_in import Listening, OscServer

    words = outcome.words
    host, port = outcome.asked.osc
    show = engine.show
    try:
        server = OscServer(
            outcome.environ.get("RUNOFSHOW_TOKEN", ""), show.do, show.raise_alarm, port=port, host=host
        )
    except ValueError as error:
        raise Failed(words.osc_needs_token, USAGE) from error
    engine.run_beside(server.serve())
    opened = server.opened.result()
    if not isinstance(opened, Listening):
        raise Failed(words.osc_taken.format(port=port, reason=opened.detail))
    return words.osc_listening.format(host=opened.host, port=opened.port)
