"""What no answers could ever reach."""

from collections.abc import Callable, Iterator
from typing import assert_never

from screening.engine.assess import Assessor
from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles
from screening.sets.childhood import CHILD_FLAG
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.compile import compiled
from screening.sets.conditions.types import AnswerIs, FlagRaised, Gate, GateLeaf
from screening.sets.vocabulary import RANK

RULE = Rule(id="unreachable", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question that can never be asked; an indicator, dimension or level that nothing can reach.

    What cannot be reached is a mistake in a rule or a gate, but looks like a promise that is kept. Something counts as
    reached if some child or adult could reach it.

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
    """
    yield from _questions(files)
    yield from _indicators(files)
    indicator_set = files.set
    everything = {indicator.id for indicator in indicator_set.indicators}
    shown = {name for _, _, question in indicator_set.questions() for name in question.could_show}
    assessor = Assessor(indicator_set)
    for name, dimension in indicator_set.about.dimensions.items():
        if not any(assessor.supports(name, everything & shown, child) for child in (False, True)):
            message = gettext(
                "nothing that can be recorded supports the dimension {name} (rule {rule})",
                name=quoted(name),
                rule=quoted(dimension.rule),
            )
            yield files.about.problem(
                ("dimensions", name), message, gettext("Add indicators, or take it out."), at_key=True
            )
    highest = assessor.assess({}).bounds[1]
    for level in ("clear_concern", "some_concern"):
        rule = getattr(indicator_set.about.levels, level)
        if rule is not None and RANK[highest] < RANK[level]:
            message = gettext("nothing that can be recorded reaches the level {level}", level=quoted(level))
            yield files.about.problem(("levels", level), message, gettext("Correct its rule."), at_key=True)


def _questions(files: SetFiles) -> Iterator[Problem]:
    """Questions whose gate is false, or waits, whatever is answered."""
    circumstances = {wording.id for wording in files.about.value.circumstances}
    reachable: set[str] = set()
    raised: set[str] = set()
    for placed in files.questions():
        file, path, question = placed.file, placed.path, placed.question
        gates = [gate for gate in (file.value.when, question.when) if gate is not None]
        if all(_can_hold(gate, reachable, raised, circumstances) for gate in gates):
            reachable.add(question.id)
            raised.update(question.could_raise)
        else:
            message = gettext(
                "{question} can never be asked: what its gate looks at is never true, or never asked",
                question=quoted(question.id),
            )
            yield file.problem((*path, "when"), message, gettext("Correct the gate."))


def _can_hold(gate: Gate, reachable: set[str], raised: set[str], circumstances: set[str]) -> bool:
    def leaf(of: GateLeaf) -> Callable[[None], bool]:
        match of:
            case AnswerIs(item):
                holds = item in (circumstances if item in CIRCUMSTANCES else reachable)
            case FlagRaised(flag) if flag == CHILD_FLAG:
                holds = "age" in circumstances
            case FlagRaised(flag):
                holds = flag in raised
            case _:
                assert_never(of)
        return lambda _: holds

    return bool(compiled(gate, leaf)(None))


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
