"""A code on paper comes back as what was recorded, or not at all; and it says what it was made with."""

from hashlib import sha256
from itertools import count
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.interview.answer_code import SYMBOLS, CodeMistake, MeaningChanged, ProgramChanged, decode, encode
from screening.reading.sets import find_set
from screening.sets.circumstances import CIRCUMSTANCES, CircumstanceKind
from screening.sets.model import IndicatorSet
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
    whole_set,
)
from tests.support.building import asked, indicator, small_set
from tests.support.thorough import examples

many = examples(150)


# --- the wrong code --------------------------------------------------------------------------------------------------


def test_practice_and_real_codes_are_never_mixed() -> None:
    practice = encode(WHOLE, FULL, case="any")

    assert practice[0] == "P"
    assert decoded(practice, practice=True) == FULL
    assert "practice code, of an invented case" in str(refused(practice))
    assert "code of a real screening" in str(refused(CODE, practice=True))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(rated(whole_set(tuple(sorted(CIRCUMSTANCES))), "last"), id="circumstances in another order"),
        pytest.param(rated(whole_set(()), "last"), id="no circumstances"),
        pytest.param(whole_set(), id="no scale"),
        pytest.param(rated(whole_set(), "last", SCALE[1:]), id="another scale"),
        pytest.param(rated(whole_set(), "last", SCALE[::-1]), id="the scale the other way round"),
    ],
)
def test_a_code_of_the_same_set_with_another_layout_is_told(other: IndicatorSet) -> None:
    mistake = refused(CODE, other, PALERMO)

    assert "The set small has changed since this code was made, though it is version 1 as it was then." in str(mistake)
    assert "It has other questions or answers now, or another order, so that the code cannot be read." in str(mistake)
    assert not isinstance(mistake, MeaningChanged)


def test_where_several_sets_go_by_the_same_two_symbols_all_are_named() -> None:
    def symbols_of(name: str) -> int:
        return int(sha256(name.encode()).hexdigest(), 16) >> 246

    namesake = next(name for name in map("a{}".format, count()) if symbols_of(name) == symbols_of("small"))

    assert f"The set {namesake} or small has changed since this code was made" in str(
        refused(CODE, whole_set(()), whole_set((), id=namesake))
    )


OTHER_MEANING = rated(whole_set(levels={"some_concern": "means"}), "last")


def test_a_code_of_the_same_layout_with_another_meaning_is_told_and_refused() -> None:
    mistake = refused(CODE, OTHER_MEANING, PALERMO)

    assert isinstance(mistake, MeaningChanged)
    assert "The set small has changed since this code was made" in str(mistake)
    assert "The same answers mean something else now." in str(mistake)
    assert vars(mistake) == {"groups": (), "message": mistake.message}


def test_who_asks_for_it_is_given_what_may_mean_something_else_and_told_so() -> None:
    other = decode(CODE, [PALERMO, OTHER_MEANING], other_meaning=True)
    among = decode(CODE, [whole_set(()), OTHER_MEANING], other_meaning=True)
    same = decode(CODE, [OTHER_MEANING, WHOLE], other_meaning=True)

    assert (other.indicator_set, other.same_meaning) == (OTHER_MEANING, False)
    assert other.answers == FULL
    assert among == other
    assert (same.indicator_set, same.same_meaning) == (WHOLE, True)


def test_another_layout_is_never_given_to_anybody() -> None:
    with pytest.raises(CodeMistake, match="other questions or answers now"):
        decode(CODE, [whole_set(())], other_meaning=True)


