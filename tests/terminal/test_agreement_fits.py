"""What asks for agreement is seen whole: nobody agrees to what stands on another page."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.terminal.steps import step_screen
from screening.terminal.view_state import first_view_state
from tests.support.thorough import one_in
from tests.terminal.talking import SERVICES, a_context
from tests.terminal.test_their_words import around, at, own_set

LANGUAGES = ["en", "zh-Hant", "id", "fil", "th", "vi", "zh-Hans"]
ASKING = ["first-contact", "palermo", "self-check"]


@pytest.mark.parametrize("own", LANGUAGES)
@pytest.mark.parametrize("name", ASKING)
def test_the_agreement_stands_on_one_screen_of_80_by_24(name: str, own: str) -> None:
    interview = Interview(own_set(name, own), SERVICES)
    frame = at(step_screen(interview, State(back_at=Step("agreement")), a_context()), own)

    assert (frame.pages, len(frame.choices.rows) <= frame.choices_height) == (1, True)


@pytest.mark.parametrize(("own", "theirs"), one_in(6, list(permutations(LANGUAGES, 2))))
@pytest.mark.parametrize("name", ASKING)
def test_beside_another_language_it_does_too_as_far_as_one_of_them_is_chosen(name: str, own: str, theirs: str) -> None:
    interview = Interview(own_set(name, own), SERVICES)
    screen = step_screen(interview, State(back_at=Step("agreement")), around(theirs))

    for words in ("both", "theirs", "own"):
        frame = at(screen, own, view=replace(first_view_state(screen), words=words))
        assert (frame.pages, len(frame.choices.rows) <= frame.choices_height) == (1, True), words
