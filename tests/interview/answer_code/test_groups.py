"""A mistake in a group is found, and the group is named."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import SYMBOLS, encode, groups_of
from screening.sets.answers import Answer
from tests.interview.answer_code.codes import (
    CODE,
    FULL,
    GROUPS,
    WEIGHTS,
    WHOLE,
    Record,
    add_up,
    decoded,
    group,
    refused,
    seal,
    times,
)
from tests.interview.answer_code.test_digits import records
from tests.support.building import asked, indicator, small_set
from tests.support.thorough import examples

some = examples(40)
many = examples(150)

NINE = [{"id": f"o-{number}", "label": "x"} for number in range(9)]


# --- how it is typed -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "\n"),
        CODE.replace("-", " - "),
        f"\ufeff  {CODE}\r\n",
        CODE.replace("-", "\u2013"),
        CODE.replace("-", "\u200b"),
        CODE.replace("-", "\u2212"),
        CODE.replace("-", "\u30fc"),  # the key of the hyphen, on a Japanese keyboard
        CODE.replace("0", "O").replace("1", "I"),
        CODE.replace("0", "o").replace("1", "l"),
        "-".join(GROUPS[:2]) + "\n" + "".join(GROUPS[2:7]) + "\t" + " ".join(GROUPS[7:]),
        "".join(chr(ord(each) + 0xFEE0) for each in CODE),  # wide, as Chinese keyboards write them
    ],
)
def test_the_way_it_is_typed_does_not_matter(typed: str) -> None:
    assert "0" in CODE
    assert "1" in CODE
    assert decoded(typed) == FULL


# --- mistakes in groups ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_wrong_character_is_found_and_its_group_is_named() -> None:
    for index, right in enumerate(CODE):
        for wrong in set(SYMBOLS + "U*é") - {right}:
            if right != "-":
                mistake = refused(CODE[:index] + wrong + CODE[index + 1 :])
                assert mistake.groups == (index // 6 + 1,), (index, wrong)
                assert f"roup {index // 6 + 1}" in str(mistake)


@pytest.mark.slow
def test_every_two_characters_that_changed_places_are_found_and_their_groups_are_named() -> None:
    for first, second in combinations([index for index, each in enumerate(CODE) if each != "-"], 2):
        typed = list(CODE)
        typed[first], typed[second] = typed[second], typed[first]
        if CODE[first] != CODE[second]:
            assert refused("".join(typed)).groups == tuple(sorted({first // 6 + 1, second // 6 + 1}))


def test_every_two_groups_that_changed_places_are_found_and_named() -> None:
    for first, second in combinations(range(len(GROUPS)), 2):
        typed = list(GROUPS)
        typed[first], typed[second] = typed[second], typed[first]
        mistake = refused("-".join(typed))
        assert mistake.groups == (first + 1, second + 1)
        assert str(mistake).startswith(f"There are mistakes in groups {first + 1} and {second + 1}.")


def test_every_missing_group_is_found() -> None:
    for number in range(1, len(GROUPS)):
        mistake = refused("-".join(GROUPS[: number - 1] + GROUPS[number:]))
        assert mistake.groups == tuple(range(number, len(GROUPS)))
        if number < len(GROUPS) - 1:
            assert f"It looks as if a group is missing before group {number}." in str(mistake)


@pytest.mark.parametrize("kept", range(1, len(GROUPS)))
def test_a_code_that_is_cut_short_is_found(kept: int) -> None:
    mistake = refused("-".join(GROUPS[:kept]))

    assert mistake.groups == ()
    assert "cut short" in str(mistake)


def test_a_missing_line_is_told() -> None:
    assert "2 groups are missing before group 3." in str(refused("-".join(GROUPS[:2] + GROUPS[4:])))


def test_groups_that_moved_on_before_right_ones_are_not_told_as_missing() -> None:
    mistake = refused("-".join([*GROUPS[:2], *GROUPS[3:5], *GROUPS[4:]]))

    assert str(mistake).startswith("There are mistakes in groups 3 and 4.")


def test_a_group_that_was_typed_twice_is_found() -> None:
    for number in range(1, len(GROUPS)):
        mistake = refused("-".join([*GROUPS[:number], *GROUPS[number - 1 :]]))
        assert mistake.groups == tuple(range(number + 1, len(GROUPS) + 2))
        assert f"too many groups, at group {number + 1}." in str(mistake)
    assert refused(f"{CODE}-{GROUPS[-1]}").groups == (len(GROUPS) + 1,)
    assert "too many groups" in str(refused(f"{CODE} {CODE}"))


def test_groups_that_changed_places_at_a_distance_of_32_are_found_too() -> None:
    groups = encode(WHOLE, {"languages": ("abcdefghij",) * 32}).split("-")
    groups[3], groups[35] = groups[35], groups[3]

    assert "together they do not fit" in str(refused("-".join(groups)))


def wrong(right: str) -> str:
    return ("B" if right[0] == "A" else "A") + right[1:]


@pytest.mark.parametrize(
    ("typed", "groups", "said"),
    [
        (
            [*GROUPS[:2], wrong(GROUPS[2]), *GROUPS[3:]],
            (3,),
            "There is a mistake in group 3. Compare it with the paper.",
        ),
        (
            [*GROUPS[:2], wrong(GROUPS[2]), GROUPS[3], wrong(GROUPS[4]), *GROUPS[5:]],
            (3, 5),
            "There are mistakes in groups 3 and 5. Compare them with the paper.",
        ),
        (
            [*map(wrong, GROUPS[:3]), GROUPS[3], wrong(GROUPS[4]), *GROUPS[5:]],
            (1, 2, 3, 5),
            "There are mistakes in groups 1 to 3 and 5. Compare them with the paper.",
        ),
        (
            [*map(wrong, GROUPS[:4]), GROUPS[4], wrong(GROUPS[5]), *GROUPS[6:]],
            (1, 2, 3, 4, 6),
            "There are mistakes in groups 1 to 4 and 6. Compare them with the paper.",
        ),
        (
            [*GROUPS[:2], GROUPS[2][:4], *GROUPS[3:]],
            (3,),
            "Group 3 has 4 characters instead of 5. Compare it with the paper.",
        ),
        (
            [GROUPS[0] + "7", *GROUPS[1:5], "7", *GROUPS[5:]],
            (1, 6),
            "Group 1 has 6 characters instead of 5. Group 6 has 1 character instead of 5. Compare them with the paper.",
        ),
        (
            [*GROUPS[:2], GROUPS[2][:4] + "u", wrong(GROUPS[3]), *GROUPS[4:]],
            (3, 4),
            "Group 3 has 'U', which codes never use. There is a mistake in group 4. Compare them with the paper.",
        ),
        (
            [GROUPS[0], GROUPS[1] + "77", *GROUPS[2:]],
            (2,),
            "Group 2 has 7 characters instead of 5. Compare it with the paper.",
        ),
        (
            [*GROUPS[:2], GROUPS[2][:3] + "u?", *GROUPS[3:]],
            (3,),
            "Group 3 has '?', 'U', which codes never use. Compare it with the paper.",
        ),
        (
            [*GROUPS[:2], GROUPS[2][:3] + "?", *GROUPS[3:]],
            (3,),
            "Group 3 has '?', which codes never use. Group 3 has 4 characters instead of 5. Compare it with the paper.",
        ),
    ],
    ids=["one", "two", "run", "longer run", "short", "lengths", "long", "two characters", "characters", "both"],
)
def test_every_group_with_a_mistake_is_named_at_once(typed: list[str], groups: tuple[int, ...], said: str) -> None:
    mistake = refused("-".join(typed))

    assert (mistake.groups, str(mistake)) == (groups, said)


@pytest.mark.parametrize(("wrong_groups", "more"), [(20, ""), (21, " And so on.")], ids=["all", "and more"])
def test_what_is_wrong_is_said_of_no_more_than_twenty_groups(wrong_groups: int, more: str) -> None:
    mistake = refused("7777 " * wrong_groups)

    sentences = [f"Group {number} has 4 characters instead of 5." for number in range(1, 21)]
    assert str(mistake) == f"{' '.join(sentences)}{more} Compare them with the paper."
    assert mistake.groups == tuple(range(1, wrong_groups + 1))


@pytest.mark.parametrize(
    ("apart", "said"),
    [
        (20, ", 37 and 39"),
        (21, ", 37, 39 and others"),
    ],
    ids=["all", "and more"],
)
def test_no_more_than_twenty_numbers_of_groups_are_named(apart: int, said: str) -> None:
    """Every other group is wrong, and the last one sound."""
    typed = [group("0000", at) if at % 2 else wrong(group("A000", at)) for at in range(2 * apart)]

    assert f"{said}. Compare them with the paper." in str(refused("-".join(typed)))


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (1, "It looks as if a group is missing before group 3."),
        (15, "It looks as if 15 groups are missing before group 3."),
        (16, "It looks as if there are too many groups, at group 3."),
        (31, "It looks as if there are too many groups, at group 3."),
    ],
)
def test_as_many_groups_are_missing_as_the_next_ones_are_ahead_and_half_a_round_is_behind(
    missing: int, said: str
) -> None:
    typed = [group("0000", at) for at in (0, 1, 2 + missing, 3 + missing)]

    assert str(refused("-".join(typed))) == f"{said} Compare them with the paper."


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (["0000", "A000"], "It looks as if there are too many groups, at group 21."),
        (["A000", "0000"], "It looks as if 12 groups are missing before group 21."),
    ],
    ids=["the first one", "a later one"],
)
def test_a_code_is_typed_twice_where_the_first_group_out_of_place_was_typed_before(
    second: list[str], said: str
) -> None:
    typed = [group("0000", at) for at in range(20)] + [group(data, at) for at, data in enumerate(second)]

    assert str(refused("-".join(typed))) == f"{said} Compare them with the paper."


def test_of_groups_run_together_after_others_the_first_that_does_not_fit_is_named() -> None:
    run_together = "".join(GROUPS[3:])

    assert str(refused("-".join([*GROUPS[:3], run_together[:7] + run_together[8:]]))) == (
        "A character is missing or extra in group 5, or just before it. Compare it with the paper."
    )


def test_without_separators_the_first_group_that_does_not_fit_is_named() -> None:
    plain = "".join(GROUPS)

    for index in range(len(plain)):
        for typed in (plain[:index] + plain[index + 1 :], plain[:index] + "7" + plain[index:]):
            (number,) = refused(typed).groups
            # By chance a group may fit although it has moved on.
            assert index // 5 + 1 <= number <= index // 5 + 4
    assert str(refused(plain[:7] + plain[8:])).startswith("A character is missing or extra in group 2")


@pytest.mark.parametrize("typed", ["", "  ", "\n", "- -", "\u2014"])
def test_an_empty_code_is_told(typed: str) -> None:
    assert str(refused(typed)) == "There is no code. Type the groups that are on the paper."


def test_a_text_that_is_no_code_is_told_in_few_words() -> None:
    assert len(str(refused("The quick brown fox! " * 1000))) < 2000
    assert len(str(refused("7A7A7 00000 " * 1000))) < 500


def test_a_text_that_is_too_long_for_a_code_is_refused_whatever_it_holds() -> None:
    mistake = refused(CODE + " " * 50_000)

    assert str(mistake) == "This is too long for a code. Type only the groups that are on the paper."
    assert mistake.groups == ()
    assert groups_of("A" * 50_001) == []


def test_a_text_as_long_as_a_code_may_be_is_read() -> None:
    typed = CODE.lower() + " " * (50_000 - len(CODE))

    assert decoded(typed) == FULL
    assert groups_of(typed) == GROUPS


@pytest.mark.slow
def test_the_code_of_ten_thousand_answers_is_not_too_long() -> None:
    large = small_set(
        [asked(f"q-{number}", choose="several", options=NINE) for number in range(1_000)],
        [indicator("i", "coercion")],
    )
    answers: dict[str, Answer] = {f"q-{number}": tuple(each["id"] for each in NINE) for number in range(1_000)}

    assert len(encode(large, answers)) * 10 < 50_000
    assert decoded(encode(large, answers), large) == answers


@many
@given(st.text(st.characters(), max_size=30) | st.text("\ufdfa\xdf\u0390\xbd\u0323\u0301A ", max_size=30))
def test_what_is_typed_never_becomes_longer_than_it_was_typed(typed: str) -> None:
    assert len("".join(groups_of(typed))) <= len(typed)


@many
@given(st.lists(st.text(max_size=30), min_size=2, max_size=2))
def test_each_character_is_read_by_itself(typed: list[str]) -> None:
    assert "".join(groups_of("".join(typed))) == "".join(group for part in typed for group in groups_of(part))


# --- how they are checked --------------------------------------------------------------------------------------------


def test_the_symbols_are_a_field_and_the_weights_differ() -> None:
    nonzero = range(1, 32)

    assert all(sorted(times(one, other) for other in nonzero) == [*nonzero] for one in nonzero)
    assert len(set(WEIGHTS)) == 5
    assert 0 not in WEIGHTS
    assert {weight ^ other for weight, other in combinations(WEIGHTS, 2)} <= set(nonzero)
    assert len(SYMBOLS) == len(set(SYMBOLS)) == 32
    assert not set(SYMBOLS) & set("ILOU")


@some
@given(records(WHOLE))
def test_a_group_adds_up_to_its_position(record: Record) -> None:
    groups = encode(WHOLE, record).split("-")

    assert [add_up(group) for group in groups] == [position % 32 for position in range(len(groups))]
    assert seal("".join(group[:4] for group in groups[:-1])) == "-".join(groups)
