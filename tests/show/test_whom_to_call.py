"""Whom to call, in words."""

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.matching import match_services
from screening.sets.answers import Answer
from screening.show.what_to_say import SAY_NOTHING_TO
from screening.show.whom_to_call import service_lines
from tests.support.services import TODAY, directory, service


@pytest.mark.parametrize(
    ("circumstances", "is_said"),
    [({}, True), ({"may_call": "yes"}, True), ({"may_call": "no"}, False)],
    ids=["not-asked", "may-call", "may-call-nobody"],
)
def test_what_to_keep_from_an_authority_is_said_only_where_somebody_may_be_called(
    circumstances: dict[str, Answer], is_said: bool
) -> None:
    place = directory(service("station", offers=["police"]))
    offers = match_services(("police",), circumstances, place, TODAY)
    lines = [line.text for line in service_lines(place, offers, TODAY.today, circumstances)]

    assert any("station" in line for line in map(ENGLISH.render, lines))
    assert (SAY_NOTHING_TO in lines) is is_said
