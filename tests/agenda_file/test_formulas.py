"""What the catalogue's formulas say of an item: read as an MC would, with each thing known and unknown."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from runofshow.agenda_file.catalogue import Kind, catalogue
from runofshow.agenda_file.formulas import Occasion, guessed_rite, mc_formula, thanks_formula
from runofshow.agenda_file.reader import read_plan
from runofshow.core.agenda import Agenda, Award, Item, Rite
from runofshow.core.award import listed
from runofshow.core.running_order import Place, running_order
from runofshow.core.words import is_direction, said_in_turn, thanks_to
from runofshow.texts import Language
from tests.agenda_file.given import TODAY, TZ, agenda_of

AGENDAS = sorted((Path(__file__).parents[2] / "agendas").glob("*.yaml"))
GOLDEN = Path(__file__).with_name("award_words.txt")
BARE = Occasion("")
WHOLE = Occasion(
    "Hội nghị tổng kết năm 2026",
    "UBND phường Hướng Dương",
    "Kế hoạch số 12/KH-UBND ngày 2/9/2026",
    ("Đồng chí Trần Minh Quang, Bí thư Đảng ủy", "Bà Lê Thị Hòa, Chủ tịch UBND phường"),
)
NAMED = Award(
    "Quyết định số 1/QĐ-UBND", "Ông Đinh Tâm, Phó Bí thư", listed("Trường A", "Bà B"), None, "Bà Cúc"
)
SPEAKING = re.compile(r"kính mời|invite|welcome")


def item_of(
    kind: Kind, occasion: Occasion, language: Language, *, named: bool, heading: bool = False
) -> Item:
    formula = mc_formula((kind,), occasion, language, is_heading=heading)
    return Item(
        "a",
        "1",
        "Báo cáo kết quả (nếu có)",
        kind.id,
        kind.typical,
        by="Đồng chí Phạm Đức, Giám đốc Sở" if named else None,
        award=NAMED if named else None,
        mc=formula,
        mc_assumed=True,
        thanks=thanks_formula((kind,), language),
    )


def assert_can_be_read(words: str) -> None:
    """What is read aloud has no gap, no mark of a plan, no name left to fill in, and whole sentences."""
    for line in words.splitlines():
        assert not re.search(r"…|\{|\}|\[|\]|\(|\)|  | [.,;:]|\.\.|,,|,\.", line), line
        if not is_direction(line):
            assert line[0].isupper() or line[0].isdigit(), line
            assert line[-1] in ".!:?" or re.match(r"\d+\. ", line), line
            assert not re.search(r"[a-zà-ỹ] (Đồng chí|Ông|Bà|Đại diện) ", line) or re.match(
                r"\d+\. ", line
            ), line


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(catalogue().values()), ids=lambda kind: kind.id)
def test_every_kind_can_be_read_with_and_without_each_name(kind: Kind, language: Language) -> None:
    for occasion in (BARE, WHOLE):
        for is_named in (True, False):
            for is_heading in (True, False):
                item = item_of(kind, occasion, language, named=is_named, heading=is_heading)
                for before, after in ((None, None), (item, item)):
                    assert_can_be_read(said_in_turn(item, before, after))


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_that_invites_somebody_thanks_whoever_it_was(language: Language) -> None:
    for kind in catalogue().values():
        item = item_of(kind, BARE, language, named=True)
        words = said_in_turn(item, None, item)
        if "Phạm Đức" in words and SPEAKING.search(words) and kind.id not in ("presidium", "debut", "other"):
            thanks = thanks_to(item) or words.splitlines()[-1] + words.splitlines()[-2]
            assert re.search(r"[Cc]ảm ơn .*Phạm Đức|Thank you, .*Phạm Đức", thanks), kind.id


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_every_plan_can_be_read_aloud(path: Path, language: Language) -> None:
    agenda = read_plan(path, tz=TZ, today=TODAY, language=language).agenda
    assert agenda is not None
    standing = False
    for before, place, after in in_turn(agenda):
        words = said_in_turn(place.item, before, after)
        assert_can_be_read(words)
        if before is not None and before.by and before.thanks:
            assert re.search(r"cảm ơn|thank", words.splitlines()[0], re.IGNORECASE), words
        for word in re.findall(r"đứng dậy|rise|an tọa|be seated", words):
            rises = word in ("đứng dậy", "rise")
            assert place.item.kind not in ("flag_salute", "moment_of_silence") or rises is not standing
            standing = rises


def in_turn(agenda: Agenda) -> list[tuple[Item | None, Place, Item | None]]:
    """Each leaf between those of its session around it."""
    rows: list[tuple[Item | None, Place, Item | None]] = []
    leaves: list[Place | None] = [None, *running_order(agenda).leaves, None]
    for (before, place), (_, after) in pairwise(pairwise(leaves)):
        assert place is not None
        around = [one.item if one and one.session is place.session else None for one in (before, after)]
        rows.append((around[0], place, around[1]))
    return rows


def words_of_plan(items: str, head: str = "title: Hội nghị\n", language: Language = Language.VI) -> list[str]:
    agenda = agenda_of(f"{head}items:\n{items}", language=language)
    return [said_in_turn(place.item, before, after) for before, place, after in in_turn(agenda)]


# The flag


@pytest.mark.parametrize(
    ("title", "rite"),
    [
        ("Hội nghị tổng kết", Rite.COMMANDED),
        ("Đại hội Thi đua yêu nước", Rite.COMMANDED),
        ("Đại hội Đảng bộ phường Hướng Dương", Rite.PLAIN),
        ("Đại hội chi bộ Trường A", Rite.PLAIN),
    ],
)
def test_the_rite_is_guessed_by_the_event(title: str, rite: Rite) -> None:
    assert guessed_rite(title) is rite
    assert agenda_of(f"title: {title}\nitems:\n- {{title: A, kind: other}}\n").rite is rite


def test_the_plain_rite_has_no_commands_and_its_music_another_word() -> None:
    head = "title: Đại hội\nrite: plain\ntracks:\n- {id: qc, title: Quốc ca, mark: anthem_without_words}\n"
    agenda = agenda_of(f"{head}items:\n- {{title: Chào cờ, kind: flag_salute}}\n")
    item = agenda.sessions[0].items[0]
    words = said_in_turn(item, None, None)
    assert words == (
        "Kính mời các vị đại biểu, khách quý và toàn thể đại hội đứng dậy làm lễ chào cờ, hát Quốc ca.\n"
        "→ Nhạc không lời; toàn thể cùng hát\n"
        "Xin trân trọng cảm ơn. Kính mời quý vị đại biểu an tọa."
    )
    plays = [cue for cue in item.cues if cue.track_id == "qc"]
    assert [cue.at.word for cue in plays if hasattr(cue.at, "word")] == ["hát Quốc ca"]
    assert "hát Quốc ca" in words


@pytest.mark.parametrize("rite", ["commanded", "plain"])
def test_the_internationale_follows_the_anthem_where_it_is_listed(rite: str) -> None:
    tracks = "- {id: qc, title: Quốc ca, mark: anthem_without_words}\n"
    head = f"title: Đại hội\nrite: {rite}\ntracks:\n{tracks}"
    salute = "items:\n- {title: Chào cờ, kind: flag_salute}\n"
    without = agenda_of(head + salute).sessions[0].items[0]
    listed = agenda_of(f"{head}- {{id: internationale, title: Quốc tế ca}}\n{salute}").sessions[0].items[0]
    assert [cue.track_id for cue in without.cues if cue.track_id] == ["qc"]
    assert [cue.track_id for cue in listed.cues if cue.track_id] == ["qc", "internationale"]
    assert "Quốc tế ca" in said_in_turn(listed, None, None)
    assert "Quốc tế ca" not in said_in_turn(without, None, None)


def test_a_silence_behind_the_salute_stays_standing_once() -> None:
    apart = words_of_plan(
        "- {title: Chào cờ, kind: flag_salute}\n- {title: Phút mặc niệm, kind: moment_of_silence}\n"
    )
    joined = words_of_plan(
        "- {title: Chào cờ, mặc niệm, kind: flag_salute, also: [moment_of_silence]}\n".replace(
            "Chào cờ, mặc niệm", '"Chào cờ, mặc niệm"'
        )
    )
    for words in ("\n".join(apart), "\n".join(joined)):
        assert words.count("đứng dậy") == 1
        assert words.count("an tọa") == 1
        assert words.endswith("Kính mời quý vị đại biểu an tọa.")


# Joined lines


def test_a_joined_line_says_all_its_words() -> None:
    opened, closed = words_of_plan(
        '- {title: "Tuyên bố lý do và khai mạc", kind: introduction, also: [opening], by: "Ông An, Bí thư"}\n'
        '- {title: Tổng kết và bế mạc, kind: summary, also: [closing], by: "Bà Bình, Chủ tịch"}\n'
    )
    assert "xin trân trọng giới thiệu" in opened
    assert opened.endswith("Xin trân trọng kính mời ông An, Bí thư, lên phát biểu khai mạc hội nghị.")
    assert closed.startswith("Xin trân trọng cảm ơn ông An.\n")
    assert "kính mời bà Bình, Chủ tịch, phát biểu tổng kết và bế mạc hội nghị." in closed
    assert "Xin trân trọng cảm ơn bà Bình. Hội nghị đến đây đã kết thúc." in closed
    assert closed.count("kính mời") == 1


def test_the_chair_closes_and_the_mc_says_it_has_come_to_its_end() -> None:
    (alone,) = words_of_plan("- {title: Bế mạc, kind: closing}\n")
    assert "tuyên bố bế mạc" not in [line for line in alone.splitlines() if not is_direction(line)]
    assert alone.startswith("Xin trân trọng kính mời chủ tọa lên phát biểu bế mạc hội nghị.")
    (named,) = words_of_plan('- {title: Bế mạc, kind: closing, by: "Ông An, Bí thư"}\n')
    assert named.startswith("Xin trân trọng kính mời ông An, Bí thư, lên phát biểu bế mạc hội nghị.")


# The occasion


def test_the_introduction_says_who_what_and_by_which_plan() -> None:
    head = (
        "title: Đại hội Thi đua yêu nước (lần 2)\norganiser: UBND phường\nbasis: Kế hoạch số 1\n"
        'chair_panel: ["Ông An, Bí thư", "Bà Bình, Chủ tịch"]\n'
    )
    said, panel = words_of_plan(
        "- {title: Tuyên bố lý do, kind: introduction}\n- {title: Chủ tọa, kind: presidium}\n", head
    )
    assert "Thực hiện Kế hoạch số 1, hôm nay, UBND phường trọng thể tổ chức Đại hội Thi đua yêu nước." in said
    assert "toàn thể đại hội" in said
    assert panel.splitlines()[-2:] == ["1. Ông An, Bí thư", "2. Bà Bình, Chủ tịch"]


@pytest.mark.parametrize(
    ("title", "meeting"),
    [
        ("Lễ tuyên dương", "buổi lễ"),
        ("Hội thảo", "hội thảo"),
        ("Họp mặt", "hội nghị"),
        ("Đại hội", "đại hội"),
    ],
)
def test_a_meeting_is_called_what_it_is(title: str, meeting: str) -> None:
    (words,) = words_of_plan("- {title: Khai mạc, kind: opening}\n", f"title: {title}\n")
    assert f"phát biểu khai mạc {meeting}." in words


# Awards: eight steps


def award_words() -> str:
    """Every round of the golden file, with its words in both languages."""
    rounds = {
        "Chủ tịch nước, mời lên trước": (
            "title: Huân chương Lao động hạng Ba",
            "{decision: Quyết định số 11/QĐ-CTN ngày 2/9/2026, reader: 'Bà Lê Hoa, Giám đốc Sở Nội vụ',"
            " presenter: 'Đồng chí Trần Minh, Chủ tịch UBND tỉnh', recipients: [Trường A, Ông Đinh Tâm]}",
        ),
        "Chủ tịch nước, mời lên sau": (
            "title: Huân chương Lao động hạng Ba",
            "{decision: Quyết định số 11/QĐ-CTN, presenter: Ông Minh, recipients: [Trường A],"
            " called_before_reading: false}",
        ),
        "Thủ tướng": (
            "title: Khen cao",
            "{decision: Quyết định số 12/QĐ-TTg, form: Bằng khen của Thủ tướng Chính phủ,"
            " presenter: Ông Minh, recipients: [Bà An, Ông Bình]}",
        ),
        "tỉnh": (
            "title: 'Bằng khen của Chủ tịch UBND tỉnh, đợt 1 (tập thể)'",
            "{decision: Quyết định số 13/QĐ-UBND, level: province,"
            " presenter: 'Bà Hòa, Phó Chủ tịch UBND tỉnh', recipients: [Trường A, 'Trạm Y tế, phường B']}",
        ),
        "phường, mời lên trước": (
            "title: Giấy khen",
            "{level: commune, presenter: Ông Minh, recipients: [Ông An, Trường A],"
            " called_before_reading: true}",
        ),
        "truy tặng": (
            "title: Huy chương",
            "{decision: Quyết định số 14/QĐ-CTN, presenter: Ông Minh, recipients: [Ông An (truy tặng)]}",
        ),
        "nhận thay": (
            "title: Giấy khen",
            "{decision: Quyết định số 15, presenter: Ông Minh, recipients: ['Ông An (nhận thay: Bà Bình)']}",
        ),
        "không ai được nêu": ("title: Khen thưởng", "{}"),
    }
    told = []
    for name, (title, award) in rounds.items():
        for language in Language:
            items = f"- {title}\n  kind: award\n  award: {award}\n"
            told.append(f"## {name} ({language.value})\n{words_of_plan(items, language=language)[0]}\n")
    return "\n".join(told)


def test_the_eight_steps_of_an_award_are_these() -> None:
    assert award_words() == GOLDEN.read_text(encoding="utf-8")


def test_a_second_round_of_one_decision_reads_it_no_more() -> None:
    award = "award: {decision: Quyết định số 1, presenter: Ông An}"
    first, second = words_of_plan(
        f"- {{title: Đợt 1, kind: award, {award}}}\n- {{title: Đợt 2, kind: award, {award}}}\n"
    )
    assert "công bố Quyết định số 1" in first
    assert "công bố" not in second
