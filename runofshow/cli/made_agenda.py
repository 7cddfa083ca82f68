"""An agenda that `import` made: on the screen, or in the file that `-o` names."""

from __future__ import annotations

import sys

from runofshow.cli.outcome import Failed, Outcome
from runofshow.texts.documents import DOCUMENTS


def give_out(text: str, outcome: Outcome) -> int:
    """Write the agenda's text to `-o`, never over a file that is there, and say what comes next; without
    `-o` print it. Raises Failed."""
    output, words = outcome.asked.output, outcome.words
    if output is None:
        print(text, end="")
        return 0
    try:
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Failed(words.cannot_write.format(path=output, reason=error.strerror)) from error
    print(words.written.format(path=output), file=sys.stderr)
    print(DOCUMENTS[outcome.language].next_step.format(file=output), file=sys.stderr)
    return 0
