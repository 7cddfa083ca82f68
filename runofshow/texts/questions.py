"""What is asked again before it is done: a question for each refusal that `sure` answers."""

from __future__ import annotations

from msgspec import Struct


class Questions(Struct, frozen=True):
    """A question and its reason, under the name of the `Reason`. `{title}` is the item it is about, `{hour}` its
    hour by the plan, `{names}` for whom it waits."""

    early: str
    early_why: str
    awaited: str
    awaited_why: str
    far_start: str
    far_start_why: str
    long_over: str
    long_over_why: str
    unplayed: str
    unplayed_why: str
    sounding: str
    sounding_why: str
    protected: str
    protected_why: str
    rest: str
    rest_why: str
    rest_aside: str
    rest_keep: str
    yes: str
    """Of the button that goes on all the same."""


VI = Questions(
    early="Chưa đến giờ: “{title}”. Vẫn bắt đầu?",
    early_why="Theo kế hoạch mục này bắt đầu lúc {hour}. Chỉ làm khi chắc chắn.",
    awaited="Chưa thấy {names}. Vẫn bắt đầu “{title}”?",
    awaited_why="Mục này chờ người ấy đến. Đã có mặt thì đánh dấu trước; chỉ làm khi chắc chắn.",
    far_start="Theo kế hoạch bắt đầu lúc {hour}. Vẫn bắt đầu bây giờ?",
    far_start_why="Lúc này còn cách xa giờ của kế hoạch. Chỉ làm khi chắc chắn.",
    long_over="“{title}” đã xong từ lâu. Vẫn quay lại?",
    long_over_why="Giữa mục ấy và lúc này là cả một quãng nghỉ: mục sẽ chạy tiếp từ giờ cũ, cả phiên thành chậm.",
    unplayed="Nhạc của “{title}” chưa phát. Vẫn rời mục này?",
    unplayed_why="Nghi thức này còn nhạc chưa phát. Chỉ làm khi chắc chắn.",
    sounding="Nhạc của “{title}” đang phát. Vẫn rời mục này?",
    sounding_why="Nghi thức chưa xong khi nhạc còn phát. Chỉ làm khi chắc chắn.",
    protected="Bỏ qua “{title}”?",
    protected_why="Mục này là nghi thức được giữ nguyên. Chỉ bỏ qua khi chủ tọa cho phép.",
    rest="“{title}” thuộc phiên sau. Gác lại phần còn lại của phiên này?",
    rest_why="Gác lại: sang hẳn phiên sau, phần chưa làm để ngoài buổi này. Không gác: xong mục ấy thì quay về"
    " phiên này.",
    rest_aside="Gác lại",
    rest_keep="Không gác",
    yes="Vẫn làm",
)

EN = Questions(
    early="Too early: “{title}”. Start it?",
    early_why="By the plan it starts at {hour}. Only when you are sure.",
    awaited="Not there yet: {names}. Start “{title}” all the same?",
    awaited_why="The item waits for them. If they are there, say so first; go on only when you are sure.",
    far_start="By the plan it starts at {hour}. Start now?",
    far_start_why="That is far from now. Only when you are sure.",
    long_over="“{title}” was over long ago. Go back to it?",
    long_over_why="A whole break lies between: it would run on from its old start, and the session would be late.",
    unplayed="The music of “{title}” has not been played. Leave it?",
    unplayed_why="This rite still has music to be played. Only when you are sure.",
    sounding="The music of “{title}” is playing. Leave it?",
    sounding_why="The rite is not over while its music plays. Only when you are sure.",
    protected="Skip “{title}”?",
    protected_why="This item is protected. Skip it only on the chair's word.",
    rest="“{title}” is of a later session. Lay the rest of this one aside?",
    rest_why="Lay aside: the hall moves on, what is not done stays out of this show. Keep: after that item the"
    " hall comes back to this session.",
    rest_aside="Lay aside",
    rest_keep="Keep",
    yes="Go on",
)
