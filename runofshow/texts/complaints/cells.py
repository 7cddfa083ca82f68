"""What is wrong in a workbook of ours that comes back, told with its cell."""

from __future__ import annotations

from msgspec import Struct


class CellComplaints(Struct, frozen=True):
    cell_no_length: str
    cell_no_length_remedy: str
    cell_no_hour: str
    cell_no_hour_remedy: str
    cell_no_day: str
    cell_no_moment: str
    cell_no_moment_remedy: str
    cell_no_choice: str
    cell_no_choice_remedy: str
    cell_empty: str
    cell_empty_remedy: str
    cell_unread: str
    cell_unread_remedy: str
    cell_no_item: str
    cell_no_item_remedy: str
    cell_no_field: str
    cell_no_field_remedy: str
    cell_of_session: str
    cell_of_session_remedy: str
    part_without_item: str
    part_without_item_remedy: str
    missing_column: str
    missing_column_remedy: str
    missing_sheet: str
    missing_sheet_remedy: str
    sheet_twice: str
    sheet_twice_remedy: str
    sheet_cut_short: str
    sheet_cut_short_remedy: str


VI = CellComplaints(
    cell_no_length='"{text}" không phải thời lượng',
    cell_no_length_remedy="viết {write}",
    cell_no_hour='"{text}" không phải giờ trong ngày',
    cell_no_hour_remedy="viết như {write}",
    cell_no_day='"{text}" không phải ngày',
    cell_no_moment='"{text}" không phải lúc của một lệnh',
    cell_no_moment_remedy="viết như: đầu mục + 90 giây, cuối mục - 1 phút, khi nghe Chào cờ!, hết nhạc + 2s",
    cell_no_choice='"{text}" không có trong danh sách của ô này',
    cell_no_choice_remedy="chọn một trong: {known}",
    cell_empty="ô này để trống",
    cell_empty_remedy="ghi vào, hoặc xóa cả dòng",
    cell_unread="ô chỉ có TRUE, FALSE, lỗi hoặc công thức chưa tính",
    cell_unread_remedy="viết thẳng giá trị vào ô",
    cell_no_item='không có mục "{text}" trong trang tính "{sheet}"',
    cell_no_item_remedy="chọn mục trong danh sách của ô, hoặc xóa dòng này",
    cell_no_field='"{text}" không phải tên thông tin nào của hội nghị',
    cell_no_field_remedy="để nguyên cột đầu như lúc in",
    cell_of_session='dòng phiên không có "{head}"',
    cell_of_session_remedy="xóa chữ ở ô này, hoặc ghi nó ở dòng của mục",
    part_without_item="dòng phần không đứng dưới mục nào",
    part_without_item_remedy="đổi cấp thành mục, hoặc chuyển dòng xuống dưới mục của nó",
    missing_column='thiếu cột "{head}"',
    missing_column_remedy="thêm lại cột có đúng tiêu đề ấy",
    missing_sheet='thiếu trang tính "{sheet}"',
    missing_sheet_remedy="in lại bảng tính rồi chép các dòng sửa sang",
    sheet_twice='hai trang tính cùng là "{sheet}"',
    sheet_twice_remedy="chỉ giữ lại một",
    sheet_cut_short="trang tính dài quá, không đọc hết được",
    sheet_cut_short_remedy="xóa những dòng trống hay thừa",
)

EN = CellComplaints(
    cell_no_length='"{text}" is not a length',
    cell_no_length_remedy="write {write}",
    cell_no_hour='"{text}" is not an hour of the day',
    cell_no_hour_remedy="write it like {write}",
    cell_no_day='"{text}" is not a day',
    cell_no_moment='"{text}" is no moment of a cue',
    cell_no_moment_remedy="write it like: start + 90s, end - 1', word Chào cờ!, after track + 2s",
    cell_no_choice='"{text}" is not on the list of this cell',
    cell_no_choice_remedy="choose one of: {known}",
    cell_empty="this cell is empty",
    cell_empty_remedy="fill it in, or delete the row",
    cell_unread="the cell holds only TRUE, FALSE, a mistake or a formula that was never reckoned",
    cell_unread_remedy="write the value itself into the cell",
    cell_no_item='there is no item "{text}" on the sheet "{sheet}"',
    cell_no_item_remedy="choose an item from the cell's list, or delete the row",
    cell_no_field='"{text}" names nothing that the conference has',
    cell_no_field_remedy="leave the first column as it was printed",
    cell_of_session='the row of a session has no "{head}"',
    cell_of_session_remedy="empty this cell, or write it in the row of an item",
    part_without_item="the part stands under no item",
    part_without_item_remedy="make it an item, or move its row under its item",
    missing_column='the column "{head}" is missing',
    missing_column_remedy="put back a column with this very head",
    missing_sheet='the sheet "{sheet}" is missing',
    missing_sheet_remedy="print the workbook anew and copy the changed rows into it",
    sheet_twice='two sheets are both "{sheet}"',
    sheet_twice_remedy="keep only one",
    sheet_cut_short="the sheet is too long to be read to its end",
    sheet_cut_short_remedy="delete rows that are empty or not needed",
)
