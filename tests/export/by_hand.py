"""Somebody with a pencil who knows nothing but what is printed: follows a form, scores it, and comes to a level.

It reads the text of a form, be it from a PDF or from Markdown, and understands a handful of sentences. It knows nothing
of sets, and imports nothing of the program.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

_CODE = r"\d+(?:Z+|[YNUDEX]|[a-z]+)"
_BOX = re.compile(rf"(?<![\w+.]){_CODE}(?![\w.])")
_CROSS_OUT = re.compile(
    r"\bIf ((?:(?!\bIf ).)+?) - then cross out (\d+)(?: to (\d+))? and go to (?:the end of the questions|\d+)\.(?= )"
    r"|\bCross out (\d+)(?: to (\d+))?\.(?= )"
)
_AT_ONCE = re.compile(r"AT ONCE, if (.*?): (?:ask nothing more, )?see card (K\d+)\.")
_CELL = r"(does not count|[SMW] [\d.]+|[SMW]|[\d.]+)"
_BOXES = rf"(?:{_CODE}(?:, {_CODE})*|-)"
_COUNT = re.compile(r"(in all|[SMWP](?:(?:, [SM])* and [MW] together)?) ([\d.]+) or more|a stroke below ([SM] or [MW])")
_SHOWN = re.compile(r"\b([A-Z]+\d*) (?:is shown if (.*?)|cannot be shown)\.(?= )")
_SUM = re.compile(r"\b([A-Z]+\d*) Write the sums of (G\d+(?:(?:, | to )G\d+)*) here\.")
_STEP = re.compile(r"\b(B\d+) (only if A1 is ticked: )?if (.*?)\.(?= )")
_AGE = re.compile(r"\b(A\d) if (.*?): use the column (Adult|Child)\.(?= )")
_LEVEL = re.compile(r"\b(L[12]) [^,.]*, (?:if (.*?)|in any case)\.(?= )")


def text_of_markdown(source: str) -> str:
    """What a reader sees of Markdown, in one line."""
    lines = [line for line in source.replace("\\", "").splitlines() if not re.fullmatch(r"[| -]*", line)]
    return _in_one_line(re.sub(r"\*\*|^#+ |^- (\[ \] )?|\|", "", line) for line in lines)


def text_of_pages(pages: Iterable[str]) -> str:
    """The text of a PDF without what stands at the foot of each page, in one line."""
    return _in_one_line(re.sub(r"Page \d+ of \d+ ?|Made with:[^\n]*", "", page) for page in pages)


def _in_one_line(texts: Iterable[str]) -> str:
    # Boxes, arrows and dashes are drawn, and are no words.
    whole = re.sub("[\u2192\u2715\u2013]", " ", unicodedata.normalize("NFKC", " ".join(texts)))
    # Nor is the mark of what is not translated.
    return f" {' '.join(re.sub(r' [(][a-z]{2}[)]', '', whole).split())} "


def codes(told: str) -> list[str]:
    """The codes that are named in a row: `9a, 9b or 9c`, `G6 to G10, G12`."""
    return [code for each in re.split(r", | or ", told) for code in _run(*each.split(" to "))]


def _run(first: str, last: str | None = None) -> list[str]:
    if last is None:
        return [first]
    kind = first.rstrip("0123456789")
    return [f"{kind}{number}" for number in range(int(first[len(kind) :]), int(last[len(kind) :]) + 1)]


@dataclass(frozen=True)
class Skip:
    first: int
    last: int
    condition: str | None


@dataclass(frozen=True)
class FactLine:
    code: str
    star: bool
    boxes: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def rated(self) -> str | None:
        """The number that a rated fact has in common with its other lines."""
        return self.code.split(".")[0] if "." in self.code else None


@dataclass
class Outcome:
    """What somebody came to: the code of a level, the elements shown, the cards that were due, the parts to do."""

    level: str
    shown: frozenset[str]
    cards: frozenset[str]
    to_do: tuple[str, ...]
    left_out: frozenset[int]


class PrintedForm:
    """A form as it is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        talk, _, scoring = text.partition(" Scoring by hand ")
        # What stands on a card names boxes, and has none.
        talk, _, _ = talk.partition(" Cards: what to do at once ")
        self.scoring = f" {scoring}"
        said = [*_CROSS_OUT.finditer(talk), *_AT_ONCE.finditer(talk)]
        inside = [(found.start(), found.end()) for found in said]
        self._boxes = [
            found for found in _BOX.finditer(talk) if not any(begin <= found.start() < end for begin, end in inside)
        ]
        self._boxes = list(_in_order(self._boxes))
        self.talk = talk
        self._known: dict[str, str | None] = {}
        self.questions = sorted({number_of(found[0]) for found in self._boxes})
        self.skips = [_skip(found) for found in _CROSS_OUT.finditer(talk)]
        self.cards = [(found[1], found[2]) for found in _AT_ONCE.finditer(talk)]

    # --- finding one's way ---

    @cached_property
    def _asked(self) -> Mapping[int, str]:
        """What stands before the boxes of each question."""
        asked, before = {}, 0
        for found in self._boxes:
            number = number_of(found[0])
            if number not in asked:
                asked[number] = self.talk[before : found.start()]
            before = found.end()
        return asked

    def number(self, statement: str, after: int) -> int | None:
        """The question below which this is marked, looked for behind another one."""
        wanted = _in_one_line([statement]).strip()
        return next((number for number in self.questions if number > after and wanted in self._asked[number]), None)

    def box(self, number: int, words: str) -> str:
        """The code of the box with these words."""
        wanted = _in_one_line([words]).strip()
        told = self._labels[number]
        exact = [code for code, label in told.items() if label == wanted]
        return (exact or [code for code, label in told.items() if label.startswith(wanted)])[0]

    @cached_property
    def _labels(self) -> Mapping[int, Mapping[str, str]]:
        """What stands behind each box of each question, as far as the next one."""
        labels: dict[int, dict[str, str]] = {}
        ends = [*(box.start() for box in self._boxes[1:]), len(self.talk)]
        for box, end in zip(self._boxes, ends, strict=True):
            labels.setdefault(number_of(box[0]), {})[box[0]] = self.talk[box.end() : end].strip()
        return labels

    def has(self, code: str) -> bool:
        """Whether there is such a box."""
        return code in self._labels[number_of(code)]

    def letters(self, number: int) -> str:
        """The letters of the boxes of a question."""
        return "".join(code.removeprefix(str(number)) for code in self._labels[number])

    def to_do_if(self, title: str) -> str | None:
        """When a part of what to do applies, by its title."""
        if title not in self._known:
            wanted = re.escape(_in_one_line([title]).strip())
            found = re.search(rf" P\d+ (?:if ((?:(?! P\d+ ).)*?)|in any case): {wanted} ", self.scoring)
            self._known[title] = None if found is None else found[1] or "in any case"
        return self._known[title]

    # --- filling in ---

    def filled(self, ticks: frozenset[str], titles: Iterable[str] = ()) -> "Filled":
        """The form with these boxes ticked, as far as what it says is followed."""
        return Filled(self, ticks, tuple(titles))

    # --- what the scoring page says ---

    @cached_property
    def columns(self) -> int:
        return 2 if " Boxes Group Adult Child " in self.text else 1

    @cached_property
    def facts(self) -> Mapping[str, list[FactLine]]:
        """The lines of each group."""
        of_facts = self.scoring.replace(" Boxes Group Adult Child ", " ").replace(" Boxes Group Counts ", " ")
        of_facts, _, _ = of_facts.partition(" Scoring by hand: tally sheet ")
        cells = " ".join([_CELL] * self.columns)
        line = re.compile(
            rf"(?<= )({_BOXES}) F(\d+(?:\.\d+)?)(\*?) ((?!{_BOXES} F\d)(?:.(?! {_BOXES} F\d))+?) (G\d+) {cells}"
            rf"(?= {_BOXES} F\d|$)"
        )
        groups: dict[str, list[FactLine]] = {}
        for found in line.finditer(of_facts.strip()):
            boxes = tuple(codes(found[1])) if found[1] != "-" else ()
            groups.setdefault(found[5], []).append(FactLine(f"F{found[2]}", bool(found[3]), boxes, found.groups()[5:]))
        return groups

    @cached_property
    def shown_if(self) -> Mapping[str, str | None]:
        return {found[1]: found[2] for found in _SHOWN.finditer(self.scoring)}

    @cached_property
    def sums(self) -> Mapping[str, list[str]]:
        return {found[1]: codes(found[2]) for found in _SUM.finditer(self.scoring)}

    @cached_property
    def steps(self) -> Mapping[str, str]:
        return {found[1]: found[3] for found in _STEP.finditer(self.scoring)}

    @cached_property
    def of_child(self) -> frozenset[str]:
        """The steps that are passed over unless the rules for a child apply."""
        return frozenset(found[1] for found in _STEP.finditer(self.scoring) if found[2] is not None)

    @cached_property
    def ages(self) -> Mapping[str, tuple[str, int]]:
        """When each box of the age is ticked, and which column it names."""
        return {found[1]: (found[2], int(found[3] == "Child")) for found in _AGE.finditer(self.scoring)}

    @cached_property
    def levels(self) -> Mapping[str, str | None]:
        return {found[1]: found[2] for found in _LEVEL.finditer(self.scoring)}


