"""What the MC reads aloud: whole sentences, with names and without, and nothing that is not to be said."""

from __future__ import annotations

from typing import Any

import pytest

from runofshow.core.agenda import Award, AwardLevel, Item
from runofshow.core.award import Recipient, listed, recipient_of
from runofshow.core.honours import comes_first, level_of, rank_of
from runofshow.core.spoken import in_sentence, name_and_office, spoken
from runofshow.core.told import NAMES, Told
from runofshow.core.value import replace
from runofshow.core.vote import Vote
from runofshow.core.words import is_direction, lacks_name, said_in_turn, settled, words_of
from tests.core.shows import item, minutes


def said(mc: str, by: str | None = None, title: str = "báo cáo {by}", **more: Any) -> str:
    return words_of(item("a", 5, mc=mc, by=by, title=title, **more))


def of_kind(kind: str, title: str = "Mục", **more: Any) -> Item:
    return replace(item("b", 1, title=title, **more), kind=kind)


def test_a_name_takes_the_place_of_what_is_said_without_one() -> None:
    words = "Kính mời {by|đại diện Ban Tổ chức} lên khai mạc."
    assert said(words, "Ông An") == "Kính mời ông An lên khai mạc."
    assert said(words) == "Kính mời đại diện Ban Tổ chức lên khai mạc."


def test_a_mark_in_the_place_of_a_name_names_nobody() -> None:
    assert said("Kính mời {by|Ban Tổ chức} lên.", "(chưa phân công)") == "Kính mời Ban Tổ chức lên."
    award = Award(presenter="(đang chờ)", reader="[?]")
    words = "Kính mời {presenter|lãnh đạo} và {reader|Ban Tổ chức}."
    assert said(words, award=award) == "Kính mời lãnh đạo và Ban Tổ chức."


def test_without_a_bar_a_delegate_is_said_in_the_language_around() -> None:
    assert said("Kính mời {by} lên đáp từ.") == "Kính mời đại biểu lên đáp từ."
    assert said("Please welcome {by}.") == "Please welcome our delegate."


@pytest.mark.parametrize("before", ["", "Kính thưa hội nghị. ", "Kính thưa hội nghị.\n"])
def test_a_sentence_begins_with_a_capital(before: str) -> None:
    assert said(f"{before}{{by}} đã đến.") == f"{before}Đại biểu đã đến."
    assert said(f"{before}{{by}} đã đến.", "đồng chí An") == f"{before}Đồng chí An đã đến."


def test_a_title_is_said_as_it_is_written_and_an_unknown_name_is_left() -> None:
    assert said("Nội dung: {title}.", "Ông An") == "Nội dung: báo cáo {by}."
    assert said("Còn {khác} và {other}.") == "Còn {khác} và {other}."


@pytest.mark.parametrize(
    ("written", "aloud"),
    [
        ("Văn nghệ chào mừng (nếu có)", "Văn nghệ chào mừng"),
        ("Báo cáo tham luận (từ 3 - 4 tham luận)", "Báo cáo tham luận"),
        ("Phát động giai đoạn (2020 - 2025)", "Phát động giai đoạn 2020 - 2025"),
        ("Bằng khen [tập thể], đợt 1", "Bằng khen, đợt 1"),
        ("Bài thơ “Đất nước”", "Bài thơ “Đất nước”"),
        ("(Giải lao)", "Giải lao"),
    ],
)
def test_the_marks_of_a_plan_are_not_said(written: str, aloud: str) -> None:
    assert spoken(written) == aloud


@pytest.mark.parametrize(
    ("written", "aloud"),
    [
        ("Đồng chí Trần An, Bí thư", "đồng chí Trần An, Bí thư"),
        ("Ông An", "ông An"),
        ("Đại diện Sở Nội vụ (đã mời)", "đại diện Sở Nội vụ"),
        ("Chủ tịch UBND xã", "Chủ tịch UBND xã"),
        ("", ""),
    ],
)
def test_how_people_are_addressed_is_small_inside_a_sentence(written: str, aloud: str) -> None:
    assert in_sentence(written) == aloud


