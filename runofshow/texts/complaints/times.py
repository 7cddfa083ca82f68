"""What is wrong with a time, a length or a day."""

from __future__ import annotations

from msgspec import Struct


class TimeComplaints(Struct, frozen=True):
    not_a_time: str
    not_a_time_remedy: str
    time_range: str
    time_range_remedy: str
    year_as_time: str
    year_as_time_remedy: str
    time_out_of_range: str
    time_out_of_range_remedy: str
    not_a_length: str
    not_a_length_remedy: str
    clock_as_length: str
    clock_as_length_remedy: str
    year_as_length: str
    year_as_length_remedy: str
    bare_length: str
    bare_length_remedy: str
    length_range: str
    length_range_remedy: str
    negative_length: str
    negative_length_remedy: str
    length_zero: str
    length_zero_remedy: str
    length_too_long: str
    length_too_long_remedy: str
    not_a_date: str
    not_a_date_remedy: str
    neither_day_nor_done: str
    neither_day_nor_done_remedy: str
    month_as_date: str
    month_as_date_remedy: str
    date_without_year: str
    date_without_year_remedy: str
    year_out_of_range: str
    year_out_of_range_remedy: str
    no_such_day: str
    no_such_day_remedy: str
    not_an_anchor: str
    not_an_anchor_remedy: str
    not_a_timecode: str
    not_a_timecode_remedy: str
    unknown_step: str
    unknown_step_remedy: str
    anchor_without_word: str
    anchor_without_word_remedy: str
    anchor_outside_item: str
    anchor_outside_item_remedy: str
    anchor_before_track_ends: str
    anchor_before_track_ends_remedy: str
    anchor_without_cue: str
    anchor_without_cue_remedy: str


VI = TimeComplaints(
    not_a_time='"{text}" không phải giờ trong ngày',
    not_a_time_remedy="viết như 7h30, 07:30 hoặc 7 giờ 30",
    time_range='"{text}" là khoảng giờ',
    time_range_remedy='chỉ viết giờ bắt đầu; ghi độ dài vào "duration"',
    year_as_time='"{text}" là năm, không phải giờ',
    year_as_time_remedy="viết giờ như 7h30, hoặc chuyển năm vào tiêu đề",
    time_out_of_range='"{text}" không phải giờ có thật',
    time_out_of_range_remedy="giờ từ 0h00 đến 23h59",
    not_a_length='"{text}" không phải thời lượng',
    not_a_length_remedy="viết như 15 phút, 15', 1h20 hoặc 90s",
    clock_as_length='"{text}" là giờ trên đồng hồ, không rõ là phút giây hay giờ phút',
    clock_as_length_remedy="viết như 7'30 (7 phút 30 giây) hoặc 7h30 (7 giờ 30 phút)",
    year_as_length='"{text}" là năm, không phải thời lượng',
    year_as_length_remedy="viết như 15 phút, hoặc chuyển năm vào tiêu đề",
    bare_length='"{text}" không có đơn vị',
    bare_length_remedy="viết rõ giây (s) hay phút (')",
    length_range='"{text}" là khoảng thời lượng',
    length_range_remedy="chọn một thời lượng để lập kế hoạch",
    negative_length='thời lượng "{text}" là số âm',
    negative_length_remedy="viết thời lượng lớn hơn 0",
    length_zero="thời lượng bằng 0",
    length_zero_remedy="xóa dòng này để lấy thời lượng tạm tính của loại mục",
    length_too_long='thời lượng "{text}" dài quá một ngày',
    length_too_long_remedy="chia thành nhiều phiên",
    not_a_date='"{text}" không phải ngày',
    not_a_date_remedy="viết như 27/3/2020 hoặc 2020-03-27",
    neither_day_nor_done='"{text}" không cho biết việc đã xong chưa',
    neither_day_nor_done_remedy="ghi ngày làm xong, như 30/11/2026, hoặc true; chưa xong thì bỏ dòng này",
    month_as_date='"{text}" chưa chỉ rõ ngày',
    month_as_date_remedy='dùng "period:" với "text", "from", "to" khi chưa chốt ngày',
    date_without_year='ngày "{text}" thiếu năm đủ bốn chữ số',
    date_without_year_remedy="viết như 27/3/2020",
    year_out_of_range='năm của "{text}" không hợp lệ',
    year_out_of_range_remedy="viết năm từ 1900 đến 2199",
    no_such_day='"{text}" không có trong lịch',
    no_such_day_remedy="viết ngày trước, tháng sau: 27/3/2020",
    not_an_anchor='"{text}" không phải thời điểm của hiệu lệnh',
    not_an_anchor_remedy="viết start, start + 90s, end - 1', hết nhạc + 2s, hoặc word kèm lời cần nghe",
    not_a_timecode='"{text}" không phải là mã giờ',
    not_a_timecode_remedy="viết giờ:phút:giây:khung hình, ví dụ tc 01:00:10:00",
    unknown_step='không có bước trao thưởng nào tên như "{text}"',
    unknown_step_remedy="viết một trong các bước: đọc quyết định, mời lên, xếp hàng, mời người trao, trao, tặng hoa, chụp ảnh, về vị trí",
    anchor_without_word='sau "word" phải có câu chờ nghe',
    anchor_without_word_remedy="viết như: word Chào cờ!",
    anchor_outside_item='thời điểm "{text}" nằm ngoài mục',
    anchor_outside_item_remedy="viết start hoặc start + một thời lượng, end hoặc end - một thời lượng",
    anchor_before_track_ends='"{text}" đứng trước lúc hết nhạc',
    anchor_before_track_ends_remedy="viết hết nhạc, hoặc hết nhạc + một khoảng",
    anchor_without_cue='"{text}" chưa rõ là hết bản nhạc nào',
    anchor_without_cue_remedy="viết hết nhạc của, rồi mã của lệnh phát",
)


