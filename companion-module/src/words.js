// Every phrase of the buttons, in both languages.

const vi = {
  on_time: "đúng giờ",
  late: "chậm",
  early: "sớm",
  next: "Tiếp",
  end: "Bế mạc",
  lost: "MẤT KẾT NỐI",
  refused: "Không được",
  asks: "Bấm lại nếu chắc",
  no_answer: "console không trả lời",
  reasons: { guard: "bấm quá nhanh, đã tính là một lần", stale: "chương trình vừa đi tiếp, xem lại rồi bấm", not_allowed: "vai này không được gọi lệnh đó", not_started: "chưa bắt đầu", ended: "đã kết thúc", last_item: "không còn mục nào sau đó", no_cue: "không còn hiệu lệnh nào", already_started: "đã bắt đầu rồi", nothing_to_undo: "không còn lệnh nào để lùi" },
  wrong_key: "mã vào không đúng",
  roles: { caller: "Người điều hành", mc: "MC", music: "Âm thanh", lights: "Ánh sáng", screen: "Màn hình", crew: "Lễ tân", speaker: "Người phát biểu", display: "Màn hình hội trường", stage: "Sân khấu" },
  actions: { go: "GO", advance: "Mục tiếp theo", standby: "Chuẩn bị hiệu lệnh", start: "Bắt đầu", hold_resume: "Tạm dừng / tiếp tục", add_time: "Thêm / bớt giờ", undo: "Lùi lại một lệnh", redo: "Làm lại lệnh vừa lùi", back: "Về mục trước", ack: "Trả lời sẵn sàng, đã rõ", message: "Nhắn tin", fade: "Nhỏ dần rồi tắt nhạc", stop: "Tắt nhạc", panic: "Tắt mọi tiếng", dismiss: "Xóa cảnh báo đã xem" },
  options: { seconds: "Giây (âm là bớt)", role: "Vai", to: "Gửi tới", text: "Nội dung", deck: "Bàn phát", any: "Bất kỳ", late: "Chỉ khi đã chậm trả lời" },
  feedbacks: { running: "Đang chạy", held: "Đang tạm dừng", before: "Chưa bắt đầu", ended: "Đã kết thúc", soon: "Phút cuối", overrun: "Quá giờ", next_is_cue: "Lệnh tới là hiệu lệnh", unanswered: "Có người chưa trả lời", light_standby: "Đèn của vai: chuẩn bị", light_ready: "Đèn của vai: đã sẵn sàng", light_go: "Đèn của vai: GO", armed: "Bàn phát đã nạp", sounding: "Nhạc đang kêu", alarm: "Có cảnh báo", asks: "Đang hỏi lại", refused: "Vừa bị từ chối", lost: "Mất kết nối", late_show: "Trễ so với kế hoạch" },
  variables: { count: "Đồng hồ lớn", current: "Mục đang chạy", current_number: "Số của mục đang chạy", next: "Mục tiếp theo", next_call: "GO sẽ làm gì", lateness: "Nhanh chậm", expected_end: "Dự kiến bế mạc", hard_out: "Hạn kết thúc", unanswered: "Ai chưa trả lời", deck_a: "Bàn A", deck_b: "Bàn B", alarms: "Số cảnh báo", refusal: "Vì sao bị từ chối", phase: "Giai đoạn", title: "Tên hội nghị" },
  config: { host: "Máy chạy console", port: "Cổng", key: "Mã vào của một vai, hoặc RUNOFSHOW_TOKEN", lang: "Ngôn ngữ" },
  sections: { calling: "Điều hành", sound: "Âm thanh", looks: "Theo dõi" },
};

const en = {
  on_time: "on time",
  late: "late",
  early: "early",
  next: "Next",
  end: "Close",
  lost: "NO CONNECTION",
  refused: "Refused",
  asks: "Again if you mean it",
  no_answer: "the console does not answer",
  reasons: { guard: "too fast, both presses count as one", stale: "the show has just moved on, look again", not_allowed: "not for this role", not_started: "not started yet", ended: "over", last_item: "nothing comes after it", no_cue: "no cue is left", already_started: "it has started already", nothing_to_undo: "nothing left to undo" },
  wrong_key: "the key is wrong",
  roles: { caller: "Stage manager", mc: "MC", music: "Sound", lights: "Lights", screen: "Screen", crew: "Ushers", speaker: "Speaker", display: "Hall display", stage: "Stage" },
  actions: { go: "GO", advance: "Next item", standby: "Stand by", start: "Start", hold_resume: "Hold / resume", add_time: "More / less time", undo: "Undo the last call", redo: "Redo", back: "Item before", ack: "Answer: ready, understood", message: "Message", fade: "Fade out", stop: "Stop the sound", panic: "Panic", dismiss: "Take alarms off" },
  options: { seconds: "Seconds (negative is less)", role: "Role", to: "To", text: "Text", deck: "Deck", any: "Any", late: "Only when the answer is late" },
  feedbacks: { running: "Running", held: "Held", before: "Before the show", ended: "Ended", soon: "Last minute", overrun: "Overrun", next_is_cue: "Next is a cue", unanswered: "Somebody has not answered", light_standby: "Own cue light: stand by", light_ready: "Own cue light: ready", light_go: "Own cue light: GO", armed: "Deck armed", sounding: "Deck sounding", alarm: "An alarm stands", asks: "Asks whether it is meant", refused: "Refused just now", lost: "No connection", late_show: "Behind the plan" },
  variables: { count: "The large number", current: "Running item", current_number: "Its number", next: "Next item", next_call: "What GO does", lateness: "Early or late", expected_end: "Expected end", hard_out: "Hard out", unanswered: "Who has not answered", deck_a: "Deck A", deck_b: "Deck B", alarms: "Number of alarms", refusal: "Why it was refused", phase: "Phase", title: "Title" },
  config: { host: "Host of the console", port: "Port", key: "Join code of a role, or RUNOFSHOW_TOKEN", lang: "Language" },
  sections: { calling: "Calling", sound: "Sound", looks: "What is" },
};

export const wordsIn = (lang) => (lang === "en" ? en : vi);