def test_an_office_behind_a_name_is_closed_by_a_comma() -> None:
    words = "Kính mời {by} lên phát biểu."
    assert said(words, "Ông An, Bí thư") == "Kính mời ông An, Bí thư, lên phát biểu."
    assert said("Kính mời {by}.", "Ông An, Bí thư") == "Kính mời ông An, Bí thư."
    assert said(words, "Ba gương người tốt, việc tốt").endswith("người tốt, việc tốt lên phát biểu.")
    assert said("Cảm ơn {name}.", "Ông An, Bí thư") == "Cảm ơn ông An."
    body = "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert said(words, body) == f"Kính mời {body} lên phát biểu."
    assert said("Cảm ơn {name}.", body) == f"Cảm ơn {body}."
    assert said(words, "Đại diện Trường C, phường D").endswith("Trường C, phường D, lên phát biểu.")
    assert name_and_office("Kỹ sư An, Công ty B") == ("Kỹ sư An", "Công ty B")


def test_what_stands_in_double_brackets_is_said_where_its_names_are_known() -> None:
    words = "Kính mời {by} lên[[ báo cáo với {reader}]].\n[[Cảm ơn {decision}.]]\nXong."
    assert said(words, "Ông An") == "Kính mời ông An lên.\nXong."
    award = Award(decision="Quyết định 1", reader="Bà Bình")
    assert said(words, "Ông An", award=award) == (
        "Kính mời ông An lên báo cáo với bà Bình.\nCảm ơn Quyết định 1.\nXong."
    )
    assert said("[[{?by}Có người.]][[{!by}Không có ai.]]") == "Không có ai."
    assert said("[[{?by}Có người.]][[{!by}Không có ai.]]", "Ông An") == "Có người."


def test_empty_lines_of_written_words_stay() -> None:
    assert said("Một.\n\n  Hai.") == "Một.\n\n  Hai."


def test_a_formula_is_settled_with_what_does_not_change() -> None:
    formula = "{meeting|hội nghị} do [[{organiser|ai} và {by}]][[{!basis}tự]][[{?basis}theo {basis}]] mở."
    assert settled(formula, meeting="đại hội", basis=None) == "Đại hội do [[{organiser|ai} và {by}]]tự mở."
    assert settled(formula, meeting=None, basis="Kế hoạch 1").startswith("{meeting|hội nghị} do")
    assert "theo Kế hoạch 1 mở" in settled(formula, basis="Kế hoạch 1")


@pytest.mark.parametrize("line", ["→ Nhạc tắt", "[Nhạc tắt]", "(Nhạc tắt)", " →Nhạc tắt "])
def test_a_direction_is_not_to_be_said(line: str) -> None:
    assert said(f"Nghiêm!\n{line}") == "Nghiêm!\n→ Nhạc tắt"
    assert is_direction("→ Nhạc tắt")
    assert not is_direction("Nghiêm!")
    assert said("Mời (nếu có) lên") == "Mời (nếu có) lên"


def test_who_presents_an_award_is_called_up_where_nobody_else_is_named() -> None:
    words = "Kính mời {by|đại diện lãnh đạo} lên trao thưởng."
    presented = replace(item("a", 5, mc=words), award=Award(presenter="Ông An"))
    assert words_of(presented) == "Kính mời ông An lên trao thưởng."
    assert not lacks_name(presented)
    assert words_of(replace(presented, by="Bà Bình")) == "Kính mời bà Bình lên trao thưởng."
    nobody = replace(presented, award=Award(decision="Quyết định 1"))
    assert words_of(nobody) == "Kính mời đại diện lãnh đạo lên trao thưởng."
    assert lacks_name(nobody)


def test_words_without_a_name_say_so() -> None:
    assert lacks_name(item("a", 5, mc="Mời {by|ai}"))
    assert not lacks_name(item("a", 5, mc="Mời {by}", by="Ông An"))
    assert not lacks_name(item("a", 5, mc="Mời {title}"))
    assert not lacks_name(item("a", 5, mc="[[{?by}Mời]]"))


# Thanks


def test_who_spoke_is_thanked_at_the_head_of_what_follows() -> None:
    speaker = item("a", 5, mc="Mời {by}.", by="Ông An, Bí thư", thanks="Xin cảm ơn {name|đại biểu}.")
    following = item("b", 5, mc="Tiếp theo.")
    assert said_in_turn(following, speaker, speaker) == "Xin cảm ơn ông An.\nTiếp theo."
    assert said_in_turn(following, following, following) == "Tiếp theo."
    own = item("b", 5, mc="Cảm ơn đồng chí.\nTiếp theo.")
    assert said_in_turn(own, speaker, speaker) == "Cảm ơn đồng chí.\nTiếp theo."
    assert said_in_turn(item("b", 5), speaker, speaker) == ""


