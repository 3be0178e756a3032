"""Two rounds of one exercise, before and after (pure)."""

from collections.abc import Iterator
from typing import Final

from screening.language.messages import Listing, Message, Text, gettext
from screening.practice.room import Share, is_referred
from screening.practice.rounds import CaseChange, RoundsCompared
from screening.sets.vocabulary import RANK, Level
from screening.show.lines import Line
from screening.show.workshop_measures import right_name
from screening.show.workshop_parts import Dots, Pair, Part, Table
from screening.show.workshop_words import RoomWords, percent, share

_MOST_CHANGED: Final = 12
_BEFORE: Final = gettext("Before")
_AFTER: Final = gettext("After")
# What cannot be seen from two rounds alone.
_NOT_PROOF: Final = gettext(
    "Rooms are compared, and not people. The second round is of the same cases, which everybody knows by then: a "
    "better one does not prove that the training will hold at work."
)


def round_parts(compared: RoundsCompared, words: RoomWords, key_levels: dict[str, Level]) -> Iterator[Part]:
    """What changed from the first round to the second.

    Args:
        compared: both rounds.
        words: those of the set.
        key_levels: what the key of each case comes to.
    """
    yield Line("heading", gettext("Before and after"))
    for case in compared.cases:
        if len(compared.cases) > 1:
            yield Line("subheading", words.case(case.case))
        yield _sums(case, words, key_levels[case.case])
        dots = _dots(case, words)
        if dots is not None:
            yield dots
    alone: tuple[tuple[tuple[str, ...], Message], ...] = (
        (
            compared.only_before,
            gettext("Only in the first round: {cases}.", cases=_titles(compared.only_before, words)),
        ),
        (compared.only_after, gettext("Only in the second round: {cases}.", cases=_titles(compared.only_after, words))),
    )
    yield from (Line("paragraph", told) for cases, told in alone if cases)
    if compared.cases:
        yield Line("paragraph", _NOT_PROOF)
    else:
        yield Line("text", gettext("The two rounds have no case in common, so there is nothing to compare."))


def _titles(cases: tuple[str, ...], words: RoomWords) -> Listing:
    return Listing(tuple(map(words.case, cases)), "comma")


def _sums(case: CaseChange, words: RoomWords, key_level: Level) -> Table:
    first, second = case.right
    rows: list[tuple[Text, ...]] = [
        (gettext("People"), str(case.seats[0]), str(case.seats[1])),
        (right_name(first), *_both((first.share, second.share), case)),
        (gettext("The level of the key"), *_both(case.same_level, case)),
    ]
    if is_referred(key_level):
        rows.append((gettext("Missed the person"), *map(str, case.under_referred)))
    else:
        rows.append((gettext("Referred for nothing"), *map(str, case.over_referred)))
    rows += [
        # Translators: the title of a flag that people did not have.
        (gettext("Missed: {flag}", flag=words.flag(flag)), *map(str, missed))
        for flag, missed in case.flags_missed.items()
    ]
    rows += [
        # Translators: how many people came to a level.
        (gettext("Came to {level}", level=words.level(level)), *(str(counts.get(level, 0)) for counts in case.levels))
        for level in RANK
        if any(level in counts for counts in case.levels)
    ]
    return Table(
        title=gettext("Before and after: {case}", case=words.case(case.case)),
        head=(gettext("What"), _BEFORE, _AFTER),
        rows=tuple(rows),
        numbers=frozenset({1, 2}),
    )


def _both(shares: tuple[Share, Share], case: CaseChange) -> tuple[Message, Message]:
    before, after = shares
    return share(before, small=_small(case)), share(after, small=_small(case))


def _small(case: CaseChange) -> bool:
    return any(right.interval is None for right in case.right)


def _dots(case: CaseChange, words: RoomWords) -> Dots | None:
    changed = [each for each in case.most_changed if words.counts(each.question)][:_MOST_CHANGED]
    if not changed:
        return None
    pairs = tuple(Pair(words.question(each.question), *(share_of.rate for share_of in each.agreed)) for each in changed)
    return Dots(
        title=gettext("Agreement with the key, before and after: {case}", case=words.case(case.case)),
        described=gettext("Two dots a question: the share that agrees with the key, before and after."),
        before=_BEFORE,
        after=_AFTER,
        pairs=pairs,
        table=Table(
            title=gettext("As the key, of those who knew: the questions that changed most"),
            head=(gettext("Question"), _BEFORE, _AFTER),
            rows=tuple((pair.label, _rate(pair.before), _rate(pair.after)) for pair in pairs),
            numbers=frozenset({1, 2}),
        ),
    )


def _rate(rate: float | None) -> Message | str:
    return "" if rate is None else percent(rate)
