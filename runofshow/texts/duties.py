"""The phrases of what is owed beside the show: `duties`, and the reminders of it."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class DutyTexts(Struct, frozen=True):
    when_before: str
    when_day: str
    when_after: str
    due: str
    no_due: str
    done: str
    done_on: str
    overdue: str
    overdue_1: str
    today: str
    ahead: str
    tomorrow: str
    none: str
    sum_overdue: str
    sum_today: str
    sum_neither: str
    sum_all_done: str
    in_file: str
    file_gone: str
    in_all: str
    how_to_mark: str
    marked: str
    unmarked: str
    was_marked: str
    was_not_marked: str
    changed_meanwhile: str
    not_marked: str
    bad_numbers: str
    title: str
    reading: str
    none_here: str
    mark_done: str
    mark_not_done: str
    marked_here: str
    unmarked_here: str
    changed_here: str
    no_file: str
    bad_file: str
    reminder: str
    at_the_end: str
    done_and_not: str

    def when(self, when: str) -> str:
        """The heading of what is owed before | day | after."""
        said: str = getattr(self, f"when_{when}")
        return said


VI = DutyTexts(
    when_before="Trước hội nghị",
    when_day="Trong ngày hội nghị",
    when_after="Sau hội nghị",
    due="hạn {due}",
    no_due="không ghi hạn",
    done="đã xong",
    done_on="đã xong ngày {day}",
    overdue="QUÁ HẠN {days} NGÀY",
    overdue_1="QUÁ HẠN 1 NGÀY",
    today="HẠN HÔM NAY",
    ahead="còn {days} ngày",
    tomorrow="còn 1 ngày",
    none="{file} không ghi việc phải làm nào. Thêm việc: runofshow plan {file}",
    sum_overdue="{count} việc quá hạn",
    sum_today="{count} việc đến hạn hôm nay",
    sum_neither="Không có việc quá hạn",
    sum_all_done="Mọi việc đã xong",
    in_file="({file})",
    file_gone="(không còn tệp {file})",
    in_all="Tất cả: {told}. Xem từng việc: runofshow duties KỊCH_BẢN.yaml",
    how_to_mark="Việc nào xong thì ghi lại: runofshow duties {file} --done SỐ",
    marked="Đã ghi là xong ngày {day}: {number}. {what}",
    unmarked="Đã ghi là chưa xong: {number}. {what}",
    was_marked="Đã ghi là xong từ trước: {number}. {what}",
    was_not_marked="Vốn chưa ghi là xong: {number}. {what}",
    changed_meanwhile="{file} vừa bị sửa ở nơi khác, nên chưa ghi gì. Xem lại danh sách rồi ghi lại.",
    not_marked="Không ghi được vào {file}: mục duties viết theo cách không sửa từng việc được. Sửa bằng: runofshow plan {file}",
    bad_numbers="“{value}” không phải số việc; ghi số trong danh sách, từ 1 đến {count}: 2 hoặc 1,3-5",
    title="VIỆC PHẢI LÀM",
    reading="Đang đọc tệp kịch bản…",
    none_here="Kịch bản không ghi việc phải làm nào. Thêm việc ở bàn soạn: runofshow plan",
    mark_done="ghi là đã xong hôm nay",
    mark_not_done="ghi là chưa xong",
    marked_here="Việc {number} đã ghi là xong, trong tệp {file}.",
    unmarked_here="Việc {number} đã ghi là chưa xong, trong tệp {file}.",
    changed_here="Tệp {file} vừa bị sửa ở nơi khác nên chưa ghi gì; đây là danh sách mới.",
    no_file="Không ghi được vào tệp {file}: {problem}.",
    bad_file="Tệp {file} đang có lỗi nên không ghi vào được; đây là các việc như lúc mở buổi này.",
    reminder="Việc phải làm: {told}. Xem: Ctrl+P, gõ “việc”",
    at_the_end="Việc phải làm: {told}. Xem: runofshow duties {file}",
    done_and_not="Việc {numbers} vừa ở --done vừa ở --not-done",
)

EN = DutyTexts(
    when_before="Before the conference",
    when_day="On the day",
    when_after="After the conference",
    due="due {due}",
    no_due="no day set",
    done="done",
    done_on="done on {day}",
    overdue="OVERDUE BY {days} DAYS",
    overdue_1="OVERDUE BY 1 DAY",
    today="DUE TODAY",
    ahead="due in {days} days",
    tomorrow="due tomorrow",
    none="{file} names no duties. Add one: runofshow plan {file}",
    sum_overdue="{count} overdue",
    sum_today="{count} due today",
    sum_neither="Nothing is overdue",
    sum_all_done="All is done",
    in_file="({file})",
    file_gone="({file} is gone)",
    in_all="In all: {told}. See which: runofshow duties AGENDA.yaml",
    how_to_mark="Mark what is done: runofshow duties {file} --done NUMBER",
    marked="Marked as done on {day}: {number}. {what}",
    unmarked="Marked as not done: {number}. {what}",
    was_marked="Marked as done before: {number}. {what}",
    was_not_marked="Was not marked as done: {number}. {what}",
    changed_meanwhile="{file} was changed elsewhere just now, so nothing was marked. Look at the list and mark again.",
    not_marked="{file} cannot be marked: its duties are written in a way that cannot be edited one by one. Edit it: runofshow plan {file}",
    bad_numbers='"{value}" is not the number of a duty; give numbers of the list, 1 to {count}: 2, or 1,3-5',
    title="DUTIES",
    reading="Reading the agenda file…",
    none_here="The agenda names no duties. Add one at the desk: runofshow plan",
    mark_done="mark as done today",
    mark_not_done="mark as not done",
    marked_here="{number} is marked as done in {file}.",
    unmarked_here="{number} is marked as not done in {file}.",
    changed_here="{file} was changed elsewhere just now, so nothing was marked; this is the new list.",
    no_file="Cannot write to {file}: {problem}.",
    bad_file="{file} has errors, so nothing can be marked; these are the duties as the show was opened with them.",
    reminder="Duties: {told}. See: Ctrl+P, type “duties”",
    at_the_end="Duties: {told}. See: runofshow duties {file}",
    done_and_not="{numbers} both in --done and in --not-done",
)

DUTIES = {Language.VI: VI, Language.EN: EN}