@pytest.mark.parametrize(
    "other",
    [
        CircumstanceKind(("man", "woman", "other")),
        CircumstanceKind(("woman", "man", "other", "not-said")),
        CircumstanceKind(("woman", "man", "other"), several=True),
        CircumstanceKind(("woman", "man", "other"), undecided="other"),
    ],
    ids=["order", "one more", "several", "undecided"],
)
def test_where_the_closed_lists_are_others_it_is_the_program_and_not_the_set(
    other: CircumstanceKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(cast("dict[str, CircumstanceKind]", CIRCUMSTANCES), "gender", other)

    mistake = refused(CODE)

    assert isinstance(mistake, ProgramChanged)
    assert "another version of the program, in which something else can be recorded" in str(mistake)
    assert "set" not in str(mistake).split()
    assert decoded(encode(WHOLE, {"one": "b"})) == {"one": "b"}


VERSIONS = [
    "0",
    "2",
    "30",
    "31",
    "007",
    "1.2.10",
    "2026-11-28",
    "Entwurf \u00fc",
    "\u8349\u6848\u4e8c",
    "\u0663",
    "x" * 20,
]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_version_of_a_set_is_named_where_nothing_else_of_a_code_can_be_read(version: str) -> None:
    code = encode(rated(whole_set(version=version), "last"), FULL)
    told = f"The set small has changed since this code was made: it was version {version}, and is version 1 now."

    assert decode(code, [WHOLE]).version == version
    assert told in str(refused(code, whole_set()))
    assert told in str(refused(code, OTHER_MEANING))


def test_where_several_versions_are_here_all_are_named() -> None:
    code = encode(rated(whole_set(version="5"), "last"), FULL)

    assert "it was version 5, and is version 1 or 2 or 7 now." in str(
        refused(code, whole_set(version="7"), whole_set(), whole_set(version="2"))
    )


@pytest.mark.parametrize(("version", "shown"), [("1\n2", r"'1\n2'"), ("1\u200b2", r"'1\u200b2'")])
def test_what_nobody_sees_in_a_version_is_written_out(version: str, shown: str) -> None:
    code = encode(rated(whole_set(version=version), "last"), FULL)

    assert f"it was version {shown}, and is version 1 now." in str(refused(code, whole_set()))
    assert f"it was version 1, and is version {shown} now." in str(refused(CODE, whole_set(version=version)))


def test_the_longest_version_comes_back() -> None:
    longest = "\U00020000" * 20
    code = encode(replace(WHOLE, about=replace(WHOLE.about, version=longest)), FULL)

    assert decode(code, [WHOLE]).version == longest


def test_a_small_number_for_a_version_costs_one_symbol() -> None:
    codes = {version: encode(rated(whole_set(version=version), "last"), FULL) for version in ("0", "1", "30", "31")}

    assert len({len(code) for version, code in codes.items() if version != "31"}) == 1
    assert len(set(codes.values())) == len(codes)


@many
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=20))
def test_any_version_comes_back(version: str) -> None:
    code = encode(replace(WHOLE, about=replace(WHOLE.about, version=version)), FULL)

    assert decode(code, [WHOLE]).version == version


def test_the_version_that_made_a_code_is_found_among_others() -> None:
    newer = OTHER_MEANING

    assert decode(CODE, [newer, WHOLE]).indicator_set is WHOLE
    assert decode(encode(newer, FULL), [WHOLE, newer]).indicator_set is newer


def test_a_code_of_a_set_that_is_not_here_is_told() -> None:
    assert "a set that is not here. Available here: first-contact, palermo." in str(
        refused(CODE, PALERMO, find_set("first-contact"))
    )
    with pytest.raises(CodeMistake) as caught:
        decode(CODE, [])
    assert str(caught.value) == (
        "This code was made with a set that is not here. Available here: none. Use the set that made it."
    )


def test_other_words_keep_a_code_valid() -> None:
    reworded = rated(whole_set(title="Another title", version="2", about="Other words"), "last")

    assert decoded(CODE, reworded) == FULL


def test_a_code_made_with_all_in_a_gate_is_refused_where_it_says_any() -> None:
    def gated(junction: str) -> IndicatorSet:
        parts = [{"question": "one", "is": ["yes"]}, {"question": "two", "is": ["yes"]}]
        last = asked("last", when={junction: parts})
        return small_set([asked("one"), asked("two"), last], [indicator("i", "coercion")])

    code = encode(gated("all"), {"one": "yes", "two": "no"})

    assert decoded(code, gated("all")) == {"one": "yes", "two": "no"}
    assert isinstance(refused(code, gated("any")), MeaningChanged)


# --- the format ------------------------------------------------------------------------------------------------------


