"""Names that no line's end breaks."""

from __future__ import annotations

from pathlib import Path

from runofshow.printing.names import NO_BREAK, Ties
from tests.printing.agendas import made

AGENDA = """\
title: Hội nghị thử
date: 5/2/2027
start: 7h30
items:
- title: Khen thưởng
  kind: award
  award:
    presenter: Lê Văn
    recipients: [Lê Văn Sáu, Lê Văn Sáu Hai, Trần Thị Bảy, "Đinh A (nhận thay: anh Đinh Văn Con, em)"]
"""


def test_of_names_that_begin_alike_the_longest_is_tied(tmp_path: Path) -> None:
    ties = Ties(made(tmp_path, AGENDA).agenda, 20)
    tied = {
        "mời bà Lê Văn Sáu Hai lên": "mời bà Lê~Văn~Sáu~Hai lên",
        "mời Lê Văn Sáu, LÊ VĂN": "mời Lê~Văn~Sáu, LÊ~VĂN",
        "nhận thay: anh Đinh Văn Con, em": "nhận thay: anh Đinh~Văn~Con, em",
        "ông Lê Văn Sáu Ba": "ông Lê~Văn~Sáu Ba",
        "Lê Văng, Lê Thị Bảy, Trần Thị": "Lê Văng, Lê Thị Bảy, Trần Thị",
    }
    assert {text: ties.tied(text).replace(NO_BREAK, "~") for text in tied} == tied
