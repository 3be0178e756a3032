"""A code on paper comes back as what was recorded, or not at all."""

import re
from collections.abc import Mapping
from hashlib import sha256
from itertools import combinations
from math import factorial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import SYMBOLS, CodeMistake, decode, encode, groups_of
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.model import CIRCUMSTANCES, Answer, IndicatorSet
from screening.show.answer_code import GROUPS_IN_A_ROW
from tests.support.building import asked, indicator, small_set
from tests.support.completions import definite_answers
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples

some = examples(40)
many = examples(150)

Record = dict[str, Answer]
OPTIONS = [{"id": name, "label": name} for name in ("a", "b", "c")]
NINE = [{"id": f"o-{number}", "label": "x"} for number in range(9)]
ALONE = [{"id": name, "label": name, "alone": True} for name in ("none", "not-known")]


def whole_set(worded: tuple[str, ...] = tuple(CIRCUMSTANCES), **more: Any) -> IndicatorSet:
    """A set with every kind of question, and circumstances."""
    return small_set(
        [
            asked("yes-no", shows=["i"]),
            asked("one", choose="one", options=OPTIONS),
            asked("several", choose="several", options=[*OPTIONS, *ALONE]),
            asked("doubt"),
            asked("last"),
        ],
        [indicator("i", "coercion")],
        **{"circumstances": [{"id": name, "record": "x"} for name in worded], **more},
    )


WHOLE = whole_set()
FULL: Record = {
    "yes-no": "yes",
    "one": "b",
    "several": ("a", "c"),
    "doubt": "declined",
    "last": "unclear",
    "place": "hk",
    "age": "unsure",
    "gender": "woman",
    "situation": ("fishing", "other"),
    "languages": ("yue", "zh-hant"),
    "district": "yau-tsim-mong",
    "wants": "leave",
    "police": "no",
}
CODE = encode(WHOLE, FULL)
GROUPS = CODE.split("-")
PALERMO = find_set("palermo")
# Five rows of groups, on paper.
SLIP = 5 * GROUPS_IN_A_ROW


def decoded(text: str, *sets: IndicatorSet, practice: bool = False) -> Record:
    return decode(text, sets or (WHOLE,), practice=practice).answers


def refused(text: str, *sets: IndicatorSet, practice: bool = False) -> CodeMistake:
    """The mistake in a code, which is told in one line."""
    with pytest.raises(CodeMistake) as caught:
        decode(text, sets or (WHOLE,), practice=practice)
    assert str(caught.value).isprintable()
    assert str(caught.value).endswith(".")
    return caught.value


# --- there and back --------------------------------------------------------------------------------------------------


def values(name: str) -> st.SearchStrategy[Answer]:
    kind = CIRCUMSTANCES[name]
    texts = st.from_regex(r"[a-z0-9_-]{1,64}", fullmatch=True)
    several: st.SearchStrategy[Answer] = st.just(kind.undecided) | st.just("declined")
    if not kind.values:
        return several | (st.lists(texts, min_size=1, max_size=32).map(tuple) if kind.several else texts)
    if not kind.several:
        return several | st.sampled_from(kind.values)
    return several | st.sets(st.sampled_from(kind.values), min_size=1).map(
        lambda ticks: tuple(value for value in kind.values if value in ticks)
    )


@st.composite
def records(draw: st.DrawFn, indicator_set: IndicatorSet) -> Record:
    answers = {
        question.id: draw(st.sampled_from(["unclear", "declined", *definite_answers(question)]))
        for _, _, question in indicator_set.questions()
        if draw(st.booleans())
    }
    return answers | {name: draw(values(name)) for name in CIRCUMSTANCES if draw(st.booleans())}


@some
@given(sets_with_records(), st.booleans())
def test_what_was_recorded_with_any_set_comes_back(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]], practice: bool
) -> None:
    indicator_set, answers, circumstances = case

    code = encode(indicator_set, {**answers, **circumstances}, practice=practice)

    assert decoded(code, PALERMO, indicator_set, practice=practice) == {**answers, **circumstances}


@many
@given(records(WHOLE))
def test_every_kind_of_answer_comes_back(record: Record) -> None:
    code = encode(WHOLE, record)

    assert re.fullmatch(f"R[{SYMBOLS}]{{4}}(-[{SYMBOLS}]{{5}}){{2,}}", code)
    assert decoded(code) == record


