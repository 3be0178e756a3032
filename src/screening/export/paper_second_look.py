"""What is told apart where no level was reached: too little known, or nothing recorded.

Too little is known where everything that is unknown, taken as so, would reach a level. In most sets that comes to one
question: is anything open that could show a fact which reaches a level by itself? Where it does not, all is counted
once more, with a question mark beside each fact that could still be so.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from screening.engine.rules import Rules
from screening.export.paper_codes import Numbered
from screening.sets.model import IndicatorSet


class SecondLook(Struct, frozen=True):
    """Where one open question is enough.

    Attributes:
        always: the numbers of the questions of which one is enough, whatever the age.
        as_child: those besides, where the rules for a child may apply.
        boxes: those that are enough then, and show nothing that would be enough for an adult.
    """

    always: tuple[int, ...]
    as_child: tuple[int, ...]
    boxes: tuple[str, ...]


def second_look(indicator_set: IndicatorSet, form: Mapping[str, Numbered]) -> SecondLook | None:
    """Which open questions are enough; None where everything has to be counted once more.

    Args:
        indicator_set: the set.
        form: what is asked.
    """
    rules = Rules(indicator_set)
    adult, child = _too_little(rules, child=False), _too_little(rules, child=True)
    if adult is None or child is None:
        return None
    always: list[int] = []
    as_child: list[int] = []
    boxes: list[str] = []
    for _, _, question in indicator_set.questions():
        asked, could = form[question.id], rules.bits(question.could_show)
        if could & ~adult:
            always.append(asked.number)
        elif could & ~child:
            as_child.append(asked.number)
        for option in question.choices:
            shown = rules.shown_by(question, option)
            if shown & ~child and not shown & ~adult:
                boxes += asked.codes([option.id])
    return SecondLook(tuple(always), tuple(as_child), tuple(boxes))


def _too_little(rules: Rules, *, child: bool) -> int | None:
    """The indicators that reach no level, not even all together; None where it depends on which there are."""
    everything = rules.bits(name for group in rules.dimensions for name in rules.names(rules.dimension(group)[1]))
    bits = 0
    for place in range(everything.bit_length()):
        bit = 1 << place
        if everything & bit and rules.scenario(bit, child).level == "none_recorded":
            bits |= bit
    return bits if rules.scenario(bits, child).level == "none_recorded" else None


def stars_reach_clear_concern(indicator_set: IndicatorSet) -> bool:
    """Whether what is only how somebody seems would reach a clear concern, if it were not held back.

    Args:
        indicator_set: the set.
    """
    impressions = Rules(indicator_set).impressions
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(question, kind="seen") if question.kind == "impression" else question
                for question in section.questions
            ),
        )
        for section in indicator_set.sections
    )
    held_back_by_none = Rules(replace(indicator_set, sections=sections))
    return held_back_by_none.scenario(impressions, child=True).level == "clear_concern"
