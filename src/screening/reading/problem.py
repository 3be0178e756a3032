"""What is wrong in a file, where, and how to mend it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from heapq import nlargest
from itertools import islice, pairwise
from typing import TypeAlias, overload

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import untranslated
from screening.language.messages import Argument, Listing, Message, Text, gettext, quoted

# More problems than this are counted and not told: nobody reads them, and a file may hold any number.
MOST_TOLD = 200
# More than this of a text tells nobody more, and a file may hold a word of any length.
MAX_SHOWN = 400
# Among how many known words the one that was probably meant is looked for, and how many of them are looked at closely.
_MOST_KNOWN = 3_000
_MOST_COMPARED = 50
_MOST_NAMED = 12
_FEW_NAMED = 3
_LONGEST_WORD = 100


def shortened(text: str) -> str:
    """A text of which the middle is left out where it is too long to be told."""
    half = MAX_SHOWN // 2
    return text if len(text) <= MAX_SHOWN else f"{text[:half]}[...]{text[-half:]}"


def sentences(message: Text, hint: "Text | DidYouMean") -> Message:
    """What is wrong and how to mend it, as it is told.

    Args:
        message: what is wrong, without a full stop.
        hint: what to do about it, a sentence.
    """
    # Translators: {message} is what is wrong in a file or in what was typed, {hint} a sentence on how to fix it.
    return gettext("{message}. {hint}", message=message, hint=looked_up(hint) if isinstance(hint, DidYouMean) else hint)


def _bounded(message: Message) -> Message:
    """A message that holds no more of a file than what may be told of it."""
    return replace(message, arguments=tuple((name, _bounded_argument(each)) for name, each in message.arguments))


def _bounded_text(text: Text) -> Text:
    return shortened(text) if isinstance(text, str) else _bounded(text)


def _bounded_argument(argument: Argument) -> Argument:
    match argument:
        case int():
            return argument
        case Listing(items, kind):
            first = _as_many_as_told(items)
            last = _as_many_as_told(reversed(items[len(first) :]))
            return Listing((*first, *reversed(last)), kind)
        case _:
            return _bounded_text(argument)


def _as_many_as_told(items: Iterable[Text]) -> list[Text]:
    """The first items, until they are too long to be told together."""
    kept: list[Text] = []
    size = 0
    for item in items:
        kept.append(_bounded_text(item))
        size += len(untranslated(kept[-1]))
        if size > MAX_SHOWN:
            break
    return kept


class DidYouMean(Struct, frozen=True):
    """How to mend an unknown word. It is looked up only if it is told, for that takes much longer than finding it.

    Attributes:
        word: the unknown word.
        known: the words that it could have been.
    """

    word: str
    known: Iterable[str]


Hint: TypeAlias = Message | DidYouMean


def looked_up(hint: Hint) -> Message:
    """A hint as it is told."""
    return did_you_mean(hint.word, hint.known) if isinstance(hint, DidYouMean) else hint


class Problem(Struct, frozen=True):
    """One thing wrong in a file. In order they stand by their files and positions.

    Attributes:
        file: the path as the user gave it.
        line, column: counted from 1; 1:1 where a whole file is meant.
        message: what is wrong, without a full stop.
        hint: what to do about it, a sentence.
        code: its kind: of reading `file`, `yaml`, `shape`, `reference` or `duplicate-id`; else the rule that found it.
        warning: it is told, and makes nothing fail.
    """

    file: str
    line: int
    column: int
    message: Message
    hint: Hint
    code: str = "reference"
    warning: bool = False

    def __lt__(self, other: "Problem") -> bool:
        return _key(self) < _key(other)

    def __str__(self) -> str:
        """The problem for those who look for a fault; users are told it by `show.findings`."""
        warning = "warning: " if self.warning else ""
        position = f"{self.file}:{self.line}:{self.column}"
        return f"{position}: {warning}{untranslated(self.message)}. {untranslated(looked_up(self.hint))}"


# The kinds of problems that keep a file from being used. None of them can be passed over.
READING_CODES = ("file", "yaml", "shape", "reference", "duplicate-id")

_Key: TypeAlias = tuple[str, int, int, str]


def _key(problem: Problem) -> _Key:
    return problem.file, problem.line, problem.column, untranslated(problem.message)


class Problems(Sequence[Problem]):
    """The first problems in the order of their files and lines, each once, and how many there are.

    As a sequence it has those that are told. However many are found, it holds few.
    """

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        """Args: found: problems to begin with."""
        self._kept: dict[_Key, Problem] = {}
        # Where what is kept ends, once it is full.
        self._last: _Key | None = None
        # By file, and whether it only warns.
        self._counts: Counter[tuple[str, bool]] = Counter()
        self._told: list[Problem] | None = None
        self.extend(found)

    def add(self, problem: Problem) -> None:
        """Count a problem, and keep it if it is one of the first."""
        problem = replace(problem, message=_bounded(problem.message))
        key = _key(problem)
        if key in self._kept:
            return
        self._counts[problem.file, problem.warning] += 1
        if self._last is not None and key > self._last:
            return
        self._told = None
        self._kept[key] = problem
        if len(self._kept) >= 2 * MOST_TOLD:
            first = sorted(self._kept)[:MOST_TOLD]
            self._kept = {each: self._kept[each] for each in first}
            self._last = first[-1]

    def extend(self, found: Iterable[Problem]) -> None:
        """Add problems; of others that are counted already, also the count."""
        if not isinstance(found, Problems):
            for problem in found:
                self.add(problem)
            return
        for problem in found._kept.values():
            self.add(problem)
        for (file, warning), number in found.untold().items():
            self.count_on(file, number, warning=warning)

    def count_on(self, file: str, number: int, *, warning: bool = False) -> None:
        """Count problems of a file that nobody will be told, for they come after those that are."""
        self._counts[file, warning] += number

    @property
    def more(self) -> int:
        """How many there are besides those that are told."""
        return self._counts.total() - len(self)

    def counts(self) -> Counter[tuple[str, bool]]:
        """How many there are, by file and whether they only warn."""
        return Counter(self._counts)

    def untold(self) -> Counter[tuple[str, bool]]:
        """How many of them are counted and not kept, by file and whether they only warn."""
        return self._counts - Counter((each.file, each.warning) for each in self._kept.values())

    def altered(self, change: Callable[[Problem], Problem]) -> "Problems":
        """The same, each that is told changed; what is not told is counted as before."""
        changed = Problems(map(change, self))
        told = Counter((each.file, each.warning) for each in self)
        for (file, warning), number in (self.counts() - told).items():
            changed.count_on(file, number, warning=warning)
        return changed

    def _list(self) -> list[Problem]:
        if self._told is None:
            first = [self._kept[key] for key in sorted(self._kept)[:MOST_TOLD]]
            self._told = [replace(each, hint=_bounded(looked_up(each.hint))) for each in first]
        return self._told

    def __len__(self) -> int:
        return min(len(self._kept), MOST_TOLD)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._list())

    @overload
    def __getitem__(self, index: int) -> Problem: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Problem]: ...

    def __getitem__(self, index: int | slice) -> Problem | Sequence[Problem]:
        return self._list()[index]

    def __eq__(self, other: object) -> bool:
        """Whether the same is told, in a list or tuple too."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Problems({self._list()!r})"


