"""The words of Rich Text: which stand for letters, which groups hold no text, which bytes a font means."""

from __future__ import annotations

from types import MappingProxyType

LETTERS = MappingProxyType(
    {
        "tab": "\t",
        "line": "\n",
        "emdash": "—",
        "endash": "–",
        "bullet": "•",
        "lquote": "‘",
        "rquote": "’",
        "ldblquote": "“",
        "rdblquote": "”",
        "emspace": " ",
        "enspace": " ",
        "qmspace": " ",
    }
)
SIGNS = MappingProxyType({"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\0par", "\r": "\0par"})
"""After a backslash; a line end there ends a paragraph."""

SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf"
    " footnote annotation fldinst datafield nonesttables shprslt nonshppict objdata objclass objname"
    " ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp private xe tc txe rxe pgptbl listtable"
    " listoverridetable revtbl rsidtbl generator filetbl mmathPr themedata colorschememapping latentstyles"
    " datastore template falt panose fname xmlnstbl".split()
)
"""Groups whose words are not of the text."""
STARRED = frozenset("shpinst shptxt nesttableprops ud shppict do dptxbxtext result".split())
"""Groups that older programs may skip, and that are read: text boxes, tables inside tables."""

CODE_PAGES = MappingProxyType(
    {
        0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
        162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
        222: "cp874", 238: "cp1250", 255: "cp437",
    }
)  # fmt: skip
"""By the charset of a font; 163 is Vietnamese, whose tones are letters of their own."""
SYMBOLS = 2
"""The charset of fonts that hold pictures."""
