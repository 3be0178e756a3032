"""Random small sets that keep the grammar and law 4, and random records of them."""

from typing import Any

from hypothesis import strategies as st

from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from tests.support.building import build_set
from tests.support.completions import definite_answers, half_told_answers

STRENGTHS = ("weak", "medium", "strong")
ELEMENT_OF = {
    "d-act": "act",
    "d-means": "means",
    "d-means-2": "means",
    "d-purpose": "purpose",
    "d-purpose-2": "purpose",
}
COUNTS = ({"total": 1}, {"strong": 1}, {"medium_or_strong": 2}, {"strong": 1, "total": 2}, {"strong": 2}, {"total": 3})
GATED_CIRCUMSTANCES = {
    "age": ("child", "unsure"),
    "under_18_when_it_began": ("yes", "unclear"),
    "abroad": ("yes", "no"),
}


@st.composite
def indicator_sets(
    draw: st.DrawFn, *, gates: bool = True, options: bool = True, impressions: bool = True
) -> IndicatorSet:
    """A sound set of at most five questions, with rules, levels, flags and pathways of every kind."""
    indicators = [draw(_indicator(number)) for number in range(draw(st.integers(2, 6)))]
    names = [each["id"] for each in indicators]
    flags = ["flag-a", "flag-b"]
    questions: list[dict[str, Any]] = []
    seen: list[dict[str, Any]] = []
    if impressions and draw(st.booleans()):
        # An indicator of its own, for what is shown by an impression is shown by impressions only.
        indicators.append(
            {"id": "i-look", "states": "x", "dimension": draw(st.sampled_from(list(ELEMENT_OF))), "strength": "weak"}
        )
        seen.append({"id": "look", "kind": "impression", "record": "x", "shows": ["i-look"]})
    for number in range(draw(st.integers(1, 4))):
        questions.append(draw(_question(number, names, flags, options=options)))
    if gates:
        for index, question in enumerate(questions):
            if draw(st.booleans()):
                later = {
                    name for each in questions[index:] for effects in choices(each).values() for _, name in effects
                }
                earlier_flags = [flag for flag in flags if flag not in later]
                question["when"] = draw(_gate(questions[:index], earlier_flags, depth=1))
    guidance = [
        {"id": f"p-{number}", "title": "x", "do": ["x"], "when": draw(_pathway([*seen, *questions], flags, depth=1))}
        for number in range(draw(st.integers(0, 3)))
    ]
    about = {
        "id": "random",
        "version": "1",
        "title": "x",
        "sections": [*([{"id": "looks", "stage": "seen"}] if seen else []), {"id": "main", "stage": "questions"}],
        "dimensions": {
            name: {"element": element, "rule": draw(st.sampled_from(["r-1", "r-2"])), "title": name}
            for name, element in ELEMENT_OF.items()
        },
        "rules": {name: draw(st.lists(st.sampled_from(COUNTS), min_size=1, max_size=3)) for name in ("r-1", "r-2")},
        "levels": draw(_levels()),
        "flags": [{"id": flag, "title": flag, "do": ["x"]} for flag in flags],
    }
    sections = [*([{"id": "looks", "questions": seen}] if seen else []), {"id": "main", "questions": questions}]
    return build_set({"set": about, "indicators": indicators, "sections": sections, "guidance": guidance})


@st.composite
def records(draw: st.DrawFn, indicator_set: IndicatorSet) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """Answers and circumstances, some of them missing, unclear or declined."""
    answers: dict[str, Answer] = {}
    for _, _, question in indicator_set.questions():
        answer = draw(
            st.sampled_from([None, "unclear", "declined", *definite_answers(question), *half_told_answers(question)])
        )
        if answer is not None:
            answers[question.id] = answer
    circumstances: dict[str, Answer] = {}
    for name in GATED_CIRCUMSTANCES:
        kind = CIRCUMSTANCES[name]
        value = draw(st.sampled_from([None, kind.undecided, "declined", *kind.values]))
        if value is not None:
            circumstances[name] = value
    return answers, circumstances


@st.composite
def sets_with_records(
    draw: st.DrawFn, *, gates: bool = True, options: bool = True, impressions: bool = True
) -> tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]:
    """A set and a record of it."""
    indicator_set = draw(indicator_sets(gates=gates, options=options, impressions=impressions))
    answers, circumstances = draw(records(indicator_set))
    return indicator_set, answers, circumstances


@st.composite
def _indicator(draw: st.DrawFn, number: int) -> dict[str, Any]:
    adult = draw(st.sampled_from([None, *STRENGTHS]))
    child = (
        draw(st.sampled_from([None, *STRENGTHS[STRENGTHS.index(adult) :]]))
        if adult
        else draw(st.sampled_from(STRENGTHS))
    )
    by_age = {age: strength for age, strength in (("adult", adult), ("child", child)) if strength is not None}
    strength: Any = adult if adult is not None and draw(st.booleans()) else by_age
    return {
        "id": f"i-{number}",
        "states": "x",
        "dimension": draw(st.sampled_from(list(ELEMENT_OF))),
        "strength": strength,
    }


