"""Messages from the hall: shown until they are read, in the header while they are fresh."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.tui.inbox import IN_HEADER_FOR, Inbox, told
from tests.tui.hall import Hall, Venue, pen
from tests.tui.states import running


def say(it: Hall, text: str, by: str = "music") -> None:
    it.do(c.SendMessage(Role.CALLER, text), by)


def newest(inbox: Inbox) -> str | None:
    return inbox.unread.newest.text if inbox.unread else None


def test_the_newest_is_shown_first_and_the_others_are_counted(venue: Venue) -> None:
    it = running(venue)
    inbox = Inbox(it.now)
    assert newest(inbox) is None
    say(it, "một")
    say(it, "hai")
    inbox.hear(it.now)
    assert inbox.unread is not None
    assert inbox.unread.more == 1
    assert newest(inbox) == "hai"
    inbox.read()
    assert newest(inbox) == "một"
    inbox.read()
    inbox.hear(it.now)
    assert newest(inbox) is None


def test_what_is_sent_to_others_is_no_news(venue: Venue) -> None:
    it = running(venue)
    inbox = Inbox(it.now)
    it.do(c.SendMessage(Role.SPEAKER, "Còn 1 phút"))
    inbox.hear(it.now)
    assert inbox.unread is None


def test_each_has_its_twenty_seconds_in_the_header_and_stays_unread_after_them(venue: Venue) -> None:
    it = running(venue)
    inbox = Inbox(it.now)
    say(it, "một")
    inbox.hear(it.now)
    for _ in range(40):
        inbox.beat()
    say(it, "hai")
    inbox.hear(it.now)
    for _ in range(IN_HEADER_FOR):
        assert inbox.unread is not None
        assert inbox.unread.in_header
        inbox.beat()
    assert inbox.unread is not None
    assert not inbox.unread.in_header
    inbox.read()
    # The one that was covered has the rest of its time.
    assert inbox.unread is not None
    assert inbox.unread.in_header


def test_a_console_that_opens_later_takes_the_old_ones_as_read(venue: Venue) -> None:
    it = running(venue)
    say(it, "đã lâu")
    it.move(minutes=3)
    say(it, "vừa xong")
    inbox = Inbox(it.now)
    assert inbox.unread is not None
    assert (newest(inbox), inbox.unread.more) == ("vừa xong", 0)


def test_a_message_says_who_and_when_on_one_line_whatever_is_in_it(venue: Venue) -> None:
    it = running(venue)
    say(it, "100% {who}\nhết pin")
    assert told(it.now.messages[-1], pen()) == "09:06  Âm thanh nhắn: 100% {who} hết pin"


def test_an_acknowledged_message_is_news_with_who_and_when(venue: Venue) -> None:
    it = running(venue)
    inbox = Inbox(it.now)
    it.do(c.SendMessage(Role.SPEAKER, "Còn 5 phút"))
    it.do(c.AnswerMessage(it.now.messages[-1].message_id), by="speaker")
    inbox.hear(it.now)
    assert inbox.unread is not None
    assert told(inbox.unread.newest, pen()).endswith("Người phát biểu đã rõ: Còn 5 phút")


def test_words_back_are_heard_once_and_not_as_an_acknowledgement_too(venue: Venue) -> None:
    it = running(venue)
    inbox = Inbox(it.now)
    it.do(c.SendMessage(Role.MC, "Kéo dài"))
    say(it, "Đã rõ", by="mc")
    inbox.hear(it.now)
    assert inbox.unread is not None
    assert (inbox.unread.newest.text, inbox.unread.more) == ("Đã rõ", 0)
