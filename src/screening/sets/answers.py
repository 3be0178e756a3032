"""What can be answered, to a question as to a circumstance."""

from collections.abc import Mapping
from typing import Final

UNCLEAR: Final = "unclear"
DECLINED: Final = "declined"
NOT_DEFINITE: Final = frozenset({UNCLEAR, DECLINED})

# One answer: yes, no, unclear, declined or an option's id; several options are a tuple. Nothing at all is "not asked".
Answer = str | tuple[str, ...]
Answers = Mapping[str, Answer]


def values_of(answer: Answer | None) -> tuple[str, ...]:
    """An answer as the values chosen; none where nothing was answered."""
    if answer is None:
        return ()
    return answer if isinstance(answer, tuple) else (answer,)
