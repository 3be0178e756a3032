"""A gate that an answer with evidence would close."""

from collections.abc import Iterator

from screening.model import CHILD_FLAG, All, AnyOf, Condition, FlagRaised, Option, Question, QuestionIs
from screening.reading.grammar import Path
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles


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
    questions = {place.question.id: place.question for place in files.questions()}
    for file in files.sections:
        conditions: list[tuple[Condition | None, Path]] = [(file.value.when, ("when",))]
        conditions += [
            (question.when, ("questions", place, "when")) for place, question in enumerate(file.value.questions)
        ]
        for condition, path in conditions:
            for leaf, at in _pooled(condition, path):
                for name, hidden in _hidden(leaf, questions):
                    listed = ", ".join(repr(option.id) for option in hidden)
                    what = f"this gate closes on {name!r} answered {listed}, which shows or raises something"
                    yield file.problem(at, what, "List every answer that shows or raises something.")


def _pooled(condition: Condition | None, path: Path) -> Iterator[tuple[Condition, Path]]:
    """Every leaf with its path; what an `any` lists for one question in several leaves is taken together."""
    if isinstance(condition, All):
        for place, part in enumerate(condition.of):
            yield from _pooled(part, (*path, "all", place))
    elif isinstance(condition, AnyOf):
        together: dict[str, tuple[tuple[str, ...], Path]] = {}
        for place, part in enumerate(condition.of):
            at: Path = (*path, "any", place)
            if isinstance(part, QuestionIs):
                listed, first = together.get(part.question, ((), at))
                together[part.question] = ((*listed, *part.listed), first)
            else:
                yield from _pooled(part, at)
        for question, (listed, at) in together.items():
            yield QuestionIs(question, listed), at
    elif condition is not None:
        yield condition, path


def _hidden(leaf: Condition, questions: dict[str, Question]) -> Iterator[tuple[str, list[Option]]]:
    """The questions that the leaf looks at, with their telling answers for which it is false."""
    match leaf:
        case QuestionIs(name, listed) if name in questions:
            hidden = [option for option in _telling(questions[name]) if option.id not in listed]
            if hidden:
                yield name, hidden
        case FlagRaised(flag) if flag != CHILD_FLAG:
            for name, question in questions.items():
                if flag in question.could_raise:
                    hidden = [option for option in _telling(question) if flag not in option.raises]
                    if hidden:
                        yield name, hidden


def _telling(question: Question) -> list[Option]:
    return [option for option in question.choices if option.id and (option.shows or option.raises)]
