"""The moments of cues as forms and papers word them; notation.py reads them back."""

from __future__ import annotations

from datetime import timedelta

from runofshow.agenda_file.notation import write_anchor, write_length
from runofshow.agenda_file.steps import IN_VIETNAMESE
from runofshow.core.agenda import AfterCue, Anchor, AtStart, AtTimecode, BeforeEnd, OnStep, OnWord
from runofshow.texts import Language


def spoken_anchor(anchor: Anchor, language: Language) -> str:
    """The moment as a form has it: `đầu mục + 90 giây`, `start + 1'30`; `read_anchor` reads it too."""
    match anchor:
        case AtStart(length) | BeforeEnd(length) if language is Language.VI:
            where, sign = ("đầu mục", "+") if isinstance(anchor, AtStart) else ("cuối mục", "-")
            return f"{where} {sign} {_spoken_length(length)}" if length else where
        case OnWord(word) if language is Language.VI:
            return f"khi nghe {word}"
        case OnStep(step) if language is Language.VI:
            return f"bước {IN_VIETNAMESE[step]}"
        case AtTimecode(code) if language is Language.VI:
            return f"mã giờ {code.text()}"
        case AfterCue(cue_id, wait) if language is Language.EN:
            return f"after track of {cue_id}" + (f" + {write_length(wait)}" if wait else "")
        case _:
            return write_anchor(anchor)


def _spoken_length(length: timedelta) -> str:
    seconds = length / timedelta(seconds=1)
    if seconds % 60 == 0 and seconds < 3600:
        return f"{seconds / 60:.0f} phút"
    return f"{seconds:.0f} giây" if seconds < 120 and seconds == int(seconds) else write_length(length)
