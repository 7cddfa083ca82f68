"""What complaints about an agenda file say, and what its catalogue puts where the file is silent.

The field of a complaint has the name of its code. `..._remedy` says what to do, and is empty when the message
says it all.
"""

from __future__ import annotations

from msgspec import Struct


class ComplaintTexts(Struct, frozen=True):
    """Sentences without a full stop; `{named}` places are filled in."""

    error: str
    warning: str
    did_you_mean: str
    hint_write: str
    hint_add: str
    hint_kind: str
    hint_inside: str
    hint_rounds: str
    hint_items: str
    hint_sessions: str
    hint_new_item: str
    hint_settling: str
    where_agenda: str
    where_session: str
    where_item: str
    where_cue: str
    where_track: str
    where_duty: str
    where_period: str
    where_crew: str
    where_handin: str
    where_award: str
    where_signal: str
    expected_text: str
    expected_list: str
    expected_mapping: str
    expected_mappings: str
    expected_argument: str
    session_title: str
    cue_say: str
    cue_fade: str
    cue_stop: str

    # the file
    missing_file: str
    missing_file_remedy: str
    is_folder: str
    is_folder_remedy: str
    not_a_file: str
    not_a_file_remedy: str
    no_permission: str
    no_permission_remedy: str
    unreadable: str
    unreadable_remedy: str
    too_big: str
    too_big_remedy: str
    empty: str
    empty_remedy: str
    binary: str
    binary_remedy: str
    is_document: str
    is_document_remedy: str
    wrong_encoding: str
    wrong_encoding_remedy: str
    not_utf8: str
    not_utf8_remedy: str
    bom: str
    bom_remedy: str
    control_character: str
    control_character_remedy: str
    stacked_marks: str
    stacked_marks_remedy: str

    # YAML
    tab: str
    tab_remedy: str
    syntax: str
    syntax_remedy: str
    colon_in_text: str
    colon_in_text_remedy: str
    open_quote: str
    open_quote_remedy: str
    open_bracket: str
    open_bracket_remedy: str
    other_colon: str
    other_colon_remedy: str
    no_blank_after_colon: str
    no_blank_after_colon_remedy: str
    no_colon: str
    no_colon_remedy: str
    no_blank_after_dash: str
    no_blank_after_dash_remedy: str
    no_dash: str
    no_dash_remedy: str
    other_list_mark: str
    other_list_mark_remedy: str
    other_indent: str
    other_indent_remedy: str
    words_without_key: str
    words_without_key_remedy: str
    words_need_quotes: str
    words_need_quotes_remedy: str
    words_need_quotes_in_brackets: str
    words_need_quotes_in_brackets_remedy: str
    semicolon: str
    semicolon_remedy: str
    cut_at_comma: str
    cut_at_comma_remedy: str
    no_braces: str
    no_braces_remedy: str
    no_comma: str
    no_comma_remedy: str
    extra_bracket: str
    extra_bracket_remedy: str
    backslash: str
    backslash_remedy: str
    cut_at_hash: str
    cut_at_hash_remedy: str
    text_cut_at_hash: str
    text_cut_at_hash_remedy: str
    too_deep: str
    too_deep_remedy: str
    too_many_nodes: str
    too_many_nodes_remedy: str
    too_many_keys: str
    too_many_keys_remedy: str
    too_many_items: str
    too_many_items_remedy: str
    many_documents: str
    many_documents_remedy: str
    alias_bomb: str
    alias_bomb_remedy: str
    alias_of_itself: str
    alias_of_itself_remedy: str
    unknown_alias: str
    unknown_alias_remedy: str
    tag: str
    tag_remedy: str
    key_not_text: str
    key_not_text_remedy: str
    duplicate_key: str
    duplicate_key_remedy: str
    not_an_agenda: str
    not_an_agenda_remedy: str

    # keys and values
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
    unknown_kind: str
    unknown_kind_remedy: str
    unknown_role: str
    unknown_role_remedy: str
    role_without_cues: str
    role_without_cues_remedy: str
    unknown_action: str
    unknown_action_remedy: str
    unknown_clock: str
    unknown_clock_remedy: str
    unknown_mark: str
    unknown_mark_remedy: str
    unknown_go: str
    unknown_go_remedy: str
    unknown_when: str
    unknown_when_remedy: str
    unknown_layer: str
    unknown_layer_remedy: str
    bad_sha256: str
    bad_sha256_remedy: str
    unknown_trigger: str
    unknown_trigger_remedy: str
    unknown_method: str
    unknown_method_remedy: str
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

    # times, lengths, days
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
    anchor_without_word: str
    anchor_without_word_remedy: str
    anchor_outside_item: str
    anchor_outside_item_remedy: str
    anchor_before_track_ends: str
    anchor_before_track_ends_remedy: str
    anchor_without_cue: str
    anchor_without_cue_remedy: str

    # across the agenda
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
    time_backwards: str
    time_backwards_remedy: str
    session_backwards: str
    session_backwards_remedy: str
    session_start_missing: str
    session_start_missing_remedy: str

    # advice on the programme
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
    track_file_missing: str
    track_file_missing_remedy: str
    track_file_named_otherwise: str
    track_file_named_otherwise_remedy: str
    track_file_empty: str
    track_file_empty_remedy: str
    live_with_file: str
    live_with_file_remedy: str
    not_a_sound_file: str
    not_a_sound_file_remedy: str
    file_elsewhere: str
    file_elsewhere_remedy: str
    same_recording: str
    same_recording_remedy: str
    anthem_as_sting: str
    anthem_as_sting_remedy: str
    anthem_in_a_loop: str
    anthem_in_a_loop_remedy: str
    anthem_by_clock: str
    anthem_by_clock_remedy: str
    bed_left_sounding: str
    bed_left_sounding_remedy: str
    silenced_before_played: str
    silenced_before_played_remedy: str
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
    cue_outside_item: str
    cue_outside_item_remedy: str
    anthem_unbound: str
    anthem_unbound_remedy: str
    anthem_uncalled: str
    anthem_uncalled_remedy: str
    anthem_unnamed: str
    anthem_unnamed_remedy: str
    anthem_unmarked: str
    anthem_unmarked_remedy: str
    anthem_unclear: str
    anthem_unclear_remedy: str
    anthem_with_words_only: str
    anthem_with_words_only_remedy: str
    anthem_without_file: str
    anthem_without_file_remedy: str
    anthem_guessed: str
    anthem_guessed_remedy: str
    anthem_twice: str
    anthem_twice_remedy: str
    track_guessed: str
    track_guessed_remedy: str
    track_unclear: str
    track_unclear_remedy: str
    act_guessed: str
    act_guessed_remedy: str
    act_unclear: str
    act_unclear_remedy: str
    custom_without_track: str
    custom_without_track_remedy: str
    act_without_track: str
    act_without_track_remedy: str
    cue_without_track: str
    cue_without_track_remedy: str
    track_never_called: str
    track_never_called_remedy: str
    track_unplayable: str
    track_unplayable_remedy: str
    fix_missing: str
    fix_copy: str
    fix_points: str
    fix_joined: str
    fix_mismatch: str
    fix_player: str
    bed_far_louder: str
    bed_far_louder_remedy: str
    clip_shorter_than_item: str
    clip_shorter_than_item_remedy: str
    bed_runs_out: str
    bed_runs_out_remedy: str
    more_complaints: str
    more_complaints_remedy: str

    # settings of a clone
    unknown_setting: str
    unknown_setting_remedy: str
    setting_not_text: str
    setting_not_text_remedy: str


