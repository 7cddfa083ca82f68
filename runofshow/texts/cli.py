"""What the commands say on the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language, roles
from runofshow.texts.roles import RoleNames


class CliTexts(Struct, frozen=True, eq=False):
    no_words: str
    osc_needs_token: str
    osc_from_alone: str
    osc_taken: str
    osc_listening: str
    only_music_plays: str
    no_player: str
    no_folder: str
    bad_token: str
    bad_agent_token: str
    agents_need_web: str
    agent_too_fast: str
    port_taken: str
    port_taken_near: str
    serving_no_network: str
    serving_scan: str
    serving: str
    serving_role: str
    serving_stop: str
    serving_agents: str
    no_agent_show: str
    bad_agent_url: str
    agent_door_shut: str
    no_terminal: str
    unfinished: str
    unfinished_before: str
    unfinished_running: str
    resume_question: str
    opening_mended: str
    newer_show: str
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
    plan_timecode: str
    no_such_frame: str
    ltc_written: str
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
    state_newer: str
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
    no_words="(không có lời dẫn)",
    osc_needs_token="--osc cần biến RUNOFSHOW_TOKEN (ít nhất 16 ký tự): lệnh OSC nào cũng phải kèm mã này.",
    osc_from_alone="--osc-from chỉ có nghĩa cùng với --osc [HOST:]PORT: chưa nhận lệnh OSC ở cổng nào.",
    osc_taken="Không mở được cổng OSC {port}: {reason}",
    osc_listening="Nhận lệnh OSC tại {host}:{port}",
    only_music_plays="Chỉ màn hình music mới phát nhạc được (--play).",
    no_folder="Không có thư mục này: {folder}",
    no_player="Máy này chưa có mpv nên không phát nhạc được; lệnh “runofshow doctor” chỉ cách cài.",
    bad_token="RUNOFSHOW_TOKEN phải có ít nhất 16 ký tự.",
    bad_agent_token="RUNOFSHOW_AGENT_TOKEN phải có từ 16 đến 256 ký tự ASCII liền nhau.",
    agents_need_web="--agents cần máy chủ của hội trường: bỏ --no-web.",
    agent_too_fast="Tác nhân hỏi quá nhanh: chờ vài giây.",
    port_taken="Cổng {port} đang có phần mềm khác dùng; chọn cổng khác bằng --port, hoặc --port 0.",
    port_taken_near="Cổng {port} đang có phần mềm khác dùng; cổng {free} đang trống: --port {free}.",
    serving_no_network="Máy này chưa nối mạng nào: điện thoại không vào được. Nối Wi-Fi của hội trường, hoặc phát Wi-Fi từ máy này.",
    serving_scan="Người điều hành quét mã này để vào từ điện thoại:",
    serving="Đang phục vụ tại {address}",
    serving_role="  {role:<8} {url}  {name}",
    serving_stop="Ctrl+C để dừng; buổi vẫn để mở.",
    serving_agents="Cửa cho tác nhân: {url} (mã {token})",
    no_agent_show="Không có buổi nào đang chạy mở cửa cho tác nhân (--agents).",
    bad_agent_url="{url} không phải địa chỉ http của máy này, chẳng hạn http://127.0.0.1:8765/mcp.",
    agent_door_shut="Buổi đang chạy không trả lời tác nhân: {reason}",
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
    newer_show="Buổi ở {path} do bản runofshow mới hơn ghi: hãy mở bằng bản ấy. Bản này để nguyên nhật ký đó.",
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
    plan_timecode="Mã giờ",
    no_such_frame="ở {rate} khung hình một giây không có mã giờ {code}",
    ltc_written="{file}: mã giờ LTC từ {first} đến {last}, {rate} khung hình một giây",
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
    state_newer="của bản mới hơn",
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
    no_words="(no words)",
    osc_needs_token="--osc needs RUNOFSHOW_TOKEN (at least 16 characters): every OSC command must carry it.",
    osc_from_alone="--osc-from means something only with --osc [HOST:]PORT: no port takes OSC commands yet.",
    osc_taken="The OSC port {port} cannot be opened: {reason}",
    osc_listening="Taking OSC commands at {host}:{port}",
    only_music_plays="Only the music screen can play (--play).",
    no_folder="There is no such folder: {folder}",
    no_player="This machine has no mpv, so it cannot play; `runofshow doctor` says how to install it.",
    bad_token="RUNOFSHOW_TOKEN must have at least 16 characters.",
    bad_agent_token="RUNOFSHOW_AGENT_TOKEN must be 16 to 256 ASCII characters without spaces.",
    agents_need_web="--agents needs the hall's server: leave out --no-web.",
    agent_too_fast="The agent asks too fast: wait a few seconds.",
    port_taken="Another program uses port {port}; choose another with --port, or --port 0.",
    port_taken_near="Another program uses port {port}; port {free} is free: --port {free}.",
    serving_no_network="This machine is in no network: no phone can come in. Join the hall's Wi-Fi, or share one from this machine.",
    serving_scan="The stage manager scans this to come in from a phone:",
    serving="Serving at {address}",
    serving_role="  {role:<8} {url}  {name}",
    serving_stop="Ctrl+C stops; the show stays open.",
    serving_agents="Door for agents: {url} (token {token})",
    no_agent_show="No running show has opened a door for agents (--agents).",
    bad_agent_url="{url} is no http address of this machine, such as http://127.0.0.1:8765/mcp.",
    agent_door_shut="The running show does not answer agents: {reason}",
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
    newer_show="The show in {path} was written by a newer runofshow: open it with that one. This one leaves its journal as it is.",
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
    plan_timecode="Timecode",
    no_such_frame="at {rate} frames a second there is no timecode {code}",
    ltc_written="{file}: linear timecode from {first} to {last}, {rate} frames a second",
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
    state_newer="of a newer version",
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
