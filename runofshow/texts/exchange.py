"""The phrases of pages that are exchanged: on them, and what `print --changed-since` says of them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from runofshow.texts import Language


class ExchangeTexts(Struct, frozen=True):
    # On a page
    takes_place: str
    """`{page}`, `{since}`: the revision whose page it is exchanged for."""
    put_in: str
    """The same of a page that there was not."""
    gone_from_page: str
    """`{items}`"""

    # What the command says
    nothing: str
    """`{since}`"""
    paper: str
    """`{paper}`, `{pages}`"""
    unchanged: str
    """`{paper}`"""
    exchange: str
    """`{pages}`"""
    add: str
    withdraw: str
    nearly_all: str
    what: Mapping[str, str]
    """What has become of items, by `printing.exchange.What`: `{items}`; of figures `{count}`."""
    unknown: str
    """`{since}`, `{kept}`"""
    none_kept: str
    several: str
    """`{since}`, `{found}`"""
    no_revision: str
    """`{path}`"""
    no_agenda: str
    """`{path}`: the old agenda file"""
    not_kept: str
    """`{reason}`"""
    exchanged_already: str
    """`{since}`, `{later}`: pages of `since` were exchanged for pages of `later` before."""
    as_new: str
    """`{paper}`, `{since}`"""


VI = ExchangeTexts(
    takes_place="Trang {page} (thay trang {page} của bản {since})",
    put_in="Trang {page} (thêm vào bản {since})",
    gone_from_page="Không còn trên trang này: {items}",
    nothing="Không trang nào phải thay so với bản {since}.",
    paper="{paper}: {pages}.",
    unchanged="{paper}: không trang nào phải thay.",
    exchange="thay trang {pages}",
    add="thêm trang {pages}",
    withdraw="bỏ trang {pages}",
    nearly_all="  Gần như trang nào cũng đổi: phát lại cả tập thì gọn hơn.",
    what={
        "new": "  Mục mới: {items}",
        "changed": "  Mục đổi: {items}",
        "figures": "  Chỉ đổi giờ hoặc số thứ tự: {count} mục",
        "gone": "  Mục bỏ: {items}",
    },
    unknown="Máy này không giữ bản nào là “{since}”; đang giữ: {kept}. Nếu còn tệp agenda cũ, hãy đưa tệp đó.",
    none_kept="Máy này chưa giữ bản in nào; nếu còn tệp agenda cũ, hãy đưa tệp đó cho --changed-since.",
    several="“{since}” là phần đầu của nhiều bản: {found}; hãy ghi thêm vài chữ số.",
    no_revision="Không đọc được số bản in nào trong {path}; hãy đưa số bản ở chân trang, hoặc tệp agenda cũ.",
    no_agenda="{path} không đọc được như một agenda; runofshow check {path} cho biết vì sao.",
    not_kept="Đã in, nhưng không ghi nhớ được các trang đã in ({reason}): lần sau --changed-since cần tệp agenda cũ.",
    exchanged_already="Bản {since} đã được thay trang lên bản {later}; nếu các trang ấy đã phát, hãy dùng --changed-since {later}.",
    as_new="{paper}: máy này chưa in bản {since}; tính như đã in cả tập từ bản đó.",
)

EN = ExchangeTexts(
    takes_place="Page {page} (in place of page {page} of version {since})",
    put_in="Page {page} (added to version {since})",
    gone_from_page="No longer on this page: {items}",
    nothing="No page is to be exchanged since version {since}.",
    paper="{paper}: {pages}.",
    unchanged="{paper}: no page is to be exchanged.",
    exchange="exchange page {pages}",
    add="add page {pages}",
    withdraw="withdraw page {pages}",
    nearly_all="  Almost every page changes: a whole new copy is simpler.",
    what={
        "new": "  New items: {items}",
        "changed": "  Changed items: {items}",
        "figures": "  Only hours or numbers changed: {count} items",
        "gone": "  Items taken out: {items}",
    },
    unknown="No version “{since}” is kept on this machine; kept are: {kept}. An old agenda file does as well.",
    none_kept="No printed version is kept on this machine; give --changed-since the old agenda file if there is one.",
    several="“{since}” begins several versions: {found}; write a few more of its digits.",
    no_revision="No version can be read in {path}; give the one at the foot of its pages, or the old agenda file.",
    no_agenda="{path} cannot be read as an agenda; runofshow check {path} says why.",
    not_kept="Printed, but the printed pages could not be kept ({reason}): --changed-since will need the old agenda file.",
    exchanged_already="Pages of version {since} were exchanged for version {later}; where those were handed out, use --changed-since {later}.",
    as_new="{paper}: version {since} of it was not printed here; taken as if all of it had been.",
)

EXCHANGE: Mapping[Language, ExchangeTexts] = {Language.VI: VI, Language.EN: EN}
