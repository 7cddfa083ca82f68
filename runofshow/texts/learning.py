"""The phrases of what rehearsals teach: `learn`."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class LearningTexts(Struct, frozen=True):
    learnt_from: str
    record: str
    rehearsal: str
    live: str
    at_speed: str
    planned: str
    once: str
    times: str
    median: str
    likely: str
    by_text: str
    link: str
    mc_pace: str
    proposed: str
    kept: str
    never_ran: str
    nothing_known: str
    nothing_to_change: str
    how_to_apply: str
    question: str
    yes_keys: str
    no_terminal: str
    not_applied: str
    applied: str
    changed_meanwhile: str
    not_edited: str


VI = LearningTexts(
    learnt_from="Học từ {count} lần chạy:",
    record="{mode} {when}{speed}",
    rehearsal="tập duyệt",
    live="chính thức",
    at_speed=" (nhanh {speed} lần)",
    planned="kế hoạch {length}",
    once="1 lần: {lengths}",
    times="{count} lần: {lengths}",
    median="giữa {length}",
    likely="80 %: {low} – {high}",
    link="MC dẫn: {lengths}",
    mc_pace="MC dẫn khoảng {pace} tiếng/phút.",
    by_text="bài {syllables} tiếng, đọc {pace} tiếng/phút",
    proposed="đề xuất {length}",
    kept="giữ nguyên",
    never_ran="Chưa chạy lần nào: mục {items}.",
    nothing_known="Chưa học được gì: trên máy này không có lần tập hay lần chạy nào trọn một mục của “{title}”."
    " Tập trước: runofshow rehearse {file}",
    nothing_to_change="Kế hoạch đã đúng với các lần chạy, không có gì phải sửa.",
    how_to_apply="Ghi các dòng này vào kịch bản: runofshow learn {file} --apply",
    question="Ghi {count} thời lượng vào {file}? [c/K] ",
    yes_keys="cy",
    no_terminal="Không có ai để hỏi: thêm --yes để ghi luôn.",
    not_applied="Không ghi gì.",
    applied="Đã ghi {count} thời lượng vào {file}.",
    changed_meanwhile="{file} vừa bị sửa trong lúc đang hỏi; không ghi gì, hãy chạy lại lệnh.",
    not_edited="Không ghi được vào {file} mà giữ nguyên các dòng khác; hãy sửa tay theo đề xuất.",
)

EN = LearningTexts(
    learnt_from="Learnt from {count} times it ran:",
    record="{mode} {when}{speed}",
    rehearsal="rehearsal",
    live="show",
    at_speed=" (at {speed} times the speed)",
    planned="planned {length}",
    once="once: {lengths}",
    times="{count} times: {lengths}",
    median="median {length}",
    likely="80 %: {low} – {high}",
    link="the MC's link: {lengths}",
    mc_pace="The MC leads over at about {pace} syllables a minute.",
    by_text="a text of {syllables} syllables, read at {pace} a minute",
    proposed="propose {length}",
    kept="stays",
    never_ran="Never ran: items {items}.",
    nothing_known="Nothing learnt: this machine has no rehearsal or show in which an item of “{title}” ran to its end."
    " Rehearse first: runofshow rehearse {file}",
    nothing_to_change="The plan agrees with what ran; there is nothing to change.",
    how_to_apply="To write these lines into the agenda: runofshow learn {file} --apply",
    question="Write {count} lengths into {file}? [y/N] ",
    yes_keys="y",
    no_terminal="There is nobody to ask: add --yes to write at once.",
    not_applied="Nothing was written.",
    applied="{count} lengths written into {file}.",
    changed_meanwhile="{file} was changed while you were asked; nothing was written, run the command again.",
    not_edited="Cannot write into {file} and leave its other lines alone; change it by hand as proposed.",
)

LEARNING = {Language.VI: VI, Language.EN: EN}