@pytest.mark.parametrize("name", ["yes-no", "one", "several"])
def test_every_answer_to_a_question_comes_back(name: str) -> None:
    question = next(question for _, _, question in WHOLE.questions() if question.id == name)
    answers: list[Answer] = ["unclear", "declined", *definite_answers(question)]
    codes = [encode(WHOLE, {name: answer}) for answer in answers]

    assert [decoded(code) for code in codes] == [{name: answer} for answer in answers]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("name", [name for name, kind in CIRCUMSTANCES.items() if kind.values])
def test_every_value_of_a_circumstance_comes_back(name: str) -> None:
    kind = CIRCUMSTANCES[name]
    several = [ticks for size in range(1, len(kind.values) + 1) for ticks in combinations(kind.values, size)]
    listed: list[Answer] = [*several] if kind.several else [*kind.values]

    for value in [kind.undecided, "declined", *listed]:
        assert decoded(encode(WHOLE, {name: value})) == {name: value}


def test_nothing_recorded_comes_back_as_nothing() -> None:
    assert decoded(encode(WHOLE, {})) == {}


def test_ticks_come_back_in_the_order_of_the_set() -> None:
    code = encode(WHOLE, {"several": ("c", "a"), "situation": ("other", "fishing")})

    assert decoded(code) == {"several": ("a", "c"), "situation": ("fishing", "other")}


def test_a_circumstance_that_the_set_does_not_ask_for_comes_back() -> None:
    silent = whole_set(())

    assert decoded(encode(silent, FULL), silent) == FULL


def test_the_order_in_which_the_sets_are_given_does_not_matter() -> None:
    assert decode(CODE, [PALERMO, WHOLE]).indicator_set is WHOLE
    assert decode(CODE, iter([WHOLE, PALERMO])).indicator_set is WHOLE


@pytest.mark.parametrize("vignette", PALERMO.vignettes, ids=lambda each: each.id)
def test_the_answers_of_the_vignettes_come_back(vignette: Any) -> None:
    record = RecordReader(PALERMO).record(vignette.answers, vignette.circumstances).answers

    code = encode(PALERMO, record, practice=True)

    assert in_any_order(decoded(code, PALERMO, practice=True)) == in_any_order(record)
    assert len(code.split("-")) <= SLIP


def in_any_order(record: Mapping[str, Answer]) -> dict[str, str | frozenset[str]]:
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
    assert lengths[0] == len("RXXXX-XXXXX-XXXXX")
    assert lengths[-1] > 2 * lengths[3]


@pytest.mark.parametrize(
    "answers",
    [
        {"other": "yes"},
        {"yes-no": "maybe"},
        {"yes-no": ("yes",)},
        {"several": "a"},
        {"several": ()},
        {"several": ("a", "none")},
        {"several": ("a", "other")},
        {"age": "unclear"},
        {"situation": ()},
        {"place": "Zürich"},
        {"place": ""},
        {"place": "x" * 65},
        {"place": ("hk",)},
        {"languages": "yue"},
        {"languages": ()},
        {"languages": ("yue", "")},
        {"languages": ("yue",) * 33},
    ],
    ids=str,
)
def test_what_no_code_can_hold_is_not_written(answers: Record) -> None:
    with pytest.raises(ValueError):
        encode(WHOLE, answers)


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


def test_every_wrong_character_is_found_and_its_group_is_named() -> None:
    for index, right in enumerate(CODE):
        for wrong in set(SYMBOLS + "U*é") - {right}:
            if right != "-":
                mistake = refused(CODE[:index] + wrong + CODE[index + 1 :])
                assert mistake.groups == (index // 6 + 1,), (index, wrong)
                assert f"roup {index // 6 + 1}" in str(mistake)


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
        assert f"groups too many, at group {number + 1}." in str(mistake)
    assert refused(f"{CODE}-{GROUPS[-1]}").groups == (len(GROUPS) + 1,)
    assert "groups too many" in str(refused(f"{CODE} {CODE}"))


def test_groups_that_changed_places_at_a_distance_of_32_are_found_too() -> None:
    groups = encode(WHOLE, {"languages": ("abcdefghij",) * 32}).split("-")
    groups[3], groups[35] = groups[35], groups[3]

    assert "together they do not fit" in str(refused("-".join(groups)))


def wrong(group: str) -> str:
    return ("B" if group[0] == "A" else "A") + group[1:]


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
            "Group 3 has 'U', which no code has. There is a mistake in group 4. Compare them with the paper.",
        ),
        (
            [*GROUPS[:2], GROUPS[2][:3] + "?", *GROUPS[3:]],
            (3,),
            "Group 3 has '?', which no code has. Group 3 has 4 characters instead of 5. Compare it with the paper.",
        ),
    ],
    ids=["one", "two", "run", "short", "lengths", "characters", "both"],
)
def test_every_group_with_a_mistake_is_named_at_once(typed: list[str], groups: tuple[int, ...], said: str) -> None:
    mistake = refused("-".join(typed))

    assert (mistake.groups, str(mistake)) == (groups, said)