def _skip(found: re.Match[str]) -> Skip:
    first = found[2] or found[4]
    return Skip(int(first), int(found[3] or found[5] or first), found[1])


def number_of(code: str) -> int:
    """The question of a box."""
    found = re.match(r"\d+", code)
    assert found is not None
    return int(found[0])


def _in_order(found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Boxes as they come: of a question, then of the next one. A number in a text is none of them."""
    at = 0
    for box in found:
        if number_of(box[0]) in {at, at + 1}:
            at = number_of(box[0])
            yield box


@dataclass
class Filled:
    """A form that was filled in."""

    form: PrintedForm
    given: frozenset[str]
    titles: tuple[str, ...] = ()
    left_out: set[int] = field(default_factory=set)
    # Codes of facts with a question mark, and in which column it is counted, while somebody counts once more.
    marked: frozenset[str] = frozenset()
    column: int | None = None

    def __post_init__(self) -> None:
        for number in self.form.questions:
            for skip in self.form.skips:
                if (
                    skip.first == number
                    and number not in self.left_out
                    and (skip.condition is None or self.is_so(skip.condition))
                ):
                    self.left_out.update(range(skip.first, skip.last + 1))

    @property
    def ticks(self) -> frozenset[str]:
        """What is ticked and not crossed out."""
        return frozenset(code for code in self.given if number_of(code) not in self.left_out)

    def outcome(self) -> Outcome:
        if self.column is None:
            self.column = self._column()
        elements = {name for name in self.form.shown_if if not re.fullmatch(r"G\d+", name) and self._shown(name)}
        cards = frozenset(card for condition, card in self.form.cards if self.is_so(condition))
        level = self._level()
        reached = {level} if level else set()
        self.reached = reached
        return Outcome(
            level=level or self._second_look(),
            shown=frozenset(elements),
            cards=cards,
            to_do=tuple(title for title in self.titles if self._is_to_do(title)),
            left_out=frozenset(self.left_out),
        )

    reached: set[str] = field(default_factory=set)

    # --- conditions ---

    def is_so(self, told: str) -> bool:
        """Whether a printed condition holds."""
        for between, together in (("and", all), ("or", any)):
            parts = _parts(told, between)
            if len(parts) > 1:
                return together(map(self.is_so, parts))
        if told.startswith("[") and told.endswith("]"):
            return self.is_so(told[1:-1])
        return self._atom(told)

    def _atom(self, told: str) -> bool:
        if found := re.fullmatch(r"(.*) is ticked, and not (.*)", told):
            return self._ticked(found[1]) and not self._ticked(found[2])
        if found := re.fullmatch(r"(.*) is ticked", told):
            return self._ticked(found[1])
        if found := re.fullmatch(r"(\d+) is crossed out", told):
            return int(found[1]) in self.left_out
        if found := re.fullmatch(r"(?:one of )?(.*) is shown", told):
            return any(self._shown(name) for name in codes(found[1]))
        if found := re.fullmatch(r"card (K\d+) is due", told):
            return any(card == found[1] and self.is_so(condition) for condition, card in self.form.cards)
        if found := re.fullmatch(r"(A\d) is not ticked", told):
            return not self._is_ticked(found[1])
        if found := re.fullmatch(r"there is any stroke in row (.*)", told):
            return any(re.match("[SMW]", cell) for cell in self._counting(codes(found[1])))
        if found := re.fullmatch(r"in one row of (.*?): (.* 1 or more|a stroke below .*)", told):
            return any(self._counts([group], found[2]) for group in codes(found[1]))
        if found := re.fullmatch(r"added up in row ([A-Z]+\d*): (.*)", told):
            return self._counts(self.form.sums[found[1]], found[2])
        found = re.fullmatch(r"in row (G\d+): (.*)", told)
        assert found is not None, told
        return self._counts([found[1]], found[2])

    def _ticked(self, told: str) -> bool:
        return any(self._is_ticked(code) for code in codes(told))

    def _is_ticked(self, code: str) -> bool:
        if code.startswith("A"):
            return self._is_age(code)
        if code.startswith("B"):
            if code in self.form.of_child and self.column != 1:
                return False
            return self.is_so(self.form.steps[code])
        if code.startswith("L"):
            return code in self.reached
        return code in self.ticks

    def _shown(self, name: str) -> bool:
        told = self.form.shown_if[name]
        if told is None:
            return False
        if not re.fullmatch(r"G\d+", name):
            return self.is_so(told)
        if told == "any of its facts is ticked and counts":
            return bool(self._counting([name]))
        return any(self._counts([name], part) for part in _parts(told, "or"))

    def _counts(self, groups: Iterable[str], told: str) -> bool:
        counting = self._counting(groups)
        if told == "it has a stroke":
            return any(re.match("[SMW]", cell) for cell in counting)
        assert re.fullmatch(r"( AND )*", _COUNT.sub("", told)) is not None, told
        for letters, least in ((each or any_of, number or "1") for each, number, any_of in _COUNT.findall(told)):
            if letters == "P":
                reached = sum(
                    (Decimal(number) for cell in counting for number in re.findall(r"[\d.]+", cell)), Decimal(0)
                )
            else:
                counted = "SMW" if letters == "in all" else re.findall(r"\b[SMW]\b", letters)
                reached = Decimal(sum(cell[0] in counted for cell in counting))
            if reached < Decimal(least):
                return False
        return True

    def _counting(self, groups: Iterable[str]) -> list[str]:
        """How each fact counts that is ticked, or has a question mark."""
        return [cell for fact, cell in self._with_cells(groups) if cell != "does not count"]

    def _with_cells(self, groups: Iterable[str]) -> Iterator[tuple[FactLine, str]]:
        assert self.column is not None
        for group in groups:
            for fact in self.form.facts[group]:
                if self._is_fact(fact):
                    yield fact, fact.cells[min(self.column, self.form.columns - 1)]

    def _is_fact(self, fact: FactLine) -> bool:
        return fact.code in self.marked or any(code in self.ticks for code in fact.boxes)

    # --- levels ---

    def _is_age(self, code: str) -> bool:
        told, _ = self.form.ages.get(code, ("", 0))
        if code == "A3":
            return not self._is_age("A1") and not self._is_age("A2")
        return self.is_so(told)

    def _column(self) -> int:
        return next((column for code, (_, column) in self.form.ages.items() if self._is_age(code)), 0)

    def _level(self) -> str | None:
        reached = [code for code, told in self.form.levels.items() if told is None or self.is_so(told)]
        if not reached:
            return None
        if reached[0] == "L1" and "appearance proves little: where L1 applies, take L2" in self.form.scoring:
            counting = [fact for fact, cell in self._with_cells(self.form.facts) if cell != "does not count"]
            if counting and all(fact.star for fact in counting):
                return "L2"
        return reached[0]

    def _second_look(self) -> str:
        told = self.form.scoring
        if " L3 " not in told:
            return "L4"
        if "Put a question mark" in told:
            return self._once_more()
        told, _, _ = told.partition(" L4 NO SIGN ")
        for found in re.finditer(r"(?:Unless (A2 is ticked): o|O)ne of these questions is open: ([\d, to]+)\.", told):
            if found[1] is not None and self.is_so(found[1]):
                continue
            if any(self._is_open(int(number)) for number in codes(found[2])):
                return "L3"
        _, _, told = told.partition(" L3 TOO LITTLE KNOWN, ")
        for found in re.finditer(
            rf"(?:Unless (A2 is ticked): )?({_CODE}(?:(?:, | or ){_CODE})*) is ticked(?:\.| \()", told
        ):
            if (found[1] is None or not self.is_so(found[1])) and self._ticked(found[2]):
                return "L3"
        return "L4"

    def _once_more(self) -> str:
        as_if = re.search(r"Do all this as if A1 were ticked(?:, unless (.*?))?\.(?= )", self.form.scoring)
        as_child = as_if is not None and (as_if[1] is None or not self.is_so(as_if[1]))
        marked = set()
        for facts in self.form.facts.values():
            for place, fact in enumerate(facts):
                if fact.rated is not None:
                    alike = [each for each in facts if each.rated == fact.rated]
                    boxes = [code for each in alike for code in each.boxes]
                    if fact is not alike[-1]:
                        continue
                else:
                    boxes = list(fact.boxes)
                del place
                if not self._is_fact(fact) and any(self._is_open(number_of(code)) for code in boxes):
                    marked.add(fact.code)
        again = Filled(self.form, self.given, marked=frozenset(marked), column=1 if as_child else self.column)
        return "L3" if again._level() is not None else "L4"

    def _is_open(self, number: int) -> bool:
        if number in self.left_out:
            return False
        ticked = [code.removeprefix(str(number)) for code in self.ticks if number_of(code) == number]
        if not ticked or "U" in ticked or "D" in ticked:
            return True
        is_list = "E" in self.form.letters(number)
        return is_list and "E" not in ticked and not any(letter.startswith("Z") for letter in ticked)

    def _is_to_do(self, title: str) -> bool:
        condition = self.form.to_do_if(title)
        return condition == "in any case" or (condition is not None and self.is_so(condition))


def _parts(told: str, between: str) -> list[str]:
    """What is separated by semicolons with the same word behind each, outside brackets."""
    parts, depth, begin = [], 0, 0
    for place, character in enumerate(told):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth == 0 and told.startswith(f"; {between} ", place):
            parts.append(told[begin:place])
            begin = place + len(f"; {between} ")
    return [*parts, told[begin:]]
