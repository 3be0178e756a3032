"""A pathway that more evidence would close."""

from collections.abc import Iterator

from screening.model import NOT_DEFINITE, Option, QuestionIs
from screening.reading.grammar import located
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles


def check(files: SetFiles) -> Iterator[Problem]:
    """A pathway lists an answer, and not another one that shows and raises all of that, and more.

    Then recording more would close the pathway (law 4). List the stronger answer too.

    An answer that is unclear or declined says nothing; a pathway that lists one lists every answer that says something.

    Passes:
        guidance.yaml: [{id: home, when: {question: papers, is: [own, kept]}}]

    Fails:
        guidance.yaml: [{id: home, when: {question: papers, is: [own]}}]
    """
    if files.guidance is None:
        return
    questions = {place.question.id: place.question for place in files.questions()}
    for place, pathway in enumerate(files.guidance.value):
        for leaf, path in located(pathway.when, (place, "when")):
            if not isinstance(leaf, QuestionIs) or leaf.question not in questions:
                continue
            question = questions[leaf.question]
            # For several answers one more tick only adds. An answer that is unclear or declined says nothing, so every
            # telling answer says more.
            one_of = () if question.several else question.choices
            listed = [_effects(option) for option in one_of if option.id in leaf.listed]
            listed += [set() for value in leaf.listed if value in NOT_DEFINITE]
            for option in question.choices:
                if option.id not in leaf.listed and any(_effects(option) > effects for effects in listed):
                    what = f"this pathway closes on {question.id!r} answered {option.id!r}, which says more"
                    yield files.guidance.problem((*path, "is"), what, f"List {option.id!r} too.")


def _effects(option: Option) -> set[tuple[str, str]]:
    return {*(("shows", name) for name in option.shows), *(("raises", name) for name in option.raises)}
