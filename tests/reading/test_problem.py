"""What is promised of problems: the first are told in order, each once, and all are counted, whatever there are."""

from collections.abc import Iterator
from difflib import get_close_matches
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.messages import Listing, Message, gettext
from screening.reading import problem
from screening.reading.problem import (
    MAX_SHOWN,
    MOST_TOLD,
    DidYouMean,
    Problem,
    Problems,
    Unsound,
    did_you_mean,
    nearest,
    shortened,
)
from tests.support.problems import said


def at(line: int, *, what: str = "wrong", file: str = "file.yaml", warning: bool = False) -> Problem:
    return Problem(file, line, 1, Message(what), Message("Correct it."), warning=warning)


@given(st.permutations(range(MOST_TOLD * 3)))
@pytest.mark.slow
def test_the_first_are_told_in_the_order_of_the_file_in_whatever_order_they_are_found(lines: list[int]) -> None:
    problems = Problems(map(at, lines))

    assert [each.line for each in problems] == list(range(MOST_TOLD))
    assert (len(problems), problems.more) == (MOST_TOLD, MOST_TOLD * 2)


@given(st.lists(st.integers(1, 20)), st.lists(st.integers(1, 20)))
def test_few_are_all_told_each_once(lines: list[int], more: list[int]) -> None:
    problems = Problems(map(at, lines))
    problems.extend(Problems(map(at, more)))

    assert [each.line for each in problems] == sorted({*lines, *more})
    assert problems.more == 0


@pytest.mark.parametrize("number", [MOST_TOLD - 1, MOST_TOLD, MOST_TOLD + 1, MOST_TOLD * 2, MOST_TOLD * 5])
def test_those_of_two_are_counted_together(number: int) -> None:
    problems = Problems(at(line, file="b.yaml") for line in range(number))

    problems.extend(Problems(at(line, file="a.yaml", warning=True) for line in range(number)))

    assert (len(problems), problems.more) == (MOST_TOLD, 2 * number - MOST_TOLD)
    assert problems.counts() == {("a.yaml", True): number, ("b.yaml", False): number}
    assert [each.file for each in problems][: min(number, MOST_TOLD)] == ["a.yaml"] * min(number, MOST_TOLD)


@pytest.mark.slow
def test_few_are_held_however_many_are_found() -> None:
    problems = Problems(map(at, range(100_000, 0, -1)))

    assert len(problems._kept) < 2 * MOST_TOLD
    assert problems[0] == at(1)
    assert problems.counts() == {("file.yaml", False): 100_000}


def test_what_is_altered_is_counted_as_before() -> None:
    problems = Problems(map(at, range(1_000))).altered(
        lambda each: Problem(each.file, each.line, 1, each.message, Message("No."))
    )

    assert {each.hint for each in problems} == {Message("No.")}
    assert (len(problems), problems.more) == (MOST_TOLD, 1_000 - MOST_TOLD)


def test_how_to_mend_is_looked_up_only_for_what_is_told() -> None:
    looked_up = []

    class Known:
        def __iter__(self) -> Iterator[str]:
            looked_up.append(self)
            return iter(["papers"])

    problems = Problems(Problem("f", line, 1, Message("wrong"), DidYouMean("paper", Known())) for line in range(1_000))

    assert {said(each.hint) for each in problems} == {"Did you mean 'papers'?"}
    assert len(looked_up) == MOST_TOLD


def test_an_unsound_thing_says_how_many_more_there_are() -> None:
    told = str(Unsound(map(at, range(1_000)))).splitlines()

    assert (len(told), told[-1]) == (MOST_TOLD + 1, f"and {1_000 - MOST_TOLD} more")
    assert str(Unsound([at(2), at(1)])) == f"{at(1)}\n{at(2)}"


def test_of_a_long_word_only_the_ends_are_held() -> None:
    message = gettext("a{word}b", word="x" * 1_000_000)
    (long,) = Problems([Problem("f", 1, 1, message, gettext("{word}", word="c" * 1_000_000))])

    half = MAX_SHOWN // 2
    assert said(long.message) == f"a{'x' * half}[...]{'x' * half}b"
    assert len(said(long.hint)) < MAX_SHOWN + 10
    assert shortened("x" * MAX_SHOWN) == "x" * MAX_SHOWN


@pytest.mark.slow
@given(st.lists(st.text(max_size=2 * MAX_SHOWN), max_size=40), st.integers(1, 100))
def test_of_a_long_list_what_is_told_is_held_and_not_much_more(words: list[str], times: int) -> None:
    listed = gettext("{words}", words=Listing((*words, *["word"] * 10) * times, "comma"))

    (long,) = Problems([Problem("f", 1, 1, listed, listed)])

    for text in (long.message, long.hint):
        assert len(said(text)) < 10 * MAX_SHOWN
        assert shortened(said(text))[: MAX_SHOWN // 2] == said(listed)[: MAX_SHOWN // 2]
        assert said(text)[-MAX_SHOWN // 2 :] == said(listed)[-MAX_SHOWN // 2 :]


# --- what was meant --------------------------------------------------------------------------------------------------


def test_the_nearest_of_very_many_words_is_found() -> None:
    words = [f"{a}{b}{c}" for a in ascii_lowercase for b in ascii_lowercase for c in "aei"]

    assert nearest("shealter", [*words, "shelter", *words]) == "shelter"
    assert nearest("賣猪仔", [*words, "賣豬仔", *(f"{word}仔" for word in words)]) == "賣豬仔"
    assert said(did_you_mean("shealter", [*words, "shelter"])) == "Did you mean 'shelter'?"


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=40))
def test_among_few_words_it_is_the_one_that_is_nearest_of_all(word: str, known: list[str]) -> None:
    assert nearest(word, known) == next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)


def test_only_so_many_words_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = iter(range(10**6))
    compared: list[int] = []
    compare = get_close_matches

    def counted(word: str, names: list[str], n: int, cutoff: float) -> list[str]:
        compared.append(len(names))
        return compare(word, names, n=n, cutoff=cutoff)

    monkeypatch.setattr(problem, "get_close_matches", counted)

    hint = said(did_you_mean("paper", (f"{number:05}" for number in looked_at)))

    assert hint == "Among those known: 00000, 00001, 00002."
    assert next(looked_at) <= 3_001
    assert compared == [50]


@pytest.mark.parametrize("length", [1_000, 1_000_000])
def test_a_very_long_word_is_compared_with_nothing_of_its_length(length: int) -> None:
    assert nearest("x" * length, ["x" * length, "y" * length]) is None
