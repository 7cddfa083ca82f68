"""What complaints about an agenda file say, by subject.

Sentences without a full stop; `{named}` places are filled in. The field of a complaint has the name of its code.
`..._remedy` says what to do, and is empty when the message says it all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runofshow.texts import Language
from runofshow.texts.complaints import (
    across,
    cells,
    file,
    gear,
    keys,
    late,
    lists,
    music,
    notation,
    programme,
    speeches,
    times,
    words,
)

if TYPE_CHECKING:
    from msgspec import Struct

SUBJECTS: dict[Language, tuple[Struct, ...]] = {
    Language.VI: (
        words.VI,
        file.VI,
        notation.VI,
        keys.VI,
        times.VI,
        across.VI,
        gear.VI,
        programme.VI,
        music.VI,
        cells.VI,
        lists.VI,
        late.VI,
        speeches.VI,
    ),
    Language.EN: (
        words.EN,
        file.EN,
        notation.EN,
        keys.EN,
        times.EN,
        across.EN,
        gear.EN,
        programme.EN,
        music.EN,
        cells.EN,
        lists.EN,
        late.EN,
        speeches.EN,
    ),
}
SAME = {
    "unknown_midi_do_remedy": "unknown_rate_remedy",
    "unknown_projector_do_remedy": "unknown_action_remedy",
    "unknown_run_remedy": "unknown_action_remedy",
    "gear_without_order_remedy": "hint_add",
    "two_orders_remedy": "signal_to_both_remedy",
    "too_much_gear_remedy": "too_many_headers_remedy",
    "not_utf8_remedy": "wrong_encoding_remedy",
    "text_elsewhere_remedy": "list_elsewhere_remedy",
    "other_colon_remedy": "hint_write",
    "no_blank_after_colon_remedy": "hint_write",
    "no_colon_remedy": "hint_write",
    "no_blank_after_dash_remedy": "hint_write",
    "no_dash_remedy": "hint_write",
    "other_list_mark_remedy": "hint_write",
    "words_need_quotes_remedy": "hint_write",
    "semicolon_remedy": "hint_write",
    "cut_at_comma_remedy": "hint_write",
    "no_braces_remedy": "hint_write",
    "no_comma_remedy": "hint_write",
    "too_many_items_remedy": "too_many_nodes_remedy",
    "not_an_agenda_remedy": "empty_remedy",
    "cell_no_day_remedy": "cell_no_hour_remedy",
    "unknown_role_remedy": "unknown_crew_role_remedy",
    "unknown_clock_remedy": "unknown_action_remedy",
    "unknown_mark_remedy": "unknown_action_remedy",
    "unknown_go_remedy": "unknown_action_remedy",
    "unknown_when_remedy": "unknown_action_remedy",
    "unknown_layer_remedy": "unknown_action_remedy",
    "unknown_rite_remedy": "unknown_action_remedy",
    "unknown_level_remedy": "unknown_action_remedy",
    "unknown_address_remedy": "unknown_action_remedy",
    "unknown_guess_remedy": "unknown_action_remedy",
    "unknown_trigger_remedy": "unknown_action_remedy",
    "unknown_method_remedy": "unknown_action_remedy",
}
"""Remedies that another phrase says word for word."""


def phrase(name: str, language: Language) -> str:
    """The phrase of this name. Raises KeyError for one that nobody has written."""
    name = SAME.get(name, name)
    for subject in SUBJECTS[language]:
        said: str | None = getattr(subject, name, None)
        if said is not None:
            return said
    raise KeyError(name)
