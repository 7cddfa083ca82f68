"""An edit changes its own lines and no other, and the text then says what it was to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.editing.edits import NotEdited, drop, insert, move, put, put_all
from runofshow.agenda_file.editing.opening import opened
from runofshow.agenda_file.editing.rendering import plain_of
from runofshow.agenda_file.editing.written import Written, written

AGENDAS = sorted((Path(__file__).parents[3] / "agendas").glob("*.yaml"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in AGENDAS}
LINE = st.one_of(
    st.sampled_from(
        [
            "Chào cờ",
            "7h30",
            "07:30",
            "15'",
            "có",
            "null",
            "~",
            "- gạch đầu dòng",
            "a: b",
            "Mời # không phải chú thích",
            "“Nháy” và \"nháy\" và 'nháy'",
            "Thưa, kính thưa [các] {vị}",
            "&neo *sao !the |",
            "2020",
            "Ngày: ",
            "? hỏi",
        ]
    ),
    st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=40),
).map(lambda said: said.strip() or "x")
WORDS = st.one_of(LINE, st.lists(LINE, min_size=2, max_size=3).map("\n".join))


def lists_of(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every list of mappings."""
    if isinstance(data, dict):
        for key, each in data.items():
            if isinstance(each, list) and each and all(isinstance(one, dict) for one in each):
                yield (*path, key)
            yield from lists_of(each, (*path, key))
    elif isinstance(data, list):
        for index, each in enumerate(data):
            yield from lists_of(each, (*path, index))


def scalars_of(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every single value."""
    if isinstance(data, str):
        yield path
    for key, each in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from scalars_of(each, (*path, key))


def one_change(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that differ, taken out and put in: what is left when the same beginning and end are gone."""
    old, new = before.split("\n"), after.split("\n")
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return old[head : len(old) - tail], new[head : len(new) - tail]


def lines_of(source: Written, path: tuple[str | int, ...]) -> int:
    """How many lines the value has now."""
    node = source.node(path)
    assert node is not None
    return source.text[node.start : node.end].rstrip("\n").count("\n") + 1


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_new_value_changes_the_lines_of_the_old_one_alone(name: str, data: st.DataObject) -> None:
    source = written(TEXTS[name])
    path = data.draw(st.sampled_from(list(scalars_of(source.data))))
    value = data.draw(WORDS if path[-1] in ("notes", "mc", "backdrop", "decoration") else LINE)

    done = put(source, path, value)

    assert done.value(path) == plain_of(value)
    out, _ = one_change(source.text, done.text)
    assert len(out) <= lines_of(source, path) + 1
    assert source.text.count("#") - "".join(out).count("#") <= done.text.count("#")


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_new_key_adds_lines_and_takes_none_out(name: str, data: st.DataObject) -> None:
    source = written(TEXTS[name])
    at = data.draw(st.sampled_from(list(lists_of(source.data))))
    index = data.draw(st.integers(0, len(source.value(at) or ()) - 1))
    key = "other" if at[-1] in ("cues", "tracks", "duties", "signals", "sessions") else "decision"

    done = put(source, (*at, index, key), data.draw(LINE))

    out, new = one_change(source.text, done.text)
    in_braces = len(out) == 1 and len(new) == 1 and ("{" in out[0] or "}" in out[0])
    assert in_braces or (not out and len(new) == 1)


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25)
@given(data=st.data())
def test_an_element_put_in_and_taken_out_leaves_the_text_as_it_was(name: str, data: st.DataObject) -> None:
    source = written(TEXTS[name])
    at = data.draw(st.sampled_from(list(lists_of(source.data))))
    index = data.draw(st.integers(0, len(source.value(at) or ())))

    done = insert(source, at, index, {"title": data.draw(LINE), "notes": data.draw(WORDS)})

    out, _ = one_change(source.text, done.text)
    assert out in ([], [""]) or "{" in out[0]
    assert drop(done, (*at, index)).text == source.text


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25)
@given(data=st.data())
def test_a_moved_item_takes_its_comments_along_and_moves_no_other_line(
    name: str, data: st.DataObject
) -> None:
    source = written(TEXTS[name])
    ways = [path for path in lists_of(source.data) if path[-1] in ("items", "parts")]
    at, to = data.draw(st.sampled_from(ways)), data.draw(st.sampled_from(ways))
    index = data.draw(st.integers(0, len(source.value(at) or ()) - 1))
    place = data.draw(st.integers(0, len(source.value(to) or ())))
    if to[: len(at) + 1] == (*at, index):
        with pytest.raises(NotEdited):
            move(source, (*at, index), to, place)
        return

    done, path = move(source, (*at, index), to, place)

    assert done.value(path) == source.value((*at, index))
    was, now = (Counter(map(str.strip, text.split("\n"))) for text in (source.text, done.text))
    assert set((was - now) + (now - was)) <= {"parts:", "items: []", "items:"}


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25)
@given(data=st.data())
def test_windows_line_ends_and_a_byte_order_mark_stay(name: str, data: st.DataObject) -> None:
    content = b"\xef\xbb\xbf" + TEXTS[name].replace("\n", "\r\n").encode()
    file = opened(content, "agenda.yaml")
    assert file.content(file.written.text) == content
    path = data.draw(st.sampled_from(list(scalars_of(file.written.data))))

    done = put(file.written, path, data.draw(WORDS if path[-1] in ("notes", "mc") else LINE))

    assert done.text.count("\n") == done.text.count("\r\n")
    assert file.content(done.text).startswith(b"\xef\xbb\xbf")
    plain = put(written(TEXTS[name]), path, done.value(path) or "")
    assert done.text.replace("\r\n", "\n") == plain.text


