"""What to do and whom to call, for what was recorded."""

from datetime import UTC, date, datetime

import pytest

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.referral.moment import moment_in
from screening.result.advise import advise
from screening.sets.answers import Answer
from tests.support.building import asked, small_set
from tests.support.services import TODAY, directory, service, told


def test_advice_follows_flags_then_pathways_and_keeps_wishes_and_duties() -> None:
    indicator_set = small_set(
        [asked("alarm", raises=["alarm"])],
        [],
        flags=[{"id": "alarm", "title": "x", "do": ["x"], "needs": ["crisis-line"]}],
        guidance=[
            {"id": "one", "title": "x", "do": ["x"], "needs": ["shelter", "crisis-line"]},
            {"id": "two", "title": "x", "do": ["x"], "when": {"circumstance": "abroad", "is": ["yes"]}},
        ],
    )
    duties = [
        {"id": name, "title": name, "text": ["x"], "evidence": "official", "source": "x", "page_date": "2026", **more}
        for name, more in (
            ("all", {}),
            ("child", {"child": True}),
            ("shelter", {"needs": ["shelter"]}),
            ("work", {"needs": ["labour-advice"]}),
        )
    ]
    circumstances: dict[str, Answer] = {"age": "adult", "police": "no", "gender": "woman"}
    assessment = Assessor(indicator_set).assess({"alarm": "yes", **circumstances})

    advice = advise(indicator_set, assessment, circumstances, directory(service("a"), duties=duties), TODAY)

    assert [flag.id for flag in advice.flags] == ["alarm"]
    assert [pathway.id for pathway in advice.pathways] == ["one"]
    assert [offer.need for offer in advice.by_need] == ["crisis-line", "shelter"]
    assert advice.wishes == {"police": "no"}
    assert [duty.id for duty in advice.duties] == ["all", "shelter"]


def test_for_somebody_abroad_help_from_there_comes_before_everything() -> None:
    indicator_set = small_set(
        [asked("alarm", raises=["alarm"])],
        [],
        flags=[{"id": "alarm", "title": "x", "do": ["x"], "needs": ["crisis-line", "residents-abroad"]}],
    )
    abroad: dict[str, Answer] = {"abroad": "yes"}
    assessor = Assessor(indicator_set)

    def needs(circumstances: dict[str, Answer], answers: dict[str, Answer]) -> list[str]:
        assessment = assessor.assess({**answers, **circumstances})
        return [each.need for each in advise(indicator_set, assessment, circumstances, directory(), TODAY).by_need]

    assert needs(abroad, {"alarm": "yes"}) == ["residents-abroad", "crisis-line"]
    assert needs(abroad, {}) == ["residents-abroad"]
    assert needs({}, {}) == []


@pytest.mark.parametrize(
    ("needs", "expected"), [(["shelter", "asylum-advice"], ["-consulate"]), (["shelter"], ["consulate?"])]
)
def test_who_needs_advice_on_asylum_is_not_sent_to_the_authorities_of_a_state(
    needs: list[str], expected: list[str]
) -> None:
    indicator_set = small_set([asked("q")], [], guidance=[{"id": "p", "title": "x", "do": ["x"], "needs": needs}])
    place = directory(service("consulate", represents="Utopia"))

    advice = advise(indicator_set, Assessor(indicator_set).assess({}), {}, place, TODAY)

    assert told(advice.by_need[0]) == expected


def test_a_child_gets_the_duties_towards_children_and_a_card_even_from_a_set_without_one() -> None:
    indicator_set = small_set([asked("q")], [])
    child: dict[str, Answer] = {"age": "unsure"}
    assessment = Assessor(indicator_set).assess(child)
    duty = {"id": "d", "title": "x", "text": ["x"], "child": True}
    place = directory(duties=[{**duty, "evidence": "official", "source": "x", "page_date": "2026"}])

    advice = advise(indicator_set, assessment, child, place, TODAY)

    assert [flag.id for flag in advice.flags] == ["child"]
    assert advice.by_need[0].need == "child-protection"
    assert [duty.id for duty in advice.duties] == ["d"]


@pytest.mark.parametrize(
    ("age", "do", "do_not"),
    [
        ("adult", ["Ask.", "Offer a bed."], []),
        ("child", ["Ask.", "Find a bed.", "Stay."], ["Send nobody home."]),
        ("unsure", ["Ask.", "Find a bed.", "Stay."], ["Send nobody home."]),
        ("declined", ["Ask.", "Find a bed.", "Stay."], ["Send nobody home."]),
        (
            None,
            [
                "Ask.",
                "If the person is under 18, or may be: Find a bed.",
                "If the person is an adult: Offer a bed.",
                "If the person is under 18, or may be: Stay.",
            ],
            ["If the person is under 18, or may be: Send nobody home."],
        ),
    ],
)
@pytest.mark.parametrize("flag", [True, False], ids=["flag", "pathway"])
def test_a_line_for_an_age_is_said_of_nobody_else(
    age: str | None, do: list[str], do_not: list[str], *, flag: bool
) -> None:
    block = {
        "id": "alarm",
        "title": "x",
        "do": ["Ask.", {"adult": "Offer a bed.", "child": "Find a bed."}, {"child": "Stay."}],
        "do_not": [{"child": "Send nobody home."}],
    }
    indicator_set = small_set(
        [asked("alarm", raises=["alarm"] if flag else [])],
        [],
        flags=[block] if flag else [],
        guidance=[] if flag else [block],
    )
    circumstances: dict[str, Answer] = {"age": age} if age is not None else {}
    assessment = Assessor(indicator_set).assess({"alarm": "yes", **circumstances})

    advice = advise(indicator_set, assessment, circumstances, None, TODAY)

    said = next(each for each in (*advice.flags, *advice.pathways) if each.id == "alarm")
    assert [ENGLISH.render(line) for line in said.do] == do
    assert [ENGLISH.render(line) for line in said.do_not] == do_not


def test_advice_says_from_which_directory_it_is() -> None:
    indicator_set = small_set([asked("q")], [])
    place = directory(service("a"))

    assert advise(indicator_set, Assessor(indicator_set).assess({}), {}, place, TODAY).directory is place


def test_today_is_the_day_of_the_place() -> None:
    indicator_set = small_set([asked("q")], [])
    late = moment_in(directory(), datetime(2026, 11, 22, 20, tzinfo=UTC))

    advice = advise(indicator_set, Assessor(indicator_set).assess({}), {}, directory(), late)

    assert advice.today == date(2026, 11, 23)


def test_without_a_directory_there_is_advice_and_no_services() -> None:
    indicator_set = small_set([asked("q")], [], guidance=[{"id": "p", "title": "x", "do": ["x"], "needs": ["shelter"]}])

    advice = advise(indicator_set, Assessor(indicator_set).assess({}), {}, None, TODAY)

    assert (len(advice.pathways), advice.by_need, advice.directory) == (1, (), None)


@pytest.mark.parametrize(
    ("age", "wish", "kept_out"),
    [
        ("adult", "yes", False),
        ("adult", None, True),
        ("child", "yes", False),
        ("child", None, False),
        ("child", "no", True),
    ],
)
def test_of_an_adult_who_was_not_asked_about_the_police_it_is_taken_as_no_and_of_a_child_it_is_not(
    age: str, wish: str | None, kept_out: bool
) -> None:
    indicator_set = small_set([asked("q")], [])
    circumstances: dict[str, Answer] = {"age": age, **({} if wish is None else {"police": wish})}

    advice = advise(indicator_set, Assessor(indicator_set).assess(circumstances), circumstances, directory(), TODAY)

    assert advice.without_police is kept_out
