"""What to do, in the order in which it is done: what is urgent, what the person wants, then everything else."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.language.messages import Text, gettext
from screening.result.advise import Guidance
from screening.result.evaluate import Result
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.show.sentences import together
from screening.show.wishes import CHILD_BEFORE_WISHES, CHILD_WISHES, WISHES


class Block(Struct, frozen=True):
    """What belongs together of all that is to be done.

    Attributes:
        title: what it is about; None where that is not said.
        do: what to do, in order.
        do_not: what not to do.
        urgent: it comes before what the person wants.
    """

    title: Text | None
    do: tuple[Text, ...]
    do_not: tuple[Text, ...] = ()
    urgent: bool = False

    def shortened(self, most: int, most_not: int) -> "Block":
        """The same with so many things to do, and so many not to do."""
        return Block(self.title, self.do[:most], self.do_not[:most_not], self.urgent)

    def after(self, shown: "Block") -> "Block":
        """What is left of it where only some was shown."""
        return Block(self.title, self.do[len(shown.do) :], self.do_not[len(shown.do_not) :], self.urgent)


def guidance_lines(guidance: Guidance, *, titled: bool = True) -> Iterator[Line]:
    """The card of a flag, or a pathway's guidance."""
    if titled:
        yield Line("subheading", guidance.title)
    yield from (Line("do", text) for text in guidance.do)
    yield from (Line("avoid", text) for text in guidance.do_not)


def blocks(result: Result) -> tuple[Block, ...]:
    """Everything that is to be done, each thing once: where it comes first."""
    advice = result.advice
    said: list[str] = []
    made = [_block(guidance, said, urgent=True) for guidance in advice.flags]
    if (wishes := _wishes(result)) is not None:
        made.append(wishes)
    made += [_block(guidance, said) for guidance in advice.pathways]
    return tuple(block for block in made if block.do or block.do_not)


def block_lines(some: Iterable[Block]) -> Iterator[Line]:
    """Blocks, each below its title. What not to do stands together."""
    for block in some:
        if block.title is not None:
            yield Line("group", block.title)
        yield from (Line("do", text) for text in block.do)
        if block.do_not:
            yield Line("avoid", together(block.do_not))


def shortened(whole: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Ways to say less, one after the other: what is urgent stays whole for as long as it can, and the first of
    everything to the end.
    """
    whole = tuple(whole)
    longest = max((max(len(block.do), len(block.do_not)) for block in whole), default=0)
    urgent_and_others = [(longest, most) for most in range(longest, 1, -1)]
    urgent_and_others += [(most, min(most, 2)) for most in range(longest, 0, -1)]
    for urgent, others in urgent_and_others:
        yield tuple(block.shortened(*([urgent] * 2 if block.urgent else [others] * 2)) for block in whole)
    yield tuple(block.shortened(1, int(block.urgent)) for block in whole)
    yield tuple(block.shortened(1, 0) for block in whole)
    # With one thing to do in each, a list says more in fewer rows.
    yield tuple(replace(block.shortened(1, 0), title=None) for block in whole)


def left_over(whole: Iterable[Block], shown: Iterable[Block]) -> tuple[Block, ...]:
    """What of some blocks was not shown."""
    rest = (block.after(some) for block, some in zip(whole, shown, strict=True))
    return tuple(block for block in rest if block.do or block.do_not)


def _block(guidance: Guidance, said: list[str], *, urgent: bool = False) -> Block:
    return Block(guidance.title, _not_said(guidance.do, said), _not_said(guidance.do_not, said), urgent)


def _not_said(texts: Iterable[Text], said: list[str]) -> tuple[Text, ...]:
    """Those of which nobody has read before, be it as the beginning of a longer sentence."""
    new: list[Text] = []
    for text in texts:
        words = ENGLISH.render(text).rstrip(".")
        if not any(each == words or each.startswith((f"{words},", f"{words}.")) for each in said):
            said.append(words)
            new.append(text)
    return tuple(new)


def _wishes(result: Result) -> Block | None:
    """What the person wants, in one thing to read; None where it does not matter."""
    advice, child = result.advice, CHILD_FLAG in result.assessment.flags
    told: list[Text] = []
    for name in _worded(result.indicator_set):
        sentences = (CHILD_WISHES if child else WISHES)[name]
        value = advice.wishes.get(name)
        known = value if isinstance(value, str) and value in sentences else "unknown"
        if known in sentences:
            told.append(sentences[known])
    if not told:
        return None
    before = (CHILD_BEFORE_WISHES,) if child else ()
    return Block(gettext("What the person wants"), (together((*before, *told)),), urgent=True)


def _worded(indicator_set: IndicatorSet) -> Collection[str]:
    """The wishes that matter: all, wherever somebody is asked; else those that the set words."""
    worded = {wording.id for wording in indicator_set.about.circumstances}
    return [name for name in WISHES if indicator_set.asks or name in worded]