class Unsound(Exception):
    """Something that was to be used has problems. They are told by `show.findings`.

    Attributes:
        problems: what is wrong.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Args: problems: at least one."""
        self.problems = Problems(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """The problems for those who look for a fault."""
        more = self.problems.more
        return "\n".join([*map(str, self.problems), *([f"and {more} more"] if more else [])])


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if one is near enough."""
    word = word[:_LONGEST_WORD]
    names = [name for name in islice(known, _MOST_KNOWN) if _are_like_long(word, name)]
    if len(names) > _MOST_COMPARED:
        # Pairs of letters for their order, and letters for words so short that a wrong one is in every pair.
        parts = {*pairwise(word), *word}
        names = nlargest(
            _MOST_COMPARED, names, key=lambda name: sum(part in parts for part in (*pairwise(name), *name))
        )
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    return close[0] if close else None


def _are_like_long(word: str, name: str) -> bool:
    """Whether two words can be near at all: at 0.6 none is more than 7/3 as long as the other."""
    return 3 * len(word) <= 7 * len(name) and 3 * len(name) <= 7 * len(word)


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """A sentence that helps after an unknown word."""
    names = [name for name in dict.fromkeys(islice(known, _MOST_KNOWN)) if name]
    near = nearest(word, names)
    if near is not None:
        return gettext("Did you mean {word}?", word=quoted(near))
    if not names:
        return gettext("None is defined.")
    if len(names) > _MOST_NAMED:
        # A list that breaks off says nothing of what it leaves out.
        some = Listing(tuple(names[:_FEW_NAMED]), "comma")
        return gettext("Among those known: {words}.", words=some)
    return gettext("Known: {words}.", words=Listing(tuple(names), "comma"))
