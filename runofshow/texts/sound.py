"""The phrases of sound on the console: decks, what is armed, what failed and what to do, what the player told.

A name in braces is filled in by the screen.
"""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.sound import EndedWhy, Fault


class FaultTexts(Struct, frozen=True):
    """One phrase for each `Fault`."""

    no_file: str
    missing: str
    unreadable: str
    empty: str
    corrupt: str
    foreign: str
    points: str
    joined: str
    mismatch: str
    changed: str
    broken: str
    late: str
    output: str
    player: str


class EndTexts(Struct, frozen=True):
    """Why a track sounds no more, one phrase for each `EndedWhy`."""

    end: str
    fade: str
    stop: str
    replaced: str
    panic: str
    died: str
    broken: str


class SoundTexts(Struct, frozen=True, eq=False):
    # Where it is played
    player: str
    at_console: str
    at_music: str
    by_hand: str
    by_hand_advice: str
    by_hand_rehearsal: str

    # The decks
    deck: str
    playing: str
    fading: str
    armed: str
    empty: str
    left: str
    played: str
    length: str
    level: str
    silent: str
    """Below what the meter shows."""

    # Cues that the machine plays
    ready: str
    able: str
    """Of a fade or a stop: the player can do it at once."""
    not_armed: str
    decks_taken: str
    cannot: str
    why_not: FaultTexts
    remedies: FaultTexts
    waits: str

    # The list to play from
    tracks: str
    no_tracks: str
    pages: str
    no_track_at: str

    # Along the show
    now: str
    now_loop: str
    more: str

    # Before the anthem is silenced
    ask_anthem: str
    ask_anthem_go: str
    ask_anthem_play: str
    ask_anthem_fade: str
    ask_anthem_stop: str
    ask_anthem_panic: str
    ask_anthem_undo: str

    # What was asked
    done_play: str
    done_fade: str
    done_stop: str
    done_panic: str
    done_panic_hard: str
    done_arm: str
    nothing_to_arm: str
    live: str
    palette_play: str

    # The player's news in the log
    came: str
    went_died: str
    went_left: str
    measured: str
    was_armed: str
    cleared: str
    failed: str
    began: str
    began_within: str
    was_fading: str
    has_ended: str
    ends: EndTexts
    everything: str
    hard: str
    sent: str
    done_by_gear: str
    not_sent: str
    missed_late: str
    missed_item_left: str
    missed_anthem: str
    missed_timecode: str

    def why(self, fault: Fault) -> str:
        phrase: str = getattr(self.why_not, fault.value)
        return phrase

    def remedy(self, fault: Fault) -> str:
        phrase: str = getattr(self.remedies, fault.value)
        return phrase

    def end(self, why: EndedWhy) -> str:
        phrase: str = getattr(self.ends, why.value)
        return phrase

    def where(self, player: str) -> str:
        """Where a player is, by its name in the record."""
        return {"console": self.at_console, "music": self.at_music}.get(player, player)


