"""Which sections of a form are groups: those whose names are no trouble to whoever reads what comes back."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.catalog import ENGLISH
from screening.reading.headers import Header
from screening.sets.column_map import OWN, ColumnMap
from screening.sets.items import recordable
from screening.sets.model import IndicatorSet
from screening.writing.workbooks import workbook
from tests.export.test_xlsform import rows_of
from tests.support.building import DIMENSIONS, LEVELS, RULES, asked, build_set, hong_kong
from tests.support.odk import xform

DEBT = {
    **asked("hold-used"),
    "choose": "several",
    "options": [{"id": "debt", "label": "Debt"}, {"id": "pay", "label": "Pay"}],
}


def of_sections(sections: Mapping[str, Sequence[dict[str, Any]]]) -> IndicatorSet:
    """A set with these sections."""
    about = {
        "id": "small",
        "version": "1",
        "title": "A small set",
        "sections": [{"id": name, "stage": "questions"} for name in sections],
        "dimensions": DIMENSIONS,
        "rules": RULES,
        "levels": LEVELS,
    }
    listed = [{"id": name, "questions": questions} for name, questions in sections.items()]
    return build_set({"set": about, "indicators": [], "sections": listed})


def columns_of(indicator_set: IndicatorSet, between: str, *, in_place: bool = False) -> list[str]:
    """What a server calls the columns of the questions, and of the answers of tick lists where the stroke says so."""
    spoken = Spoken(indicator_set, ENGLISH, {}, hong_kong() if in_place else None)
    groups: list[str] = []
    columns = []
    for row in rows_of(xlsform([spoken])):
        if row["type"] == "begin_group":
            groups.append(row["name"])
        elif row["type"] == "end_group":
            groups.pop()
        elif row["type"].startswith("select_") or row["name"] == "place":
            columns.append(between.join([*groups, row["name"]]))
            if row["type"].startswith("select_multiple") and between == "/":
                columns += [f"{columns[-1]}/{option}" for option in ("debt", "pay", "unclear", "declined", "not_asked")]
    return [column for column in columns if not column.startswith(OWN)]


@pytest.mark.parametrize("between", ["/", "-", ":", "."])
@pytest.mark.parametrize(
    "sections",
    [
        {"control": [asked("papers")], "work": [DEBT]},
        {"hold_used": [asked("debt")], "work": [DEBT]},
        {"situation": [asked("fishing")]},
        {"other": [asked("papers")], "main": [asked("other-papers")]},
        {"x": [asked("y-z")], "x-y": [asked("z")]},
        {"x_y": [asked("z")], "x-y": [asked("z-z")], "z": [asked("x-y-z")]},
        {"place": [asked("papers")], "age": [asked("old")]},
        {"work": [asked("a-b"), asked("a_b")]},
    ],
    ids=" ".join,
)
def test_whatever_a_section_is_called_each_answer_is_read_as_its_own(
    between: str, sections: Mapping[str, Sequence[dict[str, Any]]]
) -> None:
    indicator_set = of_sections(sections)
    columns = columns_of(indicator_set, between)

    header = Header([*columns, "_id"], recordable(indicator_set), ColumnMap(columns={}))

    assert header.unknown == []
    held = [item for item, option in header.held.values() if option is None]
    assert sorted(held) == sorted(question.id for _, _, question in indicator_set.questions())
    for index, (item, option) in header.held.items():
        assert columns[index].endswith(item if option is None else f"{item}/{option}")


@pytest.mark.parametrize("in_place", [False, True])
@pytest.mark.parametrize("section", ["meta", "place", "data", "instance", "form"])
def test_a_section_may_be_called_what_a_form_keeps_for_itself(section: str, in_place: bool) -> None:
    indicator_set = of_sections({section: [asked("papers")]})
    spoken = Spoken(indicator_set, ENGLISH, {}, hong_kong() if in_place else None)

    assert "<h:html" in xform(workbook(xlsform([spoken])))
