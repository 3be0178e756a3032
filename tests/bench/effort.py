"""What a screening costs: keys, screens, and pages of the result, for four people and every vignette.

Run it by hand: python -m tests.bench.effort. It prints a table, worst first, and a summary; the exit code is 1 where a
target is missed. With `--write` the four people, the worst and the summary go into docs/performance.md. Ids of vignettes, or of sets, play those alone.

Every screening is played through the real dialogs and the real handling of keys, without a terminal, from its first
screen to its result at 80x24, with the place remembered. Each fact of the vignette is recorded, what it leaves open is
skipped, the rest of a section at once where the vignette knows nothing of it, and every page of a text is turned. Of the ways to an answer the shortest counts that somebody who knows the
keys would press. A key is a key of the keyboard: a number of two digits is two, and Enter is one.

*questions*: what was asked, circumstances and wishes too, each once, however often it came up. *ticks*: marks made in
lists of which several may be marked. *keys* may be 1.15 times both together, and 8 more. *screens*: those that were
passed, each page of a text by itself. *lines*: rows of text in the result. *pages*: those behind its first page, which
has to be one page; of the four people there may be 6, of the vignettes they are only told.

*all* takes no early stop; *stop* takes every one that is offered, at the card for a child too.
"""

import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from statistics import median
from unittest.mock import patch

from tests.bench.player import Played, Player
from tests.bench.write_performance import PAGE
from tests.support.clocks import standing
from tests.support.people import PEOPLE, answers_of
from tests.support.walks import Nobody

from screening.commands import clock
from screening.commands.session import Session
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from screening.terminal.card_choices import CHILD_SET, GO_ON

MOST_PAGES = 6
# So many of the vignettes stand in the page on performance.
WORST = 12
BEGIN, END = "<!-- what tests/bench/effort.py writes -->\n", "<!-- its end -->\n"
# At two in the morning most lines are closed, and what is closed is said.
AT_NIGHT = datetime(2026, 11, 27, 18, 0, tzinfo=UTC)


