"""What problems say, in English."""

from screening.language.catalog import ENGLISH
from screening.reading.problem import Hint, looked_up


def said(text: Hint) -> str:
    """A message or hint as it is told."""
    return ENGLISH.render(looked_up(text))
