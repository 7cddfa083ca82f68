"""The single values of a command line, each read from its word or complained about in the user's language."""

from __future__ import annotations

import argparse
import re
from datetime import time, timedelta
from ipaddress import ip_address
from typing import Literal

from runofshow.core.timecode import Timecode, read_timecode
from runofshow.texts.arguments import ArgumentTexts


def start_of(text: str, words: ArgumentTexts) -> Literal["plan", "now"] | time:
    """When the show starts: by plan, now, or at an hour of the day."""
    if text == "plan":
        return "plan"
    if text == "now":
        return "now"
    found = re.fullmatch(r"(\d{1,2})(?::|h)(\d{2})", text)
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise argparse.ArgumentTypeError(words.bad_start.format(value=text))
    return time(int(found[1]), int(found[2]))


def timecode_of(text: str, words: ArgumentTexts) -> Timecode:
    """A frame, `01:00:10:00`."""
    if (code := read_timecode(text)) is None:
        raise argparse.ArgumentTypeError(words.bad_timecode.format(value=text))
    return code


def length_of(text: str, words: ArgumentTexts) -> timedelta:
    """A length as an agenda writes it, from a second to a day: `30'`, `1h20`, `90s`."""
    from runofshow.agenda_file.notation import NotationError, read_length

    try:
        length = read_length(text)
    except NotationError:
        length = timedelta()
    if not timedelta(seconds=1) <= length <= timedelta(days=1):
        raise argparse.ArgumentTypeError(words.bad_length.format(value=text))
    return length


def port_of(text: str, words: ArgumentTexts) -> int:
    """The number of a port, 0 for any that is free."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(words.bad_port.format(value=text))
    return int(text)


def osc_of(text: str, words: ArgumentTexts) -> tuple[str, int]:
    """Host and port to listen at; without a host this machine alone."""
    host, _, port = text.rpartition(":")
    if not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(words.bad_port.format(value=text))
    return host or "127.0.0.1", int(port)


def addresses_of(text: str, words: ArgumentTexts) -> frozenset[str]:
    """Every IP address between commas."""
    try:
        return frozenset(str(ip_address(address.strip())) for address in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(words.bad_address.format(value=text)) from None


def speed_of(text: str, words: ArgumentTexts) -> float:
    """How many times as fast as the clock, 0.1 to 100."""
    try:
        speed = float(text.replace(",", "."))
    except ValueError:
        speed = 0.0
    if not 0.1 <= speed <= 100:
        raise argparse.ArgumentTypeError(words.bad_speed.format(value=text))
    return speed


def seed_of(text: str, words: ArgumentTexts) -> int:
    """Which simulated hands, 0 to 999,999."""
    if not text.isdecimal() or len(text) > 6:
        raise argparse.ArgumentTypeError(words.bad_seed.format(value=text))
    return int(text)


def setting_of(text: str, words: ArgumentTexts) -> tuple[str, str]:
    """A key and what it is set to, from `key=value`."""
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise argparse.ArgumentTypeError(words.bad_setting.format(value=text))
    return key.strip(), value
