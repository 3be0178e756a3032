"""What the assessment promises: the published rule, the laws, and bounds that hold."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screening.engine.assess import Assessment, Assessor
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer, ticks_of, with_rest
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK
from tests.support.building import asked, indicator, small_set
from tests.support.completions import completions, half_told_answers
from tests.support.growing import grown_answer
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples

many = examples(250)
few = examples(120)


# The nine rows that follow from the rule of the ILO and the European Commission (2009).
@pytest.mark.parametrize(
    ("strong", "medium", "weak", "supported"),
    [
        (0, 0, 5, False),
        (1, 0, 0, False),
        (1, 0, 1, True),
        (1, 1, 0, True),
        (2, 0, 0, True),
        (0, 1, 5, False),
        (0, 2, 0, False),
        (0, 2, 1, True),
        (0, 3, 0, True),
    ],
)
def test_a_dimension_is_supported_as_the_published_rule_says(
    strong: int, medium: int, weak: int, supported: bool
) -> None:
    strengths = ["strong"] * strong + ["medium"] * medium + ["weak"] * weak
    names = [f"i{number}" for number in range(len(strengths))]
    indicators = [indicator(name, "coercion", strength) for name, strength in zip(names, strengths, strict=True)]
    indicators.append(indicator("unrelated", "deception"))
    assessor = Assessor(small_set([asked("q", shows=names), asked("other", shows=["unrelated"])], indicators))

    assessment = assessor.assess({"q": "yes", "other": "no", **ADULT})

    assert assessment.dimensions["coercion"] == ("supported" if supported else "not_supported")


ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}
CHILD: dict[str, Answer] = {"age": "child"}
NOTHING = {"id": "nothing", "label": "x"}


def exploited(**more: Any) -> IndicatorSet:
    """A set in which one answer supports each element."""
    return small_set(
        [
            asked("brought", shows=["brought"]),
            asked("held", shows=["papers", "locked-in"]),
            asked("forced", shows=["forced"]),
            asked("hours", shows=["hours"]),
        ],
        [
            indicator("brought", "recruited", "medium"),
            indicator("papers", "coercion"),
            indicator("locked-in", "coercion"),
            indicator("forced", "forced_work"),
            indicator("hours", "conditions_of_work"),
        ],
        **more,
    )


def test_no_answers_are_too_little_known() -> None:
    assessment = Assessor(exploited()).assess({})

    assert assessment.level == "too_little_known"
    assert assessment.bounds == ("none_recorded", "clear_concern")
    assert not assessment.settled


def test_everything_answered_no_is_none_recorded() -> None:
    answers: dict[str, Answer] = dict.fromkeys(["brought", "held", "forced", "hours"], "no")

    assessment = Assessor(exploited()).assess({**answers, **ADULT})

    assert (assessment.level, assessment.settled) == ("none_recorded", True)


def test_means_and_purpose_are_clear_concern_without_an_act() -> None:
    answers: dict[str, Answer] = {"brought": "no", "held": "yes", "forced": "yes"}

    assessment = Assessor(exploited()).assess({**answers, **ADULT})

    assert (assessment.level, assessment.elements["act"]) == ("clear_concern", "not_supported")


def test_an_act_alone_is_no_concern() -> None:
    answers: dict[str, Answer] = {"brought": "yes", "held": "no", "forced": "no", "hours": "no"}

    assert Assessor(exploited()).assess({**answers, **ADULT}).level == "none_recorded"


def test_a_child_needs_no_means() -> None:
    answers: dict[str, Answer] = {"brought": "yes", "held": "no", "forced": "yes", "hours": "no"}
    assessor = Assessor(exploited())

    assert assessor.assess({**answers, **CHILD}).level == "clear_concern"
    assert assessor.assess({**answers, **ADULT}).level == "some_concern"


@pytest.mark.parametrize(
    "circumstances",
    [
        {"age": "unsure"},
        {"age": "declined"},
        {"age": "adult", "under_18_when_it_began": "yes"},
        {"age": "adult", "under_18_when_it_began": "unclear"},
        {"under_18_when_it_began": "declined"},
    ],
    ids=str,
)
def test_doubt_about_age_is_assessed_as_childhood(circumstances: dict[str, Answer]) -> None:
    answers: dict[str, Answer] = {"brought": "yes", "held": "no", "forced": "yes", "hours": "no"}

    assert Assessor(exploited()).assess({**answers, **circumstances}).level == "clear_concern"


@pytest.mark.parametrize("circumstances", [{}, {"age": "adult"}, {"under_18_when_it_began": "no"}], ids=str)
def test_an_age_not_asked_takes_the_adult_below_and_the_child_above(circumstances: dict[str, Answer]) -> None:
    answers: dict[str, Answer] = {"brought": "yes", "held": "no", "forced": "yes", "hours": "no"}

    assessment = Assessor(exploited()).assess({**answers, **circumstances})

    assert assessment.bounds == ("some_concern", "clear_concern")
    assert assessment.child_undecided


@pytest.mark.parametrize(
    ("age", "began", "child", "undecided"),
    [
        ("child", None, True, False),
        ("unsure", "no", True, False),
        ("declined", None, True, False),
        ("adult", "yes", True, False),
        ("adult", "unclear", True, False),
        (None, "declined", True, False),
        ("adult", "no", False, False),
        ("adult", None, False, True),
        (None, "no", False, True),
        (None, None, False, True),
    ],
)
def test_whether_the_rules_for_a_child_apply_is_told(
    age: str | None, began: str | None, child: bool, undecided: bool
) -> None:
    recorded = {"age": age, "under_18_when_it_began": began}
    circumstances: dict[str, Answer] = {name: value for name, value in recorded.items() if value is not None}

    assessment = Assessor(exploited()).assess(circumstances)

    assert (assessment.child, assessment.child_undecided) == (child, undecided)


def test_an_element_is_supported_or_possible_as_one_of_its_dimensions_is() -> None:
    answers: dict[str, Answer] = {"brought": "yes", "held": "no", "forced": "unclear", "hours": "no"}

    assessment = Assessor(exploited()).assess({**answers, **ADULT})

    assert assessment.elements == {"act": "supported", "means": "not_supported", "purpose": "possible"}
    assert assessment.dimensions == {
        "recruited": "supported",
        "deception": "not_supported",
        "coercion": "not_supported",
        "conditions_of_work": "not_supported",
        "forced_work": "possible",
    }


@pytest.mark.parametrize("answer", ["unclear", "declined", None])
def test_unknown_is_not_no(answer: str | None) -> None:
    answers: dict[str, Answer] = {"brought": "no", "held": "no", "hours": "no"}
    if answer is not None:
        answers["forced"] = answer

    assessment = Assessor(exploited()).assess({**answers, **ADULT})

    assert assessment.level == "too_little_known"
    assert assessment.dimensions["forced_work"] == "possible"
    assert assessment.undetermined == ("forced",)


LAWYER_FIRST = asked("made", declined="Wants a lawyer first", shows=["made"])


def test_declining_in_words_of_its_own_is_never_no() -> None:
    guidance = [{"id": "lawyer", "title": "x", "do": ["x"], "when": {"question": "made", "is": ["yes", "declined"]}}]
    assessor = Assessor(small_set([LAWYER_FIRST], [indicator("made", "forced_work")], guidance=guidance))
    declined = assessor.assess({"made": "declined", **ADULT})

    assert (declined.level, declined.bounds) == ("too_little_known", ("none_recorded", "some_concern"))
    assert declined.bounds == assessor.assess(ADULT).bounds != assessor.assess({"made": "no", **ADULT}).bounds
    assert (declined.undetermined, declined.settled) == (("made",), False)
    assert declined.pathways == ("lawyer",)
    assert assessor.assess({"made": "unclear", **ADULT}).pathways == ()


@pytest.mark.parametrize("name", set_ids())
def test_declining_a_question_of_the_built_in_sets_leaves_open_what_not_asking_it_does(name: str) -> None:
    indicator_set = find_set(name)
    assessor = Assessor(indicator_set)
    nothing = assessor.assess(ADULT)

    for _, _, question in indicator_set.questions():
        declined = assessor.assess({question.id: "declined", **ADULT})
        assert (declined.level, declined.bounds) == (nothing.level, nothing.bounds), question.id
        assert declined.undetermined == nothing.undetermined, question.id


def test_an_unticked_option_of_an_answered_question_is_absent() -> None:
    options = [{"id": "a", "label": "a", "shows": ["a"]}, {"id": "b", "label": "b", "shows": ["b"]}]
    indicator_set = small_set(
        [asked("q", choose="several", options=options)], [indicator("a", "coercion"), indicator("b", "coercion")]
    )

    assessment = Assessor(indicator_set).assess({"q": ("a",), **ADULT})

    assert (assessment.present, assessment.undetermined) == (("a",), ())


@pytest.mark.parametrize("rest", ["unclear", "declined", "not_asked"])
def test_an_unticked_option_is_unknown_where_the_rest_is(rest: str) -> None:
    options = [{"id": "a", "label": "a", "shows": ["a"]}, {"id": "b", "label": "b", "shows": ["b"]}]
    indicator_set = small_set(
        [asked("q", choose="several", options=options)], [indicator("a", "coercion"), indicator("b", "coercion")]
    )

    assessment = Assessor(indicator_set).assess({"q": ("a", rest), **ADULT})

    assert (assessment.present, assessment.undetermined) == (("a",), ("b",))
    assert (assessment.answered, assessment.open) == (1, 0)


def test_an_indicator_is_absent_only_when_nothing_could_still_show_it() -> None:
    indicator_set = small_set([asked("one", shows=["a"]), asked("two", shows=["a"])], [indicator("a", "coercion")])
    assessor = Assessor(indicator_set)

    assert assessor.assess({"one": "no", **ADULT}).undetermined == ("a",)
    assert assessor.assess({"one": "no", "two": "no", **ADULT}).undetermined == ()
    assert assessor.assess({"one": "no", "two": "yes", **ADULT}).present == ("a",)


def test_an_indicator_not_counted_for_an_adult_counts_for_a_child() -> None:
    indicator_set = small_set([asked("q", shows=["a"])], [indicator("a", "forced_work", {"child": "strong"})])
    assessor = Assessor(indicator_set)

    assert assessor.assess({"q": "yes", **ADULT}).level == "none_recorded"
    assert assessor.assess({"q": "yes", **CHILD}).level == "some_concern"


def test_a_child_without_a_strength_of_its_own_has_the_adults() -> None:
    indicator_set = small_set([asked("q", shows=["a"])], [indicator("a", "forced_work", {"adult": "strong"})])

    assert Assessor(indicator_set).assess({"q": "yes", **CHILD}).dimensions["forced_work"] == "supported"


def test_on_impressions_alone_the_level_is_at_most_some_concern() -> None:
    looks = [{"id": "look", "kind": "impression", "record": "look", "shows": ["m", "p"]}]
    indicator_set = small_set(
        [asked("held", shows=["papers"])],
        [
            indicator("m", "coercion", "weak"),
            indicator("p", "conditions_of_work", "weak"),
            indicator("papers", "deception", "weak"),
        ],
        stages={"seen": looks},
        rules={"delphi": [{"total": 1}], "any_strong": [{"total": 1}], "any": [{"total": 1}]},
    )
    assessor = Assessor(indicator_set)

    observed = assessor.assess({"look": "yes", "held": "no", **ADULT})
    told = assessor.assess({"look": "yes", "held": "yes", **ADULT})

    assert (observed.level, observed.observed_only) == ("some_concern", True)
    assert (told.level, told.observed_only) == ("clear_concern", False)


def test_bands_map_a_sum_of_weights_onto_levels() -> None:
    indicator_set = small_set(
        [asked("one", shows=["a"]), asked("two", shows=["b"])],
        [
            {"id": "a", "states": "a", "dimension": "coercion", "weight": 2},
            {"id": "b", "states": "b", "dimension": "coercion", "weight": 4},
        ],
        levels={},
        bands=[
            {"id": "low", "title": "Low", "score": 0, "level": "none_recorded"},
            {"id": "middle", "title": "Middle", "score": 2, "level": "some_concern"},
            {"id": "high", "title": "High", "score": 6, "level": "clear_concern"},
        ],
    )
    assessor = Assessor(indicator_set)

    middle = assessor.assess({"one": "yes", "two": "no", **ADULT})
    high = assessor.assess({"one": "yes", "two": "yes", **ADULT})

    assert middle.band is not None
    assert (middle.level, middle.score, middle.band.id) == ("some_concern", 2, "middle")
    assert (high.level, high.score) == ("clear_concern", 6)


def test_closed_questions_are_counted_apart_and_their_answers_set_aside() -> None:
    gate = {"question": "first", "is": ["yes"]}
    later = [asked("third", shows=["b"]), asked("fourth")]
    indicator_set = small_set(
        [asked("first"), asked("second", shows=["a"], when=gate), *later],
        [indicator("a", "forced_work"), indicator("b", "recruited")],
    )

    assessment = Assessor(indicator_set).assess({"first": "no", "second": "yes", "third": "yes", **ADULT})

    assert (assessment.closed, assessment.answered, assessment.open) == (("second",), 2, 1)
    assert (assessment.level, assessment.present) == ("none_recorded", ("b",))


def test_where_the_gates_were_asked_already_it_goes_by_what_they_said() -> None:
    indicator_set = small_set([asked("first"), asked("second", shows=["a"])], [indicator("a", "forced_work")])

    assessment = Assessor(indicator_set).assess({"second": "yes", **ADULT}, {"second": False})

    assert (assessment.closed, assessment.present) == (("second",), ())


def test_every_answer_counts_as_answered_and_only_what_was_not_asked_as_open() -> None:
    options = [{"id": "a", "label": "a"}, {"id": "b", "label": "b"}]
    names = ("yes", "no", "unclear", "declined")
    questions = [*(asked(name) for name in names), asked("ticked", choose="several", options=options), asked("open")]
    answers: dict[str, Answer] = {**{name: name for name in names}, "ticked": ("a", "b")}

    assessment = Assessor(small_set(questions, [])).assess({**answers, **ADULT})

    assert (assessment.closed, assessment.answered, assessment.open) == ((), 5, 1)


def test_what_several_answers_show_and_raise_adds_up_in_the_order_of_the_set() -> None:
    options = [
        {"id": "one", "label": "x", "shows": ["c"], "raises": ["third"]},
        {"id": "two", "label": "x", "shows": ["b"], "raises": ["second"]},
        {"id": "three", "label": "x", "shows": ["d"], "raises": ["fourth"]},
    ]
    indicator_set = small_set(
        [
            asked("several", choose="several", options=options),
            asked("choice", options=[{"id": "x", "label": "x", "shows": ["a"], "raises": ["first", "fifth"]}, NOTHING]),
            asked("quiet", raises=["sixth"]),
        ],
        [indicator(name, "coercion") for name in "abcd"],
        flags=[
            {"id": name, "title": "x", "do": ["x"]} for name in ("first", "second", "third", "fourth", "fifth", "sixth")
        ],
    )
    answers: dict[str, Answer] = {"several": ("one", "two"), "choice": "x", "quiet": "no"}

    assessment = Assessor(indicator_set).assess({**answers, **CHILD})

    assert assessment.present == ("a", "b", "c")
    assert assessment.flags == ("child", "first", "second", "third", "fifth")


def test_a_set_that_words_the_card_for_a_child_places_it() -> None:
    flags = [{"id": name, "title": "x", "do": ["x"]} for name in ("danger", "child", "alarm")]
    indicator_set = small_set([asked("q", raises=["alarm", "danger"])], [], flags=flags)

    assert Assessor(indicator_set).assess({"q": "yes", **CHILD}).flags == ("danger", "child", "alarm")


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
def test_a_child_or_perhaps_a_child_raises_the_flag(age: str) -> None:
    assert Assessor(exploited()).assess({"age": age}).flags == ("child",)


def test_having_been_a_child_when_it_began_raises_no_flag() -> None:
    assert Assessor(exploited()).assess({"age": "adult", "under_18_when_it_began": "yes"}).flags == ()


def test_pathways_open_only_on_what_is_recorded() -> None:
    indicator_set = small_set(
        [asked("forced", shows=["forced"])],
        [indicator("forced", "forced_work")],
        guidance=[
            {"id": "yes", "title": "x", "do": ["x"], "when": {"question": "forced", "is": ["yes"]}},
            {"id": "unclear", "title": "x", "do": ["x"], "when": {"question": "forced", "is": ["yes", "unclear"]}},
            {"id": "level", "title": "x", "do": ["x"], "when": {"level": "some_concern"}},
            {"id": "always", "title": "x", "do": ["x"]},
        ],
    )
    assessor = Assessor(indicator_set)

    assert assessor.assess(ADULT).pathways == ("always",)
    assert assessor.assess({"forced": "unclear", **ADULT}).pathways == ("unclear", "always")
    assert assessor.assess({"forced": "yes", **ADULT}).pathways == ("yes", "unclear", "level", "always")


def test_a_pathway_may_call_doubt_about_age_unclear() -> None:
    when = {"circumstance": "age", "is": ["child", "unclear"]}
    indicator_set = small_set([asked("q")], [], guidance=[{"id": "p", "title": "x", "do": ["x"], "when": when}])

    assert Assessor(indicator_set).assess({"age": "unsure"}).pathways == ("p",)
    assert Assessor(indicator_set).assess({"age": "adult"}).pathways == ()


@pytest.mark.parametrize("listed", ["child", "adult"])
def test_doubt_about_age_opens_no_pathway_that_does_not_list_it(listed: str) -> None:
    when = {"circumstance": "age", "is": [listed]}
    indicator_set = small_set([asked("q")], [], guidance=[{"id": "p", "title": "x", "do": ["x"], "when": when}])
    assessor = Assessor(indicator_set)

    assert assessor.assess({"age": listed}).pathways == ("p",)
    assert assessor.assess({"age": "unsure"}).pathways == ()
    assert assessor.assess({}).pathways == ()


def test_a_flag_opens_the_pathways_that_name_it_once_it_is_raised() -> None:
    indicator_set = small_set(
        [asked("alarm", raises=["alarm"])],
        [],
        flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
        guidance=[
            {"id": "safety", "title": "x", "do": ["x"], "when": {"flag": "alarm"}},
            {"id": "protection", "title": "x", "do": ["x"], "when": {"flag": "child"}},
        ],
    )
    assessor = Assessor(indicator_set)

    assert assessor.assess({"alarm": "yes", **ADULT}).pathways == ("safety",)
    assert assessor.assess({"alarm": "unclear", **ADULT}).pathways == ()
    assert assessor.assess({"alarm": "no", **CHILD}).pathways == ("protection",)


def test_an_option_opens_the_pathways_that_list_it_whatever_else_is_ticked() -> None:
    options = [{"id": name, "label": name} for name in ("debt", "family", "papers")]
    guidance = [
        {"id": name, "title": "x", "do": ["x"], "when": {"question": "used", "is": [name]}}
        for name in ("debt", "family", "papers")
    ]
    assessor = Assessor(small_set([asked("used", choose="several", options=options)], [], guidance=guidance))

    assert assessor.assess({"used": ("debt",), **ADULT}).pathways == ("debt",)
    assert assessor.assess({"used": ("debt", "papers"), **ADULT}).pathways == ("debt", "papers")


def test_what_was_not_said_of_the_rest_of_a_list_opens_the_pathways_that_list_it() -> None:
    options = [{"id": name, "label": name} for name in ("debt", "family")]
    when = {"question": "used", "is": ["family", "declined"]}
    guidance = [{"id": "talk-again", "title": "x", "do": ["x"], "when": when}]
    assessor = Assessor(small_set([asked("used", choose="several", options=options)], [], guidance=guidance))

    assert assessor.assess({"used": ("debt", "declined"), **ADULT}).pathways == ("talk-again",)
    assert assessor.assess({"used": ("debt", "unclear"), **ADULT}).pathways == ()
    assert assessor.assess({"used": ("debt",), **ADULT}).pathways == ()


def test_a_level_may_be_settled_while_a_pathway_can_still_open() -> None:
    indicator_set = small_set(
        [asked("held", shows=["held"]), asked("fears"), asked("alarm", raises=["alarm"])],
        [indicator("held", "forced_work", "strong")],
        flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
        guidance=[
            {"id": "asylum", "title": "x", "do": ["x"], "when": {"question": "fears", "is": ["yes"]}},
            {"id": "safety", "title": "x", "do": ["x"], "when": {"flag": "alarm"}},
            {"id": "always", "title": "x", "do": ["x"]},
        ],
    )
    assessor = Assessor(indicator_set)

    half = assessor.assess({"held": "no", **ADULT})
    assert (half.level_is_settled, half.may_open, half.settled) == (True, ("asylum", "safety"), False)
    told = {"held": "no", "alarm": "no", **ADULT}
    assert assessor.assess({**told, "fears": "unclear"}).may_open == ("asylum",)
    assert assessor.assess({**told, "fears": "yes"}).settled
    assert assessor.assess({**told, "fears": "no"}).settled


def test_every_flag_that_may_still_be_raised_may_open_a_pathway_and_so_may_an_age_not_asked() -> None:
    indicator_set = small_set(
        [asked("first", raises=["alarm"]), asked("second", raises=["worry"])],
        [],
        flags=[{"id": name, "title": "x", "do": ["x"]} for name in ("alarm", "worry")],
        guidance=[
            {"id": name, "title": "x", "do": ["x"], "when": {"flag": name}} for name in ("alarm", "worry", "child")
        ],
    )
    assessor = Assessor(indicator_set)

    assert assessor.assess({}).may_open == ("alarm", "worry", "child")
    assert assessor.assess(ADULT).may_open == ("alarm", "worry")
    assert assessor.assess({"first": "no", "second": "no"}).may_open == ("child",)
    assert assessor.could_be_opened_by(["age"], {"first": "yes"}) == ("child",)


def test_what_questions_could_still_open_leaves_out_what_others_could() -> None:
    indicator_set = small_set(
        [asked("held", shows=["held"]), asked("fears"), asked("debt", shows=["owes"])],
        [indicator("held", "forced_work", "strong"), indicator("owes", "coercion", "strong")],
        guidance=[
            {"id": "asylum", "title": "x", "do": ["x"], "when": {"question": "fears", "is": ["yes"]}},
            {"id": "debts", "title": "x", "do": ["x"], "when": {"in": ["coercion"], "total": 1}},
            {"id": "worried", "title": "x", "do": ["x"], "when": {"level": "some_concern"}},
        ],
    )
    assessor = Assessor(indicator_set)

    assert assessor.could_be_opened_by(["fears"], ADULT) == ("asylum",)
    assert assessor.could_be_opened_by(["debt"], ADULT) == ("debts", "worried")
    assert assessor.could_be_opened_by(["held", "debt"], {"held": "yes", **ADULT}) == ("debts",)
    assert assessor.could_be_opened_by(["fears", "debt"], {"fears": "no", "debt": "no", **ADULT}) == ()


def test_what_could_open_a_pathway_goes_by_no_answer_that_is_set_aside() -> None:
    gate = {"question": "first", "is": ["yes"]}
    indicator_set = small_set(
        [asked("first"), asked("second", shows=["a"], when=gate), asked("third", shows=["b"])],
        [indicator("a", "forced_work"), indicator("b", "forced_work")],
        guidance=[{"id": "both", "title": "x", "do": ["x"], "when": {"in": ["purpose"], "total": 2}}],
    )
    assessor = Assessor(indicator_set)

    assert assessor.could_be_opened_by(["third"], {"first": "yes", "second": "yes", **ADULT}) == ("both",)
    assert assessor.could_be_opened_by(["third"], {"first": "no", "second": "yes", **ADULT}) == ()


def test_what_could_open_a_pathway_goes_by_the_age_and_by_the_flags_that_are_raised() -> None:
    indicator_set = small_set(
        [asked("first", raises=["alarm"]), asked("second", shows=["a"], raises=["alarm"])],
        [indicator("a", "forced_work", {"child": "strong"})],
        flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
        guidance=[
            {"id": "strong", "title": "x", "do": ["x"], "when": {"in": ["purpose"], "strong": 1}},
            {"id": "flagged", "title": "x", "do": ["x"], "when": {"flag": "alarm"}},
        ],
    )
    assessor = Assessor(indicator_set)

    assert assessor.could_be_opened_by(["second"], CHILD) == ("strong", "flagged")
    assert assessor.could_be_opened_by(["second"], ADULT) == ("flagged",)
    assert assessor.could_be_opened_by(["second"], {"first": "yes", **ADULT}) == ()
    assert assessor.could_be_opened_by(["first"], {"second": "yes", **CHILD}) == ()


def test_an_answer_set_aside_opens_no_pathway() -> None:
    when = {"question": "second", "is": ["yes"]}
    indicator_set = small_set(
        [asked("first"), asked("second", when={"question": "first", "is": ["yes"]})],
        [],
        guidance=[{"id": "p", "title": "x", "do": ["x"], "when": when}],
    )
    assessor = Assessor(indicator_set)

    assert assessor.assess({"first": "yes", "second": "yes", **ADULT}).pathways == ("p",)
    assert assessor.assess({"first": "no", "second": "yes", **ADULT}).pathways == ()


def test_pathways_open_on_what_is_supported_and_on_numbers_of_indicators() -> None:
    guidance = [
        {"id": "labour-rights", "title": "x", "do": ["x"], "when": {"in": ["conditions_of_work"], "total": 1}},
        {"id": "exploited", "title": "x", "do": ["x"], "when": {"element": "purpose"}},
        {"id": "forced", "title": "x", "do": ["x"], "when": {"dimension": "forced_work"}},
    ]
    assessor = Assessor(exploited(guidance=guidance))

    assert assessor.assess({"held": "yes", **ADULT}).pathways == ()
    assert assessor.assess({"hours": "yes", **ADULT}).pathways == ("labour-rights",)
    assert assessor.assess({"forced": "yes", **ADULT}).pathways == ("exploited", "forced")


def test_what_would_support_a_dimension_goes_by_the_age() -> None:
    indicator_set = small_set(
        [asked("q", shows=["papers", "locked-in", "sold"])],
        [
            indicator("papers", "coercion"),
            indicator("locked-in", "coercion"),
            indicator("sold", "coercion", {"child": "strong"}),
        ],
    )
    rules = Assessor(indicator_set).rules

    def supports(name: str, present: list[str], *, child: bool) -> bool:
        return rules.supports(name, rules.bits(present), child=child)

    assert not supports("coercion", ["papers"], child=False)
    assert supports("coercion", ["papers", "locked-in"], child=False)
    assert not supports("coercion", ["papers", "sold"], child=False)
    assert supports("coercion", ["papers", "sold"], child=True)
    assert not supports("deception", ["papers", "locked-in"], child=False)


@pytest.mark.parametrize(
    ("circumstances", "present", "undetermined"),
    [(ADULT, (), ()), (CHILD, ("sold",), ()), ({}, (), ("sold",)), ({"age": "adult"}, (), ("sold",))],
    ids=["adult", "child", "nothing asked", "when it began not asked"],
)
def test_what_counts_for_a_child_only_is_not_there_for_an_adult(
    circumstances: dict[str, Answer], present: tuple[str, ...], undetermined: tuple[str, ...]
) -> None:
    indicator_set = small_set([asked("q", shows=["sold"])], [indicator("sold", "coercion", {"child": "strong"})])

    found = Assessor(indicator_set).assess({"q": "yes", **circumstances})

    assert (found.present, found.undetermined) == (present, undetermined)
    assert Assessor(indicator_set).assess({"q": "unclear", **ADULT}).undetermined == ()


def test_of_an_adult_impressions_stay_all_there_is_whatever_counts_for_a_child() -> None:
    indicator_set = small_set(
        [asked("q", shows=["sold"])],
        [indicator("afraid", "coercion", "weak"), indicator("sold", "forced_work", {"child": "strong"})],
        stages={"seen": [{"id": "look", "kind": "impression", "record": "L", "shows": ["afraid"]}]},
    )
    assessor = Assessor(indicator_set)

    assert assessor.assess({"look": "yes", "q": "yes", **ADULT}).observed_only
    assert not assessor.assess({"look": "yes", "q": "yes", **CHILD}).observed_only


# --- the laws, over random sets and random records ---


@many
@given(sets_with_records())
def test_bounds_are_safe(case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]) -> None:
    indicator_set, answers, circumstances = case
    assessor = Assessor(indicator_set)
    low, high = assessor.assess({**answers, **circumstances}).bounds

    for complete in completions(indicator_set, answers, circumstances):
        reached = assessor.assess(complete).bounds
        assert RANK[low] <= RANK[reached[0]] <= RANK[reached[1]] <= RANK[high]


@many
@given(sets_with_records())
def test_no_completion_opens_a_pathway_that_was_not_said_to_be_able_to(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]],
) -> None:
    indicator_set, answers, circumstances = case
    assessor = Assessor(indicator_set)
    assessment = assessor.assess({**answers, **circumstances})

    for complete in completions(indicator_set, answers, circumstances):
        assert {*assessor.assess(complete).pathways} <= {*assessment.pathways, *assessment.may_open}


@many
@given(sets_with_records(), st.data())
def test_what_is_not_said_of_the_rest_leaves_as_much_open_as_what_was_not_asked(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]], data: st.DataObject
) -> None:
    indicator_set, answers, circumstances = case
    lists = [question for _, _, question in indicator_set.questions() if half_told_answers(question)]
    assume(lists)
    question = data.draw(st.sampled_from(lists))
    ticks = ticks_of(data.draw(st.sampled_from(half_told_answers(question))))
    assessor = Assessor(indicator_set)

    def assessed(answer: Answer | None) -> Assessment:
        told = {name: each for name, each in answers.items() if name != question.id}
        return assessor.assess({**told, **({} if answer is None else {question.id: answer}), **circumstances})

    no, not_asked = assessed(ticks), assessed(with_rest(ticks, "not_asked"))
    for rest in ("unclear", "declined"):
        not_said = assessed((*ticks, rest))
        assert not_said.bounds == not_asked.bounds
        assert set(not_said.undetermined) == set(not_asked.undetermined)
        assert {*not_asked.pathways} <= {*not_said.pathways}
    assert RANK[not_asked.bounds[0]] == RANK[no.bounds[0]] or set(no.closed) != set(not_asked.closed)
    assert RANK[not_asked.bounds[1]] >= RANK[no.bounds[1]]


@few
@given(sets_with_records(gates=False, options=False, impressions=False))
def test_bounds_are_exact_where_nothing_excludes(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]],
) -> None:
    indicator_set, answers, circumstances = case
    assessor = Assessor(indicator_set)

    reached = [RANK[assessor.assess(completion).level] for completion in completions(*case)]

    low, high = assessor.assess({**answers, **circumstances}).bounds
    assert (min(reached), max(reached)) == (RANK[low], RANK[high])


@many
@given(sets_with_records(), st.data())
def test_one_more_indicator_never_lowers_a_level_nor_closes_a_pathway(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]], data: st.DataObject
) -> None:
    indicator_set, answers, circumstances = case
    assessor = Assessor(indicator_set)
    before = assessor.assess({**answers, **circumstances})
    open_questions = [each.id for _, _, each in indicator_set.questions() if each.id not in before.closed]
    assume(open_questions)
    question = data.draw(st.sampled_from(open_questions))
    grown = grown_answer(indicator_set, question, answers.get(question), data)
    assume(grown is not None)
    assert grown is not None

    after = assessor.assess({**answers, question: grown, **circumstances})

    assert RANK[after.bounds[0]] >= RANK[before.bounds[0]]
    vague = answers.get(question) in {"unclear", "declined"}
    unclear_listed = {"unclear", "declined"}
    kept = set(after.pathways) | (_opened_by(indicator_set, unclear_listed) if vague else set())
    assert set(before.pathways) <= kept
    assert set(before.flags) <= set(after.flags)


def _opened_by(indicator_set: IndicatorSet, words: set[str]) -> set[str]:
    """Pathways that some record of "unclear" may have opened; such a record is replaced, not added to."""
    return {pathway.id for pathway in indicator_set.guidance if any(word in repr(pathway.when) for word in words)}


@many
@given(sets_with_records())
def test_a_child_is_never_below_an_adult(case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]) -> None:
    indicator_set, answers, circumstances = case
    assessor = Assessor(indicator_set)
    facts = {name: value for name, value in circumstances.items() if name != "age"}

    adult = assessor.assess({**answers, **facts, "age": "adult"})

    for age in ("child", "unsure", "declined"):
        child = assessor.assess({**answers, **facts, "age": age})
        assert RANK[child.bounds[0]] >= RANK[adult.bounds[0]]
        assert RANK[child.bounds[1]] >= RANK[adult.bounds[1]] or adult.child_undecided


@many
@given(sets_with_records())
def test_set_aside_answers_never_count(case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]) -> None:
    indicator_set, answers, circumstances = case
    assessor = Assessor(indicator_set)
    with_them = assessor.assess({**answers, **circumstances})

    without = {name: answer for name, answer in answers.items() if name not in with_them.closed}

    assert assessor.assess({**without, **circumstances}) == with_them


@many
@given(sets_with_records())
def test_the_parts_make_up_the_set(case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]) -> None:
    indicator_set, answers, circumstances = case

    assessment = Assessor(indicator_set).assess({**answers, **circumstances})

    questions = list(indicator_set.questions())
    assert len(assessment.closed) + assessment.answered + assessment.open == len(questions)
    assert "too_little_known" not in assessment.bounds


@many
@given(sets_with_records(), st.data())
def test_unknown_is_never_treated_as_no(
    case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]], data: st.DataObject
) -> None:
    indicator_set, answers, circumstances = case
    assume(answers)
    question = data.draw(st.sampled_from(sorted(answers)))
    assessor = Assessor(indicator_set)
    known = assessor.assess({**answers, **circumstances})

    for unknown in ("unclear", "declined"):
        doubtful = assessor.assess({**answers, question: unknown, **circumstances})
        assert RANK[doubtful.bounds[1]] >= RANK[known.bounds[0]]
        assert set(doubtful.closed) <= set(known.closed)
