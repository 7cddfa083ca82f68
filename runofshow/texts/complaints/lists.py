"""What is wrong or doubtful about a list of names beside an agenda, and about those who are honoured."""

from __future__ import annotations

from msgspec import Struct


class ListComplaints(Struct, frozen=True):
    list_missing: str
    list_missing_remedy: str
    list_elsewhere: str
    list_elsewhere_remedy: str
    list_and_recipients: str
    list_and_recipients_remedy: str
    list_no_file: str
    list_no_file_remedy: str
    list_too_big: str
    list_too_big_remedy: str
    list_too_long: str
    list_too_long_remedy: str
    list_unreadable: str
    list_unreadable_remedy: str
    list_encrypted: str
    list_encrypted_remedy: str
    list_damaged: str
    list_damaged_remedy: str
    list_empty: str
    list_empty_remedy: str
    list_without_names: str
    list_without_names_remedy: str
    list_without_form: str
    list_without_form_remedy: str
    list_form_left: str
    list_form_left_remedy: str
    list_has_batches: str
    list_has_batches_remedy: str
    list_batch_unclear: str
    list_batch_unclear_remedy: str
    list_column_unknown: str
    list_column_unknown_remedy: str
    list_more_sheets: str
    list_more_sheets_remedy: str
    list_hidden_rows: str
    list_hidden_rows_remedy: str
    list_bad_cell: str
    list_bad_cell_remedy: str
    list_row_left_out: str
    list_row_left_out_remedy: str
    list_row_without_name: str
    list_row_without_name_remedy: str
    list_letters_mended: str
    list_letters_mended_remedy: str
    list_blanks_mended: str
    list_blanks_mended_remedy: str
    recipient_no_name: str
    recipient_no_name_remedy: str
    same_name_twice: str
    same_name_twice_remedy: str
    recipient_twice: str
    recipient_twice_remedy: str
    recipient_without_unit: str
    recipient_without_unit_remedy: str
    higher_form_later: str
    higher_form_later_remedy: str
    person_before_collective: str
    person_before_collective_remedy: str
    batch_too_wide: str
    batch_too_wide_remedy: str
    batch_too_small: str
    batch_too_small_remedy: str
    batch_without_presenter: str
    batch_without_presenter_remedy: str
    presenter_receives: str
    presenter_receives_remedy: str
    state_called_after: str
    state_called_after_remedy: str