def test_the_last_of_a_session_is_thanked_at_its_own_end() -> None:
    speaker = item("a", 5, mc="Mời {by}.", by="Ông An", thanks="Xin cảm ơn {name}.")
    assert said_in_turn(speaker, None, None) == "Mời ông An.\nXin cảm ơn ông An."
    assert said_in_turn(replace(speaker, mc="Cảm ơn {by}."), None, None) == "Cảm ơn ông An."


# What the item is


def test_the_hall_rises_once_and_sits_down_once() -> None:
    salute = replace(of_kind("flag_salute"), mc="[[{?stays}ở lại]][[{!stays}ngồi]]", mc_assumed=True)
    silence = replace(of_kind("moment_of_silence"), mc="[[{?standing}đang đứng]][[{!standing}đứng dậy]]")
    assert words_of(salute, None, silence) == "ở lại"
    assert words_of(salute, None, salute) == "ở lại"
    assert words_of(salute, None, item("c", 5)) == "ngồi"
    assert words_of(silence, salute, None) == "đang đứng"
    assert words_of(silence, item("c", 5), None) == "đứng dậy"
    seated = replace(salute, mc="Thôi! Kính mời quý vị an tọa.", mc_assumed=False)
    assert words_of(silence, seated, None) == "đứng dậy"
    assert words_of(silence, replace(seated, mc="Thôi!"), None) == "đang đứng"


@pytest.mark.parametrize(("length", "count"), [(0.2, "một"), (1, "một"), (2, "hai"), (3, "ba"), (9, "ba")])
def test_a_silence_lasts_so_many_minutes(length: float, count: str) -> None:
    silence = of_kind("moment_of_silence", "Phút mặc niệm, tưởng nhớ các anh hùng liệt sĩ")
    silence = replace(silence, duration=minutes(length), mc="Dành {minutes} mặc niệm{object|}.")
    assert words_of(silence) == f"Dành {count} phút mặc niệm tưởng nhớ các anh hùng liệt sĩ."
    assert words_of(replace(silence, title="Tưởng niệm", mc="{object|không ai}")) == "Không ai"


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("Tham luận 2", None),
        ("Báo cáo tham luận của các điển hình (đại diện)", None),
        ("Tham luận: nông thôn mới", "nông thôn mới"),
        ("Nông thôn mới", "Nông thôn mới"),
    ],
)
def test_a_paper_has_a_topic_or_is_only_called_one(title: str, topic: str | None) -> None:
    assert Told(of_kind("paper", title), None, None, True).of("topic") == topic


def test_what_is_shown_and_what_is_done_stand_inside_a_sentence() -> None:
    assert said("Xem {film}.", title="Chiếu video clip “Thi đua”") == "Xem video clip “Thi đua”."
    assert (
        said("Xin biểu quyết: {act}.", title="Thông qua danh sách") == "Xin biểu quyết: thông qua danh sách."
    )
    assert said("Xem {act}.", title="UBND báo cáo") == "Xem UBND báo cáo."


def test_a_letter_is_read_and_not_spoken() -> None:
    words = "[[Mời đọc {letter}.]][[{!letter}Mời phát biểu.]]"
    letter = replace(of_kind("speech", "Đọc thư chúc mừng của Chủ tịch nước"), mc=words)
    assert words_of(letter) == "Mời đọc thư chúc mừng của Chủ tịch nước."
    assert words_of(replace(letter, title="Phát biểu")) == "Mời phát biểu."


def test_the_next_paper_stands_by() -> None:
    first, second = of_kind("paper", by="Ông An"), of_kind("paper", by="Bà Bình, Trường C")
    words = replace(first, mc="Mời.[[ Xin mời {upcoming} chuẩn bị.]]")
    assert words_of(words, None, second) == "Mời. Xin mời bà Bình, Trường C, chuẩn bị."
    assert words_of(words, None, of_kind("paper")) == "Mời."
    assert words_of(words, None, of_kind("break", by="Ai")) == "Mời."


def test_signing_is_not_responding() -> None:
    words = "[[{?signing}ký]][[{!signing}hưởng ứng]]"
    assert said(words, title="Ký giao ước thi đua") == "ký"
    assert said(words, title="Phát biểu hưởng ứng, kỷ cương") == "hưởng ứng"


