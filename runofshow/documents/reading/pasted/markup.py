"""Text without the marks of Markdown and the tags and entities of a page that were left in it."""

from __future__ import annotations

import html
import re

_TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|font|a|td|tr|th|table|tbody|thead|ul|ol|li|h[1-6]|sup|sub|center|o:p|hr)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?:|mailto:|[/#.])[^()\s]*\)")
_ESCAPED = re.compile(r"\\([-.*_#+()\[\]!|>~`])")
_STRONG = re.compile(r"(?<!\*)\*\*(?!\*)|(?<![_\w])__(?=[^\s_])|(?<=[^\s_])__(?![_\w])")
_EMPHASIS = re.compile(r"(?<![*\w])\*(?=[^\s*)])([^*]*[^\s*(])\*(?![*\w])")
_UNDERLINED = re.compile(r"(?<![_\w])_(?=[^\s_])([^_]*[^\s_])_(?![_\w])")
_CODE = re.compile(r"`([^`]+)`")
_STRUCK = re.compile(r"~~(?=\S)[^~]+~~")


def without_markup(text: str) -> str:
    """What is read when such text is drawn. A single «*» at the beginning is a bullet and stays; what is
    struck out («~~») goes.

    >>> without_markup("<p>a) *Tích cực* **31/3/2020**</p>"), without_markup("* Văn nghệ (*)")
    ('a) Tích cực 31/3/2020', '* Văn nghệ (*)')
    """
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    if "[" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    if "~" in text:
        text = _STRUCK.sub("", text)
    if "*" in text or "_" in text:
        text = _STRONG.sub("", text)
        text = _UNDERLINED.sub(r"\1", _EMPHASIS.sub(r"\1", text))
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
