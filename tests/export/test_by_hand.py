"""Whoever follows the printed form with a pencil reaches what the program reaches."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from msgspec.structs import replace

from screening.engine.assess import Assessment, Assessor
from screening.export.paper_form import paper_form
from screening.export.paper_markdown import paper_markdown
from screening.export.paper_page import paper_page
from screening.language.catalog import ENGLISH
from screening.language.messages import Message
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set, read_set
from screening.sets.answers import DECLINED, RESTS, Answer, Answers, rest_of, ticks_of, with_rest
from screening.sets.childhood import CHILDHOOD
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.sets.questions import CircumstanceWording
from screening.show.answers import value_name
from screening.show.side_by_side import Side
from tests.export.by_hand import PrintedForm, text_of_markdown, text_of_pages
from tests.support.browser import shown
from tests.support.random_sets import GATED_CIRCUMSTANCES, sets_with_records
from tests.support.thorough import THOROUGH, examples, one_in

EXAMPLES = Path(__file__).parents[1] / "sets" / "examples"
OWN = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir())
NAMES = [*set_ids(), *OWN]
# Of all sets together, and more where there is time for it.
PATTERNS = 60 if THOROUGH else 6
# Sixteen sets make more than 500.
PRINTED = 40
LEVELS = {"clear_concern": "L1", "some_concern": "L2", "too_little_known": "L3", "none_recorded": "L4"}


@cache
def the_set(name: str) -> IndicatorSet:
    return find_set(name) if name in set_ids() else read_set(EXAMPLES / name).set


@cache
def assessor(name: str) -> Assessor:
    return Assessor(the_set(name))


@cache
def in_markdown(name: str) -> PrintedForm:
    return PrintedForm(text_of_markdown(paper_markdown(paper_form(Side(the_set(name), ENGLISH)))))


class Pencil:
    """Finds on a form what was asked, by the words that are printed, and ticks what was answered."""

    def __init__(self, form: PrintedForm, indicator_set: IndicatorSet) -> None:
        self.form = form
        self.items = items_of(indicator_set)
        self._alone = indicator_set.about.audience == "person"
        self.titles = [pathway.title for pathway in indicator_set.guidance]
        self.pathways = {pathway.title: pathway.id for pathway in indicator_set.guidance}
        self.numbers: dict[str, int] = {}
        for name, item in self.items.items():
            number = form.number(item.record, max(self.numbers.values(), default=0))
            if number is not None:
                self.numbers[name] = number

    def boxes(self, answers: Answers) -> frozenset[str]:
        """The boxes of some answers, those that the form has."""
        return frozenset(
            code
            for name, answer in answers.items()
            if name in self.numbers
            for code in self._ticked(self.items[name], self.numbers[name], answer)
        )

    def box(self, item: Item, option: str) -> str:
        """The code of the box with the words of an answer."""
        return self.form.box(self.numbers[item.id], label(item, option, alone=self._alone))

    def _ticked(self, item: Item, number: int, answer: Answer) -> list[str]:
        if answer in {item.undecided, "unclear"}:
            return [f"{number}U"]
        if answer == DECLINED:
            return [f"{number}D"]
        ticked = [self.box(item, tick) for tick in ticks_of(answer)]
        if not item.several:
            return ticked
        rest = {"unclear": [f"{number}U"], "declined": [f"{number}D"], "not_asked": []}
        alone = any(option.alone for option in item.options if option.id in ticks_of(answer))
        ends = rest_of(answer)
        return [*ticked, *(rest[ends] if ends is not None else [] if alone else [f"{number}E"])]


def label(item: Item, value: str, *, alone: bool) -> str:
    """What an answer is called on an English form."""
    option = next(option for option in item.options if option.id == value)
    own = option.label_self if alone and option.label_self is not None else option.label
    if own is not None:
        return own
    name = value_name(item.id, value)
    return ENGLISH.render(name) if isinstance(name, Message) else name


def differences(pencil: Pencil, assessment: Assessment, answers: Answers) -> dict[str, tuple[object, object]]:
    """Where paper and program part."""
    filled = pencil.form.filled(pencil.boxes(answers), pencil.titles)
    outcome = filled.outcome()
    elements = {name.upper() for name, support in assessment.elements.items() if support == "supported"}
    closed = frozenset(pencil.numbers[name] for name in assessment.closed)
    compared: dict[str, tuple[object, object]] = {
        "level": (outcome.level, LEVELS[assessment.level]),
        "elements": (outcome.shown, frozenset(elements)),
        "cards": (len(outcome.cards), len(assessment.flags)),
        "left out": (outcome.left_out, closed),
        "to do": (tuple(pencil.pathways[title] for title in outcome.to_do), assessment.pathways),
    }
    return {name: (paper, program) for name, (paper, program) in compared.items() if paper != program}


def vignettes(name: str) -> Mapping[str, Answers]:
    reader = RecordReader(the_set(name))
    return {
        vignette.id: reader.record(vignette.answers, vignette.circumstances).answers
        for vignette in the_set(name).vignettes
    }


def at_random(name: str, pencil: Pencil, chance: Random) -> Answers:
    """Any answers that the form takes; in half of the cases few say that something is so."""
    quiet = chance.random() < 0.5
    answers: dict[str, Answer] = {}
    for item, number in pencil.numbers.items():
        answer = _any_answer(pencil.items[item], chance, quiet=quiet, declines=pencil.form.has(f"{number}D"))
        if answer is not None:
            answers[item] = answer
    return answers


def _any_answer(item: Item, chance: Random, *, quiet: bool, declines: bool) -> Answer | None:
    doubt = [None, item.undecided, *([DECLINED] if declines else [])]
    silent = [option for option in item.options if not option.shows and not option.raises]
    if chance.random() < 0.2:
        return chance.choice(doubt)
    options = silent if quiet and silent and chance.random() < 0.9 else list(item.options)
    if not item.several:
        return chance.choice(options).id
    alone = [option.id for option in options if option.alone]
    others = [option.id for option in options if not option.alone]
    if alone and (not others or chance.random() < 0.6):
        return (chance.choice(alone),)
    ticks = chance.sample(others, chance.randint(1, min(3, len(others))))
    rests = [None, None, *(rest for rest in RESTS if rest != DECLINED or declines)]
    return with_rest(ticks, chance.choice(rests))


@pytest.mark.parametrize("name", NAMES)
def test_every_question_and_answer_is_found_on_the_form(name: str) -> None:
    pencil = Pencil(in_markdown(name), the_set(name))

    missing = [item for item in pencil.items.values() if item.counts and item.id not in pencil.numbers]
    assert missing == []
    for item in pencil.numbers:
        asked = pencil.items[item]
        boxes = [pencil.box(asked, option.id) for option in asked.options]
        assert len(set(boxes)) == len(asked.options), item


@pytest.mark.parametrize("name", NAMES)
def test_every_case_comes_to_the_same_with_a_pencil(name: str) -> None:
    pencil = Pencil(in_markdown(name), the_set(name))

    for case, recorded in one_in(8, list(vignettes(name).items())):
        assert differences(pencil, assessor(name).assess(recorded), recorded) == {}, case


@pytest.mark.parametrize("name", NAMES)
def test_any_answers_come_to_the_same_with_a_pencil(name: str) -> None:
    pencil, chance = Pencil(in_markdown(name), the_set(name)), Random(name)

    for _ in range(PATTERNS):
        answers = at_random(name, pencil, chance)
        assert differences(pencil, assessor(name).assess(answers), answers) == {}, answers


def one_thing(pencil: Pencil, chance: Random, only: int | None = None) -> Iterator[Answers]:
    """All asked and nothing found, but for one question: not asked, unclear, or any answer; with and without the ages.

    Args:
        pencil: knows the form.
        chance: chooses among the answers by which nothing is so.
        only: the number of the question; None for each in turn.
    """
    for name, number in pencil.numbers.items():
        if only not in {None, number}:
            continue
        item = pencil.items[name]
        given: list[Answer | None] = [None, item.undecided]
        for option in item.options:
            told = (option.id,) if item.several else option.id
            given.append(told)
            if item.several and not option.alone:
                given.append((option.id, "not_asked"))
        for answer in given:
            rest = {each: _nothing(pencil.items[each], chance) for each in pencil.numbers if each != name}
            answers: dict[str, Answer] = rest if answer is None else {**rest, name: answer}
            yield answers
            yield {each: value for each, value in answers.items() if each not in CHILDHOOD or each == name}


def _nothing(item: Item, chance: Random) -> Answer:
    """An answer by which nothing is so, as far as there is one."""
    if item.several:
        return next(((option.id,) for option in item.options if option.alone), ())
    silent = [option.id for option in item.options if not option.shows and not option.raises]
    return chance.choice(silent or [option.id for option in item.options])


@pytest.mark.parametrize("name", NAMES)
def test_where_an_age_or_one_thing_is_not_known_it_comes_to_the_same(name: str) -> None:
    pencil = Pencil(in_markdown(name), the_set(name))

    for answers in one_in(60, list(one_thing(pencil, Random(name)))):
        assert differences(pencil, assessor(name).assess(answers), answers) == {}, answers


# What is printed, and what would be wrong.
SLIPS = (
    (16, "G7 is shown if S 1 or more AND in all 2", "G7 is shown if S 1"),
    (15, "any stroke in row G6 to G19", "any stroke in row G7 to G19"),
    (14, "is open: 14 to 37, 45, 47.", "is open: 15 to 37, 45, 47."),
    (46, "Unless A2 is ticked: one of these questions is open: 46.", ""),
    (14, "Unless A2 is ticked: 14f, 46a or 46b is ticked (", "Unless A2 is ticked: 46b is ticked ("),
    (15, "15a F8 Was lied to about what the work is, where it is, or for whom G6 S S", ""),
)


@pytest.mark.slow
@pytest.mark.parametrize(("number", "printed", "slip"), SLIPS, ids=[slip[1][:20] for slip in SLIPS])
def test_a_slip_on_the_form_is_noticed(number: int, printed: str, slip: str) -> None:
    whole = in_markdown("palermo").text
    assert whole.count(printed) == 1
    pencil = Pencil(PrintedForm(whole.replace(printed, slip)), the_set("palermo"))

    cases = one_thing(pencil, Random(printed), number)
    assert any(differences(pencil, assessor("palermo").assess(answers), answers) for answers in cases)


@given(sets_with_records())
@examples(300)
def test_any_set_can_be_scored_with_a_pencil(made: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]) -> None:
    indicator_set, answers, circumstances = made
    named = worded(indicator_set)
    form = PrintedForm(text_of_markdown(paper_markdown(paper_form(Side(named, ENGLISH)))))
    pencil = Pencil(form, named)
    recorded = {
        name: answer
        for name, answer in {**answers, **circumstances}.items()
        if name in pencil.numbers and (answer != DECLINED or form.has(f"{pencil.numbers[name]}D"))
    }

    assert differences(pencil, Assessor(named).assess(recorded), recorded) == {}


def worded(indicator_set: IndicatorSet) -> IndicatorSet:
    """The set with words of its own for all that somebody has to find on the form, and asked for all it looks at."""
    about = indicator_set.about
    asked = tuple(CircumstanceWording(id=name, record=f"Fact {name}.") for name in GATED_CIRCUMSTANCES)
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(
                    question,
                    record=f"Statement {question.id}.",
                    options=tuple(replace(option, label=f"Option {option.id}.") for option in question.options),
                )
                for question in section.questions
            ),
        )
        for section in indicator_set.sections
    )
    return replace(
        indicator_set,
        about=replace(about, circumstances=asked),
        sections=sections,
        guidance=tuple(replace(each, title=f"Title {each.id}.") for each in indicator_set.guidance),
    )


@cache
def pages(name: str, folder: Path) -> PrintedForm:
    """The form as Chromium prints it; only the text of its pages is read."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    file = folder / f"{name}.pdf"
    source = paper_page(paper_form(Side(the_set(name), ENGLISH)), ENGLISH)
    shown(source, folder, f"--print-to-pdf={file}", "--no-pdf-header-footer")
    return PrintedForm(text_of_pages(page.extract_text() for page in pypdf.PdfReader(file).pages))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES if THOROUGH else ["first-contact"])
def test_the_printed_pages_come_to_the_same_with_a_pencil(name: str, tmp_path: Path) -> None:
    form = pages(name, tmp_path)
    pencil, chance = Pencil(form, the_set(name)), Random(name)

    cases = [*one_in(3, list(vignettes(name).values())), *(at_random(name, pencil, chance) for _ in range(PRINTED))]
    for answers in cases:
        assert differences(pencil, assessor(name).assess(answers), answers) == {}, answers
