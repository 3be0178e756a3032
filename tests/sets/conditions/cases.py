"""Conditions as they are written, right and wrong, with what comes of each."""

from typing import Any

from screening.sets.conditions.types import (
    All,
    AnswerIs,
    AnyLeaf,
    AnyOf,
    Counts,
    FlagRaised,
    LevelCondition,
    LevelReached,
    LevelRule,
    Supported,
    Tree,
)
from screening.sets.data_path import DataPath

CONDITIONS: dict[str, tuple[Any, Tree[AnyLeaf]]] = {
    "a bare name": ("means", Supported("means")),
    "element": ({"element": "means"}, Supported("means")),
    "dimension": ({"dimension": "coercion"}, Supported("coercion")),
    "question": ({"question": "papers", "is": ["kept", "unclear"]}, AnswerIs("papers", ("kept", "unclear"))),
    "circumstance": ({"circumstance": "age", "is": ["child"]}, AnswerIs("age", ("child",))),
    "flag": ({"flag": "child"}, FlagRaised("child")),
    "level": ({"level": "some_concern"}, LevelReached("some_concern")),
    "the highest level": ({"level": "clear_concern"}, LevelReached("clear_concern")),
    "the lowest level": ({"level": "none_recorded"}, LevelReached("none_recorded")),
    "one count": ({"in": ["means"], "total": 1}, Counts(("means",), total=1)),
    "several counts": (
        {"in": ["means", "purpose"], "strong": 1, "medium_or_strong": 2, "total": 3},
        Counts(("means", "purpose"), strong=1, medium_or_strong=2, total=3),
    ),
    "a score": ({"in": ["means"], "score": 4.5}, Counts(("means",), score=4.5)),
    "all": ({"all": ["means", "purpose"]}, All((Supported("means"), Supported("purpose")))),
    "any": ({"any": ["means"]}, AnyOf((Supported("means"),))),
    "nested": (
        {"all": ["purpose", {"any": [{"flag": "child"}, {"all": ["act"]}]}]},
        All((Supported("purpose"), AnyOf((FlagRaised("child"), All((Supported("act"),)))))),
    ),
}

