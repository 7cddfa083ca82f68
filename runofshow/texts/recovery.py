"""The phrases of the panel with the ways back."""

from __future__ import annotations

from msgspec import Struct


class RecoveryTexts(Struct, frozen=True):
    """What to do when it is late, or early."""

    title: str
    counted: str
    reckoning: str
    no_hours: str
    fine: str
    fine_out: str
    late: str
    unlikely: str
    broken: str
    early: str
    early_none: str
    none_left: str
    none_kept: str
    none_at_all: str
    ends: str
    in_time: str
    over: str
    kept: str
    not_kept: str
    chance: str
    saves: str
    later: str
    same: str
    shorten: str
    shorten_people: str
    shorten_parts: str
    drop: str
    before: str
    lengthen: str
    lengthen_all: str
    choose: str
    tick: str
    take: str
    again: str
    close: str
    none_ticked: str
    stale: str
    taken: str
    failed: str


VI = RecoveryTexts(
    title="PHƯƠNG ÁN GIỜ GIẤC",
    counted="r: {count} phương án",
    reckoning="Đang tính…",
    no_hours="Chưa tính được: kịch bản chưa có giờ, hoặc không còn mục nào.",
    fine="Không có gì phải gỡ: dự kiến kết thúc {end}.",
    fine_out="Không có gì phải gỡ: dự kiến kết thúc {end}, hạn {out}.",
    late="Dự kiến kết thúc {end}, quá hạn {out} là {by}.",
    unlikely="Dự kiến kết thúc {end}, kịp hạn {out} chỉ {chance} %.",
    broken="{name} về lúc {leaves}, mà mục {number} {title} đến {end} mới xong.",
    early="Sớm {by} so với kế hoạch. Có thể kéo dài:",
    early_none="Sớm {by} so với kế hoạch. Chưa mục nào ghi được kéo dài (stretch).",
    none_left="Không còn cách nào trong phạm vi cho phép: quá hạn ít nhất {by}.",
    none_kept="Không còn cách nào trong phạm vi cho phép.",
    none_at_all="Không mục nào được rút hay được bỏ (min, may_drop): quá hạn ít nhất {by}.",
    ends="kết thúc {end}",
    in_time="còn dư {by}",
    over="quá hạn {by}",
    kept="kịp giờ về",
    not_kept="không kịp giờ về",
    chance="kịp hạn {chance} %",
    saves="sớm hơn {by}",
    later="thêm {by}",
    same="không đổi giờ kết thúc",
    shorten="còn {to} (−{by})",
    shorten_people="mỗi người còn {to} (−{by})",
    shorten_parts="mỗi phần còn {to} (−{by})",
    drop="bỏ (−{by})",
    before="lên trước mục {before}",
    lengthen="được {to} (+{by})",
    lengthen_all="mỗi phần được {to} (+{by})",
    choose="chọn cách",
    tick="bỏ bớt, lấy lại",
    take="làm theo",
    again="tính lại",
    close="thôi",
    none_ticked="Không giữ thay đổi nào: SPACE để lấy lại, Esc để thôi.",
    stale="Vừa có thay đổi, đã tính lại.",
    taken="Đã đổi: dự kiến kết thúc {end}. u hoàn tác.",
    failed="Không tính được: {error}",
)


EN = RecoveryTexts(
    title="WAYS BACK",
    counted="r: {count} ways back",
    reckoning="Reckoning…",
    no_hours="Nothing to reckon: the agenda has no hours yet, or nothing is left of it.",
    fine="Nothing needs doing: the session is expected to end at {end}.",
    fine_out="Nothing needs doing: the session is expected to end at {end}, hard out {out}.",
    late="Expected to end at {end}, {by} past the hard out of {out}.",
    unlikely="Expected to end at {end}; the hard out of {out} is made with only {chance} %.",
    broken="{name} goes at {leaves}, and {number} {title} is over at {end}.",
    early="{by} ahead of the plan. What may be longer:",
    early_none="{by} ahead of the plan. Nothing says that it may be longer (stretch).",
    none_left="No way is left within what is allowed: at least {by} late.",
    none_kept="No way is left within what is allowed.",
    none_at_all="Nothing may be shortened or left out (min, may_drop): at least {by} late.",
    ends="ends {end}",
    in_time="in time, {by} to spare",
    over="{by} late",
    kept="over before they go",
    not_kept="not over before they go",
    chance="{chance} % in time",
    saves="{by} earlier",
    later="{by} more",
    same="ends when it did",
    shorten="{to} (−{by})",
    shorten_people="{to} each (−{by})",
    shorten_parts="{to} each (−{by})",
    drop="left out (−{by})",
    before="in front of {before}",
    lengthen="{to} (+{by})",
    lengthen_all="{to} each (+{by})",
    choose="choose",
    tick="leave out, keep",
    take="do it",
    again="reckon again",
    close="none",
    none_ticked="No change is kept: SPACE takes one back, Esc does none.",
    stale="Something has just changed; reckoned again.",
    taken="Changed: expected to end at {end}. u undoes it.",
    failed="Cannot reckon: {error}",
)
