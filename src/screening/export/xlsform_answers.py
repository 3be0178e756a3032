"""What was answered to the questions of a form, as XPath (pure).

An empty field was not asked. *Unclear*, *declined* and, of the rest of a tick list, *not asked* are answers to choose.
What is not relevant is empty for ODK, and may not be for others: so its gate is looked at besides.
"""

from collections.abc import Iterable, Mapping

from screening.export.xlsform_calculations import Calculations
from screening.export.xlsform_expressions import (
    FALSE,
    TRUE,
    Truth,
    all_of,
    field,
    first_that_holds,
    negated,
    text,
)
from screening.sets.answers import DECLINED, NOT_ASKED
from screening.sets.items import Item


class Answered:
    """What was answered, of each item of the form."""

    def __init__(
        self, items: Mapping[str, Item], calculations: Calculations, fixed: Mapping[str, str] | None = None
    ) -> None:
        """Begin without a gate.

        Args:
            items: those that stand in the form, by their ids.
            calculations: where a gate becomes a field.
            fixed: what nobody is asked, because the form is made for one answer.
        """
        self._items = items
        self._fixed = fixed or {}
        self._calculations = calculations
        self._closed: dict[str, str] = {}
        self._relevant: dict[str, str] = {}

    def gate(self, item: Item, truth: Truth) -> None:
        """Say when a question is open. What waits is asked only if it is always asked."""
        value = first_that_holds([(truth.false, text("closed")), (truth.true, text("open"))], text("waits"))
        gate = self._calculations.put(f"gate_{item.id}", value)
        self._closed[item.id] = f"{gate} = 'closed'"
        self._relevant[item.id] = f"{gate} != 'closed'" if item.always else f"{gate} = 'open'"

    def closed(self, item: str) -> str:
        """Whether a question does not apply, so that its answer is set aside."""
        return self._closed.get(item, FALSE)

    def relevant(self, item: str) -> str:
        """Whether something is asked now."""
        return self._relevant.get(item, TRUE) if item in self._items else FALSE

    def any_of(self, item: str, values: Iterable[str]) -> str:
        """Whether one of these was recorded: answers, or how the rest of a list stands."""
        if item in self._fixed:
            return TRUE if self._fixed[item] in set(values) else FALSE
        if item not in self._items:
            return FALSE
        return all_of([self.relevant(item), self._recorded(item, values)])

    def is_recorded(self, item: str) -> str:
        """Whether anything was recorded. That the rest was not asked says nothing by itself."""
        if item in self._fixed:
            return TRUE
        if item not in self._items:
            return FALSE
        here = field(item)
        nothing = f"{here} != '{NOT_ASKED}'" if self._items[item].several else TRUE
        return all_of([self.relevant(item), f"{here} != ''", nothing])

    def is_whole(self, item: str) -> str:
        """Whether it was answered, with nothing left unknown."""
        return all_of([self.is_recorded(item), negated(self.any_of(item, self.rests(item)))])

    def is_unknown(self, item: str) -> str:
        """Whether it applies, and something of it is not known: everything, or the rest of a list."""
        if item not in self._items:
            return TRUE
        unknown = all_of([negated(self.closed(item)), negated(self.is_whole(item))])
        return self._calculations.holds(f"unknown_{item}", [unknown])

    def doubtful(self, item: str) -> str:
        """Whether it, or the rest of it, is unclear or was declined."""
        undecided = self._items[item].undecided if item in self._items else DECLINED
        return self.any_of(item, (undecided, DECLINED))

    def rests(self, item: str) -> tuple[str, ...]:
        """The choices with which something stays unknown."""
        if item not in self._items:
            return ()
        its = self._items[item]
        return (its.undecided, DECLINED, *((NOT_ASKED,) if its.several else ()))

    def _recorded(self, item: str, values: Iterable[str]) -> str:
        here, several = field(item), self._items[item].several
        said = (f"selected({here}, {text(value)})" if several else f"{here} = {text(value)}" for value in values)
        return self._calculations.any_of(said)
