"""What is wrong with the keys of an agenda and with their values."""

from __future__ import annotations

from msgspec import Struct


class KeyComplaints(Struct, frozen=True):
    unknown_key: str
    unknown_key_remedy: str
    unknown_crew_role: str
    unknown_crew_role_remedy: str
    missing_key: str
    missing_key_remedy: str
    wrong_type: str
    wrong_type_remedy: str
    empty_text: str
    empty_text_remedy: str
    text_too_long: str
    text_too_long_remedy: str
    bad_id: str
    bad_id_remedy: str
    not_a_boolean: str
    not_a_boolean_remedy: str
    bad_volume: str
    bad_volume_remedy: str
    bad_batch: str
    bad_batch_remedy: str
    unknown_kind: str
    unknown_kind_remedy: str
    unknown_role: str
    role_without_cues: str
    role_without_cues_remedy: str
    unknown_action: str
    unknown_action_remedy: str
    unknown_clock: str
    unknown_mark: str
    unknown_go: str
    unknown_when: str
    unknown_layer: str
    unknown_rite: str
    unknown_level: str
    unknown_address: str
    unknown_guess: str
    bad_sha256: str
    bad_sha256_remedy: str
    unknown_trigger: str
    unknown_method: str
    bad_host_port: str
    bad_host_port_remedy: str
    bad_osc_address: str
    bad_osc_address_remedy: str
    bad_url: str
    bad_url_remedy: str
    url_not_http: str
    url_not_http_remedy: str
    bad_header_value: str
    bad_header_value_remedy: str
    argument_out_of_range: str
    argument_out_of_range_remedy: str


VI = KeyComplaints(
    unknown_key='"{key}" không phải khóa của {where}',
    unknown_key_remedy="các khóa dùng được: {known}",
    unknown_crew_role='"{key}" không phải vai trong hội trường',
    unknown_crew_role_remedy="các vai: {known}",
    missing_key='{where} thiếu khóa "{key}"',
    missing_key_remedy='thêm "{key}:"',
    wrong_type='"{key}" phải là {expected}',
    wrong_type_remedy="",
    empty_text='"{key}" không được để trống',
    empty_text_remedy="điền nội dung",
    text_too_long='"{key}" dài {length} ký tự, quá mức {most}',
    text_too_long_remedy="rút gọn, hoặc chuyển phần còn lại sang ghi chú (notes)",
    bad_id='"{id}" không dùng làm mã được',
    bad_id_remedy="mã chỉ gồm chữ không dấu, số và . _ -, dài nhất 64 ký tự",
    not_a_boolean='"{text}" không phải có hoặc không',
    not_a_boolean_remedy="viết true hoặc false (có, không cũng được)",
    bad_volume='âm lượng "{text}" không hợp lệ',
    bad_volume_remedy="viết số phần trăm từ 0 đến {most}",
    bad_batch='"{text}" không phải số người của một đợt',
    bad_batch_remedy="viết số người lên sân khấu một lượt, từ 1 đến {most}",
    unknown_kind='"{kind}" không phải loại mục',
    unknown_kind_remedy='chọn một loại trong danh mục, hoặc "other"',
    unknown_role='"{role}" không phải vai nhận hiệu lệnh',
    role_without_cues='vai "{role}" chỉ theo dõi, không nhận hiệu lệnh',
    role_without_cues_remedy="các vai nhận hiệu lệnh: {known}",
    unknown_action='"{text}" không phải việc của hiệu lệnh',
    unknown_action_remedy="dùng một trong: {known}",
    unknown_clock='"{text}" không phải cách chạy đồng hồ',
    unknown_mark='"{text}" không phải nhãn của bản nhạc',
    unknown_go='"{text}" không phải cách gọi hiệu lệnh',
    unknown_when='"{text}" không phải thời điểm của nhiệm vụ',
    unknown_layer='"{text}" không phải cách phát của bản nhạc',
    unknown_rite='"{text}" không phải nghi thức chào cờ',
    unknown_address='"{text}" không phải cách xưng hô',
    unknown_level='"{text}" không phải cấp khen thưởng',
    unknown_guess='"{text}" không phải khóa có thể là phỏng đoán',
    bad_sha256='"{text}" không phải mã SHA-256',
    bad_sha256_remedy="chép đủ 64 chữ số 0-9, a-f của tệp nhạc",
    unknown_trigger='"{text}" không phải lúc gửi tín hiệu',
    unknown_method='"{text}" không phải cách gửi HTTP',
    bad_host_port='"{text}" không phải địa chỉ máy và cổng',
    bad_host_port_remedy="viết như 127.0.0.1:53000; cổng từ 1 đến 65535",
    bad_osc_address='"{text}" không phải địa chỉ OSC',
    bad_osc_address_remedy="viết như /cue/1/start: không dấu cách, không dấu tiếng Việt, không có # * , ? [ ]",
    bad_url='"{text}" không phải địa chỉ HTTP đầy đủ',
    bad_url_remedy='viết như http://127.0.0.1:8000/duong/dan; tên và mật khẩu, nếu có, đặt ở "headers"',
    url_not_http='"{text}" không bắt đầu bằng http:// hay https://',
    url_not_http_remedy="chỉ gửi được qua http và https",
    bad_header_value='giá trị của "{key}" có chỗ xuống dòng hoặc ký tự ngoài ASCII',
    bad_header_value_remedy="viết trên một dòng, không dấu",
    argument_out_of_range="số {text} vượt giới hạn của OSC",
    argument_out_of_range_remedy="viết số từ {least} đến {most}, hoặc đặt trong dấu nháy kép",
)


