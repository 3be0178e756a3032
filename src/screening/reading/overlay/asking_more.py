"""Whether a set asks more than the one that it extends."""

from collections.abc import Iterator

from screening.reading.overlay.nodes import id_of, items_of, value_at
from screening.reading.set_texts import SetTexts


def asks_more(base: SetTexts, whole: SetTexts) -> bool:
    """Whether a set has a question or an answer that its base has not, or shows something more by one.

    Args:
        base: what is extended, whole.
        whole: the set that extends it, laid over it.
    """
    return not set(_asked(whole)) <= set(_asked(base))


def _asked(texts: SetTexts) -> Iterator[tuple[str | None, ...]]:
    """Every question, every answer that it has by name, and whatever an answer shows."""
    for text in texts.sections:
        for question in items_of(value_at(text.data, "questions")):
            name = id_of(question)
            yield (name,)
            for answer in (question, *items_of(value_at(question, "options"))):
                yield name, id_of(answer)
                for shown in items_of(value_at(answer, "shows")):
                    yield name, id_of(answer), str(shown)
