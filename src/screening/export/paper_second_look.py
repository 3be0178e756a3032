"""What is told apart where no level was reached: too little known, or nothing recorded.

Too little is known where everything that is unknown, taken as so, would reach a level. In most sets that comes to one
question: is anything open that could show a fact which reaches a level by itself? Where it does not, all is counted
once more, with a question mark beside each fact that could still be so.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from screening.engine.rules import Rules
from screening.export.paper_codes import Numbered
from screening.export.paper_facts import Group
from screening.sets.model import IndicatorSet


class SecondLook(Struct, frozen=True):
    """Where one open question is enough.

    Attributes:
        always: the numbers of the questions of which one is enough, whatever the age.
        as_child: those besides, where the rules for a child may apply.
        facts: the codes of facts that are enough then, and are not counted for an adult.
    """

    always: tuple[int, ...]
    as_child: tuple[int, ...]
    facts: tuple[str, ...]


def second_look(
    indicator_set: IndicatorSet, form: Mapping[str, Numbered], groups: Sequence[Group]
) -> SecondLook | None:
    """Which open questions are enough; None where everything has to be counted once more.

    Args:
        indicator_set: the set.
        form: what is asked.
        groups: the facts.
    """
    rules = Rules(indicator_set)
    alone = {child: _too_little(rules, child) for child in (False, True)}
    adult, child = alone[False], alone[True]
    if adult is None or child is None:
        return None
    enough: dict[bool, list[int]] = {False: [], True: []}
    for _, _, question in indicator_set.questions():
        could = rules.bits(question.could_show)
        for as_child, bits in ((False, adult), (True, child)):
            if could & ~bits:
                enough[as_child].append(form[question.id].number)
    facts = [
        fact.code
        for group in groups
        for fact in group.facts
        if rules.bits([fact.indicator]) & ~child and not rules.bits([fact.indicator]) & ~adult
    ]
    besides = tuple(number for number in enough[True] if number not in enough[False])
    return SecondLook(tuple(enough[False]), besides, tuple(facts))


def _too_little(rules: Rules, child: bool) -> int | None:
    """The indicators that reach no level, not even all together; None where it depends on which there are."""
    everything = rules.bits(name for group in rules.dimensions for name in rules.names(rules.dimension(group)[1]))
    bits = 0
    for place in range(everything.bit_length()):
        bit = 1 << place
        if everything & bit and rules.scenario(bit, child).level == "none_recorded":
            bits |= bit
    return bits if rules.scenario(bits, child).level == "none_recorded" else None
