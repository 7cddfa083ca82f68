"""The MC's links of a rehearsal of the joins, as a table: how long it took to lead over to each item."""

from __future__ import annotations

from datetime import timedelta
from statistics import median

from runofshow.core.speech.pace import learnt_pace
from runofshow.core.speech.syllables import syllables
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Column, Style, paragraph
from runofshow.report.account import Account, length_cell, told
from runofshow.report.notation import DASH
from runofshow.report.section import Section, row, table_section


def links(account: Account) -> Section:
    """A line for each item that was led to; nothing where no link was timed."""
    words, history = account.outcome, account.history
    timed: dict[str, list[timedelta]] = {}
    for link in history.links:
        timed.setdefault(link.item_id, []).append(link.length)
    led = [item.row for item in history.leaves if item.row.item_id in timed]
    pace = learnt_pace((syllables(each.mc), link) for each in led for link in timed[each.item_id])
    note = words.links_note if pace is None else words.links_pace.format(pace=round(pace))
    columns = (
        Column(account.words.number, 13, figures=True),
        Column(words.links_to, 60),
        Column(words.links_syllables, 20, figures=True),
        Column(words.links_took, 20, figures=True),
    )
    rows = (
        row(
            told(printable(each.number)),
            told(printable(each.title)),
            told(str(syllables(each.mc)) if each.mc else DASH),
            length_cell(timedelta(seconds=median(link.total_seconds() for link in timed[each.item_id]))),
        )
        for each in led
    )
    return table_section(words.links, columns, rows, paragraph(note, Style.SMALL, keep_with_next=True))
