"""Which question would change whom to call the most, and that none is asked for nothing."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.referral.directory import Directory
from screening.referral.matching import first_to_try, match_services
from screening.referral.refining import answers_to, best_question
from screening.sets.answers import Answer
from screening.sets.needs import Need
from tests.support.building import build_directory, directories
from tests.support.services import TODAY
from tests.support.thorough import examples

ASKED = (
    *("gender", "age", "situation", "languages", "with_children", "district", "identity_card", "may_stay", "police"),
    "abroad",
)
HONG_KONG = directories()["hk"]
SHOWN = {"source": "x", "page_date": "2026"}


def place(*services: Mapping[str, Any]) -> Directory:
    """A directory with these services for a bed, each with a number of its own."""
    return build_directory(
        {
            "place": "aa",
            "names": {"en": "Aa"},
            "as_of": "2026-11-22",
            "time_zone": "Asia/Hong_Kong",
            "emergency": {"number": "999", "names": {"en": "Police"}, "evidence": "official", **SHOWN},
            "services": [
                {
                    "id": f"s{number}",
                    "names": {"en": "x"},
                    "offers": ["shelter"],
                    "contacts": [{"kind": "telephone", "number": str(number), "evidence": "official"}],
                    **SHOWN,
                    **service,
                }
                for number, service in enumerate(services)
            ],
        }
    )


def barrier(value: str) -> dict[str, Any]:
    return {"barriers": [{"kind": "needs_legal_stay", "value": value, "evidence": "official", **SHOWN}]}


def called(directory: Directory, circumstances: Mapping[str, Answer], need: Need = "shelter") -> list[tuple[str, str]]:
    """Who is named, in order, and by which number."""
    (found,) = match_services([need], circumstances, directory, TODAY)
    return [(match.service.id, first_to_try(match).contact.number) for match in found.matches]


WOMEN, MEN = {"serves": {"gender": ["woman"]}}, {"serves": {"gender": ["man"]}}
ADULTS = {"serves": {"ages": ["adult"]}}
EVERYBODY: dict[str, Any] = {}
NO_CHILDREN = {"serves": {"with_children": False}}


@pytest.mark.parametrize(
    ("services", "best"),
    [
        ([EVERYBODY], None),
        ([EVERYBODY, EVERYBODY], None),
        ([WOMEN, MEN], "gender"),
        ([EVERYBODY, ADULTS], "age"),
        ([EVERYBODY, NO_CHILDREN], "with_children"),
        # Who answers first weighs more than who answers last.
        ([EVERYBODY, EVERYBODY, EVERYBODY, NO_CHILDREN, WOMEN, MEN], "gender"),
        # A right to stay is asked for only where somebody asks for it.
        ([EVERYBODY, barrier("no")], None),
        ([EVERYBODY, barrier("yes")], "may_stay"),
    ],
    ids=str,
)
def test_the_question_that_changes_the_list_most_is_the_best(services: list[dict[str, Any]], best: str | None) -> None:
    assert best_question(["shelter"], {}, place(*services), TODAY, ASKED) == best


def test_of_two_that_change_as_much_the_first_is_asked() -> None:
    both = place({"serves": {"gender": ["woman"], "ages": ["adult"]}}, EVERYBODY)
    by_stay = place({**barrier("yes"), "serves": {"with_children": False}}, EVERYBODY)

    assert best_question(["shelter"], {}, by_stay, TODAY, ["with_children", "may_stay"]) == "with_children"
    assert best_question(["shelter"], {}, by_stay, TODAY, ["may_stay", "with_children"]) == "may_stay"
    assert best_question(["shelter"], {}, both, TODAY, []) is None


def test_whether_the_person_is_abroad_is_asked_only_where_nothing_else_matters() -> None:
    here = place({"serves": {"abroad": False}}, {**NO_CHILDREN})

    assert best_question(["shelter"], {}, here, TODAY, ["abroad", "with_children"]) == "with_children"
    assert best_question(["shelter"], {"with_children": "no"}, here, TODAY, ["abroad"]) == "abroad"


def test_what_is_known_leaves_nothing_to_ask() -> None:
    assert best_question(["shelter"], {"gender": "woman"}, place(WOMEN, EVERYBODY), TODAY, ["age", "may_stay"]) is None


def test_districts_and_languages_are_those_of_the_place() -> None:
    assert answers_to("district", HONG_KONG) == tuple(HONG_KONG.districts)
    assert answers_to("languages", HONG_KONG) == tuple((code,) for code in HONG_KONG.languages)
    assert answers_to("age", HONG_KONG) == ("child", "adult")
    assert "other" not in answers_to("gender", HONG_KONG)


_PERSON = st.fixed_dictionaries(
    {},
    optional={
        "gender": st.sampled_from(["woman", "man", "other"]),
        "age": st.sampled_from(["child", "adult", "unsure"]),
        "situation": st.sampled_from([("domestic-work",), ("fishing",), ("commercial-sex",)]),
        "may_stay": st.sampled_from(["yes", "no"]),
        "identity_card": st.sampled_from(["yes", "no"]),
        "police": st.sampled_from(["yes", "no"]),
    },
)
_NEEDS: tuple[Need, ...] = ("shelter", "medical", "migrant-worker-help", "child-protection", "legal-advice", "police")


@examples(60)
@given(_PERSON, st.sampled_from(_NEEDS), st.sampled_from(["hk", "gb", "th", "us"]))
def test_a_question_that_changes_nothing_is_never_asked_and_one_that_changes_something_is_never_missed(
    person: dict[str, Answer], need: Need, code: str
) -> None:
    directory = directories()[code]
    may_ask = [name for name in ASKED if name not in person]
    now = called(directory, person, need)

    best = best_question([need], person, directory, TODAY, may_ask)

    changing = [
        name
        for name in may_ask
        if any(called(directory, {**person, name: value}, need) != now for value in answers_to(name, directory))
    ]
    assert best in changing if changing else best is None
