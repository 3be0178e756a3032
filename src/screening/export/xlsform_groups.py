"""Which sections of a set are groups of its form (pure).

Servers put the group before the name of a question, with a stroke or a hyphen between them. `score` knows the sections
of a set as groups. So a section is none where what comes of it could be read as something else.
"""

from typing import Final

from screening.sets.column_map import as_compared
from screening.sets.items import recordable
from screening.sets.model import IndicatorSet

# Forms keep this one for themselves.
_KEPT: Final = "meta"


def groups_of(indicator_set: IndicatorSet) -> frozenset[str]:
    """The ids of the sections that are groups.

    Args:
        indicator_set: the set. Two of its ids are one where they are compared as the names of columns are.
    """
    taken = {as_compared(name) for name in [*recordable(indicator_set), _KEPT]}
    groups = []
    for section in indicator_set.sections:
        joined = {as_compared(f"{section.id}-{question.id}") for question in section.questions}
        if as_compared(section.id) not in taken and joined.isdisjoint(taken):
            groups.append(section.id)
            taken |= joined
    return frozenset(groups)
