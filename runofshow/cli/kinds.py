"""`kinds`: the catalogue, and the tracks that its cues play."""

from __future__ import annotations

import json

from rich.console import Console
from rich.text import Text

from runofshow.agenda_file.catalogue import Custom, DefaultCue, Kind, Said, catalogue, customs
from runofshow.agenda_file.formulas import Occasion
from runofshow.agenda_file.notation import write_anchor
from runofshow.cli.outcome import Outcome
from runofshow.core.agenda import Item
from runofshow.core.wire import Json, seconds
from runofshow.core.words import settled, words_of
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.texts.kinds import KINDS


def kinds(outcome: Outcome) -> int:
    """Print every kind with what custom gives it, and every track that custom plays."""
    language = outcome.language
    if outcome.asked.json:
        told: dict[str, Json] = {
            "kinds": [_kind_json(kind, language) for kind in catalogue().values()],
            "tracks": [_custom_json(custom, language) for custom in customs()],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    screen = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    for kind in catalogue().values():
        screen.print(_kind(kind, language))
    screen.print(_customs(language))
    return 0


def _kind(kind: Kind, language: Language) -> Text:
    words = KINDS[language]
    least, typical, most = kind.minutes
    said = Text()
    said.append(kind.id, "bold").append(f"  {kind.label(language)} · ")
    said.append(words.minutes.format(least=least, typical=typical, most=most))
    said.append(f" · {words.protected}" if kind.protected else "")
    for line in _words(kind, kind.mc, language).splitlines():
        said.append(f"\n    {words.words}: {line}")
    for cue in kind.cues:
        track = "" if (name := _names(cue)) is None else f"  [{name}]"
        role = CONSOLE[language].role(cue.to)
        said.append(f"\n    {write_anchor(cue.at)}  {role}: {cue.text(language)}{track}")
    return said.append("\n")


def _words(kind: Kind, formula: Said, language: Language) -> str:
    """What the MC says of an item of which nothing is known but its kind."""
    said = settled(formula.text(language), **Occasion("").known(language))
    return words_of(Item("", "", kind.label(language), kind.id, kind.typical, mc=said))


def _customs(language: Language) -> Text:
    words = KINDS[language]
    said = Text(f"{words.tracks}\n{words.tracks_how}\n")
    for custom in customs():
        name = f"mark: {custom.mark.value}" if custom.mark else f"id: {custom.id}"
        said.append(f"\n{name}", "bold").append(f"  {custom.label(language)}")
        said.append(f"\n    {words.by_words}: {', '.join((*custom.words, *custom.weak))}")
        said.append(f"\n    {words.used_in}: {', '.join(_used_in(custom))}")
    return said


def _names(cue: DefaultCue) -> str | None:
    """The line of a track that the cue finds."""
    return f"mark: {cue.mark.value}" if cue.mark else f"id: {cue.track}" if cue.track else None


def _used_in(custom: Custom) -> list[str]:
    wanted = custom.mark or custom.id
    return [
        kind.id
        for kind in catalogue().values()
        if any((cue.mark or cue.track) == wanted for cue in kind.cues)
    ]


def _kind_json(kind: Kind, language: Language) -> dict[str, Json]:
    least, typical, most = kind.minutes
    tracks = dict.fromkeys(cue.track for cue in kind.cues if cue.track)
    return {
        "id": kind.id,
        "label": kind.label(language),
        "minutes": {"least": least, "typical": typical, "most": most},
        "protected": kind.protected,
        "clock": kind.clock.value,
        "person": kind.person,
        "mc": _words(kind, kind.mc, language),
        "mc_heading": _words(kind, kind.mc_heading, language),
        "aliases": list(kind.aliases),
        "tracks": list(tracks),
        "marks": list(dict.fromkeys(cue.mark.value for cue in kind.cues if cue.mark)),
        "cues": [_cue_json(cue, language) for cue in kind.cues],
    }


def _cue_json(cue: DefaultCue, language: Language) -> dict[str, Json]:
    return {
        "to": cue.to.value,
        "do": cue.do.value,
        "text": cue.text(language),
        "at": write_anchor(cue.at),
        "go": cue.go.value,
        "standby_s": seconds(cue.standby),
        "fade_s": seconds(cue.fade),
        "track": cue.track,
        "mark": cue.mark.value if cue.mark else None,
    }


def _custom_json(custom: Custom, language: Language) -> dict[str, Json]:
    return {
        "id": None if custom.mark else custom.id,
        "mark": custom.mark.value if custom.mark else None,
        "label": custom.label(language),
        "words": [*custom.words, *custom.weak],
        "kinds": list(_used_in(custom)),
    }
