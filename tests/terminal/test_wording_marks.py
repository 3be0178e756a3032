"""A mark beside a heading is about the words on that screen, and about no others."""

import pytest
from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import Step
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.model import Wording
from screening.terminal.wording_marks import marked

WRITTEN = find_set("first-contact")


@pytest.mark.parametrize(
    ("unreviewed", "shown"),
    [("set.agreement", True), ("set.agreement_if_kept", False), ("set.card.0", False)],
    ids=["its-own", "that-of-forms", "another"],
)
def test_the_agreement_is_marked_for_its_own_words_only(unreviewed: str, shown: bool) -> None:
    wording = Wording(language="id", written=WRITTEN, unreviewed=frozenset({unreviewed}))
    interview = Interview(replace(WRITTEN, wording=wording))

    heading = marked("Agreement", interview, Step("agreement"), [wording])

    assert ("~" in ENGLISH.render(heading)) is shown
