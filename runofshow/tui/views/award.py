"""An award, as the MC reads it and the crew makes it ready."""

from __future__ import annotations

from runofshow.core.views.items import AwardView
from runofshow.tui.lines import Picture, wrapped
from runofshow.tui.views.scene import Scene


def award_lines(award: AwardView, scene: Scene, width: int) -> Picture:
    """By which decision, when they are called up, who hands over, and who comes in which order."""
    ink, pages = scene.pen.ink, scene.pages
    lines: Picture = []
    said = (
        (pages.following.award_form, award.form),
        (pages.following.decision, award.decision),
        (pages.following.reader, award.reader),
    )
    for name, text in said:
        if text:
            lines += wrapped(f"{name}: {text}", width, ink.text, 3)
    called = (
        f"▲ {pages.following.called_before}"
        if award.called_before_reading
        else f"▼ {pages.following.called_after}"
    )
    lines += wrapped(called, width, ink.amber, 2)
    if award.presenter:
        lines += wrapped(f"{scene.pen.words.forms.field_presenter}: {award.presenter}", width, ink.text, 2)
    if not award.recipients:
        return [*lines, *wrapped(pages.following.no_recipients, width, ink.quiet, 2)]
    lines += wrapped(pages.following.recipients, width, ink.quiet, 2)
    for place, name in enumerate(award.recipients, start=1):
        lines += wrapped(f"{place:>2}. {name}", width, ink.text, 2)
    return lines
