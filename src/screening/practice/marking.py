"""One person's record of an invented case, held against the key of the case (pure).

A *fact* is an answer from which something follows: it shows an indicator or raises a flag, or a gate or a pathway names
it. What follows from nothing, such as that somebody has their papers, is no fact: recording it or not decides nothing.

Unknown is kept apart from no (law 5): a fact that was recorded as unclear was not recorded as not so, and a question
that the case leaves open is not answered by a no.

Under-referral and over-referral are about every way on that the key opens: help for a trafficked person from
`some_concern` up, and each flag and each pathway besides. The case is invented, so what is missed here harms nobody.
"""

from collections.abc import Iterator, Mapping

from screening.engine.assess import Assessment, Assessor
from screening.practice.marked import Assumed, Fact, LeftOpen, Marked, Missed, Otherwise, Stands, Ways
from screening.practice.room import is_referred
from screening.sets.answers import Answers, rest_of, ticks_of, values_of
from screening.sets.conditions.types import AnswerIs, FlagRaised
from screening.sets.conditions.walk import leaves
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet


class Marker:
    """The rules of one set, ready to mark any number of records."""

    def __init__(self, indicator_set: IndicatorSet, assessor: Assessor | None = None) -> None:
        """Prepare the set.

        Args:
            indicator_set: a set without problems.
            assessor: its rules, where somebody has them ready.
        """
        self._assessor = assessor or Assessor(indicator_set)
        self._items = items_of(indicator_set)
        self._always_open = {pathway.id for pathway in indicator_set.guidance if pathway.when is None}
        named = [leaf for item in self._items.values() for leaf in leaves(item.when)]
        opening = [leaf for pathway in indicator_set.guidance for leaf in leaves(pathway.when)]
        self._named = {
            Fact(leaf.item, listed)
            for leaf in (*named, *opening)
            if isinstance(leaf, AnswerIs)
            for listed in leaf.listed
        }

    def mark(self, key: Answers, recorded: Answers) -> Marked:
        """Mark a record.

        Args:
            key: what is to be recorded of the case.
            recorded: what somebody recorded.
        """
        hold = _Held(self._assessor, self._items, key, recorded)
        facts = list(self._facts(hold))
        kept = [self._open(item, hold) for item in self._asked()]
        opens = [each for each in kept if each is not None]
        assumed = tuple(self._assumed(fact, hold) for fact in facts if hold.is_assumed(fact))
        guessed = {each.fact.item for each in assumed}
        missed = tuple(self._missed(fact, hold) for fact in facts if hold.is_missed(fact))
        lost = {each.fact.item for each in missed}
        before, now = hold.key_assessed, hold.assessed
        return Marked(
            level=now.level,
            key_level=before.level,
            seen=tuple(fact for fact in facts if hold.is_seen(fact)),
            missed=missed,
            assumed=assumed,
            taken_as_no=tuple(each for each in opens if each.recorded is None and each.item not in guessed),
            left_open=tuple(each for each in opens if each.key is None and each.item not in lost),
            kept_open=tuple(each for each in opens if each.key is not None and each.recorded is not None),
            otherwise=tuple(self._otherwise(key, recorded)),
            under=self._ways(before, now),
            over=self._ways(now, before),
        )

    def _asked(self) -> Iterator[Item]:
        return (item for item in self._items.values() if item.counts)

    def _facts(self, hold: "_Held") -> Iterator[Fact]:
        """Every fact that the key or the record has."""
        for item in self._asked():
            for option in item.options:
                fact = Fact(item.id, option.id)
                follows = option.shows or option.raises or fact in self._named
                if follows and not option.alone and (hold.is_in_key(fact) or hold.is_recorded(fact)):
                    yield fact

    def _missed(self, fact: Fact, hold: "_Held") -> Missed:
        told_by = tuple(self._told_by(fact.item, hold))
        as_keyed = {**hold.recorded, **{name: hold.key[name] for name in told_by if name in hold.key}}
        as_keyed[fact.item] = hold.key[fact.item]
        return Missed(
            fact=fact,
            stands=hold.recorded_as(fact.item),
            elsewhere=_is_covered(self._follows(fact), self._all_that_follows(hold.in_force)),
            told_by=told_by,
            level=self._assessor.assess(as_keyed).level,
        )

    def _told_by(self, name: str, hold: "_Held") -> Iterator[str]:
        """Which question would have told: this one, or whatever closed it."""
        if name not in hold.closed:
            yield name
            return
        closing = [
            each for each in self._gating(name) if each in hold.key and hold.key[each] != hold.recorded.get(each)
        ]
        yield from dict.fromkeys(closing or [name])

    def _gating(self, name: str) -> Iterator[str]:
        for leaf in leaves(self._items[name].when):
            match leaf:
                case AnswerIs(item, _):
                    yield item
                case FlagRaised(flag):
                    raising = (item for item in self._asked() if any(flag in each.raises for each in item.options))
                    yield from (item.id for item in raising)

    def _assumed(self, fact: Fact, hold: "_Held") -> Assumed:
        covered = _is_covered(self._follows(fact), self._all_that_follows(hold.key_in_force))
        return Assumed(fact, rest_of(hold.key_in_force.get(fact.item)) or "otherwise", covered)

    def _open(self, item: Item, hold: "_Held") -> LeftOpen | None:
        """How a question is left open; None where nobody did. What the story does not touch is open to anything."""
        key, recorded = rest_of(hold.key_in_force.get(item.id)), rest_of(hold.in_force.get(item.id))
        if item.id in hold.closed or key == "not_asked" or (key is None and recorded in {None, "not_asked"}):
            return None
        return LeftOpen(item.id, key, recorded)

    def _otherwise(self, key: Answers, recorded: Answers) -> Iterator[Otherwise]:
        for item in self._items.values():
            if item.counts or item.open_ended or item.id not in key or item.id not in recorded:
                continue
            if set(values_of(key[item.id])) != set(values_of(recorded[item.id])):
                level = self._assessor.assess({**recorded, item.id: key[item.id]}).level
                yield Otherwise(item.id, key[item.id], recorded[item.id], level)

    def _ways(self, opened: Assessment, by: Assessment) -> Ways:
        """What one opens and the other does not."""
        return Ways(
            is_referred(opened.level) and not is_referred(by.level),
            tuple(flag for flag in opened.flags if flag not in by.flags),
            tuple(each for each in opened.pathways if each not in by.pathways and each not in self._always_open),
        )

    def _follows(self, fact: Fact) -> frozenset[str]:
        option = next(each for each in self._items[fact.item].options if each.id == fact.option)
        return frozenset((*option.shows, *option.raises))

    def _all_that_follows(self, answers: Answers) -> frozenset[str]:
        told: set[str] = set()
        for item in self._asked():
            ticks = ticks_of(answers.get(item.id))
            told.update(name for each in item.options if each.id in ticks for name in (*each.shows, *each.raises))
        return frozenset(told)


