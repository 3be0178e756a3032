"""What a set leaves out of the one that it extends, and that one without it."""

from collections.abc import Callable, Collection, Mapping

from screening.language.messages import gettext, quoted
from screening.reading.kinds import KIND, Kind
from screening.reading.overlay.nodes import (
    Node,
    altered,
    changed_at,
    changed_items,
    id_of,
    ids_of,
    is_one_of,
    items_of,
    value_at,
    with_keys,
)
from screening.reading.problem import DidYouMean, Problems
from screening.reading.set_texts import SetTexts
from screening.reading.yaml_text import YamlText
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import LeaveOut
from screening.sets.order import SAFETY

# Of what can be left out.
_ONE_OF: Mapping[str, Kind] = {
    "circumstances": "circumstance",
    "sections": "section",
    "questions": "question",
    "indicators": "indicator",
    "flags": "flag",
    "pathways": "pathway",
    "vignettes": "vignette",
}


def left_out(base: SetTexts, about: YamlText, problems: Problems) -> Mapping[str, Collection[str]]:
    """What is to be left out, by kind: what is there, and what safety does not rest on.

    Args:
        base: what is extended, whole.
        about: the set that extends it, with its `leave_out`.
        problems: what is wrong with that list is added to them.
    """
    listed = about.data.get("leave_out") if isinstance(about.data, dict) else None
    listed = listed if isinstance(listed, dict) else {}
    known, needed = _ids_by_kind(base), _needed_for_safety(base)
    gone: dict[str, set[str]] = {}
    for kind, ids in known.items():
        one, names = _ONE_OF[kind], listed.get(kind)
        gone[kind] = set()
        if kind == "vignettes" and base.vignettes is None:
            continue
        for number, name in enumerate(names if isinstance(names, list) else ()):
            path = ("leave_out", kind, number)
            if not isinstance(name, str):
                continue
            if name not in ids:
                message = gettext("there is no {kind} {name} to leave out", kind=KIND[one], name=quoted(name))
                problems.add(about.problem(path, message, DidYouMean(name, ids)))
            elif name in needed.get(kind, ()):
                message = gettext(
                    "the {kind} {name} may not be left out: safety depends on it", kind=KIND[one], name=quoted(name)
                )
                problems.add(about.problem(path, message, gettext("Take it out of this list.")))
            else:
                gone[kind].add(name)
    return gone


def _ids_by_kind(base: SetTexts) -> Mapping[str, Mapping[str, None]]:
    ids = {
        "circumstances": ids_of(value_at(base.about.data, "circumstances")),
        "sections": ids_of(value_at(base.about.data, "sections")),
        "questions": [name for text in base.sections for name in ids_of(value_at(text.data, "questions"))],
        "indicators": ids_of(base.indicators.data) if base.indicators is not None else [],
        "flags": ids_of(value_at(base.about.data, "flags")),
        "pathways": ids_of(base.guidance.data) if base.guidance is not None else [],
        "vignettes": [name for text in base.vignettes or () if (name := id_of(text.data)) is not None],
    }
    assert tuple(ids) == LeaveOut.__struct_fields__
    return {kind: dict.fromkeys(names) for kind, names in ids.items()}


def _needed_for_safety(base: SetTexts) -> Mapping[str, Collection[str]]:
    """Safety before score (law 3): its questions and the flags that they raise, and the age with its flag."""
    listed = value_at(base.about.data, "sections")
    sections = {id_of(each) for each in items_of(listed) if value_at(each, "stage") in SAFETY}
    texts = [text for text in base.sections if id_of(text.data) in sections]
    questions = [question for text in texts for question in items_of(value_at(text.data, "questions"))]
    answers = [*questions, *(option for question in questions for option in items_of(value_at(question, "options")))]
    raised = {flag for answer in answers for flag in items_of(value_at(answer, "raises")) if isinstance(flag, str)}
    return {
        "circumstances": {"age"},
        "sections": {name for name in sections if name is not None},
        "questions": frozenset(ids_of(questions)),
        "flags": {CHILD_FLAG, *raised},
    }


def without(base: SetTexts, gone: Mapping[str, Collection[str]]) -> SetTexts:
    """The base without what is left out, and without the mentions that say nothing once it is gone."""
    if not any(gone.values()):
        return base

    def kept(kind: str) -> Callable[[Node], Node]:
        return lambda node: changed_items(node, lambda item: None if id_of(item[0]) in gone[kind] else item)

    def named(kind: str) -> Callable[[Node], Node]:
        return lambda node: changed_items(node, lambda item: None if is_one_of(item[0], gone[kind]) else item)

    def effects(node: Node) -> Node:
        return changed_at(changed_at(node, "shows", named("indicators")), "raises", named("flags"))

    def question(node: Node) -> Node:
        return changed_at(effects(node), "options", lambda options: changed_items(options, effects))

    def section(node: Node) -> Node:
        return changed_at(node, "questions", lambda questions: changed_items(kept("questions")(questions), question))

    def about(node: Node) -> Node:
        for kind in ("circumstances", "sections", "flags"):
            node = changed_at(node, kind, kept(kind))
        return node

    def vignette(node: Node) -> Node:
        node = changed_at(node, "answers", lambda answers: with_keys(answers, lambda key: key not in gone["questions"]))
        return changed_at(
            node,
            "expect",
            lambda key: changed_at(changed_at(key, "flags", named("flags")), "pathways", named("pathways")),
        )

    return SetTexts(
        about=altered(base.about, about),
        indicators=altered(base.indicators, kept("indicators")) if base.indicators is not None else None,
        sections=tuple(altered(text, section) for text in base.sections if id_of(text.data) not in gone["sections"]),
        guidance=altered(base.guidance, kept("pathways")) if base.guidance is not None else None,
        vignettes=(
            tuple(altered(text, vignette) for text in base.vignettes if id_of(text.data) not in gone["vignettes"])
            if base.vignettes is not None
            else None
        ),
    )
