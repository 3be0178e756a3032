"""A gate that an answer with evidence would close."""

from collections.abc import Iterator
from itertools import islice
from typing import assert_never

from screening.language.messages import Listing, gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.childhood import CHILD_FLAG
from screening.sets.conditions.grammar import junction_of
from screening.sets.conditions.types import All, AnswerIs, AnyOf, FlagRaised, Gate, GateLeaf, Tree
from screening.sets.data_path import DataPath
from screening.sets.questions import Option, Question

RULE = Rule(id="gate-hides-evidence", scope=Scope.ANY_SET)

# How many answers a finding names, and for how many questions one gate on a flag is told: nobody reads more.
_MOST_NAMED = 12


def check(files: SetFiles) -> Iterator[Problem]:
    """A gate on a question is false for an answer that shows an indicator or raises a flag.

    Then recording one more fact would close questions and remove their answers: a result could fall as more is
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
        gates: list[tuple[Gate | None, DataPath]] = [(file.value.when, ("when",))]
        gates += [(question.when, ("questions", index, "when")) for index, question in enumerate(file.value.questions)]
        for gate, path in gates:
            for leaf, at in _pooled(gate.tree, path) if gate is not None else ():
                for name, hidden, more in _hidden(leaf, telling, raising):
                    listed = Listing((*map(quoted, hidden), *(("...",) if more else ())), "comma")
                    message = gettext(
                        "this gate closes when {question} is answered {answers}, which shows or raises something",
                        question=quoted(name),
                        answers=listed,
                    )
                    yield file.problem(at, message, gettext("List every answer that shows or raises something."))


def _pooled(gate: Tree[GateLeaf], path: DataPath) -> Iterator[tuple[GateLeaf, DataPath]]:
    """Every leaf with its path; what an `any` lists for one question in several leaves is taken together."""
    if isinstance(gate, All):
        for index, part in enumerate(gate.of):
            yield from _pooled(part, (*path, junction_of(gate), index))
    elif isinstance(gate, AnyOf):
        together: dict[str, tuple[tuple[str, ...], DataPath]] = {}
        for index, part in enumerate(gate.of):
            at: DataPath = (*path, junction_of(gate), index)
            if isinstance(part, AnswerIs):
                listed, first = together.get(part.item, ((), at))
                together[part.item] = ((*listed, *part.listed), first)
            else:
                yield from _pooled(part, at)
        for item, (listed, at) in together.items():
            yield AnswerIs(item, listed), at
    else:
        yield gate, path


# A question, its first telling answers for which a gate is false, and whether there are more.
_Hidden = tuple[str, list[str], bool]


def _hidden(leaf: GateLeaf, telling: dict[str, list[Option]], raising: dict[str, list[_Hidden]]) -> Iterator[_Hidden]:
    """The questions that the leaf looks at, with their telling answers for which it is false."""
    match leaf:
        case AnswerIs(item, listed):
            known = frozenset(listed)
            yield from _named(item, (option.id for option in telling.get(item, ()) if option.id not in known))
        case FlagRaised(flag):
            yield from raising.get(flag, ()) if flag != CHILD_FLAG else ()
        case _:
            assert_never(leaf)


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
