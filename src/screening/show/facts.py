"""Facts in the words of a set."""

from screening.engine.explain import PresentIndicator
from screening.language.messages import Text, gettext


def fact_text(present: PresentIndicator) -> Text:
    """A fact in the words of the set; of one that was rated, what was marked and nothing else."""
    if present.mark is None:
        return present.indicator.states
    # Translators: {statement} is what was rated, {mark} is what the mark says. Both are in the words of the set.
    return gettext("{statement}: {mark}", statement=present.indicator.states, mark=present.mark.label)


def brief_text(present: PresentIndicator) -> Text:
    """A fact in a few words, where the set has them and nothing was rated."""
    brief = present.indicator.brief
    return brief if brief is not None and present.mark is None else fact_text(present)
