"""Search as a hurried hand types it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from runofshow.tui.diacritics import fold, found_in, nfc


def test_marks_case_and_the_barred_d_are_folded() -> None:
    assert fold("ĐẠI HỘI Đảng bộ, nghị quyết") == "dai hoi dang bo, nghi quyet"


def test_decomposed_text_folds_to_the_same() -> None:
    assert fold(unicodedata.normalize("NFD", "Lưu kịch bản đã sửa")) == fold("Lưu kịch bản đã sửa")


def test_every_word_must_be_found_in_any_order() -> None:
    assert found_in("che chien", "Chiến sĩ che chở")
    assert found_in("bao cao tham luan", "Báo cáo tham luận của các tập thể")
    assert not found_in("tham luan bế mạc", "Báo cáo tham luận")


@given(st.text(alphabet="aăâeêioôơuưyđAĂÂĐ \u0301\u0300\u0309\u0303\u0323", max_size=20))
def test_folded_text_has_no_marks_left(text: str) -> None:
    assert all(sign in "aeiouyd " for sign in fold(nfc(text)))
