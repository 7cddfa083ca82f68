"""Why an order was not obeyed. A name in braces is filled in by the screen."""

from __future__ import annotations

from msgspec import Struct


class Refusals(Struct, frozen=True):
    """Why an order was not obeyed, one phrase for each `Reason`; and why a screen did not send one."""

    not_started: str
    already_started: str
    ended: str
    last_item: str
    guard: str
    stale: str
    unknown_item: str
    unknown_cue: str
    unknown_message: str
    unknown_recipient: str
    unknown_person: str
    unknown_proposal: str
    not_a_batch: str
    no_step: str
    no_later_batch: str
    not_read: str
    is_heading: str
    item_done: str
    item_running: str
    item_skipped: str
    item_aside: str
    item_upcoming: str
    not_skipped: str
    session_over: str
    rest: str
    early: str
    awaited: str
    far_start: str
    long_over: str
    unplayed: str
    sounding: str
    protected: str
    already_held: str
    not_held: str
    nothing_to_undo: str
    nothing_to_redo: str
    no_item_before: str
    no_cue: str
    cue_over: str
    already_answered: str
    no_stepped_clock: str
    bad_place: str
    bad_cue: str
    not_inserted: str
    bad_follow: str
    bad_length: str
    below_least: str
    above_most: str
    must_stay: str
    promised: str
    bad_kind: str
    not_a_vote: str
    empty: str
    too_long: str
    too_many: str
    changed_since: str
    anthem: str
    unknown_track: str
    no_track: str
    nothing_sounds: str
    player_taken: str
    no_player: str
    wrong_code: str
    old_term: str
    already_kept: str
    not_allowed: str
    following: str


VI = Refusals(
    not_started="Hội nghị chưa bắt đầu. SPACE để bắt đầu.",
    already_started="Hội nghị đã bắt đầu rồi.",
    ended="Hội nghị đã kết thúc. u để mở lại.",
    last_item="Đây là mục cuối.",
    guard="Hai lần bấm quá gần nhau được coi là một.",
    stale="Màn hình vừa đổi trước khi bấm. Nhìn lại rồi bấm.",
    unknown_item="Không còn mục này.",
    unknown_cue="Không còn hiệu lệnh này.",
    not_read="Màn hình đại biểu không hiện lời nhắn: cả hội trường đều đọc được.",
    unknown_message="Không còn tin nhắn này.",
    unknown_recipient="Danh sách không có người này.",
    unknown_person="Kịch bản không có người này, hoặc mã không đúng.",
    unknown_proposal="Không còn đề nghị này.",
    not_a_batch="Mục này không trao gì cho ai.",
    no_step="Đợt trao này không có bước ấy.",
    no_later_batch="Không còn đợt nào cùng hình thức sau đợt này: x ghi vắng, c chia thành đợt mới.",
    is_heading="Đây là dòng đầu đề; chọn một mục bên dưới.",
    item_done="Mục này đã xong.",
    item_running="Mục này đang diễn ra.",
    item_skipped="Mục này đã bỏ qua. x để đưa trở lại.",
    item_aside="Mục này đã gác lại. x để đưa trở lại.",
    item_upcoming="Mục này chưa bắt đầu.",
    not_skipped="Mục này chưa bị bỏ qua.",
    session_over="Phiên của mục này đã qua: chọn làm mục kế tiếp để đưa vào ngay.",
    rest="Phiên này còn mục chưa làm: gác lại hay không?",
    early="Chưa đến giờ của mục này, không bắt đầu khi chưa hỏi lại.",
    awaited="Mục này chờ người chưa đến, không bắt đầu khi chưa hỏi lại.",
    long_over="Mục ấy đã xong từ lâu, không quay lại khi chưa hỏi lại.",
    far_start="Còn cách xa giờ của kế hoạch, không bắt đầu khi chưa hỏi lại.",
    unplayed="Nhạc của nghi thức chưa phát, không rời khi chưa hỏi lại.",
    sounding="Nhạc của nghi thức đang phát, không rời khi chưa hỏi lại.",
    protected="Nghi thức được giữ nguyên: không rút ngắn, không bỏ qua.",
    already_held="Đang tạm dừng rồi.",
    not_held="Không có gì đang tạm dừng.",
    nothing_to_undo="Không còn gì để hoàn tác.",
    nothing_to_redo="Không có lệnh nào vừa hoàn tác để làm lại.",
    no_item_before="Trước mục này không có mục nào.",
    no_cue="Không còn hiệu lệnh nào để báo chuẩn bị.",
    cue_over="Hiệu lệnh này đã qua.",
    already_answered="Tin này đã được trả lời.",
    no_stepped_clock="Không có cảnh báo nào về đồng hồ bị chỉnh.",
    bad_place="Không đặt được vào chỗ đó.",
    bad_cue="Lệnh chỉ giao cho MC, âm thanh, ánh sáng, màn hình, lễ tân, sân khấu; chỉ âm thanh có bản nhạc.",
    not_inserted="Mục này có trong kế hoạch: chỉ bỏ qua được, không gỡ ra.",
    bad_follow="Hiệu lệnh chỉ nối sau bản nhạc của một lệnh khác trong cùng mục.",
    bad_length="Thời lượng không hợp lý.",
    below_least="Ngắn hơn mức tối thiểu của mục.",
    above_most="Dài hơn mức tối đa của mục.",
    must_stay="Mục này không ghi là được bỏ.",
    promised="Mục này dành cho lãnh đạo, phải giữ nguyên.",
    bad_kind="Không có loại mục này.",
    not_a_vote="Mục này không có biểu quyết.",
    empty="Chưa viết gì.",
    too_long="Dài quá, hãy viết ngắn lại.",
    too_many="Quá nhiều đề nghị: chờ trả lời rồi hãy đề nghị tiếp.",
    changed_since="Mục này đã được sửa sau khi đề nghị: để nguyên như đã sửa.",
    anthem="Quốc ca đang phát, không tắt khi chưa hỏi lại.",
    unknown_track="Không có bản nhạc này.",
    no_track="Hiệu lệnh này không phát bản nhạc nào.",
    nothing_sounds="Không có gì đang phát.",
    player_taken="Máy khác đang phát nhạc.",
    no_player="Không có máy phát nhạc: phát bằng tay.",
    wrong_code="Mã thẻ đọc sai một chữ số: quét hoặc gõ lại.",
    old_term="Máy khác đã nhận điều hành sau máy này.",
    already_kept="Bản ghi riêng ấy đã giữ rồi.",
    not_allowed="Vai này không được yêu cầu việc đó.",
    following="Máy này chỉ theo dõi, máy khác đang điều hành. Hãy gọi ở máy ấy.",
)

