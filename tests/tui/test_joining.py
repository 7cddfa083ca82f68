"""The panel of who is connected, drawn and worked by keys against a server of plain values."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual import events

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.snapshot import Phase
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.tui.answers import aware
from runofshow.tui.app import Console
from runofshow.tui.canvas import Canvas
from runofshow.tui.code_letters import LETTERS_HEIGHT, large
from runofshow.tui.colours import DARK, LIGHT
from runofshow.tui.dialogs.joining import Joining
from runofshow.tui.dialogs.question import Question
from runofshow.tui.faces import Face
from runofshow.tui.hall import HallNow
from runofshow.tui.lines import cells
from runofshow.tui.panels.door import QR_INK
from runofshow.tui.panels.footer import Status
from runofshow.tui.panels.joining import JoiningLook, joining_panel
from tests.tui.desk import Desk, desk
from tests.tui.doors import CLOSED, CODES, HALLS, NO_NETWORK, OPEN, TAKEN, Server, qr_of
from tests.tui.hall import Hall, Venue, pen
from tests.tui.states import STATES, running

QR = qr_of("")


@pytest.fixture(scope="module")
def halls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Hall]]:
    venue = Venue(tmp_path_factory.mktemp("joining"))
    yield {name: STATES[name](venue) for name in ("before", "running", "overrun", "protected", "ended")}
    venue.close()


@given(
    state=st.sampled_from(["before", "running", "overrun", "protected", "ended"]),
    server=st.sampled_from(sorted(HALLS)),
    width=st.integers(1, 220),
    height=st.integers(1, 70),
    language=st.sampled_from(Language),
    light=st.booleans(),
    look=st.builds(
        JoiningLook,
        st.sampled_from([None, *Role]),
        st.sampled_from([None, "a1", "c3", "left"]),
        st.booleans(),
        st.sampled_from([None, Status("Đã mở."), Status("Không làm được " * 20, bad=True)]),
    ),
    qr=st.sampled_from([QR, ()]),
)
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_panel_fits_every_terminal(
    halls: dict[str, Hall],
    state: str,
    server: str,
    width: int,
    height: int,
    language: Language,
    light: bool,
    look: JoiningLook,
    qr: tuple[str, ...],
) -> None:
    draws = aware(pen(language, LIGHT if light else DARK), halls[state].now)
    picture = joining_panel(HALLS[server], halls[state].now, draws, look, qr, width, height)
    assert len(picture) == height
    assert {cells(line) for line in picture} == {width}
    assert all("\n" not in segment.text for line in picture for segment in line)


def drawn(
    now: HallNow | None, it: Hall, width: int, height: int, look: JoiningLook | None = None
) -> list[tuple[Segment, ...]]:
    return joining_panel(now, it.now, pen(), look or JoiningLook(), QR, width, height)


def test_who_holds_a_role_stands_at_its_door(halls: dict[str, Hall]) -> None:
    now = halls["before"].now
    look = JoiningLook(Role.CREW)
    for size in ((120, 40), (80, 24)):
        picture = joining_panel(HALLS["open"], now, aware(pen(), now), look, QR, *size)
        assert "Lễ tân · Phòng Nội vụ thị xã" in words(picture)


def words(picture: list[tuple[Segment, ...]]) -> str:
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in picture)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("width", "height"), [(76, 22), (116, 38), (130, 42), (60, 16)])
def test_code_and_link_of_the_chosen_role_are_always_there_in_full(
    venue: Venue, role: Role, width: int, height: int
) -> None:
    said = words(drawn(OPEN, running(venue), width, height, JoiningLook(role)))
    assert f"http://192.168.1.7:8765/j/{CODES[role]}" in said
    assert " ".join(CODES[role]) in said
    if height >= 22:
        big = large(CODES[role])
        assert big is not None
        assert all(line.rstrip() in said for line in big)


@pytest.mark.parametrize(("width", "height", "is_there"), [(76, 22, False), (116, 38, True), (130, 42, True)])
def test_the_qr_code_stands_beside_the_list_where_there_is_room(
    venue: Venue, width: int, height: int, is_there: bool
) -> None:
    picture = drawn(OPEN, running(venue), width, height)
    code = [segment.text for line in picture for segment in line if segment.style == QR_INK]
    assert (code == list(QR)) is is_there


def test_at_80_by_24_enter_turns_to_the_qr_code(venue: Venue) -> None:
    picture = drawn(OPEN, running(venue), 76, 22, JoiningLook(Role.MUSIC, is_qr=True))
    assert [s.text for line in picture for s in line if s.style == QR_INK] == list(QR)
    assert f"/j/{CODES[Role.MUSIC]}" in words(picture)


def test_every_role_has_its_code_and_link_on_a_wide_screen(venue: Venue) -> None:
    said = words(drawn(OPEN, running(venue), 116, 38))
    whole = words(drawn(OPEN, running(venue), 130, 42))
    for role in Role:
        assert f"{' '.join(CODES[role])}  192.168.1.7:8765/j/{CODES[role]}" in said
        assert f"{' '.join(CODES[role])}  http://192.168.1.7:8765/j/{CODES[role]}" in whole


def test_the_count_is_not_forgotten_over_the_panel(venue: Venue) -> None:
    assert "5.2  còn lại 4:26   09:06:58" in words(drawn(OPEN, running(venue), 76, 22))


def test_who_is_connected_is_told_with_the_delay_and_who_is_gone_with_the_time(venue: Venue) -> None:
    lines = words(drawn(OPEN, running(venue), 116, 38)).splitlines()
    phone = next(line for line in lines if "iPhone" in line)
    assert "● iPhone · Safari  192.168.1.23" in phone
    assert "  trễ 12 ms" in phone
    gone = next(line for line in lines if "Android" in line)
    assert "✗ Android · Chrome" in gone
    assert "kết nối lần cuối 3:20 trước" in gone


@pytest.mark.parametrize(
    ("now", "advice"),
    [
        (None, "--no-web"),
        (TAKEN, "--port 0"),
        (TAKEN, "cổng 8765 đã có phần mềm khác dùng"),
        (CLOSED, "o để mở cho hội trường"),
        (NO_NETWORK, "Nối Wi-Fi"),
        (replace(OPEN, guests=()), "Chưa có máy nào"),
    ],
)
def test_what_is_empty_or_broken_says_what_to_do(venue: Venue, now: HallNow | None, advice: str) -> None:
    for width, height in ((76, 22), (116, 38)):
        said = " ".join(words(drawn(now, running(venue), width, height)).split())
        assert advice in said


def test_every_sign_of_a_code_has_its_own_large_letter() -> None:
    alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    shapes = {tuple(large(sign) or ()) for sign in alphabet}
    assert len(shapes) == len(alphabet)
    assert all(len(shape) == LETTERS_HEIGHT and {len(line) for line in shape} == {5} for shape in shapes)
    assert large("a?") is None


# Worked by keys


def panel_of(at: Desk) -> str:
    assert isinstance(at.console, Console)
    joining = next(screen for screen in at.console.screen_stack if isinstance(screen, Joining))
    canvas = joining.query_one(Canvas)
    return "\n".join(canvas.render_line(y).text.rstrip() for y in range(canvas.size.height))


async def until_panel_says(at: Desk, said: str) -> None:
    for _ in range(400):
        if said in panel_of(at):
            return
        await at.pilot.pause(0.01)
    raise AssertionError(f"never said {said!r}; the panel says:\n{panel_of(at)}")


@pytest.mark.parametrize("key", ["w", "ctrl+l"])
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_panel_opens_and_closes(
    venue: Venue, key: str, language: Language, size: tuple[int, int]
) -> None:
    async with desk(running(venue), size, language, hall=Server(OPEN).door()) as at:
        for closing in ("escape", key):
            await at.press(key)
            await until_panel_says(at, "http://192.168.1.7:8765/j/K7P2Q9")
            await at.press(closing)
            assert at.dialog is None
        assert at.console.failure is None


async def test_a_lone_horned_u_opens_the_panel_and_undoes_nothing(venue: Venue) -> None:
    async with desk(running(venue), hall=Server(OPEN).door()) as at:
        await at.press("h")
        await at.until(lambda now: now.phase is Phase.HELD)
        at.console.post_message(events.Key("latin_small_letter_u_with_horn", "ư"))
        for _ in range(100):
            await at.pilot.pause(0.01)
            if at.dialog is not None:
                break
        assert isinstance(at.dialog, Joining)
        assert at.engine.latest.phase is Phase.HELD


async def test_keys_of_the_show_call_nothing_from_the_panel(venue: Venue) -> None:
    async with desk(running(venue), hall=Server(OPEN).door()) as at:
        seq = at.engine.latest.seq
        await at.press("w", "space", "b", "u", "s", "h", "plus", "f9")
        assert at.engine.latest.seq == seq


async def test_the_hall_is_opened_only_after_a_question(venue: Venue) -> None:
    server = Server(CLOSED)
    async with desk(running(venue), hall=server.door()) as at:
        await at.press("w")
        await until_panel_says(at, "chỉ máy này vào được")
        await at.press("o")
        assert isinstance(at.dialog, Question)
        await at.press("escape")
        assert server.asked == []
        await at.press("o", "c")
        await until_panel_says(at, "đang mở cho hội trường")
        assert server.asked == ["open"]
        await at.press("o")
        await until_panel_says(at, "Đã ngắt")
        assert server.asked == ["open", "close"]


async def test_closing_the_hall_asks_first_while_somebody_is_in(venue: Venue) -> None:
    server = Server(OPEN)
    async with desk(running(venue), hall=server.door()) as at:
        await at.press("w", "o")
        assert isinstance(at.dialog, Question)
        await at.press("y")
        await until_panel_says(at, "Đã ngắt")
        assert server.asked == ["close"]


async def test_a_code_by_which_somebody_came_in_is_renewed_only_after_a_question(venue: Venue) -> None:
    server = Server(OPEN)
    async with desk(running(venue), hall=server.door()) as at:
        await at.press("w", "n")
        await until_panel_says(at, "Mã mới của Người điều hành: NEWABC")
        await until_panel_says(at, "http://192.168.1.7:8765/j/NEWABC")
        await at.press("down", "n")
        assert isinstance(at.dialog, Question)
        await at.press("c")
        await until_panel_says(at, "Mã mới của MC")
        assert server.asked == ["renew caller", "renew mc"]


async def test_the_chosen_guest_is_thrown_out_after_a_question(venue: Venue) -> None:
    server = Server(OPEN)
    async with desk(running(venue), hall=server.door()) as at:
        await at.press("w", "x")
        await until_panel_says(at, "Chọn một máy")
        await at.press("down", "down", "x")
        assert isinstance(at.dialog, Question)
        await at.press("enter")
        assert server.asked == []
        await at.press("x", "c")
        await until_panel_says(at, "Đã mời iPhone · Safari ra.")
        assert server.asked == ["throw out a1"]
        assert "192.168.1.23" not in panel_of(at)
        # The cursor falls back on the role it was removed from.
        assert isinstance(at.dialog, Joining)
        assert at.dialog.look.role is Role.MC


async def test_x_and_n_under_a_vietnamese_keyboard_ask_for_themselves(venue: Venue) -> None:
    server = Server(OPEN)
    async with desk(running(venue), hall=server.door()) as at:
        # w arrives as a vowel, and x as a tone on it.
        at.console.board.post_message(events.Key("latin_small_letter_u_with_horn", "ư"))
        for _ in range(100):
            await at.pilot.pause(0.01)
            if at.dialog is not None:
                break
        panel = at.dialog
        assert isinstance(panel, Joining)
        panel.post_message(events.Key("backspace", "\x7f"))
        panel.post_message(events.Key("latin_small_letter_u_with_horn_and_tilde", "ữ"))
        await until_panel_says(at, "Chọn một máy")


async def test_what_the_server_cannot_do_is_said(venue: Venue) -> None:
    server = Server(CLOSED, went_wrong="Address already in use")
    async with desk(running(venue), hall=server.door()) as at:
        await at.press("w", "o", "c")
        await until_panel_says(at, "✗ Không làm được: Address already in use")

        def ended(role: Role) -> Future[str]:
            raise RuntimeError(f"the show has ended before {role}")

    async with desk(running(venue), hall=replace(server.door(), renew=ended)) as at:
        await at.press("w", "n")
        await until_panel_says(at, "✗ Không làm được: RuntimeError")
        assert at.console.failure is None


async def test_a_taken_port_is_told_once_and_tried_again_from_the_panel(venue: Venue) -> None:
    server = Server(TAKEN)
    async with desk(running(venue), hall=server.door()) as at:
        await at.until_said("✗ Máy chủ cho hội trường không chạy được: cổng 8765")
        assert "chưa nối máy" in at.screen
        await at.press("w", "o")
        await until_panel_says(at, "Máy chủ đã chạy trên máy này.")
        assert server.asked == ["close"]


async def test_a_server_that_cannot_say_how_it_is_leaves_the_stage_alone(venue: Venue) -> None:
    def broken() -> HallNow:
        raise ValueError("no guests")

    async with desk(running(venue), hall=replace(Server(OPEN).door(), now=broken)) as at:
        await at.until_said("ValueError: no guests")
        assert "ĐANG DIỄN RA  5.2" in at.screen
        assert at.console.failure is None


async def test_q_in_the_panel_leaves_as_everywhere(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("w")
        await until_panel_says(at, "--no-web")
        await at.press("q")
        for _ in range(100):
            await at.pilot.pause(0.01)
            if isinstance(at.dialog, Question):
                break
        assert isinstance(at.dialog, Question)


# Messages on the console


async def test_a_message_from_the_hall_stands_in_header_and_status_until_esc(venue: Venue) -> None:
    async with desk(running(venue), hall=Server(OPEN).door()) as at:
        at.engine.ask(c.SendMessage(Role.CALLER, "Chưa xong 50% {to}"), "music").result(5)
        said = "Âm thanh nhắn: Chưa xong 50% {to}"
        await at.until_said(said)
        assert said in at.screen.splitlines()[0]
        assert f"{said}   Esc đã xem" in at.screen
        for _ in range(80):
            at.console.board.beat()
        assert said not in at.screen.splitlines()[0]
        assert said in at.screen
        await at.press("escape")
        assert said not in at.screen


async def test_opening_the_log_reads_every_message(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        for text in ("một", "hai"):
            at.engine.ask(c.SendMessage(Role.CALLER, text), "mc").result(5)
        await at.until_said("còn 1 tin")
        await at.press("f6")
        assert "MC → Người điều hành: hai" in at.screen
        await at.press("f2")
        assert "Esc đã xem" not in at.screen


async def test_no_message_ever_stands_on_the_display(venue: Venue) -> None:
    async with desk(running(venue), hall=Server(OPEN).door()) as at:
        await at.press("f5")
        assert at.console.board.face is Face.DISPLAY
        at.engine.ask(c.SendMessage(Role.CALLER, "hết pin"), "music").result(5)
        await at.until(lambda now: bool(now.messages))
        for _ in range(100):
            at.console.board.beat()
        assert "hết pin" not in at.screen
        assert "máy" not in at.screen
        # Its time in the header begins when it can be seen.
        await at.press("f2")
        assert "hết pin" in at.screen.splitlines()[0]


async def test_a_ready_message_is_chosen_by_arrows_and_sent_by_enter(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("m", "down", "down", "enter")
        snapshot = await at.until(lambda now: len(now.messages) == 1)
        assert (snapshot.messages[0].to, snapshot.messages[0].text) == (Role.SPEAKER, "Còn 1 phút")


async def test_a_ready_message_can_be_changed_and_is_then_ones_own(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("m", "down", *" nua 100% {x}", "enter")
        snapshot = await at.until(lambda now: len(now.messages) == 1)
        assert snapshot.messages[0].text == "Còn 5 phút nua 100% {x}"


async def test_going_past_the_ready_messages_empties_the_field_and_keeps_ones_own_words(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("m", "down", "up", "enter")
        assert at.dialog is not None
        await at.press(*"xin cho", "enter")
        snapshot = await at.until(lambda now: len(now.messages) == 1)
        assert snapshot.messages[0].text == "xin cho"