VI = ListComplaints(
    list_missing='không tìm thấy danh sách "{file}"',
    list_missing_remedy="đặt tệp danh sách cạnh tệp kịch bản, hoặc sửa tên ghi ở đây",
    list_elsewhere='danh sách "{file}" nằm ngoài thư mục của kịch bản',
    list_elsewhere_remedy="chép tệp vào cạnh kịch bản để sang máy khác vẫn đọc được",
    list_and_recipients='tên người nhận vừa ghi ở "recipients" vừa ở danh sách "{file}"',
    list_and_recipients_remedy='giữ một nơi: bỏ "recipients" hoặc bỏ "list"',
    list_no_file='danh sách "{file}" không phải một tệp',
    list_no_file_remedy="ghi tên một tệp .csv hoặc .xlsx",
    list_too_big='danh sách "{file}" nặng {size} MB, quá {most} MB',
    list_too_big_remedy="bỏ hình ảnh và các trang tính khác khỏi tệp rồi lưu lại",
    list_too_long='danh sách "{file}" dài quá {most} hàng hoặc {cells} ô',
    list_too_long_remedy="chia danh sách thành nhiều tệp, mỗi mục trao một tệp",
    list_unreadable='không đọc được danh sách "{file}": {problem}',
    list_unreadable_remedy="kiểm tra quyền đọc tệp, hoặc chép lại tệp",
    list_encrypted='danh sách "{file}" có mật khẩu',
    list_encrypted_remedy="mở bằng Excel, bỏ mật khẩu rồi lưu lại",
    list_damaged='danh sách "{file}" hỏng, hoặc không phải .csv hay .xlsx',
    list_damaged_remedy="mở bằng Excel rồi lưu lại thành .xlsx hoặc .csv",
    list_empty='danh sách "{file}" không có tên ai',
    list_empty_remedy='ghi mỗi người một hàng dưới hàng đầu cột "Họ và tên"',
    list_without_names='danh sách "{file}" không có cột tên',
    list_without_names_remedy='đặt ở hàng đầu cột "Họ và tên" hoặc "Tên tập thể"',
    list_without_form='danh sách "{file}" không có hàng nào của hình thức "{form}"; có: {known}',
    list_without_form_remedy='ghi "form" ở mục này đúng như cột Hình thức',
    list_form_left='danh sách "{file}": {count} người của hình thức "{form}" không mục nào trao',
    list_form_left_remedy='thêm một mục có "list" này và "form" ấy, hoặc sửa cột Hình thức',
    list_has_batches='danh sách "{file}" đã có cột Đợt, nên "batch" ở đây không dùng đến',
    list_has_batches_remedy='bỏ "batch", hoặc bỏ cột Đợt',
    list_batch_unclear='danh sách "{file}", cột Đợt, ô {cells}: không rõ đợt nào',
    list_batch_unclear_remedy="ghi số của đợt; ô trống thì theo đợt của hàng trên, ô ghi chữ khác là một đợt riêng",
    list_column_unknown='danh sách "{file}": cột không đọc: {known}',
    list_column_unknown_remedy="đổi tên cột thành STT, Họ và tên, Tên tập thể, Đơn vị, Chức vụ, Xưng hô, Cách đọc, Hình thức, Đợt, Ghi chú, Nhận thay, Truy tặng hoặc Vắng; không cần đến thì để nguyên",
    list_more_sheets='danh sách "{file}": chỉ đọc trang tính "{sheet}"; trang khác cũng có tên người: {known}',
    list_more_sheets_remedy="lưu mỗi trang tính thành một tệp, hoặc gộp về một trang",
    list_hidden_rows='danh sách "{file}": các hàng đang ẩn vẫn được đọc: {cells}',
    list_hidden_rows_remedy="xóa hẳn những hàng không trao, hoặc bỏ ẩn",
    list_bad_cell='danh sách "{file}", ô {cells}: chữ quá dài hoặc có ký tự điều khiển',
    list_bad_cell_remedy="gõ lại ô này",
    list_row_left_out='danh sách "{file}", ô {cells}: hàng cuối bảng (cộng, ký tên), không phải người nhận: {words}',
    list_row_left_out_remedy="đúng là hàng cuối bảng thì không phải sửa gì; là người nhận thì ghi số thứ tự",
    list_row_without_name='danh sách "{file}", ô {cells}: hàng này không có tên: {words}',
    list_row_without_name_remedy="ghi tên vào ô ấy, hoặc xóa hàng này",
    list_letters_mended='danh sách "{file}": {count} ô có dấu gõ rời (Unicode tổ hợp), máy đã ghép lại: {cells}',
    list_letters_mended_remedy="không phải sửa gì; muốn tệp gốc cũng đúng thì chuyển mã sang Unicode dựng sẵn",
    list_blanks_mended='danh sách "{file}": {count} ô có dấu cách thừa, máy đã bỏ: {cells}',
    list_blanks_mended_remedy="không phải sửa gì; hai tên chỉ khác nhau dấu cách là một tên",
    recipient_no_name='"{who}" đứng ở chỗ tên người nhận mà không phải tên ai',
    recipient_no_name_remedy="ghi tên người nhận, hoặc xóa dòng này",
    same_name_twice='"{who}" ({unit}) có trong danh sách hơn một lần; còn: {others}',
    same_name_twice_remedy='nếu là hai người: ghi thêm chức vụ ("post") hoặc đơn vị cho khác; nếu ghi trùng: xóa bớt',
    recipient_twice='"{who}" ({unit}) còn được trao ở: {others}',
    recipient_twice_remedy="đúng là nhận hai lần thì thôi, nhớ chừa thời gian quay lại cánh gà; ghi trùng thì xóa bớt",
    recipient_without_unit='"{who}" chưa có đơn vị, trong khi người khác có',
    recipient_without_unit_remedy='ghi "unit" hoặc cột Đơn vị',
    higher_form_later='"{title}" trao sau hình thức thấp hơn ("{lower}")',
    higher_form_later_remedy="trao từ hình thức cao xuống: chuyển mục này lên trước",
    person_before_collective='tập thể "{who}" đứng sau cá nhân "{person}" trong cùng một hình thức',
    person_before_collective_remedy="tập thể đứng trước, cá nhân đứng sau: xếp lại, hoặc giữ nếu quyết định xếp như vậy",
    batch_too_wide='"{title}": {count} người một đợt, quá {most} người một hàng',
    batch_too_wide_remedy='đặt "batch" nhỏ hơn, hoặc chia danh sách thành hai đợt',
    batch_too_small='"{title}": đợt chỉ có {count} người',
    batch_too_small_remedy='dồn vào đợt bên cạnh, hoặc đổi "batch" cho các đợt đều nhau (ít nhất {least} người)',
    batch_without_presenter='đợt "{title}" chưa có người trao, đợt khác có',
    batch_without_presenter_remedy='ghi "presenter" ở đợt này, hoặc ở mục chung cho mọi đợt',
    presenter_receives='"{who}" nhận từ tay chính mình: {presenter} là người trao',
    presenter_receives_remedy="đổi người trao của đợt này",
    state_called_after='"{title}" là khen thưởng của Chủ tịch nước mà mời lên sau khi đọc quyết định',
    state_called_after_remedy='bỏ "called_before_reading": hình thức cấp Nhà nước thì mời người nhận lên đứng hàng trước khi đọc',
)

