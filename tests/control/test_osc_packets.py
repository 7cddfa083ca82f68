"""Datagrams from strangers: what python-osc's own builders make is read, all else is no OSC."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from runofshow.control.osc_packets import (
    BUNDLE,
    DEEPEST_BUNDLE,
    LONGEST_PACKET,
    MOST_MESSAGES,
    Argument,
    Message,
    NotOsc,
    read_packet,
)

NOW = b"\0" * 7 + b"\1"

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
arguments = (
    texts
    | st.integers(-(2**63), 2**63 - 1)
    | st.booleans()
    | st.none()
    | st.floats(width=32, allow_nan=False)
)


def osc(address: str, *args: Any) -> bytes:
    builder = OscMessageBuilder(address)
    for arg in args:
        builder.add_arg(arg)
    return bytes(builder.build().dgram)


def bundle(*parts: bytes) -> bytes:
    return BUNDLE + NOW + b"".join(struct.pack(">i", len(part)) + part for part in parts)


@given(texts, st.lists(arguments, max_size=16))
def test_what_a_sender_builds_is_read(address: str, args: list[Argument]) -> None:
    assert read_packet(osc(f"/{address}", *args)) == (Message(f"/{address}", tuple(args)),)


def test_a_message_without_kinds_has_no_arguments() -> None:
    assert read_packet(b"/go\0") == (Message("/go", ()),)


def test_bundles_of_bundles_are_read_in_order_whatever_their_moment() -> None:
    inner, outer = OscBundleBuilder(IMMEDIATELY), OscBundleBuilder(2_000_000_000)
    for number in (1, 2):
        inner.add_content(OscMessageBuilder(f"/{number}").build())
    outer.add_content(inner.build())
    outer.add_content(OscMessageBuilder("/3").build())
    assert [message.address for message in read_packet(outer.build().dgram)] == ["/1", "/2", "/3"]
    assert read_packet(bundle()) == ()


def test_only_so_deep_and_so_many() -> None:
    deep = osc("/go")
    for _ in range(DEEPEST_BUNDLE):
        deep = bundle(deep)
    assert len(read_packet(deep)) == 1
    with pytest.raises(NotOsc):
        read_packet(bundle(deep))
    assert len(read_packet(bundle(*[osc("/go")] * MOST_MESSAGES))) == MOST_MESSAGES
    with pytest.raises(NotOsc):
        read_packet(bundle(*[osc("/go")] * (MOST_MESSAGES + 1)))
    assert len(read_packet(osc("/go", "x" * (LONGEST_PACKET - 16)))) == 1
    with pytest.raises(NotOsc):
        read_packet(osc("/go", "x" * LONGEST_PACKET))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"go\0\0",
        b"/go",
        b"/go\0,i\0\0",
        b"/go\0,s\0\0abc",
        b"/go\0i\0\0\0\0\0\0\1",
        b"/\xff\xfe\0",
        b"/go\0,s\0\0\xff\xff\xff\0",
        # kinds that nobody needs, or that have no end
        b"/go\0,b\0\0\xff\xff\xff\xf0",
        b"/go\0,[[[\0\0\0\0",
        b"/go\0,z\0\0",
        b"/go\0,t\0\0" + b"\xff" * 8,
        osc("/go", *[1] * 17),
        # bundles whose sizes lead nowhere, backwards or beyond
        BUNDLE,
        BUNDLE + b"\0" * 7,
        BUNDLE + NOW + struct.pack(">i", 0),
        BUNDLE + NOW + struct.pack(">i", -4),
        BUNDLE + NOW + struct.pack(">i", -20),
        BUNDLE + NOW + struct.pack(">i", 2**31 - 1) + osc("/go"),
        BUNDLE + NOW + struct.pack(">i", 4) + b"none",
        BUNDLE + NOW + b"\0\0",
        bundle(osc("/go")) + b"\0",
    ],
)
def test_what_is_no_osc_is_refused(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotOsc):
        read_packet(data)
    # a warning would be written across the console
    assert capfd.readouterr() == ("", "")


def mutated(packet: bytes, place: int, byte: int, cut: int) -> bytes:
    changed = bytearray(packet)
    if changed:
        changed[place % len(changed)] = byte
    return bytes(changed[: len(changed) - cut])


@pytest.mark.parametrize(
    "packet",
    [
        lambda data, *_: data,
        lambda data, *_: b"/" + data,
        lambda data, *_: b"/go\0," + data,
        lambda data, *_: BUNDLE + data,
        lambda data, *_: bundle(data, osc("/go", "x"), data),
        lambda data, place, byte, cut: mutated(osc("/go", "token", 1, 2.5, True), place, byte, cut),
        lambda data, place, byte, cut: mutated(bundle(osc("/a"), bundle(osc("/b", "x"))), place, byte, cut),
    ],
)
@given(st.binary(max_size=200), st.integers(0, 10_000), st.integers(0, 255), st.integers(0, 20))
def test_any_bytes_are_messages_or_no_osc(
    packet: Callable[[bytes, int, int, int], bytes], data: bytes, place: int, byte: int, cut: int
) -> None:
    try:
        messages = read_packet(packet(data, place, byte, cut))
    except NotOsc:
        return
    assert all(message.address.startswith("/") for message in messages)
