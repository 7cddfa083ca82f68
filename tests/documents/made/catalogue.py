"""Which programme is written in which layout: the documents of our own that the import is scored on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import UNSET, Struct

from runofshow.core.value import replace
from tests.documents.made import other_layouts as other
from tests.documents.made import word_layouts as word
from tests.documents.made.programmes import (
    BUSY_HOURS,
    CONGRESS,
    CONGRESS_SITTINGS,
    HEADED,
    JUBILEE,
    MODELS,
    NIGHT,
    NOTHING,
    SPEAKING,
    SUMMING_UP,
    TRAINING,
    TRAINING_DAYS,
    timeless,
    without_presenters,
)
from tests.documents.made.spelling import first
from tests.documents.score import TRUTH, Item, Programme

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
LIBREOFFICE = shutil.which("soffice")


class Made(Struct, frozen=True):
    name: str
    """With its ending."""
    write: Callable[[Path, Programme], None]
    programme: Programme
    truth: Programme | None = None
    """What is right to read of it; None: the whole programme, less the number of delegates, which only a plan
    says."""


BARE = without_presenters(SUMMING_UP)
LISTED = without_presenters(timeless(MODELS))


def _lengths(at: int) -> int:
    return 5 * (at % 4 + 1)


def _whole(programme: Programme) -> Programme:
    return replace(programme, delegates=UNSET)


def _together(at: int, item: Item) -> Item:
    """Two items at one time, as their cells are merged."""
    return replace(item, start="08:20", end="08:35") if at in (2, 3) else item


SHARED = replace(SUMMING_UP, items=tuple(_together(at, item) for at, item in enumerate(SUMMING_UP.items)))
WITH_LENGTHS = replace(
    LISTED,
    items=tuple(replace(item, duration_s=60 * _lengths(at)) for at, item in enumerate(LISTED.items)),
)
STARTS_AND_LENGTHS = replace(
    SUMMING_UP, items=tuple(replace(item, end=(first(item.end), None)) for item in SUMMING_UP.items)
)

DOCUMENTS = (
    # Word
    Made("bang-ba-cot.docx", word.grid, SUMMING_UP),
    Made("bang-co-so.docx", lambda path, it: word.grid(path, it, "ntwb"), SUMMING_UP),
    Made("gio-o-cot-ba.docx", lambda path, it: word.grid(path, it, "nwtb_"), SUMMING_UP),
    Made("gio-hai-cot.docx", lambda path, it: word.grid(path, it, "nsewb"), SUMMING_UP),
    Made("hai-phien.docx", lambda path, it: word.grid_under_headings(path, it, CONGRESS_SITTINGS), CONGRESS),
    Made(
        "hai-ngay.docx", lambda path, it: word.grid_under_headings(path, it, TRAINING_DAYS, "twb"), TRAINING
    ),
    Made("o-gop.docx", word.shared_hours, SHARED),
    Made("gach-dau-dong.docx", word.dashes_in_a_plan, LISTED, LISTED),
    Made("hoa-thi.docx", lambda path, it: word.dashes_in_a_plan(path, it, "❖ "), LISTED, LISTED),
    Made("so-cua-word.docx", word.numbered_by_word, LISTED, LISTED),
    Made("so-va-gio.docx", word.numbered_by_word, BARE, BARE),
    Made("theo-doi-thay-doi.docx", word.tracked, SUMMING_UP),
    Made("bang-trong-bang.docx", word.nested, SUMMING_UP),
    Made("o-dieu-khien.docx", word.controlled, SUMMING_UP),
    Made("hop-van-ban.docx", word.boxed, BARE),
    Made("mot-dong-bang.docx", word.all_in_one_row, BARE),
    Made("muc-con.docx", word.with_parts, HEADED),
    Made("muc-con-gach.docx", lambda path, it: word.with_parts(path, it, "   + "), HEADED),
    Made("phim-tab.docx", word.by_tabs, JUBILEE),
    Made("kich-ban-muoi-cot.docx", word.cue_sheet, SUMMING_UP),
    Made("cau-co-chu-ngu.docx", word.sentences, SPEAKING),
    Made("danh-sach-khach.docx", word.list_of_guests, NOTHING),
    Made("danh-muc-tham-luan.docx", word.list_of_papers, NOTHING),
    Made("phan-cong.docx", word.list_of_duties, NOTHING),
    # sheets
    Made("gio-that.xlsx", other.sheet_of_real_times, SUMMING_UP),
    Made(
        "trang-an.xlsx",
        lambda path, it: other.sheet_with_an_older_one_hidden(path, it, CONGRESS_SITTINGS),
        CONGRESS,
        Programme(title=CONGRESS.title, items=CONGRESS.items),
    ),
    Made("thoi-luong.xlsx", other.sheet_by_lengths, SUMMING_UP, _whole(STARTS_AND_LENGTHS)),
    Made("cham-phay.csv", other.comma_file, SUMMING_UP),
    # text
    Made("gach-va-gio.txt", lambda path, it: other.dash_lines(path, it, CONGRESS_SITTINGS), CONGRESS),
    Made("qua-nua-dem.txt", other.dash_lines, NIGHT),
    Made("dau-roi.txt", other.decomposed, BARE),
    Made("moi-o-mot-dong.txt", other.a_cell_a_line, SUMMING_UP),
    Made("vach-dung.txt", other.cells_by_bars, SUMMING_UP),
    Made("chu-truoc-gio.txt", other.words_before_hours, JUBILEE),
    Made("gio-o-cuoi.txt", other.hours_at_the_end, BARE),
    Made("dai-trong-ngoac.txt", lambda p, it: other.lengths_in_brackets(p, it, _lengths), WITH_LENGTHS),
    Made("nhieu-cach-ghi.txt", other.every_notation, BUSY_HOURS),
    Made("am-pm.txt", other.twelve_hours, BARE),
    Made("mot-cau.txt", other.in_one_sentence, LISTED),
    Made("theo-ngay.md", lambda path, it: other.markdown(path, it, TRAINING_DAYS), TRAINING),
    Made("quyet-dinh.txt", other.decree, NOTHING),
    # pages
    Made("trang-luu.html", other.saved_page, SUMMING_UP),
    Made("trang-danh-sach.html", other.list_page, BARE),
    Made("trang-khung.html", other.cards_page, SUMMING_UP),
)

PRINTED = (
    Made("ke-hoach-in.pdf", lambda path, it: _print(path, other.plan_page(it)), LISTED, LISTED),
    Made("bang-in.pdf", lambda path, it: _print(path, other.table_page(it)), SUMMING_UP),
)
"""By chromium, where it is."""

CONVERTED = tuple(
    Made(f"{each.name}{ending}", each.write, each.programme, each.truth)
    for ending in (".doc", ".odt", ".rtf")
    for each in DOCUMENTS
    if each.name in ("bang-co-so.docx", "gach-dau-dong.docx", "so-cua-word.docx", "muc-con.docx")
)
"""By LibreOffice, where it is, from the Word documents of the same name."""


def make(documents: tuple[Made, ...], folder: Path) -> None:
    """Each document with its truth beside it, as score.py reads them."""
    for made in documents:
        path = folder / made.name
        if made.name.count(".") == 1:
            made.write(path, made.programme)
        truth = made.truth or _whole(made.programme)
        beside = folder / f"{made.name.rpartition('.')[0]}{TRUTH}"
        beside.write_bytes(msgspec.json.encode(truth))


def convert(documents: tuple[Made, ...], folder: Path) -> None:
    """What LibreOffice makes of the Word documents, «x.docx.rtf» of «x.docx»."""
    sources = folder / "docx"
    sources.mkdir()
    for made in documents:
        made.write(sources / made.name.rpartition(".")[0], made.programme)
    for ending in {made.name.rpartition(".")[2] for made in documents}:
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        asked = ("--headless", "--convert-to", ending, "--outdir", str(folder / ending))
        files = [str(each) for each in sources.glob("*.docx")]
        subprocess.run([str(LIBREOFFICE), home, *asked, *files], check=True, capture_output=True, timeout=120)
        for each in (folder / ending).iterdir():
            each.rename(folder / f"{each.stem}.docx.{ending}")


def _print(path: Path, html: str) -> None:
    page = path.with_suffix(".page.html")
    page.write_text(html, encoding="utf-8")
    asked = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--print-to-pdf={path}",
    )
    subprocess.run([str(CHROMIUM), *asked, str(page)], check=True, capture_output=True, timeout=120)
    page.unlink()
