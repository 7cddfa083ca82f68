"""What the measured figures are held against, and a record made long that is still a record."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from runofshow.journal import read_journal
from tests.bench.builds import Build, turns
from tests.bench.figures import Found, Row, verdicts
from tests.bench.on_disk import repeated

OLD, NEW = Build("old", Path()), Build("new", Path())


def test_a_ratio_is_of_the_medians_and_an_absolute_target_of_the_new_build_alone() -> None:
    found = Found()
    for build, samples in ((OLD, (10, 20, 900)), (NEW, (9, 10, 11))):
        for sample in samples:
            found.add("start", build, sample)
            found.add("bytes", build, sample)
    rows = [Row("start", "", "ms", 0.5), Row("bytes", "", "kB", 9, is_absolute=True)]
    start, size = verdicts(rows, found)
    assert (start.old, start.new, start.ratio, start.is_met) == (20, 10, 0.5, True)
    assert (size.new, size.is_met) == (10, False)


def test_a_plan_that_is_refused_misses_its_target_and_says_why() -> None:
    found = Found()
    found.refuse("plus_5000", NEW, "too many items")
    [line] = verdicts([Row("plus_5000", "", "ms", 25, is_absolute=True)], found)
    assert (line.is_met, line.note) == (False, "new: too many items")


def test_the_second_pair_goes_the_other_way_round() -> None:
    assert [build.name for build in turns((OLD, NEW), 3)] == ["old", "new", "new", "old", "old", "new"]


def test_a_record_made_long_is_numbered_on_and_ends_when_its_orders_did(tmp_path: Path) -> None:
    lines = [
        '{"format":"runofshow journal","version":1,"by":"0.1.0"}',
        '{"seq":1,"at":"2026-03-27T01:00:00.000000Z","by":"caller","do":"note",'
        '"events":[{"text":"a","at":"2026-03-27T01:00:00.000000Z","item_id":null,"event":"note_taken"}]}',
        '{"seq":2,"at":"2026-03-27T01:00:01.000000Z","by":"caller","do":"note",'
        '"events":[{"text":"b","at":"2026-03-27T01:00:01.000000Z","item_id":null,"event":"note_taken"}]}',
    ]
    journal = tmp_path / "show.journal"
    made = list(repeated(lines, 1, 50))
    journal.write_bytes(b"".join(made))
    assert all(int(line[:8], 16) == crc32(line[9:-1]) for line in made)
    reading = read_journal(journal)
    assert [entry.seq for entry in reading.entries] == list(range(1, 51))
    moments = [entry.at for entry in reading.entries]
    assert moments == sorted(moments)
    assert moments[-1].isoformat() == "2026-03-27T01:00:01+00:00"