VI = ComplaintTexts(
    error="lỗi",
    warning="cảnh báo",
    did_you_mean='có phải ý bạn là "{suggestion}"?',
    hint_write="viết {write}",
    hint_add='thêm "{write}"',
    hint_kind='thêm "kind: {write}", hoặc loại đúng trong danh mục (lệnh kinds)',
    hint_inside='"{key}" viết bên trong "{inside}": {write}',
    hint_rounds="mỗi lượt trao là một phần của mục: viết parts: rồi mỗi lượt một dòng {write}",
    hint_items="mục có nhiều phần thì viết parts: thay cho items:; buổi thứ hai thì viết sessions: ở ngoài cùng, mỗi buổi một dòng {write} rồi items: của buổi",
    hint_sessions="hai buổi thì viết sessions: thay cho items:, mỗi buổi một dòng {write} rồi items: của buổi; một buổi thì gộp các mục lại",
    hint_new_item="mục mới thì viết {write}; không thì giữ lại một khóa",
    hint_settling="thêm ngay sau mục ấy dòng - {{title: Ổn định tổ chức, kind: settling}}: nhạc nhỏ dần rồi tắt ở cuối",
    where_agenda="kịch bản",
    where_session="phiên",
    where_item="mục",
    where_cue="hiệu lệnh",
    where_track="bản nhạc",
    where_duty="nhiệm vụ",
    where_period="khoảng ngày",
    where_crew="phân công",
    where_handin="việc nộp bài",
    where_award="phần khen thưởng",
    where_signal="tín hiệu",
    expected_text="một dòng chữ, không phải danh sách hay nhóm khóa",
    expected_list="danh sách (mỗi dòng một dấu -)",
    expected_mapping="nhóm khóa (khóa: giá trị)",
    expected_mappings="danh sách mà mỗi dòng là một nhóm khóa (khóa: giá trị)",
    expected_argument="chữ, số, hoặc true/false",
    session_title="Phiên {number}",
    cue_say="Lời dẫn MC",
    cue_fade="Nhỏ dần rồi tắt nhạc",
    cue_stop="Dừng nhạc",
    missing_file="không tìm thấy tệp",
    missing_file_remedy="kiểm tra lại tên và thư mục",
    is_folder="đây là thư mục, không phải tệp",
    is_folder_remedy="chỉ rõ tệp kịch bản trong thư mục này",
    not_a_file="đây không phải tệp thường",
    not_a_file_remedy="chỉ rõ một tệp YAML trên đĩa",
    no_permission="không có quyền đọc tệp",
    no_permission_remedy="cấp quyền đọc hoặc chép tệp sang thư mục khác",
    unreadable="không đọc được tệp: {problem}",
    unreadable_remedy="chép tệp sang chỗ khác rồi thử lại",
    too_big="tệp nặng {size} MB, quá mức {most} MB",
    too_big_remedy="kịch bản chỉ gồm chữ; để âm thanh, hình ảnh ở tệp riêng",
    empty="tệp không có nội dung",
    empty_remedy="viết dòng title: Hội nghị ..., dòng items:, rồi mỗi mục một dòng - {{title: Chào cờ, kind: flag_salute}}",
    binary="tệp không phải văn bản",
    binary_remedy="chỉ rõ một tệp YAML, mã hóa UTF-8",
    is_document="đây là tệp {format}, không phải kịch bản YAML",
    is_document_remedy="mở tệp ấy, chép phần chương trình vào một tệp chữ mới (.yaml) và viết theo mẫu của README",
    wrong_encoding="tệp mã hóa {encoding}",
    wrong_encoding_remedy="lưu lại với mã hóa UTF-8 (Notepad: Lưu thành, ô Mã hóa chọn UTF-8)",
    not_utf8="tệp không mã hóa UTF-8 (byte {byte}); có thể là bảng mã cũ như TCVN3, VNI hay Windows-1258",
    not_utf8_remedy="lưu lại với mã hóa UTF-8 (Notepad: Lưu thành, ô Mã hóa chọn UTF-8)",
    bom="tệp mở đầu bằng dấu BOM",
    bom_remedy="lưu lại với mã hóa UTF-8 không BOM",
    control_character="có ký tự điều khiển {sign}",
    control_character_remedy="xóa ký tự này; gõ lại đoạn chữ nếu không nhìn thấy nó",
    stacked_marks="có quá nhiều dấu chồng lên một chữ",
    stacked_marks_remedy="xóa đoạn này và gõ lại",
    tab="có dấu tab trong phần thụt dòng",
    tab_remedy="thay bằng dấu cách",
    syntax="không đúng cú pháp YAML ({problem})",
    syntax_remedy="xem lại thụt dòng, dấu ngoặc và dấu nháy ở dòng này và dòng trên",
    colon_in_text="có dấu hai chấm giữa dòng chữ hoặc dòng thụt sai",
    colon_in_text_remedy="đặt cả đoạn chữ trong dấu nháy kép, hoặc sửa thụt dòng",
    open_quote="dấu nháy mở ở đây không có dấu đóng",
    open_quote_remedy="thêm dấu nháy ở cuối đoạn chữ, hoặc xóa dấu này",
    open_bracket="dấu {sign} mở ở đây không có dấu đóng",
    open_bracket_remedy="thêm {close} ở cuối dòng",
    other_colon='sau "{key}" không phải dấu hai chấm thường',
    other_colon_remedy="viết {write}",
    no_blank_after_colon='thiếu dấu cách sau dấu hai chấm của "{key}"',
    no_blank_after_colon_remedy="viết {write}",
    no_colon='thiếu dấu hai chấm sau "{key}"',
    no_colon_remedy="viết {write}",
    no_blank_after_dash="thiếu dấu cách sau gạch đầu dòng",
    no_blank_after_dash_remedy="viết {write}",
    no_dash="thiếu gạch đầu dòng",
    no_dash_remedy="viết {write}",
    other_list_mark="đầu dòng không phải dấu gạch ngang của bàn phím",
    other_list_mark_remedy="viết {write}",
    other_indent='dòng này thụt {own} dấu cách, khóa "{above}" ở trên thụt {other}',
    other_indent_remedy="thụt {other} dấu cách rồi viết {write}",
    words_without_key='dòng "{words}" không có khóa',
    words_without_key_remedy="viết tiếp vào cuối dòng trên nếu là phần còn lại của nó; là ghi chú thì thêm dấu # ở đầu dòng; lời nhiều dòng thì viết mc: | rồi thụt từng dòng",
    words_need_quotes="đoạn chữ này phải nằm trong dấu nháy",
    words_need_quotes_remedy="viết {write}",
    words_need_quotes_in_brackets="trong ngoặc, đoạn chữ có dấu nháy hay dấu ngoặc ở giữa không đọc được",
    words_need_quotes_in_brackets_remedy="đặt cả đoạn chữ trong dấu nháy, hoặc viết mỗi khóa một dòng, không dùng ngoặc",
    semicolon="giữa hai khóa là dấu phẩy, không phải dấu chấm phẩy",
    semicolon_remedy="viết {write}",
    cut_at_comma='dấu phẩy trong ngoặc nhọn cắt đoạn chữ: "{rest}" không được đọc',
    cut_at_comma_remedy="viết {write}",
    no_braces="các khóa trên một dòng phải nằm trong {{ }}",
    no_braces_remedy="viết {write}",
    no_comma="giữa hai khóa thiếu dấu phẩy",
    no_comma_remedy="viết {write}",
    extra_bracket="thừa dấu {sign}",
    extra_bracket_remedy="xóa dấu này, hoặc thêm dấu mở ngoặc ở đầu",
    backslash="trong dấu nháy kép, dấu \\ không đọc được",
    backslash_remedy="viết dấu / thay cho \\",
    cut_at_hash="từ dấu # đến cuối dòng không được đọc, kể cả dấu đóng ngoặc",
    cut_at_hash_remedy='đặt cả đoạn chữ trong dấu nháy kép: "Bàn #3"',
    text_cut_at_hash='dòng chữ dừng ở "{text}": từ "{rest}" trở đi không được đọc',
    text_cut_at_hash_remedy="nếu đó là lời thì đặt cả đoạn chữ trong dấu nháy kép; nếu là ghi chú thì để xuống dòng riêng",
    too_deep="các mục lồng nhau quá {most} tầng",
    too_deep_remedy="xem lại thụt dòng và dấu ngoặc",
    too_many_nodes="tệp có hơn {most} giá trị",
    too_many_nodes_remedy="chia thành nhiều kịch bản",
    too_many_keys="một nhóm có hơn {most} khóa",
    too_many_keys_remedy="xem lại thụt dòng; danh sách cần dấu - ở đầu mỗi dòng",
    too_many_items="kịch bản có hơn {most} mục",
    too_many_items_remedy="chia thành nhiều kịch bản",
    many_documents="tệp có nhiều tài liệu YAML",
    many_documents_remedy='bỏ dòng "---" ở giữa; mỗi tệp một kịch bản',
    alias_bomb="các tham chiếu YAML (*) nhân nội dung lên hơn {most} giá trị",
    alias_bomb_remedy="viết rõ nội dung thay cho tham chiếu",
    alias_of_itself='tham chiếu "*{anchor}" nằm trong chính nó',
    alias_of_itself_remedy="viết rõ nội dung thay cho tham chiếu",
    unknown_alias="tham chiếu YAML (*) không trỏ tới đâu",
    unknown_alias_remedy="đặt đoạn chữ bắt đầu bằng dấu * trong dấu nháy kép",
    tag='nhãn YAML "{tag}" không được dùng',
    tag_remedy="xóa nhãn; đặt đoạn chữ bắt đầu bằng dấu ! trong dấu nháy kép",
    key_not_text="khóa phải là chữ",
    key_not_text_remedy="đặt dòng chữ có dấu ngoặc trong dấu nháy kép",
    duplicate_key='khóa "{key}" đã có ở dòng {first}',
    duplicate_key_remedy="giữ lại một khóa",
    not_an_agenda="tệp không phải kịch bản: dòng đầu phải là khóa",
    not_an_agenda_remedy="viết dòng title: Hội nghị ..., dòng items:, rồi mỗi mục một dòng - {{title: Chào cờ, kind: flag_salute}}",
    unknown_key='"{key}" không phải khóa của {where}',
    unknown_key_remedy="các khóa dùng được: {known}",
    unknown_crew_role='"{key}" không phải vai trò trong hội trường',
    unknown_crew_role_remedy="các vai trò: {known}",
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
    unknown_kind='"{kind}" không phải loại mục',
    unknown_kind_remedy='chọn một loại trong danh mục, hoặc "other"',
    unknown_role='"{role}" không phải vai trò nhận hiệu lệnh',
    unknown_role_remedy="các vai trò: {known}",
    role_without_cues='vai trò "{role}" chỉ theo dõi, không nhận hiệu lệnh',
    role_without_cues_remedy="các vai trò nhận hiệu lệnh: {known}",
    unknown_action='"{text}" không phải việc của hiệu lệnh',
    unknown_action_remedy="dùng một trong: {known}",
    unknown_clock='"{text}" không phải cách chạy đồng hồ',
    unknown_clock_remedy="dùng một trong: {known}",
    unknown_mark='"{text}" không phải dấu của bản nhạc',
    unknown_mark_remedy="dùng một trong: {known}",
    unknown_go='"{text}" không phải cách gọi hiệu lệnh',
    unknown_go_remedy="dùng một trong: {known}",
    unknown_when='"{text}" không phải thời điểm của nhiệm vụ',
    unknown_when_remedy="dùng một trong: {known}",
    unknown_layer='"{text}" không phải cách phát của bản nhạc',
    unknown_layer_remedy="dùng một trong: {known}",
    bad_sha256='"{text}" không phải mã SHA-256',
    bad_sha256_remedy="chép đủ 64 chữ số 0-9, a-f của tệp nhạc",
    unknown_trigger='"{text}" không phải lúc gửi tín hiệu',
    unknown_trigger_remedy="dùng một trong: {known}",
    unknown_method='"{text}" không phải cách gửi HTTP',
    unknown_method_remedy="dùng một trong: {known}",
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
    length_zero_remedy="xóa dòng này để lấy thời lượng thông lệ của loại mục",
    length_too_long='thời lượng "{text}" dài quá một ngày',
    length_too_long_remedy="chia thành nhiều phiên",
    not_a_date='"{text}" không phải ngày',
    not_a_date_remedy="viết như 27/3/2020 hoặc 2020-03-27",
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
    anchor_without_word='sau "word" phải có câu chờ nghe',
    anchor_without_word_remedy="viết như: word Chào cờ!",
    anchor_outside_item='thời điểm "{text}" nằm ngoài mục',
    anchor_outside_item_remedy="viết start hoặc start + một thời lượng, end hoặc end - một thời lượng",
    anchor_before_track_ends='"{text}" đứng trước lúc hết nhạc',
    anchor_before_track_ends_remedy="viết hết nhạc, hoặc hết nhạc + một khoảng",
    anchor_without_cue='"{text}" chưa rõ là hết bản nhạc nào',
    anchor_without_cue_remedy="viết hết nhạc của, rồi mã của lệnh phát",
    duplicate_id='mã "{id}" đã dùng ở dòng {first}',
    duplicate_id_remedy="đặt mã khác, hoặc xóa để tự sinh mã",
    unknown_track='không có bản nhạc "{track}"',
    unknown_track_remedy='thêm vào "tracks:"; hiện có: {known}',
    track_without_music='vai trò "{role}" không phát nhạc',
    track_without_music_remedy='chuyển hiệu lệnh sang "music", hoặc bỏ "track"',
    track_ends_before_start='bản nhạc "{id}" kết thúc trước khi bắt đầu',
    track_ends_before_start_remedy='sửa "start" hoặc "end"',
    action_of_another='vai trò "{role}" không làm việc "{do}"',
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
    items_and_sessions='có cả "items" lẫn "sessions"',
    items_and_sessions_remedy='chuyển các mục vào một phiên của "sessions"',
    no_items="chương trình chưa có mục nào",
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
    signal_to_nobody_remedy='thêm "osc:" (máy:cổng) hoặc "http:" (địa chỉ)',
    signal_to_both='có cả "osc" và "http"',
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
    unknown_placeholder="{name} không phải một giá trị của chương trình",
    unknown_placeholder_remedy="dùng các tên như {{current.title}}, {{next.number}}, {{item.title}}, {{cue.text}}, {{now}}",
    placeholder_without_value='lúc "{on}" không có {name}',
    placeholder_without_value_remedy='dùng {{current...}}, {{next...}}, {{show...}}, hoặc đổi "on"',
    unknown_item='không có mục "{item}"',
    unknown_item_remedy="ghi mã (id) hoặc số của một mục trong chương trình",
    number_of_several='có {count} mục mang số "{item}"',
    number_of_several_remedy='đặt "id" cho mục cần chọn rồi ghi mã đó',
    unknown_cue='không có hiệu lệnh "{cue}"',
    unknown_cue_remedy='đặt "id" cho hiệu lệnh rồi ghi mã đó',
    parts_too_deep="phần của một mục không chia tiếp được",
    parts_too_deep_remedy="đưa các phần này lên cùng cấp",
    time_backwards="giờ {time} không sau {before}",
    time_backwards_remedy="sửa giờ, hoặc xếp lại thứ tự các mục",
    session_backwards="phiên bắt đầu {said}, không sau phiên trước ({before})",
    session_backwards_remedy="sửa giờ hoặc ngày, hoặc đổi thứ tự các phiên",
    session_start_missing="phiên này chưa có giờ bắt đầu",
    session_start_missing_remedy='thêm "start:" cho phiên',
    past_hard_out="theo kế hoạch, phiên kết thúc lúc {end}, quá giờ chót {hard_out} là {by}",
    past_hard_out_remedy="rút bớt thời lượng, hoặc bắt đầu sớm hơn",
    overlap="mục bắt đầu cố định lúc {start} nhưng phần trước đến {end} mới xong (lấn {by})",
    overlap_remedy="lùi giờ bắt đầu, hoặc rút ngắn phần trước",
    session_overlap="phiên bắt đầu lúc {start} nhưng phiên trước đến {end} mới xong (lấn {by})",
    session_overlap_remedy="lùi giờ bắt đầu, hoặc rút ngắn phiên trước",
    gap="trống {by} trước mục này (từ {end} đến {start})",
    gap_remedy="cho mục bắt đầu sớm hơn, hoặc thêm một mục giải lao",
    no_flag_salute="chương trình không có mục chào cờ",
    no_flag_salute_remedy="thêm dòng - {{title: Chào cờ, kind: flag_salute}}, hoặc bỏ qua nếu Ban Tổ chức đã quyết định như vậy",
    no_opening="chương trình không có mục khai mạc",
    no_opening_remedy='thêm dòng - {{title: Khai mạc, kind: opening, by: Đồng chí ...}}, hoặc "also: [opening]" ở mục tuyên bố lý do',
    snack_without_break='kế hoạch có "{word}" nhưng chương trình không có mục giải lao',
    snack_without_break_remedy="thêm dòng - {{title: Giải lao, kind: break, until: 9h30}}",
    speech_overdue='bài "{title}" chưa nộp, hạn {due} đã qua',
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
    track_file_missing='chưa thấy tệp nhạc "{file}"',
    track_file_missing_remedy='chép tệp vào thư mục {folder}, hoặc sửa "file:" theo tên tệp ở đó',
    track_file_named_otherwise='tệp nhạc "{file}" trên đĩa có tên "{found}"; máy này vẫn tìm ra, máy khác có thể không',
    track_file_named_otherwise_remedy='viết "file: {found}"',
    track_file_empty='tệp nhạc "{file}" rỗng',
    track_file_empty_remedy="chép lại tệp: lần trước có thể bị ngắt giữa chừng",
    live_with_file='"{title}" là nhạc sống, nên tệp của bản này không được phát',
    live_with_file_remedy='bỏ "file:", hoặc bỏ "live: true" để máy phát',
    not_a_sound_file='"{file}" không có đuôi của tệp âm thanh',
    not_a_sound_file_remedy="kiểm tra lại tên tệp; nên dùng .mp3, .wav, .flac hoặc .m4a",
    file_elsewhere='tệp nhạc "{file}" nằm ngoài thư mục của kịch bản',
    file_elsewhere_remedy="chép tệp vào cạnh kịch bản để sang máy khác vẫn phát được",
    same_recording='bản nhạc "{id}" và "{other}" là cùng một bản ghi mà nhãn khác nhau',
    same_recording_remedy="nghe lại cả hai tệp: có thể đã lẫn bản có lời và không lời",
    anthem_as_sting='Quốc ca "{id}" đặt là "sting", sẽ vang chồng lên nhạc khác',
    anthem_as_sting_remedy='xóa "layer" để nhạc đang phát nhường chỗ',
    anthem_in_a_loop='Quốc ca "{id}" đặt phát lặp',
    anthem_in_a_loop_remedy='xóa "loop"',
    anthem_by_clock="Quốc ca được đặt tự động phát",
    anthem_by_clock_remedy='dùng "go: hand": Quốc ca phát theo khẩu lệnh, do người điều hành gọi',
    bed_left_sounding='nhạc lặp "{track}" chưa có lệnh tắt, sẽ còn vang sang mục "{title}"',
    bed_left_sounding_remedy='thêm vào "cues:" của mục có nhạc này dòng - {{to: music, do: fade, track: {track}, at: end - 10s}}',
    silenced_before_played='lệnh này tắt nhạc "{track}", nhưng trước đó chưa có lệnh nào phát bản ấy',
    silenced_before_played_remedy='sửa "track", hoặc bỏ "track" để tắt bản nào đang phát',
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
    mc_unnamed='"{title}" chưa có tên người; người dẫn sẽ đọc: {words}',
    mc_unnamed_remedy='thêm "by: họ và tên"; hoặc viết lời dẫn riêng ở "mc"',
    mc_placeholder='lời dẫn có "{{{name}}}" không được thay',
    mc_placeholder_remedy="chỉ {{by}} và {{title}} được thay bằng nội dung của mục",
    cue_outside_item="hiệu lệnh rơi ra ngoài mục dài {length}",
    cue_outside_item_remedy='sửa "at", hoặc thời lượng của mục',
    anthem_unbound='mục chào cờ "{title}" chưa có bản Quốc ca nào: đến lệnh phát, máy sẽ im lặng',
    anthem_unbound_remedy='thêm vào "tracks:" dòng - {{id: quoc_ca, title: Quốc ca không lời, file: nhac/quoc-ca.mp3, mark: anthem_without_words}}; đội nhạc cử sống thì viết "live: true" thay cho "file:"',
    anthem_uncalled='mục chào cờ "{title}" không có lệnh nào phát Quốc ca "{id}"',
    anthem_uncalled_remedy='thêm vào "cues:" của mục dòng - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_unnamed='lệnh phát nhạc của mục chào cờ "{title}" không ghi bản nhạc nào',
    anthem_unnamed_remedy='thêm "track: {id}" vào lệnh này',
    anthem_unmarked='mục chào cờ "{title}" phát bản "{id}", nhưng bản này không được ghi là Quốc ca',
    anthem_unmarked_remedy='đúng là Quốc ca thì thêm "mark: anthem_without_words" vào bản "{id}"; không thì sửa "track"',
    anthem_unclear='mục chào cờ "{title}" chưa rõ phát bản Quốc ca nào: {known}',
    anthem_unclear_remedy='thêm "mark: anthem_without_words" vào đúng bản sẽ phát',
    anthem_with_words_only='mục chào cờ "{title}" cần Quốc ca KHÔNG LỜI, mà kịch bản chỉ có bản CÓ LỜI "{id}"',
    anthem_with_words_only_remedy='thêm bản không lời vào "tracks:"; nếu chủ ý dùng bản có lời, viết "cues:" của mục có dòng - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_without_file='Quốc ca "{title}" chưa có tệp: đến lệnh phát sẽ im lặng',
    anthem_without_file_remedy='thêm "file: nhac/quoc-ca.mp3" (tên tệp thật) vào bản "{id}", hoặc "live: true" nếu đội nhạc cử sống',
    anthem_guessed='"{title}" được hiểu là Quốc ca, đoán theo tên (~ {mark})',
    anthem_guessed_remedy='đúng thì thêm "mark: {mark}" vào bản này; không đúng thì ghi mark khác, hoặc "mark: plain"',
    anthem_twice='hai bản "{id}" và "{other}" cùng ghi là Quốc ca không lời; mục chào cờ phát "{id}"',
    anthem_twice_remedy='bỏ "mark" của bản không dùng, hoặc viết "cues:" của mục chào cờ',
    track_guessed='"{title}" được hiểu là {what}, đoán theo tên (~)',
    track_guessed_remedy='đúng thì đổi "id: {id}" thành "id: {custom}" (cả ở các "track: {id}"); không đúng thì đổi tên bản nhạc, hoặc viết "cues:" của các mục dùng nó',
    track_unclear="{what} có thể là {known}, nên chưa bản nào được dùng",
    track_unclear_remedy='đổi id của bản sẽ phát thành "id: {custom}"',
    act_guessed='"{title}" được hiểu là nhạc của mục "{item}", đoán theo tên (~)',
    act_guessed_remedy='không đúng thì đổi tên bản nhạc; để khỏi đoán, viết "cues:" của mục có dòng - {{to: music, do: play, track: {id}, at: start + 20s}}',
    act_unclear='nhạc của mục "{title}" có thể là {known}, nên chưa bản nào được dùng',
    act_unclear_remedy='viết "cues:" của mục có dòng - {{to: music, do: play, track: TÊN BẢN, at: start + 20s}}',
    custom_without_track="{what} chưa có bản nhạc, ở mục {items}",
    custom_without_track_remedy='thêm vào "tracks:" dòng - {{id: {custom}, title: {what}, file: nhac/{custom}.mp3}}, không cần nhạc thì viết "cues:" của mục với các lệnh khác (lệnh kinds in ra), hoặc "cues: []"',
    act_without_track='mục "{title}" chưa có bản nhạc nào cho lệnh phát',
    act_without_track_remedy='thêm vào "tracks:" một bản có tên này trong "title", hoặc viết "cues:" của mục có dòng - {{to: music, do: play, track: TÊN BẢN, at: start + 20s}}',
    cue_without_track='lệnh phát nhạc "{title}" không ghi bản nhạc nào, máy sẽ không phát gì',
    cue_without_track_remedy='thêm "track: TÊN BẢN" vào lệnh này; hiện có: {known}',
    track_never_called='không lệnh nào phát bản nhạc "{title}"',
    track_never_called_remedy='thêm vào "cues:" của mục cần phát dòng - {{to: music, do: play, track: {id}, at: {at}}}; bản chỉ phát tay thì ghi "dự phòng" trong "title"',
    track_unplayable='bản nhạc "{title}" không phát được: {why}',
    track_unplayable_remedy="{fix}",
    fix_missing="chép tệp vào đúng chỗ, cạnh tệp kịch bản",
    fix_copy="lấy lại tệp từ nơi đã gửi và nghe thử",
    fix_joined="ghi lại thành một tệp liền (chẳng hạn bằng Audacity), hoặc bỏ điểm đầu, cuối của bản nhạc",
    fix_points='sửa "start", "end" của bản nhạc, hoặc chép đúng bản',
    fix_mismatch='chép đúng bản đã chọn, hoặc sửa "sha256" nếu đã đổi bản khác',
    fix_player="lệnh runofshow doctor cho biết máy phát đang thiếu gì",
    bed_far_louder='"{title}" to hơn {by} dB so với "{other}" phát liền trước hoặc liền sau',
    bed_far_louder_remedy='nếu không cố ý, hạ "volume" của bản này từ {volume} xuống {lower} cho bằng nhau',
    clip_shorter_than_item='mục "{title}" dài {planned}, mà phần phát đã hết sau {length}',
    clip_shorter_than_item_remedy='sửa "duration" của mục, hoặc ghi ai nói trong lúc chờ',
    bed_runs_out='"{track}" chỉ dài {length}, hội trường sẽ lặng {silent} cuối mục',
    bed_runs_out_remedy='thêm "loop: true" cho bản nhạc, hoặc dùng bản dài hơn',
    more_complaints="còn {count} điều nữa",
    more_complaints_remedy="sửa những điều trên rồi kiểm tra lại",
    unknown_setting='không có "{key}" trong tệp mẫu',
    unknown_setting_remedy="viết đường dẫn như title, date, sessions.0.start hoặc items.2.by",
    setting_not_text='"{key}" không phải một giá trị đơn',
    setting_not_text_remedy="chỉ rõ khóa bên trong",
)


