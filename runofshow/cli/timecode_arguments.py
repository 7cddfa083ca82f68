"""What may be typed behind `ltc`."""

from __future__ import annotations

import argparse
from pathlib import Path

from runofshow.cli.argument_values import length_of, timecode_of
from runofshow.core.timecode import Rate
from runofshow.texts.arguments import ArgumentTexts


def of_timecode(parser: argparse.ArgumentParser, words: ArgumentTexts) -> None:
    """The file, its first frame, its length and its rate."""
    parser.add_argument("-o", "--output", type=Path, required=True, help=words.ltc_output)
    parser.add_argument(
        "--from",
        dest="timecode",
        type=lambda text: timecode_of(text, words),
        metavar="HH:MM:SS:FF",
        help=words.ltc_from,
    )
    parser.add_argument(
        "--for", dest="length", type=lambda text: length_of(text, words), required=True, help=words.ltc_for
    )
    parser.add_argument("--rate", choices=[rate.value for rate in Rate], help=words.ltc_rate)
