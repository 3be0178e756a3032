"""Everything that a set asks as one kind of thing (pure): a question, a circumstance or a wish.

Files keep them apart, so that it can be seen what is never scored; inside, what is asked, recorded and gone back to is
an item, whatever it is.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from screening.sets.answers import DECLINED, UNCLEAR, Answer, rest_of, ticks_of
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import All, Gate
from screening.sets.model import IndicatorSet
from screening.sets.order import QuestionStage, Stage, in_order
from screening.sets.questions import CircumstanceWording, Question, Section, unworded
from screening.sets.vocabulary import QuestionKind

ItemKind = Literal["question", "circumstance", "wish"]


class ItemOption(Struct, frozen=True):
    """A definite answer.

    Attributes:
        label: how the set calls it; None where it leaves that to the program.
        label_self: how it is called where the person reads and answers alone.
        alone: it excludes the others.
        shows, raises: indicators and flags; a question's only.
    """

    id: str
    label: str | None = None
    label_self: str | None = None
    alone: bool = False
    shows: tuple[str, ...] = ()
    raises: tuple[str, ...] = ()


class Item(Struct, frozen=True):
    """One thing to find out. Ids are one namespace: no question has the id of a circumstance.

    Attributes:
        kind: only a question counts; circumstances and wishes choose rules and services.
        stage: when it is asked.
        section: where a question stands.
        how: asked; seen, an impression or known, which nobody asks.
        say_first, ask, listen, why: what is said, and told to the screener; without `ask` the screener fills it in.
        ask_self: how it is asked where the person answers alone; without it, the screener answers.
        ask_next, ask_next_self: what is asked on the same topic once that was answered.
        record: what is marked.
        options: the definite answers, as far as the set knows them.
        open_ended: the answers come from elsewhere (places, districts, languages), and any text may be one.
        several: whether more than one option may be chosen.
        undecided: how doubt is recorded.
        undecided_label: what the set calls it; None where it does not say.
        declined_label, declined_label_self: the same for not wanting to say.
        always: whether it is asked where nothing it shows can change the result any more.
        when: its gate, with that of its section.
    """

    id: str
    kind: ItemKind
    stage: Stage
    record: str
    section: Section | None = None
    how: QuestionKind = "asked"
    say_first: str | None = None
    ask: str | None = None
    ask_self: str | None = None
    ask_next: str | None = None
    ask_next_self: str | None = None
    listen: str | None = None
    why: str | None = None
    options: tuple[ItemOption, ...] = ()
    open_ended: bool = False
    several: bool = False
    undecided: str = UNCLEAR
    undecided_label: str | None = None
    declined_label: str | None = None
    declined_label_self: str | None = None
    always: bool = False
    when: Gate | None = None

    @property
    def counts(self) -> bool:
        """Whether its answers may show indicators and raise flags: who somebody is, is never evidence (law 6)."""
        return self.kind == "question"

    @property
    def is_asked(self) -> bool:
        """Whether somebody is asked; otherwise the screener fills it in."""
        return self.ask is not None and self.how != "known"

    @property
    def could_show(self) -> tuple[str, ...]:
        """Every indicator that some answer shows, each once."""
        return tuple(dict.fromkeys(name for option in self.options for name in option.shows))

    def takes(self, answer: Answer) -> bool:
        """Whether this is an answer to it."""
        ids = {option.id for option in self.options}
        if isinstance(answer, str):
            definite = self.open_ended or answer in ids
            return answer in {self.undecided, DECLINED} or (definite and not self.several)
        alone = {option.id for option in self.options if option.alone}
        ticks = ticks_of(answer)
        known = self.open_ended or ids.issuperset(ticks)
        by_itself = len(ticks) == 1 and rest_of(answer) is None
        return self.several and len(ticks) > 0 and known and (by_itself or alone.isdisjoint(ticks))


def items_of(indicator_set: IndicatorSet) -> dict[str, Item]:
    """Everything that a set asks, by its id, in the order of the interview."""
    worded = (_worded(wording) for wording in indicator_set.about.circumstances)
    asked = (_question(*placed) for placed in indicator_set.questions())
    return {item.id: item for item in in_order((*worded, *asked))}


def recordable(indicator_set: IndicatorSet) -> dict[str, Item]:
    """Everything that can be recorded with a set: what it asks, and then the circumstances that it does not ask for."""
    items = items_of(indicator_set)
    unworded = (CircumstanceWording(id=name, record=name) for name in CIRCUMSTANCES if name not in items)
    return items | {wording.id: _worded(wording) for wording in unworded}


def _question(stage: QuestionStage, section: Section, question: Question) -> Item:
    gates = tuple(gate.tree for gate in (section.when, question.when) if gate is not None)
    return Item(
        id=question.id,
        kind="question",
        stage=stage,
        section=section,
        how=question.kind,
        say_first=question.say_first,
        ask=question.ask,
        ask_self=question.ask_self,
        ask_next=question.ask_next,
        ask_next_self=question.ask_next_self,
        listen=question.listen,
        why=question.why,
        record=question.record,
        options=tuple(_options(question)),
        several=question.several,
        declined_label=question.declined,
        declined_label_self=question.declined_self,
        always=question.always,
        when=Gate(All(gates)) if gates else None,
    )


def _options(question: Question) -> Iterator[ItemOption]:
    worded_elsewhere = unworded(question)
    for each in question.choices:
        label = None if each.id in worded_elsewhere else each.label
        yield ItemOption(each.id, label, each.label_self, each.alone, each.shows, each.raises)


def _worded(wording: CircumstanceWording) -> Item:
    kind = CIRCUMSTANCES[wording.id]
    values = kind.values or tuple(wording.labels)
    return Item(
        id=wording.id,
        kind="wish" if kind.wish else "circumstance",
        stage=kind.stage,
        ask=wording.ask,
        ask_self=wording.ask,
        listen=wording.listen,
        why=wording.why,
        record=wording.record,
        options=tuple(ItemOption(value, wording.labels.get(value)) for value in values if value != kind.undecided),
        open_ended=not kind.values,
        several=kind.several,
        undecided=kind.undecided,
        undecided_label=wording.labels.get(kind.undecided),
        always=kind.wish,
    )
