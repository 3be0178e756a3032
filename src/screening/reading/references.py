"""Whether everything in a set that is named is there, and stands where the grammar lets it stand.

What is checked here would make the engine wrong or stop it; a set with such a problem is not used. What makes a set
unwise is the business of `lint`. Names that could not be read are passed over: their own problem is told already.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from screening.model import (
    CHILD_FLAG,
    CIRCUMSTANCES,
    ELEMENTS,
    NOT_DEFINITE,
    RANK,
    CircumstanceIs,
    Condition,
    Counts,
    FlagRaised,
    Indicator,
    LevelReached,
    Pathway,
    Question,
    QuestionIs,
    Section,
    SetFile,
    SourceNote,
    Stage,
    Supported,
    Vignette,
    in_order,
)
from screening.reading.grammar import Path, located
from screening.reading.problem import Problem, did_you_mean
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.shape import UNREADABLE, File

Place = tuple[File[Section], Path, Question]


def reference_problems(
    about: File[SetFile],
    indicators: File[tuple[Indicator, ...]] | None,
    sections: tuple[File[Section], ...],
    guidance: File[tuple[Pathway, ...]] | None,
    vignettes: tuple[File[Vignette], ...],
) -> list[Problem]:
    """All problems of reference in the files of one set, in no particular order."""
    names = _Names(about, indicators, sections, guidance)
    problems = [
        *_in_set_file(about, names),
        *_in_sections(about, sections, names),
        *_in_questions(names),
        *_in_gates(names),
    ]
    if indicators is not None:
        problems += _in_indicators(indicators, names)
    if guidance is not None:
        problems += _in_guidance(guidance, names)
    for file in vignettes:
        problems += _in_vignette(file, names)
    problems += _twice(((file, ("id",), file.value.id) for file in vignettes), "vignette")
    return problems


class _Names:
    """Everything that is defined. A file that cannot be read may define anything: nothing of its kind is unknown."""

    def __init__(
        self,
        about: File[SetFile],
        indicators: File[tuple[Indicator, ...]] | None,
        sections: tuple[File[Section], ...],
        guidance: File[tuple[Pathway, ...]] | None,
    ) -> None:
        self.about = about.value
        self.about_readable = about.text.readable
        self.indicators = {each.id: each for each in (indicators.value if indicators is not None else ())}
        self.indicators_readable = indicators is None or indicators.text.readable
        self.sections_readable = all(file.text.readable for file in sections)
        self.guidance_readable = guidance is None or guidance.text.readable
        self.pathways = [pathway.id for pathway in (guidance.value if guidance is not None else ())]
        self.always_open = {
            pathway.id for pathway in (guidance.value if guidance is not None else ()) if pathway.when is None
        }
        self.flags = [flag.id for flag in self.about.flags]
        self.stages: dict[str, Stage] = {place.id: place.stage for place in self.about.sections}
        # Listed sections in the order of the interview; those that set.yaml forgets come last, to be checked as well.
        by_id = {file.value.id: file for file in sections}
        ordered = [(by_id[section.id], question) for _, section, question in in_order(about.value, _values(sections))]
        ordered += [
            (file, question)
            for file in sections
            if file.value.id not in self.stages
            for question in file.value.questions
        ]
        self.questions: list[Place] = [
            (file, ("questions", _position(file.value.questions, question)), question) for file, question in ordered
        ]
        self.by_id = {question.id: question for _, _, question in self.questions}
        self.order = {question.id: place for place, (_, _, question) in enumerate(self.questions)}

    @property
    def countable(self) -> list[str]:
        """What a condition may name bare: elements and dimensions."""
        return [*ELEMENTS, *self.about.dimensions]


def _values(files: Iterable[File[Section]]) -> tuple[Section, ...]:
    return tuple(file.value for file in files)


def _position(questions: tuple[Question, ...], wanted: Question) -> int:
    return next(place for place, question in enumerate(questions) if question is wanted)


def _twice(named: Iterable[tuple[File[Any], Path, str]], kind: str) -> Iterator[Problem]:
    first: dict[str, File[Any]] = {}
    for file, path, name in named:
        if name == UNREADABLE:
            continue
        if name in first:
            what = f"there is already a {kind} {name!r} in {first[name].text.file}"
            yield file.problem(path, what, "Give it another id.")
        first.setdefault(name, file)


def _unknown(file: File[Any], path: Path, kind: str, name: str, known: Collection[str]) -> Iterator[Problem]:
    if name != UNREADABLE and name not in known:
        yield file.problem(path, f"there is no {kind} {name!r}", did_you_mean(name, known))


# --- set.yaml --------------------------------------------------------------------------------------------------------


def _in_set_file(file: File[SetFile], names: _Names) -> Iterator[Problem]:
    if not file.text.readable:
        return
    about = file.value
    for name, dimension in about.dimensions.items():
        path: Path = ("dimensions", name)
        yield from _unknown(file, (*path, "rule"), "rule", dimension.rule, about.rules)
        if name in ELEMENTS:
            yield file.problem(path, f"{name!r} is an element's name", "Call the dimension otherwise.", at_key=True)
    for name, alternatives in about.rules.items():
        if not alternatives:
            yield file.problem(("rules", name), f"the rule {name!r} can never hold", "Add a way to satisfy it.")
        for place, alternative in enumerate(alternatives):
            if alternative == type(alternative)():
                path = ("rules", name, place)
                yield file.problem(path, "this asks for nothing, so it always holds", "Write for example {total: 1}.")
    yield from _in_circumstances(file)
    yield from _twice(((file, ("flags", i, "id"), flag.id) for i, flag in enumerate(about.flags)), "flag")
    yield from _twice(((file, ("sections", i, "id"), each.id) for i, each in enumerate(about.sections)), "section")
    for level in ("clear_concern", "some_concern"):
        rule = getattr(about.levels, level)
        for age, condition in (("adult", rule.adult), ("child", rule.child)) if rule is not None else ():
            base: Path = ("levels", level)
            path = (*base, age) if _by_age(file, base) else base
            for leaf, at in located(condition, path):
                yield from _in_level_leaf(file, at, leaf, names)
    yield from _in_bands(file)


def _by_age(file: File[SetFile], path: Path) -> bool:
    parts = file.text.place.find(path).parts
    return bool(parts) and set(parts) <= {"adult", "child"}


def _in_circumstances(file: File[SetFile]) -> Iterator[Problem]:
    worded = file.value.circumstances
    yield from _twice(((file, ("circumstances", i, "id"), each.id) for i, each in enumerate(worded)), "circumstance")
    for place, wording in enumerate(worded):
        path: Path = ("circumstances", place)
        yield from _unknown(file, (*path, "id"), "circumstance", wording.id, CIRCUMSTANCES)
        if wording.id in CIRCUMSTANCES and CIRCUMSTANCES[wording.id].values:
            for value in wording.labels:
                known = CIRCUMSTANCES[wording.id].values
                yield from _unknown(file, (*path, "labels", value), f"{wording.id}", value, known)


def _in_bands(file: File[SetFile]) -> Iterator[Problem]:
    bands = file.value.bands
    yield from _twice(((file, ("bands", i, "id"), band.id) for i, band in enumerate(bands)), "band")
    if bands and min(band.score for band in bands) > 0:
        yield file.problem(("bands",), "no band begins at score 0", "Add one.", at_key=True)
    for place, band in enumerate(bands):
        for other in bands:
            if other.score < band.score and RANK[other.level] > RANK[band.level]:
                what = f"{band.id!r} has a lower level than {other.id!r}, which has a lower score"
                yield file.problem(("bands", place), what, "A level may never fall as the score rises.")
                break


def _in_level_leaf(file: File[SetFile], path: Path, leaf: Condition, names: _Names) -> Iterator[Problem]:
    if isinstance(leaf, Supported | Counts):
        yield from _in_count_leaf(file, path, leaf, names)
    else:
        yield file.problem(path, "a level rests on indicators only", "Use elements, dimensions or 'in'.")


def _in_count_leaf(file: File[Any], path: Path, leaf: Condition, names: _Names) -> Iterator[Problem]:
    if not names.about_readable:
        return
    if isinstance(leaf, Supported):
        yield from _unknown(file, path, "element or dimension", leaf.name, names.countable)
    elif isinstance(leaf, Counts):
        for place, name in enumerate(leaf.names):
            yield from _unknown(file, (*path, "in", place), "element or dimension", name, names.countable)


# --- indicators ------------------------------------------------------------------------------------------------------


def _in_indicators(file: File[tuple[Indicator, ...]], names: _Names) -> Iterator[Problem]:
    yield from _twice(((file, (i, "id"), each.id) for i, each in enumerate(file.value)), "indicator")
    for place, indicator in enumerate(file.value):
        if names.about_readable:
            path: Path = (place, "dimension")
            yield from _unknown(file, path, "dimension", indicator.dimension, names.about.dimensions)
        if indicator.strength is None and indicator.weight is None and not _misshapen(file, place):
            what = f"the indicator {indicator.id!r} has neither a strength nor a weight, so it never counts"
            yield file.problem((place,), what, "Add a strength.")
        for key in ("source", "strength_source"):
            yield from _in_source(file, (place, key), getattr(indicator, key), names)


def _misshapen(file: File[tuple[Indicator, ...]], place: int) -> bool:
    """Whether a strength or weight stands there after all, which could not be read."""
    return bool({"strength", "weight"} & set(file.text.place.find((place,)).parts))


def _in_source(file: File[Any], path: Path, note: SourceNote | None, names: _Names) -> Iterator[Problem]:
    if note is None or not names.about_readable:
        return
    if note.ref is not None:
        yield from _unknown(file, (*path, "ref"), "source", note.ref, names.about.sources)
    elif note.grade != "project":
        yield file.problem(path, f"grade {note.grade} needs a source", "Add ref, or write grade: project.")


# --- sections and questions ------------------------------------------------------------------------------------------


def _in_sections(about: File[SetFile], files: tuple[File[Section], ...], names: _Names) -> Iterator[Problem]:
    yield from _twice(((file, ("id",), file.value.id) for file in files), "section")
    ids = [file.value.id for file in files]
    if names.sections_readable:
        for place, listed in enumerate(about.value.sections):
            yield from _unknown(about, ("sections", place, "id"), "file for the section", listed.id, ids)
    if names.about_readable:
        for file in files:
            if file.value.id != UNREADABLE and file.value.id not in names.stages:
                what = f"set.yaml does not list the section {file.value.id!r}, so it is never asked"
                yield file.problem(("id",), what, "Add it to 'sections' there.")


def _in_questions(names: _Names) -> Iterator[Problem]:
    yield from _twice(((file, (*path, "id"), question.id) for file, path, question in names.questions), "question")
    impressions = {
        name for _, _, question in names.questions if question.kind == "impression" for name in question.could_show
    }
    for file, path, question in names.questions:
        yield from _in_one_question(file, path, question)
        yield from _in_options(file, path, question, names)
        stage = names.stages.get(file.value.id)
        if question.kind != "asked" and stage not in {None, "seen"}:
            what = f"a question of kind {question.kind!r} stands only in a section of stage 'seen'"
            yield file.problem((*path, "kind"), what, "Move it, or ask it.")
        if question.kind == "impression":
            yield from _in_impression(file, path, question, names)
        else:
            for name in question.could_show:
                if name in impressions:
                    what = f"{name!r} is shown by an impression, and by {question.id!r}, which is none"
                    yield file.problem(path, what, "Give the impression an indicator of its own.")


def _in_one_question(file: File[Section], path: Path, question: Question) -> Iterator[Problem]:
    if question.options:
        for key in ("shows", "raises"):
            if getattr(question, key):
                what = f"{key!r} stands on a question with options"
                yield file.problem((*path, key), what, "Put it on the option that it belongs to.", at_key=True)
    elif question.several:
        what = "several answers need options to choose from"
        yield file.problem((*path, "choose"), what, "Add options, or leave 'choose' out.")
    if question.kind == "asked" and question.ask is None and not _stands(file, (*path, "ask")):
        yield file.problem(path, f"the question {question.id!r} has no words to ask it with", "Add 'ask'.")
    options = [(file, (*path, "options", i, "id"), option.id) for i, option in enumerate(question.options)]
    yield from _twice(options, "option")
    for place, option in enumerate(question.options):
        at: Path = (*path, "options", place)
        if option.id in NOT_DEFINITE:
            what = f"{option.id!r} can always be answered and is no option"
            yield file.problem((*at, "id"), what, "Leave it out, or give the option another id.")
        if option.alone and (option.shows or option.raises):
            what = f"{option.id!r} stands alone, so it may show and raise nothing"
            yield file.problem(at, what, "Take 'shows' and 'raises' out, or 'alone'.")


def _stands(file: File[Section], path: Path) -> bool:
    return path[-1] in file.text.place.find(path[:-1]).parts


def _in_options(file: File[Section], path: Path, question: Question, names: _Names) -> Iterator[Problem]:
    places: list[tuple[Path, tuple[str, ...], tuple[str, ...]]] = [(path, question.shows, question.raises)]
    places += [((*path, "options", i), option.shows, option.raises) for i, option in enumerate(question.options)]
    for at, shows, raises in places:
        if names.indicators_readable:
            for place, name in enumerate(shows):
                yield from _unknown(file, (*at, "shows", place), "indicator", name, names.indicators)
        for place, name in enumerate(raises):
            if name == CHILD_FLAG:
                what = "the flag 'child' is raised by the age, never by a question"
                yield file.problem((*at, "raises", place), what, "Take it out.")
            elif names.about_readable:
                yield from _unknown(file, (*at, "raises", place), "flag", name, names.flags)


def _in_impression(file: File[Section], path: Path, question: Question, names: _Names) -> Iterator[Problem]:
    for name in question.could_show:
        indicator = names.indicators.get(name)
        if indicator is not None and {indicator.strength_for(False), indicator.strength_for(True)} - {"weak", None}:
            what = f"the impression {question.id!r} shows {name!r}, which is stronger than weak"
            yield file.problem(path, what, "Make the indicator weak, or observe a fact.")


# --- conditions of gates and pathways --------------------------------------------------------------------------------


def _in_gates(names: _Names) -> Iterator[Problem]:
    starts: dict[str, int] = {}
    for file, _, question in names.questions:
        starts.setdefault(file.value.id, names.order[question.id])
    done: set[str] = set()
    for file, path, question in names.questions:
        if file.value.id not in done:
            done.add(file.value.id)
            for leaf, at in located(file.value.when, ("when",)):
                yield from _in_gate_leaf(file, at, leaf, starts[file.value.id], names)
        for leaf, at in located(question.when, (*path, "when")):
            yield from _in_gate_leaf(file, at, leaf, names.order[question.id], names)


def _in_gate_leaf(file: File[Section], path: Path, leaf: Condition, before: int, names: _Names) -> Iterator[Problem]:
    match leaf:
        case QuestionIs(question, _):
            if question in names.order and names.order[question] >= before:
                what = f"this looks at {question!r}, which is not asked before it"
                yield file.problem((*path, "question"), what, "A gate may name only earlier questions.")
            yield from _in_question_leaf(file, path, leaf, names)
        case CircumstanceIs(circumstance, listed):
            yield from _in_circumstance_leaf(file, path, leaf)
            yield from _in_age_gate(file, path, circumstance, listed)
            if circumstance in CIRCUMSTANCES and CIRCUMSTANCES[circumstance].wish:
                what = f"the wish {circumstance!r} is asked last, so no gate may look at it"
                yield file.problem((*path, "circumstance"), what, "Use it in guidance instead.")
        case FlagRaised(flag):
            yield from _in_flag_leaf(file, path, flag, names)
            for name, asked in names.by_id.items():
                if flag in asked.could_raise and names.order[name] >= before:
                    what = f"{name!r} can raise {flag!r} and is not asked before this"
                    yield file.problem((*path, "flag"), what, "A gate may look only at what comes earlier.")
        case _:
            mend = "Use question, circumstance or flag."
            yield file.problem(path, "a gate may not look at how the answers are assessed", mend)


def _in_age_gate(file: File[Section], path: Path, circumstance: str, listed: tuple[str, ...]) -> Iterator[Problem]:
    # A gate on `adult` could leave a child with fewer questions, and so with less, than an adult (law 7).
    allowed = {"age": ("child", "unsure"), "under_18_when_it_began": ("yes", "unclear")}.get(circumstance)
    for place, value in enumerate(listed):
        if allowed is not None and value not in allowed:
            what = f"a gate on {circumstance!r} may not list {value!r}: a child would be asked less than an adult"
            yield file.problem((*path, "is", place), what, f"List only {' and '.join(allowed)}.")


def _in_question_leaf(file: File[Any], path: Path, leaf: QuestionIs, names: _Names) -> Iterator[Problem]:
    if not names.sections_readable:
        return
    yield from _unknown(file, (*path, "question"), "question", leaf.question, names.by_id)
    question = names.by_id.get(leaf.question)
    if question is None:
        return
    known = [option.id for option in question.choices]
    alone = {option.id for option in question.choices if option.alone}
    for place, value in enumerate(leaf.listed):
        at: Path = (*path, "is", place)
        if value in alone:
            what = f"no condition may list {value!r}, which excludes other answers"
            yield file.problem(at, what, "List the answers that say something.")
        elif value not in NOT_DEFINITE:
            yield from _unknown(file, at, f"answer to {leaf.question!r}", value, known)


def _in_circumstance_leaf(file: File[Any], path: Path, leaf: CircumstanceIs) -> Iterator[Problem]:
    yield from _unknown(file, (*path, "circumstance"), "circumstance", leaf.circumstance, CIRCUMSTANCES)
    kind = CIRCUMSTANCES.get(leaf.circumstance)
    if kind is not None and kind.values:
        known = [*kind.values, *NOT_DEFINITE]
        for place, value in enumerate(leaf.listed):
            yield from _unknown(file, (*path, "is", place), f"answer to {leaf.circumstance!r}", value, known)


def _in_flag_leaf(file: File[Any], path: Path, flag: str, names: _Names) -> Iterator[Problem]:
    if names.about_readable:
        yield from _unknown(file, (*path, "flag"), "flag", flag, [CHILD_FLAG, *names.flags])


def _in_guidance(file: File[tuple[Pathway, ...]], names: _Names) -> Iterator[Problem]:
    yield from _twice(((file, (i, "id"), pathway.id) for i, pathway in enumerate(file.value)), "pathway")
    for place, pathway in enumerate(file.value):
        for leaf, path in located(pathway.when, (place, "when")):
            match leaf:
                case QuestionIs():
                    yield from _in_question_leaf(file, path, leaf, names)
                case CircumstanceIs():
                    yield from _in_circumstance_leaf(file, path, leaf)
                case FlagRaised(flag):
                    yield from _in_flag_leaf(file, path, flag, names)
                case LevelReached():
                    pass
                case _:
                    yield from _in_count_leaf(file, path, leaf, names)


# --- vignettes -------------------------------------------------------------------------------------------------------


def _in_vignette(file: File[Vignette], names: _Names) -> Iterator[Problem]:
    vignette = file.value
    reader = RecordReader(question for _, _, question in names.questions)
    for name, value in vignette.circumstances.items():
        try:
            reader.circumstances({name: value})
        except Misrecorded as error:
            yield file.problem(("circumstances", name), error.what, error.mend)
    if names.sections_readable:
        for name, answer in vignette.answers.items():
            try:
                reader.answers({name: answer})
            except Misrecorded as error:
                yield file.problem(("answers", name), error.what, error.mend)
    expect = vignette.expect
    if names.about_readable:
        for name in expect.dimensions:
            path: Path = ("expect", "dimensions", name)
            yield from _unknown(file, path, "dimension", name, names.about.dimensions)
        for place, name in enumerate(expect.flags or ()):
            path = ("expect", "flags", place)
            yield from _unknown(file, path, "flag", name, [CHILD_FLAG, *names.flags])
    if names.guidance_readable:
        for place, name in enumerate(expect.pathways or ()):
            path = ("expect", "pathways", place)
            yield from _unknown(file, path, "pathway", name, names.pathways)
            if name in names.always_open:
                yield file.problem(path, f"{name!r} is always open", "Leave it out of what is expected.")
