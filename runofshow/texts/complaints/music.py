"""Advice on the music: tracks, recordings, the anthem."""

from __future__ import annotations

from msgspec import Struct


class MusicAdvice(Struct, frozen=True):
    track_file_missing: str
    track_file_missing_remedy: str
    track_file_named_otherwise: str
    track_file_named_otherwise_remedy: str
    track_file_empty: str
    track_file_empty_remedy: str
    live_with_file: str
    live_with_file_remedy: str
    not_a_sound_file: str
    not_a_sound_file_remedy: str
    file_elsewhere: str
    file_elsewhere_remedy: str
    same_recording: str
    same_recording_remedy: str
    anthem_as_sting: str
    anthem_as_sting_remedy: str
    anthem_in_a_loop: str
    anthem_in_a_loop_remedy: str
    anthem_by_clock: str
    anthem_by_clock_remedy: str
    bed_left_sounding: str
    bed_left_sounding_remedy: str
    silenced_before_played: str
    silenced_before_played_remedy: str
    anthem_unbound: str
    anthem_unbound_remedy: str
    anthem_uncalled: str
    anthem_uncalled_remedy: str
    anthem_unnamed: str
    anthem_unnamed_remedy: str
    anthem_unmarked: str
    anthem_unmarked_remedy: str
    anthem_unclear: str
    anthem_unclear_remedy: str
    anthem_with_words_only: str
    anthem_with_words_only_remedy: str
    anthem_without_file: str
    anthem_without_file_remedy: str
    anthem_guessed: str
    anthem_guessed_remedy: str
    anthem_twice: str
    anthem_twice_remedy: str
    track_guessed: str
    track_guessed_remedy: str
    track_unclear: str
    track_unclear_remedy: str
    act_guessed: str
    act_guessed_remedy: str
    act_unclear: str
    act_unclear_remedy: str
    custom_without_track: str
    custom_without_track_remedy: str
    act_without_track: str
    act_without_track_remedy: str
    cue_without_track: str
    cue_without_track_remedy: str
    track_never_called: str
    track_never_called_remedy: str
    track_unplayable: str
    track_unplayable_remedy: str
    fix_missing: str
    fix_copy: str
    fix_points: str
    fix_joined: str
    fix_mismatch: str
    fix_player: str
    bed_far_louder: str
    bed_far_louder_remedy: str
    clip_shorter_than_item: str
    clip_shorter_than_item_remedy: str
    bed_runs_out: str
    bed_runs_out_remedy: str


