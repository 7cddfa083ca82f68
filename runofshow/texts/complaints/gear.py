"""What is wrong with gear, and with signals to it."""

from __future__ import annotations

from msgspec import Struct


class GearComplaints(Struct, frozen=True):
    where_gear: str
    where_msc: str
    bad_host: str
    bad_host_remedy: str
    bad_gear_place: str
    bad_gear_place_remedy: str
    number_out_of_range: str
    number_out_of_range_remedy: str
    bad_percent: str
    bad_percent_remedy: str
    unknown_projector_do: str
    unknown_run: str
    unknown_midi_do: str
    bad_mtc: str
    bad_mtc_remedy: str
    bad_midi_event: str
    bad_midi_event_remedy: str
    too_much_gear: str
    bad_gear_id: str
    bad_gear_id_remedy: str
    gear_is_nothing: str
    gear_is_nothing_remedy: str
    gear_is_two_things: str
    gear_is_two_things_remedy: str
    key_of_other_gear: str
    key_of_other_gear_remedy: str
    password_in_plan: str
    password_in_plan_remedy: str
    no_passwords_file: str
    no_passwords_file_remedy: str
    bad_passwords: str
    bad_passwords_remedy: str
    unknown_gear: str
    unknown_gear_remedy: str
    no_gear: str
    no_gear_remedy: str
    order_of_other_gear: str
    order_of_other_gear_remedy: str
    gear_without_order: str
    two_orders: str
    key_says_more_of: str
    key_says_more_of_remedy: str
    channel_of_msc: str
    channel_of_msc_remedy: str
    no_levels: str
    no_levels_remedy: str
    bad_channels: str
    bad_channels_remedy: str
    channel_twice: str
    channel_twice_remedy: str
    control_is_two: str
    control_is_two_remedy: str
    msc_is_one: str
    msc_is_one_remedy: str
    list_without_cue: str
    list_without_cue_remedy: str
    bad_msc_cue: str
    bad_msc_cue_remedy: str
    gear_unused: str
    gear_unused_remedy: str
    gear_text_not_filled: str
    gear_text_not_filled_remedy: str
    gear_not_installed: str
    gear_not_installed_remedy: str
    gear_not_inside: str
    gear_not_inside_remedy: str


