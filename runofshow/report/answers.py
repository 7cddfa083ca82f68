"""How each role's cues were called and answered, as a table."""

from __future__ import annotations

from runofshow.core.history import CueHistory
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Column, Row, Run, Style, Tone, Value, paragraph
from runofshow.report.account import Account, small, told
from runofshow.report.notation import DASH
from runofshow.report.reckoning.hands import Hand, by_role
from runofshow.report.section import Section, row, table_section


def answers(account: Account) -> Section:
    """A line for each role that had a cue."""
    words = account.outcome
    heads = (
        (words.called, 15),
        (words.missed_head, 16),
        (words.stood_down, 18),
        (words.off_median, 18),
        (words.off_worst, 20),
        (words.answered, 20),
        (words.answer_median, 19),
        (words.answer_worst, 20),
    )
    columns = (Column(words.role, 19), *(Column(head, share, figures=True) for head, share in heads))
    note = paragraph(words.answers_note, Style.SMALL, keep_with_next=True)
    rows = (_row(hand, account) for hand in by_role(account.history))
    return table_section(words.answers, columns, rows, note)


def _row(hand: Hand, account: Account) -> Row:
    worst, slowest = hand.worst, hand.answer_worst
    return row(
        told(account.words.who_is(hand.role.value)),
        told(f"{hand.gone}/{hand.all}"),
        _count(hand.missed, Tone.ALERT if hand.missed else Tone.PLAIN),
        _count(hand.stood_down),
        account.fine_cell(hand.median, is_length=True),
        _with_cue(account.fine_cell(None if worst is None else worst.off_by), worst),
        told(f"{hand.answered}/{hand.asked}" if hand.asked else DASH),
        account.fine_cell(hand.answer_median, is_length=True),
        _with_cue(
            account.fine_cell(None if slowest is None else slowest.answered_in, is_length=True), slowest
        ),
    )


def _count(count: int, tone: Tone = Tone.PLAIN) -> Cell:
    return told(str(count), tone, value=Value(count))


def _with_cue(cell: Cell, cue: CueHistory | None) -> Cell:
    """The same with the item that it was in."""
    if cue is None:
        return cell
    below: tuple[Run, ...] = (small(f"({printable(cue.number)})"),)
    return Cell((*cell.lines, below), cell.values)
