"""A form on a telephone: ODK's own pages show it, a case is told by touches, and it says what the program says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.referral.moment import Moment
from screening.result.advise import flag_card
from screening.result.evaluate import evaluate
from screening.sets.record import Record
from screening.show.levels import headline
from screening.writing.workbooks import workbook
from tests.export.test_xlsform import HOSTILE, hostile_set
from tests.support.building import hong_kong
from tests.support.odk import as_asked, begun, xform
from tests.support.web_form import WIDTH, touched

pytestmark = pytest.mark.slow

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def test_of_a_case_a_telephone_shows_the_card_the_level_and_the_numbers_that_the_program_has(tmp_path: Path) -> None:
    indicator_set = find_set("first-contact")
    vignette = max(indicator_set.vignettes, key=lambda each: len(each.expect.flags or ()))
    record = begun(indicator_set, as_asked(indicator_set, {**vignette.answers, **vignette.circumstances}))
    asked = {name: answer for name, answer in record.items() if name != "place"}
    spoken = Spoken(indicator_set.written, ENGLISH, {}, hong_kong())
    moment = Moment(NOON, NOON.replace(tzinfo=None))
    assessment = evaluate(indicator_set, Record(record), {}, moment).assessment
    assert assessment.flags

    seen = touched(xform(workbook(xlsform([spoken]))), asked, tmp_path)

    assert seen.sent["sr__level"] == assessment.level
    assert seen.sent["sr__flags"].split() == list(assessment.flags)
    for flag in assessment.flags:
        card = f"AT ONCE: {flag_card(indicator_set, flag).title}"
        assert len([shown for shown in seen.next.values() if shown.startswith(card)]) == 1
    level = ENGLISH.render(headline(indicator_set, assessment))
    assert len([shown for shown in seen.shown if shown.startswith(level)]) == 1
    assert "tel:999" in seen.links
    assert seen.items > 20
    assert seen.wide <= WIDTH
    assert [shown for shown in seen.shown if "**" in shown or "](" in shown or "\\" in shown] == []


def test_a_hostile_set_is_shown_as_it_is_written(tmp_path: Path) -> None:
    seen = touched(xform(workbook(hostile_set())), {"sr__agreement": "yes", "Meta": "yes"}, tmp_path)

    shown = "\n".join(seen.shown).replace("\u2060", "")
    assert [text for text in HOSTILE if text[:290].strip() not in shown] == []
    assert seen.links == []
    assert seen.sent["Meta"] == "yes"
