"""The first page of a result in columns, line by line, as Markdown and as a page to print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from screening.language.catalog import ENGLISH
from screening.show.contacts import dialled
from screening.show.html import page
from screening.show.linear import linear_lines
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.rows import Row, closed_up, wrap_lines
from tests.support.thorough import examples


def call(need: str, number: str, sign: str, hours: str, *names: str, label: str | None = None) -> Line:
    text = f"{need}: {number}, {hours}, {names[0]}"
    return Line("call", text, label, (need, dialled("telephone", number), sign, hours, hours[:6], *names))


PAGE = [
    Line("badge", "Act today.", "CLEAR"),
    Line("told", "locked in, not paid", "Because", ("locked in", "not paid")),
    Line("told", "NO POLICE", "Says", ("NO POLICE",)),
    Line("act", "Ask what they want.", "Now", ("1",)),
    Line("act", "Call the first service.", None, ("2",)),
    Line("never", "Do not shout. Do not run.", None, ("Do not shout.", "Do not run.")),
    call("Bed", "2343 2255", "?", "24 h", "Welfare hotline 社會福利署", "Welfare 社會福利署", label="Call"),
    call("Lawyer", "999", "", "hours not known", "Justice Centre Hong Kong", "Justice Centre"),
    Line("legend", "[not sure]: old.", None, ("? old.",)),
]


def rows(width: int, lines: list[Line] = PAGE) -> list[str]:
    return [row.text.rstrip() for row in wrap_lines(lines, width, ENGLISH)]


def test_what_stands_beside_each_other_is_in_columns_as_wide_as_they_have_to_be() -> None:
    assert rows(72) == [
        "",
        " CLEAR   Act today.",
        "",
        "Because  locked in · not paid",
        "",
        "Says     NO POLICE",
        "",
        "Now      1  Ask what they want.",
        "         2  Call the first service.",
        "         !  Do not shout.",
        "            Do not run.",
        "",
        "Call     Bed     2343 2255 ?  Welfare hotline 社會福利署            24 h",
        "         Lawyer  999          Justice Centre Hong Kong   hours not known",
        "         ? old.",
    ]


def test_where_room_is_short_hours_are_told_in_a_word_and_then_names_are_the_shorter_ones() -> None:
    assert rows(56)[-3:] == [
        "Call     Bed     2343 2255 ?  Welfare 社會福利署    24 h",
        "         Lawyer  999          Justice Centre      hours",
        "         ? old.",
    ]


def test_a_name_that_fits_nowhere_goes_on_below_and_no_hours_are_lost() -> None:
    shown = " ".join("".join(rows(44)).split())

    assert "24 h" in shown
    assert "hours" in shown


def test_a_fact_is_not_torn_that_fits_in_a_row() -> None:
    facts = ("held by a debt", "locked in", "not paid")

    assert rows(26, [Line("told", "x", "Because", facts)])[1:] == [
        "Because  held by a debt",
        "         locked in",
        "         not paid",
    ]


def test_a_long_badge_has_its_sentence_below() -> None:
    assert rows(40, [Line("badge", "Act today.", "A child: call somebody now")]) == [
        "",
        " A child: call somebody now",
        "Act today.",
    ]


def test_two_badges_stand_together() -> None:
    assert rows(60, [Line("badge", "", "A CHILD"), Line("badge", "Act.", "CLEAR")]) == ["", " A CHILD", " CLEAR   Act."]


@examples(100)
@given(st.integers(24, 130))
def test_no_row_is_too_wide_and_every_line_begins_once(width: int) -> None:
    found = list(wrap_lines(PAGE, width, ENGLISH))

    assert max(wcswidth(row.text.rstrip()) for row in found) <= width
    assert [row.kind for row in found if row.kind and row.begins] == [line.kind for line in PAGE]
    assert all("".join(text for _, text in row.pieces) == row.text for row in found)


def test_pieces_are_named_by_what_they_are() -> None:
    styles = {
        style: text.strip() for row in wrap_lines(PAGE, 72, ENGLISH) for style, text in row.pieces if text.strip()
    }

    assert styles["badge"] == "CLEAR"
    # What somebody must not pass over is written in capitals, too.
    assert ("strong", "NO POLICE") in [piece for row in wrap_lines(PAGE, 72, ENGLISH) for piece in row.pieces]
    assert styles["label"] == "Call"
    assert styles["never"] == "!"
    assert styles["number"] == "999"
    assert styles["doubt"] == "?"


@pytest.mark.parametrize(
    ("drawn", "height", "kept"),
    [
        (".a.b.c", 6, ".a.b.c"),
        (".a.b.c", 5, "a.b.c"),
        (".a.b.c", 4, "ab.c"),
        (".a.b.c", 3, "abc"),
        # Where that is not enough, air is not given away for nothing.
        (".a.b.c", 2, ".a.b.c"),
    ],
)
def test_blank_rows_go_from_the_first_on_where_the_rest_then_fits(drawn: str, height: int, kept: str) -> None:
    found = closed_up(
        [Row("" if each == "." else each, kind=None if each == "." else "text") for each in drawn], height
    )

    assert "".join(row.text or "." for row in found) == kept


def test_read_aloud_each_block_begins_with_its_word_and_nothing_is_a_column() -> None:
    assert [f"{line.kind}: {ENGLISH.render(line.text)}" for line in linear_lines(PAGE)] == [
        "lead: CLEAR: Act today.",
        "paragraph: Because: locked in, not paid",
        "paragraph: Says: NO POLICE",
        "paragraph: Now:",
        "item: 1. Ask what they want.",
        "item: 2. Call the first service.",
        "avoid: Do not shout. Do not run.",
        "paragraph: Call:",
        "item: Bed: 2343 2255, 24 h, Welfare hotline 社會福利署",
        "item: Lawyer: 999, hours not known, Justice Centre Hong Kong",
        "text: [not sure]: old.",
    ]


def test_as_markdown_acts_are_numbered_and_numbers_stand_in_a_table() -> None:
    assert markdown(PAGE, ENGLISH) == "\n".join(
        [
            "**CLEAR**",
            "",
            "Act today.",
            "",
            "**Because:** locked in, not paid",
            "",
            "**Says:** NO POLICE",
            "",
            "**Now:**",
            "",
            "1. Ask what they want.",
            "2. Call the first service.",
            "- **Do not shout. Do not run.**",
            "",
            "| Call | | | |",
            "| - | - | - | - |",
            "| Bed | 2343 2255 \\[not sure\\] | Welfare hotline 社會福利署 | 24 h |",
            "| Lawyer | 999 | Justice Centre Hong Kong | hours not known |",
            "",
            "\\[not sure\\]: old.",
            "",
        ]
    )


def test_what_is_markup_is_text_in_a_table_too() -> None:
    assert "| a\\|b | 1 | \\<i\\>x\\</i\\> | h |" in markdown([call("a|b", "1", "", "h", "<i>x</i>")], ENGLISH)


def test_a_page_to_print_has_it_apart_before_everything_else_and_numbers_are_links() -> None:
    printed = page([Line("title", "Result"), *PAGE, Line("heading", "More")], ENGLISH)

    first, rest = printed.split('<div class="first">')[1].split("</div>")
    assert "<li>Call the first service.</li>" in first
    assert '<a href="tel:23432255">2343 2255</a></bdi> [not sure]</td><td>Welfare hotline 社會福利署</td>' in first
    assert "<h2>More</h2>" in rest
    assert ".first + * { break-before: page; }" in printed
    assert "&lt;b&gt;" in page([Line("title", "R"), Line("told", "<b>", "<b>", ("<b>",))], ENGLISH)
