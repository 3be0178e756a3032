"""Sets and directories from plain data, through the real reading."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from screening.reading.places import Directories
from screening.reading.references import reference_problems
from screening.reading.shape import File, shape
from screening.reading.yaml_text import read_yaml
from screening.referral.directory import Directory
from screening.referral.in_language import english_first
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, IndicatorSet, SetFile
from screening.sets.questions import Section
from screening.sets.ratings import rated_indicators

DELPHI = [{"strong": 2}, {"strong": 1, "total": 2}, {"medium_or_strong": 3}, {"medium_or_strong": 2, "total": 3}]
RULES = {"delphi": DELPHI, "any_strong": [{"strong": 1}, {"medium_or_strong": 2}], "any": [{"total": 1}]}
LEVELS: Mapping[str, Any] = {
    "clear_concern": {
        "adult": {
            "all": [
                "purpose",
                {"any": ["means", {"in": ["means"], "strong": 1}, {"in": ["means"], "medium_or_strong": 4}]},
            ]
        },
        "child": {"all": ["act", "purpose"]},
    },
    "some_concern": {"in": ["means", "purpose"], "total": 1},
}


def file_of(data: Any, type_: Any, name: str = "test.yaml") -> File[Any]:
    """A file that says this."""
    return shape(read_yaml(json.dumps(data).encode(), name), type_)


def build_set(data: Mapping[str, Any]) -> IndicatorSet:
    """A set from `{set: ..., indicators: [...], sections: [...], guidance: [...]}`; fails where it is not sound."""
    about = file_of(data["set"], SetFile, "set.yaml")
    indicators = file_of(data.get("indicators", []), tuple[Indicator, ...], "indicators.yaml")
    sections = tuple(file_of(section, Section, f"{section['id']}.yaml") for section in data["sections"])
    guidance = file_of(data.get("guidance", []), tuple[Pathway, ...], "guidance.yaml")
    problems = [problem for file in (about, indicators, *sections, guidance) for problem in file.problems]
    problems += reference_problems(about, indicators, sections, guidance, ())
    assert not problems, "\n".join(map(str, problems))
    questions = [question for file in sections for question in file.value.questions]
    return IndicatorSet(
        about=about.value,
        indicators=(*indicators.value, *rated_indicators(about.value, questions)),
        sections=tuple(file.value for file in sections),
        guidance=guidance.value,
    )


def build_directory(data: Mapping[str, Any]) -> Directory:
    """A directory from plain data, as a screen is given it; fails where its shape is wrong."""
    file = file_of(data, Directory, "xx.yaml")
    assert not file.problems, "\n".join(map(str, file.problems))
    directory = file.value
    assert isinstance(directory, Directory)
    return english_first(directory)


@cache
def directories() -> Mapping[str, Directory]:
    """The built-in directories."""
    return Directories()


def hong_kong() -> Directory:
    """The built-in directory of Hong Kong."""
    return directories()["hk"]


def small_set(
    questions: list[dict[str, Any]],
    indicators: list[dict[str, Any]],
    *,
    stages: Mapping[str, list[dict[str, Any]]] | None = None,
    guidance: list[dict[str, Any]] | None = None,
    **more: Any,
) -> IndicatorSet:
    """A set with one section of questions and the usual dimensions, rules and levels; `more` goes to `set.yaml`."""
    sections = [{"id": stage, "questions": asked} for stage, asked in (stages or {}).items()]
    sections.append({"id": "main", "questions": questions})
    listed = [{"id": stage, "stage": stage} for stage in (stages or {})] + [{"id": "main", "stage": "questions"}]
    about = {
        "id": "small",
        "version": "1",
        "title": "A small set",
        "sections": listed,
        "dimensions": DIMENSIONS,
        "rules": RULES,
        "levels": LEVELS,
        **more,
    }
    return build_set({"set": about, "indicators": indicators, "sections": sections, "guidance": guidance or []})


DIMENSIONS = {
    "recruited": {"element": "act", "rule": "any", "title": "Recruited"},
    "deception": {"element": "means", "rule": "delphi", "title": "Deception"},
    "coercion": {"element": "means", "rule": "delphi", "title": "Coercion"},
    "conditions_of_work": {"element": "purpose", "rule": "delphi", "title": "Conditions of work"},
    "forced_work": {"element": "purpose", "rule": "any_strong", "title": "Forced work"},
}


def asked(name: str, **more: Any) -> dict[str, Any]:
    """A yes/no question that is asked."""
    return {"id": name, "ask": f"{name}?", "record": name, **more}


def indicator(name: str, dimension: str, strength: Any = "strong", **more: Any) -> dict[str, Any]:
    """An indicator."""
    return {"id": name, "states": name, "dimension": dimension, "strength": strength, **more}
