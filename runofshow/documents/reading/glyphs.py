"""Signs of the fonts that hold pictures in place of letters, as today's letters."""

from __future__ import annotations

from types import MappingProxyType

_WINGDINGS = MappingProxyType(
    {
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆",
        0x76: "❖", 0x77: "◆", 0x9E: "•", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□",
        0xB0: "◆", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗",
        0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x2A: "✉", 0x28: "☎", 0x29: "☎", 0x46: "☞", 0xAB: "★", 0x21: "✏",
    }
)  # fmt: skip
_SYMBOL = MappingProxyType(
    {
        0xB7: "•", 0x2D: "-", 0x2B: "+", 0x2A: "*", 0xA8: "♦", 0xAE: "→", 0xDE: "⇒", 0xB0: "°", 0xB4: "×",
        0xD7: "·", 0xA7: "♣", 0xA9: "♥", 0xAA: "♠", 0xAC: "←", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0x2F: "/",
    }
)  # fmt: skip


_SYMBOL_MOSTLY = frozenset({0xB7, 0x2D, 0x2B, 0x2A, 0xB0, 0xA8})
"""Signs that come from Symbol, where the font is not told."""


def sign(code: int, font: str) -> str:
    """What a sign of a font looks like. Such fonts keep their signs at F000 and up as well as at 20 and up;
    one that is not known is a bullet."""
    font = font.lower()
    low = code & 0xFF if 0xF000 <= code <= 0xF0FF else code
    if "wingdings" in font or "webdings" in font:
        return _WINGDINGS.get(low, "•")
    if "symbol" in font:
        return _SYMBOL.get(low, "•" if low > 0x7E or code != low else chr(low))
    if 0xF000 <= code <= 0xF0FF:
        known = (_SYMBOL, _WINGDINGS) if low in _SYMBOL_MOSTLY else (_WINGDINGS, _SYMBOL)
        return known[0].get(low) or known[1].get(low, "•")
    return "•" if 0xE000 <= code <= 0xF8FF else chr(code)


def signs(text: str, font: str = "") -> str:
    """Each letter of a bullet, or of a text that has some of a private range."""
    return "".join(sign(ord(each), font) for each in text)


def has_private(text: str) -> bool:
    """It has letters that only its font could draw."""
    return any("\ue000" <= each <= "\uf8ff" for each in text)
