"""What is wrong between the parts of an agenda: ids, tracks, cues, sessions."""

from __future__ import annotations

from msgspec import Struct


class AcrossComplaints(Struct, frozen=True):
    duplicate_id: str
    duplicate_id_remedy: str
    unknown_track: str
    unknown_track_remedy: str
    track_without_music: str
    track_without_music_remedy: str
    track_ends_before_start: str
    track_ends_before_start_remedy: str
    action_of_another: str
    action_of_another_remedy: str
    cue_without_text: str
    cue_without_text_remedy: str
    fade_without_fading: str
    fade_without_fading_remedy: str
    pre_wait_without_play: str
    pre_wait_without_play_remedy: str
    no_play_before: str
    no_play_before_remedy: str
    unknown_play: str
    unknown_play_remedy: str
    track_never_ends: str
    track_never_ends_remedy: str
    auto_on_word: str
    auto_on_word_remedy: str
    no_timecode: str
    no_timecode_remedy: str
    no_such_frame: str
    no_such_frame_remedy: str
    hand_at_timecode: str
    hand_at_timecode_remedy: str
    unknown_source: str
    unknown_source_remedy: str
    unknown_rate: str
    unknown_rate_remedy: str
    items_and_sessions: str
    items_and_sessions_remedy: str
    no_items: str
    no_items_remedy: str
    belongs_in_session: str
    belongs_in_session_remedy: str
    date_and_period: str
    date_and_period_remedy: str
    empty_period: str
    empty_period_remedy: str
    period_backwards: str
    period_backwards_remedy: str
    signal_to_nobody: str
    signal_to_nobody_remedy: str
    signal_to_both: str
    signal_to_both_remedy: str
    key_of_other_signal: str
    key_of_other_signal_remedy: str
    bad_header_name: str
    bad_header_name_remedy: str
    header_of_the_sender: str
    header_of_the_sender_remedy: str
    too_many_headers: str
    too_many_headers_remedy: str
    too_many_arguments: str
    too_many_arguments_remedy: str
    too_many_signals: str
    too_many_signals_remedy: str
    never_set_off: str
    never_set_off_remedy: str
    unknown_placeholder: str
    unknown_placeholder_remedy: str
    placeholder_without_value: str
    placeholder_without_value_remedy: str
    unknown_item: str
    unknown_item_remedy: str
    number_of_several: str
    number_of_several_remedy: str
    unknown_cue: str
    unknown_cue_remedy: str
    parts_too_deep: str
    parts_too_deep_remedy: str
    batch_with_parts: str
    batch_with_parts_remedy: str
    time_backwards: str
    time_backwards_remedy: str
    session_backwards: str
    session_backwards_remedy: str
    session_start_missing: str
    session_start_missing_remedy: str


