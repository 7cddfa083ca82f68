"""The three forms: each says the same, each is safe whatever people wrote."""

from __future__ import annotations

import json
import re
from datetime import timedelta, tzinfo
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.history import History
from runofshow.paper import markdown, page
from runofshow.paper.markdown import own_line
from runofshow.paper.plain import printable
from runofshow.report import as_figures
from runofshow.report.figures import report_json
from runofshow.report.overview import overview
from runofshow.texts.report import EN, VI, ReportTexts
from tests.report.calling import HALL, Record, account_of, conference, two_days, whole_show, with_titles

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(1)</script>",
    "`rm` **bold** _a_ [x](http://evil.example) ![y](//evil.example/z) <http://evil.example> www.evil.com",
    "a | b\n# heading\n- list\n1. one\n---\n| --- |",
    "\x1b[31m\x1b]0;title\x07 \x9b2J \u202eevil\u202c \x00",
    "&lt;b&gt; &amp; $x$ ~~gone~~ 100 % {by} {0}",
)

OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys or an eye is tricked by."""


VOID = frozenset(("meta", "br", "hr", "col"))
BY_LENGTH = frozenset(("br", "text"))
"""There are more of them where a text has more lines."""


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.cells: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "td":
            self.cells.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)
        if "td" in self.open:
            self.cells[-1] = f"{self.cells[-1]} {data}".strip()

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def as_page(history: History, tz: tzinfo, words: ReportTexts) -> str:
    return page.as_page(overview(account_of(history, tz, words)))


def as_markdown(history: History, tz: tzinfo, words: ReportTexts) -> str:
    return markdown.as_markdown(overview(account_of(history, tz, words)))


def hostile_show(text: str) -> History:
    show = Record(with_titles(conference(), text)).do("08:00:00", c.Start())
    show.do("08:01:00", c.AddTime(timedelta(minutes=1)))
    if text.strip():
        show.do("08:02:00", c.TakeNote(text)).do("08:03:00", c.SendMessage(Role.MC, text))
        show.do("08:04:00", c.Insert("m2", text, timedelta(minutes=1)))
    return show.do("08:05:00", c.End()).history


def rendered(markdown: str) -> str:
    """Markdown as GitHub would show it: HTML in the text is let through, addresses become links."""
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("words", [VI, EN])
def test_a_page_holds_no_markup_but_its_own(text: str, words: ReportTexts) -> None:
    plain, hostile = (
        Page(as_page(hostile_show("x"), HALL, words)),
        Page(as_page(hostile_show(text), HALL, words)),
    )
    assert hostile.open == []
    made = [(tag, attrs.keys()) for tag, attrs in hostile.tags if tag not in BY_LENGTH]
    assert made == [(tag, attrs.keys()) for tag, attrs in plain.tags if tag not in BY_LENGTH]
    assert " ".join(printable(text).split()) in hostile.text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_text_as_it_is_written(text: str) -> None:
    page = Page(rendered(as_markdown(hostile_show(text), HALL, VI)))
    own = "h1 h2 p strong ul li table thead tbody tr th td hr blockquote br".split()
    assert {tag for tag, _ in page.tags} <= set(own)
    plain = Page(rendered(as_markdown(hostile_show("x"), HALL, VI)))
    assert [tag for tag, _ in page.tags if tag != "br"] == [tag for tag, _ in plain.tags if tag != "br"]
    assert " ".join(printable(text).split()) in page.text


def test_markdown_turns_no_address_into_a_link() -> None:
    markdown = as_markdown(hostile_show("http://evil.example www.evil.example a@evil.example"), HALL, VI)
    assert not re.search(r"://|www\.|@", markdown)


@given(st.text(st.characters(codec=None), min_size=1, max_size=40).filter(lambda text: text.strip() != ""))
def test_no_form_lets_through_what_a_terminal_obeys(text: str) -> None:
    history = hostile_show(text)
    for report in (as_markdown(history, HALL, VI), as_page(history, HALL, VI), as_figures(history, HALL)):
        assert not OBEYED.search(report)
        report.encode("utf-8")


@given(st.text(st.characters(codec=None), min_size=1, max_size=40).filter(lambda text: text.strip() != ""))
def test_programs_read_the_very_text_that_was_written(text: str) -> None:
    told = json.loads(as_figures(hostile_show(text), HALL))
    assert told["notes"][0]["text"] == text
    assert told["items"][0]["title"] == text


@pytest.mark.parametrize("history", [whole_show().history, whole_show(c.Mode.REHEARSAL, 2).history])
@pytest.mark.parametrize("words", [VI, EN])
def test_a_page_needs_nothing_from_outside_and_runs_nothing(history: History, words: ReportTexts) -> None:
    page = as_page(history, HALL, words)
    tags = Page(page).tags
    assert not {"script", "link", "img", "iframe", "a", "object", "form"} & {tag for tag, _ in tags}
    assert not any(name in ("src", "href") or name.startswith("on") for _, attrs in tags for name in attrs)
    assert not re.search(r"https?:|//\w|url\(|@import", page)
    assert "default-src 'none'" in page


def test_a_page_names_its_language_and_fits_a_phone_paper_and_the_dark() -> None:
    page = as_page(whole_show().history, HALL, VI)
    assert '<html lang="vi">' in page
    assert "width=device-width" in page
    assert "@page { size: A4" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media screen and (max-width:" in page


def test_each_cell_of_a_page_carries_the_name_of_its_column_for_the_phone() -> None:
    tags = Page(as_page(whole_show().history, HALL, VI)).tags
    names = [attrs.get("data-name") for tag, attrs in tags if tag == "td"]
    assert names
    assert all(names)


@pytest.mark.parametrize(("words", "mark"), [(VI, "TẬP DUYỆT"), (EN, "REHEARSAL")])
def test_a_rehearsal_cannot_be_taken_for_the_show(words: ReportTexts, mark: str) -> None:
    show, rehearsal = whole_show().history, whole_show(c.Mode.REHEARSAL).history
    page = as_page(rehearsal, HALL, words)
    assert f"<title>{mark}" in page
    assert page.count(mark) >= 3  # the window, the head, and the mark across every page
    markdown = as_markdown(rehearsal, HALL, words)
    assert markdown.startswith(f"> ⚠ **{mark}")
    for report in (as_page(show, HALL, words), as_markdown(show, HALL, words)):
        assert mark not in report


def test_the_forms_say_the_same() -> None:
    history = whole_show().history
    page, markdown = Page(as_page(history, HALL, VI)), Page(rendered(as_markdown(history, HALL, VI)))
    assert len(page.cells) > 100
    assert markdown.cells == page.cells
    for figure in ("08:02", "chậm 2 phút", "kế hoạch 08:55", "quá hạn 09:00 là 2 phút 30 giây", "2,0 giây"):
        assert figure in markdown.text
        assert figure in page.text


def test_both_forms_name_each_session_and_say_that_the_record_stops() -> None:
    history = Record(two_days(), "13:00:00").do("14:00:00", c.Start()).history
    for form in (as_page(history, HALL, VI), rendered(as_markdown(history, HALL, VI))):
        text = Page(form).text
        assert "Ngày thứ hai · 28/3/2026" in text
        assert "Nhật ký dừng lúc 14:00:00; chưa có lệnh kết thúc." in text


@pytest.mark.parametrize(
    "text", ["1. một", "12) hai", "- ba", "+ bốn", "=== năm", "# sáu", "> bảy", "1.5 tám"]
)
def test_a_line_that_begins_like_a_list_is_shown_as_a_line(text: str) -> None:
    assert rendered(own_line(text)).strip() == f"<p>{text.replace('>', '&gt;')}</p>"


def test_the_figures_are_those_of_the_show() -> None:
    told: dict[str, Any] = json.loads(as_figures(whole_show().history, HALL))
    assert told["mode"] == "live"
    assert told["phase"] == "ended"
    assert told["show"]["title"] == "Hội nghị tổng kết"
    assert told["started_at"] == "2026-03-27T08:02:00.000+07:00"
    assert told["began_late_s"] == 120
    assert told["ended_at"] == "2026-03-27T09:02:30.000+07:00"
    assert (told["ended_late_s"], told["over_under_s"]) == (450, 450)
    assert told["totals"] == {
        "items_planned": 5,
        "items_done": 5,
        "items_skipped": 0,
        "items_aside": 0,
        "items_inserted": 1,
        "original_s": 3300,
        "actual_s": 3630,
        "added_s": 180,
        "held_s": 130,
    }
    assert told["biggest_differences"] == ["m4", "m3", "m1.2"]
    assert told["cue_punctuality"] == {
        "cues": 5,
        "gone": 4,
        "measured": 3,
        "median_s": 2,
        "worst_s": 4,
        "worst_cue_id": "flag.off",
        "missed": ["rep.tray"],
        "stood_down": 0,
    }
    assert told["holds"] == [
        {
            "item_id": "m3",
            "since": "2026-03-27T08:40:00.000+07:00",
            "until": "2026-03-27T08:42:10.000+07:00",
            "length_s": 130,
        }
    ]
    assert told["taken_back"] == [
        {"at": "2026-03-27T08:31:04.000+07:00", "by": "caller", "do": "add_time", "again_at": None}
    ]
    assert told["alarms"][0] == {"code": "slept", "since": "2026-03-27T09:01:30.000+07:00", "by_s": 75}
    assert told["messages"][0]["to"] == "mc"


def test_an_item_and_a_cue_carry_the_names_of_the_snapshot_and_what_came_of_them() -> None:
    told: dict[str, Any] = json.loads(as_figures(whole_show().history, HALL))
    items = {item["item_id"]: item for item in told["items"]}
    report = items["m3"]
    assert (report["planned_s"], report["original_s"], report["actual_s"]) == (1200, 1200, 1250)
    assert (report["difference_s"], report["started_late_s"], report["held_s"]) == (50, 190, 130)
    assert [added["seconds"] for added in report["additions"]] == [180, 300, -300]
    assert report["additions"][0]["by"] == "caller"
    assert items["m1.1"]["parent_id"] == "m1"
    inserted = next(item for item in told["items"] if item["inserted"])
    assert (inserted["original_s"], inserted["difference_s"], inserted["started_late_s"]) == (
        None,
        None,
        None,
    )
    missed = told["cues"][-1]
    assert (missed["cue_id"], missed["phase"], missed["gone_at"]) == ("rep.tray", "missed", None)


def test_a_show_that_never_started_has_nulls_and_not_zeros() -> None:
    told = report_json(Record(conference()).history, HALL)
    assert (told["started_at"], told["began_late_s"], told["ended_late_s"]) == (None, None, None)
    assert told["planned_start"] == "2026-03-27T08:00:00.000+07:00"