VI = MusicAdvice(
    track_file_missing='chưa thấy tệp nhạc "{file}"',
    track_file_missing_remedy='chép tệp vào thư mục {folder}, hoặc sửa "file:" theo tên tệp ở đó',
    track_file_named_otherwise='tệp nhạc "{file}" trên đĩa có tên "{found}"; máy này vẫn tìm ra, máy khác có thể không',
    track_file_named_otherwise_remedy='viết "file: {found}"',
    track_file_empty='tệp nhạc "{file}" rỗng',
    track_file_empty_remedy="chép lại tệp: lần trước có thể bị ngắt giữa chừng",
    live_with_file='"{title}" là nhạc sống, nên tệp của bản này không được phát',
    live_with_file_remedy='bỏ "file:", hoặc bỏ "live: true" để máy phát',
    not_a_sound_file='"{file}" không có đuôi của tệp âm thanh',
    not_a_sound_file_remedy="kiểm tra lại tên tệp; nên dùng .mp3, .wav, .flac hoặc .m4a",
    file_elsewhere='tệp nhạc "{file}" nằm ngoài thư mục của kịch bản',
    file_elsewhere_remedy="chép tệp vào cạnh kịch bản để sang máy khác vẫn phát được",
    same_recording='bản nhạc "{id}" và "{other}" là cùng một bản ghi mà nhãn khác nhau',
    same_recording_remedy="nghe lại cả hai tệp: có thể đã lẫn bản có lời và không lời",
    anthem_as_sting='Quốc ca "{id}" đặt là "sting", sẽ vang chồng lên nhạc khác',
    anthem_as_sting_remedy='xóa "layer" để nhạc đang phát nhường chỗ',
    anthem_in_a_loop='Quốc ca "{id}" đặt phát lặp',
    anthem_in_a_loop_remedy='xóa "loop"',
    anthem_by_clock="Quốc ca được đặt tự động phát",
    anthem_by_clock_remedy='dùng "go: hand": Quốc ca phát theo khẩu lệnh, do người điều hành gọi',
    bed_left_sounding='nhạc lặp "{track}" chưa có lệnh tắt, sẽ còn vang sang mục "{title}"',
    bed_left_sounding_remedy='thêm vào "cues:" của mục có nhạc này dòng - {{to: music, do: fade, track: {track}, at: end - 10s}}',
    silenced_before_played='lệnh này tắt nhạc "{track}", nhưng trước đó chưa có lệnh nào phát bản ấy',
    silenced_before_played_remedy='sửa "track", hoặc bỏ "track" để tắt bản nào đang phát',
    anthem_unbound='mục chào cờ "{title}" chưa có bản Quốc ca nào: đến lệnh phát, máy sẽ im lặng',
    anthem_unbound_remedy='thêm vào "tracks:" dòng - {{id: quoc_ca, title: Quốc ca không lời, file: nhac/quoc-ca.mp3, mark: anthem_without_words}}; đội nhạc cử sống thì viết "live: true" thay cho "file:"',
    anthem_uncalled='mục chào cờ "{title}" không có lệnh nào phát Quốc ca "{id}"',
    anthem_uncalled_remedy='thêm vào "cues:" của mục dòng - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_unnamed='lệnh phát nhạc của mục chào cờ "{title}" không ghi bản nhạc nào',
    anthem_unnamed_remedy='thêm "track: {id}" vào lệnh này',
    anthem_unmarked='mục chào cờ "{title}" phát bản "{id}", nhưng bản này không được ghi là Quốc ca',
    anthem_unmarked_remedy='đúng là Quốc ca thì thêm "mark: anthem_without_words" vào bản "{id}"; không thì sửa "track"',
    anthem_unclear='mục chào cờ "{title}" chưa rõ phát bản Quốc ca nào: {known}',
    anthem_unclear_remedy='thêm "mark: anthem_without_words" vào đúng bản sẽ phát',
    anthem_with_words_only='mục chào cờ "{title}" cần Quốc ca KHÔNG LỜI, mà kịch bản chỉ có bản CÓ LỜI "{id}"',
    anthem_with_words_only_remedy='thêm bản không lời vào "tracks:"; nếu chủ ý dùng bản có lời, viết "cues:" của mục có dòng - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_without_file='Quốc ca "{title}" chưa có tệp: đến lệnh phát sẽ im lặng',
    anthem_without_file_remedy='thêm "file: nhac/quoc-ca.mp3" (tên tệp thật) vào bản "{id}", hoặc "live: true" nếu đội nhạc cử sống',
    anthem_guessed='"{title}" được hiểu là Quốc ca, đoán theo tên (~ {mark})',
    anthem_guessed_remedy='đúng thì thêm "mark: {mark}" vào bản này; không đúng thì ghi nhãn khác, hoặc "mark: plain"',
    anthem_twice='hai bản "{id}" và "{other}" cùng ghi là Quốc ca không lời; mục chào cờ phát "{id}"',
    anthem_twice_remedy='bỏ "mark" của bản không dùng, hoặc viết "cues:" của mục chào cờ',
    track_guessed='"{title}" được hiểu là {what}, đoán theo tên (~)',
    track_guessed_remedy='đúng thì đổi "id: {id}" thành "id: {custom}" (cả ở các "track: {id}"); không đúng thì đổi tên bản nhạc, hoặc viết "cues:" của các mục dùng nó',
    track_unclear="{what} có thể là {known}, nên chưa bản nào được dùng",
    track_unclear_remedy='đổi id của bản sẽ phát thành "id: {custom}"',
    act_guessed='"{title}" được hiểu là nhạc của mục "{item}", đoán theo tên (~)',
    act_guessed_remedy='không đúng thì đổi tên bản nhạc; để khỏi đoán, viết "cues:" của mục có dòng - {{to: music, do: play, track: {id}, at: start + 20s}}',
    act_unclear='nhạc của mục "{title}" có thể là {known}, nên chưa bản nào được dùng',
    act_unclear_remedy='viết "cues:" của mục có dòng - {{to: music, do: play, track: TÊN BẢN, at: start + 20s}}',
    custom_without_track="{what} chưa có bản nhạc, ở mục {items}",
    custom_without_track_remedy='thêm vào "tracks:" dòng - {{id: {custom}, title: {what}, file: nhac/{custom}.mp3}}, không cần nhạc thì viết "cues:" của mục với các lệnh khác (lệnh runofshow kinds in ra), hoặc "cues: []"',
    act_without_track='mục "{title}" chưa có bản nhạc nào cho lệnh phát',
    act_without_track_remedy='thêm vào "tracks:" một bản có tên này trong "title", hoặc viết "cues:" của mục có dòng - {{to: music, do: play, track: TÊN BẢN, at: start + 20s}}',
    cue_without_track='lệnh phát nhạc "{title}" không ghi bản nhạc nào, máy sẽ không phát gì',
    cue_without_track_remedy='thêm "track: TÊN BẢN" vào lệnh này; hiện có: {known}',
    track_never_called='không lệnh nào phát bản nhạc "{title}"',
    track_never_called_remedy='thêm vào "cues:" của mục cần phát dòng - {{to: music, do: play, track: {id}, at: {at}}}; bản chỉ phát tay thì ghi "dự phòng" trong "title"',
    track_unplayable='bản nhạc "{title}" không phát được: {why}',
    track_unplayable_remedy="{fix}",
    fix_missing="chép tệp vào đúng chỗ, cạnh tệp kịch bản",
    fix_copy="lấy lại tệp từ nơi đã gửi và nghe thử",
    fix_points='sửa "start", "end" của bản nhạc, hoặc chép đúng bản',
    fix_joined="ghi lại thành một tệp liền (chẳng hạn bằng Audacity), hoặc bỏ điểm đầu, cuối của bản nhạc",
    fix_mismatch='chép đúng bản đã chọn, hoặc sửa "sha256" nếu đã đổi bản khác',
    fix_player="lệnh runofshow doctor cho biết máy phát đang thiếu gì",
    bed_far_louder='"{title}" to hơn {by} dB so với "{other}" phát liền trước hoặc liền sau',
    bed_far_louder_remedy='nếu không cố ý, hạ "volume" của bản này từ {volume} xuống {lower} cho bằng nhau',
    clip_shorter_than_item='mục "{title}" dài {planned}, mà phần phát đã hết sau {length}',
    clip_shorter_than_item_remedy='sửa "duration" của mục, hoặc ghi ai nói trong lúc chờ',
    bed_runs_out='"{track}" chỉ dài {length}, hội trường sẽ lặng {silent} cuối mục',
    bed_runs_out_remedy='thêm "loop: true" cho bản nhạc, hoặc dùng bản dài hơn',
)


