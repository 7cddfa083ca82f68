"""What the commands say on the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language, roles
from runofshow.texts.roles import RoleNames


class CliTexts(Struct, frozen=True, eq=False):
    about: str
    usage: str
    usage_line: str
    commands: str
    arguments: str
    options: str
    help: str
    version: str
    command: str
    lang: str
    json: str
    run: str
    rehearse: str
    serve: str
    screen: str
    check: str
    show: str
    show_for: str
    no_words: str
    clone: str
    import_: str
    import_file: str
    import_programme: str
    import_into: str
    import_accept: str
    agenda_file: str
    plan_desk: str
    plan_file: str
    print_: str
    print_for: str
    duties: str
    duties_done: str
    duties_not_done: str
    only: str
    joins: str
    drill: str
    bad_seed: str
    learn: str
    learn_apply: str
    learn_yes: str
    report_for: str
    print_output: str
    print_since: str
    file: str
    report: str
    shows: str
    kinds: str
    schema: str
    doctor: str
    agenda: str
    resume: str
    new: str
    start: str
    speed: str
    port: str
    lan: str
    no_web: str
    role: str
    url: str
    code: str
    no_sound: str
    osc: str
    osc_from: str
    bad_address: str
    play: str
    folder: str
    check_sound: str
    osc_needs_token: str
    osc_from_alone: str
    osc_taken: str
    osc_listening: str
    only_music_plays: str
    no_player: str
    no_folder: str
    bad_port: str
    bad_token: str
    port_taken: str
    port_taken_near: str
    serving_no_network: str
    serving_scan: str
    serving: str
    serving_role: str
    serving_stop: str
    first: str
    item_or_session: str
    until: str
    output: str
    new_agenda: str
    setting: str
    show_name: str
    wrong_usage: str
    required: str
    unrecognized: str
    invalid_choice: str
    expected_argument: str
    not_together: str
    invalid_value: str
    bad_start: str
    bad_speed: str
    bad_setting: str
    no_terminal: str
    unfinished: str
    unfinished_before: str
    unfinished_running: str
    resume_question: str
    opening_mended: str
    opening_lost: str
    opening_question: str
    copy_parted: str
    opening_rebuilt: str
    opening_kept: str
    opening_stopped: str
    unfinished_several: str
    unfinished_more: str
    unfinished_next: str
    unfinished_done: str
    unfinished_last: str
    opened_from: str
    held_mark: str
    which_question: str
    resumes: str
    same_title: str
    nothing_to_resume: str
    keeps_its_order: str
    home_unreadable: str
    several_shows: str
    column_number: str
    resume_keys: str
    held_by: str
    damaged: str
    damaged_question: str
    unreadable_show: str
    just_changed: str
    other_day: str
    start_far: str
    start_question_now: str
    start_question_plan: str
    now_keys: str
    plan_keys: str
    unknown_item: str
    several_of_name: str
    which_session: str
    session_question: str
    begins_with: str
    until_before_first: str
    left_open: str
    ended: str
    console_failed: str
    second_copy: str
    all_good: str
    unsettled: str
    found: str
    exists: str
    cannot_write: str
    written: str
    no_shows: str
    no_such_show: str
    bad_ending: str
    empty_show: str
    plan_delegates: str
    plan_chair_panel: str
    plan_basis: str
    plan_leaders: str
    plan_arrives: str
    plan_leaves: str
    plan_awaited_by: str
    plan_address: str
    addresses: Mapping[str, str]
    plan_rite: str
    rites: Mapping[str, str]
    plan_crew: str
    roles: RoleNames
    plan_backdrop: str
    plan_decoration: str
    plan_notes: str
    plan_duties: str
    plan_due: str
    plan_done: str
    plan_done_on: str
    plan_when: Mapping[str, str]
    total: str
    hard_out: str
    ends: str
    tentative: str
    mode_live: str
    mode_rehearsal: str
    state_open: str
    state_ended: str
    state_damaged: str
    column_plan: str
    column_title: str
    column_by: str
    column_minutes: str
    column_cues: str
    column_show: str
    column_day: str
    column_mode: str
    column_state: str
    unassigned: str


VI = CliTexts(
    about="Bàn điều hành kịch bản hội nghị: bấm giờ từng mục, gọi hiệu lệnh, dự báo giờ bế mạc.",
    usage="Cách dùng",
    usage_line="runofshow LỆNH [tùy chọn]",
    commands="Các lệnh",
    arguments="Cần có",
    options="Tùy chọn",
    help="in lời chỉ dẫn này",
    version="in số phiên bản",
    command="LỆNH",
    lang="ngôn ngữ: vi hoặc en (mặc định: biến RUNOFSHOW_LANG, rồi vi)",
    json="in một đối tượng JSON, không in gì khác",
    run="mở bàn điều hành cho buổi chính thức",
    rehearse="mở bàn điều hành ở chế độ tập duyệt",
    serve="chạy hội nghị không cần cửa sổ: chỉ có trang web và API",
    screen="màn hình của một vai trong một cửa sổ khác",
    check="soát kịch bản: mọi lỗi và mọi lời khuyên",
    show="in kịch bản với giờ dự kiến từng mục",
    show_for="mc: in trọn lời dẫn của MC, từng mục",
    no_words="(không có lời dẫn)",
    clone="nhân bản sự kiện: kịch bản mới từ một kịch bản cũ",
    import_="nhập kế hoạch từ Word, Excel, PDF, văn bản: kịch bản nháp, chỗ nào đoán thì ghi dấu",
    import_file="tệp của văn phòng (.docx, .doc, .odt, .rtf, .xlsx, .xls, .ods, .csv, .pdf, .html, .txt); - là dán từ bàn phím",
    import_programme="lấy chương trình thứ N khi tệp có nhiều chương trình",
    import_into="so với kịch bản đang dùng và nhận từng thay đổi",
    import_accept="với --into: nhận sẵn các thay đổi mang số này, hoặc tất cả (all)",
    agenda_file="KỊCH_BẢN",
    plan_desk="bàn soạn: làm và sửa cả kịch bản trên một màn hình",
    plan_file="tệp kịch bản có sẵn hoặc mới (.yaml), hoặc tệp của văn phòng; không ghi: chọn trong thư mục này",
    print_="in giấy cho từng người: kịch bản, lời dẫn MC, giấy phát cho đại biểu",
    duties="việc phải làm trước, trong và sau hội nghị: hạn, ai làm, xong chưa",
    duties_done="ghi vào kịch bản: hôm nay đã xong những việc mang số này, như 2 hoặc 1,3-5",
    duties_not_done="ghi lại là chưa xong những việc mang số này",
    only="chỉ mục hay phiên này: như --from và --until cùng một tên",
    joins="chỉ tập các chỗ nối: 30 giây đầu và 30 giây cuối mỗi mục, bấm giờ lời dẫn của MC",
    drill="người trực giả lập: có người trả lời ngay, có người chậm, có người không; N chọn nhóm người khác",
    bad_seed="{value!r} không phải số nhóm người trực giả lập: 0 đến 999999",
    learn="thời lượng học được từ các lần tập duyệt và các lần chạy thật trên máy này",
    learn_apply="ghi thời lượng đề xuất vào kịch bản, sau khi hỏi; các dòng khác giữ nguyên",
    learn_yes="ghi luôn, không hỏi",
    report_for="giấy nào, cách nhau bằng dấu phẩy: result (kết quả, mặc định), lessons (biên bản họp rút kinh nghiệm), awards (danh sách đã trao và còn lại)",
    print_for="in cho ai, cách nhau bằng dấu phẩy: all (cả kịch bản, mặc định), mc, music, crew (lễ tân), servers (phiếu khay từng đợt), reader (phiếu đọc tên), certificates (thứ tự xếp bằng), cards (thẻ có mã quét), chair (chủ tọa), programme (giấy phát cho đại biểu)",
    print_output="tệp mới .docx, .xlsx, .html hoặc .pdf; in nhiều loại thì là tên thư mục",
    print_since="chỉ in những trang phải thay so với bản đang cầm: số bản ở chân trang, tệp đã in, hoặc tệp agenda cũ",
    file="TỆP",
    report="bảng tổng hợp sau hội nghị hoặc buổi tập duyệt",
    shows="các buổi chính thức và tập duyệt lưu trên máy này",
    kinds="danh mục loại mục: tên gọi, số phút, lời dẫn, hiệu lệnh, bản nhạc",
    schema="JSON Schema của tệp kịch bản, cho trình soạn thảo",
    doctor="xem máy này đã sẵn sàng chưa",
    agenda="tệp kịch bản (.yaml)",
    resume="tiếp tục buổi đang dở, không hỏi",
    new="mở buổi mới, không hỏi",
    start="giờ bắt đầu: plan (theo kế hoạch), now (bây giờ) hoặc HH:MM",
    port="cổng của các màn hình trong hội trường (0: cổng trống bất kỳ)",
    lan="mở cho mạng của hội trường, không chỉ máy này",
    no_web="không mở máy chủ cho hội trường",
    role="vai: mc, music, speaker, display, crew, stage, lights, screen",
    url="đường dẫn vào, ví dụ http://192.168.1.7:8765/j/ABC234",
    code="mã vào, khi đường dẫn chưa có",
    no_sound="không phát nhạc trên máy này",
    osc="nhận lệnh OSC ở cổng này (cần RUNOFSHOW_TOKEN hoặc --osc-from)",
    osc_from="nhận lệnh OSC không kèm mã từ các máy có địa chỉ này",
    bad_address="{value} không phải là các địa chỉ IP cách nhau bằng dấu phẩy",
    play="phát nhạc hội nghị tại máy này, từ bản sao các tệp nhạc trong THƯ_MỤC (mặc định: thư mục hiện tại)",
    folder="THƯ_MỤC",
    check_sound="nghe thử mọi bản nhạc: độ dài, độ to, tệp hỏng",
    osc_needs_token="--osc cần biến RUNOFSHOW_TOKEN (ít nhất 16 ký tự): lệnh OSC nào cũng phải kèm mã này.",
    osc_from_alone="--osc-from chỉ có nghĩa cùng với --osc [HOST:]PORT: chưa nhận lệnh OSC ở cổng nào.",
    osc_taken="Không mở được cổng OSC {port}: {reason}",
    osc_listening="Nhận lệnh OSC tại {host}:{port}",
    only_music_plays="Chỉ màn hình music mới phát nhạc được (--play).",
    no_folder="Không có thư mục này: {folder}",
    no_player="Máy này chưa có mpv nên không phát nhạc được; lệnh “runofshow doctor” chỉ cách cài.",
    bad_port="cần một cổng từ 0 đến 65535; không nhận {value}",
    bad_token="RUNOFSHOW_TOKEN phải có ít nhất 16 ký tự.",
    port_taken="Cổng {port} đang có phần mềm khác dùng; chọn cổng khác bằng --port, hoặc --port 0.",
    port_taken_near="Cổng {port} đang có phần mềm khác dùng; cổng {free} đang trống: --port {free}.",
    serving_no_network="Máy này chưa nối mạng nào: điện thoại không vào được. Nối Wi-Fi của hội trường, hoặc phát Wi-Fi từ máy này.",
    serving_scan="Người điều hành quét mã này để vào từ điện thoại:",
    serving="Đang phục vụ tại {address}",
    serving_role="  {role:<8} {url}  {name}",
    serving_stop="Ctrl+C để dừng; buổi vẫn để mở.",
    speed="đồng hồ chạy nhanh gấp mấy lần (0,1 đến 100)",
    first="bắt đầu từ mục (số hoặc mã) hoặc phiên này; phần trước gác lại",
    item_or_session="MỤC|PHIÊN",
    until="mục cuối cùng sẽ duyệt (số hoặc mã)",
    output="ghi ra tệp này",
    new_agenda="tệp kịch bản mới",
    setting='đặt giá trị, ví dụ --set venue="Hội trường B"',
    show_name="tên buổi, phần đầu của tên, số trong danh sách (xem: runofshow shows), last (buổi chạy gần nhất) hoặc thư mục của buổi",
    wrong_usage="Lệnh chưa đúng: {detail}",
    required="còn thiếu {names}",
    unrecognized="không hiểu {names}",
    invalid_choice="không có {value}; hãy chọn một trong: {choices}",
    expected_argument="{name} cần một giá trị",
    not_together="{name} không đi cùng {other}",
    invalid_value="{name}: giá trị {value} không dùng được",
    bad_start="--start nhận plan, now hoặc giờ như 07:30; không nhận {value}",
    bad_speed="--speed nhận số từ 0,1 đến 100; không nhận {value}",
    bad_setting="--set cần dạng khóa=giá trị; không nhận {value}",
    no_terminal="Bàn điều hành cần một cửa sổ dòng lệnh; đầu ra ở đây không phải là cửa sổ dòng lệnh.",
    unfinished="Có một buổi của kịch bản này chưa kết thúc, mở lúc {opened}.",
    unfinished_before="Chưa bắt đầu mục nào",
    unfinished_running="Đang ở mục {number}: {title} (đã qua {elapsed})",
    unfinished_several="Có {count} buổi của kịch bản này chưa kết thúc:",
    unfinished_more="Còn {count} buổi nữa; xem: runofshow shows",
    unfinished_next="Sắp đến mục {number}: {title}",
    unfinished_done="Đã qua mục cuối cùng",
    unfinished_last="ghi lần cuối {at}",
    opened_from="mở từ tệp {file}",
    held_mark="đang mở ở bàn điều hành khác: {holder}",
    which_question="Tiếp tục buổi nào? [số; Enter = 1, m = mở buổi mới] ",
    resumes="Tiếp tục: {show}",
    same_title="Một buổi cùng tên từ tệp khác đang dở, không tự tiếp tục (muốn tiếp tục: thêm --resume): {show}",
    nothing_to_resume="Không có buổi nào của kịch bản này đang dở để tiếp tục; xem danh sách: runofshow shows",
    keeps_its_order="Tệp {file} đã được sửa sau khi mở buổi này: buổi tiếp tục theo thứ tự trong nhật ký, không theo tệp mới.",
    home_unreadable="Không đọc được thư mục lưu các buổi {path}: {reason}. Chỉ tìm trong bản thứ hai.",
    several_shows="{name} có thể là một trong các buổi:\n{names}",
    column_number="Số",
    opening_mended="Nhật ký hỏng ở dòng {line} ({reason}); đã lấy lại dòng ấy từ bản niêm phong thứ hai, đọc được trọn vẹn {good} dòng.",
    opening_lost="Nhật ký {path} hỏng ở dòng {line} ({reason}): không còn biết buổi ấy mở từ kịch bản nào.",
    copy_parted="Bản thứ hai ở {copy} ghi khác nhật ký từ một dòng nào đó: nhật ký được dùng, bản ấy giữ nguyên.",
    opening_rebuilt="Dòng mở đầu của nhật ký đã mất; dựng lại từ {file}. Đọc được trọn vẹn {good} dòng sau đó, {lost} dòng không tin được. Hãy xem lại giờ và các mục đã sửa trước khi tiếp tục.",
    opening_kept="Chưa mở buổi nào. Muốn dựng lại buổi ở {path} từ kịch bản này: thêm --resume. Muốn mở buổi mới: thêm --new.",
    opening_question="Dừng lại để xem nhật ký ấy? [Enter = dừng, m = mở buổi mới] ",
    opening_stopped="Chưa mở buổi nào. Hãy giữ nguyên thư mục {path}; muốn mở buổi mới: thêm --new.",
    resume_question="Tiếp tục buổi ấy? [Enter = tiếp tục, m = mở buổi mới] ",
    resume_keys="mn",
    held_by="Buổi này đang mở ở bàn điều hành khác: {holder}. Hãy đóng bên ấy trước (phím q).",
    damaged="Nhật ký hỏng ở dòng {line} ({reason}). Đọc được trọn vẹn {good} dòng phía trước; {lost} dòng phía sau không tin được.",
    damaged_question="Chạy tiếp từ chỗ đọc được? Bản hỏng được giữ lại nguyên vẹn. [Enter = chạy tiếp, m = mở buổi mới] ",
    unreadable_show="Không đọc được nhật ký {path}: {reason}",
    just_changed="Nhật ký {path} vừa được nơi khác ghi thêm; hãy chạy lại lệnh.",
    other_day="Kịch bản này ghi “{day}”; hôm nay lấy giờ của ngày {today}.",
    start_far="Kế hoạch bắt đầu lúc {plan}, bây giờ là {now}.",
    start_question_now="Bắt đầu từ bây giờ? [Enter = từ bây giờ, k = giữ giờ kế hoạch] ",
    start_question_plan="Giữ giờ kế hoạch? [Enter = giữ, b = bắt đầu từ bây giờ] ",
    now_keys="bn",
    plan_keys="kp",
    unknown_item="Không có mục hay phiên {item} trong kịch bản; có: {items}",
    several_of_name="Có nhiều mục hay phiên mang tên {item}; hãy gọi bằng mã ở đầu dòng:",
    which_session="Kịch bản có nhiều phiên:",
    session_question="Bắt đầu từ phiên nào? [Enter = {default}] ",
    begins_with="Bắt đầu từ {session}, {hour}. Phần trước gác lại, ngoài lần này (--from chọn phiên khác).",
    until_before_first="Mục {until} đứng trước mục {first}.",
    left_open="Buổi vẫn để mở. Chạy lại cùng lệnh để tiếp tục: {folder}",
    ended="Buổi đã kết thúc. Bảng tổng hợp: runofshow report {name}",
    console_failed="Bàn điều hành gặp lỗi và đã đóng: {reason}. Nhật ký vẫn đủ; hãy chạy lại cùng lệnh.",
    second_copy="Nhật ký không ghi được ở chỗ chính. Bản đầy đủ: {path}",
    all_good="{file}: không có gì phải sửa.",
    found="{errors} lỗi, {warnings} lời khuyên.",
    unsettled="Còn {count} chỗ lấy từ kế hoạch chưa ai xác nhận; bàn soạn đưa tới từng chỗ: runofshow plan {file}",
    exists="Đã có tệp {path}; hãy chọn tên khác.",
    cannot_write="Không ghi được {path}: {reason}",
    written="Đã ghi {path}",
    no_shows="Chưa có buổi nào trên máy này. Mở một buổi: runofshow run KỊCH_BẢN.yaml",
    no_such_show="Không tìm thấy buổi {name}; xem danh sách: runofshow shows",
    bad_ending="Bảng tổng hợp ghi được ra .md, .html, .docx, .xlsx, .pdf, .json; không ghi được {ending}",
    empty_show="Nhật ký {path} chưa có gì.",
    plan_delegates="Đại biểu",
    plan_chair_panel="Chủ tọa",
    plan_basis="Căn cứ",
    plan_leaders="Lãnh đạo",
    plan_arrives="đến {at}",
    plan_leaves="về {at}",
    plan_awaited_by="mục {number} chờ",
    plan_address="Xưng hô",
    addresses={"comrade": "đồng chí", "formal": "ông/bà"},
    plan_rite="Chào cờ",
    rites={"commanded": "theo khẩu lệnh", "plain": "không khẩu lệnh, toàn thể cùng hát"},
    plan_crew="Phân công",
    roles=roles.VI,
    plan_backdrop="Phông sân khấu",
    plan_decoration="Trang trí",
    plan_notes="Ghi chú",
    plan_duties="Việc phải làm",
    plan_due="hạn {due}",
    plan_done="đã xong",
    plan_done_on="đã xong ngày {day}",
    plan_when={"before": "trước hội nghị", "day": "trong ngày", "after": "sau hội nghị"},
    total="Tổng cộng {length}",
    hard_out="hạn kết thúc {at}",
    ends="bế mạc {at}",
    tentative="(dự kiến)",
    mode_live="chính thức",
    mode_rehearsal="tập duyệt",
    state_open="còn dở",
    state_ended="đã kết thúc",
    state_damaged="nhật ký hỏng",
    column_plan="Giờ",
    column_title="Nội dung",
    column_by="Người thực hiện",
    column_minutes="Phút",
    column_cues="Lệnh",
    column_show="Buổi",
    column_day="Mở lúc",
    column_mode="Chế độ",
    column_state="Tình trạng",
    unassigned="Chưa phân công",
)

EN = CliTexts(
    about="A run-of-show console for formal conferences: times each item, calls the cues, forecasts the end.",
    usage="Usage",
    usage_line="runofshow COMMAND [options]",
    commands="Commands",
    arguments="Needed",
    options="Options",
    help="print this help",
    version="print the version",
    command="COMMAND",
    lang="language: vi or en (default: RUNOFSHOW_LANG, then vi)",
    json="print one JSON object and nothing else",
    run="open the console on a live show",
    rehearse="open the console in rehearsal mode",
    serve="the show without a terminal: web and API only",
    screen="a role's screen in another terminal",
    check="every error and every piece of advice about an agenda",
    show="print the planned running order with clock times",
    show_for="mc: print every word the MC reads, item by item",
    no_words="(no words)",
    clone="a new event from an old one",
    import_="a plan from Word, Excel, PDF or text: a draft agenda in which every guess is marked",
    import_file="the office's file (.docx, .doc, .odt, .rtf, .xlsx, .xls, .ods, .csv, .pdf, .html, .txt); - is pasted text",
    import_programme="take the Nth programme where the file has several",
    import_into="compare with the agenda in use and take its changes one by one",
    import_accept="with --into: take the changes of these numbers, or all",
    agenda_file="AGENDA",
    plan_desk="the desk: make and edit a whole agenda on one screen",
    plan_file="an agenda, there or new (.yaml), or a file of the office; none: choose in this folder",
    print_="papers for each person: the run of show, the MC's copy, what delegates are given",
    duties="what is owed before, on and after the day: when, by whom, and whether it is done",
    duties_done="mark the duties of these numbers in the agenda as done today: 2, or 1,3-5",
    duties_not_done="mark the duties of these numbers as not done",
    only="this item or session alone: as --from and --until with the same name",
    joins="only the joins: the first and the last 30 seconds of each item, with a stopwatch for the MC's links",
    drill="simulated hands: some answer at once, some late, some never; N picks others",
    bad_seed="{value!r} picks no simulated hands: 0 to 999999",
    learn="what rehearsals and shows on this machine teach about lengths",
    learn_apply="write the lengths proposed into the agenda, after asking; other lines stay as they are",
    learn_yes="write without asking",
    report_for="which papers, by commas: result (default), lessons (minutes of the meeting on lessons), awards (who has their award and who has not)",
    print_for="for whom, by commas: all (the whole run of show, default), mc, music, crew (ushers), servers (a tray for each batch), reader (names as they are read), certificates (the order of their stack), cards (with a code to scan), chair, programme (what delegates are given)",
    print_output="a new .docx, .xlsx, .html or .pdf file; of several papers the name of a folder",
    print_since="only the pages to exchange in what people hold: the version at its foot, a printed file, or the old agenda file",
    file="FILE",
    report="the report of a show or rehearsal",
    shows="the shows and rehearsals kept on this machine",
    kinds="the catalogue of kinds: label, minutes, words, cues, tracks",
    schema="the agenda's JSON Schema, for editors",
    doctor="whether this machine is ready",
    agenda="agenda file (.yaml)",
    resume="pick up the unfinished show without asking",
    new="open a new show without asking",
    start="when it starts: plan, now, or HH:MM",
    port="the port of the hall's screens (0: any free one)",
    lan="open to the hall's network, not only to this machine",
    no_web="do not open a server for the hall",
    role="role: mc, music, speaker, display, crew, stage, lights, screen",
    url="the link to join by, for example http://192.168.1.7:8765/j/ABC234",
    code="the join code, where the link has none",
    no_sound="play no music on this machine",
    osc="take OSC commands at this port (needs RUNOFSHOW_TOKEN or --osc-from)",
    osc_from="take OSC commands without the token from machines of these addresses",
    bad_address="{value} is no list of IP addresses with commas between them",
    play="play the show's music on this machine, from copies of its tracks in FOLDER (default: the current one)",
    folder="FOLDER",
    check_sound="listen to every track: length, loudness, broken files",
    osc_needs_token="--osc needs RUNOFSHOW_TOKEN (at least 16 characters): every OSC command must carry it.",
    osc_from_alone="--osc-from means something only with --osc [HOST:]PORT: no port takes OSC commands yet.",
    osc_taken="The OSC port {port} cannot be opened: {reason}",
    osc_listening="Taking OSC commands at {host}:{port}",
    only_music_plays="Only the music screen can play (--play).",
    no_folder="There is no such folder: {folder}",
    no_player="This machine has no mpv, so it cannot play; `runofshow doctor` says how to install it.",
    bad_port="a port from 0 to 65535 is needed; {value} is none",
    bad_token="RUNOFSHOW_TOKEN must have at least 16 characters.",
    port_taken="Another program uses port {port}; choose another with --port, or --port 0.",
    port_taken_near="Another program uses port {port}; port {free} is free: --port {free}.",
    serving_no_network="This machine is in no network: no phone can come in. Join the hall's Wi-Fi, or share one from this machine.",
    serving_scan="The stage manager scans this to come in from a phone:",
    serving="Serving at {address}",
    serving_role="  {role:<8} {url}  {name}",
    serving_stop="Ctrl+C stops; the show stays open.",
    speed="how many times faster the clock runs (0.1 to 100)",
    first="the item (number or id) or session to begin with; what is before is laid aside",
    item_or_session="ITEM|SESSION",
    until="the last item to rehearse (number or id)",
    output="write to this file",
    new_agenda="the new agenda file",
    setting='set a value, for example --set venue="Hall B"',
    show_name="name of the show, the beginning of its name, its number in the list (see: runofshow shows), last (the one that ran last), or its folder",
    wrong_usage="Wrong usage: {detail}",
    required="missing {names}",
    unrecognized="{names} is not known",
    invalid_choice="there is no {value}; choose one of: {choices}",
    expected_argument="{name} needs a value",
    not_together="{name} does not go with {other}",
    invalid_value="{name}: {value} will not do",
    bad_start="--start takes plan, now, or a time such as 07:30; not {value}",
    bad_speed="--speed takes a number from 0.1 to 100; not {value}",
    bad_setting="--set takes key=value; not {value}",
    no_terminal="The console needs a terminal; the output here is not one.",
    unfinished="A show of this agenda is unfinished; it was opened at {opened}.",
    unfinished_before="Not one item started yet",
    unfinished_running="At item {number}: {title} ({elapsed} elapsed)",
    unfinished_several="{count} shows of this agenda are unfinished:",
    unfinished_more="And {count} more; see: runofshow shows",
    unfinished_next="Item {number} comes next: {title}",
    unfinished_done="The last item is over",
    unfinished_last="last written {at}",
    opened_from="opened from the file {file}",
    held_mark="open in another console: {holder}",
    which_question="Which one? [number; Enter = 1, n = new show] ",
    resumes="Picking up: {show}",
    same_title="A show of the same title from another file is unfinished, and is not picked up by itself (to do so add --resume): {show}",
    nothing_to_resume="There is no unfinished show of this agenda to pick up; list them: runofshow shows",
    keeps_its_order="The file {file} has been changed since this show was opened: the show keeps the order of its journal, not that of the file.",
    home_unreadable="The folder of shows {path} cannot be read: {reason}. Only second copies are looked at.",
    several_shows="{name} may be one of these shows:\n{names}",
    column_number="No.",
    opening_mended="The journal is damaged at line {line} ({reason}); that line was taken from its second seal, and {good} entries are whole.",
    opening_lost="The journal {path} is damaged at line {line} ({reason}): which agenda it was opened from is lost.",
    copy_parted="The second copy in {copy} differs from the journal from some line on: the journal is used, the copy is left as it is.",
    opening_rebuilt="The first line of the journal is lost; it is made anew from {file}. The {good} entries behind it are whole, {lost} cannot be trusted. Look through the hours and what was edited before you go on.",
    opening_kept="No show was opened. To rebuild the show in {path} from this agenda add --resume; for a new show add --new.",
    opening_question="Stop to look at that journal? [Enter = stop, n = new show] ",
    opening_stopped="No show was opened. Keep the folder {path} as it is; for a new show add --new.",
    resume_question="Pick it up? [Enter = pick up, n = new show] ",
    resume_keys="mn",
    held_by="This show is open in another console: {holder}. Close that one first (key q).",
    damaged="The journal is damaged at line {line} ({reason}). The {good} lines before it are whole; {lost} lines after it cannot be trusted.",
    damaged_question="Go on from what is whole? The damaged file is kept as it is. [Enter = go on, n = new show] ",
    unreadable_show="Cannot read the journal {path}: {reason}",
    just_changed="The journal {path} was just written to by another; run the command again.",
    other_day="This agenda says “{day}”; its hours are taken for {today}.",
    start_far="The plan starts at {plan}; it is {now} now.",
    start_question_now="Start from now? [Enter = from now, k = keep the plan's clock] ",
    start_question_plan="Keep the plan's clock? [Enter = keep, n = start from now] ",
    now_keys="bn",
    plan_keys="kp",
    unknown_item="There is no item or session {item} in the agenda; there are: {items}",
    several_of_name="Several items or sessions are called {item}; name one by the id at the head of its line:",
    which_session="The agenda has several sessions:",
    session_question="Which session to begin with? [Enter = {default}] ",
    begins_with="Begins with {session}, {hour}. What is before is laid aside (--from names another).",
    until_before_first="Item {until} stands before item {first}.",
    left_open="The show stays open. Run the same command to pick it up: {folder}",
    ended="The show has ended. Report: runofshow report {name}",
    console_failed="The console failed and was closed: {reason}. The journal is whole; run the same command again.",
    second_copy="The journal could not be written in its place. The full copy: {path}",
    all_good="{file}: nothing to mend.",
    found="{errors} errors, {warnings} pieces of advice.",
    unsettled="{count} points taken from the plan are not confirmed yet; the desk goes to each: runofshow plan {file}",
    exists="{path} is there already; choose another name.",
    cannot_write="Cannot write {path}: {reason}",
    written="Wrote {path}",
    no_shows="No shows on this machine yet. Open one: runofshow run AGENDA.yaml",
    no_such_show="There is no show {name}; list them: runofshow shows",
    bad_ending="A report is written as .md, .html, .docx, .xlsx, .pdf or .json; not {ending}",
    empty_show="The journal {path} is empty.",
    plan_delegates="Delegates",
    plan_chair_panel="Chair panel",
    plan_basis="Held under",
    plan_leaders="Leaders",
    plan_arrives="comes at {at}",
    plan_leaves="goes at {at}",
    plan_awaited_by="item {number} waits",
    plan_address="Addressed as",
    addresses={"comrade": "đồng chí (comrade)", "formal": "ông/bà (Mr, Ms)"},
    plan_rite="Flag salute",
    rites={"commanded": "by commands", "plain": "without commands, all sing"},
    plan_crew="Crew",
    roles=roles.EN,
    plan_backdrop="Stage backdrop",
    plan_decoration="Decoration",
    plan_notes="Notes",
    plan_duties="Duties",
    plan_due="due {due}",
    plan_done="done",
    plan_done_on="done on {day}",
    plan_when={"before": "before", "day": "on the day", "after": "after"},
    total="Total {length}",
    hard_out="hard out {at}",
    ends="ends {at}",
    tentative="(tentative)",
    mode_live="live",
    mode_rehearsal="rehearsal",
    state_open="unfinished",
    state_ended="ended",
    state_damaged="journal damaged",
    column_plan="Time",
    column_title="Item",
    column_by="By",
    column_minutes="Min",
    column_cues="Cues",
    column_show="Show",
    column_day="Opened",
    column_mode="Mode",
    column_state="State",
    unassigned="Unassigned",
)

CLI = {Language.VI: VI, Language.EN: EN}
