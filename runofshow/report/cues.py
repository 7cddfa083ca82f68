"""How the cues were called: each with its moment, its call and the answer, and how punctual they were."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.history import CueHistory
from runofshow.core.snapshot import CuePhase
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Column, Fact, Facts, Row, Run, Style, Tone, paragraph
from runofshow.report.account import Account, small, told
from runofshow.report.notation import fine
from runofshow.report.reckoning.digest import Punctuality, punctuality
from runofshow.report.section import Section, row, table_section
from runofshow.texts.report import ReportTexts


def cues(account: Account) -> Section:
    """Every cue, in calling order, under the figures of them all."""
    words = account.words
    in_seconds = {head: (words.in_seconds.format(head=head),) for head in (words.off, words.answered_in)}
    columns = (
        Column(words.number, 12, figures=True),
        Column(words.to, 18, figures=True),
        Column(words.cue, 39),
        Column(words.moment, 17, figures=True),
        Column(words.gone_at, 17, figures=True),
        Column(words.off, 20, figures=True, reckoned=in_seconds[words.off]),
        Column(words.answered_in, 17, figures=True, reckoned=in_seconds[words.answered_in]),
        Column(words.outcome, 20, figures=True),
    )
    figures = _figures(punctuality(account.history), words)
    note = paragraph(words.cues_note, Style.SMALL, keep_with_next=True)
    rows = (_row(cue, account) for cue in account.history.cues)
    return table_section(words.cues, columns, rows, figures, note)


def cue_name(cue: CueHistory, words: ReportTexts) -> str:
    """A cue where there is no table: who, what, of which item."""
    return words.cue_of.format(
        to=words.who_is(cue.to.value), text=printable(cue.text), number=printable(cue.number)
    )


def _figures(calls: Punctuality, words: ReportTexts) -> Facts:
    worst = calls.worst
    median = words.unmeasured if calls.median is None else fine(calls.median, words).lstrip("+")
    return Facts(
        (
            Fact(words.called, (Run(words.called_of.format(gone=calls.gone, all=calls.all)),)),
            Fact(words.median, (Run(median),)),
            Fact(
                words.worst,
                (Run(words.unmeasured if worst is None else fine(worst.off_by, words)),),
                () if worst is None else (Run(cue_name(worst, words), tone=Tone.QUIET),),
            ),
            Fact(words.missed, (Run(str(len(calls.missed))),)),
            Fact(words.stood_down, (Run(str(calls.stood_down)),)),
        )
    )


def _row(cue: CueHistory, account: Account) -> Row:
    words = account.words
    return row(
        told(printable(cue.number)),
        told(words.who_is(cue.to.value)),
        told(printable(cue.text), below=(small(words.automatic),) if cue.auto else ()),
        account.hour_cell(_moment(cue)),
        account.hour_cell(cue.gone_at),
        account.fine_cell(cue.off_by),
        account.fine_cell(cue.answered_in, is_length=True),
        told(words.cue_end(cue.phase), Tone.ALERT if cue.phase is CuePhase.MISSED else Tone.PLAIN),
    )


def _moment(cue: CueHistory) -> datetime | None:
    """When a called cue was due; its call less its deviation, where no tick wrote it down."""
    if cue.gone_at is not None and cue.off_by is not None:
        return cue.gone_at - cue.off_by
    return cue.due_at