# --- whom it is played for -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """Whom it is played for.

    Attributes:
        name: as it stands in the table.
        set_name: with which set.
        answers: what is known.
        at_child_card: what is chosen there, where no stop is taken.
        most_pages: how many pages there may be behind the first; None where they are only told.
    """

    name: str
    set_name: str
    answers: Mapping[str, Answer]
    at_child_card: str = GO_ON
    most_pages: int | None = None


@cache
def _set(name: str) -> IndicatorSet:
    return find_set(name)


@cache
def _reader(set_name: str) -> RecordReader:
    return RecordReader(_set(set_name))


def four_people() -> Iterator[Case]:
    """Four people whom a screener met, the child among them with the set for children too, and one of first contact."""
    for name in PEOPLE:
        answers = answers_of(name, _reader("palermo"))
        yield Case(name, "palermo", answers, most_pages=MOST_PAGES)
        if answers["age"] == "child":
            yield Case(f"{name}, filled in", "palermo", answers, CHILD_SET, MOST_PAGES)
    fullest = max(_vignettes("first-contact"), key=lambda case: len(case.answers))
    yield dataclasses.replace(fullest, name="first contact", most_pages=MOST_PAGES)


def every_vignette() -> Iterator[Case]:
    """The vignettes of every set, in Hong Kong where they do not say where."""
    for set_name in set_ids():
        yield from _vignettes(set_name)


def _vignettes(set_name: str) -> Iterator[Case]:
    reader = _reader(set_name)
    for vignette in _set(set_name).vignettes:
        circumstances = reader.circumstances({"place": "hk", **vignette.circumstances})
        yield Case(f"{set_name}/{vignette.id}", set_name, {**reader.answers(vignette.answers), **circumstances})


def play(case: Case, *, stops: bool = False) -> Played:
    """One screening."""
    with patch.object(clock, "datetime", standing(AT_NIGHT)):
        begun = Session(Nobody(), ENGLISH, stdout=Nobody().output, place=str(case.answers["place"]))
        dialog = begun.screening(_set(case.set_name))
        return Player(case.answers, stops=stops, at_child_card=case.at_child_card).play(dialog)


@dataclass(frozen=True)
class Effort:
    """What a case costs: without any early stop, and with every one that is offered, if one is."""

    case: Case
    whole: Played
    stopped: Played | None

    @property
    def misses(self) -> tuple[str, ...]:
        """The targets that it misses."""
        plays = (self.whole, *((self.stopped,) if self.stopped is not None else ()))
        most_pages = self.case.most_pages
        missed = {
            "keys": self.whole.over > 0,
            "keys with the stop": self.stopped is not None and self.stopped.over > 0,
            "page one": any(each.first_pages > 1 for each in plays),
            "pages": most_pages is not None and any(each.pages > most_pages for each in plays),
        }
        return tuple(name for name, is_missed in missed.items() if is_missed)

    @property
    def badness(self) -> tuple[int, float, int]:
        """What the worst has most of."""
        return len(self.misses), self.whole.over, self.whole.pages


def effort_of(case: Case) -> Effort:
    """A case, played both ways."""
    whole = play(case)
    return Effort(case, whole, play(case, stops=True) if whole.stop_offered else None)


# --- what is told of it ----------------------------------------------------------------------------------------------

HEAD = ("", "keys", "may be", "questions", "ticks", "screens", "lines", "pages", "keys, stop", "may be", "pages, stop")


def columns(effort: Effort) -> tuple[str, ...]:
    """A case as a row."""
    whole, stopped = effort.whole, effort.stopped
    numbers = (whole.keys, int(whole.most_keys), whole.questions, whole.ticks, whole.screens, whole.lines)
    pages = f"{whole.first_pages} + {whole.pages}"
    with_stop = ("", "", "") if stopped is None else (stopped.keys, int(stopped.most_keys), stopped.pages)
    return (effort.case.name, *map(str, numbers), pages, *map(str, with_stop))


def table(efforts: Sequence[Effort]) -> str:
    """Cases as a table, with what each of them misses, and what keys were pressed for besides answers."""
    rows = [(*HEAD, "missed"), *((*columns(effort), _missed(effort)) for effort in efforts)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    padded = ("  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:-1], widths[1:-1]), row[-1]]) for row in rows)
    return "\n".join(map(str.rstrip, padded))


def _missed(effort: Effort) -> str:
    besides = [f"{what} {number}" for what, number in effort.whole.spent.items() if number and what != "answers"]
    told = ", ".join(effort.misses)
    return f"{told} ({', '.join(besides)})" if "keys" in effort.misses else told


def summary(efforts: Sequence[Effort]) -> list[str]:
    """How many keep the targets, what is usual, and what keys are pressed for."""
    missed = Counter(target for effort in efforts for target in effort.misses)
    kept = sum(not effort.misses for effort in efforts)
    told = [f"{kept} of {len(efforts)} keep every target", *(f"{count} miss: {what}" for what, count in missed.items())]
    plays = [effort.whole for effort in efforts]
    for what, values in {
        "keys": [play.keys for play in plays],
        "screens": [play.screens for play in plays],
        "pages behind page one": [play.pages for play in plays],
        "lines of the result": [play.lines for play in plays],
    }.items():
        told.append(f"{what}: {min(values)} to {max(values)}, {median(values):g} in the middle")
    spent = sum((Counter(play.spent) for play in plays), Counter[str]())
    each = "; ".join(f"{what} {number / len(plays):.1f}" for what, number in spent.most_common())
    return [*told, f"keys of one screening without the stop, on average: {each}"]


def section(efforts: Sequence[Effort]) -> str:
    """What stands in the page on performance: the four people, the worst, and the summary."""
    few = [*(effort for effort in efforts if effort.case.most_pages), *_worst(efforts)[:WORST]]
    rows = [HEAD, ("---",) * len(HEAD), *map(columns, few)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines, "", *(f"- {told}" for told in summary(efforts)), ""])


def with_section(page: str, written: str) -> str:
    """A page with this in the place for it."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has no place for the effort")
    return "".join([before, BEGIN, written, END, after])


def _worst(efforts: Sequence[Effort]) -> list[Effort]:
    return sorted((each for each in efforts if not each.case.most_pages), key=lambda each: each.badness, reverse=True)


def main(arguments: Sequence[str]) -> int:
    """Play them, and tell."""
    wanted = {argument for argument in arguments if argument != "--write"}
    every = [*four_people(), *every_vignette()]
    cases = [case for case in every if not wanted or wanted & {case.name, *case.name.split("/")}]
    if not cases:
        print(f"There is no vignette and no set {sorted(wanted)[0]!r}.", file=sys.stderr)
        return 2
    with ProcessPoolExecutor() as pool:
        efforts = list(pool.map(effort_of, cases, chunksize=8))
    print(table([*(effort for effort in efforts if effort.case.most_pages), *_worst(efforts)]))
    print("", *summary(efforts), sep="\n")
    if "--write" in arguments:
        PAGE.write_text(with_section(PAGE.read_text(encoding="utf-8"), section(efforts)), encoding="utf-8")
    return int(any(effort.misses for effort in efforts))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