def test_the_format_does_not_change_unnoticed() -> None:
    """Codes stand on paper: a change here means that they cannot be typed in any more."""
    assert CODE == (
        "R3G75-T4GV1-6YSAS-1F1EW-WXYD9-RK756-S15S4-T9CAR-4VH2E-MRZ11-QN6Y0-ZXK88-9HSTE-T8539-RSPS4-DHF32-92V79"
    )


HEAD = head_of(WHOLE)


def test_the_head_says_what_the_format_says() -> None:
    """The kind, the format, the set, the closed lists, the layout, the meaning: R 3 ss c lll mmmm."""
    other_set = head_of(rated(whole_set(id="other"), "last"))
    other_layout = head_of(whole_set())
    other_meaning = head_of(OTHER_MEANING)

    assert HEAD[:2] == "R3"
    assert differing(HEAD, other_set) <= {2, 3, *range(8, 12)}
    assert other_set[2:4] != HEAD[2:4]
    assert differing(HEAD, other_layout) <= set(range(5, 12))
    assert other_layout[5:8] != HEAD[5:8]
    assert other_layout[8:] != HEAD[8:]
    assert differing(HEAD, other_meaning) <= set(range(8, 12))
    assert other_meaning != HEAD


def differing(one: str, other: str) -> set[int]:
    return {index for index, (here, there) in enumerate(zip(one, other, strict=True)) if here != there}


@pytest.mark.parametrize("body", ["", HEAD[:4], HEAD[:8]])
def test_a_code_that_ends_before_the_answers_begin_is_refused(body: str) -> None:
    assert "cut short" in str(refused(seal(body)))


def test_a_code_of_an_unknown_kind_is_refused() -> None:
    assert "kind of code is not known" in str(refused(seal("Q" + HEAD[1:])))
    assert "kind of code is not known" in str(refused(seal("Q" + HEAD[1:]), practice=True))


def test_a_code_that_holds_nothing_but_its_head_is_read() -> None:
    """Version 0 and nothing recorded is the number 0, which has no symbols."""
    first = whole_set(version="0")
    code = encode(first, {})

    assert len(code) == len("RXXXX-XXXXX-XXXXX-XXXXX")
    assert decode(code, [first]).answers == {}
    assert decode(code, [first]).version == "0"


@pytest.mark.parametrize("rest", [HEAD[2:], "", "Z" * 70], ids=["like this one", "short", "long"])
def test_a_later_format_is_told_by_its_number_whatever_follows(rest: str) -> None:
    mistake = refused(seal("R4" + rest))

    assert isinstance(mistake, ProgramChanged)
    assert "another version of the program, which writes codes in another way (format 4; here it is 3)" in str(mistake)
    assert "practice code" in str(refused(seal("P4" + rest)))


# --- anything at all -------------------------------------------------------------------------------------------------


def decoded_or_mistake(typed: str, *sets: IndicatorSet) -> Record | CodeMistake:
    try:
        return decoded(typed, *sets)
    except CodeMistake as mistake:
        return mistake


@many
@given(st.text() | st.text(SYMBOLS + SYMBOLS.lower() + "OILU- \n", max_size=100) | st.text(st.characters()))
def test_any_text_is_refused_with_a_mistake_and_nothing_else(typed: str) -> None:
    assert all(number >= 1 for number in refused(typed).groups)


EDITS = st.lists(
    st.tuples(
        st.integers(0, len(CODE) - 1), st.sampled_from([*SYMBOLS, "", "-", " ", "U", "\x00", "\ud800", "ß", "½"])
    ),
    min_size=1,
    max_size=6,
)


@many
@given(EDITS, st.integers(0, len(CODE)), st.integers(0, len(CODE)), st.booleans())
def test_a_code_with_mistakes_is_never_read_as_something_else(
    edits: list[tuple[int, str]], start: int, end: int, cut: bool
) -> None:
    typed = list(CODE)
    for index, character in edits:
        typed[index] = character
    text = "".join(typed)
    if cut:
        text = text[: min(start, end)] + text[max(start, end) :]

    read = decoded_or_mistake(text, WHOLE, PALERMO)

    assert isinstance(read, CodeMistake) or read == FULL
