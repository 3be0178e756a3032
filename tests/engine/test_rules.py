"""How indicators held to be present lead to dimensions, elements and a level."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from screening.engine.rules import Rules
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK
from tests.support.building import RULES, asked, indicator, small_set
from tests.support.random_sets import indicator_sets
from tests.support.thorough import examples

many = examples(120)


def rules() -> Rules:
    """Rules over two means and a purpose; `d` is not counted for an adult."""
    names = {"a": "strong", "b": "medium", "c": "weak", "d": {"child": "strong"}}
    indicators = [indicator(name, "coercion", strength) for name, strength in names.items()]
    indicators += [indicator("lie", "deception"), indicator("forced", "forced_work"), indicator("moved", "recruited")]
    questions = [asked(f"q-{each['id']}", shows=[each["id"]]) for each in indicators]
    return Rules(small_set(questions, indicators))


def test_bits_and_names_are_two_ways_to_say_the_same() -> None:
    assert rules().names(rules().bits(["forced", "a", "c"])) == ("a", "c", "forced")
    assert rules().names(0) == ()


def test_a_stronger_indicator_stands_in_for_a_weaker_one() -> None:
    prepared = rules()

    assert prepared.supports("coercion", prepared.bits(["a", "b"]), child=False)
    assert not prepared.supports("coercion", prepared.bits(["a"]), child=False)


def test_what_is_not_counted_for_an_adult_counts_for_a_child() -> None:
    prepared = rules()
    both = prepared.bits(["a", "d"])

    assert not prepared.supports("coercion", both, child=False)
    assert prepared.supports("coercion", both, child=True)


def test_one_strong_means_of_any_kind_is_enough_beside_a_purpose() -> None:
    prepared = rules()

    assert prepared.scenario(prepared.bits(["lie", "forced"]), child=False).level == "clear_concern"
    assert prepared.scenario(prepared.bits(["c", "forced"]), child=False).level == "some_concern"
    assert prepared.scenario(prepared.bits(["moved", "forced"]), child=True).level == "clear_concern"
    assert prepared.scenario(prepared.bits(["moved"]), child=False).level == "none_recorded"


def test_an_element_is_supported_when_one_of_its_dimensions_is() -> None:
    prepared = rules()

    assert prepared.scenario(prepared.bits(["forced"]), child=False).supported == {"forced_work", "purpose"}


def test_indicators_of_all_that_a_level_names_are_counted_together() -> None:
    assert rules().scenario(rules().bits(["lie"]), child=False).level == "some_concern"


def test_a_strong_one_counts_where_a_medium_one_would() -> None:
    indicators = [indicator("a", "coercion", "strong"), indicator("b", "coercion", "medium")]
    only_medium = {**RULES, "delphi": [{"medium_or_strong": 2}]}
    prepared = Rules(small_set([asked("q", shows=["a", "b"])], indicators, rules=only_medium))

    assert prepared.supports("coercion", prepared.bits(["a", "b"]), child=False)
    assert not prepared.supports("coercion", prepared.bits(["b"]), child=False)


def test_impressions_alone_are_told_from_what_was_said() -> None:
    look = {"id": "q-look", "kind": "impression", "record": "x", "shows": ["look"]}
    indicators = [indicator("look", "coercion", "weak"), indicator("said", "coercion", "weak")]
    prepared = Rules(small_set([asked("q", shows=["said"])], indicators, stages={"seen": [look]}))

    assert prepared.observed_only(prepared.bits(["look"]))
    assert not prepared.observed_only(prepared.bits(["look", "said"]))
    assert not prepared.observed_only(0)


def test_the_weights_of_a_dimension_support_it_where_its_rule_asks_for_a_score() -> None:
    indicators = [
        indicator("a", "coercion", "weak", weight=2),
        indicator("b", "coercion", {"child": "weak"}, weight=1),
        indicator("lie", "deception", "weak", weight=5),
    ]
    by_score = {**RULES, "delphi": [{"score": 3}]}
    prepared = Rules(small_set([asked("q", shows=["a", "b", "lie"])], indicators, rules=by_score))

    assert prepared.score(prepared.bits(["a", "b"]), child=False) == 2
    assert prepared.supports("coercion", prepared.bits(["a", "b"]), child=True)
    assert not prepared.supports("coercion", prepared.bits(["a", "b"]), child=False)
    assert not prepared.supports("coercion", prepared.bits(["a", "lie"]), child=False)


def test_a_dimension_of_which_nothing_is_present_is_not_supported_whatever_its_rule_asks_for() -> None:
    indicators = [indicator("a", "coercion", "weak", weight=2), indicator("lie", "deception", "weak", weight=5)]
    nothing_needed = {**RULES, "delphi": [{"score": 0}]}
    prepared = Rules(small_set([asked("q", shows=["a", "lie"])], indicators, rules=nothing_needed))

    assert prepared.scenario(prepared.bits(["lie"]), child=False).supported == {"deception", "means"}


def test_memory_does_not_grow_with_the_number_of_records() -> None:
    names = [f"i-{number}" for number in range(15)]
    indicators = [indicator(name, "coercion", "weak") for name in names]
    prepared = Rules(small_set([asked("q", shows=names)], indicators))

    def held_after(records: int) -> int:
        """The bytes held after so many records, no two of them alike."""
        for present in range(1, records):
            prepared.supports("coercion", present, child=False)
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        after_few = held_after(4_000)
        assert held_after(16_000) < 2 * after_few
    finally:
        tracemalloc.stop()


@many
@given(indicator_sets(), st.data())
def test_more_indicators_never_support_less_nor_reach_less(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    prepared = Rules(indicator_set)
    everything = [each.id for each in indicator_set.indicators]
    some = data.draw(st.lists(st.sampled_from(everything), unique=True))
    more = [*some, *data.draw(st.lists(st.sampled_from(everything), unique=True))]

    for child in (False, True):
        fewer = prepared.scenario(prepared.bits(some), child)
        greater = prepared.scenario(prepared.bits(more), child)
        assert fewer.supported <= greater.supported
        assert RANK[fewer.level] <= RANK[greater.level]


@many
@given(indicator_sets(), st.data())
def test_the_rules_for_a_child_never_support_less_nor_reach_less(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    prepared = Rules(indicator_set)
    present = prepared.bits(data.draw(st.lists(st.sampled_from([each.id for each in indicator_set.indicators]))))

    adult, child = prepared.scenario(present, child=False), prepared.scenario(present, child=True)

    assert adult.supported <= child.supported
    assert RANK[adult.level] <= RANK[child.level]
