"""What was typed as an address, and what can be opened by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.line.address import Address, BadAddress, Flaw, read_address


@pytest.mark.parametrize(
    ("url", "code", "means"),
    [
        ("http://192.168.1.7:8765/j/K7PQ2M", None, Address("192.168.1.7", 8765, "K7PQ2M", None)),
        ("http://192.168.1.7:8765/j/K7PQ2M/", None, Address("192.168.1.7", 8765, "K7PQ2M", None)),
        (" 192.168.1.7:8765/j/k7pq2m ", None, Address("192.168.1.7", 8765, "k7pq2m", None)),
        ("http://may-chu.local:8765", "K7P-Q2M", Address("may-chu.local", 8765, "K7P-Q2M", None)),
        ("http://may-chu.local:8765/mc", "K7PQ2M", Address("may-chu.local", 8765, "K7PQ2M", None)),
        ("HTTP://MAY-CHU", "K7PQ2M", Address("may-chu", 80, "K7PQ2M", None)),
        ("http://[fe80::1]:9000/j/K7PQ2M", None, Address("fe80::1", 9000, "K7PQ2M", None)),
        ("http://a:1/j/AAAAAA", "BBBBBB", Address("a", 1, "BBBBBB", None)),
        (
            "localhost:8765",
            "a-token-of-enough-signs",
            Address("localhost", 8765, None, "a-token-of-enough-signs"),
        ),
    ],
)
def test_an_address_says_where_and_by_what_right(url: str, code: str | None, means: Address) -> None:
    assert read_address(url, code) == means


@pytest.mark.parametrize(
    ("url", "code", "flaw"),
    [
        ("https://a:8765/j/K7PQ2M", None, Flaw.NOT_HTTP),
        ("file:///j/K7PQ2M", None, Flaw.NOT_HTTP),
        ("http:///j/K7PQ2M", None, Flaw.NO_HOST),
        ("", "K7PQ2M", Flaw.NO_HOST),
        ("http://[fe80::1/j/K7PQ2M", None, Flaw.NO_HOST),
        ("http://a:port/j/K7PQ2M", None, Flaw.BAD_PORT),
        ("http://a:99999/j/K7PQ2M", None, Flaw.BAD_PORT),
        ("http://a:0/j/K7PQ2M", None, Flaw.BAD_PORT),
        ("http://a:8765", None, Flaw.NO_CODE),
        ("http://a:8765/mc", None, Flaw.NO_CODE),
        ("http://a:8765/j/", "  ", Flaw.NO_CODE),
        ("http://a:8765", "MÃ VÀO", Flaw.BAD_CODE),
        ("http://a:8765", "A\r\nX: y", Flaw.BAD_CODE),
        ("http://a:8765/j/A%0d%0aX", None, Flaw.BAD_CODE),
    ],
)
def test_an_address_that_leads_nowhere_says_what_it_lacks(url: str, code: str | None, flaw: Flaw) -> None:
    with pytest.raises(BadAddress) as bad:
        read_address(url, code)
    assert bad.value.flaw is flaw


@given(st.text(max_size=60), st.none() | st.text(max_size=300))
def test_whatever_is_typed_is_an_address_or_a_flaw(url: str, code: str | None) -> None:
    try:
        address = read_address(url, code)
    except BadAddress:
        return
    right = address.code or address.token
    assert address.host
    assert right
    assert right.isascii()
    assert right.isprintable()
    assert (address.code is None) != (address.token is None)
    assert 1 <= address.port <= 65535
