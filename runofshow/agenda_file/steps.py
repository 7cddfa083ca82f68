"""The steps of an award batch as people write them: `step handing`, `bước trao`."""

from __future__ import annotations

import re
from typing import Final

from runofshow.core.agenda import Step

IN_VIETNAMESE: Final = {
    Step.READING: "đọc quyết định",
    Step.CALL: "mời lên",
    Step.LINE_UP: "xếp hàng",
    Step.PRESENTERS: "mời người trao",
    Step.HANDING: "trao",
    Step.FLOWERS: "tặng hoa",
    Step.PHOTO: "chụp ảnh",
    Step.OFF: "về vị trí",
}
_STEPS: Final = {word: step for step, word in IN_VIETNAMESE.items()} | {
    word: step for step in Step for word in (step.value, step.value.replace("_", " "))
}
_WRITTEN = re.compile(r"(?:step|bước)\b\s*:?\s*(.*)")


def written_step(text: str) -> str | None:
    """What stands behind «step» in a moment in lower case; None where it speaks of none."""
    found = _WRITTEN.fullmatch(text)
    return None if found is None else found[1]


def step_of(word: str) -> Step | None:
    """The step of that name."""
    return _STEPS.get(word)
