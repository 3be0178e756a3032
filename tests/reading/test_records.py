"""What reading a record promises: every answer kept apart from every other, and a mistake told with the way to mend it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.reading.records import Misrecorded, RecordReader
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.questions import Question
from tests.support.building import asked, file_of, small_set
from tests.support.problems import said

QUESTIONS = [
    asked("hungry"),
    asked("papers", options=[{"id": "own", "label": "Own"}, {"id": "kept", "label": "Kept"}]),
    asked(
        "held-by",
        choose="several",
        options=[
            {"id": "debt", "label": "Debt"},
            {"id": "threat", "label": "Threat"},
            {"id": "none", "label": "None", "alone": True},
        ],
    ),
]


@pytest.fixture
def reader() -> RecordReader:
    return RecordReader(file_of(question, Question).value for question in QUESTIONS)


# --- answers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "written", "answer"),
    [
        ("hungry", "yes", "yes"),
        ("hungry", "no", "no"),
        ("hungry", "unclear", "unclear"),
        ("hungry", "declined", "declined"),
        ("papers", "kept", "kept"),
        ("papers", "unclear", "unclear"),
        ("held-by", ["debt"], ("debt",)),
        ("held-by", ["threat", "debt"], ("threat", "debt")),
        ("held-by", ("debt", "threat"), ("debt", "threat")),
        ("held-by", ["debt", "threat", "debt"], ("debt", "threat")),
        ("held-by", "debt", ("debt",)),
        ("held-by", "none", ("none",)),
        ("held-by", ["none"], ("none",)),
        ("held-by", "declined", "declined"),
        ("held-by", "unclear", "unclear"),
        ("held-by", ["debt", "declined"], ("debt", "declined")),
        ("held-by", ["debt", "threat", "unclear"], ("debt", "threat", "unclear")),
        ("held-by", ["debt", "not_asked"], ("debt", "not_asked")),
        ("held-by", ["declined"], "declined"),
        ("held-by", ["unclear"], "unclear"),
    ],
    ids=str,
)
def test_an_answer_is_understood(reader: RecordReader, question: str, written: Any, answer: Answer) -> None:
    assert reader.answers({question: written}) == {question: answer}


def test_a_list_that_says_only_that_nothing_was_asked_is_left_out(reader: RecordReader) -> None:
    assert reader.answers({"held-by": ["not_asked"]}) == {}


def test_an_answer_of_null_was_not_asked_and_is_left_out(reader: RecordReader) -> None:
    assert reader.answers({"hungry": None, "papers": "own", "held-by": None}) == {"papers": "own"}


def test_no_answers_are_no_answers(reader: RecordReader) -> None:
    assert reader.answers({}) == {}


@pytest.mark.parametrize(
    ("question", "written", "what", "mend"),
    [
        ("hungri", "yes", "there is no question 'hungri'", "Did you mean 'hungry'?"),
        ("xyz", None, "there is no question 'xyz'", "Known: hungry, papers, held-by."),
        ("hungry", "yess", "'hungry' has no answer 'yess'", "Did you mean 'yes'?"),
        ("hungry", "Yes", "'hungry' has no answer 'Yes'", "Did you mean 'yes'?"),
        ("hungry", "", "'hungry' has no answer ''", "Known: no, yes, declined, unclear."),
        ("papers", "yes", "'papers' has no answer 'yes'", "Known: kept, own, declined, unclear."),
        ("papers", ["kept"], "'papers' takes one answer, and this is a list", "Give one, without brackets."),
        ("held-by", [], "the list for 'held-by' is empty", "Leave it out if it was not asked."),
        ("held-by", ["debt", "treat"], "'held-by' has no answer 'treat'", "Did you mean 'threat'?"),
        (
            "held-by",
            ["declined", "debt"],
            "'declined' in the list for 'held-by' does not come last",
            "Write it once, at the end: it says how everything stands that is not in the list.",
        ),
        (
            "held-by",
            ["debt", "unclear", "declined"],
            "'unclear' in the list for 'held-by' does not come last",
            "Write it once, at the end: it says how everything stands that is not in the list.",
        ),
        ("held-by", "not_asked", "'held-by' has no answer 'not_asked'", "Leave it out if it was not asked."),
        ("held-by", ["none", "declined"], "'none' of 'held-by' excludes other answers", "Give it alone."),
        ("held-by", ["debt", "none"], "'none' of 'held-by' excludes other answers", "Give it alone."),
        ("held-by", ["none", "debt"], "'none' of 'held-by' excludes other answers", "Give it alone."),
        (
            "hungry",
            True,
            "the answer to 'hungry' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
        (
            "hungry",
            1,
            "the answer to 'hungry' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
        (
            "hungry",
            0.5,
            "the answer to 'hungry' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
        (
            "hungry",
            {"yes": True},
            "the answer to 'hungry' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
        (
            "held-by",
            [["debt"]],
            "the answer to 'held-by' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
        (
            "held-by",
            ["debt", None],
            "the answer to 'held-by' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
    ],
    ids=str,
)
def test_a_mistaken_answer_is_refused_with_a_way_to_mend_it(
    reader: RecordReader, question: str, written: Any, what: str, mend: str
) -> None:
    with pytest.raises(Misrecorded) as caught:
        reader.answers({"papers": "own", question: written})

    assert (caught.value.name, said(caught.value.message), said(caught.value.hint)) == (question, what, mend)
    assert str(caught.value) == f"{what}. {mend}"


@pytest.mark.parametrize("written", ["debt threat", "debt, threat", " debt;threat ", "debt|threat"])
def test_a_list_in_one_text_is_refused_and_told_as_a_list(reader: RecordReader, written: str) -> None:
    with pytest.raises(Misrecorded) as caught:
        reader.answers({"held-by": written})

    assert said(caught.value.message) == f"the answer to 'held-by' is a list in one text, {written!r}"
    assert said(caught.value.hint) == 'Give a list: ["debt", "threat"].'


@pytest.mark.parametrize("written", ["debt treat", "debt ", "Debt threat"])
def test_a_text_that_is_no_list_of_answers_is_a_wrong_answer(reader: RecordReader, written: str) -> None:
    with pytest.raises(Misrecorded, match="has no answer"):
        reader.answers({"held-by": written})


def test_languages_in_one_text_are_told_as_a_list_too(reader: RecordReader) -> None:
    with pytest.raises(Misrecorded, match=r'Give a list: \["tl", "zh-Hant"\]'):
        reader.circumstances({"languages": "tl zh-Hant"})


def test_a_whole_set_can_be_read_of() -> None:
    reader = RecordReader(small_set([asked("hungry")], [], stages={"safety": [asked("hurt")]}))

    assert reader.answers({"hurt": "no", "hungry": "yes"}) == {"hurt": "no", "hungry": "yes"}


# --- circumstances ---------------------------------------------------------------------------------------------------

SITUATIONS = CIRCUMSTANCES["situation"].values


@pytest.mark.parametrize("name", [name for name, kind in CIRCUMSTANCES.items() if kind.values and not kind.several])
def test_every_value_of_every_circumstance_is_understood(reader: RecordReader, name: str) -> None:
    for value in (*CIRCUMSTANCES[name].values, "declined"):
        assert reader.circumstances({name: value}) == {name: value}


@pytest.mark.parametrize("name", CIRCUMSTANCES)
def test_doubt_is_recorded_in_the_circumstances_own_word(reader: RecordReader, name: str) -> None:
    expected = "unsure" if name == "age" else "unclear"

    assert reader.circumstances({name: "unclear"}) == {name: expected}


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("situation", list(SITUATIONS), SITUATIONS),
        ("situation", "fishing", ("fishing",)),
        ("situation", ["fishing", "fishing"], ("fishing",)),
        ("place", "hk", "hk"),
        ("district", "sham-shui-po", "sham-shui-po"),
        ("languages", ["zh-Hant", "tl"], ("zh-Hant", "tl")),
        ("languages", "id", ("id",)),
    ],
    ids=str,
)
def test_several_values_and_codes_are_understood(reader: RecordReader, name: str, written: Any, value: Answer) -> None:
    assert reader.circumstances({name: written}) == {name: value}


def test_a_circumstance_of_null_was_not_asked_and_is_left_out(reader: RecordReader) -> None:
    assert reader.circumstances({"age": None, "gender": "woman"}) == {"gender": "woman"}


@pytest.mark.parametrize(
    ("name", "written", "what", "mend"),
    [
        ("gendr", "woman", "there is no circumstance 'gendr'", "Did you mean 'gender'?"),
        ("nationality", "x", "there is no circumstance 'nationality'", "Among those known: place, age,"),
        ("nationality", None, "there is no circumstance 'nationality'", "Among those known: place, age,"),
        ("age", "childs", "'age' has no answer 'childs'", "Did you mean 'child'?"),
        ("age", "17", "'age' has no answer '17'", "Known: adult, child, unsure, declined, unclear."),
        ("age", 17, "the answer to 'age' is neither text nor a list of texts", "Write the ids of answers, in quotes."),
        ("age", ["child"], "'age' takes one answer, and this is a list", "Give one, without brackets."),
        ("place", ["hk"], "'place' takes one answer, and this is a list", "Give one, without brackets."),
        ("place", "", "'place' has no answer ''", "Write a code, such as hk."),
        ("place", "Hong Kong", "'place' has no answer 'Hong Kong'", "Write a code, such as hk."),
        ("place", "../hk", "'place' has no answer '../hk'", "Write a code, such as hk."),
        ("place", "hk\n", "'place' has no answer 'hk\\n'", "Write a code, such as hk."),
        ("district", "x" * 33, f"'district' has no answer '{'x' * 33}'", "Write a code, such as hk."),
        (
            "languages",
            ["en", "her mother's"],
            "'languages' has no answer \"her mother's\"",
            "Write a code, such as hk.",
        ),
        ("languages", [], "the list for 'languages' is empty", "Leave it out if it was not asked."),
        ("situation", ["fishng"], "'situation' has no answer 'fishng'", "Did you mean 'fishing'?"),
        (
            "situation",
            [["fishing"]],
            "the answer to 'situation' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
        (
            "police",
            False,
            "the answer to 'police' is neither text nor a list of texts",
            "Write the ids of answers, in quotes.",
        ),
    ],
    ids=str,
)
def test_a_mistaken_circumstance_is_refused_with_a_way_to_mend_it(
    reader: RecordReader, name: str, written: Any, what: str, mend: str
) -> None:
    with pytest.raises(Misrecorded) as caught:
        reader.circumstances({name: written})

    assert (caught.value.name, said(caught.value.message)) == (name, what)
    assert said(caught.value.hint).startswith(mend)


# --- anything at all -------------------------------------------------------------------------------------------------

_WORDS = [*CIRCUMSTANCES, *(question["id"] for question in QUESTIONS), "", "yes", "unclear", "debt", "child", "hk"]
# What YAML and JSON can hold, and the tuples of a vignette that was read.
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(_WORDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text() | st.sampled_from(_WORDS), inner, max_size=4)
    ),
    max_leaves=8,
)


@pytest.mark.slow
@given(
    st.dictionaries(st.text() | st.sampled_from(_WORDS), _ANYTHING, max_size=4),
    st.sampled_from(["answers", "circumstances"]),
)
def test_whatever_is_written_is_understood_or_said_to_be_mistaken(written: dict[str, Any], part: str) -> None:
    reader = RecordReader(file_of(question, Question).value for question in QUESTIONS)

    try:
        read = getattr(reader, part)(written)
    except Misrecorded:
        return
    assert all(isinstance(value, str) or (isinstance(value, tuple) and value) for value in read.values())
    assert all(part_ for value in read.values() for part_ in (value if isinstance(value, tuple) else (value,)))
