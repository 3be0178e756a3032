"""The example that extends palermo: its own question counts as one more strong means, and nothing else moves."""

import pytest

from screening.engine.assess import Assessment, Assessor
from screening.lint import set_findings
from screening.lint.vignettes import differences
from screening.reading.records import RecordReader
from screening.reading.set_catalog import data_folder
from screening.reading.sets import find_set, read_set
from screening.sets.answers import Answer
from screening.sets.vignette import Vignette
from screening.sets.vocabulary import RANK
from tests.sets.test_examples import EXTENDING, FOLDER
from tests.support.thorough import one_in

FILES = read_set(FOLDER / EXTENDING)
OURS, PALERMO = FILES.set, find_set("palermo")
READER, ASSESSOR, ASSESSOR_OF_PALERMO = RecordReader(OURS), Assessor(OURS), Assessor(PALERMO)
QUESTION = "harbour-shore"
OF_BOTH = {vignette.id: vignette for vignette in PALERMO.vignettes}


def assessed(vignette: Vignette, **more: Answer) -> Assessment:
    """The case with the example, and with what is answered besides."""
    return ASSESSOR.assess({**READER.record(vignette.answers, vignette.circumstances).answers, **more})


def test_it_has_no_problem_and_no_finding_that_palermo_has_not() -> None:
    of_palermo = set(set_findings(read_set(data_folder("indicators") / "palermo")))

    assert FILES.problems == ()
    assert set(set_findings(FILES)) - of_palermo == set()


def test_it_adds_one_question_and_a_card_of_its_own() -> None:
    before, after = ([question.id for _, _, question in each.questions()] for each in (PALERMO, OURS))

    assert [each for each in after if each != QUESTION] == before
    assert OURS.about.card[0] == "Talk on land, out of sight of the ship."


def test_all_its_vignettes_come_to_their_keys() -> None:
    assert {vignette.id for vignette in OURS.vignettes} == {*OF_BOTH, "harbour-ladder", "harbour-passes"}
    for vignette in OURS.vignettes:
        # Those of palermo do not answer the question that is new, so their keys are what they come to at least.
        at_least = vignette.id in OF_BOTH
        assert differences(vignette, OURS, assessed(vignette), at_least=at_least) == [], vignette.id


@pytest.mark.parametrize("vignette", one_in(4, list(OF_BOTH.values())), ids=lambda vignette: vignette.id)
def test_with_a_no_it_says_what_palermo_says_and_with_a_yes_never_less(vignette: Vignette) -> None:
    record = RecordReader(PALERMO).record(vignette.answers, vignette.circumstances)
    before = ASSESSOR_OF_PALERMO.assess(record.answers)
    no, yes = (assessed(vignette, **{QUESTION: answer}) for answer in ("no", "yes"))

    assert (no.level, no.bounds) == (before.level, before.bounds)
    assert RANK[yes.level] >= max(RANK[before.level], RANK["some_concern"])


def test_one_strong_means_and_two_strong_conditions_of_work_make_it_clear() -> None:
    adult: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}
    work: dict[str, Answer] = {"long-hours": "yes", "pay": ("little",)}

    assert ASSESSOR.assess({**adult, QUESTION: "yes"}).bounds[0] == "some_concern"
    assert ASSESSOR.assess({**adult, **work, QUESTION: "yes"}).level == "clear_concern"
