"""The pages ask in the words of the commands: another name or field would be refused in the hall."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import runofshow.web
from runofshow.core.ask import wire_fields
from runofshow.core.commands import COMMANDS
from runofshow.web.api import AT_THE_DOORS

PAGES = Path(runofshow.web.__file__).parent / "pages"
WRITTEN = re.compile(r'\{ do: "(\w+)"([^{}]*)\}')
CALLS = re.compile(r"\([^()]*\)")
FIELD = re.compile(r"[,{] *(\w+)(?=:|,| *$)")
KNOWN = {**COMMANDS, **AT_THE_DOORS}
ORDERS = [
    (script.name, name, rest)
    for script in sorted(PAGES.glob("*.js"))
    for name, rest in WRITTEN.findall(script.read_text(encoding="utf-8"))
]


def test_the_orders_of_the_pages_are_found() -> None:
    assert len(ORDERS) > 30


@pytest.mark.parametrize(("script", "name", "rest"), ORDERS)
def test_a_page_asks_what_can_be_asked(script: str, name: str, rest: str) -> None:
    fields = {field.encode_name for field in wire_fields(KNOWN[name])}
    told = CALLS.sub("", CALLS.sub("", rest))
    assert set(FIELD.findall(told)) <= fields, script