EN = Refusals(
    not_started="The show has not started. SPACE starts it.",
    already_started="The show has already started.",
    ended="The show has ended. u reopens it.",
    last_item="This is the last item.",
    guard="Two presses so close together count as one.",
    stale="The screen changed just before the press. Look, then press again.",
    unknown_item="This item is no longer there.",
    unknown_cue="This cue is no longer there.",
    not_read="The delegates' display shows no messages: the whole hall would read them.",
    unknown_message="This message is no longer there.",
    unknown_recipient="Nobody on the lists is meant by this.",
    unknown_person="The agenda has nobody of that name or code.",
    unknown_proposal="There is no such proposal.",
    not_a_batch="Nobody is honoured in this item.",
    no_step="This batch has no such step.",
    no_later_batch="No batch of this form is left behind this one: x marks as absent, c makes a new batch.",
    is_heading="This is a heading; choose an item beneath it.",
    item_done="This item is done.",
    item_running="This item is running.",
    item_skipped="This item is skipped. x brings it back.",
    item_aside="This item is laid aside. x brings it back.",
    item_upcoming="This item has not begun.",
    not_skipped="This item is not skipped.",
    session_over="The session of this item is over: make it the next one to take it up now.",
    rest="Items of this session are left: lay them aside or keep them?",
    early="Its hour is far ahead; it is not started without a question.",
    awaited="It waits for somebody who is not there; it is not started without a question.",
    long_over="That item was over long ago; the show does not go back to it without a question.",
    far_start="The hour of the plan is far away; the show is not started without a question.",
    unplayed="The music of the rite has not been played; it is not left without a question.",
    sounding="The music of the rite is playing; it is not left without a question.",
    protected="Protected: it is never shortened or skipped.",
    already_held="Already on hold.",
    not_held="Nothing is on hold.",
    nothing_to_undo="Nothing to undo.",
    nothing_to_redo="Nothing that was undone is left to redo.",
    no_item_before="There is no item before this one.",
    no_cue="No cue is left to stand by.",
    cue_over="This cue is over.",
    already_answered="This message is answered already.",
    no_stepped_clock="No alarm tells of a clock that was set.",
    bad_place="It cannot be put there.",
    bad_cue="A cue is for MC, music, lights, screen, ushers or stage, and only the music's has a track.",
    not_inserted="The plan has this item: it can be skipped, not taken out.",
    bad_follow="A cue follows only the track of another cue of its own item.",
    bad_length="That length makes no sense.",
    below_least="Shorter than the item may be.",
    above_most="Longer than the item may be.",
    must_stay="Nobody has said that this item may be left out.",
    promised="This item is a leader's and stays as it is.",
    bad_kind="There is no such kind of item.",
    not_a_vote="Nothing is voted on in this item.",
    empty="Nothing is written.",
    too_long="Too long; make it shorter.",
    too_many="Too many proposals: wait for an answer before the next.",
    changed_since="Somebody has changed this item since it was proposed: it stays as they left it.",
    anthem="The anthem is playing; it is not silenced without a question.",
    unknown_track="There is no such track.",
    no_track="This cue plays no track.",
    nothing_sounds="Nothing is playing.",
    player_taken="Another machine is playing the music.",
    no_player="There is no music player: play by hand.",
    wrong_code="A digit of the card's code was misread: scan or type it again.",
    old_term="Another console has taken over since.",
    already_kept="That has been kept already.",
    not_allowed="This role may not ask that.",
    following="This console only follows; another one calls the show. Ask there.",
)