# One by one


ITEMS = """\
title: Hội nghị
# Chú thích đầu.
items:
# của mục một
- title: Một   # ngay sau
  kind: other

  # giữa hai mục
- {title: Hai, kind: paper}
-   title: Ba
    kind: paper
    mc: |
      Kính thưa
      các đồng chí
    # sâu hơn: của mục Ba
    parts:
    - title: Ba một
      kind: paper
# cuối
duties: []"""


def test_a_comment_above_an_item_goes_with_it_and_one_deeper_stays_with_what_it_follows() -> None:
    done, path = move(written(ITEMS), ("items", 0), ("items",), 3)

    assert path == ("items", 2)
    assert done.text == ITEMS.replace(
        "# của mục một\n- title: Một   # ngay sau\n  kind: other\n\n  # giữa hai mục\n", ""
    ).replace(
        "# cuối\n", "# của mục một\n- title: Một   # ngay sau\n  kind: other\n\n  # giữa hai mục\n# cuối\n"
    )


def test_the_comment_on_the_line_of_a_value_stays_whatever_the_value_becomes() -> None:
    source = written(ITEMS)
    assert "- title: Mới   # ngay sau\n" in put(source, ("items", 0, "title"), "Mới").text
    assert (
        "- title: |   # ngay sau\n    Mới\n    hơn\n" in put(source, ("items", 0, "title"), "Mới\nhơn").text
    )


def test_an_item_goes_under_a_heading_that_had_no_parts_and_out_again() -> None:
    source = written(ITEMS)
    under, path = move(source, ("items", 2, "parts", 0), ("items", 0, "parts"), 0)
    assert path == ("items", 0, "parts", 0)
    assert "  kind: other\n  parts:\n    - title: Ba một\n      kind: paper\n" in under.text
    assert "    # sâu hơn: của mục Ba\n# cuối\n" in under.text

    out, path = move(under, path, ("items",), 1)
    assert path == ("items", 1)
    assert "- title: Ba một\n  kind: paper\n" in out.text
    assert "parts" not in out.text


def test_an_item_in_braces_takes_keys_and_parts_in_braces() -> None:
    source = put(written(ITEMS), ("items", 1, "by"), "Sở A, Sở B")
    assert '- {title: Hai, kind: paper, by: "Sở A, Sở B"}\n' in source.text
    done, _ = move(source, ("items", 0), ("items", 1, "parts"), 0)
    assert 'by: "Sở A, Sở B", parts: [{title: Một, kind: other}]}\n' in done.text


