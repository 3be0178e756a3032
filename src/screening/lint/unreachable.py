"""What no answers could ever reach."""

from collections.abc import Callable, Generator, Iterator
from typing import assert_never

from screening.engine.assess import Assessor
from screening.language.messages import gettext, quoted
from screening.lint.reach import Reach
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.childhood import CHILD_FLAG
from screening.sets.conditions.compile import Test, compiled
from screening.sets.conditions.types import (
    AnswerIs,
    Counts,
    FlagRaised,
    Gate,
    GateLeaf,
    LevelCondition,
    LevelLeaf,
    LevelReached,
    PathwayLeaf,
    Supported,
)
from screening.sets.vocabulary import RANK

RULE = Rule(id="unreachable", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question that can never be asked; an indicator, dimension, level, band, flag or pathway that nothing can reach.

    What cannot be reached is a mistake in a rule or a gate, and looks like a promise that is kept. Everything counts as
    reached that some child or adult could reach. Where a set has bands and levels, the higher of the two is the result;
    the rule of a level that never comes to more than the bands is told too, for it changes nothing.

    Passes:
        sections/main.yaml: {questions: [{id: after, when: {circumstance: age, is: [child]}}]}

    Fails:
        sections/main.yaml: {questions: [{id: after, when: {circumstance: abroad, is: ["yes"]}}]}

    Fails:
        indicators.yaml: [{id: owes, states: Owes money, dimension: control, strength: weak}]

    Fails:
        set.yaml: {rules: {one: [{strong: 2}]}}

    Fails:
        set.yaml: {levels: {clear_concern: purpose}}

    Fails:
        guidance.yaml: [{id: home, when: {level: clear_concern}}]
        set.yaml: {levels: {some_concern: means}}

    Fails:
        set.yaml: {flags: [{id: medical, title: Medical help, do: [Call a doctor]}]}

    Fails:
        set.yaml:
          bands:
            - {id: low, title: Low, score: 0, level: none_recorded}
            - {id: high, title: High, score: 9, level: some_concern}
    """
    reachable, raised = yield from _questions(files)
    yield from _indicators(files)
    yield from _flags(files)
    reach = Reach(files.set)
    for name, dimension in files.about.value.dimensions.items():
        # A dimension of the set that is extended cannot be left out, only all of its indicators.
        inherited = not files.is_own(files.about.text.position.find(("dimensions", name)).file)
        if inherited and reach.is_empty(name):
            continue
        if not any(reach.supports(name, child) for child in (False, True)):
            message = gettext(
                "nothing that can be recorded supports the dimension {name} (rule {rule})",
                name=quoted(name),
                rule=quoted(dimension.rule),
            )
            yield files.about.problem(
                ("dimensions", name), message, gettext("Add indicators, or take it out."), at_key=True
            )
    yield from _levels(files, reach)
    yield from _bands(files, reach)
    yield from _pathways(files, reach, reachable, raised)


def _questions(files: SetFiles) -> Generator[Problem, None, tuple[set[str], set[str]]]:
    """Questions whose gate is false, or waits, whatever is answered; and the items that are asked, the flags raised."""
    reachable = {wording.id for wording in files.about.value.circumstances}
    # What no question raises is told of the flag, and not once more of all that looks at it.
    raised = _never_raised(files) | ({CHILD_FLAG} if "age" in reachable else set())
    for placed in files.questions():
        file, path, question = placed.file, placed.path, placed.question
        gates = [gate for gate in (file.value.when, question.when) if gate is not None]
        if all(_can_hold(gate, reachable, raised) for gate in gates):
            reachable.add(question.id)
            raised.update(question.could_raise)
        else:
            message = gettext(
                "{question} can never be asked: what its gate looks at is never true, or never asked",
                question=quoted(question.id),
            )
            yield file.problem((*path, "when"), message, gettext("Correct the gate."))

    return reachable, raised


def _can_hold(gate: Gate, reachable: set[str], raised: set[str]) -> bool:
    def leaf(of: GateLeaf) -> Test[None]:
        holds = _is_recordable(of, reachable, raised)
        return lambda _: holds

    return bool(compiled(gate, leaf)(None))


def _is_recordable(leaf: GateLeaf, reachable: set[str], raised: set[str]) -> bool:
    match leaf:
        case AnswerIs(item):
            return item in reachable
        case FlagRaised(flag):
            return flag in raised
        case _:
            assert_never(leaf)


def _indicators(files: SetFiles) -> Iterator[Problem]:
    shown = {name for placed in files.questions() for name in placed.question.could_show}
    if files.indicators is None:
        return
    for index, indicator in enumerate(files.indicators.value):
        if indicator.id not in shown:
            message = gettext("no answer shows the indicator {indicator}", indicator=quoted(indicator.id))
            yield files.indicators.problem(
                (index, "id"), message, gettext("Add it to a question's 'shows', or take it out.")
            )


def _never_raised(files: SetFiles) -> set[str]:
    could_raise = {name for placed in files.questions() for name in placed.question.could_raise}
    # A card for a child may be worded in a set that does not ask for the age.
    return {flag.id for flag in files.about.value.flags} - could_raise - {CHILD_FLAG}


def _flags(files: SetFiles) -> Iterator[Problem]:
    never = _never_raised(files)
    for index, flag in enumerate(files.about.value.flags):
        if flag.id in never:
            message = gettext("no answer raises the flag {flag}", flag=quoted(flag.id))
            yield files.about.problem(
                ("flags", index, "id"), message, gettext("Add it to a question's 'raises', or take it out.")
            )


def _levels(files: SetFiles, reach: Reach) -> Iterator[Problem]:
    """Levels that nothing reaches, and rules that never come to more than the bands."""
    about = files.about.value
    highest = Assessor(files.set).assess({}).bounds[1]
    for level in ("clear_concern", "some_concern"):
        rule = getattr(about.levels, level)
        if rule is None:
            continue
        # What counts for a child counts besides what counts for an adult.
        parts = [(rule.adult, False), (rule.adult, True), (rule.child, True)]
        if RANK[highest] < RANK[level] or not any(_level_holds(reach, part, child) for part, child in parts):
            message = gettext("nothing that can be recorded reaches the level {level}", level=quoted(level))
            yield files.about.problem(("levels", level), message, gettext("Correct its rule."), at_key=True)
            continue
        enough = min((band.score for band in about.bands if RANK[band.level] >= RANK[level]), default=None)
        least = min(reach.least_score(part, child) for part, child in parts if part is not None)
        if enough is not None and least >= enough:
            message = gettext(
                "the rule of {level} changes nothing: at its score of {least} the bands say as much",
                level=quoted(level),
                least=_number(least),
            )
            hint = gettext("Take the rule out, or let it ask for less than {enough}.", enough=_number(enough))
            yield files.about.problem(("levels", level), message, hint, at_key=True)


def _level_holds(reach: Reach, condition: LevelCondition | None, child: bool) -> bool:
    def leaf(of: LevelLeaf) -> Test[None]:
        holds = reach.holds(of, child)
        return lambda _: holds

    return condition is not None and bool(compiled(condition, leaf)(None))


def _bands(files: SetFiles, reach: Reach) -> Iterator[Problem]:
    for index, band in enumerate(files.about.value.bands):
        if band.score > reach.most_score:
            message = gettext(
                "no score reaches the band {band}: it begins at {score}, and all weights come to {most}",
                band=quoted(band.id),
                score=_number(band.score),
                most=_number(reach.most_score),
            )
            yield files.about.problem(
                ("bands", index, "score"), message, gettext("Let it begin lower, or add weights.")
            )


def _pathways(files: SetFiles, reach: Reach, reachable: set[str], raised: set[str]) -> Iterator[Problem]:
    if files.guidance is None:
        return
    highest = Assessor(files.set).assess({}).bounds[1]
    # Where somebody is, the program is told whether or not a set asks for it.
    known = reachable | {"place"}

    def leaf_for(child: bool) -> Callable[[PathwayLeaf], Test[None]]:
        def leaf(of: PathwayLeaf) -> Test[None]:
            match of:
                case AnswerIs() | FlagRaised():
                    holds = _is_recordable(of, known, raised)
                case LevelReached(level):
                    holds = RANK[level] <= RANK[highest]
                case Supported() | Counts():
                    holds = reach.holds(of, child)
                case _:
                    assert_never(of)
            return lambda _: holds

        return leaf

    for index, pathway in enumerate(files.guidance.value):
        when = pathway.when
        if when is not None and not any(compiled(when, leaf_for(child))(None) for child in (False, True)):
            message = gettext("nothing that can be recorded opens the pathway {pathway}", pathway=quoted(pathway.id))
            yield files.guidance.problem((index, "when"), message, gettext("Correct its condition, or take it out."))


def _number(score: float) -> str:
    """A score as it would be written in a file."""
    return f"{score:g}"