VI = GearComplaints(
    where_gear="thiết bị",
    where_msc="lệnh MSC",
    bad_host='"{text}" không phải địa chỉ máy',
    bad_host_remedy="viết như 192.168.1.50, hoặc tên máy",
    bad_gear_place='"{text}" không phải địa chỉ thiết bị',
    bad_gear_place_remedy="viết như 192.168.1.50 hoặc 192.168.1.50:{port}",
    number_out_of_range='"{key}" phải là số từ {least} đến {most}, không phải "{text}"',
    number_out_of_range_remedy="sửa số",
    bad_percent='"{text}" không phải mức sáng',
    bad_percent_remedy="viết số phần trăm từ 0 đến 100",
    unknown_projector_do='máy chiếu không có lệnh "{text}"',
    unknown_run='"{text}" không phải bắt đầu hay dừng',
    unknown_midi_do='cổng MIDI không ra được lệnh "{text}"',
    bad_mtc='MTC không chạy được từ "{text}"',
    bad_mtc_remedy="viết như mtc: 01:00:00:00, hoặc mtc: stop",
    bad_midi_event='không có gì đến từ MIDI tên là "{text}"',
    bad_midi_event_remedy="viết note 60, program 3, control 64 (0 đến 127), msc go, msc stop hoặc msc resume",
    too_much_gear="kịch bản có hơn {most} thiết bị",
    bad_gear_id='"{id}" không dùng làm mã thiết bị được',
    bad_gear_id_remedy="mã chỉ gồm chữ thường không dấu, chữ số và dấu nối, ví dụ may-chieu",
    gear_is_nothing="thiết bị này chưa nói là gì",
    gear_is_nothing_remedy="thêm một trong các khóa: {known}",
    gear_is_two_things='một thiết bị không thể vừa là "{other}" vừa là "{key}"',
    gear_is_two_things_remedy="tách thành hai thiết bị",
    key_of_other_gear='"{key}" là của "{other}", không phải của "{own}"',
    key_of_other_gear_remedy='xóa "{key}"',
    password_in_plan="mật khẩu không viết trong kịch bản, vì kịch bản được gửi đi và vào nhật ký",
    password_in_plan_remedy='xóa "{key}" cùng mật khẩu, viết mã thiết bị và mật khẩu vào tệp {file} cạnh kịch bản',
    no_passwords_file="không đọc được tệp mật khẩu này",
    no_passwords_file_remedy="nó phải là một tệp chữ UTF-8 mở được, không phải thư mục",
    bad_passwords="không đọc được dòng này của tệp mật khẩu",
    bad_passwords_remedy='mỗi dòng một thiết bị: mã, dấu hai chấm, mật khẩu trong dấu nháy, ví dụ obs: "..."',
    unknown_gear='không có thiết bị "{gear}"',
    unknown_gear_remedy="hiện có: {known}",
    no_gear='kịch bản chưa có "gear:", nên không có thiết bị "{gear}"',
    no_gear_remedy="viết gear: rồi bên dưới {gear}: {{projector: 192.168.1.50}}, hoặc sacn, artnet, obs, midi",
    order_of_other_gear='thiết bị "{gear}" không có lệnh "{key}"',
    order_of_other_gear_remedy="các lệnh của nó: {known}",
    gear_without_order='tín hiệu không nói thiết bị "{gear}" phải làm gì',
    two_orders='"{other}" và "{key}" là hai lệnh',
    key_says_more_of='"{key}" phải đi cùng "{needed}"',
    key_says_more_of_remedy='thêm "{needed}", hoặc xóa "{key}"',
    channel_of_msc='MSC không có "channel"',
    channel_of_msc_remedy='xóa "channel"; muốn gửi riêng một máy thì ghi device trong msc',
    no_levels='"levels" chưa có kênh nào',
    no_levels_remedy="viết như levels: {{1-4: 100, 7: 30}}",
    bad_channels='"{text}" không phải kênh đèn',
    bad_channels_remedy="viết một kênh (7) hoặc một dãy (1-4), từ 1 đến {most}",
    channel_twice='kênh {channel} đã có ở "{other}"',
    channel_twice_remedy='sửa "{text}" để mỗi kênh chỉ có một mức',
    control_is_two='"control" gồm hai số: bộ điều khiển và giá trị',
    control_is_two_remedy="viết như control: [7, 100]",
    msc_is_one='"msc" phải có đúng một trong go, stop, resume, all_off',
    msc_is_one_remedy='viết như msc: {{go: "5"}}',
    list_without_cue='"list" cần có số cue',
    list_without_cue_remedy='viết như msc: {{go: "5", list: "1"}}',
    bad_msc_cue='"{text}" không phải số cue của MSC',
    bad_msc_cue_remedy="chỉ gồm chữ số và dấu chấm, như 5 hoặc 5.1",
    gear_unused='không tín hiệu nào dùng thiết bị "{gear}"',
    gear_unused_remedy="thêm tín hiệu cho nó trong signals:, hoặc bỏ đi",
    gear_text_not_filled='"{text}" không được điền vào "{key}": OBS tìm đúng tên có dấu ngoặc ấy',
    gear_text_not_filled_remedy="viết tên như OBS ghi; mỗi mục một tín hiệu nếu tên khác nhau",
    gear_not_installed='máy này chưa cài phần điều khiển thiết bị "{gear}"',
    gear_not_installed_remedy="chạy một lần: {write}",
    gear_not_inside='bản cài này không kèm phần điều khiển thiết bị "{gear}"',
    gear_not_inside_remedy="dùng bản cài có kèm phần ấy (README, mục Cài đặt)",
)