def test_what_holds_a_new_value_is_made_with_it() -> None:
    done = put(written("title: A\ncrew: # chưa có ai\nitems: []"), ("crew", "mc"), "Chị Lan")
    assert done.text == "title: A\ncrew: # chưa có ai\n  mc: Chị Lan\nitems: []"
    done = insert(done, ("tracks",), 0, {"id": "quoc_ca", "title": "Quốc ca", "file": "quoc ca.mp3"})
    assert "\ntracks:\n  - {id: quoc_ca, title: Quốc ca, file: quoc ca.mp3}\nitems: []" in done.text
    assert insert(done, ("items",), 0, {"title": "Một"}).text.endswith("items:\n  - title: Một")


def test_an_alias_is_written_out_where_it_is_changed_and_nowhere_else() -> None:
    source = written("title: A\nitems:\n  - &mot {title: Một, kind: paper}\n  - *mot\n")
    done = put(source, ("items", 1, "title"), "Hai")
    assert done.data["items"] == [{"title": "Một", "kind": "paper"}, {"title": "Hai", "kind": "paper"}]


def test_a_list_changes_only_where_it_differs() -> None:
    source = written("title: A\nchair_panel:\n  - Ông A  # chủ trì\n  - Bà B\n  - Ông C\n")
    done = put(source, ("chair_panel",), ["Ông A", "Ông C", "Bà D"])
    assert done.text == "title: A\nchair_panel:\n  - Ông A  # chủ trì\n  - Ông C\n  - Bà D\n"
    assert put(done, ("chair_panel",), ["Ông A"]).text == "title: A\nchair_panel:\n  - Ông A  # chủ trì\n"
    assert put(done, ("chair_panel",), []).text == "title: A\nchair_panel: []\n"


def test_nothing_is_taken_from_where_nothing_is() -> None:
    with pytest.raises(NotEdited):
        drop(written(ITEMS), ("items", 7))


SEVERAL = """\
title: A # tên
crew: {mc: Bà B}
items:
# mục đầu
- title: Chào cờ
  kind: flag_salute
  duration: 5' # phút
- {title: Khai mạc, kind: opening, by: Ông C}
"""


def test_several_fields_are_set_at_once_and_comments_stay() -> None:
    done = put_all(
        written(SEVERAL),
        [
            (("title",), "B"),
            (("items", 0, "duration"), "7'"),
            (("items", 0, "by"), "Ông D"),
            (("items", 1, "by"), None),
            (("items", 1, "notes"), None),
        ],
    )
    assert done.text == (
        SEVERAL.replace("title: A #", "title: B #")
        .replace("duration: 5' # phút", "by: Ông D\n  duration: 7' # phút")
        .replace(", by: Ông C", "")
    )


def test_fields_that_stand_in_the_way_of_each_other_are_set_one_by_one() -> None:
    source = written("title: A\nitems:\n- {title: B, kind: opening}\n")
    done = put_all(source, [(("crew", "mc"), "Bà B"), (("crew", "music"), "Ông C"), (("title",), "D")])
    assert done.data["crew"] == {"mc": "Bà B", "music": "Ông C"}
    assert done.data["title"] == "D"


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_many_fields_at_once_say_what_they_say_one_by_one(data: st.DataObject) -> None:
    source = written(data.draw(st.sampled_from(list(TEXTS.values()))))
    rows = [path for path in lists_of(source.data) if path[-1] == "items"]
    values: dict[tuple[str | int, ...], str | None] = {}
    for path in rows:
        rows_there = source.value(path)
        assert isinstance(rows_there, list)
        for at in range(len(rows_there)):
            key = data.draw(st.sampled_from(["by", "notes", "title", None]))
            if key is not None:
                said = data.draw(WORDS if key == "notes" else LINE)
                values[*path, at, key] = None if key != "title" and data.draw(st.booleans()) else said
    one_by_one = source
    for path, value in values.items():
        if value is not None:
            one_by_one = put(one_by_one, path, value)
        elif one_by_one.node(path) is not None:
            one_by_one = drop(one_by_one, path)
    assert put_all(source, list(values.items())).data == one_by_one.data
