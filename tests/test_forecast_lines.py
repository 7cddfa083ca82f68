"""`scripts/forecast`: observations as JSON lines in, forecasts as JSON lines out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import process_time

import msgspec
import pytest

from runofshow.core.outlook.known import EarlierShow, Known, Piece, Ran
from runofshow.core.outlook.learning import learn
from runofshow.core.outlook.ranges import outlook
from tests.core.outlook import worlds

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "forecast"


def answers(*lines: str, status: int = 0) -> tuple[list[dict[str, object]], list[str]]:
    """What stands on its output, and on its standard error."""
    told = "".join(line + "\n" for line in lines)
    done = subprocess.run([sys.executable, SCRIPT], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.splitlines()


def test_every_line_is_answered_by_the_rule_of_the_console() -> None:
    questions = list(worlds.questions(7, 8, of_each=3))
    found, complaints = answers(*(json.dumps(question.asked) for question in questions))
    assert complaints == []
    habits = learn(())
    for question, answer in zip(questions, found, strict=True):
        if "before" in question.asked:
            habits = learn(msgspec.convert(question.asked["before"], tuple[EarlierShow, ...]))
        seen = outlook(habits, msgspec.convert(question.asked, Known))
        assert answer == {
            "show_id": question.asked["show_id"],
            "q": question.asked["q"],
            "low_s": pytest.approx(seen.low_s, abs=0.06),
            "mid_s": pytest.approx(seen.mid_s, abs=0.06),
            "high_s": pytest.approx(seen.high_s, abs=0.06),
            "p_hard_out": pytest.approx(seen.chance, abs=1e-4),
        }


def test_what_a_show_taught_is_kept_while_others_are_asked_about() -> None:
    questions = [question.asked for question in worlds.questions(8, 4, of_each=4)]
    late, first = questions[12:16], questions[:4]
    mixed = [line for pair in zip(late, first, strict=True) for line in pair]
    alone, _ = answers(*map(json.dumps, late))
    found, _ = answers(*map(json.dumps, mixed))
    assert found[::2] == alone


def test_what_is_missing_or_null_is_not_known() -> None:
    item = {"item_id": 3, "plan_s": 600, "speaker": None, "recipients": [1, 2], "batch": "B", "kind": None}
    found, complaints = answers(
        json.dumps({"show_id": 1, "q": "a", "now_s": 86_300, "rest": [item], "takes": [{"3": None}]}),
        json.dumps({"show_id": 1, "q": "b", "now_s": 86_300, "running": None, "rest": [item], "done": [{}]}),
        json.dumps({"show_id": 2, "now_s": 5, "before": [{"items": [{**item, "actual_s": 700}]}, {}]}),
        "",
    )
    assert complaints == []
    assert [line["p_hard_out"] for line in found] == [None, None, None]
    assert [line["q"] for line in found] == ["a", "b", None]
    assert float(str(found[0]["mid_s"])) > 86_400


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("nonsense", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "the line: expected an object"),
        ('{"show_id": "a"}', "now_s: expected a number of seconds"),
        ('{"now_s": true}', "now_s: expected a number of seconds"),
        ('{"now_s": 1e99}', "now_s: expected a number of seconds"),
        ('{"now_s": 1, "rest": {}}', "rest: expected a list"),
        ('{"now_s": 1, "rest": [{"plan_s": -1}]}', "rest[0].plan_s: expected no less than 0 seconds"),
        ('{"now_s": 1, "rest": [{"recipients": "x"}]}', "rest[0].recipients: expected a number"),
        ('{"now_s": 1, "rest": [{"kind": []}]}', "rest[0].kind: expected a text"),
        ('{"now_s": 1, "before": [{"items": [1]}]}', "before[0].items[0]: expected an object"),
        ('{"now_s": 1, "takes": [' + ",".join(["{}"] * 51) + "]}", "takes: more than 50"),
        (" " * 8_000_001 + "{}", "more than 8,000,000 bytes"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_the_next_is_answered(line: str, complaint: str) -> None:
    found, complaints = answers('{"now_s": 1}', line, '{"now_s": 2}', status=1)
    assert [answer.get("mid_s") for answer in found] == [1.0, None, 2.0]
    assert complaint in str(found[1]["error"])
    assert len(complaints) == 1
    assert complaints[0].startswith("line 2: ")
    assert complaint in complaints[0]


def test_two_hundred_items_with_takes_are_answered_within_two_milliseconds() -> None:
    """Not among core's tests, whose counted branches take several times as long."""
    rest = tuple(
        Piece(item_id=f"m{n}", kind="paper", plan_s=600, speaker=f"speaker {n % 40}", elastic=True)
        for n in range(200)
    )
    ran = tuple(Ran(item_id=f"m{n}", kind="paper", plan_s=600, actual_s=720) for n in range(30))
    habits = learn([EarlierShow(start_s=28_800, end_s=50_400, items=ran)] * 6)
    take = {piece.item_id: 660.0 for piece in rest}
    known = Known(now_s=28_800, start_s=28_800, hard_out_s=41_400, takes=(take, take), rest=rest)
    lasted = []
    for _ in range(50):
        begun = process_time()
        outlook(habits, known)
        lasted.append(process_time() - begun)
    # the quickest: whatever else the machine was doing made the others longer
    assert min(lasted) < 0.002
