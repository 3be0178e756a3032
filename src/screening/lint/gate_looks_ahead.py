"""A gate on something that is asked only later."""

from collections.abc import Iterator
from typing import assert_never

from screening.language.messages import gettext
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.childhood import CHILD_FLAG
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnswerIs, FlagRaised, Gate, GateLeaf
from screening.sets.conditions.walk import located
from screening.sets.data_path import DataPath
from screening.sets.order import SAFETY, Stage, is_before

RULE = Rule(id="gate-looks-ahead", scope=Scope.ANY_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question of stage urgent or safety looks at a circumstance that is asked only later.

    Such a question waits until the circumstance is known, and then safety is not asked first. Only the place comes
    before what is urgent, and only the place and the age before the rest of safety. Ask it of everybody, or move it to
    a later stage.

    Passes:
        set.yaml: {sections: [{id: main, stage: urgent}]}
        sections/main.yaml: {questions: [{id: after, when: {circumstance: place, is: [hk]}}]}

    Passes:
        set.yaml: {sections: [{id: main, stage: safety}]}
        sections/main.yaml: {questions: [{id: after, when: {circumstance: age, is: [child]}}]}

    Fails:
        set.yaml: {sections: [{id: main, stage: urgent}]}
        sections/main.yaml: {questions: [{id: after, when: {circumstance: age, is: [child]}}]}
    """
    told: set[tuple[str, DataPath]] = set()
    for placed in files.questions():
        if placed.stage is None or placed.stage not in SAFETY:
            continue
        gates: list[tuple[Gate | None, DataPath]] = [(placed.file.value.when, ("when",))]
        gates.append((placed.question.when, (*placed.path, "when")))
        for gate, path in gates:
            for leaf, at in located(gate, path):
                key = (placed.file.text.file, at)
                if _later(leaf, placed.stage) and key not in told:
                    told.add(key)
                    message = gettext("this looks at something that is asked only later")
                    yield placed.file.problem(at, message, gettext("Ask it of everybody, or move it to a later stage."))


def _later(leaf: GateLeaf, stage: Stage) -> bool:
    match leaf:
        case AnswerIs(item):
            return item in CIRCUMSTANCES and not is_before(CIRCUMSTANCES[item].stage, stage)
        case FlagRaised(flag):
            return flag == CHILD_FLAG and not is_before("age", stage)
        case _:
            assert_never(leaf)
