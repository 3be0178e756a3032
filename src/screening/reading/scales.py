"""Scales: answers that several questions have in common, put into each question that names them."""

from typing import Any

from screening.language.messages import Message, gettext, quoted
from screening.reading.kinds import not_there
from screening.reading.overlay.nodes import Node, altered, changed_at, changed_items, part_of, value_at, with_key
from screening.reading.position import Position
from screening.reading.problem import DidYouMean, Hint, Problem, Problems
from screening.reading.yaml_text import YamlText


def with_scales(section: YamlText, about: YamlText, problems: Problems) -> YamlText:
    """A section whose questions have the answers of the scales that they name.

    They stand where the scale stands, so that what is wrong with them is told there.

    Args:
        section: a file of questions; what it extends is laid under it.
        about: `set.yaml`, which has the scales.
        problems: what is wrong with the naming is added here.
    """
    scales = value_at(about.data, "scales")
    if not isinstance(scales, dict | None) or not about.readable:
        return section
    scale_nodes = part_of((about.data, about.position), "scales") if scales else ({}, about.position)

    def answered(question: Node) -> Node:
        name = value_at(question[0], "scale")
        return _with_answers(question, name, scale_nodes, problems) if isinstance(name, str) else question

    return altered(section, lambda node: changed_at(node, "questions", lambda each: changed_items(each, answered)))


def _with_answers(question: Node, name: str, scales: Node, problems: Problems) -> Node:
    place = part_of(question, "scale")[1]
    own = [key for key in ("options", "rate") if key in question[0]]
    if own:
        message = gettext("{key} is on a question with a scale", key=quoted(own[0]))
        problems.add(_problem(place, message, gettext("Write one of the two.")))
        return question
    if name not in scales[0]:
        problems.add(_problem(place, not_there("scale", quoted(name)), DidYouMean(name, scales[0])))
        return question
    answers = part_of(scales, name)
    return with_key(question, _key_of(answers[0]), answers)


def _problem(place: Position, message: Message, hint: Hint) -> Problem:
    return Problem(place.file, place.line, place.column, message, hint)


def _key_of(answers: Any) -> str:
    return "rate" if isinstance(answers, dict) else "options"
