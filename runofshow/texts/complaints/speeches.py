"""What is wrong or doubtful about the text of a speech beside an agenda."""

from __future__ import annotations

from msgspec import Struct


class SpeechComplaints(Struct, frozen=True):
    text_missing: str
    text_missing_remedy: str
    text_elsewhere: str
    text_no_file: str
    text_no_file_remedy: str
    text_other_form: str
    text_other_form_remedy: str
    text_encrypted: str
    text_encrypted_remedy: str
    text_damaged: str
    text_damaged_remedy: str
    text_unreadable: str
    text_unreadable_remedy: str
    text_empty: str
    text_empty_remedy: str
    text_no_speech: str
    text_no_speech_remedy: str
    text_of_heading: str
    text_of_heading_remedy: str
    speech_too_long: str
    speech_too_long_remedy: str
    speech_too_short: str
    speech_too_short_remedy: str


VI = SpeechComplaints(
    text_missing='không tìm thấy bài "{file}"',
    text_missing_remedy="đặt tệp bài cạnh tệp kịch bản, hoặc sửa tên ghi ở đây",
    text_elsewhere='bài "{file}" nằm ngoài thư mục của kịch bản',
    text_no_file='bài "{file}" không phải một tệp',
    text_no_file_remedy="ghi tên một tệp .txt hoặc .docx",
    text_other_form='bài "{file}" không phải .txt hay .docx nên chưa biết đọc đến đâu',
    text_other_form_remedy="mở bằng Word rồi lưu lại thành .docx",
    text_encrypted='bài "{file}" có mật khẩu',
    text_encrypted_remedy="bỏ mật khẩu rồi lưu lại",
    text_damaged='bài "{file}" bị hỏng hoặc chưa chép hết',
    text_damaged_remedy="mở bằng phần mềm đã tạo ra nó và lưu lại",
    text_unreadable='không đọc được bài "{file}": {problem}',
    text_unreadable_remedy="kiểm tra quyền đọc tệp và ổ đĩa",
    text_empty='bài "{file}" không có chữ nào',
    text_empty_remedy="lưu lại bài đã viết xong vào tệp này",
    text_no_speech='bài "{file}" dài quá {most} tiếng, chắc không phải một bài đọc',
    text_no_speech_remedy="chỉ ghi tệp của bài đọc tại hội nghị",
    text_of_heading='bài "{file}" ghi ở đề mục thì không phần nào dùng',
    text_of_heading_remedy='chuyển "text" xuống phần có người đọc',
    speech_too_long="bài của “{title}” có {pages} trang, đọc hết khoảng {reading}, mà mục chỉ có {length}",
    speech_too_long_remedy="đề nghị rút bài còn khoảng {most} trang, hoặc tăng thời lượng",
    speech_too_short="bài của “{title}” có {pages} trang, đọc hết khoảng {reading}, mà mục dài {length}",
    speech_too_short_remedy="xem đã nộp đủ bài chưa, hoặc giảm thời lượng",
)

EN = SpeechComplaints(
    text_missing='the text "{file}" is not there',
    text_missing_remedy="put the file beside the agenda, or correct its name here",
    text_elsewhere='the text "{file}" lies outside the folder of the agenda',
    text_no_file='the text "{file}" is no file',
    text_no_file_remedy="write the name of a .txt or .docx file",
    text_other_form='the text "{file}" is neither .txt nor .docx, so nobody knows how far it is read',
    text_other_form_remedy="open it in Word and save it as .docx",
    text_encrypted='the text "{file}" has a password',
    text_encrypted_remedy="take the password off and save it again",
    text_damaged='the text "{file}" is damaged or was not copied whole',
    text_damaged_remedy="open it in the program that made it and save it again",
    text_unreadable='the text "{file}" cannot be read: {problem}',
    text_unreadable_remedy="look at the rights of the file and at the disk",
    text_empty='the text "{file}" has no words',
    text_empty_remedy="save the finished text into this file",
    text_no_speech='the text "{file}" is longer than {most} syllables, so it is hardly a speech',
    text_no_speech_remedy="name the file of what is read at the conference",
    text_of_heading='the text "{file}" stands at a heading, where no part uses it',
    text_of_heading_remedy='move "text" to the part in which it is read',
    speech_too_long="the text of “{title}” has {pages} pages, about {reading} to read, and the item only {length}",
    speech_too_long_remedy="ask for about {most} pages, or give it more time",
    speech_too_short="the text of “{title}” has {pages} pages, about {reading} to read, and the item has {length}",
    speech_too_short_remedy="see whether all of it was handed in, or give it less time",
)
