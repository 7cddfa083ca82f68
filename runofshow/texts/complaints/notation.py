"""What is wrong with the YAML of an agenda."""

from __future__ import annotations

from msgspec import Struct


class NotationComplaints(Struct, frozen=True):
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
    no_blank_after_colon: str
    no_colon: str
    no_blank_after_dash: str
    no_dash: str
    other_list_mark: str
    other_indent: str
    other_indent_remedy: str
    words_without_key: str
    words_without_key_remedy: str
    words_need_quotes: str
    words_need_quotes_in_brackets: str
    words_need_quotes_in_brackets_remedy: str
    semicolon: str
    cut_at_comma: str
    no_braces: str
    no_comma: str
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


VI = NotationComplaints(
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
    no_blank_after_colon='thiếu dấu cách sau dấu hai chấm của "{key}"',
    no_colon='thiếu dấu hai chấm sau "{key}"',
    no_blank_after_dash="thiếu dấu cách sau gạch đầu dòng",
    no_dash="thiếu gạch đầu dòng",
    other_list_mark="đầu dòng không phải dấu gạch ngang của bàn phím",
    other_indent='dòng này thụt {own} dấu cách, khóa "{above}" ở trên thụt {other}',
    other_indent_remedy="thụt {other} dấu cách rồi viết {write}",
    words_without_key='dòng "{words}" không có khóa',
    words_without_key_remedy="viết tiếp vào cuối dòng trên nếu là phần còn lại của nó; là ghi chú thì thêm dấu # ở đầu dòng; lời nhiều dòng thì viết mc: | rồi thụt từng dòng",
    words_need_quotes="đoạn chữ này phải nằm trong dấu nháy",
    words_need_quotes_in_brackets="trong ngoặc, đoạn chữ có dấu nháy hay dấu ngoặc ở giữa không đọc được",
    words_need_quotes_in_brackets_remedy="đặt cả đoạn chữ trong dấu nháy, hoặc viết mỗi khóa một dòng, không dùng ngoặc",
    semicolon="giữa hai khóa là dấu phẩy, không phải dấu chấm phẩy",
    cut_at_comma='dấu phẩy trong ngoặc nhọn cắt đoạn chữ: "{rest}" không được đọc',
    no_braces="các khóa trên một dòng phải nằm trong {{ }}",
    no_comma="giữa hai khóa thiếu dấu phẩy",
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
    many_documents="tệp có nhiều tài liệu YAML",
    many_documents_remedy='bỏ dòng "---" ở giữa; mỗi tệp một kịch bản',
    alias_bomb="các tham chiếu YAML (*) nhân nội dung lên hơn {most} giá trị",
    alias_bomb_remedy="viết rõ nội dung thay cho tham chiếu",
    alias_of_itself='tham chiếu "*{anchor}" nằm trong chính nó',
    alias_of_itself_remedy="viết rõ nội dung thay cho tham chiếu",
    unknown_alias="tham chiếu YAML (*) không trỏ tới đâu",
    unknown_alias_remedy="đặt đoạn chữ bắt đầu bằng dấu * trong dấu nháy kép",
    tag='thẻ YAML "{tag}" không được dùng',
    tag_remedy="xóa thẻ; đặt đoạn chữ bắt đầu bằng dấu ! trong dấu nháy kép",
    key_not_text="khóa phải là chữ",
    key_not_text_remedy="đặt dòng chữ có dấu ngoặc trong dấu nháy kép",
    duplicate_key='khóa "{key}" đã có ở dòng {first}',
    duplicate_key_remedy="giữ lại một khóa",
    not_an_agenda="tệp không phải kịch bản: dòng đầu phải là khóa",
)


EN = NotationComplaints(
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
    no_blank_after_colon='a blank is missing behind the colon of "{key}"',
    no_colon='a colon is missing behind "{key}"',
    no_blank_after_dash="a blank is missing behind the dash",
    no_dash="the line lacks its dash",
    other_list_mark="the line does not begin with the keyboard's dash",
    other_indent='this line is indented by {own} blanks, the key "{above}" above it by {other}',
    other_indent_remedy="indent it by {other} blanks and write {write}",
    words_without_key='the line "{words}" has no key',
    words_without_key_remedy="join it to the line above if it belongs there; begin a note with #; for words of several lines write mc: | and indent each line",
    words_need_quotes="these words must stand in quotes",
    words_need_quotes_in_brackets="inside brackets, words with quotes or brackets among them cannot be read",
    words_need_quotes_in_brackets_remedy="put the whole words in quotes, or write each key on its own line without brackets",
    semicolon="between two keys there is a comma and no semicolon",
    cut_at_comma='a comma inside braces cuts the words: "{rest}" is not read',
    no_braces="keys on one line must stand in {{ }}",
    no_comma="a comma is missing between two keys",
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
)