EN = TimeComplaints(
    not_a_time='"{text}" is not a time of day',
    not_a_time_remedy="write it like 7h30 or 07:30",
    time_range='"{text}" is a span of time',
    time_range_remedy='write only its start, and the length as "duration"',
    year_as_time='"{text}" is a year and not a time',
    year_as_time_remedy="write a time like 7h30, or move the year to the title",
    time_out_of_range='"{text}" is no time of any day',
    time_out_of_range_remedy="times run from 0h00 to 23h59",
    not_a_length='"{text}" is not a length of time',
    not_a_length_remedy="write it like 15', 1h20 or 90s",
    clock_as_length='"{text}" may be minutes and seconds or hours and minutes',
    clock_as_length_remedy="write 7'30 or 7h30",
    year_as_length='"{text}" is a year and not a length of time',
    year_as_length_remedy="write it like 15', or move the year to the title",
    bare_length='"{text}" has no unit',
    bare_length_remedy="write seconds (s) or minutes (')",
    length_range='"{text}" is a range of lengths',
    length_range_remedy="choose the one to plan with",
    negative_length='the length "{text}" is negative',
    negative_length_remedy="write a length above zero",
    length_zero="the length is zero",
    length_zero_remedy="delete the line to take the length assumed for its kind",
    length_too_long='the length "{text}" is more than a day',
    length_too_long_remedy="split it into sessions",
    not_a_date='"{text}" is not a day',
    not_a_date_remedy="write it like 27/3/2020 or 2020-03-27",
    neither_day_nor_done='"{text}" does not say whether it is done',
    neither_day_nor_done_remedy="write the day it was done, like 30/11/2026, or true; leave it out while it is not",
    month_as_date='"{text}" names no single day',
    month_as_date_remedy='use "period:" with "text", "from" and "to" while the day is open',
    date_without_year='the day "{text}" lacks its year of four digits',
    date_without_year_remedy="write it like 27/3/2020",
    year_out_of_range='the year of "{text}" is not possible',
    year_out_of_range_remedy="write a year from 1900 to 2199",
    no_such_day='"{text}" is not in the calendar',
    no_such_day_remedy="the day comes before the month: 27/3/2020",
    not_an_anchor='"{text}" is not the moment of a cue',
    not_an_anchor_remedy="write start, start + 90s, end - 1', after track + 2s, or word and what to listen for",
    not_a_timecode='"{text}" is no timecode',
    not_a_timecode_remedy="write hours:minutes:seconds:frames, as in tc 01:00:10:00",
    unknown_step='no step of an award is called "{text}"',
    unknown_step_remedy="write one of: reading, call, line_up, presenters, handing, flowers, photo, off",
    anchor_without_word='nothing follows "word"',
    anchor_without_word_remedy="write it like: word Chào cờ!",
    anchor_outside_item='the moment "{text}" is outside its item',
    anchor_outside_item_remedy="write start, or start + a length, or end - a length",
    anchor_before_track_ends='"{text}" is before the track has ended',
    anchor_before_track_ends_remedy="write after track, or after track + a length",
    anchor_without_cue='"{text}" does not say which track',
    anchor_without_cue_remedy="write after track of, and the id of the cue that plays it",
)
