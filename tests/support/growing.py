"""An answer with which more is told than with another one."""

from hypothesis import strategies as st

from screening.sets.answers import Answer, rest_of, ticks_of, with_rest
from screening.sets.model import IndicatorSet


def grown_answer(
    indicator_set: IndicatorSet, question: str, before: Answer | None, data: st.DataObject
) -> Answer | None:
    """Another answer to the question with which what is shown and raised only grows."""
    asked_question = next(each for _, _, each in indicator_set.questions() if each.id == question)
    effects = {option.id: {*option.shows, *(f"!{flag}" for flag in option.raises)} for option in asked_question.choices}
    alone = {option.id for option in asked_question.choices if option.alone}
    if asked_question.several:
        ticks = ticks_of(before) if isinstance(before, tuple) and alone.isdisjoint(before) else ()
        # One more tick of an answered question; where nothing was ticked yet, one that shows or raises something.
        more = [name for name in effects if name not in ticks and name not in alone and (ticks or effects[name])]
        rest = rest_of(before) if ticks else None
        return with_rest((*ticks, data.draw(st.sampled_from(more))), rest) if more else None
    has: set[str] = effects.get(before, set()) if isinstance(before, str) else set()
    more = [name for name, shown in effects.items() if shown > has]
    return data.draw(st.sampled_from(more)) if more else None
