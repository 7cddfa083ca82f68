"""The phrases of the papers of an award round: the servers' sheet, the reader's, the certificates, the cards."""

from __future__ import annotations

from msgspec import Struct

from runofshow.texts import Language


class AwardPaperTexts(Struct, frozen=True):
    batch: str
    """`{number}`, `{of}`, `{title}`."""
    form: str
    presenter: str
    reader: str
    nobody: str
    """Where nobody is named to hand over or to read."""
    tray: str
    """`{count}`, `{form}`: what lies on it."""
    tray_of_one: str
    certificates: str
    """What lies there where nothing names it."""
    flowers: str
    """`{count}`."""
    stands: str
    """`{count}`: where the row stands."""
    alone: str
    """The same of one."""
    behind: str
    """Where the servers stand."""
    called_first: str
    called_after: str
    no_list: str

    # Heads of columns
    place: str
    name: str
    unit: str
    remark: str
    stacked: str
    """A box to tick: it lies on the tray."""
    here: str
    given: str
    certificate: str
    """The head over running numbers of a whole round."""
    batch_head: str
    exact: str
    """The head over names as they stand on certificates."""
    form_head: str
    decision: str
    first_check: str
    second_check: str
    order: str
    reading: str

    # In a cell
    absent: str
    apart: str
    """Of a certificate that is not stacked."""
    proxy: str
    """`{name}`."""
    posthumous: str
    twin: str
    """`{apart}`: of a name that two people have, what tells them apart."""
    written: str
    """`{name}`: how a name is written that is read otherwise."""
    not_read: str
    """`{names}`."""
    as_before: str
    """`{decision}`: it was read with a batch before."""
    nothing: str
    how_stacked: str
    cut: str
    """Over the first cards."""
    card_place: str
    """`{number}`, `{of}`, `{place}`."""
    card_alone: str
    """Of an award that is handed over at once: `{place}`."""
    card_batch: str
    """Without a place: `{number}`, `{of}`."""
    blank_name: str
    blank_unit: str
    blank_form: str
    blank_place: str
    """Of a card for a late name: room to write it."""
    total: str
    """`{count}`, `{apart}`."""


VI = AwardPaperTexts(
    batch="Đợt {number}/{of}: {title}",
    form="Trao: {name}",
    presenter="Người trao: {name}",
    reader="Công bố: {name}",
    nobody="(chưa phân công)",
    tray="Trên khay: {count} × {form}, xếp theo số, số 1 nằm trên cùng",
    tray_of_one="Trên khay: {form}",
    certificates="bằng",
    flowers="{count} bó hoa",
    stands="Hàng đứng giữa sân khấu, từ trái sang phải khi nhìn từ hội trường: 1 đến {count}",
    alone="Đứng giữa sân khấu",
    behind="Lễ tân đứng phía sau, bên phải người trao, không quay lưng về hội trường",
    called_first="Mời lên trước, công bố sau",
    called_after="Công bố trước, mời lên sau",
    no_list="(chưa có danh sách)",
    place="Khay",
    name="Người, tập thể nhận",
    unit="Chức vụ, đơn vị",
    remark="Nhận thay, ghi chú",
    stacked="Đã xếp",
    here="Có mặt",
    given="Đã trao",
    certificate="Số",
    batch_head="Đợt, khay",
    exact="Tên ghi trên bằng",
    form_head="Hình thức",
    decision="Quyết định",
    first_check="Soát 1",
    second_check="Soát 2",
    order="TT",
    reading="Đọc tên",
    absent="VẮNG, không xếp khay",
    apart="VẮNG, để riêng",
    proxy="nhận thay: {name}",
    posthumous="truy tặng",
    twin="trùng tên {apart}",
    written="(viết: {name})",
    not_read="Không đọc, vắng: {names}",
    as_before="Vẫn theo {decision}, không đọc lại",
    nothing="Không có đợt trao tặng nào.",
    how_stacked="Xếp theo số, số 1 nằm trên cùng; soát hai lần, hai người khác nhau.",
    cut="In trên giấy A4 dày, cắt theo nét đứt. Thẻ trống dành cho tên thêm sau.",
    card_place="Đợt {number}/{of}, khay số {place}",
    card_alone="Khay số {place}",
    card_batch="Đợt {number}/{of}",
    blank_name="Tên: ....................................",
    blank_unit="Đơn vị: ...............................",
    blank_form="Hình thức: ...........................",
    blank_place="Đợt: ........... khay số: ...........",
    total="{count} bằng trong chồng; để riêng: {apart}",
)

EN = AwardPaperTexts(
    batch="Batch {number}/{of}: {title}",
    form="Award: {name}",
    presenter="Presented by: {name}",
    reader="Read by: {name}",
    nobody="(nobody yet)",
    tray="On the tray: {count} × {form}, by number, number 1 on top",
    tray_of_one="On the tray: {form}",
    certificates="certificate",
    flowers="{count} bouquets",
    stands="The row stands at the centre of the stage, left to right as the hall sees it: 1 to {count}",
    alone="Stands at the centre of the stage",
    behind="Servers stand behind and to the right of the presenter, never with their back to the hall",
    called_first="Called up first, then the decision is read",
    called_after="The decision is read, then they are called up",
    no_list="(no list yet)",
    place="Tray",
    name="Recipient",
    unit="Post, unit",
    remark="On behalf, remark",
    stacked="Stacked",
    here="Present",
    given="Given",
    certificate="No.",
    batch_head="Batch, tray",
    exact="Name on the certificate",
    form_head="Form",
    decision="Decision",
    first_check="Check 1",
    second_check="Check 2",
    order="No.",
    reading="Names as read",
    absent="ABSENT, not on the tray",
    apart="ABSENT, kept apart",
    proxy="received by: {name}",
    posthumous="posthumous",
    twin="same name {apart}",
    written="(written: {name})",
    not_read="Not read, absent: {names}",
    as_before="Still by {decision}, not read again",
    nothing="Nothing is handed over.",
    how_stacked="Stacked by number, number 1 on top; checked twice, by two people.",
    cut="Print on stiff A4, cut along the dashes. Blank cards are for late names.",
    card_place="Batch {number}/{of}, tray no. {place}",
    card_alone="Tray no. {place}",
    card_batch="Batch {number}/{of}",
    blank_name="Name: .................................",
    blank_unit="Unit: ...................................",
    blank_form="Form: .................................",
    blank_place="Batch: .......... tray no.: ..........",
    total="{count} certificates in the stack; kept apart: {apart}",
)

AWARD_PAPERS = {Language.VI: VI, Language.EN: EN}
