"""The tree as a filled-in form, with every value that does not fit its key.

One wrong value must not hide the rest: what does not fit is taken out or stood in for, so that the checks
across the form (checks.py) still run over all that could be read. Such a mended form never becomes an agenda.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from runofshow.agenda_file.complaint import Complaint, Place, Reporter
from runofshow.agenda_file.fitting import Amiss, FieldError, Misfit, Path, fit, keys, other_names
from runofshow.agenda_file.form import (
    KEYS,
    AgendaForm,
    AwardForm,
    CrewForm,
    CueForm,
    DutyForm,
    HandinForm,
    ItemForm,
    PeriodForm,
    RecipientForm,
    SessionForm,
    TimecodeForm,
    TrackForm,
)
from runofshow.agenda_file.notation import NotationError
from runofshow.agenda_file.passwords import PASSWORDS
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.remedies import SITTING, to_add, to_move, to_write, to_write_in_one_line
from runofshow.agenda_file.signal_form import GearForm, MscForm, SignalForm
from runofshow.agenda_file.spoken_keys import KEY_ALIASES
from runofshow.agenda_file.tree import Listing, Mapping, Node, Scalar
from runofshow.agenda_file.wording import Quoted, fold, nearest

if TYPE_CHECKING:
    from msgspec import Struct

Data = str | list["Data"] | dict[str, "Data"]

MOST_ERRORS: Final = 1000
"""Beyond so many wrong values the file is not mended to look for more."""
MOST_SUGGESTIONS: Final = 100
"""The first complaints of a hostile file get a suggestion; finding one takes a millisecond."""
_MODELS: dict[str, tuple[str, type[Struct]]] = {
    "sessions": ("session", SessionForm),
    "items": ("item", ItemForm),
    "parts": ("item", ItemForm),
    "cues": ("cue", CueForm),
    "tracks": ("track", TrackForm),
    "signals": ("signal", SignalForm),
    "gear": ("gear", GearForm),
    "msc": ("msc", MscForm),
    "duties": ("duty", DutyForm),
    "period": ("period", PeriodForm),
    "crew": ("crew", CrewForm),
    "handin": ("handin", HandinForm),
    "timecode": ("timecode", TimecodeForm),
    "award": ("award", AwardForm),
    "recipients": ("recipient", RecipientForm),
}
"""What the mapping under a key is; anything else is the agenda itself."""

_PASSWORD_WORDS: Final = frozenset({"password", "pass", "pw", "mat khau", "mk"})


def read_form(root: Mapping, report: Reporter) -> tuple[AgendaForm | None, list[Complaint]]:
    """The form, mended where there are complaints; None when it cannot be mended or is not worth it."""
    places = Places(root)
    complaints = list(_duplicate_keys(root, report))
    data = data_of(root)
    for _ in range(3):
        form, misfits = fit(AgendaForm, data)
        if form is not None:
            return form, complaints
        told = [
            _complaint(each, places, report, may_suggest=index < MOST_SUGGESTIONS)
            for index, each in enumerate(misfits[:MOST_ERRORS])
        ]
        complaints += _without_meant(misfits, told)
        if len(misfits) > MOST_ERRORS:
            rest = len(misfits) - MOST_ERRORS
            return None, [*complaints, report.error("more_complaints", root.place, count=rest)]
        for each in misfits:
            _mend(data, each.path)
    return None, complaints


def _without_meant(misfits: Sequence[Misfit], told: Sequence[Complaint]) -> Iterator[Complaint]:
    """The complaints but for a key that is missing only because it is written otherwise beside."""
    meant: set[tuple[str | int | None, ...]] = set()
    for misfit, each in zip(misfits, told, strict=False):
        about, above = dict(each.about), misfit.path[:-1]
        meant.add((*above, about.get("suggestion")))
        if each.code == "unknown_key" and about.get("hint") == "write":
            # the hour of `7h30: Chào cờ`, answered with the whole item
            meant |= {(*above, "title"), (*above, "kind")}
    for misfit, each in zip(misfits, told, strict=False):
        if each.code != "missing_key" or misfit.path not in meant:
            yield each


def _duplicate_keys(node: Node, report: Reporter) -> Iterator[Complaint]:
    if isinstance(node, Listing):
        for each in node.nodes:
            if not isinstance(each, Scalar):
                yield from _duplicate_keys(each, report)
        return
    if isinstance(node, Scalar):
        return
    if len({key.text for key, _ in node.entries}) == len(node.entries):
        for _, value in node.entries:
            if not isinstance(value, Scalar):
                yield from _duplicate_keys(value, report)
        return
    seen: dict[str, Place] = {}
    for key, value in node.entries:
        if key.text in seen:
            about = {"hint": "sessions", "write": SITTING} if key.text == "items" else {}
            if key.text == "title" and isinstance(value, Scalar):
                about = {"hint": "new_item", "write": f"- title: {value.text}"}
            yield report.error("duplicate_key", key.place, key=key.text, first=seen[key.text].line, **about)
        seen.setdefault(key.text, key.place)
        yield from _duplicate_keys(value, report)


def data_of(node: Node) -> dict[str, Data] | list[Data] | str:
    """Plain data: the first of duplicate keys, and no key whose value is null."""
    if isinstance(node, Scalar):
        return node.text if node.plain else Quoted(node.text)
    if isinstance(node, Listing):
        return [data_of(each) for each in node.nodes]
    data: dict[str, Data] = {}
    for key, value in node.entries:
        if key.text in data:
            continue
        if not isinstance(value, Scalar):
            data[key.text] = data_of(value)
        elif not value.is_null:
            data[key.text] = value.text if value.plain else Quoted(value.text)
    return data


def _model(path: Sequence[str | int]) -> tuple[str, type[Struct]]:
    """What kind of mapping stands at `path`, and its model."""
    names = [step for step in path if isinstance(step, str)]
    if names[:1] == ["gear"] and len(path) > 1:
        names = names[:1]  # behind it stand ids of anybody's own
    elif names == ["gear"]:
        return "agenda", AgendaForm
    return _MODELS.get(names[-1], ("agenda", AgendaForm)) if names else ("agenda", AgendaForm)


def model_at(path: Sequence[str | int]) -> type[Struct]:
    """The model of the mapping at `path`."""
    return _model(path)[1]


def _complaint(misfit: Misfit, places: Places, report: Reporter, *, may_suggest: bool) -> Complaint:
    path = misfit.path
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    spot = f"{key}.{path[-1]}" if path and isinstance(path[-1], int) else key
    match misfit.why:
        case Amiss.MISSING:
            where, _ = _model(path[:-1])
            place = places.of_key(path) if places.node(path) is not None else places.of(path[:-1])
            return report.error(
                "missing_key", place, key=key, where=where, **(to_add(path, places) if may_suggest else {})
            )
        case Amiss.UNKNOWN:
            return _unknown_key(path, key, places, report, may_suggest=may_suggest)
        case Amiss.NO_MAPPING:
            is_row = spot != key and key in _MODELS
            expected = "mappings" if is_row else "mapping"
            about = {"key": key if is_row else spot, "expected": expected}
            return report.error("wrong_type", places.of(path), **about, **to_write(path, key, places))
        case Amiss.NO_LIST:
            about = {"key": spot, "expected": "list"}
            return report.error("wrong_type", places.of(path), **about, **to_write(path, key, places))
        case FieldError(code=code, suggest=suggest, about=about):
            near = suggest() if may_suggest else ""
            more = to_write_in_one_line(path, key, places) if code == "wrong_type" else {}
            return report.error(code, places.of(path), **{"key": spot, "suggestion": near} | about | more)
        case NotationError(code=code, text=text, suggestion=suggestion):
            return report.error(code, places.of(path), key=spot, text=text, suggestion=suggestion)


def _unknown_key(
    path: Sequence[str | int], key: str, places: Places, report: Reporter, *, may_suggest: bool
) -> Complaint:
    where, model = _model(path[:-1])
    known = model.__struct_encode_fields__
    spoken = {**KEY_ALIASES, **other_names(model)}
    aliases = {alias: meant for alias, meant in spoken.items() if meant in known}
    near = nearest(key, known, aliases) if may_suggest else ""
    # a key of the format that only stands in the wrong place is not mistyped
    moved = to_move(key, where, places.node(path)) if near in ("", "sessions") or key in KEYS else {}
    about = {
        "key": key,
        "where": where,
        "known": ", ".join(known),
        "suggestion": "" if moved else near,
    } | moved
    if where == "gear" and fold(key) in _PASSWORD_WORDS:
        return report.error("password_in_plan", places.of_key(path), key=key, file=PASSWORDS)
    code = "unknown_crew_role" if where == "crew" else "unknown_key"
    return report.error(code, places.of_key(path), **about)


def _mend(data: object, path: Path) -> None:
    """Take the wrong value out, or stand in for it where the form cannot do without."""
    holder: object = data
    for step in path[:-1]:
        if isinstance(holder, dict):
            holder = holder.get(step)
        elif isinstance(holder, list) and isinstance(step, int):
            holder = holder[step]
    last = path[-1] if path else None
    if isinstance(holder, list) and isinstance(last, int):
        # Never taken out: the places of what follows would shift.
        holder[last] = _stand_in_for(path)
    elif isinstance(holder, dict) and isinstance(last, str):
        _, model = _model(path[:-1])
        known = keys(model).get(last)
        if model is CueForm and last == "to":
            # Whoever was meant: a track or an act that does not fit the stand-in would be a second complaint.
            holder.clear()
        if known is not None and known.is_needed:
            holder[last] = _needed(last, path)
        else:
            holder.pop(last, None)


def _stand_in_for(path: Sequence[str | int]) -> object:
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if key == "also":
        return "other"
    if key == "guessed":
        return "title"
    if key not in _MODELS:
        return "?"
    _, model = _MODELS[key]
    return {name: _needed(name, path) for name, known in keys(model).items() if known.is_needed}


def _needed(key: str, path: Sequence[str | int]) -> object:
    match key:
        case "kind":
            return "other"
        case "to":
            return "mc"
        case "on":
            # whatever narrows the signal down, or is filled in, fits it
            return "cue_gone"
        case "from":
            return "ltc"
        case "items":
            return []
        case "id":
            return "stand-in-" + "-".join(str(step) for step in path if isinstance(step, int))
        case _:
            return "?"
