"""What a person has to look at before a draft is trusted, as a value; its words are in texts/documents.py."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from runofshow.core.value import Json


class DoubtCode(StrEnum):
    """Stable: programs may rely on it. Each has its sentence in texts/documents.py, in both languages."""

    # of the file
    DELETED_WORDS = "deleted_words"
    """Words that a tracked change took out were left out, or may be among the rest."""
    OLD_LETTERS = "old_letters"
    """Letters of TCVN3 or VNI were turned into today's."""
    HIDDEN_SHEET = "hidden_sheet"
    HIDDEN_ROWS = "hidden_rows"
    MACROS = "macros"
    """The file carries macros; none was run."""
    PICTURES = "pictures"
    """Something stands in a picture, which is not read."""
    CUT_SHORT = "cut_short"
    """More was in the file than is read."""

    # of the programme
    NO_PROGRAMME = "no_programme"
    CHOSEN_PROGRAMME = "chosen_programme"
    """There are several; `about` names the one taken and the others."""
    NO_HOURS = "no_hours"
    """No item has a clock time."""
    OVERLAP = "overlap"
    """An item begins before the one above it ends; the paper's order is kept."""
    NO_FLAG_SALUTE = "no_flag_salute"
    NO_OPENING = "no_opening"
    """A ceremony's programme lists no such item; none is added."""
    BREAK_NOT_PLACED = "break_not_placed"
    """A snack is paid for, and no break is listed."""
    CLIP_NOT_PLACED = "clip_not_placed"
    """A clip is ordered, and no item shows it."""
    EXCHANGE_NOT_PLACED = "exchange_not_placed"
    ACTS_NOT_PLACED = "acts_not_placed"
    AWARD_AFTER_DIRECTIVE = "award_after_directive"
    LAUNCH_AFTER_DIRECTIVE = "launch_after_directive"
    """It comes after the guiding remarks, where most programmes have it before."""
    HALF_DAY_LIST = "half_day_list"
    """A whole day is announced, and the list fills half of one."""
    START_ELSEWHERE = "start_elsewhere"
    """The hour that is said for the whole is not that of any first item."""
    START_OF_RECEPTION = "start_of_reception"
    """The hour that is said for the whole is that of the reception, not of the ceremony."""
    COUNT_NOT_TIME = "count_not_time"
    """«(từ 3 - 4 tham luận)» was read as a number of papers."""
    JOINED = "joined"
    """One line does several things; it stays one."""
    SEVERAL_SPEAKERS = "several_speakers"
    PARTS_CONTRADICT = "parts_contradict"
    """The parts together take another time than their heading."""

    # of the lists of those honoured
    NOT_HONOURED = "not_honoured"
    """A row of a list that is nobody, and is left out."""
    SAME_NAMES = "same_names"
    WITHOUT_UNIT = "without_unit"
    FORM_GUESSED = "form_guessed"
    """Some lines of a list name what is handed over, and these do not."""
    AWARD_GUESSED = "award_guessed"
    """Several awards could be meant by a list."""
    AWARD_ADDED = "award_added"
    """No award of the programme is meant by a list: one is added behind all."""

    # of the conference
    TENTATIVE_DATE = "tentative_date"
    NO_DAY = "no_day"
    """Only a period is named."""
    TWO_EDITIONS = "two_editions"
    """One event has two numbers: «lần thứ IX» and «lần thứ X»."""
    EXACTLY = "exactly"
    """«dưới 200» and «trên 200» leave out exactly 200."""
    DUE_TOO_SOON = "due_too_soon"
    """What is due after the conference may be due before it has met."""
    NOISE = "noise"
    """Slips of a scanner, or signs of a web page."""


class Doubt(Struct, frozen=True):
    """One thing to look at. `about` holds the words its sentence names."""

    code: DoubtCode
    at: str = ""
    """The place as words: «bảng 2, dòng 5»; empty when it is about the whole."""
    about: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of(code: DoubtCode, at: str = "", **about: object) -> Doubt:
        return Doubt(code, at, tuple((name, str(value)) for name, value in about.items()))


def doubt_json(doubt: Doubt, sentence: str) -> dict[str, Json]:
    """As `import --json` prints it."""
    return {"code": doubt.code.value, "at": doubt.at, "text": sentence}
