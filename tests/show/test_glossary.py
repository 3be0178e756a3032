"""Terms as lines: English first, then each language with how it is known, whatever the language."""

import pytest
from wcwidth import wcswidth

from screening.glossary.terms import Term, Theme
from screening.language.catalog import ENGLISH
from screening.reading.glossary import built_in_glossary
from screening.show.glossary import glossary_data, glossary_lines, term_lines
from screening.show.rows import wrap_lines

PAY = Term(
    names={"en": ("wages", "pay"), "zh-Hant": ("工資", "薪金", "人工", "糧"), "id": ("upah",)},
    seen={"id": {"upah": ("A page", "Another")}, "zh-Hant": {"人工": ("A page",)}},
    note="Money.",
)


def test_each_language_is_told_with_how_it_is_known() -> None:
    assert [(line.kind, ENGLISH.render(line.text)) for line in term_lines([PAY])] == [
        ("item", "wages / pay"),
        ("detail", "Chinese, in traditional characters: 工資 / 薪金 / 人工 / 糧"),
        ("detail", "人工, seen: A page"),
        ("detail", "Bahasa Indonesia: upah"),
        ("detail", "seen: A page; Another"),
        ("detail", "all other names: own judgement, not reviewed by a native speaker"),
        ("detail", "Money."),
    ]


def told(term: Term, *first: str) -> list[str]:
    """What is said of a term."""
    return [ENGLISH.render(line.text) for line in term_lines([term], first)]


def test_the_language_of_whoever_reads_comes_first() -> None:
    term = Term(names={"en": ("debt",), "zh-Hant": ("債",), "id": ("utang",), "fil": ("utang",)})

    assert told(term, "fil", "id", "th")[1:4] == [
        "Filipino: utang",
        "Bahasa Indonesia: utang",
        "Chinese, in traditional characters: 債",
    ]


def test_what_was_seen_nowhere_says_so_once_whatever_the_number_of_languages() -> None:
    term = Term(names={"en": ("debt",), "zh-Hant": ("債",), "id": ("utang",), "fil": ("utang",)})

    assert told(term)[4:] == ["own judgement, not reviewed by a native speaker"]


def test_where_all_was_seen_nothing_is_own_judgement() -> None:
    term = Term(names={"en": ("debt",), "id": ("utang",)}, seen={"id": {"utang": ("A page",)}})

    assert told(term) == ["debt", "Bahasa Indonesia: utang", "seen: A page"]


def test_a_theme_is_a_heading() -> None:
    lines = list(glossary_lines([Theme(title="Work", terms=(PAY,))]))

    assert [(line.kind, ENGLISH.render(line.text)) for line in lines[:4]] == [
        ("title", "Glossary"),
        (
            "text",
            "Of several names, use the first. What was seen on no page is this project's own judgement, and no native "
            "speaker has reviewed it yet.",
        ),
        ("heading", "Work"),
        ("item", "wages / pay"),
    ]


def test_as_data_a_term_says_all_that_is_known_of_it() -> None:
    everyday = Term(names=PAY.names, seen=PAY.seen, note=PAY.note, everyday=PAY.everyday)

    assert glossary_data([Theme(title="Pay", terms=(everyday,))]) == {
        "terms": [
            {
                "theme": "Pay",
                "names": PAY.names,
                "evidence": {
                    "zh-Hant": {
                        "工資": "own_judgement",
                        "薪金": "own_judgement",
                        "人工": "seen",
                        "糧": "own_judgement",
                    },
                    "id": {"upah": "seen"},
                },
                "seen": PAY.seen,
                "everyday": PAY.everyday,
                "note": "Money.",
            }
        ]
    }


def test_as_data_a_term_has_its_theme_and_terms_keep_their_order() -> None:
    other = Term(names={"en": ("hours",)})
    themes = [Theme(title="Pay", terms=(PAY,)), Theme(title="Time", terms=(other,))]

    assert [each["theme"] for each in glossary_data(themes)["terms"]] == ["Pay", "Time"]
    assert [each["theme"] for each in glossary_data(themes, [other, PAY])["terms"]] == ["Time", "Pay"]


@pytest.mark.parametrize("width", [40, 80])
def test_no_row_of_the_glossary_is_wider_than_the_terminal(width: int) -> None:
    for row in wrap_lines(glossary_lines(built_in_glossary().themes), width, ENGLISH):
        assert wcswidth(row.text) <= width, row.text
