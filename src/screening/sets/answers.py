"""What can be answered, to a question as to a circumstance."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

# How what was not ticked stands, where it is not *no*.
Rest = Literal["unclear", "declined", "not_asked"]

UNCLEAR: Final = "unclear"
DECLINED: Final = "declined"
NOT_ASKED: Final = "not_asked"
NOT_DEFINITE: Final = frozenset({UNCLEAR, DECLINED})
RESTS: Final[tuple[Rest, ...]] = get_args(Rest)
_AS_REST: Final[Mapping[str, Rest]] = {rest: rest for rest in RESTS}

# One answer: yes, no, unclear, declined or an option's id. Several options are a tuple, which may end in a `Rest`: then
# the others are not *no* but unknown (law 5). Nothing at all is "not asked".
Answer = str | tuple[str, ...]
Answers = Mapping[str, Answer]


def values_of(answer: Answer | None) -> tuple[str, ...]:
    """An answer as the words it is recorded in; none where nothing was answered."""
    if answer is None:
        return ()
    return answer if isinstance(answer, tuple) else (answer,)


def ticks_of(answer: Answer | None) -> tuple[str, ...]:
    """What was chosen: one option or several, without what is said of the rest."""
    values = values_of(answer)
    return values[:-1] if values and values[-1] in RESTS else values


def rest_of(answer: Answer | None) -> Rest | None:
    """How everything stands that was not chosen: None means that it is *no*.

    Args:
        answer: of any kind; nothing at all leaves everything not asked.
    """
    if not answer:
        return NOT_ASKED if answer is None else None
    return _AS_REST.get(answer[-1] if isinstance(answer, tuple) else answer)


def with_rest(ticks: Iterable[str], rest: Rest | None) -> Answer | None:
    """An answer of several options. Without a tick it is what the rest is; None where nothing was answered then."""
    ticked = tuple(ticks)
    if not ticked:
        return None if rest == NOT_ASKED else rest
    return ticked if rest is None else (*ticked, rest)
