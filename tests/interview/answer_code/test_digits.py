"""What was recorded comes back, whatever it was."""

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import combinations
from math import factorial
from operator import itemgetter
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import SYMBOLS, CodeMistake, decode, encode, find_vignette
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import RESTS, Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from screening.sets.vignette import Vignette
from screening.show.answer_code import GROUPS_IN_A_ROW
from tests.interview.answer_code.codes import (
    CODE,
    FULL,
    PALERMO,
    SCALE,
    WHOLE,
    Record,
    decoded,
    head_of,
    rated,
    refused,
    seal,
    symbols,
    whole_set,
)
from tests.support.completions import definite_answers, half_told_answers
from tests.support.random_sets import indicator_sets
from tests.support.thorough import examples, one_in

some = examples(40)
many = examples(150)

# Five rows of groups, on paper.
SLIP = 5 * GROUPS_IN_A_ROW
NOT_SAID = ("unclear", "declined")


def every_answer(question: Question) -> list[Answer]:
    """Everything that can be recorded of a question."""
    return [*NOT_SAID, *definite_answers(question), *half_told_answers(question)]


def values(name: str) -> st.SearchStrategy[Answer]:
    """Everything that can be recorded of a circumstance."""
    kind = CIRCUMSTANCES[name]
    texts = st.from_regex(r"[a-z0-9_-]{1,64}", fullmatch=True).filter(lambda text: text not in RESTS)
    vague: st.SearchStrategy[Answer] = st.sampled_from([kind.undecided, "declined"])
    if not kind.several:
        return vague | (st.sampled_from(kind.values) if kind.values else texts)
    ticks: st.SearchStrategy[tuple[str, ...]] = (
        st.sets(st.sampled_from(kind.values), min_size=1).map(lambda ticks: in_the_order_of(kind.values, ticks))
        if kind.values
        else st.lists(texts, min_size=1, max_size=32).map(tuple)
    )
    return vague | ticks | st.builds(lambda ticks, rest: (*ticks, rest), ticks, st.sampled_from(RESTS))


def in_the_order_of(known: Sequence[str], ticks: Collection[str]) -> tuple[str, ...]:
    return tuple(value for value in known if value in ticks)


@st.composite
def records(draw: st.DrawFn, indicator_set: IndicatorSet) -> Record:
    """Any record of a set."""
    answers = {
        question.id: draw(st.sampled_from(every_answer(question)))
        for _, _, question in indicator_set.questions()
        if draw(st.booleans())
    }
    return answers | {name: draw(values(name)) for name in CIRCUMSTANCES if draw(st.booleans())}


@st.composite
def any_set_with_a_record(draw: st.DrawFn) -> tuple[IndicatorSet, Record]:
    """A random set, perhaps with scales, and any record of it."""
    indicator_set = draw(indicator_sets())
    for _, _, question in indicator_set.questions():
        if draw(st.integers(0, 3)) == 0:
            indicator_set = rated(indicator_set, question.id, SCALE[: draw(st.integers(2, len(SCALE)))])
    return indicator_set, draw(records(indicator_set))


@some
@given(any_set_with_a_record(), st.booleans())
def test_what_was_recorded_with_any_set_comes_back(case: tuple[IndicatorSet, Record], practice: bool) -> None:
    indicator_set, record = case

    code = encode(indicator_set, record, case="any" if practice else None)

    assert decoded(code, PALERMO, indicator_set, practice=practice) == record


@many
@given(records(WHOLE))
def test_every_kind_of_answer_comes_back(record: Record) -> None:
    code = encode(WHOLE, record)

    assert re.fullmatch(f"R[{SYMBOLS}]{{4}}(-[{SYMBOLS}]{{5}}){{2,}}", code)
    assert decoded(code) == record


@pytest.mark.parametrize("name", ["danger", "yes-no", "one", "several", "alone", "last"])
def test_every_answer_to_a_question_comes_back(name: str) -> None:
    question = next(question for _, _, question in WHOLE.questions() if question.id == name)
    answers = every_answer(question)
    codes = [encode(WHOLE, {name: answer}) for answer in answers]

    assert [decoded(code) for code in codes] == [{name: answer} for answer in answers]
    assert len(set(codes)) == len(codes)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, kind in CIRCUMSTANCES.items() if kind.values])
