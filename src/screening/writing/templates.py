"""What a new set begins with: small, whole and without findings, so that every change can be tried at once."""

import json
from collections.abc import Mapping

from screening.reading.templates import read_template
from screening.sets.model import IndicatorSet

# Stands in the template for the title of what is extended.
_TITLE = "TITLE"
# So much of it that the whole is still a title.
_MOST_OF_TITLE = 200


def new_set(set_id: str) -> Mapping[str, str]:
    """The files of a small set of its own.

    Args:
        set_id: its id.

    Returns:
        Texts by their path within the set's folder.
    """
    template = read_template("alone")
    return {name: text.replace(template.set_id, set_id) for name, text in template.files.items()}


def extending_set(set_id: str, base: IndicatorSet) -> Mapping[str, str]:
    """The files of a set that extends another and adds a question to it.

    Args:
        set_id: its id. What it adds is named after it, so that the base has nothing of that name.
        base: the set that it extends.

    Returns:
        Texts by their path within the set's folder.
    """
    template = read_template("extending")
    files = {name: text.replace(template.set_id, set_id) for name, text in template.files.items()}
    about = files["set.yaml"].replace(f"\nextends: {template.extends}\n", f"\nextends: {base.about.id}\n")
    # It stands between quotation marks there, and last, for it may hold anything.
    title = json.dumps(base.about.title[:_MOST_OF_TITLE], ensure_ascii=False)[1:-1]
    return {**files, "set.yaml": about.replace(_TITLE, title)}