VI = SoundTexts(
    player="Máy phát: {where}",
    at_console="máy này",
    at_music="máy âm thanh",
    by_hand="KHÔNG CÓ MÁY PHÁT: âm thanh phát bằng tay theo hiệu lệnh.",
    by_hand_advice="Muốn máy tự phát: runofshow doctor cho biết cần cài gì.",
    by_hand_rehearsal="Tập duyệt nhanh hơn giờ thật thì không phát nhạc.",
    deck="BÀN {deck}",
    playing="ĐANG PHÁT",
    fading="NHỎ DẦN",
    armed="ĐÃ NẠP",
    empty="TRỐNG",
    left="còn lại",
    played="đã phát",
    length="thời lượng",
    level="mức",
    silent="không có tiếng",
    ready="ĐÃ NẠP",
    able="SẴN SÀNG",
    not_armed="CHƯA NẠP",
    decks_taken="hai bàn đang bận",
    cannot="KHÔNG PHÁT ĐƯỢC",
    why_not=FaultTexts(
        no_file="chưa có tệp",
        missing="không tìm thấy tệp",
        unreadable="không đọc được tệp",
        empty="tệp rỗng",
        corrupt="tệp hỏng",
        foreign="không phải tệp âm thanh",
        joined="tệp gồm nhiều bản ghi nối nhau, không phát được từ giữa",
        points="điểm đầu, cuối nằm ngoài bản nhạc",
        mismatch="khác bản đã chọn",
        changed="tệp vừa bị thay đổi",
        broken="đứt quãng giữa chừng",
        late="lệnh đến quá muộn",
        output="máy không có đường ra âm thanh",
        player="máy phát không trả lời",
    ),
    remedies=FaultTexts(
        no_file="Ghi tên tệp vào kịch bản, hoặc phát bằng thiết bị khác.",
        missing="Chép tệp vào đúng chỗ rồi bấm l để nạp lại.",
        unreadable="Cho phép đọc tệp hoặc chép lại, rồi bấm l để nạp lại.",
        empty="Chép lại tệp rồi bấm l để nạp lại.",
        corrupt="Chép lại tệp rồi bấm l để nạp lại.",
        foreign="Thay bằng tệp âm thanh rồi bấm l để nạp lại.",
        joined="Ghi lại thành một tệp liền, hoặc bỏ điểm đầu, cuối trong kịch bản.",
        points="Chép đúng bản, hoặc sửa điểm đầu, cuối trong kịch bản.",
        mismatch="Chép đúng bản đã chọn rồi bấm l để nạp lại.",
        changed="Máy tự nạp lại sau vài giây; cần ngay thì bấm l. Nghe lại bản này nếu còn kịp.",
        broken="Chép lại tệp rồi phát tay bằng phím số. Lệnh nối sau bản này chờ người gọi.",
        late="Máy không phát muộn. Còn cần thì phát tay bằng phím số.",
        output="Cắm loa hoặc chọn đường ra của máy, rồi bấm l để nạp lại.",
        player="Máy phát tự mở lại. Chưa thấy nạp thì bấm l.",
    ),
    waits="đợi {count} rồi phát",
    tracks="PHÁT TAY",
    no_tracks="Kịch bản chưa có bản nhạc nào.",
    pages="0 trang {page}/{pages}",
    no_track_at="Không có bản nhạc số {place}.",
    now="còn {count}",
    now_loop="phát lặp",
    more="và {count} bản nữa",
    ask_anthem="Quốc ca đang phát. Vẫn tắt?",
    ask_anthem_go="Hiệu lệnh “{title}” sẽ tắt Quốc ca giữa chừng. Chỉ làm khi chắc chắn.",
    ask_anthem_play="Phát “{title}” sẽ tắt Quốc ca giữa chừng. Chỉ làm khi chắc chắn.",
    ask_anthem_fade="Quốc ca sẽ nhỏ dần rồi tắt giữa chừng. Chỉ làm khi chắc chắn.",
    ask_anthem_stop="Quốc ca sẽ dừng ngay giữa chừng. Chỉ làm khi chắc chắn.",
    ask_anthem_undo="Lệnh này làm tắt Quốc ca đang phát. Chỉ làm khi chắc chắn.",
    ask_anthem_panic="Mọi tiếng sẽ tắt, cả Quốc ca. Chỉ làm khi chắc chắn.",
    done_play="Phát tay: {title}",
    done_fade="Nhỏ dần rồi tắt.",
    done_stop="Đã dừng nhạc.",
    done_panic="Tắt mọi tiếng. F9 lần nữa trong 3 giây: tắt ngay lập tức.",
    done_panic_hard="Đã tắt ngay mọi tiếng, cả máy phát.",
    done_arm="Đang nạp lại: {title}",
    live="nhạc sống",
    nothing_to_arm="Không có hiệu lệnh nhạc nào cần nạp lại.",
    palette_play="Phát tay: {title}",
    came="có máy phát: {where}",
    went_died="máy phát bị tắt: {where}",
    went_left="máy phát rời đi: {where}",
    measured="đã đo {title}",
    was_armed="đã nạp bàn {deck}: {title}",
    cleared="bàn {deck} trống",
    failed="không phát được {title}: {why}",
    began="đang phát bàn {deck}: {title}",
    began_within="phát tiếp bàn {deck} từ {at}: {title}",
    was_fading="bàn {deck} nhỏ dần",
    has_ended="{title}: {why}",
    ends=EndTexts(
        end="hết bài",
        fade="đã nhỏ dần rồi tắt",
        stop="đã dừng",
        replaced="nhường bản sau",
        panic="tắt mọi tiếng",
        died="máy phát bị tắt",
        broken="đứt quãng",
    ),
    everything="mọi tiếng",
    hard="ngay lập tức",
    sent="đã gửi {signal}",
    done_by_gear="đã làm xong {signal}",
    not_sent="không gửi được {signal}, {tries} lần",
    missed_late="lỡ vì quá muộn: {title}",
    missed_item_left="lỡ vì đã qua mục: {title}",
    missed_anthem="lỡ vì Quốc ca đang phát: {title}",
    missed_timecode="lỡ vì mã giờ đã qua: {title}",
)

