"""A pathway that more evidence would close."""

from collections.abc import Iterator

from screening.model import Option, QuestionIs
from screening.reading.grammar import located
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles


def check(files: SetFiles) -> Iterator[Problem]:
    """A pathway lists an answer, and not another one that shows and raises all of that, and more.

    Then recording more would close the pathway (law 4). List the stronger answer too.

    Passes: `when: {question: fear, is: [some, great]}`

    Fails: `when: {question: fear, is: [some]}` where `great` shows all that `some` shows, and more
    """
    if files.guidance is None:
        return
    questions = {place.question.id: place.question for place in files.questions()}
    for place, pathway in enumerate(files.guidance.value):
        for leaf, path in located(pathway.when, (place, "when")):
            if not isinstance(leaf, QuestionIs) or leaf.question not in questions:
                continue
            question = questions[leaf.question]
            listed = [option for option in question.choices if option.id in leaf.listed]
            if question.several or not listed:
                continue
            for option in question.choices:
                if option not in listed and any(_effects(option) > _effects(known) for known in listed):
                    what = f"this pathway closes on {question.id!r} answered {option.id!r}, which says more"
                    yield files.guidance.problem((*path, "is"), what, f"List {option.id!r} too.")


def _effects(option: Option) -> set[tuple[str, str]]:
    return {*(("shows", name) for name in option.shows), *(("raises", name) for name in option.raises)}
