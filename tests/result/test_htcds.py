"""A result in the words of a standard for cases: only from some concern up, only "possible", and only what counts."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.result.htcds import case_fields
from screening.sets.answers import Answer
from screening.sets.htcds import EXPLOITATIONS, LISTED, CaseFields, Htcds
from screening.sets.model import IndicatorSet
from screening.sets.record import Record
from screening.sets.vocabulary import RANK
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples

CALLED = {
    "papers": {"control": ["WithholdsDocuments"]},
    "kept-in": {"control": ["RestrictsMovement"]},
    "shouted": {"control": ["Threats", "DebtBondage"]},
    "forced": {"exploitation": ["ForcedLabour"]},
    "school": {"exploitation": ["ChildLabour"]},
    "weak-one": {"exploitation": ["Servitude"]},
    "came": {"control": ["FalsePromises"]},
}
SET = small_set(
    [
        *(asked(name, shows=[name]) for name in CALLED),
        asked(
            "hurt",
            choose="several",
            options=[
                {"id": "hit", "label": "x", "shows": ["violence"], "htcds": {"control": ["PhysicalAbuse"]}},
                {"id": "sex", "label": "x", "shows": ["violence"], "htcds": {"control": ["SexualAbuse"]}},
                {"id": "young", "label": "x", "shows": ["of-a-child"], "htcds": {"control": ["PsychologicalAbuse"]}},
            ],
        ),
        asked("starved", shows=["violence"], htcds={"control": ["WithholdsNecessities"]}),
        asked("asked-if-forced", when={"question": "forced", "is": ["yes"]}, shows=["pay"]),
    ],
    [
        indicator("papers", "coercion", htcds=CALLED["papers"]),
        indicator("kept-in", "coercion", htcds=CALLED["kept-in"]),
        indicator("shouted", "coercion", "weak", htcds=CALLED["shouted"]),
        indicator("forced", "forced_work", htcds=CALLED["forced"]),
        indicator("school", "forced_work", {"adult": "weak", "child": "strong"}, htcds=CALLED["school"]),
        indicator("weak-one", "conditions_of_work", "weak", htcds=CALLED["weak-one"]),
        indicator("came", "recruited", htcds=CALLED["came"]),
        indicator("violence", "coercion"),
        indicator("of-a-child", "coercion", {"child": "strong"}),
        indicator("pay", "forced_work", "weak", htcds={"control": ["TakesEarnings"]}),
    ],
)
ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}


def of(recorded: dict[str, Answer], person: dict[str, Answer] = ADULT, indicator_set: IndicatorSet = SET) -> CaseFields:
    """The fields of a record."""
    answers = Record({**person, **recorded}).answers
    return case_fields(indicator_set, Assessor(indicator_set).assess(answers), answers)


def test_below_some_concern_nothing_is_told_not_even_what_was_recorded() -> None:
    assert of({"came": "yes"}) == CaseFields()
    assert of({}) == CaseFields()


def test_from_some_concern_up_the_status_is_possible_and_what_counts_is_told() -> None:
    fields = of({"papers": "yes", "forced": "yes"})

    assert fields.status == "PossibleVictimOfTrafficking"
    assert fields.control == ("WithholdsDocuments",)
    assert fields.exploitation == ("ForcedLabour",)


def test_words_come_once_and_in_the_order_of_the_standard() -> None:
    assert of({"forced": "yes", "papers": "yes", "shouted": "yes", "hurt": ("hit",)}).control == (
        "DebtBondage",
        "PhysicalAbuse",
        "WithholdsDocuments",
        "Other",
    )


def test_what_the_picklist_has_no_word_for_is_another_method_and_a_field_of_its_own() -> None:
    fields = of({"forced": "yes", "kept-in": "yes"})

    assert (fields.control, fields.restricts_movement, fields.threats) == (("Other",), True, False)


def test_an_answer_says_more_than_the_indicator_that_it_shows() -> None:
    assert of({"forced": "yes", "hurt": ("sex", "declined")}).control == ("SexualAbuse",)
    assert of({"forced": "yes", "hurt": ("hit", "sex")}).control == ("PhysicalAbuse", "SexualAbuse")
    assert of({"forced": "yes", "starved": "yes"}).control == ("WithholdsNecessities",)
    assert of({"forced": "yes", "starved": "no", "hurt": "unclear"}).control == ()


def test_what_counts_only_for_a_child_is_not_told_of_an_adult() -> None:
    recorded: dict[str, Answer] = {"forced": "yes", "school": "yes", "hurt": ("young",)}

    adult, child = of(recorded), of(recorded, {"age": "child"})

    assert (adult.control, adult.exploitation) == ((), ("ForcedLabour",))
    assert (child.control, child.exploitation) == (("PsychologicalAbuse",), ("ForcedLabour", "ChildLabour"))


def test_a_type_of_exploitation_is_told_once_its_dimension_is_supported() -> None:
    assert of({"forced": "yes", "weak-one": "yes"}).exploitation == ("ForcedLabour",)


def test_an_answer_that_does_not_apply_is_not_told() -> None:
    recorded: dict[str, Answer] = {"forced": "no", "papers": "yes", "kept-in": "yes", "asked-if-forced": "yes"}

    assert of(recorded).control == ("WithholdsDocuments", "Other")


def with_words(indicator_set: IndicatorSet, draw: st.DataObject) -> IndicatorSet:
    """A set of which indicators and dimensions are called something."""
    some = st.builds(
        Htcds,
        control=st.lists(st.sampled_from([*LISTED, "Threats", "RestrictsMovement"]), max_size=2).map(tuple),
        exploitation=st.lists(st.sampled_from(EXPLOITATIONS), max_size=2).map(tuple),
    )
    dimensions = {
        name: replace(each, htcds=draw.draw(st.none() | some)) for name, each in indicator_set.about.dimensions.items()
    }
    return replace(
        indicator_set,
        about=replace(indicator_set.about, dimensions=dimensions),
        indicators=tuple(replace(each, htcds=draw.draw(st.none() | some)) for each in indicator_set.indicators),
    )


def words(fields: CaseFields) -> set[Any]:
    """All that is told."""
    return {
        fields.status,
        *fields.control,
        *(("exploitation", each) for each in fields.exploitation),
        *(name for name in ("threats", "restricts_movement", "uses_children") if getattr(fields, name)),
    } - {UNSET}


@given(sets_with_records(gates=False), st.data())
@examples(100)
def test_one_more_indicator_takes_no_word_away_and_the_status_is_never_more_than_possible(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]], draw: st.DataObject
) -> None:
    bare, answers, circumstances = case
    indicator_set = with_words(bare, draw)
    fewer = {name: answer for name, answer in answers.items() if draw.draw(st.booleans())}
    assessor = Assessor(indicator_set)

    less, more = ({**each, **circumstances} for each in (fewer, answers))
    before, after = (assessor.assess(each) for each in (less, more))
    fields = case_fields(indicator_set, after, more)

    assert words(case_fields(indicator_set, before, less)) <= words(fields)
    assert (fields.status is not UNSET) is (RANK[after.level] >= RANK["some_concern"])
    assert fields.status in {UNSET, "PossibleVictimOfTrafficking"}


def test_an_answer_to_what_does_not_apply_is_called_nothing_even_where_the_same_fact_is_shown_elsewhere() -> None:
    gate = {"question": "came", "is": ["yes"]}
    hit = asked("hit", when=gate, shows=["violence"], htcds={"control": ["PhysicalAbuse"]})
    own = small_set([asked("came"), hit, asked("seen", shows=["violence"])], [indicator("violence", "coercion")])

    assert of({"came": "yes", "hit": "yes", "seen": "yes"}, indicator_set=own).control == ("PhysicalAbuse",)
    assert of({"came": "no", "hit": "yes", "seen": "yes"}, indicator_set=own).control == ()