EN = ListComplaints(
    list_missing='the list "{file}" is not there',
    list_missing_remedy="put the file of the list beside the agenda, or mend its name here",
    list_elsewhere='the list "{file}" lies outside the agenda\'s folder',
    list_elsewhere_remedy="copy it beside the agenda, so that it is read on another machine too",
    list_and_recipients='recipients stand both in "recipients" and in the list "{file}"',
    list_and_recipients_remedy='keep one: leave out "recipients" or "list"',
    list_no_file='the list "{file}" is no file',
    list_no_file_remedy="name a .csv or .xlsx",
    list_too_big='the list "{file}" has {size} MB, more than {most}',
    list_too_big_remedy="take pictures and other sheets out of it and save it again",
    list_too_long='the list "{file}" has more than {most} rows or {cells} cells',
    list_too_long_remedy="divide it into files, one for each award",
    list_unreadable='the list "{file}" cannot be read: {problem}',
    list_unreadable_remedy="see whether you may read the file, or copy it again",
    list_encrypted='the list "{file}" has a password',
    list_encrypted_remedy="open it in Excel, take the password off and save it again",
    list_damaged='the list "{file}" is damaged, or is no .csv or .xlsx',
    list_damaged_remedy="open it in Excel and save it again as .xlsx or .csv",
    list_empty='the list "{file}" names nobody',
    list_empty_remedy='write each recipient on a row below the head "Họ và tên" or "Name"',
    list_without_names='the list "{file}" has no column of names',
    list_without_names_remedy='head a column "Họ và tên", "Tên tập thể" or "Name"',
    list_without_form='the list "{file}" has no row of the form "{form}"; it has: {known}',
    list_without_form_remedy='write "form" at this item as the column of forms has it',
    list_form_left='the list "{file}": no item hands over "{form}" to its {count} recipients',
    list_form_left_remedy='add an item with this "list" and that "form", or mend the column of forms',
    list_has_batches='the list "{file}" has a column of batches, so "batch" is not used here',
    list_has_batches_remedy='leave out "batch", or the column',
    list_batch_unclear='the list "{file}", column of batches, cell {cells}: no number of a batch',
    list_batch_unclear_remedy="write its number; a blank cell goes with the row above, any other word is a batch of its own",
    list_column_unknown='the list "{file}": columns that are not read: {known}',
    list_column_unknown_remedy="head them No, Name, Collective, Unit, Post, Address, Said, Form, Batch, Note, Proxy, Posthumous or Absent; leave them where they are not needed",
    list_more_sheets='the list "{file}": only the sheet "{sheet}" is read; others name people too: {known}',
    list_more_sheets_remedy="save each sheet as a file of its own, or bring them together",
    list_hidden_rows='the list "{file}": rows that are hidden are read too: {cells}',
    list_hidden_rows_remedy="delete the rows that are not handed over, or show them",
    list_bad_cell='the list "{file}", cell {cells}: too long, or with control characters',
    list_bad_cell_remedy="type the cell again",
    list_row_left_out='the list "{file}", cell {cells}: a sum or a signature, no recipient: {words}',
    list_row_left_out_remedy="nothing is to be done if it is one; a recipient needs a number of order",
    list_row_without_name='the list "{file}", cell {cells}: the row has no name: {words}',
    list_row_without_name_remedy="write the name there, or delete the row",
    list_letters_mended='the list "{file}": {count} cells have letters apart from their marks, put together here: {cells}',
    list_letters_mended_remedy="nothing is to be done; to mend the file too, convert it to precomposed Unicode",
    list_blanks_mended='the list "{file}": {count} cells have blanks too many, taken out here: {cells}',
    list_blanks_mended_remedy="nothing is to be done; names that differ in blanks alone are one",
    recipient_no_name='"{who}" stands where a recipient is named, and is no name',
    recipient_no_name_remedy="write who receives, or take the line out",
    same_name_twice='"{who}" ({unit}) is on the list more than once; also: {others}',
    same_name_twice_remedy="if they are two people, write their posts or units; if one was written twice, take the other out",
    recipient_twice='"{who}" ({unit}) is honoured at these too: {others}',
    recipient_twice_remedy="if so, leave time to come back into the wings; if it was written twice, take one out",
    recipient_without_unit='"{who}" has no unit while others have',
    recipient_without_unit_remedy='write "unit", or fill in the column',
    higher_form_later='"{title}" is handed over after a lower form ("{lower}")',
    higher_form_later_remedy="hand over from the highest form down: bring this item forward",
    person_before_collective='the collective "{who}" stands behind the person "{person}" in one form',
    person_before_collective_remedy="collectives usually come before persons: change the order, or keep it if the decision has it so",
    batch_too_wide='"{title}": {count} in one batch, more than the {most} of a row',
    batch_too_wide_remedy='write a smaller "batch", or divide the list',
    batch_too_small='"{title}": only {count} in the batch',
    batch_too_small_remedy='add them to the batch beside, or change "batch" so that all are alike (at least {least})',
    batch_without_presenter='the batch "{title}" has no presenter, others have',
    batch_without_presenter_remedy='write "presenter" at this batch, or at the heading for all',
    presenter_receives='"{who}" would receive from their own hand: {presenter} presents',
    presenter_receives_remedy="name another presenter for this batch",
    state_called_after='"{title}" is an award of the State President, called up after the reading',
    state_called_after_remedy='leave out "called_before_reading": at state level recipients stand in line before the decision is read',
)
