"""The cases that there are to practise on, by how hard they are. Nothing of their keys is told."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from screening.language.messages import Text, gettext, ngettext
from screening.practice.difficulty import DIFFICULTIES, Difficulty
from screening.show.lines import Line
from screening.show.practice_words import DIFFICULTY_NAME


class Listed(Struct, frozen=True):
    """A case in a list."""

    id: str
    title: str
    difficulty: Difficulty


def case_lines(cases: Sequence[Listed]) -> Iterator[Line]:
    """The cases, the easy ones first.

    Args:
        cases: in any order.
    """
    for difficulty in DIFFICULTIES:
        found = [case for case in cases if case.difficulty == difficulty]
        if found:
            name = DIFFICULTY_NAME[difficulty]
            told = ngettext("{difficulty}: {count} case", "{difficulty}: {count} cases", len(found), difficulty=name)
            yield Line("heading", told)
            # Translators: what is typed to name a case, and its title.
            yield from (Line("item", gettext("{id}: {title}", id=case.id, title=case.title)) for case in found)


def case_name(case: Listed) -> Text:
    """A case as a choice.

    Args:
        case: the case.
    """
    # Translators: how hard a case for practice is, and its title.
    return gettext("{difficulty}: {title}", difficulty=DIFFICULTY_NAME[case.difficulty], title=case.title)
