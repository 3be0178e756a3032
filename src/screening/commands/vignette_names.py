"""Which invented case is meant, by what was typed."""

from collections.abc import Iterable

from screening.commands.exit_codes import BadInput
from screening.language.messages import gettext, quoted
from screening.reading.problem import did_you_mean
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette


def named_vignette(name: str, sets: Iterable[tuple[str, IndicatorSet]]) -> tuple[IndicatorSet, Vignette]:
    """The first vignette of this name.

    Args:
        name: its id; with `SET/` before it, of that set and no other.
        sets: where it is looked for, each set with its id.

    Raises:
        BadInput: there is no such vignette.
    """
    known = []
    for set_id, indicator_set in sets:
        for vignette in indicator_set.vignettes:
            if name in {vignette.id, f"{set_id}/{vignette.id}"}:
                return indicator_set, vignette
            known.append(vignette.id)
    hint = did_you_mean(name, known)
    # Translators: {hint} is a sentence that says which there are, as in the messages after this one.
    raise BadInput(gettext("there is no vignette {name}. {hint}", name=quoted(name), hint=hint))
