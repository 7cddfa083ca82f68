"""Five hundred agendas of every sort come back from paper, as a script and as a workbook."""

from __future__ import annotations

from random import Random

import pytest

from runofshow.documents.own.reading import checked, read_own
from runofshow.paper.book_file import as_book_file
from runofshow.printing.book import book_of
from runofshow.printing.plan import plan_of
from runofshow.texts import Language
from tests.agenda_file.drawn import whole_text
from tests.agenda_file.given import TODAY, TZ
from tests.documents.own.scripts import NOW, agenda_in, back, entry_of, printed

pytestmark = [pytest.mark.soak, pytest.mark.parametrize("language", Language)]
SEEDS = range(500)


def test_they_come_back_from_scripts(language: Language) -> None:
    for seed in SEEDS:
        agenda = agenda_in(whole_text(Random(seed)), language)
        said = back(printed(agenda, language))
        assert said.wrong == (), seed
        assert said.tree == entry_of(agenda, language), seed


def test_they_come_back_from_workbooks(language: Language) -> None:
    for seed in SEEDS:
        agenda = agenda_in(whole_text(Random(seed)), language)
        plan = plan_of(agenda, TZ, language, revision="1a2b3c4d", printed_at=NOW)
        said = read_own(as_book_file(book_of(plan)), "a.xlsx", language)
        assert said is not None, seed
        found = checked(said, "a.xlsx", tz=TZ, today=TODAY, language=language)
        assert found.agenda == agenda, (seed, found.wrong)
