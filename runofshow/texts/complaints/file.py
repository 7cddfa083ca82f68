"""What is wrong with a file before anybody reads its lines, and with the settings of a clone."""

from __future__ import annotations

from msgspec import Struct


class FileComplaints(Struct, frozen=True):
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
    bom: str
    bom_remedy: str
    control_character: str
    control_character_remedy: str
    stacked_marks: str
    stacked_marks_remedy: str
    unknown_setting: str
    unknown_setting_remedy: str
    setting_not_text: str
    setting_not_text_remedy: str


VI = FileComplaints(
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
    bom="tệp mở đầu bằng dấu BOM",
    bom_remedy="lưu lại với mã hóa UTF-8 không BOM",
    control_character="có ký tự điều khiển {sign}",
    control_character_remedy="xóa ký tự này; gõ lại đoạn chữ nếu không nhìn thấy nó",
    stacked_marks="có quá nhiều dấu chồng lên một chữ",
    stacked_marks_remedy="xóa đoạn này và gõ lại",
    unknown_setting='không có "{key}" trong tệp mẫu',
    unknown_setting_remedy="viết đường dẫn như title, date, sessions.0.start hoặc items.2.by",
    setting_not_text='"{key}" không phải một giá trị đơn',
    setting_not_text_remedy="chỉ rõ khóa bên trong",
)


EN = FileComplaints(
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
    bom="the file begins with a byte order mark",
    bom_remedy="save it as UTF-8 without BOM",
    control_character="there is a control character {sign}",
    control_character_remedy="delete it; type the words again if it cannot be seen",
    stacked_marks="too many marks are piled on one letter",
    stacked_marks_remedy="delete it and type it again",
    unknown_setting='there is no "{key}" in the template',
    unknown_setting_remedy="write a path like title, date, sessions.0.start or items.2.by",
    setting_not_text='"{key}" is not a single value',
    setting_not_text_remedy="name a key inside it",
)
