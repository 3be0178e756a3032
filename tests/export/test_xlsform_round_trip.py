"""Back from a server: a form is filled, what was sent is written as servers write it, and `score` says what it said."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from screening.reading.sets import find_set
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from tests.export.test_xlsform_in_odk import EVERY, random_record, vignettes_of
from tests.support.inside import run_inside
from tests.support.odk import Filled, as_asked, begun, fill, in_english, items_in, needs_odk, xform
from tests.support.thorough import THOROUGH, one_in

pytestmark = pytest.mark.slow

RECORDS = 60 if THOROUGH else 6
ADDED = ("start", "end", "__version__", "meta/instanceID", "_id", "_uuid", "_submission_time")


def paths_in(form: str) -> dict[str, str]:
    """Every field of a form with the groups before it, by its own name. Groups have no type."""
    nodes = re.findall(r'<bind nodeset="/sr__form/([^"]+)" [^>]*type="string"', form)
    return {node.split("/")[-1]: node for node in nodes if not node.startswith("meta/")}


def as_kobo_writes(filled: Sequence[Filled], paths: Mapping[str, str], items: Mapping[str, Item]) -> str:
    """Groups before a stroke, a tick list in one column and in one for each answer, and what the server adds."""
    columns: list[tuple[str, str, str | None]] = []
    for name, path in paths.items():
        columns.append((path, name, None))
        item = items.get(name.casefold())
        if item is not None and item.several:
            answers = [*(option.id for option in item.options), item.undecided, "declined", "not_asked"]
            columns += [(f"{path}/{answer}", name, answer) for answer in answers]
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*(path for path, _, _ in columns), *ADDED])
    for number, form in enumerate(filled):
        cells = [_cell(form.values.get(name, ""), answer) for _, name, answer in columns]
        writer.writerow(
            [*cells, "2026-11-28", "2026-11-28", "v1", f"uuid:{number}", number, f"u{number}", "2026-11-28"]
        )
    return text.getvalue()


def as_central_writes(filled: Sequence[Filled], paths: Mapping[str, str]) -> str:
    """Groups before a hyphen, and every answer in one column."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(["SubmissionDate", *(path.replace("/", "-") for path in paths.values()), "meta-instanceID", "KEY"])
    for number, form in enumerate(filled):
        cells = [form.values.get(name, "") for name in paths]
        writer.writerow(["2026-11-28T02:40:00Z", *cells, f"uuid:{number}", f"uuid:{number}"])
    return text.getvalue()


def _cell(value: str, answer: str | None) -> str:
    if answer is None or not value:
        return value
    return str(int(answer in value.split(" ")))


def said_by_score(
    monkeypatch: pytest.MonkeyPatch, name: str, table: str
) -> list[tuple[str, list[str], list[str], str]]:
    """What `score` says of each record; it has to be content with every column."""
    told = run_inside(monkeypatch, "score", name, given=table)
    assert (told.code, told.err) == (0, "")
    results = map(json.loads, told.out.splitlines())
    return [(each["level"], each["flags"], each["pathways"], each["elements"]["means"]) for each in results]


def said_by_the_form(form: Filled) -> tuple[str, list[str], list[str], str]:
    """What the form said of the same."""
    own = form.values
    flags, pathways = own.get("sr__flags", "").split(), own.get("sr__pathways", "").split()
    return own["sr__level"], flags, pathways, own["sr__element_means"]


def filled_forms(indicator_set: IndicatorSet, seed: str, folder: Path) -> tuple[list[Filled], dict[str, str]]:
    """Forms filled with vignettes and with random answers, and the fields of the form."""
    chance = Random(seed)
    records = [*vignettes_of(indicator_set)[:RECORDS], *(random_record(indicator_set, chance) for _ in range(RECORDS))]
    form = xform(in_english(indicator_set))
    asked = [begun(indicator_set, as_asked(indicator_set, record)) for record in records]
    return list(fill(form, asked, folder)), paths_in(form)


@pytest.mark.parametrize("name", one_in(len(EVERY), EVERY))
def test_an_export_of_a_server_goes_straight_back(monkeypatch: pytest.MonkeyPatch, name: str, tmp_path: Path) -> None:
    needs_odk()
    indicator_set = find_set(name)
    filled, paths = filled_forms(indicator_set, name, tmp_path)
    expected = [said_by_the_form(form) for form in filled]

    assert said_by_score(monkeypatch, name, as_kobo_writes(filled, paths, items_in(indicator_set))) == expected
    assert said_by_score(monkeypatch, name, as_central_writes(filled, paths)) == expected
