"""Plain data fitted into a form: the form, or everything that does not fit.

A form is a Struct, and each field of it says what stands under its key and what it is for:
`by: Annotated[Line | None, "Who speaks or acts"] = None`. What a key holds is a single value, a form, or a
list or a mapping of either; a key without a default must be there, and there are no others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from runofshow.agenda_file.notation import NotationError
from runofshow.agenda_file.wording import fold

Path = tuple[str | int, ...]
"""The way from the root to a value: ("items", 2, "cues", 0, "track")."""
Form = TypeVar("Form", bound=Struct)


def _no_suggestion() -> str:
    return ""


class FieldError(ValueError):
    """The value does not fit its key; `about` holds the words of the complaint.

    `suggest` finds what was meant. Only the first complaints ask for it: it takes a millisecond.
    """

    def __init__(self, code: str, suggest: Callable[[], str] = _no_suggestion, **about: object) -> None:
        super().__init__(code)
        self.code = code
        self.suggest = suggest
        self.about = about


class Value(Struct, frozen=True, eq=False):
    """A single value. Annotations ask for its hash, which its schema has not."""

    read: Callable[[object], object]
    """The value that is meant by what stands in the file. Raises FieldError or NotationError."""
    schema: Mapping[str, Any]
    """How an editor's schema shows it."""


class ListOf(Struct, frozen=True):
    each: Shape


class MappingOf(Struct, frozen=True):
    """A mapping whose keys are anybody's own."""

    each: Shape


class Either(Struct, frozen=True):
    """A single value, or a form that says more."""

    value: Value
    form: type[Struct]


Shape = Value | ListOf | MappingOf | Either | type[Struct]
"""What may stand under a key."""


class Key(Struct, frozen=True):
    """A key of a form."""

    field: str
    """What the form calls it: `from` is no name in Python."""
    shape: Shape
    description: str
    is_needed: bool


SHORT = 80
"""Signs of a text that may well stand in the plan again."""


class Amiss(Enum):
    """How data does not fit, where no single value is wrong."""

    MISSING = auto()
    UNKNOWN = auto()
    NO_MAPPING = auto()
    NO_LIST = auto()


class Misfit(Struct, frozen=True):
    path: Path
    """Of the value, or of the key that is missing or not known."""
    why: Amiss | FieldError | NotationError


@cache
def keys(form: type[Struct]) -> Mapping[str, Key]:
    """The keys of `form` as they are written in a file, in its order."""
    found = {}
    for field in fields(form):
        what, *_, description = get_args(field.type)
        shape = _shape(field.type) or _shape(what)
        assert shape is not None, field
        found[field.encode_name] = Key(field.name, shape, description, field.required)
    return found


@cache
def needed(form: type[Struct]) -> Mapping[str, None]:
    """The keys that must be there, in the order of the form."""
    return {name: None for name, key in keys(form).items() if key.is_needed}


def other_names(form: type[Struct]) -> Mapping[str, str]:
    """What people call the keys of `form`, folded, where it says so itself: each with the key meant."""
    return getattr(form, "OTHER_NAMES", {})


def _shape(said: Any) -> Shape | None:
    """What an annotation says; None of one that says it further inside."""
    match get_origin(said):
        case None:
            return said if isinstance(said, type) and issubclass(said, Struct) else None
        case origin if origin is Annotated:
            return next((each for each in get_args(said) if isinstance(each, Value)), None)
        case origin if origin is list:
            each = _shape(get_args(said)[0])
            return each and ListOf(each)
        case origin if origin is dict:
            each = _shape(get_args(said)[1])
            return each and MappingOf(each)
    found = [shape for each in get_args(said) if (shape := _shape(each))]
    match found:
        case [Value() as value, type() as form]:
            return Either(value, form)
        case _:
            return found[0] if found else None


def fit(form: type[Form], data: object) -> tuple[Form | None, list[Misfit]]:
    """The form filled in from `data`; None where anything does not fit."""
    misfits: list[Misfit] = []
    filled = _fit_form(form, data, (), misfits)
    return (None, misfits) if misfits else (filled, [])


def _fit(shape: Shape, data: object, path: Path, misfits: list[Misfit]) -> object:
    """What of `shape` is in `data`; of no use where there are misfits."""
    match shape:
        case Value():
            try:
                return shape.read(data)
            except (FieldError, NotationError) as error:
                misfits.append(Misfit(path, error))
                return None
        case ListOf():
            if isinstance(data, list):
                return [_fit(shape.each, each, (*path, index), misfits) for index, each in enumerate(data)]
            misfits.append(Misfit(path, Amiss.NO_LIST))
            return None
        case MappingOf():
            if isinstance(data, dict):
                return {key: _fit(shape.each, each, (*path, key), misfits) for key, each in data.items()}
            misfits.append(Misfit(path, Amiss.NO_MAPPING))
            return None
        case Either(value, form):
            return _fit(
                form if isinstance(data, dict) and _is_meant(form, data) else value, data, path, misfits
            )
        case _:
            return _fit_form(shape, data, path, misfits)


def _is_meant(form: type[Struct], data: dict[str, object]) -> bool:
    """Whether a mapping is a form, and not words with a colon in them."""
    if len(data) != 1:
        return True
    (key,) = data
    return key in keys(form) or other_names(form).get(fold(key)) in needed(form)


def _fit_form(form: type[Form], data: object, path: Path, misfits: list[Misfit]) -> Form | None:
    if not isinstance(data, dict):
        misfits.append(Misfit(path, Amiss.NO_MAPPING))
        return None
    before = len(misfits)
    known = keys(form)
    filled: dict[str, object] = {}
    if not data.keys() >= needed(form).keys():
        misfits += [Misfit((*path, name), Amiss.MISSING) for name in needed(form) if name not in data]
    for name, value in data.items():
        key = known.get(name)
        if key is None:
            misfits.append(Misfit((*path, name), Amiss.UNKNOWN))
        elif isinstance(key.shape, Value):
            try:
                is_short = type(value) is str and len(value) < SHORT
                filled[key.field] = _read(key.shape, value) if is_short else key.shape.read(value)
            except (FieldError, NotationError) as error:
                misfits.append(Misfit((*path, name), error))
        else:
            filled[key.field] = _fit(key.shape, value, (*path, name), misfits)
    return None if len(misfits) > before else form(**filled)


@lru_cache(maxsize=512)
def _read(value: Value, text: str) -> object:
    # kept: the same few kinds, roles and lengths stand in a long plan thousands of times
    return value.read(text)