# Awards


@pytest.mark.parametrize(
    ("award", "title", "level"),
    [
        (Award(level=AwardLevel.UNIT), "Huân chương", AwardLevel.UNIT),
        (Award(decision="Quyết định số 1/QĐ-CTN"), "Trao thưởng", AwardLevel.STATE),
        (None, "Huân chương Lao động hạng Ba", AwardLevel.STATE),
        (Award(decision="Quyết định số 1/QĐ-TTg"), "Trao thưởng", AwardLevel.GOVERNMENT),
        (Award(form="Bằng khen của Thủ tướng Chính phủ"), "Trao", AwardLevel.GOVERNMENT),
        (Award(decision="Quyết định số 1/QĐ-UBND"), "Bằng khen", None),
    ],
)
def test_whose_award_it_is(award: Award | None, title: str, level: AwardLevel | None) -> None:
    assert level_of(award, title) is level
    written = award or Award()
    assert comes_first(written, title) is (level is AwardLevel.STATE)
    assert comes_first(replace(written, called_before_reading=True), title)
    assert not comes_first(replace(written, called_before_reading=False), title)


def test_forms_of_award_stand_from_the_highest_down() -> None:
    forms = [
        "Huân chương Sao vàng",
        "Huân chương Hồ Chí Minh",
        "Huân chương Độc lập hạng Nhì",
        "Huân chương Lao động hạng Nhất",
        "Huân chương Hữu nghị",
        "Huy chương",
        "Cờ thi đua của Chính phủ",
        "Bằng khen của Chủ tịch UBND tỉnh",
        "Kỷ niệm chương",
        "Giấy khen của Chủ tịch UBND phường",
    ]
    ranks = [rank_of(form) for form in forms]
    assert None not in ranks
    assert ranks == sorted(set(ranks), key=ranks.index)
    assert ranks == sorted(ranks, key=lambda rank: rank or 0)
    assert rank_of("Quà lưu niệm") is None


def honoured(*recipients: str, mc: str = "Mời {honoured|ai đó} lên.", title: str = "Khen") -> str:
    return said(mc, title=title, award=Award(recipients=listed(*recipients)))


def test_one_is_called_up_by_name_and_several_by_what_they_are() -> None:
    assert honoured() == "Mời ai đó lên."
    assert honoured("Ông An") == "Mời ông An lên."
    assert honoured("Trường C, phường D") == "Mời đại diện Trường C, phường D, lên."
    assert honoured("Ông An", "Bà Bình") == "Mời các ông, bà có tên sau đây lên."
    assert honoured("Trường C", "Trường D") == "Mời đại diện các tập thể có tên sau đây lên."
    assert honoured("Trường C", "Bà Bình") == "Mời đại diện các tập thể và các cá nhân có tên sau đây lên."
    assert honoured("Ông An", "Bà Bình", mc="{recipients}") == "1. Ông An\n2. Bà Bình"
    assert honoured("Ông An", mc="[[{recipients}]]một") == "một"
    english = "Please welcome {honoured}."
    assert honoured("Trường C", "Bà Bình", mc=english) == "Please welcome those named."
    assert honoured("Trường C", mc=english) == "Please welcome Trường C."


def test_after_death_the_family_is_called_up() -> None:
    words = "Mời {honoured}[[{?posthumous} nhận truy tặng]]."
    assert honoured("Ông An (truy tặng)", mc=words) == "Mời đại diện gia đình cố ông An nhận truy tặng."
    assert honoured("Cố đồng chí An", mc=words) == "Mời đại diện gia đình cố đồng chí An nhận truy tặng."
    both = honoured("Cố ông An", "Cố bà Bình", mc=words)
    assert both == "Mời đại diện gia đình các đồng chí có tên sau đây nhận truy tặng."
    assert honoured("Ông An", mc=words) == "Mời ông An."
    english = "Please welcome {honoured}."
    assert honoured("An (posthumous)", mc=english) == "Please welcome the family of the late An."
    assert honoured("Cố An", "Cố B", mc=english) == "Please welcome the families of those named."