VI = AcrossComplaints(
    duplicate_id='mã "{id}" đã dùng ở dòng {first}',
    duplicate_id_remedy="đặt mã khác, hoặc xóa để tự sinh mã",
    unknown_track='không có bản nhạc "{track}"',
    unknown_track_remedy='thêm vào "tracks:"; hiện có: {known}',
    track_without_music='vai "{role}" không phát nhạc',
    track_without_music_remedy='chuyển hiệu lệnh sang "music", hoặc bỏ "track"',
    track_ends_before_start='bản nhạc "{id}" kết thúc trước khi bắt đầu',
    track_ends_before_start_remedy='sửa "start" hoặc "end"',
    action_of_another='vai "{role}" không làm việc "{do}"',
    action_of_another_remedy='chuyển hiệu lệnh sang "{owner}", hoặc dùng "do: do"',
    cue_without_text="hiệu lệnh không nói phải làm gì",
    cue_without_text_remedy='thêm "text:"',
    fade_without_fading='việc "{do}" không có độ dài "fade"',
    fade_without_fading_remedy='chỉ "do: fade" và "do: play" có; bỏ "fade"',
    pre_wait_without_play='"{do}" không có "pre_wait"',
    pre_wait_without_play_remedy='chỉ lệnh "play" có; xóa "pre_wait", hoặc lùi "at"',
    no_play_before='trước lệnh này, mục chưa có lệnh "play" nào',
    no_play_before_remedy="đặt lệnh phát nhạc lên trước trong cùng mục, hoặc neo vào start, end, word",
    unknown_play='trong mục không có lệnh phát "{cue}" đứng trước lệnh này',
    unknown_play_remedy="các lệnh phát đứng trước: {known}",
    track_never_ends='bản nhạc "{track}" phát lặp nên không bao giờ hết',
    track_never_ends_remedy='bỏ "loop" của bản nhạc, hoặc neo vào start, end, word',
    auto_on_word="hiệu lệnh chờ nghe câu nói không thể tự chạy",
    auto_on_word_remedy='dùng "go: hand"',
    no_timecode="hiệu lệnh chờ mã giờ, mà kế hoạch không nghe mã giờ nào",
    no_timecode_remedy='viết ở đầu tệp: "timecode: {{from: ltc, rate: 25}}"',
    no_such_frame="ở {rate} khung hình một giây không có mã giờ {text}",
    no_such_frame_remedy="viết một khung hình có thật, hoặc sửa rate của timecode",
    hand_at_timecode="hiệu lệnh ở mã giờ chạy theo mã giờ, không do người gọi",
    hand_at_timecode_remedy='dùng "go: auto"',
    unknown_source='mã giờ không đến từ "{text}"',
    unknown_source_remedy="viết ltc (qua cổng âm thanh) hoặc mtc (qua MIDI)",
    unknown_rate='không có tốc độ mã giờ "{text}"',
    unknown_rate_remedy="viết một trong: {known}",
    items_and_sessions='có cả "items" lẫn "sessions"',
    items_and_sessions_remedy='chuyển các mục vào một phiên của "sessions"',
    no_items="kịch bản chưa có mục nào",
    no_items_remedy="viết dưới dòng items: mỗi mục một dòng - {{title: Chào cờ, kind: flag_salute}}",
    belongs_in_session='"{key}" phải nằm trong từng phiên',
    belongs_in_session_remedy='chuyển "{key}" vào các phiên của "sessions"',
    date_and_period='có cả "date" lẫn "period"',
    date_and_period_remedy='đã chốt ngày thì xóa "period"',
    empty_period='"period" chưa nói gì',
    empty_period_remedy='thêm "text", "from" hoặc "to"',
    period_backwards="ngày cuối {to} trước ngày đầu {start}",
    period_backwards_remedy='đổi chỗ "from" và "to"',
    signal_to_nobody="tín hiệu không ghi gửi đi đâu",
    signal_to_nobody_remedy='thêm "gear:" (mã thiết bị), "osc:" (máy:cổng) hoặc "http:" (địa chỉ)',
    signal_to_both='có cả "{own}" và "{other}"',
    signal_to_both_remedy="tách thành hai tín hiệu",
    key_of_other_signal='"{key}" là của "{other}", không phải của "{own}"',
    key_of_other_signal_remedy='xóa "{key}", hoặc gửi qua "{other}"',
    bad_header_name='"{name}" không thể là tên header',
    bad_header_name_remedy="tên header chỉ gồm chữ không dấu, chữ số và dấu nối, ví dụ Content-Type",
    header_of_the_sender='header "{name}" do máy tự đặt khi gửi',
    header_of_the_sender_remedy="xóa dòng này",
    too_many_headers="tín hiệu có hơn {most} header",
    too_many_headers_remedy="bỏ bớt",
    too_many_arguments="tín hiệu có hơn {most} tham số",
    too_many_arguments_remedy="bỏ bớt, hoặc tách thành nhiều tín hiệu",
    too_many_signals="kịch bản có hơn {most} tín hiệu",
    too_many_signals_remedy="bỏ bớt; một tín hiệu không ghi item, cue sẽ đi với mọi mục, mọi hiệu lệnh",
    never_set_off='tín hiệu có "{key}" thì không bao giờ đi vào lúc "{on}"',
    never_set_off_remedy='xóa "{key}", hoặc đổi "on"',
    unknown_placeholder="{name} không phải một giá trị của buổi",
    unknown_placeholder_remedy="dùng các tên như {{current.title}}, {{next.number}}, {{item.title}}, {{cue.text}}, {{now}}",
    placeholder_without_value='lúc "{on}" không có {name}',
    placeholder_without_value_remedy='dùng {{current...}}, {{next...}}, {{show...}}, hoặc đổi "on"',
    unknown_item='không có mục "{item}"',
    unknown_item_remedy="ghi mã (id) hoặc số của một mục trong kịch bản",
    number_of_several='có {count} mục mang số "{item}"',
    number_of_several_remedy='đặt "id" cho mục cần chọn rồi ghi mã đó',
    unknown_cue='không có hiệu lệnh "{cue}"',
    unknown_cue_remedy='đặt "id" cho hiệu lệnh rồi ghi mã đó',
    parts_too_deep="phần của một mục không chia tiếp được",
    parts_too_deep_remedy="đưa các phần này lên cùng cấp",
    batch_with_parts='"batch" chia danh sách của một mục chưa chia phần',
    batch_with_parts_remedy='bỏ "batch" ở đây; hoặc bỏ "parts" và ghi cả danh sách vào "recipients" của mục',
    time_backwards="giờ {time} không sau {before}",
    time_backwards_remedy="sửa giờ, hoặc xếp lại thứ tự các mục",
    session_backwards="phiên bắt đầu {said}, không sau phiên trước ({before})",
    session_backwards_remedy="sửa giờ hoặc ngày, hoặc đổi thứ tự các phiên",
    session_start_missing="phiên này chưa có giờ bắt đầu",
    session_start_missing_remedy='thêm "start:" cho phiên',
)


