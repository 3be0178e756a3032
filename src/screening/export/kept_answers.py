"""What asks the person to agree, on a form that keeps what is answered (pure)."""

from typing import Final

from screening.language.messages import Message, gettext
from screening.sets.model import SetFile

_FOR_THE_SCREEN: Final = gettext(
    "The words that follow are for the screen, where nothing is kept. This form keeps what is marked. Say yourself "
    "what becomes of these answers: who reads them, until when they are kept, and that a court may ask for them."
)


def agreement_on_forms(about: SetFile) -> str | None:
    """The id of the text that asks for agreement; None where the set asks for none."""
    if about.agreement is None:
        return None
    return "set.agreement" if about.agreement_if_kept is None else "set.agreement_if_kept"


def said_besides(about: SetFile) -> Message | None:
    """What the screener has to be told before that text, because it is not true here; None where it is."""
    return _FOR_THE_SCREEN if agreement_on_forms(about) == "set.agreement" else None
