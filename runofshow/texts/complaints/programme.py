"""Advice on the programme: what no chairman wants to meet in the hall."""

from __future__ import annotations

from msgspec import Struct


class ProgrammeAdvice(Struct, frozen=True):
    past_hard_out: str
    past_hard_out_remedy: str
    overlap: str
    overlap_remedy: str
    session_overlap: str
    session_overlap_remedy: str
    gap: str
    gap_remedy: str
    no_flag_salute: str
    no_flag_salute_remedy: str
    no_opening: str
    no_opening_remedy: str
    snack_without_break: str
    snack_without_break_remedy: str
    speech_overdue: str
    speech_overdue_remedy: str
    duty_overdue: str
    duty_overdue_remedy: str
    award_without_decision: str
    award_without_decision_remedy: str
    award_without_presenter: str
    award_without_presenter_remedy: str
    leader_without_time: str
    leader_without_time_remedy: str
    duration_unused: str
    duration_unused_remedy: str
    until_unused: str
    until_unused_remedy: str
    until_past: str
    until_past_remedy: str
    parts_sum: str
    parts_sum_remedy: str
    number_twice: str
    number_twice_remedy: str
    number_of_several_sessions: str
    number_of_several_sessions_remedy: str
    truth_as_argument: str
    truth_as_argument_remedy: str
    whole_number_to_lights: str
    whole_number_to_lights_remedy: str
    signal_of_another_item: str
    signal_of_another_item_remedy: str
    mc_unnamed: str
    mc_unnamed_remedy: str
    mc_placeholder: str
    mc_placeholder_remedy: str
    higher_hand_for_lower_award: str
    higher_hand_for_lower_award_remedy: str
    leader_for_no_item: str
    leader_for_no_item_remedy: str
    leader_after_start: str
    leader_after_start_remedy: str
    title_abbreviated: str
    title_abbreviated_remedy: str
    cue_step_not_taken: str
    cue_step_not_taken_remedy: str
    cue_word_unsaid: str
    cue_word_unsaid_remedy: str
    guessed: str
    guessed_remedy: str
    doubtful: str
    doubtful_remedy: str
    cue_outside_item: str
    cue_outside_item_remedy: str


