"""Hot keys under a Vietnamese keyboard."""

from __future__ import annotations

import pytest

from runofshow.tui.faces import Face, Seat
from runofshow.tui.keys import Act, Pick, Reply, keys_of, order_for_key, order_for_sign
from runofshow.tui.vietnamese_keys import BREATH, Typist, added_mark

CONTRACT = {
    "n": Act.ADVANCE,
    "s": Act.STANDBY,
    "h": Act.HOLD,
    "+": Act.MORE,
    "=": Act.MORE,
    "-": Act.LESS,
    "u": Act.UNDO,
    "U": Act.REDO,
    "b": Act.BACK,
    "x": Act.SKIP,
    "J": Act.MOVE_DOWN,
    "K": Act.MOVE_UP,
    "e": Act.EDIT,
    "i": Act.INSERT,
    "m": Act.MESSAGE,
    "t": Act.NOTE,
    "?": Act.HELP,
    "q": Act.LEAVE,
    "/": Act.SEARCH,
    ".": Act.FOLLOW,
    "a": Act.AWARD,
    "w": Act.JOINING,
}


@pytest.mark.parametrize(("sign", "act"), CONTRACT.items())
def test_the_keys_of_the_stage(sign: str, act: Act) -> None:
    assert order_for_sign(sign, Face.STAGE) is act


@pytest.mark.parametrize(
    ("key", "act"),
    [
        ("space", Act.GO),
        ("enter", Act.JUMP),
        ("f2", Act.STAGE),
        ("f3", Act.MC),
        ("f4", Act.MUSIC),
        ("f5", Act.DISPLAY),
        ("f6", Act.LOG),
        ("f7", Act.FADE),
        ("f8", Act.STOP),
        ("f9", Act.PANIC),
        ("ctrl+n", Act.ADVANCE),
        ("ctrl+s", Act.STANDBY),
        ("ctrl+t", Act.HOLD),
        ("ctrl+z", Act.UNDO),
        ("ctrl+y", Act.REDO),
        ("ctrl+l", Act.JOINING),
        ("escape", Act.READ),
    ],
)
def test_the_keys_without_a_letter(key: str, act: Act) -> None:
    assert order_for_key(key, Face.STAGE) is act


@pytest.mark.parametrize(
    ("sign", "act"),
    [
        ("ê", Act.EDIT),
        ("Ễ", Act.EDIT),
        ("ù", Act.UNDO),
        ("Ú", Act.UNDO),
        ("í", Act.INSERT),
        ("N", Act.ADVANCE),
    ],
)
def test_a_marked_or_capital_letter_answers_like_its_plain_one(sign: str, act: Act) -> None:
    assert order_for_sign(sign, Face.STAGE) is act


@pytest.mark.parametrize("sign", ["j", "k", "1", "ý"])
def test_a_letter_without_an_order_asks_for_nothing_on_the_stage(sign: str) -> None:
    assert order_for_sign(sign, Face.STAGE) is None


@pytest.mark.parametrize("face", [Face.MC, Face.MUSIC])
def test_a_role_answers_by_k_or_enter_and_space_still_goes(face: Face) -> None:
    assert order_for_sign("k", face) is Act.ACKNOWLEDGE
    assert order_for_key("enter", face) is Act.ACKNOWLEDGE
    assert order_for_key("space", face) is Act.GO
    assert order_for_sign("n", face) is Act.ADVANCE
    assert order_for_sign("x", face) is None


@pytest.mark.parametrize("digit", range(1, 10))
def test_a_digit_picks_a_track_on_the_music_face_alone(digit: int) -> None:
    assert order_for_sign(str(digit), Face.MUSIC) == Pick(digit)
    others = set(Face) - {Face.MUSIC, Face.AWARD}
    assert all(order_for_sign(str(digit), face) is None for face in others)
    # a number there is collected up to Enter: a card's code, or a place on the tray
    assert order_for_sign(str(digit), Face.AWARD) is Act.CARD


@pytest.mark.parametrize("face", Face)
def test_silence_is_one_key_away_on_every_face(face: Face) -> None:
    assert [order_for_key(key, face) for key in ("f7", "f8", "f9")] == [Act.FADE, Act.STOP, Act.PANIC]