EN = GearComplaints(
    where_gear="gear",
    where_msc="an MSC message",
    bad_host='"{text}" is no address of a machine',
    bad_host_remedy="write it like 192.168.1.50, or a machine's name",
    bad_gear_place='"{text}" is no address of gear',
    bad_gear_place_remedy="write it like 192.168.1.50 or 192.168.1.50:{port}",
    number_out_of_range='"{key}" must be a number from {least} to {most}, and not "{text}"',
    number_out_of_range_remedy="mend the number",
    bad_percent='"{text}" is no level',
    bad_percent_remedy="write percent from 0 to 100",
    unknown_projector_do='no projector does "{text}"',
    unknown_run='"{text}" is neither start nor stop',
    unknown_midi_do='a MIDI port gives no order "{text}"',
    bad_mtc='MTC cannot run from "{text}"',
    bad_mtc_remedy="write it like mtc: 01:00:00:00, or mtc: stop",
    bad_midi_event='nothing that comes by MIDI is called "{text}"',
    bad_midi_event_remedy="write note 60, program 3, control 64 (0 to 127), msc go, msc stop or msc resume",
    too_much_gear="the agenda has more than {most} pieces of gear",
    bad_gear_id='"{id}" cannot be the id of gear',
    bad_gear_id_remedy="an id has small letters, digits and hyphens, like may-chieu",
    gear_is_nothing="nothing says what this gear is",
    gear_is_nothing_remedy="add one of these keys: {known}",
    gear_is_two_things='one piece of gear cannot be both "{other}" and "{key}"',
    gear_is_two_things_remedy="make two of it",
    key_of_other_gear='"{key}" belongs to "{other}" and not to "{own}"',
    key_of_other_gear_remedy='delete "{key}"',
    password_in_plan="a password does not stand in the plan, which travels and is kept in the journal",
    password_in_plan_remedy='delete "{key}" and the password, and write both id and password into {file} beside the plan',
    no_passwords_file="this file of passwords cannot be read",
    no_passwords_file_remedy="it must be a file of UTF-8 text that can be opened, and no folder",
    bad_passwords="this line of the file of passwords cannot be read",
    bad_passwords_remedy='a line for each: the id, a colon, the password in quotes, like obs: "..."',
    unknown_gear='there is no gear "{gear}"',
    unknown_gear_remedy="there is: {known}",
    no_gear='the agenda has no "gear:", so there is no "{gear}"',
    no_gear_remedy="write gear: and below it {gear}: {{projector: 192.168.1.50}}, or sacn, artnet, obs, midi",
    order_of_other_gear='the gear "{gear}" knows no "{key}"',
    order_of_other_gear_remedy="it knows: {known}",
    gear_without_order='the signal does not say what the gear "{gear}" is to do',
    two_orders='"{other}" and "{key}" are two orders',
    key_says_more_of='"{key}" goes with "{needed}"',
    key_says_more_of_remedy='add "{needed}", or delete "{key}"',
    channel_of_msc='MSC has no "channel"',
    channel_of_msc_remedy='delete "channel"; to reach one machine alone write device in msc',
    no_levels='"levels" names no channel',
    no_levels_remedy="write it like levels: {{1-4: 100, 7: 30}}",
    bad_channels='"{text}" is no channel of lights',
    bad_channels_remedy="write a channel (7) or a run of them (1-4), from 1 to {most}",
    channel_twice='channel {channel} stands in "{other}" already',
    channel_twice_remedy='mend "{text}" so that each channel has one level',
    control_is_two='"control" is two numbers: the controller and its value',
    control_is_two_remedy="write it like control: [7, 100]",
    msc_is_one='"msc" has exactly one of go, stop, resume, all_off',
    msc_is_one_remedy='write it like msc: {{go: "5"}}',
    list_without_cue='"list" needs the number of a cue',
    list_without_cue_remedy='write it like msc: {{go: "5", list: "1"}}',
    bad_msc_cue='"{text}" is no cue number of MSC',
    bad_msc_cue_remedy="digits and points alone, like 5 or 5.1",
    gear_unused='no signal names the gear "{gear}"',
    gear_unused_remedy="add one for it under signals:, or leave it out",
    gear_text_not_filled='"{text}" is not filled into "{key}": OBS is asked for a name with these braces',
    gear_text_not_filled_remedy="write the name as OBS has it, and a signal for each item where names differ",
    gear_not_installed='what drives the gear "{gear}" is not installed on this machine',
    gear_not_installed_remedy="run once: {write}",
    gear_not_inside='what drives the gear "{gear}" is not inside this edition',
    gear_not_inside_remedy="take an edition that has it (README, Install)",
)