EN = ComplaintTexts(
    error="error",
    warning="warning",
    did_you_mean='did you mean "{suggestion}"?',
    hint_write="write {write}",
    hint_add='add "{write}"',
    hint_kind='add "kind: {write}", or the right one of the catalogue (the command kinds)',
    hint_inside='"{key}" stands inside "{inside}": {write}',
    hint_rounds="each round is a part of the item: write parts: and for each round a line {write}",
    hint_items="an item of several parts has parts: and not items:; a second sitting stands in sessions: at the top, a line {write} for each and then its items:",
    hint_sessions="for two sittings write sessions: and not items:, a line {write} for each and then its items:; for one, join the items",
    hint_new_item="if a new item begins here write {write}; else keep one of them",
    hint_settling="add behind it the line - {{title: Ổn định tổ chức, kind: settling}}: there the music fades out",
    where_agenda="the agenda",
    where_session="a session",
    where_item="an item",
    where_cue="a cue",
    where_track="a track",
    where_duty="a duty",
    where_period="the period",
    where_crew="the crew",
    where_handin="a hand-in",
    where_award="an award",
    where_signal="a signal",
    expected_text="words, not a list or a mapping",
    expected_list="a list (each line with a -)",
    expected_mapping="a mapping (key: value)",
    expected_mappings="a list in which each line is a mapping (key: value)",
    expected_argument="words, a number, or true/false",
    session_title="Session {number}",
    cue_say="The MC's words",
    cue_fade="Fade the music out",
    cue_stop="Stop the music",
    missing_file="there is no such file",
    missing_file_remedy="check the name and the folder",
    is_folder="this is a folder and not a file",
    is_folder_remedy="name the agenda inside it",
    not_a_file="this is not an ordinary file",
    not_a_file_remedy="name a YAML file on a disk",
    no_permission="the file may not be read",
    no_permission_remedy="grant read permission, or copy it elsewhere",
    unreadable="the file cannot be read: {problem}",
    unreadable_remedy="copy it elsewhere and try again",
    too_big="the file has {size} MB, more than {most} MB",
    too_big_remedy="an agenda is words only; keep sound and pictures in files of their own",
    empty="the file says nothing",
    empty_remedy="write a line title: Hội nghị ..., a line items:, and for each item a line - {{title: Chào cờ, kind: flag_salute}}",
    binary="the file is no text",
    binary_remedy="name a YAML file in UTF-8",
    is_document="this is a {format} file and not a YAML agenda",
    is_document_remedy="open it, copy the programme into a new text file (.yaml) and write it as the README shows",
    wrong_encoding="the file is in {encoding}",
    wrong_encoding_remedy="save it as UTF-8 (Notepad: Save as, Encoding UTF-8)",
    not_utf8="the file is not in UTF-8 (byte {byte}), maybe in an old code page (TCVN3, VNI, Windows-1258)",
    not_utf8_remedy="save it as UTF-8 (Notepad: Save as, Encoding UTF-8)",
    bom="the file begins with a byte order mark",
    bom_remedy="save it as UTF-8 without BOM",
    control_character="there is a control character {sign}",
    control_character_remedy="delete it; type the words again if it cannot be seen",
    stacked_marks="too many marks are piled on one letter",
    stacked_marks_remedy="delete it and type it again",
    tab="a tab stands where the line is indented",
    tab_remedy="use spaces",
    syntax="this is not YAML ({problem})",
    syntax_remedy="look at the indent, brackets and quotes here and on the line above",
    colon_in_text="there is a colon inside the words, or the line is indented wrongly",
    colon_in_text_remedy="put the words in double quotes, or mend the indent",
    open_quote="the quote that opens here is never closed",
    open_quote_remedy="add a quote at the end of the words, or delete this one",
    open_bracket="the {sign} that opens here is never closed",
    open_bracket_remedy="add {close} at the end of the line",
    other_colon='what stands behind "{key}" is no plain colon',
    other_colon_remedy="write {write}",
    no_blank_after_colon='a blank is missing behind the colon of "{key}"',
    no_blank_after_colon_remedy="write {write}",
    no_colon='a colon is missing behind "{key}"',
    no_colon_remedy="write {write}",
    no_blank_after_dash="a blank is missing behind the dash",
    no_blank_after_dash_remedy="write {write}",
    no_dash="the line lacks its dash",
    no_dash_remedy="write {write}",
    other_list_mark="the line does not begin with the keyboard's dash",
    other_list_mark_remedy="write {write}",
    other_indent='this line is indented by {own} blanks, the key "{above}" above it by {other}',
    other_indent_remedy="indent it by {other} blanks and write {write}",
    words_without_key='the line "{words}" has no key',
    words_without_key_remedy="join it to the line above if it belongs there; begin a note with #; for words of several lines write mc: | and indent each line",
    words_need_quotes="these words must stand in quotes",
    words_need_quotes_remedy="write {write}",
    words_need_quotes_in_brackets="inside brackets, words with quotes or brackets among them cannot be read",
    words_need_quotes_in_brackets_remedy="put the whole words in quotes, or write each key on its own line without brackets",
    semicolon="between two keys there is a comma and no semicolon",
    semicolon_remedy="write {write}",
    cut_at_comma='a comma inside braces cuts the words: "{rest}" is not read',
    cut_at_comma_remedy="write {write}",
    no_braces="keys on one line must stand in {{ }}",
    no_braces_remedy="write {write}",
    no_comma="a comma is missing between two keys",
    no_comma_remedy="write {write}",
    extra_bracket="there is one {sign} too many",
    extra_bracket_remedy="delete it, or add the one that opens",
    backslash="inside double quotes a \\ cannot be read",
    backslash_remedy="write / instead of \\",
    cut_at_hash="from the # to the end of the line nothing is read, not even what closes the bracket",
    cut_at_hash_remedy='put the words in double quotes: "Table #3"',
    text_cut_at_hash='the words end at "{text}": what begins with "{rest}" is not read',
    text_cut_at_hash_remedy="put the words in double quotes if it belongs to them, or a comment on a line of its own",
    too_deep="it is nested more than {most} deep",
    too_deep_remedy="look at the indent and the brackets",
    too_many_nodes="the file has more than {most} values",
    too_many_nodes_remedy="split it into several agendas",
    too_many_keys="one mapping has more than {most} keys",
    too_many_keys_remedy="look at the indent; a list has a - on each line",
    too_many_items="the agenda has more than {most} items",
    too_many_items_remedy="split it into several agendas",
    many_documents="the file holds several YAML documents",
    many_documents_remedy='take out the "---" in the middle; one agenda a file',
    alias_bomb="YAML aliases (*) multiply the file to more than {most} values",
    alias_bomb_remedy="write out what they stand for",
    alias_of_itself='the alias "*{anchor}" stands inside itself',
    alias_of_itself_remedy="write out what it stands for",
    unknown_alias="a YAML alias (*) refers to nothing",
    unknown_alias_remedy="put words that begin with * in double quotes",
    tag='the YAML tag "{tag}" is not allowed',
    tag_remedy="delete it; put words that begin with ! in double quotes",
    key_not_text="a key must be words",
    key_not_text_remedy="put words with brackets in double quotes",
    duplicate_key='the key "{key}" is already on line {first}',
    duplicate_key_remedy="keep one of them",
    not_an_agenda="this is no agenda: it must begin with a key",
    not_an_agenda_remedy="write a line title: Hội nghị ..., a line items:, and for each item a line - {{title: Chào cờ, kind: flag_salute}}",
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
    unknown_kind='"{kind}" is not a kind of item',
    unknown_kind_remedy='choose one of the catalogue, or "other"',
    unknown_role='"{role}" is not a role that takes cues',
    unknown_role_remedy="the roles are: {known}",
    role_without_cues='the role "{role}" watches and takes no cues',
    role_without_cues_remedy="these take cues: {known}",
    unknown_action='"{text}" is nothing a cue can ask',
    unknown_action_remedy="use one of: {known}",
    unknown_clock='"{text}" is not how a clock runs',
    unknown_clock_remedy="use one of: {known}",
    unknown_mark='"{text}" is not a mark of a track',
    unknown_mark_remedy="use one of: {known}",
    unknown_go='"{text}" is not how a cue is called',
    unknown_go_remedy="use one of: {known}",
    unknown_when='"{text}" is not when a duty falls',
    unknown_when_remedy="use one of: {known}",
    unknown_layer='"{text}" is not how a track lies',
    unknown_layer_remedy="use one of: {known}",
    bad_sha256='"{text}" is no SHA-256',
    bad_sha256_remedy="copy all 64 digits 0-9, a-f of the sound file",
    unknown_trigger='"{text}" sets no signal off',
    unknown_trigger_remedy="use one of: {known}",
    unknown_method='"{text}" is not a method of HTTP',
    unknown_method_remedy="use one of: {known}",
    bad_host_port='"{text}" is not a host and a port',
    bad_host_port_remedy="write it like 127.0.0.1:53000; ports run from 1 to 65535",
    bad_osc_address='"{text}" is not an OSC address',
    bad_osc_address_remedy="write it like /cue/1/start: plain letters, no spaces, and none of # * , ? [ ]",
    bad_url='"{text}" is not a whole HTTP address',
    bad_url_remedy='write it like http://127.0.0.1:8000/some/path; a name and password go into "headers"',
    url_not_http='"{text}" does not begin with http:// or https://',
    url_not_http_remedy="only http and https can be sent",
    bad_header_value='the value of "{key}" has a line break or a sign beyond ASCII',
    bad_header_value_remedy="write it on one line, in ASCII",
    argument_out_of_range="the number {text} is beyond what OSC carries",
    argument_out_of_range_remedy="write one from {least} to {most}, or put it in double quotes",
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
    length_zero_remedy="delete the line to take the kind's usual length",
    length_too_long='the length "{text}" is more than a day',
    length_too_long_remedy="split it into sessions",
    not_a_date='"{text}" is not a day',
    not_a_date_remedy="write it like 27/3/2020 or 2020-03-27",
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
    anchor_without_word='nothing follows "word"',
    anchor_without_word_remedy="write it like: word Chào cờ!",
    anchor_outside_item='the moment "{text}" is outside its item',
    anchor_outside_item_remedy="write start, or start + a length, or end - a length",
    anchor_before_track_ends='"{text}" is before the track has ended',
    anchor_before_track_ends_remedy="write after track, or after track + a length",
    anchor_without_cue='"{text}" does not say which track',
    anchor_without_cue_remedy="write after track of, and the id of the cue that plays it",
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
    items_and_sessions='there are both "items" and "sessions"',
    items_and_sessions_remedy='move the items into one of the "sessions"',
    no_items="the programme has no items",
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
    signal_to_nobody_remedy='add "osc:" (host:port) or "http:" (an address)',
    signal_to_both='there are both "osc" and "http"',
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
    unknown_item_remedy="name one of the programme by its id or number",
    number_of_several='{count} items have the number "{item}"',
    number_of_several_remedy='give the one that is meant an "id", and name that',
    unknown_cue='there is no cue "{cue}"',
    unknown_cue_remedy='give the cue an "id", and name that',
    parts_too_deep="a part cannot have parts",
    parts_too_deep_remedy="bring them up one level",
    time_backwards="the time {time} does not come after {before}",
    time_backwards_remedy="mend it, or change the order",
    session_backwards="the session starts {said}, not after the one before ({before})",
    session_backwards_remedy="mend the time or the day, or change the order",
    session_start_missing="this session has no start",
    session_start_missing_remedy='add "start:" to it',
    past_hard_out="by plan the session ends at {end}, {by} past its hard out {hard_out}",
    past_hard_out_remedy="shorten it, or start earlier",
    overlap="the item is fixed at {start}, but what comes before ends at {end} ({by} over)",
    overlap_remedy="start it later, or shorten what comes before",
    session_overlap="the session starts at {start}, but the one before ends at {end} ({by} over)",
    session_overlap_remedy="start it later, or shorten the one before",
    gap="nothing is planned for {by} before this item (from {end} to {start})",
    gap_remedy="start it earlier, or add a break",
    no_flag_salute="the programme has no flag salute",
    no_flag_salute_remedy="add the line - {{title: Chào cờ, kind: flag_salute}}, unless the organiser wants none",
    no_opening="the programme has no opening",
    no_opening_remedy='add the line - {{title: Khai mạc, kind: opening, by: ...}}, or "also: [opening]" to the introduction',
    snack_without_break='the plan speaks of "{word}", but the programme has no break',
    snack_without_break_remedy="add the line - {{title: Giải lao, kind: break, until: 9h30}}",
    speech_overdue='the text of "{title}" has not come, and its deadline {due} is past',
    speech_overdue_remedy='remind the speaker; once it is there, write "received: true"',
    award_without_decision='the award "{title}" names no decision',
    award_without_decision_remedy='write at the item award: {{decision: ..., presenter: ...}}; where "award:" is there, add "decision:" to it',
    award_without_presenter='the award "{title}" names no presenter',
    award_without_presenter_remedy='write at the item award: {{decision: ..., presenter: ...}}; where "award:" is there, add "presenter:" to it',
    leader_without_time='the plan gives the directive address "{title}" no time',
    leader_without_time_remedy='ask the leader\'s office and add "duration: 15 min"',
    duration_unused='"duration: {given}" is not used: the item lasts up to {until}, which is {length}',
    duration_unused_remedy='leave out "duration", or "until"',
    until_unused='"until: {given}" is not used: the last part "{part}" has an end of its own, {until}',
    until_unused_remedy='leave out "until" at the item, or at its last part',
    until_past='"{title}" is to end at {until} but begins by plan at {start}: no minute is left for it',
    until_past_remedy='mend "until", or shorten what stands before it',
    parts_sum="the parts make {sum} and not the item's {target}",
    parts_sum_remedy="mend the parts or the item",
    track_file_missing='the sound file "{file}" is not there',
    track_file_missing_remedy='put it into the folder {folder}, or mend "file:" to the name it has there',
    track_file_named_otherwise='the sound file "{file}" is called "{found}" on the disk; this machine finds it, another may not',
    track_file_named_otherwise_remedy='write "file: {found}"',
    track_file_empty='the sound file "{file}" is empty',
    track_file_empty_remedy="copy it again: the last time may have been broken off",
    live_with_file='"{title}" is played live, so its file is not',
    live_with_file_remedy='take "file:" out, or "live: true" for the machine to play it',
    not_a_sound_file='"{file}" does not end like a sound file',
    not_a_sound_file_remedy="check the name; best are .mp3, .wav, .flac or .m4a",
    file_elsewhere='the sound file "{file}" lies outside the agenda\'s folder',
    file_elsewhere_remedy="copy it beside the agenda, so that it plays on another machine too",
    same_recording='the tracks "{id}" and "{other}" are one recording under two marks',
    same_recording_remedy="listen to both files: with words and without may be mixed up",
    anthem_as_sting='the anthem "{id}" is a sting and sounds over other music',
    anthem_as_sting_remedy='delete "layer", so that what sounds makes way',
    anthem_in_a_loop='the anthem "{id}" plays in a loop',
    anthem_in_a_loop_remedy='delete "loop"',
    anthem_by_clock="the anthem is called by the clock",
    anthem_by_clock_remedy='use "go: hand": the caller plays it on the command',
    bed_left_sounding='nothing ends the loop "{track}", so it sounds on into "{title}"',
    bed_left_sounding_remedy='add to the "cues:" of the item that plays it the line - {{to: music, do: fade, track: {track}, at: end - 10s}}',
    silenced_before_played='this silences "{track}", which no cue before it plays',
    silenced_before_played_remedy='mend "track", or leave it out to silence whatever sounds',
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
    cue_outside_item="the cue falls outside its item of {length}",
    cue_outside_item_remedy='mend "at", or the item\'s length',
    anthem_unbound='the flag salute "{title}" has no anthem: at its cue the machine will be silent',
    anthem_unbound_remedy='add to "tracks:" the line - {{id: anthem, title: Anthem without words, file: music/anthem.mp3, mark: anthem_without_words}}; where musicians play it, "live: true" in place of "file:"',
    anthem_uncalled='no cue of the flag salute "{title}" plays the anthem "{id}"',
    anthem_uncalled_remedy='add to the item\'s "cues:" the line - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_unnamed='the music cue of the flag salute "{title}" names no track',
    anthem_unnamed_remedy='add "track: {id}" to this cue',
    anthem_unmarked='the flag salute "{title}" plays "{id}", which is not marked as the anthem',
    anthem_unmarked_remedy='if it is the anthem, add "mark: anthem_without_words" to "{id}"; else mend "track"',
    anthem_unclear='it is not clear which anthem the flag salute "{title}" plays: {known}',
    anthem_unclear_remedy='add "mark: anthem_without_words" to the one that is to be played',
    anthem_with_words_only='the flag salute "{title}" wants the anthem WITHOUT WORDS, and there is only "{id}" with words',
    anthem_with_words_only_remedy='add one without words to "tracks:"; if the other is meant, write the item\'s "cues:" with the line - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_without_file='the anthem "{title}" has no file: at its cue there will be silence',
    anthem_without_file_remedy='add "file: music/anthem.mp3" (the real name) to the track "{id}", or "live: true" where musicians play it',
    anthem_guessed='"{title}" is taken for the anthem, by its title (~ {mark})',
    anthem_guessed_remedy='if it is, add "mark: {mark}" to it; else write another mark, or "mark: plain"',
    anthem_twice='"{id}" and "{other}" are both marked as the anthem without words; the flag salute plays "{id}"',
    anthem_twice_remedy='delete the "mark" of the one that is not used, or write the "cues:" of the flag salute',
    track_guessed='"{title}" is taken for: {what}, by its title (~)',
    track_guessed_remedy='if it is, make its "id: {id}" an "id: {custom}" (in each "track: {id}" too); else change its title, or write the "cues:" of the items',
    track_unclear="{what} may be {known}, so none of them is used",
    track_unclear_remedy='make the id of the one that is to be played "id: {custom}"',
    act_guessed='"{title}" is taken for the music of "{item}", by its title (~)',
    act_guessed_remedy='if it is not, change its title; to leave nothing to guess, write the item\'s "cues:" with the line - {{to: music, do: play, track: {id}, at: start + 20s}}',
    act_unclear='the music of "{title}" may be {known}, so none of them is used',
    act_unclear_remedy='write the item\'s "cues:" with the line - {{to: music, do: play, track: ID, at: start + 20s}}',
    custom_without_track="there is no track for: {what}, in item {items}",
    custom_without_track_remedy='add to "tracks:" the line - {{id: {custom}, title: {what}, file: music/{custom}.mp3}}, or, if it needs no music, write the item\'s "cues:" with its others (the command kinds prints them), or "cues: []"',
    act_without_track='the music cue of "{title}" has no track',
    act_without_track_remedy='add to "tracks:" one with this name in its "title", or write the item\'s "cues:" with the line - {{to: music, do: play, track: ID, at: start + 20s}}',
    cue_without_track='the music cue "{title}" names no track, so the machine plays nothing',
    cue_without_track_remedy='add "track: ID" to this cue; there are: {known}',
    track_never_called='no cue plays the track "{title}"',
    track_never_called_remedy='add to the "cues:" of its item the line - {{to: music, do: play, track: {id}, at: {at}}}; for one that is only played by hand, write "spare" into its "title"',
    track_unplayable='the track "{title}" cannot be played: {why}',
    track_unplayable_remedy="{fix}",
    fix_missing="put the file in its place beside the agenda",
    fix_copy="get the file again from whoever sent it, and listen to it",
    fix_joined="save it as one piece (with Audacity, say), or take the track's start and end out",
    fix_points='mend the track\'s "start" and "end", or copy the right recording',
    fix_mismatch='copy the chosen recording, or mend "sha256" if another was chosen since',
    fix_player="runofshow doctor tells what the player lacks",
    bed_far_louder='"{title}" is {by} dB louder than "{other}", which sounds right before or after it',
    bed_far_louder_remedy='unless it is meant to be, lower its "volume" from {volume} to {lower}, and they are equal',
    clip_shorter_than_item='the item "{title}" is planned for {planned}, but what it plays is over after {length}',
    clip_shorter_than_item_remedy='mend the item\'s "duration", or say who speaks meanwhile',
    bed_runs_out='"{track}" lasts {length}, so the hall is silent for {silent} at the end of the item',
    bed_runs_out_remedy='give the track "loop: true", or take a longer one',
    more_complaints="and {count} more",
    more_complaints_remedy="mend these and check again",
    unknown_setting='there is no "{key}" in the template',
    unknown_setting_remedy="write a path like title, date, sessions.0.start or items.2.by",
    setting_not_text='"{key}" is not a single value',
    setting_not_text_remedy="name a key inside it",
)