def test_without_separators_the_first_group_that_does_not_fit_is_named() -> None:
    plain = "".join(GROUPS)

    for index in range(len(plain)):
        for typed in (plain[:index] + plain[index + 1 :], plain[:index] + "7" + plain[index:]):
            (number,) = refused(typed).groups
            # By chance a group may fit although it has moved on.
            assert index // 5 + 1 <= number <= index // 5 + 4
    assert str(refused(plain[:7] + plain[8:])).startswith("In group 2 or just before it a character is missing")


@pytest.mark.parametrize("typed", ["", "  ", "\n", "- -", "\u2014"])
def test_an_empty_code_is_told(typed: str) -> None:
    assert str(refused(typed)) == "There is no code. Type the groups that stand on the paper."


def test_a_text_that_is_no_code_is_told_in_few_words() -> None:
    assert len(str(refused("The quick brown fox! " * 1000))) < 2000
    assert len(str(refused("7A7A7 00000 " * 1000))) < 500


def test_a_text_that_is_too_long_for_a_code_is_refused_whatever_it_holds() -> None:
    mistake = refused(CODE + " " * 50_000)

    assert str(mistake) == "This is too long for a code. Type only the groups that stand on the paper."
    assert mistake.groups == ()
    assert groups_of("A" * 50_001) == []


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


# --- the wrong code --------------------------------------------------------------------------------------------------


def test_practice_and_real_codes_are_never_mixed() -> None:
    practice = encode(WHOLE, FULL, practice=True)

    assert practice[0] == "P"
    assert decoded(practice, practice=True) == FULL
    assert "practice code from a workshop" in str(refused(practice))
    assert "code of a real screening" in str(refused(CODE, practice=True))


@pytest.mark.parametrize(
    "other",
    [
        whole_set(tuple(sorted(CIRCUMSTANCES))),
        whole_set(()),
        whole_set(levels={"some_concern": "means"}),
    ],
)
def test_a_code_of_another_version_of_the_set_is_told(other: IndicatorSet) -> None:
    assert "another version of the set small." in str(refused(CODE, other, PALERMO))


def test_another_list_of_values_of_a_circumstance_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = type(CIRCUMSTANCES["gender"])(("man", "woman", "other"))
    monkeypatch.setattr("screening.interview.answer_code.CIRCUMSTANCES", {**CIRCUMSTANCES, "gender": kind})

    assert "another version" in str(refused(CODE))


def test_the_version_that_made_a_code_is_found_among_others() -> None:
    newer = whole_set(levels={"some_concern": "means"})

    assert decode(CODE, [newer, WHOLE]).indicator_set is WHOLE
    assert decode(encode(newer, FULL), [WHOLE, newer]).indicator_set is newer


def test_a_code_of_a_set_that_is_not_here_is_told() -> None:
    assert "a set that is not here. Here are: first-contact, palermo." in str(
        refused(CODE, PALERMO, find_set("first-contact"))
    )
    with pytest.raises(CodeMistake, match="Here are: none"):
        decode(CODE, [])


def test_other_words_keep_a_code_valid() -> None:
    reworded = whole_set(title="Another title", version="2", about="Other words")

    assert decoded(CODE, reworded) == FULL


def test_a_code_made_with_all_in_a_gate_is_refused_where_it_says_any() -> None:
    def gated(junction: str) -> IndicatorSet:
        parts = [{"question": "one", "is": ["yes"]}, {"question": "two", "is": ["yes"]}]
        last = asked("last", when={junction: parts})
        return small_set([asked("one"), asked("two"), last], [indicator("i", "coercion")])

    code = encode(gated("all"), {"one": "yes", "two": "no"})

    assert decoded(code, gated("all")) == {"one": "yes", "two": "no"}
    assert "another version of the set small" in str(refused(code, gated("any")))


