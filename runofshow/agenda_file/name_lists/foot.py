"""What stands below the names of a list: its sum, the day, who made it and who signs it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from runofshow.agenda_file.wording import fold

_SUM = re.compile(r"tổng (?:cộng|số)\b.*|t[ôo]ng c[ôo]ng\W*\d.*|c[ộo]ng\W*\d.*|sum|total\b.*")
"""With its marks: somebody is called «Tống Công Danh»."""
_ORDER_OF_A_SUM = re.compile(r"(?:tong )?(?:cong|so)|tong|sum|total")
_SIGNED = re.compile(
    r"(?:nguoi )?lap (?:bieu|bang|danh sach)\b.*|nguoi lap|\(?ky\b(?: ten|,).*|\(?da ky\)?"
    r"|thu truong(?: don vi| co quan)?|xac nhan cua .*|(?:[^,]*, ?)?ngay\b.*\bthang\b.*\bnam\b.*"
    r"|noi nhan:?.*|(?:tm|kt|tl|tuq)\. ?\S.*"
)
_LONGEST: Final = 120


def is_sum(order: str, name: str) -> bool:
    """Whether a row adds up, by its cells of the order and of the name."""
    return bool(_ORDER_OF_A_SUM.fullmatch(fold(order)) or _SUM.fullmatch(name.casefold()))


def is_signed(texts: Iterable[str]) -> bool:
    """Whether the signatures begin with a row that says these."""
    return any(len(text) < _LONGEST and _SIGNED.fullmatch(fold(text)) for text in texts)