COUNT = "takes a whole number of 1 or more"
MISTAKES: dict[str, tuple[Any, DataPath, str, str]] = {
    "not": ({"not": {"flag": "child"}}, ("not",), "there is no 'not' in conditions", "unknown is not no"),
    "not, deep within": (
        {"all": ["means", {"any": [{"not": "means"}]}]},
        ("all", 1, "any", 0, "not"),
        "there is no 'not' in conditions",
        "Name the answers that count instead",
    ),
    "empty": ({}, (), "the condition is empty", "Write one of: all, any, question,"),
    "nothing": (None, (), "a condition is expected here", "Write one of: all, any, question,"),
    "number": (1, (), "a condition is expected here", "Write one of:"),
    "truth": (True, (), "a condition is expected here", "Write one of:"),
    "list": (["means"], (), "a condition is expected here", "Write one of:"),
    "a formula": (
        "${work} = 'abroad'",
        (),
        "a condition is not written as a formula",
        "Write {question: work, is: [abroad]}.",
    ),
    "a formula on a circumstance": (
        "${age}='child'",
        (),
        "a condition is not written as a formula",
        "{circumstance: age, is: [child]}",
    ),
    "a formula on one of several": (
        "selected(${work}, 'sea')",
        (),
        "a condition is not written as a formula",
        "Write {question: work, is: [sea]}.",
    ),
    "a formula of two parts": (
        "${work} = 'sea' or ${debt} = 2",
        (),
        "a condition is not written as a formula",
        "Write each part as {question: work, is: [sea]}, and put the parts in a list under 'all' or 'any'.",
    ),
    "a formula of another kind": (
        "count(hits) > 2",
        (),
        "a condition is not written as a formula",
        "Write one of: all, any,",
    ),
    "unknown head": (
        {"queston": "q", "is": ["yes"]},
        ("queston",),
        "'queston' is not a condition",
        "question",
    ),
    "unknown head, unlike any": ({"zzz": 1}, ("zzz",), "'zzz' is not a condition", "all"),
    "two heads": (
        {"question": "q", "is": ["yes"], "flag": "child"},
        ("flag",),
        "a condition is one thing, and this has 'question' and 'flag'",
        "Put them in a list under 'all' or 'any'.",
    ),
    "what does not go with the head": (
        {"flag": "child", "is": ["yes"]},
        ("is",),
        "'is' does not go with 'flag' in a condition",
        "Take it out.",
    ),
    "a count beside a question": (
        {"question": "q", "is": ["yes"], "total": 1},
        ("total",),
        "'total' does not go with 'question' in a condition",
        "Take it out.",
    ),
    "all of nothing": ({"all": []}, ("all",), "'all' takes a list of conditions", "Write all: [..., ...]."),
    "any of one": ({"any": {"flag": "child"}}, ("any",), "'any' takes a list of conditions", "Write any: [..., ...]."),
    "a part that is none": ({"all": ["means", 5]}, ("all", 1), "a condition is expected here", "Write one of:"),
    "no answers": ({"question": "q"}, (), "'is' takes a list of answers", "Write is: [yes]."),
    "one answer, bare": (
        {"question": "q", "is": "abroad"},
        ("is",),
        "'is' takes a list of answers",
        "Write is: [abroad].",
    ),
    "one answer that is a number, bare": (
        {"question": "q", "is": 2},
        ("is",),
        "'is' takes a list of answers",
        'Write is: ["2"].',
    ),
    "answers in one text": (
        {"question": "q", "is": "abroad, at sea"},
        ("is",),
        "'is' takes a list of answers",
        "Write is: [yes].",
    ),
    "one dimension, bare": (
        {"in": "housing", "total": 1},
        ("in",),
        "'in' takes a list of elements or dimensions",
        "Write in: [housing].",
    ),
    "an empty list of answers": (
        {"question": "q", "is": []},
        ("is",),
        "'is' takes a list of answers",
        "Write is: [yes].",
    ),
    "a number among answers": (
        {"circumstance": "age", "is": ["child", 1.5]},
        ("is",),
        "'is' takes a list of answers",
        'Write is: [child, "1.5"].',
    ),
    "a question of no name": (
        {"question": "", "is": ["yes"]},
        ("question",),
        "'question' takes one name",
        "Write question:",
    ),
    "a list of circumstances": (
        {"circumstance": ["age"], "is": ["child"]},
        ("circumstance",),
        "'circumstance' takes one name",
        "Write circumstance: age.",
    ),
    "a list of flags": ({"flag": ["child"]}, ("flag",), "'flag' takes one name", "Write flag: child."),
    "a circumstance that nobody knows": (
        {"circumstance": "agee", "is": ["child"]},
        ("circumstance",),
        "there is no circumstance 'agee'",
        "age",
    ),
    "a question called a circumstance": (
        {"circumstance": "papers", "is": ["kept"]},
        ("circumstance",),
        "there is no circumstance 'papers'",
        "place",
    ),
    "a circumstance called a question": (
        {"question": "age", "is": ["child"]},
        ("question",),
        "'age' is a circumstance, not a question",
        "Write circumstance: age.",
    ),
    "a misspelt key, read on as the one that was meant": (
        {"question": "papers", "iss": ["kept"]},
        ("iss",),
        "'iss' does not go with 'question' in a condition",
        "is",
    ),
    "no element": ({"element": None}, ("element",), "'element' takes one name", "Write element: name."),
    "a number of a dimension": (
        {"dimension": 5},
        ("dimension",),
        "'dimension' takes one name",
        "Write dimension: name.",
    ),
    "no level": (
        {"level": "some_concer"},
        ("level",),
        "'some_concer' is not a level to reach",
        "some_concern",
    ),
    "the level of silence": (
        {"level": "too_little_known"},
        ("level",),
        "'too_little_known' is not a level to reach",
        "none_recorded",
    ),
    "a number of a level": ({"level": 2}, ("level",), "'level' takes one name", "Write level: name."),
    "in one, bare": (
        {"in": "means", "total": 1},
        ("in",),
        "'in' takes a list of elements or dimensions",
        "Write in: [means].",
    ),
    "in nothing": (
        {"in": [], "total": 1},
        ("in",),
        "'in' takes a list of elements or dimensions",
        "Write in: [means].",
    ),
    "in without a count": (
        {"in": ["means"]},
        (),
        "'in' needs a count beside it",
        "Add one of: strong, medium_or_strong,",
    ),
    "none of them": ({"in": ["means"], "total": 0}, ("total",), f"'total' {COUNT}", "Write one."),
    "half of one": ({"in": ["means"], "strong": 0.5}, ("strong",), f"'strong' {COUNT}", "Write one."),
    "a truth for a count": ({"in": ["means"], "total": True}, ("total",), f"'total' {COUNT}", "Write one."),
    "a text for a count": (
        {"in": ["means"], "medium_or_strong": "2"},
        ("medium_or_strong",),
        f"'medium_or_strong' {COUNT}",
        "Write one.",
    ),
    "less than nothing": (
        {"in": ["means"], "score": -1.5},
        ("score",),
        "'score' takes a number of 0 or more",
        "Write one.",
    ),
}

_MEANS, _PURPOSE = (LevelCondition(Supported(name)) for name in ("means", "purpose"))
LEVEL_RULES: dict[str, tuple[Any, LevelRule]] = {
    "bare": ("means", LevelRule(_MEANS, None)),
    "a condition": ({"any": ["means"]}, LevelRule(LevelCondition(AnyOf((Supported("means"),))), None)),
    "both": ({"adult": "means", "child": "purpose"}, LevelRule(_MEANS, _PURPOSE)),
    "adult only": ({"adult": "means"}, LevelRule(_MEANS, None)),
    "child only": ({"child": "means"}, LevelRule(None, _MEANS)),
}
MISTAKES_OF_LEVELS: dict[str, tuple[Any, DataPath, str]] = {
    "empty": ({}, (), "the condition is empty"),
    "nothing": (None, (), "a condition is expected here"),
    "not": ({"adult": {"not": "means"}}, ("adult", "not"), "there is no 'not' in conditions"),
    "no child": ({"adult": "means", "child": []}, ("child",), "a condition is expected here"),
    "another age": (
        {"adult": "means", "teenager": "means"},
        ("teenager",),
        "'teenager' does not go with an age here",
    ),
    "an age beside all": ({"adult": "means", "all": ["means"]}, ("all",), "'all' does not go with an age here"),
}
