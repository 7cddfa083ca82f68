"""How wrong guesses are slowed. Time is a number here."""

from __future__ import annotations

from runofshow.hall.guesses import ADDRESSES, FORGIVEN, FREE, PER_MINUTE, Guesses


def test_people_mistype_and_are_not_slowed() -> None:
    guesses = Guesses()
    for _ in range(FREE - 1):
        guesses.wrong("a", 0.0)
        assert guesses.wait("a", 0.0) == 0
    guesses.right("a")
    for _ in range(FREE - 1):
        guesses.wrong("a", 1.0)
    assert guesses.wait("a", 1.0) == 0


def test_each_wrong_guess_more_waits_twice_as_long_up_to_a_minute() -> None:
    guesses, waits, now = Guesses(), [], 0.0
    for _ in range(FREE + 8):
        guesses.wrong("a", now)
        waits.append(guesses.wait("a", now))
        now += waits[-1]
    assert waits == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_guessing_from_many_addresses_is_slowed_for_all_of_them_and_for_nobody_else() -> None:
    guesses = Guesses()
    for number in range(PER_MINUTE):
        guesses.wrong(f"192.168.1.{number}", 0.0)
    assert guesses.wait("192.168.1.0", 1.0) == 59.0
    assert guesses.wait("192.168.1.200", 1.0) == 0.0, "it has never guessed wrong"
    assert guesses.wait("192.168.1.0", 60.5) == 0.0


def test_an_address_starts_anew_after_a_while() -> None:
    guesses = Guesses()
    for _ in range(FREE + 3):
        guesses.wrong("a", 0.0)
    assert guesses.wait("a", FORGIVEN + 1) == 0
    guesses.wrong("a", FORGIVEN + 1)
    assert guesses.wait("a", FORGIVEN + 1) == 0


def test_a_right_guess_does_not_wash_a_guesser_clean() -> None:
    guesses = Guesses()
    for _ in range(FREE):
        guesses.wrong("a", 0.0)
    guesses.right("a")
    guesses.wrong("a", 2.0)
    assert guesses.wait("a", 2.0) == 2.0


def test_only_so_many_addresses_are_remembered() -> None:
    guesses = Guesses()
    for number in range(ADDRESSES + 50):
        guesses.wrong(str(number), 0.0)
    assert len(vars(guesses)["_marks"]) == ADDRESSES
