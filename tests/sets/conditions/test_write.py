"""What is written of conditions and rules is what stands in the files, and reads as the same again."""

from hypothesis import given
from hypothesis import strategies as st

from screening.reading.grammar import read_level_rule
from screening.sets.conditions.write import as_written
from screening.sets.model import Alternative, LevelRule
from tests.support.conditions import ANY_CONDITION
from tests.support.thorough import examples

many = examples(150)


@many
@given(
    st.one_of(
        st.builds(LevelRule, ANY_CONDITION, st.none()),
        st.builds(LevelRule, st.none(), ANY_CONDITION),
        st.builds(LevelRule, ANY_CONDITION, ANY_CONDITION),
    )
)
def test_the_rule_of_a_level_is_read_back(rule: LevelRule) -> None:
    read, mistakes = read_level_rule(as_written(rule))

    assert (read.adult, read.child, mistakes) == (rule.adult, rule.child, [])


def test_an_alternative_names_only_the_counts_it_asks_for() -> None:
    assert as_written(Alternative(strong=1, total=2)) == {"strong": 1, "total": 2}
    assert as_written(Alternative(score=0.0)) == {"score": 0.0}
