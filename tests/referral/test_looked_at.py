"""Which circumstances matter for whom to call, against what matching makes of every answer."""

import pytest
from msgspec.structs import replace

from screening.referral.directory import Directory
from screening.referral.looked_at import ServicesLookedAt, looked_at
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import moment_in
from screening.referral.reasons import Reason
from screening.referral.refining import answers_to
from screening.referral.service import Service
from screening.sets.answers import Answers
from screening.sets.circumstances import CIRCUMSTANCES
from tests.support.building import directories
from tests.support.program import THE_DAY

ASKED = [name for name, kind in CIRCUMSTANCES.items() if kind.stage in {"age", "circumstances"}]
# Who they are decides who is left out already.
PEOPLE: dict[str, Answers] = {
    "nothing known": {},
    "an adult": {"age": "adult", "gender": "man"},
    "a child": {"age": "child", "gender": "woman"},
    "abroad": {"age": "adult", "abroad": "yes"},
}


def called(directory: Directory, service: Service, recorded: Answers) -> object:
    """Whether, how and with what warnings a service is named for each of its needs."""
    alone = replace(directory, services=(service,))
    return match_services(service.offers, recorded, alone, moment_in(directory, THE_DAY))


@pytest.mark.parametrize("place", list(directories()))
def test_a_service_is_the_same_whatever_is_answered_about_what_it_does_not_look_at(place: str) -> None:
    directory = directories()[place]
    for service in directory.services:
        for name in ASKED:
            # A bed for a child is a matter of its own.
            if name in looked_at(service) or name == "age":
                continue
            without = called(directory, service, {})
            for answer in (*answers_to(name, directory), "unclear", "declined"):
                assert called(directory, service, {name: answer}) == without, (service.id, name, answer)


@pytest.mark.parametrize("person", PEOPLE.values(), ids=list(PEOPLE))
@pytest.mark.parametrize("place", list(directories()))
def test_what_is_not_asked_could_not_have_changed_whom_to_call(place: str, person: Answers) -> None:
    directory = directories()[place]
    services = ServicesLookedAt(directories())
    recorded = {"place": place, **person}
    moment = moment_in(directory, THE_DAY)
    for need in sorted(directory.answers):
        now = match_services([need], recorded, directory, moment)
        for name in ASKED:
            if name in {"age", *recorded} or services.look_at(name, {need}, recorded):
                continue
            for answer in answers_to(name, directory):
                then = match_services([need], {**recorded, name: answer}, directory, moment)
                assert [named(each) for each in then] == [named(each) for each in now], (need, name, answer)


def named(by_need: NeedServices) -> list[tuple[str, tuple[Reason, ...]]]:
    """Who is named, in which order and with what warnings."""
    return [(match.service.id, match.ask_first) for match in by_need.matches]


def test_in_hong_kong_papers_matter_and_children_along_do_not() -> None:
    services = ServicesLookedAt(directories())
    everything = directories()["hk"].answers
    person: Answers = {"place": "hk", "age": "adult"}

    asked = {name for name in ASKED if services.look_at(name, everything, person)}
    assert {"gender", "identity_card", "may_stay", "languages", "abroad"} <= asked
    assert not {"with_children", "district"} & asked
    # The district only for a child: the units that go by it protect children.
    assert services.look_at("district", everything, {"place": "hk", "age": "child"})


def test_it_goes_by_what_may_be_needed() -> None:
    services = ServicesLookedAt(directories())

    assert services.look_at("gender", {"shelter"}, {"place": "hk"})
    assert not services.look_at("gender", {"labour-advice"}, {"place": "hk"})


def test_where_no_directory_is_nothing_matters() -> None:
    assert not ServicesLookedAt({}).look_at("gender", {"shelter"}, {"place": "hk"})
