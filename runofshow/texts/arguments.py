"""What may be typed behind `runofshow`, as its help says it, and what is wrong with what was typed."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class ArgumentTexts(Struct, frozen=True, eq=False):
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
    ltc: str
    ltc_output: str
    ltc_from: str
    ltc_for: str
    ltc_rate: str
    bad_timecode: str
    bad_length: str
    doctor_agenda: str
    mcp: str
    agenda: str
    resume: str
    new: str
    start: str
    speed: str
    port: str
    lan: str
    no_web: str
    agents: str
    mcp_url: str
    mcp_agenda: str
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
    bad_port: str
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


VI = ArgumentTexts(
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
    doctor="xem máy này, và thiết bị trong kịch bản, đã sẵn sàng chưa",
    doctor_agenda="kịch bản có các thiết bị cần xem; không ghi thì chỉ xem máy này",
    ltc="ghi mã giờ LTC thành tệp âm thanh, để phát cho thiết bị chạy theo buổi lễ",
    ltc_output="tệp .wav sẽ ghi",
    ltc_from="khung hình đầu tiên; không ghi thì 01:00:00:00",
    ltc_for="dài bao lâu: 30', 1h20, 90s",
    ltc_rate="số khung hình một giây; không ghi thì 25",
    bad_timecode="không phải mã giờ: {value}; viết như 01:00:10:00",
    bad_length="không phải độ dài từ 1 giây đến 24 giờ: {value}; viết như 30', 1h20, 90s",
    mcp="cửa cho tác nhân (AI): đọc và đề nghị sửa kịch bản, qua stdio",
    agenda="tệp kịch bản (.yaml)",
    resume="tiếp tục buổi đang dở, không hỏi",
    new="mở buổi mới, không hỏi",
    start="giờ bắt đầu: plan (theo kế hoạch), now (bây giờ) hoặc HH:MM",
    port="cổng của các màn hình trong hội trường (0: cổng trống bất kỳ)",
    lan="mở cho mạng của hội trường, không chỉ máy này",
    no_web="không mở máy chủ cho hội trường",
    agents="mở cửa cho tác nhân trên máy này: đọc, và đề nghị để người điều hành nhận",
    mcp_url="địa chỉ của buổi đang chạy, khi không phải buổi mở trên máy này bằng --agents",
    mcp_agenda="tệp kịch bản, hoặc thư mục có các tệp ấy, mà tác nhân được đọc và đề nghị sửa",
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
    bad_port="cần một cổng từ 0 đến 65535; không nhận {value}",
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
)

EN = ArgumentTexts(
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
    doctor="whether the gear of an agenda answers, and this machine is ready",
    doctor_agenda="the agenda whose gear is looked at; without it only this machine is",
    ltc="write linear timecode as a sound file, to play to gear that follows the show",
    ltc_output="the .wav file to write",
    ltc_from="its first frame; 01:00:00:00 unless given",
    ltc_for="how long: 30', 1h20, 90s",
    ltc_rate="frames a second; 25 unless given",
    bad_timecode="no timecode: {value}; write it like 01:00:10:00",
    bad_length="no length from a second to a day: {value}; write it like 30', 1h20, 90s",
    mcp="the door for agents: read, and propose edits, over stdio",
    agenda="agenda file (.yaml)",
    resume="pick up the unfinished show without asking",
    new="open a new show without asking",
    start="when it starts: plan, now, or HH:MM",
    port="the port of the hall's screens (0: any free one)",
    lan="open to the hall's network, not only to this machine",
    no_web="do not open a server for the hall",
    agents="open a door for agents on this machine: they read, and propose for the stage manager to take",
    mcp_url="the address of a running show, where it is not one that was opened here with --agents",
    mcp_agenda="the agenda, or a folder of agendas, that the agent may read and propose edits to",
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
    bad_port="a port from 0 to 65535 is needed; {value} is none",
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
)

ARGUMENTS = {Language.VI: VI, Language.EN: EN}
