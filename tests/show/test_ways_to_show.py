"""The same lines on a terminal, as Markdown, and as data."""

import io
import json
from collections.abc import Callable
from typing import Any, get_args

import pytest
from hypothesis import given

from screening.language.catalog import ENGLISH
from screening.reading.problem import nearest
from screening.reading.sets import find_set
from screening.sets.conditions.read import Guess, read_gate, read_level_rule, read_pathway_condition
from screening.sets.conditions.types import OwnGrammar
from screening.sets.model import IndicatorSet
from screening.show.data import encode
from screening.show.html import page
from screening.show.lines import Line, LineKind
from screening.show.markdown import markdown
from screening.show.report import result_lines
from screening.show.result_data import result_data
from screening.show.set_data import set_data
from screening.show.terminal import print_lines
from tests.show.test_report import result, vignette
from tests.support.hidden import EVERY_ONE, SPEAKS, WHOLE, hidden_in
from tests.support.random_sets import indicator_sets
from tests.support.thorough import THOROUGH, examples


def printed(*lines: Line, width: int = 40) -> list[str]:
    output = io.StringIO()
    print_lines(lines, output, ENGLISH, width)
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

    print_lines(result_lines(vignette("quiet-kitchen")), output, ENGLISH)

    assert "\x1b" not in output.getvalue()
    assert all(len(line) <= 80 for line in output.getvalue().splitlines())


def parts_of(characters: list[str], size: int) -> list[list[str]]:
    return [characters[start : start + size] for start in range(0, len(characters), size)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "show",
    [
        lambda lines: "\n".join(printed(*lines)),
        lambda lines: markdown(lines, ENGLISH),
        lambda lines: page(lines, ENGLISH),
    ],
    ids=["terminal", "markdown", "html"],
)
def test_no_text_of_any_kind_speaks_turns_or_hides(show: Callable[[list[Line]], str]) -> None:
    # In texts as long as texts are: ten thousand of them without a blank make one word of a thousand rows.
    texts = [f"{SPEAKS} {''.join(part)}" for part in parts_of(EVERY_ONE, 200)]
    kinds = get_args(LineKind)
    # By default every one of them stands in a text of some kind; every kind has some.
    shares = {kind: texts if THOROUGH else texts[number :: len(kinds)] for number, kind in enumerate(kinds)}

    shown = show([Line("title", "T"), *(Line(kind, text) for kind in kinds for text in shares[kind])])

    assert not hidden_in(shown)
    assert "u202e" in shown


def test_what_is_shown_by_its_number_is_as_wide_as_its_number() -> None:
    assert printed(Line("text", "\u202e" * 4), width=12) == ["\\u202e\\u202e"] * 2


def test_data_is_escaped_as_json_has_it_and_whole() -> None:
    data = {WHOLE: [SPEAKS, *EVERY_ONE]}

    assert not hidden_in(encode(data))
    assert json.loads(encode(data)) == data


def test_what_not_to_do_is_told_apart_without_colour() -> None:
    assert printed(Line("do", "Wait."), Line("avoid", "Do not wait.")) == ["  - Wait.", "  ! Do not wait."]


def test_markdown_keeps_the_order_and_escapes_markup() -> None:
    lines = [Line("title", "Result"), Line("lead", "One *sentence*."), Line("do", "Call <now>."), Line("detail", "a_b")]

    assert markdown(lines, ENGLISH) == "# Result\n\n**One \\*sentence\\*.**\n\n- Call \\<now\\>.\n  - a\\_b\n"


def test_a_whole_result_is_markdown_with_its_headings() -> None:
    text = markdown(result_lines(vignette("quiet-kitchen")), ENGLISH)

    assert text.startswith("# Result\n")
    assert "\n## Whom to call\n" in text
    assert "\n\n\n" not in text


def test_data_of_a_result_is_json_and_names_set_and_directory() -> None:
    data = json.loads(encode(result_data(vignette("quiet-kitchen"), ENGLISH)))

    assert data["set"]["id"] == "palermo"
    assert data["level"] == "clear_concern"
    assert data["status"] == "possible"
    assert data["advice"]["emergency"] == "999"
    assert data["advice"]["directory"] == {"place": "hk", "as_of": "2026-11-25"}
    assert data["unclear"] == ["start-force", "start-used"]
    assert "brought-for" in data["declined"]


def test_below_some_concern_there_is_no_status() -> None:
    assert "status" not in result_data(vignette("own-terms"), ENGLISH)
    assert "status" not in result_data(result({}, {}), ENGLISH)


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


def read_back(plain: Any, read: Callable[[Any, Guess], tuple[OwnGrammar, Any]] = read_gate) -> OwnGrammar | None:
    """A condition as the JSON has it, read as a file is read."""
    if plain is None:
        return None
    condition, mistakes = read(plain, nearest)
    assert not mistakes
    return condition


def conditions_come_through(indicator_set: IndicatorSet) -> None:
    data = json.loads(encode(set_data(indicator_set)))
    sections = {section.id: section.when for section in indicator_set.sections}
    questions = [(section.when, question.when) for _, section, question in indicator_set.questions()]
    levels = indicator_set.about.levels

    assert {each["id"]: read_back(each["when"]) for each in data["sections"]} == sections
    assert [(read_back(each["section_when"]), read_back(each["when"])) for each in data["questions"]] == questions
    pathways = [read_back(each.get("when"), read_pathway_condition) for each in data["guidance"]]
    assert pathways == [each.when for each in indicator_set.guidance]
    for level, rule in (("clear_concern", levels.clear_concern), ("some_concern", levels.some_concern)):
        assert read_back(data["levels"][level], read_level_rule) == rule


@pytest.mark.parametrize("name", ["palermo", "first-contact", "child", "self-check"])
def test_every_gate_level_and_pathway_of_a_built_in_set_reads_from_the_json_as_it_is(name: str) -> None:
    conditions_come_through(find_set(name))


@examples(60)
@given(indicator_sets())
def test_every_gate_level_and_pathway_reads_from_the_json_as_it_is(indicator_set: IndicatorSet) -> None:
    conditions_come_through(indicator_set)


def test_the_json_of_a_pathway_holds_the_rest_of_it() -> None:
    indicator_set = find_set("palermo")

    data = json.loads(encode(set_data(indicator_set)))["guidance"]

    for shown, pathway in zip(data, indicator_set.guidance, strict=True):
        rest = {"title": pathway.title, "do": pathway.do, "do_not": pathway.do_not, "needs": pathway.needs}
        assert {key: shown.get(key, []) for key in rest} == json.loads(encode(rest))
