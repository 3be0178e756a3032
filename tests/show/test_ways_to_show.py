"""The same lines on a terminal, as Markdown, and as data."""

import io
import json
from collections.abc import Callable
from typing import get_args

import pytest

from screening.reading.library import find_set
from screening.show.data import encode, result_data, set_data
from screening.show.html import page
from screening.show.lines import Line, LineKind
from screening.show.markdown import markdown
from screening.show.report import result_lines
from screening.show.terminal import print_lines
from tests.show.test_report import result, vignette
from tests.support.hidden import EVERY_ONE, SPEAKS, WHOLE, hidden_in


def printed(*lines: Line, width: int = 40) -> list[str]:
    output = io.StringIO()
    print_lines(lines, output, width)
    return output.getvalue().splitlines()


def test_lines_wrap_at_words_and_hang_under_the_text() -> None:
    assert printed(Line("do", "Move to a safe room and stay there together for now.")) == [
        "  - Move to a safe room and stay there",
        "    together for now.",
    ]


def test_chinese_wraps_by_its_width() -> None:
    assert all(len(line) <= 20 for line in printed(Line("text", "社會福利署熱線" * 10), width=40))


@pytest.mark.parametrize("text", ["[y/n]", "[/x]", "[bold]x[/bold]", "a [link=x]b[/link]", ":smile:"])
def test_markup_in_a_text_is_shown_and_not_interpreted(text: str) -> None:
    assert printed(Line("text", text)) == [text]


def test_without_a_terminal_there_are_no_escape_codes() -> None:
    output = io.StringIO()

    print_lines(result_lines(vignette("quiet-kitchen")), output)

    assert "\x1b" not in output.getvalue()
    assert all(len(line) <= 80 for line in output.getvalue().splitlines())


@pytest.mark.parametrize(
    "show", [lambda lines: "\n".join(printed(*lines)), markdown, page], ids=["terminal", "markdown", "html"]
)
def test_no_text_of_any_kind_speaks_turns_or_hides(show: Callable[[list[Line]], str]) -> None:
    shown = show([Line("title", "T"), *(Line(kind, f"{SPEAKS} {''.join(EVERY_ONE)}") for kind in get_args(LineKind))])

    assert not hidden_in(shown)
    assert "u202e" in shown


def test_what_is_shown_by_its_number_is_as_wide_as_its_number() -> None:
    assert printed(Line("text", "\u202e" * 4), width=12) == ["\\u202e\\u202e"] * 2


def test_data_is_escaped_as_json_has_it_and_whole() -> None:
    data = {WHOLE: [SPEAKS, *EVERY_ONE]}

    assert not hidden_in(encode(data))
    assert json.loads(encode(data)) == data


def test_what_not_to_do_is_told_apart_without_colour() -> None:
    assert printed(Line("do", "Wait."), Line("avoid", "Do not wait.")) == ["  - Wait.", "  x Do not wait."]


def test_markdown_keeps_the_order_and_escapes_markup() -> None:
    lines = [Line("title", "Result"), Line("lead", "One *sentence*."), Line("do", "Call <now>."), Line("detail", "a_b")]

    assert markdown(lines) == "# Result\n\n**One \\*sentence\\*.**\n\n- Call \\<now\\>.\n  - a\\_b\n"


def test_a_whole_result_is_markdown_with_its_headings() -> None:
    text = markdown(result_lines(vignette("quiet-kitchen")))

    assert text.startswith("# Result\n")
    assert "\n## Whom to call\n" in text
    assert "\n\n\n" not in text


def test_data_of_a_result_is_json_and_names_set_and_directory() -> None:
    data = json.loads(encode(result_data(vignette("quiet-kitchen"))))

    assert data["set"]["id"] == "palermo"
    assert data["level"] == "clear_concern"
    assert data["status"] == "possible"
    assert data["advice"]["emergency"] == "999"
    assert data["advice"]["directory"] == {"place": "hk", "as_of": "2026-11-25"}
    assert data["unclear"] == ["start-force", "start-used"]
    assert "brought-for" in data["declined"]


def test_below_some_concern_there_is_no_status() -> None:
    assert "status" not in result_data(vignette("own-terms"))
    assert "status" not in result_data(result({}, {}))


def test_data_of_a_set_lists_every_question_and_indicator() -> None:
    indicator_set = find_set("palermo")

    data = json.loads(encode(set_data(indicator_set)))

    assert [each["id"] for each in data["questions"]] == [question.id for _, _, question in indicator_set.questions()]
    papers = next(each for each in data["questions"] if each["id"] == "papers")
    assert (papers["section"], papers["kind"], papers["stage"]) == ("control", "asked", "questions")
    question = next(question for _, _, question in indicator_set.questions() if question.id == "papers")
    kept_option = next(option for option in question.options if option.id == "kept")
    kept = {"id": "kept", "label": kept_option.label, "shows": ["papers-kept"], "raises": [], "alone": False}
    assert kept.items() <= papers["options"][question.options.index(kept_option)].items()
    hours = next(each for each in data["questions"] if each["id"] == "long-hours")
    assert hours["section_when"]["circumstance"] == "situation"
    assert [option["id"] for option in hours["options"]] == ["yes", "no"]
    kept = next(each for each in data["indicators"] if each["id"] == "papers-kept")
    assert kept["strength"] == {"adult": "strong", "child": "strong"}
    assert kept["source"] == {"ref": "ilo-forced-labour-2012", "grade": "A"}
    assert data["rules"]["any"] == [{"total": 1}]
    assert data["levels"]["some_concern"] == {"in": ["means", "purpose"], "total": 1}
    assert set(data["levels"]["clear_concern"]) == {"adult", "child"}