class _Held:
    """A record held against a key: what each has, without what does not apply."""

    def __init__(self, assessor: Assessor, items: Mapping[str, Item], key: Answers, recorded: Answers) -> None:
        self.key, self.recorded = key, recorded
        self.key_assessed, self.assessed = assessor.assess(key), assessor.assess(recorded)
        self.closed = frozenset(self.assessed.closed)
        self.in_force = {name: value for name, value in recorded.items() if name in items and name not in self.closed}
        self.key_in_force = {name: value for name, value in key.items() if name not in self.key_assessed.closed}

    def is_in_key(self, fact: Fact) -> bool:
        return fact.option in ticks_of(self.key_in_force.get(fact.item))

    def is_recorded(self, fact: Fact) -> bool:
        return fact.option in ticks_of(self.in_force.get(fact.item))

    def is_seen(self, fact: Fact) -> bool:
        return self.is_in_key(fact) and self.is_recorded(fact)

    def is_missed(self, fact: Fact) -> bool:
        return self.is_in_key(fact) and not self.is_recorded(fact)

    def is_assumed(self, fact: Fact) -> bool:
        return self.is_recorded(fact) and not self.is_in_key(fact)

    def recorded_as(self, item: str) -> Stands:
        """How a fact of this question stands that is not recorded."""
        return "closed" if item in self.closed else rest_of(self.in_force.get(item)) or "otherwise"


def _is_covered(follows: frozenset[str], told: frozenset[str]) -> bool:
    return bool(follows) and follows <= told
