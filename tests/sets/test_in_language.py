"""A set in another language has other texts, and is the same set in everything else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.interview.answer_code import decode, encode
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set, read_set
from screening.sets.fingerprint import fingerprint, hash_layout, hash_meaning
from screening.sets.in_language import in_language
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts
from screening.sets.translation import Translation
from tests.sets.test_texts import SMALL
from tests.support.random_sets import indicator_sets

EXAMPLES = Path(__file__).parent / "examples"
# They have what the built-in sets have not: scales, rates, bands and headlines.
OTHERS = ["rated-form", "rating", "sum-scored", "cut-off", "one-of-each", "in-spanish"]
SETS = {
    "small": SMALL,
    **{name: find_set(name) for name in set_ids()},
    **{name: read_set(EXAMPLES / name).set for name in OTHERS},
}
every_set = pytest.mark.parametrize("written", SETS.values(), ids=SETS)


def translation(told: dict[str, str], unreviewed: frozenset[str] = frozenset()) -> Translation:
    return Translation("xx", told, unreviewed, ())


def all_other(written: IndicatorSet) -> dict[str, str]:
    """Each text by its id as another one, which says its id."""
    return {name: f"<{name}>" for name in texts(written)}


@every_set
def test_every_text_is_replaced_by_its_own(written: IndicatorSet) -> None:
    told = all_other(written)

    assert texts(in_language(written, translation(told))) == told


@every_set
def test_nothing_but_texts_is_replaced(written: IndicatorSet) -> None:
    other = replace(in_language(written, translation(all_other(written))), wording=None)

    assert replace(in_language(other, translation(dict(texts(written)))), wording=None) == written


@every_set
def test_in_its_own_words_a_set_is_the_same(written: IndicatorSet) -> None:
    assert replace(in_language(written, translation(dict(texts(written)))), wording=None) == written
    assert replace(in_language(written, translation({})), wording=None) == written


@every_set
def test_codes_and_fingerprints_are_those_of_the_set_as_it_was_written(written: IndicatorSet) -> None:
    other = in_language(written, translation(all_other(written)))

    assert (hash_layout(other), hash_meaning(other)) == (hash_layout(written), hash_meaning(written))
    assert fingerprint(other) == fingerprint(written)
    assert encode(other, {}) == encode(written, {})


def test_a_code_that_was_made_in_one_language_is_understood_in_another() -> None:
    written = SETS["first-contact"]
    other = in_language(written, translation(all_other(written)))
    code = encode(written, {"age": "adult"})

    decoded = decode(code, [other])

    assert (decoded.answers, decoded.same_meaning, decoded.indicator_set) == ({"age": "adult"}, True, other)


@given(indicator_sets(), st.data())
def test_whichever_texts_are_told_the_others_stay(written: IndicatorSet, data: st.DataObject) -> None:
    names = data.draw(st.sets(st.sampled_from(sorted(texts(written)))))

    other = in_language(written, translation({name: f"<{name}>" for name in names}))

    expected = {name: f"<{name}>" if name in names else text for name, text in texts(written).items()}
    assert texts(other) == expected
    assert (hash_layout(other), hash_meaning(other)) == (hash_layout(written), hash_meaning(written))


def test_what_is_not_reviewed_and_what_stays_as_it_was_is_known_by_its_id() -> None:
    told = Translation("id", {"set.title": "Judul"}, frozenset({"set.title"}), ("set.about",))

    wording = in_language(SMALL, told).wording

    assert wording is not None
    assert (wording.language, wording.written) == ("id", SMALL)
    assert wording.unreviewed == frozenset({"set.title"})
    assert wording.as_written == frozenset({"set.about"})


def test_a_third_language_is_made_of_what_was_written_and_not_of_the_second() -> None:
    second = in_language(SMALL, translation(all_other(SMALL)))

    third = in_language(second, translation({"set.title": "Third"}))

    assert texts(third) == {**texts(SMALL), "set.title": "Third"}


def test_marks_that_are_called_the_same_are_told_apart_as_they_were_written() -> None:
    written = SETS["rated-form"]
    labels = {name: "the same" for name in texts(written) if name.startswith(("option.", "scale."))}

    assert texts(in_language(written, translation(labels))).keys() == texts(written).keys()


def test_ids_that_a_set_does_not_have_say_nothing() -> None:
    other = in_language(
        SMALL, translation({"question.gone.ask": "Gone?", "set.gone": "Gone", "pathway.help.brief": "B"})
    )

    assert texts(other) == texts(SMALL)
