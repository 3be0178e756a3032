"""A practice code says which invented case it is of, and is never taken for the code of a real screening."""

from hashlib import sha256
from itertools import combinations, count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.interview.answer_code import CodeMistake, decode, encode, find_vignette, tag_of
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.vignette import Vignette
from tests.interview.answer_code.codes import FULL, PALERMO, WHOLE, Record, decoded, head_of, refused
from tests.interview.answer_code.test_digits import records
from tests.support.languages import not_in_template
from tests.support.thorough import examples

some = examples(40)

CASE = "quiet-kitchen"
CODE = encode(WHOLE, FULL, case=CASE)
KITCHEN = next(each for each in PALERMO.vignettes if each.id == CASE)


def vignette(name: str) -> Vignette:
    return replace(KITCHEN, id=name)


def not_found(tag: str, *vignettes: Vignette) -> str:
    with pytest.raises(CodeMistake) as caught:
        find_vignette(tag, vignettes)
    assert [*not_in_template(caught.value.message)] == []
    assert str(caught.value).isprintable()
    return ENGLISH.render(caught.value.message)


def test_the_format_of_a_practice_code_does_not_change_unnoticed() -> None:
    assert (
        CODE
        == "P3G7Y-T4GV1-6YSAS-6E91G-F1EW7-XYDR9-K75S0-15ST0-9CA46-VH2MW-RZ1QZ-N6YZ5-XK89M-HSTTG-853RE-SPSDP-HF30P-QNE15"
    )


def test_the_tag_stands_behind_the_head_and_a_real_code_keeps_every_symbol() -> None:
    data = "".join(group[:4] for group in CODE.split("-"))
    real = "".join(group[:4] for group in encode(WHOLE, FULL).split("-"))

    assert data[:12] == "P" + head_of(WHOLE)[1:12]
    assert data[12:15] == tag_of(CASE)
    assert data[15:40] == real[12:37]
    assert decode(encode(WHOLE, FULL), [WHOLE]).tag is None


@pytest.mark.parametrize("name", ["first-contact", "palermo", "child", "self-check"])
def test_every_vignette_of_a_set_is_found_by_its_tag(name: str) -> None:
    vignettes = find_set(name).vignettes

    assert [find_vignette(tag_of(each.id), vignettes) for each in vignettes] == [*vignettes]


def test_a_case_that_is_not_used_here_is_told() -> None:
    assert not_found(tag_of(CASE), vignette("own-phone")) == (
        "This code was made with a case that is not among those used here. Name the case that was used."
    )
    assert "not among those used here" in not_found(tag_of(CASE))


def test_two_cases_of_one_tag_are_named_and_the_same_one_twice_is_one() -> None:
    def bits(name: str) -> int:
        return int(sha256(name.encode()).hexdigest(), 16) >> 241

    namesake = next(name for name in map("a{}".format, count()) if bits(name) == bits(CASE))

    assert not_found(tag_of(CASE), KITCHEN, vignette(namesake)) == (
        "This code may be of any of these cases, because their names look alike in a code: "
        f"{namesake}, quiet-kitchen. Name only the one that was used."
    )
    assert find_vignette(tag_of(CASE), [KITCHEN, KITCHEN]) is KITCHEN


@some
@given(records(WHOLE), st.from_regex(r"[a-z][a-z0-9-]{0,30}", fullmatch=True))
def test_any_record_comes_back_with_its_case(record: Record, case: str) -> None:
    read = decode(encode(WHOLE, record, case=case), [PALERMO, WHOLE], practice=True)

    assert read.answers == record
    assert read.indicator_set is WHOLE
    assert find_vignette(read.tag or "", [vignette(case)]).id == case


@some
@given(records(WHOLE))
def test_neither_kind_is_ever_read_as_the_other(record: Record) -> None:
    assert "practice code, of an invented case" in str(refused(encode(WHOLE, record, case=CASE)))
    assert "code of a real screening" in str(refused(encode(WHOLE, record), practice=True))


def test_a_head_with_the_other_kind_typed_over_it_is_a_mistake_in_group_1() -> None:
    assert refused("R" + CODE[1:]).groups == (1,)
    assert refused("P" + encode(WHOLE, FULL)[1:], practice=True).groups == (1,)


@pytest.mark.slow
def test_one_wrong_character_and_two_that_changed_places_are_found_in_a_practice_code() -> None:
    at = [index for index, each in enumerate(CODE) if each != "-"]
    for index in at:
        typed = CODE[:index] + ("B" if CODE[index] == "A" else "A") + CODE[index + 1 :]
        assert refused(typed, practice=True).groups == (index // 6 + 1,)
    for first, second in combinations(at, 2):
        if CODE[first] != CODE[second]:
            swapped = [*CODE]
            swapped[first], swapped[second] = swapped[second], swapped[first]
            mistake = refused("".join(swapped), practice=True)
            assert mistake.groups == tuple(sorted({first // 6 + 1, second // 6 + 1}))


def test_a_practice_code_that_is_cut_short_is_not_read() -> None:
    groups = CODE.split("-")

    for kept in range(1, len(groups)):
        assert "cut short" in str(refused("-".join(groups[:kept]), practice=True))
    assert decoded(CODE, practice=True) == FULL