EN = KeyComplaints(
    unknown_key='"{key}" is not a key of {where}',
    unknown_key_remedy="the keys are: {known}",
    unknown_crew_role='"{key}" is not a role in the hall',
    unknown_crew_role_remedy="the roles are: {known}",
    missing_key='{where} lacks the key "{key}"',
    missing_key_remedy='add "{key}:"',
    wrong_type='"{key}" must be {expected}',
    wrong_type_remedy="",
    empty_text='"{key}" must not be empty',
    empty_text_remedy="fill it in",
    text_too_long='"{key}" has {length} characters, more than {most}',
    text_too_long_remedy="shorten it, or move the rest to the notes",
    bad_id='"{id}" cannot be an id',
    bad_id_remedy="an id has letters without diacritics, digits and . _ -, at most 64",
    not_a_boolean='"{text}" is neither yes nor no',
    not_a_boolean_remedy="write true or false",
    bad_volume='"{text}" is no volume',
    bad_volume_remedy="write a percentage from 0 to {most}",
    bad_batch='"{text}" is no size of a batch',
    bad_batch_remedy="write how many come up at once, from 1 to {most}",
    unknown_kind='"{kind}" is not a kind of item',
    unknown_kind_remedy='choose one of the catalogue, or "other"',
    unknown_role='"{role}" is not a role that takes cues',
    role_without_cues='the role "{role}" watches and takes no cues',
    role_without_cues_remedy="these take cues: {known}",
    unknown_action='"{text}" is nothing a cue can ask',
    unknown_action_remedy="use one of: {known}",
    unknown_clock='"{text}" is not how a clock runs',
    unknown_mark='"{text}" is not a mark of a track',
    unknown_go='"{text}" is not how a cue is called',
    unknown_when='"{text}" is not when a duty falls',
    unknown_layer='"{text}" is not how a track lies',
    unknown_rite='"{text}" is not how the flag is saluted',
    unknown_address='"{text}" is not how people are addressed',
    unknown_level='"{text}" is not a level of awards',
    unknown_guess='"{text}" is not a key that can be a guess',
    bad_sha256='"{text}" is no SHA-256',
    bad_sha256_remedy="copy all 64 digits 0-9, a-f of the sound file",
    unknown_trigger='"{text}" sets no signal off',
    unknown_method='"{text}" is not a method of HTTP',
    bad_host_port='"{text}" is not a host and a port',
    bad_host_port_remedy="write it like 127.0.0.1:53000; ports run from 1 to 65535",
    bad_osc_address='"{text}" is not an OSC address',
    bad_osc_address_remedy="write it like /cue/1/start: plain letters, no spaces, and none of # * , ? [ ]",
    bad_url='"{text}" is not a whole HTTP address',
    bad_url_remedy='write it like http://127.0.0.1:8000/some/path; a name and password go into "headers"',
    url_not_http='"{text}" does not begin with http:// or https://',
    url_not_http_remedy="only http and https can be sent",
    bad_header_value='the value of "{key}" has a line break or a character beyond ASCII',
    bad_header_value_remedy="write it on one line, in ASCII",
    argument_out_of_range="the number {text} is beyond what OSC carries",
    argument_out_of_range_remedy="write one from {least} to {most}, or put it in double quotes",
)
