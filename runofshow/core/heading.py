"""What is written at a heading, and the part it holds for.

The theory. A heading never runs: its parts do, so everything written at it is carried by them. Its hours
stand at its ends: a fixed start is that of the first part to run, its `until` that of the last. Its words are
said in front of the first part's own. Whom it names, what it hands over, its notes, its backdrop and its
deadline hold for each part that has none, and so does how long each may last at most; so does the form of
award in its title. A clock, a protection, or what gives way when the show is late holds as it is written: the
part's own first, then the heading's, then what the catalogue takes for granted (there a part is protected
when either of the two is). The text of a speech is read once and holds for no part.

A part is resolved against its heading once, in the running order; everything that asks a leaf asks that one.
"""

from __future__ import annotations

from runofshow.core.agenda import Award, Item
from runofshow.core.calling import BY_NAME, Manner
from runofshow.core.honours import form_of
from runofshow.core.value import replace
from runofshow.core.words import words_of

Ends = tuple[str | None, str | None]
"""The ids of the parts of a heading that run first and last."""


def written_ends(heading: Item) -> Ends:
    """The first and the last part as they are written."""
    return heading.parts[0].item_id, heading.parts[-1].item_id


def as_it_runs(part: Item, heading: Item, ends: Ends, manner: Manner = BY_NAME) -> Item:
    """`part` with what its heading says about it."""
    first, last = (part.item_id == end for end in ends)
    start = part.fixed_start
    if first and heading.fixed_start is not None:
        start = max(heading.fixed_start, start or heading.fixed_start)
    before = words_of(heading, manner=manner) if first else ""
    said = [each for each in ((before, heading.mc_assumed), (part.mc, part.mc_assumed)) if each[0]]
    return replace(
        part,
        by=part.by or heading.by,
        clock=heading.clock if heading.clock_written and not part.clock_written else part.clock,
        protected=_is_protected(part, heading),
        optional=part.optional or heading.optional,
        min=heading.min if _is_of_heading(part, heading) else part.min,
        min_assumed=part.min_assumed and not _is_of_heading(part, heading),
        may_drop=heading.may_drop if part.may_drop is None else part.may_drop,
        importance=(
            heading if heading.importance_written and not part.importance_written else part
        ).importance,
        stretch=part.stretch or heading.stretch,
        fixed_start=start,
        until=part.until or (heading.until if last else None),
        mc="\n".join(words.rstrip() for words, _ in said),
        mc_assumed=any(assumed for _, assumed in said),
        notes=part.notes or heading.notes,
        backdrop=part.backdrop or heading.backdrop,
        handin=part.handin or heading.handin,
        award=_named(_handed_over(part.award, heading.award), part.title, heading.title),
    )


def _is_of_heading(part: Item, heading: Item) -> bool:
    """Whether how short a part may be is what its heading says of each."""
    return heading.min is not None and (part.min is None or part.min_assumed)


def _is_protected(part: Item, heading: Item) -> bool:
    if part.protected_written:
        return part.protected
    if heading.protected_written:
        return heading.protected
    return part.protected or heading.protected


def _named(award: Award | None, title: str, of_heading: str) -> Award | None:
    """An award whose form is told by the title of its heading, where no other word of it tells one."""
    if award is None or form_of(award, title) is not None:
        return award
    form = form_of(award, of_heading)
    return award if form is None else replace(award, form=form)


def _handed_over(own: Award | None, shared: Award | None) -> Award | None:
    """An award that says only what its heading does not."""
    if own is None or shared is None:
        return own or shared

    def first(of_part: bool | None, of_heading: bool | None) -> bool | None:
        return of_heading if of_part is None else of_part

    return Award(
        own.decision or shared.decision,
        own.presenter or shared.presenter,
        own.recipients if own.has_own_list else shared.recipients,
        first(own.called_before_reading, shared.called_before_reading),
        own.reader or shared.reader,
        own.form or shared.form,
        own.level or shared.level,
        first(own.flowers, shared.flowers),
        first(own.photo, shared.photo),
        first(own.on_display, shared.on_display),
    )
