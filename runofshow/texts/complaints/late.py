"""What is doubtful about what gives way when a show is late, and about leaders who must go."""

from __future__ import annotations

from msgspec import Struct


class LateComplaints(Struct, frozen=True):
    min_above_length: str
    min_above_length_remedy: str
    gives_way_protected: str
    gives_way_protected_remedy: str
    stretch_below_length: str
    stretch_below_length_remedy: str
    before_leaving_no_item: str
    before_leaving_no_item_remedy: str
    leaves_unsaid: str
    leaves_unsaid_remedy: str
    leaves_before_arriving: str
    leaves_before_arriving_remedy: str
    leaves_too_early: str
    leaves_too_early_remedy: str
    bad_importance: str
    bad_importance_remedy: str


VI = LateComplaints(
    min_above_length="tối thiểu {min} dài hơn thời lượng {length}, nên mục này không bao giờ được rút ngắn",
    min_above_length_remedy="viết `min` ngắn hơn thời lượng, hoặc bỏ đi",
    gives_way_protected='"{title}" được giữ nguyên (protected): `{key}` không bao giờ được dùng',
    gives_way_protected_remedy="bỏ `{key}`, hoặc ghi protected: không",
    stretch_below_length="dài nhất {stretch} lại ngắn hơn thời lượng {length}",
    stretch_below_length_remedy="viết `stretch` dài hơn thời lượng, hoặc bỏ đi",
    before_leaving_no_item='{name} về sau mục "{item}", nhưng không mục nào mang mã hay số ấy',
    before_leaving_no_item_remedy="ghi mã (id) hoặc số của mục",
    leaves_unsaid="các mục phải xong trước khi {name} về, nhưng chưa ghi giờ về",
    leaves_unsaid_remedy="ghi `leaves`: giờ phải về",
    leaves_before_arriving="{name} về lúc {leaves}, trước khi đến lúc {arrives}",
    leaves_before_arriving_remedy="xem lại `arrives` và `leaves`",
    leaves_too_early='{name} về lúc {leaves}, mà "{title}" theo kế hoạch đến {end} mới xong',
    leaves_too_early_remedy="đưa mục ấy lên trước, hoặc rút ngắn các mục trước nó",
    bad_importance='"{text}" không phải mức quan trọng',
    bad_importance_remedy="viết từ 1 (nhường trước) đến 5 (nhường sau cùng)",
)


EN = LateComplaints(
    min_above_length="at least {min} is longer than the length of {length}, so it is never shortened",
    min_above_length_remedy="write a `min` below the length, or leave it out",
    gives_way_protected='"{title}" is protected: `{key}` is never used',
    gives_way_protected_remedy="leave `{key}` out, or write protected: no",
    stretch_below_length="at most {stretch} is shorter than the length of {length}",
    stretch_below_length_remedy="write a `stretch` above the length, or leave it out",
    before_leaving_no_item='{name} goes after "{item}", which no item is called',
    before_leaving_no_item_remedy="give the id or the number of an item",
    leaves_unsaid="there are items to be over before {name} goes, and no hour of going",
    leaves_unsaid_remedy="write `leaves`: the hour they must go",
    leaves_before_arriving="{name} goes at {leaves}, before coming at {arrives}",
    leaves_before_arriving_remedy="look at `arrives` and `leaves` again",
    leaves_too_early='{name} goes at {leaves}, and by plan "{title}" is over at {end}',
    leaves_too_early_remedy="move that item forward, or shorten what stands before it",
    bad_importance='"{text}" is no importance',
    bad_importance_remedy="write 1 (gives way first) to 5 (gives way last)",
)
