"""What things are called at a broker, and where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.sites.address import BadAddress, BrokerAddress, Flaw, read_address
from runofshow.sites.topics import LONGEST_ID, LONGEST_SHOW, Topics, is_id, show_id


def test_the_tree_is_made_of_ids_alone() -> None:
    topics = Topics("hn-thi-dua")
    assert topics.lease == "runofshow/hn-thi-dua/lease"
    assert topics.hall("district-3") == "runofshow/hn-thi-dua/halls/district-3"
    ways = (topics.ask, topics.fill, topics.orders, topics.answers)
    assert [way("a") for way in ways] == [
        f"runofshow/hn-thi-dua/{n}/a" for n in "ask fill orders answers".split()
    ]


@pytest.mark.parametrize(
    "name", ["", "a.b", "a b", "a/b", "a+", "#", "Quận-3", "A", "-a", "a-", "a" * (LONGEST_ID + 1)]
)
def test_what_a_broker_may_read_otherwise_is_no_id(name: str) -> None:
    assert not is_id(name)
    with pytest.raises(ValueError):
        Topics("show").hall(name)


def test_the_same_agenda_gives_the_same_name_in_every_hall() -> None:
    title = "Hội nghị tổng kết phong trào thi đua yêu nước, khen thưởng năm 2026"
    name = show_id(title, "2026-12-01", rehearsal=False)
    assert name == "hoi-nghi-tong-ket-phong-trao-thi-dua-2026-12-01"
    assert is_id(name, LONGEST_SHOW)


def test_a_rehearsal_has_a_tree_of_its_own() -> None:
    assert show_id("Đại hội", "2026-12-01", rehearsal=True) == "dai-hoi-2026-12-01-r"


def test_a_title_without_a_letter_has_a_name_all_the_same() -> None:
    assert show_id("«…»", "2026-12-01", rehearsal=False) == "show-2026-12-01"


def test_an_address_in_short_is_a_broker_without_tls_on_the_usual_port() -> None:
    assert read_address(" 192.168.1.9 ", {}) == BrokerAddress("192.168.1.9", 1883)
    assert read_address("mqtts://broker.tinh.vn/thi-dua", {}) == BrokerAddress(
        "broker.tinh.vn", 8883, tls=True, show="thi-dua"
    )
    assert read_address("mqtt://[::1]:1999", {}).shown == "[::1]:1999"


def test_user_and_password_come_from_the_environment_unless_the_address_has_them() -> None:
    environ = {"RUNOFSHOW_BROKER_USER": "hall", "RUNOFSHOW_BROKER_PASSWORD": "bí mật"}
    told = read_address("mqtt://a", environ)
    assert (told.user, told.password) == ("hall", "bí mật")
    told = read_address("mqtt://quan%203:m%40t@a", environ)
    assert (told.user, told.password) == ("quan 3", "m@t")
    assert "m@t" not in told.shown


def test_who_vouches_for_the_broker_is_a_file_that_there_is(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").touch()
    environ = {"RUNOFSHOW_BROKER_CA": str(tmp_path / "ca.pem")}
    assert read_address("mqtts://a", environ).authority == tmp_path / "ca.pem"


@pytest.mark.parametrize(
    ("url", "environ", "flaw", "about"),
    [
        ("http://a", {}, Flaw.NOT_MQTT, "http"),
        ("mqtt://", {}, Flaw.NO_HOST, ""),
        ("mqtt://a b", {}, Flaw.NO_HOST, ""),
        ("mqtt://[::1", {}, Flaw.NO_HOST, ""),
        ("mqtt://a:0", {}, Flaw.BAD_PORT, ""),
        ("mqtt://a:99999", {}, Flaw.BAD_PORT, ""),
        ("mqtt://a/Thi đua", {}, Flaw.BAD_NAME, "Thi đua"),
        ("mqtt://a/b/c", {}, Flaw.BAD_NAME, "b/c"),
        ("a", {"RUNOFSHOW_BROKER_PASSWORD": "x"}, Flaw.NO_USER, ""),
        ("a", {"RUNOFSHOW_BROKER_CA": "/nowhere/ca.pem"}, Flaw.NO_AUTHORITY, "/nowhere/ca.pem"),
    ],
)
def test_what_is_wrong_with_an_address_is_said(
    url: str, environ: dict[str, str], flaw: Flaw, about: str
) -> None:
    with pytest.raises(BadAddress) as told:
        read_address(url, environ)
    assert (told.value.flaw, told.value.about) == (flaw, about)