@st.composite
def _question(draw: st.DrawFn, number: int, names: list[str], flags: list[str], *, options: bool) -> dict[str, Any]:
    shows = st.lists(st.sampled_from(names), max_size=2, unique=True)
    raises = st.lists(st.sampled_from(flags), max_size=1)
    question: dict[str, Any] = {"id": f"q-{number}", "ask": "x", "record": "x", "always": draw(st.booleans())}
    kind = draw(st.sampled_from(["yes/no", "one", "several", "rating"])) if options else "yes/no"
    if kind == "yes/no":
        return {**question, "shows": draw(shows), "raises": draw(raises)}
    if kind == "rating":
        marks = draw(st.lists(st.sampled_from(STRENGTHS), min_size=1, max_size=3))
        question["dimension"] = draw(st.sampled_from(list(ELEMENT_OF)))
        question["options"] = [
            {"id": "0", "label": "x"},
            *({"id": str(mark), "label": "x", "strength": each} for mark, each in enumerate(marks, 1)),
        ]
        return question
    question["choose"] = kind
    question["options"] = [
        {"id": f"o-{index}", "label": "x", "shows": draw(shows), "raises": draw(raises)}
        for index in range(draw(st.integers(2, 3)))
    ]
    if kind == "several":
        question["options"].append({"id": "none", "label": "x", "alone": True})
    return question


def choices(question: dict[str, Any]) -> dict[str, set[tuple[str, str]]]:
    """Each answer of a question, as it is written, with what it shows and raises."""
    if "options" not in question:
        return {"yes": _effects(question), "no": set()}
    return {option["id"]: _effects(option) for option in question["options"]}


def _effects(part: dict[str, Any]) -> set[tuple[str, str]]:
    # A mark says all that a weaker one says.
    marks = STRENGTHS[: STRENGTHS.index(part["strength"]) + 1] if "strength" in part else ()
    return {
        *((key, name) for key in ("shows", "raises") for name in part.get(key, ())),
        *(("strength", mark) for mark in marks),
    }


@st.composite
def _gate(draw: st.DrawFn, earlier: list[dict[str, Any]], flags: list[str], depth: int) -> dict[str, Any]:
    kinds = [
        "circumstance",
        *(["question"] if earlier else []),
        *(["flag"] if earlier else []),
        *(["all", "any"] if depth else []),
    ]
    kind = draw(st.sampled_from(kinds))
    if kind in {"all", "any"}:
        return {kind: draw(st.lists(_gate(earlier, flags, depth - 1), min_size=1, max_size=2))}
    if kind == "circumstance":
        name = draw(st.sampled_from(list(GATED_CIRCUMSTANCES)))
        listed = st.lists(st.sampled_from(GATED_CIRCUMSTANCES[name]), min_size=1, unique=True)
        return {"circumstance": name, "is": draw(listed)}
    if kind == "flag":
        # Law 4 through a flag: only where every answer that shows or raises anything raises it. `child` always fits.
        fitting = [flag for flag in flags if all(_always_raises(question, flag) for question in earlier)]
        return {"flag": draw(st.sampled_from(["child", *fitting]))}
    question = draw(st.sampled_from(earlier))
    telling = [name for name, effects in choices(question).items() if effects]
    others = [name for name, effects in choices(question).items() if not effects and name != "none"]
    all_listed = [*telling, *draw(st.lists(st.sampled_from(others), unique=True))] if others else telling
    return {"question": question["id"], "is": all_listed or others} if all_listed or others else {"flag": "child"}


def _always_raises(question: dict[str, Any], flag: str) -> bool:
    could = any(("raises", flag) in effects for effects in choices(question).values())
    return not could or all(("raises", flag) in effects for effects in choices(question).values() if effects)


@st.composite
def _pathway(draw: st.DrawFn, questions: list[dict[str, Any]], flags: list[str], depth: int) -> dict[str, Any]:
    kinds = ["question", "circumstance", "flag", "level", "in", "supported", *(["all", "any"] if depth else [])]
    kind = draw(st.sampled_from(kinds))
    match kind:
        case "all" | "any":
            return {kind: draw(st.lists(_pathway(questions, flags, depth - 1), min_size=1, max_size=2))}
        case "circumstance":
            name = draw(st.sampled_from(list(GATED_CIRCUMSTANCES)))
            listed = [*CIRCUMSTANCES[name].values, "unclear", "declined"]
            return {"circumstance": name, "is": draw(st.lists(st.sampled_from(listed), min_size=1, unique=True))}
        case "flag":
            return {"flag": draw(st.sampled_from([*flags, "child"]))}
        case "level":
            return {"level": draw(st.sampled_from(["clear_concern", "some_concern"]))}
        case "in":
            return {"in": [draw(st.sampled_from([*ELEMENT_OF, "means", "purpose"]))], **draw(st.sampled_from(COUNTS))}
        case "supported":
            return {"element": draw(st.sampled_from(["act", "means", "purpose"]))}
    question = draw(st.sampled_from(questions))
    known = choices(question)
    first = draw(st.sampled_from([name for name in known if name != "none"]))
    # Law 4: a pathway that lists an answer lists every answer that shows and raises all of that, and more.
    return {
        "question": question["id"],
        "is": [name for name in known if name != "none" and known[name] >= known[first]],
    }


@st.composite
def _levels(draw: st.DrawFn) -> dict[str, Any]:
    adult: Any = {"all": ["purpose", draw(st.sampled_from(["means", {"in": ["means"], "strong": 1}]))]}
    child = draw(st.sampled_from(["purpose", {"all": ["act", "purpose"]}, {"in": ["means", "purpose"], "total": 2}]))
    some = {"in": ["means", "purpose"], "total": 1}
    return draw(
        st.sampled_from(
            [
                {"clear_concern": {"adult": adult, "child": child}, "some_concern": some},
                {"clear_concern": adult, "some_concern": some},
                {"clear_concern": {"child": child}, "some_concern": {"adult": "means", "child": some}},
                {"some_concern": some},
            ]
        )
    )
