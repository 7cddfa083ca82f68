"""The agendas that are drawn by chance are what they are taken for."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings

from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.form import FORMS, TimecodeForm
from runofshow.agenda_file.signal_form import GearForm, MscForm, SignalForm
from runofshow.agenda_file.tree import Listing, Mapping, Node, read_tree
from tests.agenda_file.drawn import whole_text, whole_texts
from tests.agenda_file.given import read
from tests.agenda_file.test_writing import reread

OF_GEAR = (SignalForm, GearForm, MscForm, TimecodeForm)


@given(whole_texts(3))
@settings(max_examples=30, deadline=None)
def test_a_drawn_agenda_is_written_and_read_again_as_itself(text: str) -> None:
    agenda = read(text).agenda
    assert agenda is not None, (read(text).errors, text)
    assert reread(agenda) == agenda


def test_seeds_draw_every_key_of_the_format_but_those_of_drafts_and_signals() -> None:
    texts = [whole_text(Random(seed)) for seed in range(60)]
    drawn = {key for text in texts for key in keys(read_tree(text, Reporter(""))[0])}
    every = {key for form in FORMS if form not in OF_GEAR for key in form.__struct_encode_fields__}
    # a list is a file beside the agenda (test_name_lists.py)
    assert every - drawn <= {"guessed", "doubts", "signals", "gear", "timecode", "rite", "live", "list"}


def keys(node: Node | None) -> set[str]:
    match node:
        case Mapping():
            return {key.text for key, _ in node.entries}.union(*(keys(value) for _, value in node.entries))
        case Listing():
            return set().union(*(keys(each) for each in node.nodes))
        case _:
            return set()