def test_who_receives_for_another_is_said() -> None:
    assert honoured("Ông An (nhận thay: Bà Bình)", mc="[[Nhận thay: {proxy}.]]") == "Nhận thay: bà Bình."
    assert honoured("Ông An", mc="Xong.[[ Nhận thay: {proxy}.]]") == "Xong."
    listed = honoured("Ông An (nhận thay: Bà Bình)", "Bà Cúc", mc="→ đọc\n{recipients}")
    assert listed == "→ đọc\n1. Ông An; nhận thay: bà Bình\n2. Bà Cúc"
    english = honoured("An (received by: Binh)", "Cuc", mc="Thank you\n{recipients}")
    assert english == "Thank you\n1. An; received by: Binh\n2. Cuc"


@pytest.mark.parametrize(
    ("written", "recipient"),
    [
        ("Bà Lê Thị Sáu", Recipient("r", "Bà Lê Thị Sáu")),
        ("Ông Tâm (nhận thay: bà Sáu )", Recipient("r", "Ông Tâm", proxy="bà Sáu")),
        ("Ông Tâm (xã Hòa Tân) (vắng)", Recipient("r", "Ông Tâm (xã Hòa Tân)", absent=True)),
        (
            "Tổ dân phố 5 (vắng mặt có lý do)",
            Recipient("r", "Tổ dân phố 5", note="vắng mặt có lý do", absent=True),
        ),
        (
            "Cố Nguyễn Văn An (nhận thay: gia đình)",
            Recipient("r", "Cố Nguyễn Văn An", proxy="gia đình", posthumous=True),
        ),
        ("Nguyễn Văn An (truy tặng)", Recipient("r", "Nguyễn Văn An", posthumous=True)),
        ("Nguyen An (absent)", Recipient("r", "Nguyen An", absent=True)),
        ("Phòng Vắng Lặng", Recipient("r", "Phòng Vắng Lặng")),
    ],
)
def test_a_line_of_the_list_tells_who_received_who_came_and_who_did_not(
    written: str, recipient: Recipient
) -> None:
    assert recipient_of(written, recipient_id="r") == recipient


def test_what_is_handed_over_and_by_whose_power() -> None:
    words = "[[{authority}, ]]mời {presenter|lãnh đạo} trao {form|phần thưởng}.[[ Cảm ơn {giver}.]]"
    medal = said(words, title="Huân chương Lao động hạng Ba (đợt 1)", award=Award(presenter="Ông An, Bí thư"))
    assert medal == (
        "Thừa ủy quyền của Chủ tịch nước, mời ông An, Bí thư, trao Huân chương Lao động hạng Ba."
        " Cảm ơn ông An."
    )
    assert said(words, title="Trao thưởng") == "mời lãnh đạo trao phần thưởng."
    named = said(words, "Bà Bình", title="Trao thưởng", award=Award(form="Giấy khen (đợt 2)"))
    assert named == "mời bà Bình trao Giấy khen. Cảm ơn bà Bình."
    flag = Award(form="Cờ thi đua của Chính phủ")
    assert said("Please: {authority}", award=flag) == "Please: By authority of the Prime Minister"


def test_a_decision_is_read_once_for_its_rounds() -> None:
    first = item(
        "a", 5, mc="[[{!read}Đọc {decision}.]]\nTrao.", award=Award(decision="Quyết định 1 (hư cấu)")
    )
    assert words_of(first) == "Đọc Quyết định 1.\nTrao."
    assert words_of(first, first) == "Trao."
    assert words_of(first, item("b", 5)) == "Đọc Quyết định 1.\nTrao."
    assert words_of(replace(first, award=None), first) == "[[{!read}Đọc {decision}.]]\nTrao."[-5:]


def test_every_name_is_known_to_the_words() -> None:
    whole = Award(
        "Quyết định 1/QĐ-CTN", "Ông An", listed("Cố ông A (nhận thay: bà B)"), True, "Bà C", "Huân chương"
    )
    silence = of_kind("moment_of_silence", "Chiếu phút mặc niệm Bác", by="Ông An", award=whole)
    paper = of_kind("paper", "Ký", by="Bà D", award=whole)
    letter = Told(of_kind("speech", "Đọc thư khen"), None, None, True)
    told = [Told(silence, silence, silence, True), Told(paper, paper, paper, True, Vote(148))]
    several = Told(replace(paper, award=Award(recipients=listed("A", "B"))), None, None, True)
    unknown = {name for name in NAMES if all(one.of(name) is None for one in (*told, several, letter))}
    assert unknown == set()
    assert told[0].of("nonsense") is None
