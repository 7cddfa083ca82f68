"""The pages of a paper, as every form of file has them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core.value import replace
from runofshow.paper.heights import block_height, head_height, row_height
from runofshow.paper.measures import POINTS_OF_A_MM, height_mm, width_mm
from runofshow.paper.pages import page_count, pages_of, paginated
from runofshow.paper.sheet import (
    Block,
    Cell,
    Column,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    cell,
    line,
    paragraph,
)

COLUMNS = (Column("Giờ", 1, figures=True), Column("Mục", 4), Column("Lời dẫn", 5))


def table(*rows: Row) -> Table:
    return Table(COLUMNS, rows, name="Kịch bản")


def row(text: str, *said: str, level: Level = Level.LINE) -> Row:
    return Row((cell("7h"), cell(text), cell(*said)), level)


def session(text: str) -> Row:
    return Row((Cell((line(text),)),), Level.SESSION)


def on(*blocks: Block, landscape: bool = False) -> Paper:
    return Paper("x", "vi", blocks, landscape=landscape, size=12, continued="(tiếp)")


def firsts(paper: Paper) -> list[str]:
    """What each page begins with: a paragraph, or the title of a row."""
    found = []
    for page in pages_of(paginated(paper)):
        block = page[0]
        if isinstance(block, Table):
            cells = block.rows[0].cells
            found.append(said(cells[min(1, len(cells) - 1)]))
        else:
            assert isinstance(block, Paragraph)
            found.append("".join(run.text for run in block.runs))
    return found


def said(told: Cell) -> str:
    return "\n".join("".join(run.text for run in runs) for runs in told.lines)


def height(page: tuple[Block, ...], paper: Paper) -> float:
    width, total = width_mm(paper.landscape), 0.0
    for block in page:
        if isinstance(block, Table):
            rows = (row_height(each, block.columns, width, paper.size) for each in block.rows)
            total += head_height(block, width, paper.size) + sum(rows)
        else:
            total += block_height(block, width, paper.size)
    return total


def test_a_table_goes_over_pages_with_its_head() -> None:
    # a row of one line is 12 x 1.15 + 3 + 0.5 = 17.3 points; 714.5 hold the head, the gap, and 39 of them
    paper = paginated(on(table(*(row(f"Mục {at}") for at in range(60)))))
    first, second = paper.blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (len(first.rows), len(second.rows)) == (39, 21)
    assert (first.new_page, first.continues) == (False, False)
    assert (second.new_page, second.continues) == (True, True)
    assert second.columns == COLUMNS


def test_a_heading_stands_on_the_page_of_what_follows_it() -> None:
    rows = [row(f"Mục {at}") for at in range(36)]
    heading = row("Khen thưởng", level=Level.HEADING)
    part = row("Giấy khen", *("lời",) * 3, level=Level.PART)
    assert firsts(on(table(*rows, session("Buổi chiều"), heading, part))) == ["Mục 0", "Buổi chiều"]
    told = paragraph("Việc phải làm", Style.HEADING, keep_with_next=True)
    assert firsts(on(table(*rows, row("Mục 36")), told, table(part)))[1] == "Việc phải làm"


def test_a_heading_is_not_left_behind_by_a_row_that_just_fits_a_page() -> None:
    high = row("Trao thưởng", *("lời",) * 41, level=Level.PART)
    paper = paginated(on(table(row("Khai mạc"), row("Khen thưởng", level=Level.HEADING), high)))
    rows = [[each.level for each in block.rows] for block in paper.blocks if isinstance(block, Table)]
    assert rows == [[Level.LINE, Level.HEADING, Level.PART], [Level.PART]]


def test_a_paragraph_that_begins_a_page_does() -> None:
    begins = replace(paragraph("Lời"), new_page=True)
    assert firsts(on(begins, paragraph("b"), begins)) == ["Lời", "Lời"]


def test_a_row_that_is_higher_than_a_page_goes_on_and_says_so() -> None:
    long = row("Bế mạc", *(f"câu {at}" for at in range(100)))
    pages = pages_of(paginated(on(table(row("Khai mạc"), long, row("Chào cờ")))))
    tables = [block for page in pages for block in page if isinstance(block, Table)]
    assert [[each.continues for each in block.rows] for block in tables] == [
        [False, False],
        [True],
        [True, False],
    ]
    assert [said(block.rows[0].cells[0]) for block in tables[1:]] == ["(tiếp)", "(tiếp)"]
    told = [
        text for block in tables for each in block.rows for text in said(each.cells[2]).split("\n") if text
    ]
    assert told == [f"câu {at}" for at in range(100)]


def test_a_line_that_is_higher_than_a_page_is_broken_between_words_and_says_so_at_both_ends() -> None:
    words = " ".join(f"lời{at}" for at in range(3000))
    paper = paginated(on(table(row("Bế mạc", words))))
    cells = [said(each.cells[2]) for block in paper.blocks if isinstance(block, Table) for each in block.rows]
    assert len(cells) > 2
    assert all(text.endswith(" …") for text in cells[:-1])
    assert all(text.startswith("… ") for text in cells[1:])
    assert " ".join(text.removeprefix("… ").removesuffix(" …") for text in cells) == words


def test_a_row_whose_first_cell_is_the_long_one_goes_on_too() -> None:
    long = Row((cell(*(f"câu {at}" for at in range(90))), cell("a"), cell("b")))
    tables = [block for block in paginated(on(table(long))).blocks if isinstance(block, Table)]
    cells = [said(each.cells[0]).split("\n") for block in tables for each in block.rows]
    assert len(cells) == 3
    assert [text for lines in cells for text in lines if text != "(tiếp)"] == [
        f"câu {at}" for at in range(90)
    ]


def test_a_paragraph_that_is_higher_than_a_page_goes_on_without_a_word_more() -> None:
    words = " ".join(f"lời{at}" for at in range(900))
    paper = paginated(
        on(paragraph("Khai mạc", Style.TURN, keep_with_next=True), paragraph(words, Style.WORDS))
    )
    texts = [
        "".join(run.text for run in block.runs) for block in paper.blocks if isinstance(block, Paragraph)
    ]
    assert " ".join(texts[1:]) == words
    assert page_count(paper) == len(texts) - 1 > 2


ROWS = st.builds(
    lambda text, count, level: (
        session(text) if level is Level.SESSION else row(text, *("lời dẫn " * 9,) * count, level=level)
    ),
    st.text(st.sampled_from("abơ "), min_size=1, max_size=200),
    st.integers(0, 30),
    st.sampled_from(Level),
)
BLOCKS = st.one_of(
    st.builds(
        lambda text, style, kept, begins: Paragraph(
            (Run(text),), style, keep_with_next=kept, new_page=begins
        ),
        st.text(st.sampled_from("abơ "), max_size=1500),
        st.sampled_from(Style),
        st.booleans(),
        st.booleans(),
    ),
    st.lists(ROWS, min_size=1, max_size=12).map(lambda rows: table(*rows)),
)


@settings(max_examples=60)
@given(st.lists(BLOCKS, min_size=1, max_size=8), st.booleans())
def test_no_page_is_fuller_than_a_page_and_nothing_is_lost(blocks: list[Block], landscape: bool) -> None:
    paper = on(*blocks, landscape=landscape)
    paged = paginated(paper)
    assert words(paged) == words(paper)
    for page in pages_of(paged):
        assert height(page, paged) <= height_mm(landscape) * POINTS_OF_A_MM
        assert page[0].new_page or page is not pages_of(paged)[0]


def words(paper: Paper) -> list[str]:
    """Every word in the order of its column, without the marks of what goes on."""
    found: list[list[str]] = [[], [], [], []]
    for block in paper.blocks:
        if isinstance(block, Table):
            for each in block.rows:
                for at, told in enumerate(each.cells):
                    marks = ("(tiếp)", "…") if each.continues or "…" in said(told) else ()
                    found[at] += [word for word in said(told).split() if word not in marks]
        elif isinstance(block, Paragraph):
            found[3] += [word for run in block.runs for word in run.text.split()]
    return [word for column in found for word in column if word != "7h"]
