"""How people are called: with the title that the event asks for, and told apart in the MC's list."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Address, Award, Recipient
from runofshow.core.calling import BY_NAME, Manner, is_body, is_personal
from runofshow.core.honours import is_collective
from runofshow.core.value import replace
from tests.core.ceremony import running, with_parts
from tests.core.shows import Stage, agenda, heading, item


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Nguyễn Văn A", True),
        ("TRẦN THỊ BÌNH", True),
        ("Đoàn Văn Hậu", True),
        ("Y Thu", True),
        ("Lê Thị Bích-Ngọc", True),
        ("Trường THCS Ngọc Lan", False),
        ("Đoàn Thanh niên phường", False),
        ("Đoàn Thanh Niên", False),
        ("Hà Nội", False),
        ("Ông Nguyễn Văn A", False),
        ("Nguyễn", False),
        ("Nguyễn văn a", False),
        ("Lê Lợi 2", False),
        ("Tổ 3", False),
        ("", False),
    ],
)
def test_a_name_without_any_title_is_told_from_that_of_a_body(name: str, is_one: bool) -> None:
    assert is_personal(name) is is_one


@pytest.mark.parametrize(
    ("one", "is_one"),
    [
        (Recipient("r", "Nguyễn Văn A"), False),
        (Recipient("r", "Trường THCS Ngọc Lan"), True),
        (Recipient("r", "Trường THCS Ngọc Lan", unit="Phường 1"), True),
        (Recipient("r", "Rmah H'Lan", unit="Làng Pơ"), False),
        (Recipient("r", "Rmah H'Lan"), True),
        (Recipient("r", "Rmah H'Lan", post="Già làng"), False),
        (Recipient("r", "Rmah H'Lan", address="bà"), False),
        (Recipient("r", "Bà Rmah H'Lan"), False),
    ],
)
def test_a_collective_is_told_by_its_name(one: Recipient, is_one: bool) -> None:
    assert is_collective(one) is is_one
    assert is_body("Tổ dân phố 3")


@pytest.mark.parametrize(
    ("address", "person", "called"),
    [
        (None, "Trần Minh Quang", "Trần Minh Quang"),
        (Address.COMRADE, "Trần Minh Quang", "đồng chí Trần Minh Quang"),
        (Address.COMRADE, "Trần Minh Quang, Phó Chủ tịch", "đồng chí Trần Minh Quang, Phó Chủ tịch"),
        (Address.COMRADE, "Trần Minh Quang; Lê Thị Sáu", "đồng chí Trần Minh Quang; đồng chí Lê Thị Sáu"),
        (Address.COMRADE, "ông Trần Minh Quang", "ông Trần Minh Quang"),
        (Address.COMRADE, "Trường THCS Ngọc Lan", "Trường THCS Ngọc Lan"),
        (Address.FORMAL, "Lê Thị Sáu", "bà Lê Thị Sáu"),
        (Address.FORMAL, "Nguyễn Văn An", "ông Nguyễn Văn An"),
        (Address.FORMAL, "Trần Minh Quang", "Trần Minh Quang"),
    ],
)
def test_the_title_of_the_event_stands_before_a_bare_name(
    address: Address | None, person: str, called: str
) -> None:
    assert Manner(address).called(person) == called
    assert BY_NAME.called(person) == person


WORDS = "Mời {presenter}, {reader} và {honoured|ai}.[[ Thay: {proxy}.]]\n[[{recipients}]]"


def said(people: tuple[Recipient, ...], address: Address | None = Address.COMRADE) -> str:
    award = Award("QĐ 1", "Trần Minh Quang", people, reader="Lê Thị Sáu")
    plan = replace(with_parts(item("h1", 3, mc=WORDS, award=award)), address=address)
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    return stage.picture.saying.now


def test_the_words_of_an_award_call_everybody_in_the_manner_of_the_event() -> None:
    one, other = Recipient("a", "Nguyễn Văn An"), Recipient("b", "Lê Văn Bình", proxy="Hồ Thị Hoa")
    assert said((one, replace(one, recipient_id="c", name="Trường C"), other)) == (
        "Mời đồng chí Trần Minh Quang, đồng chí Lê Thị Sáu và đại diện các tập thể và các cá nhân có tên"
        " sau đây.\n1. Đồng chí Nguyễn Văn An\n2. Trường C\n3. Đồng chí Lê Văn Bình; nhận thay:"
        " đồng chí Hồ Thị Hoa"
    )
    assert said((other,)) == (
        "Mời đồng chí Trần Minh Quang, đồng chí Lê Thị Sáu và đồng chí Lê Văn Bình."
        " Thay: đồng chí Hồ Thị Hoa."
    )
    assert said((one,), None) == "Mời Trần Minh Quang, Lê Thị Sáu và Nguyễn Văn An."
    late = replace(one, posthumous=True)
    assert said((late,)).endswith("đại diện gia đình cố Nguyễn Văn An.")


def test_two_of_one_name_are_told_apart_in_the_words_by_unit_or_by_their_count_in_the_show() -> None:
    """The second An without a unit comes in another batch: whoever reads the first list sees which it is."""
    people = (Recipient("a", "Ông An"), Recipient("b", "Ông An", "Tổ 3"), Recipient("d", "Bà Bình"))
    parts = (
        item("h1", 3, mc="{recipients}", award=Award(recipients=people)),
        item("h2", 3, award=Award(recipients=(Recipient("c", "An"),))),
    )
    stage = Stage(with_parts(*parts)).at("8:00")
    stage.do(c.Start())
    assert stage.picture.saying.now == "1. Ông An [1]\n2. Ông An, Tổ 3\n3. Bà Bình"
    stage.do(c.ChangeRecipient("a", absent=True))
    assert stage.picture.saying.now == "1. Ông An, Tổ 3\n2. Bà Bình"


def test_speakers_and_the_words_of_a_heading_are_called_so_too() -> None:
    papers = (
        item("p1", 3, mc="Mời {by}.[[ Mời {upcoming} chuẩn bị.]]", by="Lê Văn Bình"),
        item("p2", 3, by="Hồ Thị Hoa"),
    )
    papers = tuple(replace(one, kind="paper") for one in papers)  # type: ignore[assignment]
    opened = replace(heading("h", *papers), mc="Xin giới thiệu {by}.", by="Trần Minh Quang")
    stage = Stage(replace(agenda(opened), address=Address.COMRADE)).at("8:00")
    stage.do(c.Start())
    assert stage.picture.saying.now == (
        "Xin giới thiệu đồng chí Trần Minh Quang."
        "\nMời đồng chí Lê Văn Bình. Mời đồng chí Hồ Thị Hoa chuẩn bị."
    )


def test_each_on_stage_says_how_they_are_called() -> None:
    plan = with_parts(
        item("h1", 3, award=Award(recipients=(Recipient("a", "Lê Văn Bình", "Tổ 3"), Recipient("b", "Tổ 4"))))
    )
    stage = Stage(replace(plan, address=Address.COMRADE)).at("8:00")
    stage.do(c.Start())
    assert [one.called for one in running(stage).people] == ["đồng chí Lê Văn Bình, Tổ 3", "Tổ 4"]
