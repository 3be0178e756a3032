"""What the first page of a result is made of (pure): the facts that carry the level, acts, and what not to do.

Whom to call is in `first_calls`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from screening.engine.assess import Assessment
from screening.engine.explain import Explanation, PresentIndicator
from screening.language.messages import Message, Text
from screening.result.advise import Advice, Guidance
from screening.sets.fields import A_CALL
from screening.sets.needs import Need
from screening.sets.vocabulary import KEPT_FROM, STRENGTHS, Element, KeptFrom, QuestionKind

FACTS: Final = 5
ACTS: Final = 5
# Of the facts that are named, so many at least are of each of these, where there are any: how, and what for.
_OF_EACH: Final = 2
_TOLD_BEFORE_SEEN: Final[tuple[QuestionKind, ...]] = ("asked", "known", "seen", "impression")
_CARRIES: Final[tuple[Element | None, ...]] = ("purpose", "means", None)


class Facts(Struct, frozen=True):
    """What the level rests on.

    Attributes:
        named: the strongest, told before seen; of means and of purpose both.
        more: how many there are besides.
    """

    named: tuple[PresentIndicator, ...]
    more: int


class Act(Struct, frozen=True):
    """One thing to do.

    Attributes:
        text: what; where it has `{call}`, that stands for a number.
        needs: what such a number would be for, the first that there is one for.
    """

    text: Text
    needs: tuple[Need, ...] = ()

    @property
    def names_a_call(self) -> bool:
        """Whether it says whom to call."""
        told = (
            (self.text, *(value for _, value in self.text.arguments))
            if isinstance(self.text, Message)
            else (self.text,)
        )
        return any(isinstance(each, str) and A_CALL in each for each in told)


class Never(Struct, frozen=True):
    """What not to do.

    Attributes:
        said: the one thing that comes before all others; one for each age where that is not known.
        keep_from: who must not hear of it.
    """

    said: tuple[Text, ...] = ()
    keep_from: tuple[KeptFrom, ...] = ()


def facts(explanation: Explanation, assessment: Assessment) -> Facts:
    """The facts that carry the level. What was done to bring somebody counts for a child alone."""
    by_element = {
        element: sorted(
            [(each, dimension.support) for dimension in explanation.elements[element] for each in dimension.present],
            key=lambda pair: (pair[1] != "supported", *_weakness(pair[0])),
        )
        for element in (*_CARRIES, "act")
        if element != "act" or assessment.child
    }
    ranked = {element: [each for each, _ in pairs] for element, pairs in by_element.items()}
    carrying = [each for element in _CARRIES for each in ranked[element]]
    sure = [each for element in ("purpose", "means") for each in ranked[element][:_OF_EACH]]
    others = sorted((each for each in carrying if each not in sure), key=_weakness)
    chosen = [*sure, *others, *ranked.get("act", ())]
    named = sorted(chosen[:FACTS], key=_weakness)
    return Facts(tuple(named), len(chosen) - len(named))


def _weakness(present: PresentIndicator) -> tuple[int, float, int]:
    strength = len(STRENGTHS) if present.strength is None else STRENGTHS.index(present.strength)
    seen = min((_TOLD_BEFORE_SEEN.index(question.kind) for question in present.shown_by), default=0)
    return strength, -(present.weight or 0), seen


def acts(advice: Advice) -> tuple[Act, ...]:
    """What to do, most urgent first: what is urgent, all of it, and then as much of the rest as fits."""
    urgent = dict.fromkeys(act for flag in in_order(advice.flags) for act in _act_of(flag))
    later = dict.fromkeys(act for pathway in in_order(advice.pathways) for act in _act_of(pathway))
    return tuple([*urgent, *(act for act in later if act not in urgent)][: max(ACTS, len(urgent))])


def never(advice: Advice) -> Never:
    """What not to do: that of what comes first, and who must not hear of it, by all that was opened."""
    blocks = (*in_order(advice.flags), *in_order(advice.pathways))
    said = next((found for block in blocks if (found := _never_of(block)) or block.keep_from), ())
    kept_from = {each for block in blocks for each in block.keep_from}
    # Who is afraid of a state is not asked whether its consulate may be called.
    kept_from -= {"consul-unasked"} if "consul" in kept_from else set()
    return Never(said, tuple(each for each in KEPT_FROM if each in kept_from))


def _never_of(block: Guidance) -> tuple[Text, ...]:
    """The one thing not to do; of a set that names none, the first of those, where nobody has to be kept from it."""
    return block.never or (block.do_not[:1] if not block.keep_from else ())


def _act_of(block: Guidance) -> Iterator[Act]:
    """Its one act; of a set that names none, the first thing to do."""
    for text in block.tonight or block.do[:1]:
        bare = Act(text)
        yield Act(text, block.needs) if bare.names_a_call else bare


def in_order(blocks: Iterable[Guidance]) -> list[Guidance]:
    """Flags, or pathways, by their priority; those without one last."""
    return sorted(blocks, key=lambda block: (block.priority is None, block.priority or 0))