EN = SoundTexts(
    player="Player: {where}",
    at_console="this machine",
    at_music="the music operator's machine",
    by_hand="NO PLAYER: the music operator plays by hand, on the cues.",
    by_hand_advice="To let the machine play: runofshow doctor tells what to install.",
    by_hand_rehearsal="A rehearsal faster than the clock plays no music.",
    deck="DECK {deck}",
    playing="PLAYING",
    fading="FADING OUT",
    armed="ARMED",
    empty="EMPTY",
    left="left",
    played="played",
    length="length",
    level="level",
    silent="no sound",
    ready="ARMED",
    able="READY",
    not_armed="NOT ARMED",
    decks_taken="both decks are taken",
    cannot="CANNOT PLAY",
    why_not=FaultTexts(
        no_file="no file yet",
        missing="file not found",
        unreadable="file cannot be read",
        empty="file is empty",
        corrupt="file is broken",
        foreign="not a sound file",
        joined="recordings joined in one file cannot be played from within",
        points="start or end outside the track",
        mismatch="not the chosen recording",
        changed="the file has just changed",
        broken="broken off in the middle",
        late="the call came too late",
        output="this machine has no sound output",
        player="the player does not answer",
    ),
    remedies=FaultTexts(
        no_file="Name its file in the agenda, or play it on other gear.",
        missing="Copy the file to its place, then press l to load again.",
        unreadable="Let the file be read or copy it again, then press l to load again.",
        empty="Copy the file again, then press l to load again.",
        corrupt="Copy the file again, then press l to load again.",
        foreign="Put a sound file in its place, then press l to load again.",
        joined="Save it as one piece, or take its start and end out of the agenda.",
        points="Copy the right recording, or mend its start and end in the agenda.",
        mismatch="Copy the chosen recording, then press l to load again.",
        changed="It is loaded again within seconds; press l for now. Listen to it again if there is time.",
        broken="Copy the file again and play it by its digit. What follows it waits for a hand.",
        late="Nothing is played late. If it is still wanted, play it by its digit.",
        output="Plug in or choose an output, then press l to load again.",
        player="The player starts again by itself. If nothing is armed, press l.",
    ),
    waits="plays after {count}",
    tracks="PLAY BY HAND",
    no_tracks="The agenda has no tracks.",
    pages="0 page {page}/{pages}",
    no_track_at="There is no track {place}.",
    now="{count} left",
    now_loop="loops",
    more="and {count} more",
    ask_anthem="The anthem is playing. Silence it?",
    ask_anthem_go="The cue “{title}” would cut the anthem short. Only when you are sure.",
    ask_anthem_play="Playing “{title}” would cut the anthem short. Only when you are sure.",
    ask_anthem_fade="The anthem would fade out before its end. Only when you are sure.",
    ask_anthem_stop="The anthem would stop at once. Only when you are sure.",
    ask_anthem_undo="This silences the anthem that sounds. Only when you are sure.",
    ask_anthem_panic="All sound goes off, the anthem too. Only when you are sure.",
    done_play="By hand: {title}",
    done_fade="Fading out.",
    done_stop="Music stopped.",
    done_panic="All sound off. F9 again within 3 s: off at once.",
    done_panic_hard="All sound off at once, the player too.",
    done_arm="Loading again: {title}",
    live="played live",
    nothing_to_arm="No music cue has to be loaded again.",
    palette_play="Play by hand: {title}",
    came="a player: {where}",
    went_died="the player died: {where}",
    went_left="the player left: {where}",
    measured="measured {title}",
    was_armed="armed on deck {deck}: {title}",
    cleared="deck {deck} is empty",
    failed="cannot play {title}: {why}",
    began="playing on deck {deck}: {title}",
    began_within="playing on on deck {deck} from {at}: {title}",
    was_fading="deck {deck} fades out",
    has_ended="{title}: {why}",
    ends=EndTexts(
        end="came to its end",
        fade="faded out",
        stop="stopped",
        replaced="made way for the next",
        panic="all sound off",
        died="the player died",
        broken="broken off",
    ),
    everything="everything",
    hard="at once",
    sent="sent {signal}",
    done_by_gear="done: {signal}",
    not_sent="could not send {signal}, {tries} times",
    missed_late="missed, too late: {title}",
    missed_item_left="missed, its item was left: {title}",
    missed_anthem="missed, the anthem was playing: {title}",
    missed_timecode="missed, the timecode was past it: {title}",
)