VI = ProgrammeAdvice(
    past_hard_out="theo kế hoạch, phiên kết thúc lúc {end}, quá hạn kết thúc {hard_out} là {by}",
    past_hard_out_remedy="rút bớt thời lượng, hoặc bắt đầu sớm hơn",
    overlap="mục bắt đầu cố định lúc {start} nhưng phần trước đến {end} mới xong (lấn {by})",
    overlap_remedy="lùi giờ bắt đầu, hoặc rút ngắn phần trước",
    session_overlap="phiên bắt đầu lúc {start} nhưng phiên trước đến {end} mới xong (lấn {by})",
    session_overlap_remedy="lùi giờ bắt đầu, hoặc rút ngắn phiên trước",
    gap="trống {by} trước mục này (từ {end} đến {start})",
    gap_remedy="cho mục bắt đầu sớm hơn, hoặc thêm một mục giải lao",
    no_flag_salute="kịch bản không có mục chào cờ",
    no_flag_salute_remedy="thêm dòng - {{title: Chào cờ, kind: flag_salute}}, hoặc bỏ qua nếu Ban Tổ chức đã quyết định như vậy",
    no_opening="kịch bản không có mục khai mạc",
    no_opening_remedy='thêm dòng - {{title: Khai mạc, kind: opening, by: Đồng chí ...}}, hoặc "also: [opening]" ở mục tuyên bố lý do',
    snack_without_break='kế hoạch có "{word}" nhưng kịch bản không có mục giải lao',
    snack_without_break_remedy="thêm dòng - {{title: Giải lao, kind: break, until: 9h30}}",
    speech_overdue='bài "{title}" chưa nộp, hạn {due} đã qua',
    duty_overdue="việc “{what}” chưa ghi là xong, hạn {due} đã qua",
    duty_overdue_remedy='nhắc người làm; khi đã xong, ghi ngày xong, như "done: {due}"',
    speech_overdue_remedy='nhắc người trình bày; khi đã có bài, ghi "received: true"',
    award_without_decision='mục trao thưởng "{title}" chưa có quyết định',
    award_without_decision_remedy='viết ở mục này award: {{decision: Quyết định số ..., presenter: Đồng chí ...}}; đã có "award:" thì thêm "decision:" vào đó',
    award_without_presenter='mục trao thưởng "{title}" chưa có người trao',
    award_without_presenter_remedy='viết ở mục này award: {{decision: Quyết định số ..., presenter: Đồng chí ...}}; đã có "award:" thì thêm "presenter:" vào đó',
    leader_without_time='phần phát biểu chỉ đạo "{title}" chưa có thời lượng trong kế hoạch',
    leader_without_time_remedy='hỏi văn phòng của lãnh đạo rồi thêm "duration: 15 phút"',
    duration_unused='"duration: {given}" không được dùng: mục này kéo dài đến {until}, tức là {length}',
    duration_unused_remedy='bỏ "duration", hoặc bỏ "until"',
    until_unused='"until: {given}" không được dùng: phần cuối "{part}" có giờ kết thúc riêng, {until}',
    until_unused_remedy='bỏ "until" của mục, hoặc của phần cuối',
    until_past='"{title}" phải xong lúc {until}, nhưng theo kế hoạch đến {start} mới bắt đầu: không còn phút nào',
    until_past_remedy='sửa "until", hoặc rút ngắn các mục trước đó',
    parts_sum="các phần cộng lại là {sum}, không bằng {target} của mục",
    parts_sum_remedy="sửa thời lượng các phần hoặc của mục",
    number_twice='số "{number}" đã có ở dòng {first} của cùng phiên',
    number_twice_remedy='sửa "number" của một trong hai mục; bỏ trống thì máy đánh số tiếp',
    number_of_several_sessions='{name} không nói rõ phiên nào: số "{number}" có ở nhiều phiên',
    number_of_several_sessions_remedy="đánh số liên tục qua các phiên, hoặc dùng {id}",
    truth_as_argument="có máy (Pure Data) bỏ qua true/false làm các tham số sau bị dồn lên",
    truth_as_argument_remedy="viết {value}, trừ khi máy nhận cần đúng kiểu true/false",
    whole_number_to_lights="với đèn, số nguyên {value} là mức {value} trên 255: [1] gần như tối",
    whole_number_to_lights_remedy="muốn tính theo phần của mức sáng nhất thì viết số thập phân: 1.0 là sáng hết, 0.5 là một nửa",
    signal_of_another_item='tín hiệu không bao giờ được gửi: hiệu lệnh "{cue}" ở trong mục "{title}", không phải mục này',
    signal_of_another_item_remedy='sửa "item", hoặc bỏ đi: hiệu lệnh đã đủ rõ',
    mc_unnamed='"{title}" chưa có tên người; MC sẽ đọc: {words}',
    mc_unnamed_remedy='thêm "by: họ và tên"; hoặc viết lời dẫn riêng ở "mc"',
    mc_placeholder='lời dẫn có "{{{name}}}" không được thay',
    mc_placeholder_remedy="chỉ {{by}} và {{title}} được thay bằng nội dung của mục",
    higher_hand_for_lower_award='"{title}" do {presenter} trao, còn {higher} có mặt lại trao hình thức thấp hơn ("{lower}")',
    higher_hand_for_lower_award_remedy="lãnh đạo cao nhất có mặt thường trao hình thức cao nhất: xem lại presenter của hai mục",
    leader_for_no_item='{name} được mục "{item}" chờ, nhưng không mục nào mang mã hay số ấy',
    leader_for_no_item_remedy="ghi mã (id) hoặc số của mục, hoặc bỏ `for`: mục đầu tiên chờ",
    leader_after_start='{name} đến lúc {at}, còn "{title}" bắt đầu lúc {start}',
    leader_after_start_remedy="cho mục ấy bắt đầu muộn hơn, hoặc đưa lên trước một mục không phải chờ",
    title_abbreviated='chức danh viết tắt: "{short}"',
    title_abbreviated_remedy="viết đầy đủ: {write}",
    cue_step_not_taken='hiệu lệnh đợi bước "{step}" nhưng mục "{title}" không có bước ấy',
    cue_step_not_taken_remedy='đổi sang một bước có trong mục, hoặc ghi thêm điều bước ấy cần: "photo", "flowers", "decision" ở "award"',
    cue_word_unsaid='hiệu lệnh đợi lời "{word}" nhưng lời dẫn của mục "{title}" không có lời ấy',
    cue_word_unsaid_remedy="chép đúng một cụm trong lời dẫn của mục, hoặc thêm cụm ấy vào mc",
    guessed='"{key}" của "{title}" là phỏng đoán khi nhập kế hoạch',
    guessed_remedy='xem lại, sửa nếu sai, rồi bỏ "{key}" khỏi "guessed"',
    doubtful="còn phải xem lại: {words}",
    doubtful_remedy='khi đã rõ, bỏ dòng này khỏi "doubts"',
    cue_outside_item="hiệu lệnh rơi ra ngoài mục dài {length}",
    cue_outside_item_remedy='sửa "at", hoặc thời lượng của mục',
)