EN = MusicAdvice(
    track_file_missing='the sound file "{file}" is not there',
    track_file_missing_remedy='put it into the folder {folder}, or mend "file:" to the name it has there',
    track_file_named_otherwise='the sound file "{file}" is called "{found}" on the disk; this machine finds it, another may not',
    track_file_named_otherwise_remedy='write "file: {found}"',
    track_file_empty='the sound file "{file}" is empty',
    track_file_empty_remedy="copy it again: the last time may have been broken off",
    live_with_file='"{title}" is played live, so its file is not',
    live_with_file_remedy='take "file:" out, or "live: true" for the machine to play it',
    not_a_sound_file='"{file}" does not end like a sound file',
    not_a_sound_file_remedy="check the name; best are .mp3, .wav, .flac or .m4a",
    file_elsewhere='the sound file "{file}" lies outside the agenda\'s folder',
    file_elsewhere_remedy="copy it beside the agenda, so that it plays on another machine too",
    same_recording='the tracks "{id}" and "{other}" are one recording under two marks',
    same_recording_remedy="listen to both files: with words and without may be mixed up",
    anthem_as_sting='the anthem "{id}" is a sting and sounds over other music',
    anthem_as_sting_remedy='delete "layer", so that what sounds makes way',
    anthem_in_a_loop='the anthem "{id}" plays in a loop',
    anthem_in_a_loop_remedy='delete "loop"',
    anthem_by_clock="the anthem is called by the clock",
    anthem_by_clock_remedy='use "go: hand": the stage manager calls it on the command',
    bed_left_sounding='nothing ends the loop "{track}", so it sounds on into "{title}"',
    bed_left_sounding_remedy='add to the "cues:" of the item that plays it the line - {{to: music, do: fade, track: {track}, at: end - 10s}}',
    silenced_before_played='this silences "{track}", which no cue before it plays',
    silenced_before_played_remedy='mend "track", or leave it out to silence whatever sounds',
    anthem_unbound='the flag salute "{title}" has no anthem: at its cue the machine will be silent',
    anthem_unbound_remedy='add to "tracks:" the line - {{id: anthem, title: Anthem without words, file: music/anthem.mp3, mark: anthem_without_words}}; where musicians play it, "live: true" in place of "file:"',
    anthem_uncalled='no cue of the flag salute "{title}" plays the anthem "{id}"',
    anthem_uncalled_remedy='add to the item\'s "cues:" the line - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_unnamed='the music cue of the flag salute "{title}" names no track',
    anthem_unnamed_remedy='add "track: {id}" to this cue',
    anthem_unmarked='the flag salute "{title}" plays "{id}", which is not marked as the anthem',
    anthem_unmarked_remedy='if it is the anthem, add "mark: anthem_without_words" to "{id}"; else mend "track"',
    anthem_unclear='it is not clear which anthem the flag salute "{title}" plays: {known}',
    anthem_unclear_remedy='add "mark: anthem_without_words" to the one that is to be played',
    anthem_with_words_only='the flag salute "{title}" wants the anthem WITHOUT WORDS, and there is only "{id}" with words',
    anthem_with_words_only_remedy='add one without words to "tracks:"; if the other is meant, write the item\'s "cues:" with the line - {{to: music, do: play, track: {id}, at: word Chào cờ!}}',
    anthem_without_file='the anthem "{title}" has no file: at its cue there will be silence',
    anthem_without_file_remedy='add "file: music/anthem.mp3" (the real name) to the track "{id}", or "live: true" where musicians play it',
    anthem_guessed='"{title}" is taken for the anthem, by its title (~ {mark})',
    anthem_guessed_remedy='if it is, add "mark: {mark}" to it; else write another mark, or "mark: plain"',
    anthem_twice='"{id}" and "{other}" are both marked as the anthem without words; the flag salute plays "{id}"',
    anthem_twice_remedy='delete the "mark" of the one that is not used, or write the "cues:" of the flag salute',
    track_guessed='"{title}" is taken for: {what}, by its title (~)',
    track_guessed_remedy='if it is, make its "id: {id}" an "id: {custom}" (in each "track: {id}" too); else change its title, or write the "cues:" of the items',
    track_unclear="{what} may be {known}, so none of them is used",
    track_unclear_remedy='make the id of the one that is to be played "id: {custom}"',
    act_guessed='"{title}" is taken for the music of "{item}", by its title (~)',
    act_guessed_remedy='if it is not, change its title; to leave nothing to guess, write the item\'s "cues:" with the line - {{to: music, do: play, track: {id}, at: start + 20s}}',
    act_unclear='the music of "{title}" may be {known}, so none of them is used',
    act_unclear_remedy='write the item\'s "cues:" with the line - {{to: music, do: play, track: ID, at: start + 20s}}',
    custom_without_track="there is no track for: {what}, in item {items}",
    custom_without_track_remedy='add to "tracks:" the line - {{id: {custom}, title: {what}, file: music/{custom}.mp3}}, or, if it needs no music, write the item\'s "cues:" with its others (runofshow kinds prints them), or "cues: []"',
    act_without_track='the music cue of "{title}" has no track',
    act_without_track_remedy='add to "tracks:" one with this name in its "title", or write the item\'s "cues:" with the line - {{to: music, do: play, track: ID, at: start + 20s}}',
    cue_without_track='the music cue "{title}" names no track, so the machine plays nothing',
    cue_without_track_remedy='add "track: ID" to this cue; there are: {known}',
    track_never_called='no cue plays the track "{title}"',
    track_never_called_remedy='add to the "cues:" of its item the line - {{to: music, do: play, track: {id}, at: {at}}}; for one that is only played by hand, write "spare" into its "title"',
    track_unplayable='the track "{title}" cannot be played: {why}',
    track_unplayable_remedy="{fix}",
    fix_missing="put the file in its place beside the agenda",
    fix_copy="get the file again from whoever sent it, and listen to it",
    fix_points='mend the track\'s "start" and "end", or copy the right recording',
    fix_joined="save it as one piece (with Audacity, say), or take the track's start and end out",
    fix_mismatch='copy the chosen recording, or mend "sha256" if another was chosen since',
    fix_player="runofshow doctor tells what the player lacks",
    bed_far_louder='"{title}" is {by} dB louder than "{other}", which sounds right before or after it',
    bed_far_louder_remedy='unless it is meant to be, lower its "volume" from {volume} to {lower}, and they are equal',
    clip_shorter_than_item='the item "{title}" is planned for {planned}, but what it plays is over after {length}',
    clip_shorter_than_item_remedy='mend the item\'s "duration", or say who speaks meanwhile',
    bed_runs_out='"{track}" lasts {length}, so the hall is silent for {silent} at the end of the item',
    bed_runs_out_remedy='give the track "loop: true", or take a longer one',
)
