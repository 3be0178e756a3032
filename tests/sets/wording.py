"""What was changed in the words of the built-in sets: the table in docs/method.md.

`docs/wording.yaml` says which texts, why, and how they read before; how they read now is taken from the sets. Run it by
hand after a change of one of these texts: python -m tests.sets.wording
"""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from screening.reading.files import read_file
from screening.reading.sets import find_set
from screening.sets.texts import texts
from tests.sets.method_page import METHOD, Part

PART: Final = Part("wording")
ROWS: Final = METHOD.with_name("wording.yaml")


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"set_id": "set"}):
    """A text, or a few that belong together, before and now.

    Attributes:
        set_id: the set.
        why: it was changed.
        old: how it read; nothing where it is new.
        now: the texts that stand there now, none where it was left out: their ids, or of a list its id and some words
            by which one of it is known.
    """

    set_id: str
    why: str
    old: str = ""
    now: tuple[str, ...] = ()


def wordings() -> tuple[Wording, ...]:
    """All that the file lists."""
    return msgspec.convert(read_file(ROWS).data, tuple[Wording, ...])


def new_text(wording: Wording, told: Mapping[str, str]) -> str:
    """How it reads now; fails where the set has no such text."""
    return " / ".join(_the_text(name, told) for name in wording.now)


def _the_text(name: str, told: Mapping[str, str]) -> str:
    listed, _, words = name.partition(" | ")
    if not words:
        return told[name]
    found = [text for id_, text in told.items() if id_.startswith(f"{listed}.") and words in text]
    assert len(found) == 1, f"{name}: {len(found)} texts have these words"
    return found[0]


def table() -> Iterator[str]:
    """The table as Markdown, line by line."""
    told: dict[str, Mapping[str, str]] = {}
    yield "| set | why | before | now |"
    yield "|---|---|---|---|"
    for each in wordings():
        if each.set_id not in told:
            told[each.set_id] = texts(find_set(each.set_id))
        old = each.old or "(nothing)"
        new = new_text(each, told[each.set_id]) or "(left out)"
        yield f"| {each.set_id} | {each.why} | {_in_a_cell(old)} | {_in_a_cell(new)} |"


def _in_a_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    METHOD.write_text(PART.written(METHOD.read_text(encoding="utf-8"), table()), encoding="utf-8")
