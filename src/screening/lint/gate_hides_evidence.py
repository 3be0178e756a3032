"""A gate that an answer with evidence would close."""

from collections.abc import Iterator
from itertools import islice

from screening.lint.rule import Rule, Scope
from screening.reading.grammar import DataPath
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles
from screening.sets.model import CHILD_FLAG, All, AnyOf, Condition, FlagRaised, Option, Question, QuestionIs

RULE = Rule(id="gate-hides-evidence", scope=Scope.ANY_SET)

# How many answers a finding names, and for how many questions one gate on a flag is told: nobody reads more.
_MOST_NAMED = 12


def check(files: SetFiles) -> Iterator[Problem]:
    """A gate on a question is false for an answer that shows an indicator or raises a flag.

    Then recording one more fact would close questions, and take their answers away: a result could fall as more is
    recorded (law 4). List every answer that shows or raises anything.

    Passes:
        sections/main.yaml:
          questions:
            - {id: papers, options: [{id: kept, label: Kept, shows: [held]}, {id: sold, label: Sold, shows: [held]}]}
            - {id: after, when: {question: papers, is: [kept, sold]}}

    Fails:
        sections/main.yaml:
          questions:
            - {id: papers, options: [{id: kept, label: Kept, shows: [held]}, {id: sold, label: Sold, shows: [held]}]}
            - {id: after, when: {question: papers, is: [kept]}}
    """
    telling = {placed.question.id: _telling(placed.question) for placed in files.questions()}
    raising = _raising(files, telling)
    for file in files.sections:
        conditions: list[tuple[Condition | None, DataPath]] = [(file.value.when, ("when",))]
        conditions += [
            (question.when, ("questions", index, "when")) for index, question in enumerate(file.value.questions)
        ]
        for condition, path in conditions:
            for leaf, at in _pooled(condition, path):
                for name, hidden, more in _hidden(leaf, telling, raising):
                    listed = ", ".join([*map(repr, hidden), *(["..."] if more else [])])
                    what = f"this gate closes on {name!r} answered {listed}, which shows or raises something"
                    yield file.problem(at, what, "List every answer that shows or raises something.")


def _pooled(condition: Condition | None, path: DataPath) -> Iterator[tuple[Condition, DataPath]]:
    """Every leaf with its path; what an `any` lists for one question in several leaves is taken together."""
    if isinstance(condition, All):
        for index, part in enumerate(condition.of):
            yield from _pooled(part, (*path, "all", index))
    elif isinstance(condition, AnyOf):
        together: dict[str, tuple[tuple[str, ...], DataPath]] = {}
        for index, part in enumerate(condition.of):
            at: DataPath = (*path, "any", index)
            if isinstance(part, QuestionIs):
                listed, first = together.get(part.question, ((), at))
                together[part.question] = ((*listed, *part.listed), first)
            else:
                yield from _pooled(part, at)
        for question, (listed, at) in together.items():
            yield QuestionIs(question, listed), at
    elif condition is not None:
        yield condition, path


# A question, its first telling answers for which a gate is false, and whether there are more.
_Hidden = tuple[str, list[str], bool]


def _hidden(leaf: Condition, telling: dict[str, list[Option]], raising: dict[str, list[_Hidden]]) -> Iterator[_Hidden]:
    """The questions that the leaf looks at, with their telling answers for which it is false."""
    match leaf:
        case QuestionIs(name, listed) if name in telling:
            known = frozenset(listed)
            yield from _named(name, (option.id for option in telling[name] if option.id not in known))
        case FlagRaised(flag) if flag != CHILD_FLAG:
            yield from raising.get(flag, ())


def _named(name: str, hidden: Iterator[str]) -> Iterator[_Hidden]:
    first = list(islice(hidden, _MOST_NAMED + 1))
    if first:
        yield name, first[:_MOST_NAMED], len(first) > _MOST_NAMED


def _raising(files: SetFiles, telling: dict[str, list[Option]]) -> dict[str, list[_Hidden]]:
    """By flag, the first questions that can raise it and have other telling answers."""
    raising: dict[str, list[_Hidden]] = {}
    for placed in files.questions():
        for flag in dict.fromkeys(placed.question.could_raise):
            found = raising.setdefault(flag, [])
            if len(found) < _MOST_NAMED:
                options = telling[placed.question.id]
                found += _named(placed.question.id, (option.id for option in options if flag not in option.raises))
    return raising


def _telling(question: Question) -> list[Option]:
    return [option for option in question.choices if option.id and (option.shows or option.raises)]
