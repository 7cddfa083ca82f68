"""What the drawn agendas say: names, titles, sentences of plans, with the signs that are hard to keep."""

from __future__ import annotations

SURNAMES = "Nguyễn|Trần|Lê|Phạm|Huỳnh|Vũ|Đặng|Bùi|Hồ|Đỗ|Ngô|Lý|Y|Kpă|Thạch".split("|")
MIDDLE = "Văn|Thị|Minh|Thị Ngọc|Đức|Quang|Thị Bích|Hữu|Xuân|Thanh".split("|")
GIVEN = "An|Bình|Chương|Dũng|Hằng|Khuê|Lộc|Mỹ|Nghĩa|Oanh|Phượng|Quỳnh|Sửu|Tuyết|Uyên|Vượng|Yến".split("|")
ADDRESS = ("Đồng chí ", "Ông ", "Bà ", "Đ/c ", "PGS.TS. ", "", "")
OFFICES = (
    ", Chủ tịch UBND phường",
    ", Phó Giám đốc Sở Nội vụ",
    ", Bí thư Đảng ủy, Chủ tịch HĐND xã",
    " (Trưởng ban Tổ chức)",
    ", Trưởng phòng Kinh tế, Hạ tầng và Đô thị; Ủy viên UBND phường",
    "",
    "",
)
UNITS = ("Trường THCS Ngọc Lan", "Phòng Văn hóa - Xã hội", "Tổ dân phố số 3, phường Hướng Dương")
BODIES = (
    "Ban Tổ chức",
    "Đại diện các tập thể, cá nhân được khen",
    "Đội văn nghệ Nhà Thiếu nhi",
    "MC",
    "Lãnh đạo phường và đại biểu tỉnh",
    "Tổ bầu cử (5 đồng chí)",
)
TITLES = (
    "Đón tiếp đại biểu",
    "Chào cờ - Quốc ca",
    "Tuyên bố lý do, giới thiệu đại biểu",
    "Báo cáo tổng kết: “Phong trào thi đua yêu nước” giai đoạn (2021 - 2026)",
    "Tham luận của Công ty TNHH MTV Sông Hồng",
    "Trao Bằng khen của Chủ tịch UBND tỉnh (đợt 1)",
    "Văn nghệ chào mừng [hợp ca]",
    "Nghỉ giải lao",
    "Phát biểu chỉ đạo; tiếp thu, đáp từ",
    'Phim tư liệu "Đường lên phía trước" - 100% cảnh thật',
    "Bế mạc",
    "Opening & welcome: the Mayor's address",
    "3 gương người tốt, việc tốt",
    "Thảo luận. Hiệp thương cử Ủy ban",
    "Ghi chú: mục này chờ duyệt",
)
LONG = (
    "Báo cáo kết quả thực hiện phong trào thi đua yêu nước và công tác khen thưởng năm 2026, phương hướng,"
    " nhiệm vụ trọng tâm năm 2027 của cụm thi đua các phường, xã, đặc khu; công bố quyết định, trao thưởng"
)
SENTENCES = (
    "Kính thưa quý vị đại biểu, thưa toàn thể hội nghị!",
    "Xin trân trọng kính mời {by} lên bục.",
    "Tiếp theo chương trình là: {title}.",
    "Xin trân trọng cảm ơn.",
    "(chờ vỗ tay)",
    "→ nhìn cánh gà, nhạc vào",
    "Mời {by|đại diện Ban Tổ chức} phát biểu; sau đó: chụp ảnh.",
    "We now invite the guests to rise.",
)
WORDS = (
    "Hệ thống âm thanh: 4 loa, 2 micro không dây.",
    "Gọi 0258.3848.999 trước 15 phút; hỏi chị Yến.",
    "Trao: theo danh sách đính kèm",
    "TIÊU ĐỀ: HỘI NGHỊ TỔNG KẾT",
    "Thêm ghế hàng đầu (6 ghế)",
    "~ 200 phần quà, dự kiến",
)
NUMBERS = ("I", "II", "1a", "a)", "*", "12", "1.1", "Mục 3")
ROLES = ("mc", "music", "lights", "screen", "crew", "stage")
DONE = (
    "Tắt đèn khán phòng",
    "Nhạc nền: nhỏ",
    "Chiếu clip “Hành trình”",
    "Mang khay (2 người), đứng chờ",
    "Mời khách, lối trái; đi sau lễ tân",
    "Sáng cờ - 70%",
)
HEARD = ("Chào cờ!", "Xin mời", "nghiêm: chào", "cảm ơn quý vị")
TRACKS = (
    ("quoc-ca", "Tiến quân ca (không lời)", "anthem_without_words"),
    ("nen", "Nhạc nền đón khách", None),
    ("len-trao", "Nhạc trao giải, bản 2", None),
    ("phim", "Tiếng của phim", "clip"),
    ("hat", "Quốc ca có lời", "anthem_with_words"),
)
TASKS = (
    "In phù hiệu",
    "Báo cáo kết quả về UBND tỉnh",
    "Thanh toán: tiền điện, nước",
    "Gửi thư cảm ơn (bản giấy)",
)
MOMENTS = ("start", "start + 90s", "start + 2'", "end - 1'", "end - 5s", "end", "start + 1h05")