def test_every_value_of_a_circumstance_comes_back(name: str) -> None:
    kind = CIRCUMSTANCES[name]
    several = [ticks for size in range(1, len(kind.values) + 1) for ticks in combinations(kind.values, size)]
    # Each value alone, each with each other and all of them, and of the many others some.
    several = [
        *(ticks for ticks in several if len(ticks) in {1, 2, len(kind.values)}),
        *one_in(8, [ticks for ticks in several if len(ticks) not in {1, 2, len(kind.values)}]),
    ]
    listed = (
        [*several, *one_in(7, [(*ticks, rest) for ticks in several for rest in RESTS])]
        if kind.several
        else [*kind.values]
    )

    for value in [kind.undecided, "declined", *listed]:
        assert decoded(encode(WHOLE, {name: value})) == {name: value}


@pytest.mark.parametrize("rest", RESTS)
def test_how_the_rest_of_a_tick_list_stands_comes_back_apart_from_no(rest: str) -> None:
    ticked: Record = {"several": ("a",), "situation": ("fishing",), "languages": ("yue",)}
    not_all: Record = {"several": ("a", rest), "situation": ("fishing", rest), "languages": ("yue", rest)}

    assert encode(WHOLE, ticked) != encode(WHOLE, not_all)
    assert decoded(encode(WHOLE, ticked)) == ticked
    assert decoded(encode(WHOLE, not_all)) == not_all


@pytest.mark.parametrize("step", SCALE)
def test_a_step_of_a_scale_comes_back(step: str) -> None:
    assert decoded(encode(WHOLE, {"last": step})) == {"last": step}


def test_nothing_recorded_comes_back_as_nothing() -> None:
    assert decoded(encode(WHOLE, {})) == {}


def test_ticks_come_back_in_the_order_of_the_set() -> None:
    code = encode(WHOLE, {"several": ("c", "a", "unclear"), "situation": ("other", "fishing")})

    assert decoded(code) == {"several": ("a", "c", "unclear"), "situation": ("fishing", "other")}


def test_a_circumstance_that_the_set_does_not_ask_for_comes_back() -> None:
    silent = rated(whole_set(()), "last")

    assert decoded(encode(silent, FULL), silent) == FULL


def test_the_order_in_which_the_sets_are_given_does_not_matter() -> None:
    assert decode(CODE, [PALERMO, WHOLE]).indicator_set is WHOLE
    assert decode(CODE, iter([WHOLE, PALERMO])).indicator_set is WHOLE


VIGNETTES = one_in(
    12,
    [(name, each) for name in ("first-contact", "palermo", "child", "self-check") for each in find_set(name).vignettes],
    itemgetter(0),
)


@pytest.mark.parametrize(("name", "vignette"), VIGNETTES, ids=[f"{name}-{each.id}" for name, each in VIGNETTES])
def test_the_answers_of_the_vignettes_come_back_from_a_slip_of_paper(name: str, vignette: Vignette) -> None:
    indicator_set = find_set(name)
    reader = RecordReader(indicator_set)
    record = {**reader.answers(vignette.answers), **reader.circumstances(vignette.circumstances)}

    code = encode(indicator_set, record, case=vignette.id)
    read = decode(code, [indicator_set], practice=True)
    assert in_any_order(read.answers) == in_any_order(record)
    assert find_vignette(read.tag or "", indicator_set.vignettes) == vignette
    assert len(code.split("-")) <= SLIP


def in_any_order(record: dict[str, Answer]) -> dict[str, str | frozenset[str]]:
    return {name: frozenset(each) if isinstance(each, tuple) else each for name, each in record.items()}


def test_a_whole_screening_fits_on_a_slip_of_paper() -> None:
    answers = {question.id: definite_answers(question)[-1] for _, _, question in PALERMO.questions()}
    circumstances: dict[str, Answer] = {
        name: "hk" if name == "place" else "yau-tsim-mong" if name == "district" else "declined"
        for name in (wording.id for wording in PALERMO.about.circumstances)
    }

    assert len(encode(PALERMO, {**answers, **circumstances}).split("-")) <= SLIP


