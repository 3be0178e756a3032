"""Which entries of the published lists the built-in sets ask for: the table in docs/method.md.

Run it by hand after a change of `covers`: python -m tests.sets.coverage
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from screening.reading.files import read_file
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from tests.sets.method_page import METHOD, Part

PART = Part("coverage")


@dataclass(frozen=True)
class Coverage:
    """What is covered.

    Attributes:
        lists: the published lists with their entries.
        not_asked: entry to what it is and why it is not asked for.
        not_asked_of_a_child: the same, where only the set for children leaves it out.
        shown: entry to what the sets state for it, as (set, statement, can an answer show it).
    """

    lists: list[dict[str, Any]]
    not_asked: dict[str, dict[str, str]]
    not_asked_of_a_child: dict[str, dict[str, str]]
    shown: dict[str, list[tuple[str, str, bool]]]

    @property
    def entries(self) -> list[str]:
        """Every entry of every list."""
        return [entry for each in self.lists for entry in each["entries"]]


def coverage() -> Coverage:
    """The coverage of the published lists by the built-in sets."""
    data = read_file(METHOD.with_name("coverage.yaml")).data
    shown: dict[str, list[tuple[str, str, bool]]] = {}
    for name in set_ids():
        indicator_set = find_set(name)
        by_answers = {each for _, _, question in indicator_set.questions() for each in question.could_show}
        for indicator in indicator_set.indicators:
            for entry in indicator.covers:
                shown.setdefault(entry, []).append((name, indicator.states, indicator.id in by_answers))
    return Coverage(data["lists"], data["not_asked"], data["not_asked_of_a_child"], shown)


def table(found: Coverage) -> Iterator[str]:
    """The table as Markdown, line by line."""
    for each in found.lists:
        asked = [entry for entry in each["entries"] if entry in found.shown]
        yield f"### {each['title']}"
        yield ""
        yield f"Grade {each['grade']}. {each['note']} Of {len(each['entries'])} entries, {len(asked)} are asked for."
        yield ""
        yield "| entry | asked as, or why not |"
        yield "|---|---|"
        for entry in each["entries"]:
            if entry in found.shown:
                told: dict[str, list[str]] = {}
                for name, states, _ in found.shown[entry]:
                    told.setdefault(states, []).append(name)
                said = "; ".join(f"{states} ({', '.join(names)})" for states, names in told.items())
                if entry in found.not_asked_of_a_child:
                    left_out = found.not_asked_of_a_child[entry]
                    said += f". In the set for children not asked: {left_out['what']}. {left_out['why']}"
            else:
                left_out = found.not_asked[entry]
                said = f"not asked: {left_out['what']}. {left_out['why']}"
            yield f"| {entry} | {said} |"
        yield ""


def main() -> None:
    """Write the table into the document."""
    METHOD.write_text(PART.written(METHOD.read_text(encoding="utf-8"), table(coverage())), encoding="utf-8")


if __name__ == "__main__":
    main()
