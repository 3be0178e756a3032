"""A child's strength below an adult's."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.model import ByAge
from screening.sets.vocabulary import STRENGTHS

RULE = Rule(id="child-below-adult", scope=Scope.ANY_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A child's strength is weaker than the adult's.

    On the same facts a child's result is never lower than an adult's (law 7). If a child's list does not have an
    indicator, leave the child's strength out: then the adult's counts.

    Passes:
        indicators.yaml: [{id: held, strength: {adult: medium, child: strong}}]

    Fails:
        indicators.yaml: [{id: held, strength: {adult: strong, child: medium}}]
    """
    if files.indicators is None:
        return
    for index, indicator in enumerate(files.indicators.value):
        strength = indicator.strength
        if not isinstance(strength, ByAge) or strength.adult is None or strength.child is None:
            continue
        if STRENGTHS.index(strength.child) > STRENGTHS.index(strength.adult):
            message = gettext(
                "{indicator} is {child} for a child and {adult} for an adult",
                indicator=quoted(indicator.id),
                child=strength.child,
                adult=strength.adult,
            )
            hint = gettext("Make it at least as strong for a child.")
            yield files.indicators.problem((index, "strength", "child"), message, hint)