def test_a_screening_that_is_broken_off_has_a_short_code() -> None:
    names = [question.id for _, _, question in PALERMO.questions()]
    lengths = [len(encode(PALERMO, dict.fromkeys(names[:asked], "unclear"))) for asked in range(len(names) + 1)]

    assert lengths == sorted(lengths)
    assert lengths[0] == len("RXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
    assert lengths[-1] > 2 * lengths[2]


NOT_HELD: dict[str, list[Record]] = {
    "the set has no item 'other'": [{"other": "yes"}],
    "an answer is none of those that the set has": [
        {"yes-no": "maybe"},
        {"several": ("a", "none")},
        {"several": ("a", "other")},
        {"several": ("declined", "a")},
        {"several": ("a", "unclear", "declined")},
        {"several": ("none", "unclear")},
        {"alone": ("none", "not-known")},
        {"last": "11"},
        {"situation": ("unclear", "fishing")},
    ],
    "an answer is single where there may be several, or the other way round": [
        {"yes-no": ("yes",)},
        {"several": "a"},
        {"place": ("hk",)},
        {"languages": "yue"},
    ],
    "nothing is ticked in an answer": [
        {"several": ()},
        {"several": ("unclear",)},
        {"situation": ()},
        {"languages": ()},
        {"languages": ("declined",)},
        {"languages": ("not_asked",)},
        {"one": "not_asked"},
        {"age": "unclear"},
    ],
    "a circumstance has a text that no code can hold": [
        {"place": "Zürich"},
        {"place": ""},
        {"place": "x" * 65},
        {"languages": ("yue", "")},
        {"languages": ("unclear", "yue")},
    ],
    "a circumstance has more texts than a code can hold": [{"languages": ("yue",) * 33}],
}


@pytest.mark.parametrize(
    ("recorded", "said"), [(record, said) for said, records in NOT_HELD.items() for record in records], ids=str
)
def test_what_no_code_can_hold_is_not_written(recorded: Record, said: str) -> None:
    with pytest.raises(ValueError) as caught:
        encode(WHOLE, recorded)

    assert str(caught.value) == said


def test_as_many_texts_as_a_code_can_hold_come_back() -> None:
    record: Record = {"place": "x" * 64, "languages": ("yue",) * 32}

    assert decoded(encode(WHOLE, record)) == record


def test_where_a_set_names_some_languages_all_others_come_back_too() -> None:
    labels = {"yue": "Cantonese", "en": "English"}
    named = whole_set(circumstances=[{"id": "languages", "record": "x", "labels": labels}])

    for languages in (("en", "yue"), ("tl", "en")):
        assert decoded(encode(named, {"languages": languages}), named) == {"languages": languages}


def test_a_text_with_every_letter_that_there_is_comes_back() -> None:
    record: Record = {"place": ascii_letters + digits + "-_"}

    assert decoded(encode(WHOLE, record)) == record


# --- how the digits are written --------------------------------------------------------------------------------------


SILENT = whole_set(("place", "languages", "situation"))
HEAD = head_of(SILENT)
# The place, whether there is danger, languages, the situation.
NO_PLACE, NO_DANGER, TEXT, A = (0, 4), (0, 5), (3, 4), (1, 65)
END = (0, 65)
LAST, MORE, REST = (0, 5), (1, 5), (3, 5)


def test_a_text_is_spelled_as_the_format_says() -> None:
    typed = seal(HEAD + symbols(TEXT, A, (3, 65), END, NO_DANGER, TEXT, A, END, MORE, (38, 65), END))

    assert decoded(typed, SILENT) == {"place": "ac", "languages": ("a", "_")}


def test_a_rest_is_written_as_the_format_says() -> None:
    # Ten kinds of work: 1,023 ways to tick them, and then the digit that says a rest follows.
    typed = seal(HEAD + symbols(NO_PLACE, NO_DANGER, TEXT, A, END, REST, (3 + 1023, 4 + 1023), (1023 + 4, 3 * 1023)))

    assert decoded(typed, SILENT) == {
        "languages": ("a", "declined"),
        "situation": ("domestic-work", "fishing", "declined"),
    }


@pytest.mark.parametrize(
    "payload",
    [
        symbols((0, factorial(100)), (1, 2)),
        symbols(TEXT, *[A] * 65, END),
        symbols(TEXT, END),
        symbols(NO_PLACE, NO_DANGER, TEXT, *[A, END, MORE] * 32, A, END),
        symbols(NO_PLACE, NO_DANGER, TEXT, A, END, MORE, END),
        symbols(TEXT, *[(letter, 65) for letter in (21, 14, 3, 12, 5, 1, 18)], END),
    ],
    ids=["left over", "long text", "empty text", "many texts", "empty second text", "unclear spelled out"],
)
def test_sound_groups_that_hold_nothing_sensible_are_refused(payload: str) -> None:
    mistake = refused(seal(HEAD + payload), SILENT)

    assert mistake.groups == ()
    assert "nothing that fits the questions" in str(mistake)


@many
@given(st.text(SYMBOLS, max_size=60))
def test_any_data_in_sound_groups_is_read_or_refused(payload: str) -> None:
    with suppress(CodeMistake):
        record = decoded(seal(HEAD + payload), SILENT)
        assert decoded(encode(SILENT, record), SILENT) == record