EN = ProgrammeAdvice(
    past_hard_out="by plan the session ends at {end}, {by} past its hard out {hard_out}",
    past_hard_out_remedy="shorten it, or start earlier",
    overlap="the item is fixed at {start}, but what comes before ends at {end} ({by} over)",
    overlap_remedy="start it later, or shorten what comes before",
    session_overlap="the session starts at {start}, but the one before ends at {end} ({by} over)",
    session_overlap_remedy="start it later, or shorten the one before",
    gap="nothing is planned for {by} before this item (from {end} to {start})",
    gap_remedy="start it earlier, or add a break",
    no_flag_salute="the agenda has no flag salute",
    no_flag_salute_remedy="add the line - {{title: Chào cờ, kind: flag_salute}}, unless the organiser wants none",
    no_opening="the agenda has no opening",
    no_opening_remedy='add the line - {{title: Khai mạc, kind: opening, by: ...}}, or "also: [opening]" to the introduction',
    snack_without_break='the plan speaks of "{word}", but the agenda has no break',
    snack_without_break_remedy="add the line - {{title: Giải lao, kind: break, until: 9h30}}",
    speech_overdue='the text of "{title}" has not come, and its deadline {due} is past',
    duty_overdue='"{what}" is not marked as done, and its day {due} is past',
    duty_overdue_remedy='remind who owes it; once it is done, write the day, like "done: {due}"',
    speech_overdue_remedy='remind the speaker; once it is there, write "received: true"',
    award_without_decision='the award "{title}" names no decision',
    award_without_decision_remedy='write at the item award: {{decision: ..., presenter: ...}}; where "award:" is there, add "decision:" to it',
    award_without_presenter='the award "{title}" names no presenter',
    award_without_presenter_remedy='write at the item award: {{decision: ..., presenter: ...}}; where "award:" is there, add "presenter:" to it',
    leader_without_time='the plan gives the guiding remarks "{title}" no time',
    leader_without_time_remedy='ask the leader\'s office and add "duration: 15 min"',
    duration_unused='"duration: {given}" is not used: the item lasts up to {until}, which is {length}',
    duration_unused_remedy='leave out "duration", or "until"',
    until_unused='"until: {given}" is not used: the last part "{part}" has an end of its own, {until}',
    until_unused_remedy='leave out "until" at the item, or at its last part',
    until_past='"{title}" is to end at {until} but begins by plan at {start}: no minute is left for it',
    until_past_remedy='mend "until", or shorten what stands before it',
    parts_sum="the parts make {sum} and not the item's {target}",
    parts_sum_remedy="mend the parts or the item",
    number_twice='the number "{number}" stands already on line {first} of the same session',
    number_twice_remedy='change the "number" of one of them; left out, it is counted',
    number_of_several_sessions='{name} does not say which session: "{number}" stands in several',
    number_of_several_sessions_remedy="number the items through all sessions, or use {id}",
    truth_as_argument="some gear (Pure Data) drops true and false, which moves the arguments behind",
    truth_as_argument_remedy="write {value}, unless the gear wants a truth",
    whole_number_to_lights="to lights the whole number {value} is level {value} of 255: [1] is nearly dark",
    whole_number_to_lights_remedy="for a part of full write a decimal number: 1.0 is full, 0.5 is half",
    signal_of_another_item='the signal is never sent: the cue "{cue}" is in "{title}" and not in this item',
    signal_of_another_item_remedy='mend "item", or leave it out: the cue says enough',
    mc_unnamed='"{title}" names nobody; the MC will read: {words}',
    mc_unnamed_remedy='add "by: full name", or write words of your own at "mc"',
    mc_placeholder='the MC\'s words have "{{{name}}}", which nothing fills in',
    mc_placeholder_remedy="only {{by}} and {{title}} are filled in",
    higher_hand_for_lower_award='"{title}" is presented by {presenter}, while {higher} presents a lower form ("{lower}")',
    higher_hand_for_lower_award_remedy="the highest leader present usually hands over the highest form: look at both presenters again",
    leader_for_no_item='{name} is awaited by "{item}", which no item is called',
    leader_for_no_item_remedy="give the id or the number of an item, or leave `for` out: then the first waits",
    leader_after_start='{name} comes at {at}, and "{title}" begins at {start}',
    leader_after_start_remedy="begin it later, or put something in front that does not wait for them",
    title_abbreviated='"{short}" shortens a title',
    title_abbreviated_remedy="write it out: {write}",
    cue_step_not_taken='a cue waits for the step "{step}", which "{title}" does not have',
    cue_step_not_taken_remedy='name a step that the item has, or write what that step asks for: "photo", "flowers", "decision" of its "award"',
    cue_word_unsaid='a cue waits for the word "{word}", which the words of "{title}" do not have',
    cue_word_unsaid_remedy="copy a phrase from the item's words, or add this one to its mc",
    guessed='the "{key}" of "{title}" is a guess of the import',
    guessed_remedy='look, correct it if it is wrong, then take "{key}" out of "guessed"',
    doubtful="still to be looked at: {words}",
    doubtful_remedy='once it is clear, take this line out of "doubts"',
    cue_outside_item="the cue falls outside its item of {length}",
    cue_outside_item_remedy='mend "at", or the item\'s length',
)