EN = AcrossComplaints(
    duplicate_id='the id "{id}" is already used on line {first}',
    duplicate_id_remedy="give another, or delete it and one is made",
    unknown_track='there is no track "{track}"',
    unknown_track_remedy='add it to "tracks:"; there are: {known}',
    track_without_music='the role "{role}" plays no music',
    track_without_music_remedy='give the cue to "music", or delete "track"',
    track_ends_before_start='the track "{id}" ends before it begins',
    track_ends_before_start_remedy='mend "start" or "end"',
    action_of_another='the role "{role}" does not "{do}"',
    action_of_another_remedy='give the cue to "{owner}", or use "do: do"',
    cue_without_text="the cue does not say what to do",
    cue_without_text_remedy='add "text:"',
    fade_without_fading='"{do}" has no "fade"',
    fade_without_fading_remedy='only "do: fade" and "do: play" have one; delete "fade"',
    pre_wait_without_play='"{do}" has no "pre_wait"',
    pre_wait_without_play_remedy='only "play" has one; delete it, or move "at"',
    no_play_before='the item has no "play" before this cue',
    no_play_before_remedy="write the cue that plays above it in the same item, or use start, end or word",
    unknown_play='no cue "{cue}" plays a track before this one in its item',
    unknown_play_remedy="these do: {known}",
    track_never_ends='the track "{track}" is a loop and never ends',
    track_never_ends_remedy='delete its "loop", or use start, end or word',
    auto_on_word="a cue on a word cannot go by itself",
    auto_on_word_remedy='use "go: hand"',
    no_timecode="a cue waits for a timecode, and the plan listens to none",
    no_timecode_remedy='write at the top of the file: "timecode: {{from: ltc, rate: 25}}"',
    no_such_frame="at {rate} frames a second there is no timecode {text}",
    no_such_frame_remedy="write a frame that there is, or mend the rate of the timecode",
    hand_at_timecode="a cue at a timecode goes by the code, called by nobody",
    hand_at_timecode_remedy='use "go: auto"',
    unknown_source='no timecode comes in by "{text}"',
    unknown_source_remedy="write ltc (as sound) or mtc (by MIDI)",
    unknown_rate='no timecode has the rate "{text}"',
    unknown_rate_remedy="write one of: {known}",
    items_and_sessions='there are both "items" and "sessions"',
    items_and_sessions_remedy='move the items into one of the "sessions"',
    no_items="the agenda has no items",
    no_items_remedy="write below items: a line for each like - {{title: Chào cờ, kind: flag_salute}}",
    belongs_in_session='"{key}" belongs in each session',
    belongs_in_session_remedy='move "{key}" into the "sessions"',
    date_and_period='there are both "date" and "period"',
    date_and_period_remedy='once the day is fixed, delete "period"',
    empty_period='"period" says nothing',
    empty_period_remedy='add "text", "from" or "to"',
    period_backwards="the last day {to} is before the first {start}",
    period_backwards_remedy='swap "from" and "to"',
    signal_to_nobody="the signal goes nowhere",
    signal_to_nobody_remedy='add "gear:" (its id), "osc:" (host:port) or "http:" (an address)',
    signal_to_both='there are both "{own}" and "{other}"',
    signal_to_both_remedy="make two signals of it",
    key_of_other_signal='"{key}" belongs to "{other}" and not to "{own}"',
    key_of_other_signal_remedy='delete "{key}", or send it by "{other}"',
    bad_header_name='"{name}" cannot be the name of a header',
    bad_header_name_remedy="a header has letters, digits and hyphens, like Content-Type",
    header_of_the_sender='the header "{name}" is set by the sender',
    header_of_the_sender_remedy="delete it",
    too_many_headers="the signal has more than {most} headers",
    too_many_headers_remedy="take some out",
    too_many_arguments="the signal has more than {most} arguments",
    too_many_arguments_remedy="take some out, or make several signals",
    too_many_signals="the agenda has more than {most} signals",
    too_many_signals_remedy="take some out; one without item and cue goes for all of them",
    never_set_off='narrowed by "{key}", "{on}" never sets it off',
    never_set_off_remedy='delete "{key}", or change "on"',
    unknown_placeholder="{name} is not a value of the show",
    unknown_placeholder_remedy="use names like {{current.title}}, {{next.number}}, {{item.title}}, {{cue.text}}, {{now}}",
    placeholder_without_value='there is no {name} on "{on}"',
    placeholder_without_value_remedy='use {{current...}}, {{next...}}, {{show...}}, or change "on"',
    unknown_item='there is no item "{item}"',
    unknown_item_remedy="name one of the agenda by its id or number",
    number_of_several='{count} items have the number "{item}"',
    number_of_several_remedy='give the one that is meant an "id", and name that',
    unknown_cue='there is no cue "{cue}"',
    unknown_cue_remedy='give the cue an "id", and name that',
    parts_too_deep="a part cannot have parts",
    parts_too_deep_remedy="bring them up one level",
    batch_with_parts='"batch" divides the list of an item that has no parts yet',
    batch_with_parts_remedy='leave "batch" out here; or leave "parts" out and write the whole list under the item\'s "recipients"',
    time_backwards="the time {time} does not come after {before}",
    time_backwards_remedy="mend it, or change the order",
    session_backwards="the session starts {said}, not after the one before ({before})",
    session_backwards_remedy="mend the time or the day, or change the order",
    session_start_missing="this session has no start",
    session_start_missing_remedy='add "start:" to it',
)
