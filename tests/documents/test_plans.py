"""The four plans that agendas/ were written from, as text: each programme comes in whole, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.made.programmes import items
from tests.documents.score import Item, Programme, read

PLANS = Path(__file__).parent / "plans"

PROGRAMMES = {
    "ha-noi-2020": items("""
 | Văn nghệ chào mừng | performance
 | Chào cờ | flag_salute
 | Tuyên bố lý do, giới thiệu đại biểu | introduction
 | Khai mạc | opening
 | Báo cáo tổng kết phong trào thi đua và công tác khen thưởng 5 năm (2015 - 2020), phương hướng nhiệm vụ \
công tác thi đua, khen thưởng 5 năm tới (2020 - 2025) | report
 | Báo cáo tham luận của các điển hình tiên tiến (tập thể, cá nhân) | paper
 | Biểu dương, tôn vinh các gương điển hình tiên tiến, người tốt, việc tốt | award
 | Phát động phong trào thi đua giai đoạn (2020 - 2025) | launch
 | Phát biểu chỉ đạo của cấp trên | directive
 | Thông qua danh sách đại biểu đi dự Đại hội Thi đua yêu nước Thành phố giai đoạn 2020 - 2025 | vote
 | Tổng kết và bế mạc | summary+closing
"""),
    "bim-son-2020": items("""
 | Chào cờ | flag_salute
 | Tuyên bố lý do, giới thiệu đại biểu và khai mạc | introduction+opening
 | Báo cáo tổng kết phong trào thi đua, công tác thi đua khen thưởng 5 năm qua, phương hướng nhiệm vụ công \
tác thi đua khen thưởng 5 năm tới (Có Đề cương chi tiết kèm theo) | report
 | Báo cáo tham luận của các điển hình tiên tiến (đại diện tập thể, cá nhân) | paper
 | Biểu dương, khen thưởng các điển hình tiêu biểu | award
 | Phát động phong trào thi đua giai đoạn 2020-2025 | launch
 | Phát biểu hưởng ứng phong trào thi đua | pledge
 | Thông qua danh sách đại biểu đi dự Đại hội, Hội nghị cấp trên | vote
 | Tổng kết, Bế mạc Hội nghị | summary+closing
"""),
    "tp-hcm-2019": items("""
 | Văn nghệ chào mừng (nếu có) | performance
 | Tuyên bố lý do, giới thiệu đại biểu | introduction
 | Chiếu video clip sơ kết 05 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị | video
 | Báo cáo nhận định đánh giá kết quả thực hiện 5 năm thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị | report
 | Báo cáo tham luận của các cơ quan, đơn vị thuộc thành phố (từ 3 - 4 tham luận) | paper
 | Phát biểu chỉ đạo của Lãnh đạo Hội đồng Thi đua - Khen thưởng Trung ương và Lãnh đạo Thành ủy | directive
 | Tiếp thu ý kiến chỉ đạo của Trung ương và Thành ủy | reply
 | Khen thưởng | award
 | Bế mạc Hội nghị | closing
"""),
    "ninh-hoa-2020": items("""
 | Văn nghệ chào mừng | performance
 | Tuyên bố lý do, giới thiệu đại biểu | introduction
 | Báo cáo tổng kết công tác thi đua, khen thưởng năm 2019 và phương hướng nhiệm vụ năm 2020 | report
 | Báo cáo tham luận của các tập thể, cá nhân điển hình tiên tiến | paper
 | Thảo luận tại Hội nghị | discussion
 | Biểu dương, tôn vinh, khen thưởng các điển hình tiên tiến | award
 | Lãnh đạo cấp trên phát biểu chỉ đạo | directive
 | Phát động phong trào thi đua yêu nước năm 2020 của Chủ tịch UBND thị xã | launch
 | Bế mạc Hội nghị | closing
"""),
}


def imported(name: str) -> Programme:
    draft = read(PLANS / f"{name}.txt")
    assert isinstance(draft, Programme), draft
    return draft


def acts(found: tuple[Item, ...]) -> list[tuple[object, object, tuple[str, ...]]]:
    return [(item.title, item.kind, item.also) for item in found]


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_plan_gives_every_line_of_its_programme_in_order_and_no_other(name: str) -> None:
    assert acts(imported(name).items) == acts(PROGRAMMES[name])


@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_plan_that_names_no_hour_gives_none(name: str) -> None:
    assert {(item.start, item.end) for item in imported(name).items} == {(None, None)}
