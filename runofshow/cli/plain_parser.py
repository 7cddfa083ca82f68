"""argparse whose complaints and help are in the user's language."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from runofshow.texts.arguments import ArgumentTexts


class WrongUsage(Exception):
    """The text says what is wrong and how the command goes."""


class PlainParser(argparse.ArgumentParser):
    """argparse that complains in the user's language and raises instead of exiting."""

    words: ArgumentTexts

    def error(self, message: str) -> NoReturn:
        complaint = self.words.wrong_usage.format(detail=_in_words(message, self.words))
        raise WrongUsage(f"{complaint}\n{self.format_usage()}".rstrip())


class PlainFormat(argparse.HelpFormatter):
    """Help without argparse's English word for usage."""

    words: ArgumentTexts

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, prefix=f"{self.words.usage}: ")


_COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.+)", "required"),
    (r"unrecognized arguments: (?P<names>.+)", "unrecognized"),
    (r"argument (?P<name>[^:]+): expected one argument", "expected_argument"),
    (r"argument (?P<name>[^:]+): not allowed with argument (?P<other>.+)", "not_together"),
    (r"argument [^:]*: invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)", "invalid_choice"),
    (r"argument (?P<name>[^:]+): invalid \S+ value: (?P<value>.+)", "invalid_value"),
    (r"argument [^:]+: (?P<detail>.+)", ""),
)
"""argparse's own sentences and the phrase that says each; the last is one of our own, behind its option."""


def _in_words(message: str, words: ArgumentTexts) -> str:
    for pattern, phrase in _COMPLAINTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            if not phrase:
                return found["detail"]
            template: str = getattr(words, phrase)
            return template.format(**found.groupdict())
    return message