@pytest.mark.parametrize("seat", [seat for seat in Seat if seat is not Seat.PLAYER])
def test_space_and_enter_answer_at_every_screen_and_call_nothing(seat: Seat) -> None:
    assert {order_for_key(key, seat) for key in ("space", "enter")} == {Act.ACKNOWLEDGE}


@pytest.mark.parametrize("seat", [Seat.MC, Seat.MUSIC, Seat.HAND])
def test_a_digit_at_a_screen_is_a_ready_answer(seat: Seat) -> None:
    assert [order_for_sign(sign, seat) for sign in "1459"] == [Reply(1), Reply(4), None, None]


def test_before_the_player_digits_play_and_the_ready_answers_are_on_f2_to_f5() -> None:
    assert order_for_sign("4", Seat.PLAYER) == Pick(4)
    assert [order_for_key(f"f{number}", Seat.PLAYER) for number in (2, 5)] == [Reply(1), Reply(4)]
    assert order_for_key("f6", Seat.PLAYER) is order_for_sign("g", Seat.PLAYER) is Act.GO


def test_no_two_orders_share_a_key_in_one_place() -> None:
    for place in (*Face, *Seat):
        taken = [key for hot in keys_of(place) for key in (*hot.letters, *hot.keys)]
        assert len(taken) == len(set(taken))


def typed(*strokes: str, gap: float = 1.0) -> list[str]:
    """The signs that were meant. A stroke of several signs comes in one read; `<` is a backspace."""
    typist, at, meant = Typist(), 100.0, []
    for stroke in strokes:
        for sign in stroke:
            at += 0.0001
            if sign == "<":
                typist.backspace(at)
            elif (what := typist.sign(sign, at)) is not None:
                meant.append(what)
        at += gap
    return meant


def test_undo_then_stand_by_is_not_a_second_undo() -> None:
    # u, then s: the keyboard makes one letter of both.
    assert typed("u", "<ú") == ["u", "s"]


def test_undo_next_stand_by_is_not_undo_next_undo_next() -> None:
    assert typed("u", "n", "<<ún") == ["u", "n", "s"]


def test_a_doubled_letter_is_the_letter_twice() -> None:
    assert typed("e", "<ê") == ["e", "e"]


def test_taking_a_mark_back_is_the_letter_that_does_it() -> None:
    # u, s, s: the second s takes the tone away and stands by itself.
    assert typed("u", "<ú", "<us") == ["u", "s", "s"]


def test_a_held_back_letter_stands_for_its_plain_one() -> None:
    assert typed("ê") == ["ê"]
    assert order_for_sign("ê", Face.STAGE) is Act.EDIT


@pytest.mark.parametrize("sign", ["ư", "Ư", "ứ", "Ữ"])
@pytest.mark.parametrize("face", Face)
def test_a_lone_horned_u_is_the_w_that_made_it_and_never_an_undo(sign: str, face: Face) -> None:
    (meant,) = typed(sign)
    assert order_for_sign(meant, face) is Act.JOINING


def test_undo_then_w_is_both() -> None:
    assert typed("u", "<ư") == ["u", "w"]


def test_x_behind_a_w_that_became_a_vowel_is_x() -> None:
    assert typed("ư", "<ữ") == ["ư", "x"]


def test_a_backspace_by_hand_swallows_nothing() -> None:
    assert typed("u", "<", "n") == ["u", "n"]
    assert typed("<", "s", gap=BREATH * 2) == ["s"]


def test_an_unknown_word_before_a_rewriting_is_taken_as_it_stands() -> None:
    # The letters were typed into a dialog: nothing is known of them, and the rewriting is one press.
    assert typed("<ú") == ["ú"]


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [("u", "ú", "s"), ("u", "ư", "w"), ("d", "đ", "d"), ("un", "ùn", "f"), ("ê", "ế", "s"), ("ú", "u", None)],
)
def test_the_key_is_the_one_whose_mark_was_added(before: str, after: str, key: str | None) -> None:
    assert added_mark(before, after) == key
