"""The example of an award round: sixty names of the office's list, in batches, with nothing left to mend."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from runofshow.agenda_file.reader import Reading, read_agenda
from runofshow.core.agenda import Item
from runofshow.core.honours import is_collective

ROUND = Path(__file__).parents[2] / "agendas" / "khen-thuong" / "khen-thuong.yaml"


def reading() -> Reading:
    return read_agenda(ROUND, tz=ZoneInfo("Asia/Ho_Chi_Minh"), today=date(2026, 12, 1))


def batches() -> tuple[Item, ...]:
    agenda = reading().agenda
    assert agenda is not None
    (heading,) = (item for item in agenda.sessions[0].items if item.kind == "award")
    return heading.parts


def test_only_the_sum_below_the_list_is_told() -> None:
    assert [each.code for each in reading().complaints] == ["list_row_left_out"]


def test_sixty_come_up_in_six_batches_collectives_first() -> None:
    people = [one for batch in batches() if batch.award for one in batch.award.recipients]
    assert [batch.title for batch in batches()] == [f"Đợt {number}/6" for number in range(1, 7)]
    assert [len(batch.award.recipients) for batch in batches() if batch.award] == [10] * 6
    assert [is_collective(one) for one in people] == [True] * 10 + [False] * 50
    assert all(one.unit and one.post for one in people if not is_collective(one))


def test_those_of_whom_more_is_known_bring_it_along() -> None:
    people = {one.recipient_id: one for batch in batches() if batch.award for one in batch.award.recipients}
    tam = people["dinh-cong-tam"]
    assert (tam.proxy, tam.posthumous) == ("bà Lê Thị Sáu (vợ)", True)
    assert people["y-bham-nie"].said == "Y Bhăm Niê, đọc là I Băm Ni-ê"
    assert any(one.note.startswith("Đi xe lăn") for one in people.values())
    twins = Counter(one.name for one in people.values())
    assert sorted(twins.values())[-2:] == [1, 2]
