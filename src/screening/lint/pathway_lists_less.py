"""A pathway that more evidence would close."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.answers import NOT_DEFINITE
from screening.sets.conditions.types import AnswerIs
from screening.sets.conditions.walk import located
from screening.sets.questions import Option, Question
from screening.sets.vocabulary import STRENGTHS, Strength

RULE = Rule(id="pathway-lists-less", scope=Scope.ANY_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A pathway lists an answer, but not another one that shows and raises all that the first does, and more.

    Then recording more would close the pathway (law 4). List the stronger answer too.

    An answer that is unclear or declined says nothing; a pathway that lists one lists every answer that says something.

    Passes:
        guidance.yaml: [{id: home, when: {question: papers, is: [own, kept]}}]

    Fails:
        guidance.yaml: [{id: home, when: {question: papers, is: [own]}}]
    """
    if files.guidance is None:
        return
    questions = {placed.question.id: placed.question for placed in files.questions()}
    for index, pathway in enumerate(files.guidance.value):
        for leaf, path in located(pathway.when, (index, "when")):
            if not isinstance(leaf, AnswerIs) or leaf.item not in questions:
                continue
            question = questions[leaf.item]
            # For several answers one more tick only adds. An answer that is unclear or declined says nothing, so every
            # telling answer says more.
            one_of = () if question.several else question.choices
            named = frozenset(leaf.listed)
            listed = {_effects(option, question) for option in one_of if option.id in named}
            if not named.isdisjoint(NOT_DEFINITE):
                listed.add(frozenset())
            says_more = _says_more_than(listed)
            for option in question.choices:
                if option.id not in named and says_more(_effects(option, question)):
                    message = gettext(
                        "this pathway closes when {question} is answered {option}, which says more",
                        question=quoted(question.id),
                        option=quoted(option.id),
                    )
                    yield files.guidance.problem(
                        (*path, "is"), message, gettext("List {option} too.", option=quoted(option.id))
                    )


_Effects = frozenset[tuple[str, str]]


def _says_more_than(listed: Collection[_Effects]) -> Callable[[_Effects], bool]:
    """Whether effects are all of one of those that are listed, and more.

    Each of the listed is looked at only where its rarest effect is there, for there may be thousands.
    """
    seldom = Counter(effect for effects in listed for effect in effects)
    by_rarest: dict[tuple[str, str], list[_Effects]] = {}
    for effects in listed:
        if effects:
            by_rarest.setdefault(min(effects, key=lambda effect: (seldom[effect], effect)), []).append(effects)
    nothing = frozenset() in listed

    def says_more(effects: _Effects) -> bool:
        return bool(nothing and effects) or any(
            effects > less for effect in effects for less in by_rarest.get(effect, ())
        )

    return says_more


def _effects(option: Option, question: Question) -> _Effects:
    """What an answer shows and raises; of a rating also every mark that counts for no more, so that it says less."""
    return frozenset(
        {
            *(("shows", name) for name in option.shows),
            *(("raises", name) for name in option.raises),
            *(
                ("weight", str(mark.weight))
                for mark in question.choices
                if 0 < (mark.weight or 0) <= (option.weight or 0)
            ),
            *(("strength", strength) for strength in STRENGTHS if _at_least(option.strength, strength)),
        }
    )


def _at_least(strength: Strength | None, other: Strength) -> bool:
    return strength is not None and STRENGTHS.index(strength) <= STRENGTHS.index(other)
