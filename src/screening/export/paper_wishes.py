"""What the person's wishes change: below each of them on a form, and of the police wherever somebody is called.

It is what the advice on a screen says of them (`show.wishes`), in one or two rows for all answers.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from screening.export.paper_codes import Numbered
from screening.language.messages import Message, gettext

# By the wish. Codes of boxes are not needed here: their boxes stand right above.
_MEANS: Final[Mapping[str, Message]] = {
    "wants": gettext(
        "To get away: plan it with them first. To stay: respect it, and give numbers that are safe to keep. To go "
        "home: ask whether it is safe there. A child: tell child protection; they decide."
    ),
    "may_call": gettext(
        "Yes: before each call say what you will pass on. No: give the numbers, and call only in an emergency or where "
        "the law makes you. Otherwise ask before each call. A child: call child protection all the same; say so first."
    ),
    "police": gettext(
        "Unless yes: the police only in an emergency, or where the law makes you. A child, unless no: ask child "
        "protection."
    ),
    "safe_to_reach": gettext("Anything but yes: do not call or write. Agree on how they can come back."),
}


def wish_lines(asked: Numbered) -> Iterator[Message]:
    """What a wish changes, below its boxes; nothing below other questions.

    Args:
        asked: what is asked.
    """
    if asked.item.id in _MEANS:
        yield _MEANS[asked.item.id]


def about_police(form: Mapping[str, Numbered]) -> Message:
    """When the police may be called or told: of an adult who was not asked, silence is a no.

    Args:
        form: what is asked.
    """
    wish = form.get("police")
    if wish is None:
        return gettext(
            "POLICE: only in an emergency, where the law makes you, or if the person agrees. For a child, ask child "
            "protection about it."
        )
    # Translators: {yes} and {no} are codes of boxes on a form, such as 12Y and 12N.
    return gettext(
        "POLICE: only if {yes} is ticked, in an emergency, or where the law makes you. For a child, unless {no} is "
        "ticked, ask child protection about it.",
        yes=wish.codes(["yes"])[0],
        no=wish.codes(["no"])[0],
    )