# --- the format ------------------------------------------------------------------------------------------------------


def test_the_format_does_not_change_unnoticed() -> None:
    """Codes stand on paper: a change here means that they cannot be typed in any more."""
    assert CODE == ("RG7ZA-5Q9Z8-8E6MW-5ZKW1-74PN3-Q20J6-RWX7H-6HRY2-RD82Q-AJF4D-82F7S-YKYAJ-5HS01-K000N-W10FB")


# Arithmetic of its own: multiplication of polynomials over GF(2), modulo x^5 + x^2 + 1.
def times(one: int, other: int) -> int:
    product = 0
    for bit in range(5):
        product ^= (one << bit) * (other >> bit & 1)
    for bit in range(9, 4, -1):
        product ^= (0b100101 << bit - 5) * (product >> bit & 1)
    return product


WEIGHTS = (16, 8, 4, 2, 1)


def add_up(group: str) -> int:
    total = 0
    for weight, symbol in zip(WEIGHTS, group, strict=True):
        total ^= times(weight, SYMBOLS.index(symbol))
    return total


def seal(body: str) -> str:
    """A code around any data, as it is written down in the module."""
    body += "0" * (-len(body) % 4)
    bits = "".join(f"{byte:08b}" for byte in sha256(body.encode()).digest())
    data = body + "".join(SYMBOLS[int(bits[start : start + 5], 2)] for start in (0, 5, 10, 15))
    groups = [data[start : start + 4] for start in range(0, len(data), 4)]
    fitting = [
        next(group + symbol for symbol in SYMBOLS if add_up(group + symbol) == position % 32)
        for position, group in enumerate(groups)
    ]
    return "-".join(fitting)


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


SILENT = whole_set(("place", "languages"))
HEAD = encode(SILENT, {}).replace("-", "")
HEAD = HEAD[:4] + HEAD[5:8]


def symbols(*digits: tuple[int, int]) -> str:
    number = 0
    for digit, radix in reversed(digits):
        number = number * radix + digit
    text = ""
    while number:
        number, symbol = divmod(number, 32)
        text += SYMBOLS[symbol]
    return text


TEXT, A, END, MORE = (3, 4), (1, 65), (0, 65), (1, 2)


def test_a_text_is_spelled_as_the_format_says() -> None:
    typed = seal(HEAD + symbols(TEXT, A, (3, 65), END, TEXT, A, END, MORE, (38, 65), END))

    assert decoded(typed, SILENT) == {"place": "ac", "languages": ("a", "_")}


@pytest.mark.parametrize(
    "payload",
    [
        symbols((0, factorial(100)), (1, 2)),
        symbols(TEXT, *[A] * 65, END),
        symbols(TEXT, END),
        symbols((0, 4), TEXT, *[A, END, MORE] * 32, A, END),
        symbols((0, 4), TEXT, A, END, MORE, END),
    ],
    ids=["left over", "long text", "empty text", "many texts", "empty second text"],
)
def test_sound_groups_that_hold_nothing_sensible_are_refused(payload: str) -> None:
    mistake = refused(seal(HEAD + payload), SILENT)

    assert mistake.groups == ()
    assert "nothing that fits the questions" in str(mistake)


@pytest.mark.parametrize("body", ["", HEAD[:4]])
def test_a_code_that_ends_before_the_answers_begin_is_refused(body: str) -> None:
    assert "cut short" in str(refused(seal(body), SILENT))


def test_a_code_of_an_unknown_kind_is_refused() -> None:
    assert "of a kind that is not known" in str(refused(seal("Q" + HEAD[1:]), SILENT))
    assert "of a kind that is not known" in str(refused(seal("Q" + HEAD[1:]), SILENT, practice=True))


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


@many
@given(st.text(SYMBOLS, max_size=60))
def test_any_data_in_sound_groups_is_read_or_refused(payload: str) -> None:
    read = decoded_or_mistake(seal(HEAD + payload), SILENT)

    assert not isinstance(read, CodeMistake) or read.groups == ()


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
    for place, character in edits:
        typed[place] = character
    text = "".join(typed)
    if cut:
        text = text[: min(start, end)] + text[max(start, end) :]

    read = decoded_or_mistake(text, WHOLE, PALERMO)

    assert isinstance(read, CodeMistake) or read == FULL
