"""ODK's own engine, in Node: a form is filled as a telephone fills it, and says what it says there.

The engine and a page's classes come with `npm install --prefix build/npm --no-save @getodk/xforms-engine jsdom`, as
`.ci/run` does it.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from screening.engine.gating import Gates
from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.catalog import ENGLISH
from screening.sets.answers import Answer, Answers, values_of
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.writing.workbooks import workbook
from tests.support.thorough import THOROUGH

MODULES = Path(__file__).parents[2] / "build" / "npm" / "node_modules"
RUNNER = Path(__file__).parents[1] / "export" / "odk" / "fill.mjs"
PLACES = {"hk": "Hong Kong", "gb": "United Kingdom"}


class Filled(Struct, frozen=True):
    """What a form said once it was filled.

    Attributes:
        values: of every field that has one and is asked or calculated.
        notes: what was to be read.
        wrong: fields that break a constraint.
    """

    values: dict[str, str]
    notes: list[str]
    wrong: list[str]


def needs_odk() -> None:
    """Skip a test on a machine without Node or the engine; where everything has to be tried, fail."""
    missing = ["node"] if shutil.which("node") is None else []
    missing += [name for name in ("@getodk/xforms-engine", "jsdom") if not (MODULES / name).is_dir()]
    _do_without(missing)


def needs_java() -> None:
    """The same without Java, which ODK Validate runs on; pyxform brings it."""
    _do_without(["java"] if shutil.which("java") is None else [])


def _do_without(missing: Sequence[str]) -> None:
    if missing and THOROUGH:
        pytest.fail(f"{', '.join(missing)} must be installed here; .ci/run says how")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


def in_english(indicator_set: IndicatorSet) -> bytes:
    """The workbook of a set as it was written, with the words of the program in English."""
    return workbook(xlsform([Spoken(indicator_set.written, ENGLISH, PLACES)]))


def xform(book: bytes, *, validate: bool = False) -> str:
    """What pyxform makes of a workbook. It has to be content with it, and so has ODK Validate where that is wanted."""
    from pyxform.xls2xform import convert

    converted = convert(book, file_type=".xlsx", validate=validate)
    assert converted.warnings == []
    return str(converted.xform)


def fill(form: str, records: Iterable[Answers], folder: Path) -> Iterator[Filled]:
    """Fill a form with records, one after the other.

    Args:
        form: an XForm.
        records: what to answer, in the order of asking; what is not asked then is passed over.
        folder: where to put the form.
    """
    path = folder / "form.xml"
    path.write_text(form, encoding="utf-8")
    lines = "".join(json.dumps({"answers": list(_to_choose(record))}) + "\n" for record in records)
    command = ["node", str(RUNNER), str(path), str(MODULES)]
    done = subprocess.run(command, input=lines, capture_output=True, encoding="utf-8", timeout=900, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    for line in done.stdout.splitlines():
        yield Filled(**json.loads(line))


def _to_choose(record: Answers) -> Iterator[tuple[str, Sequence[str]]]:
    yield from ((name, values_of(answer)) for name, answer in record.items())


def items_in(indicator_set: IndicatorSet) -> dict[str, Item]:
    """What a form of the set asks."""
    items = items_of(indicator_set)
    return {name: item for name, item in items.items() if item.options or name == "place"}


def as_asked(indicator_set: IndicatorSet, record: Answers) -> dict[str, Answer]:
    """What a form records of a record: in its order, and without what waits for an earlier answer, which is not asked.

    What is answered and does not apply stays: the form has to set it aside by itself.
    """
    items, gates = items_in(indicator_set), Gates(indicator_set)
    asked: dict[str, Answer] = {}
    for name, item in items.items():
        if name not in record or not (item.takes(record[name]) or name == "place"):
            continue
        waits = gates.test(asked).get(name, True) is None and not item.always
        if not waits:
            asked[name] = record[name]
    return asked


def begun(indicator_set: IndicatorSet, record: Answers) -> dict[str, Answer]:
    """The same with what has to be told before anything is asked: the agreement, and that the screen came back."""
    about = indicator_set.about
    agreed: dict[str, Answer] = {"sr__agreement": "yes"} if about.agreement else {}
    back: dict[str, Answer] = {"sr__back": "yes"} if about.audience == "person" else {}
    return {**agreed, **back, **record}


def said(assessment: Any) -> dict[str, Any]:
    """An assessment as the fields of a form say it."""
    of_score = {} if assessment.score is None else {"score": assessment.score, "band": assessment.band.id}
    return {
        "level": assessment.level,
        "elements": dict(assessment.elements),
        "dimensions": dict(assessment.dimensions),
        "flags": list(assessment.flags),
        "pathways": list(assessment.pathways),
        "present": sorted(assessment.present),
        "undetermined": sorted(assessment.undetermined),
        "child": assessment.child,
        "child_undecided": assessment.child_undecided,
        "observed_only": assessment.observed_only,
        **of_score,
    }


def told(values: dict[str, str], indicator_set: IndicatorSet) -> dict[str, Any]:
    """What a filled form says, likewise."""
    own = {name.removeprefix("sr__"): value for name, value in values.items() if name.startswith("sr__")}
    there = {_indicator(name, "is_") for name, value in own.items() if name.startswith("is_") and value == "1"}
    could = {_indicator(name, "may_be_") for name, value in own.items() if name.startswith("may_be_") and value == "1"}
    of_score = {"score": float(own["score"]), "band": own["band"]} if indicator_set.about.bands else {}
    # Of a rating what is there is known, and that it may be more is not.
    more = {
        _indicator(name, "may_be_")
        for name, value in own.items()
        if name.startswith("may_be_") and value == "1" and own[f"is_{name.removeprefix('may_be_')}"] == "0"
    }
    assert there <= could
    return {
        "level": own["level"],
        "elements": {name: own[f"element_{name}"] for name in ("act", "means", "purpose")},
        "dimensions": {name: own[f"dimension_{name}"] for name in indicator_set.about.dimensions},
        "flags": own.get("flags", "").split(),
        "pathways": own.get("pathways", "").split(),
        "present": sorted(there),
        "undetermined": sorted(more),
        "child": own["child"] == "1",
        "child_undecided": own["child"] == "0" and own["perhaps_child"] == "1",
        "observed_only": own.get("observed_only") == "1",
        **of_score,
    }


def _indicator(name: str, prefix: str) -> str:
    return name.removeprefix(prefix).partition("__")[0]
