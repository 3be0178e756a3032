"""What checking references promises: each thing that would make the engine wrong is told once, at its place."""

from pathlib import Path

import pytest

from screening.reading.problem import Problem
from screening.reading.sets import read_set
from tests.support.folders import SOUND, with_faults, write
from tests.support.problems import said

Fault = tuple[str, str, str]

SET, INDICATORS, LOOKS, MAIN = "set.yaml", "indicators.yaml", "sections/looks.yaml", "sections/main.yaml"
GUIDANCE, CASE = "guidance.yaml", "vignettes/case.yaml"
GATE = "when: {question: papers, is: [kept]}"
WHEN = "when: {in: [control], total: 1}"
LEVEL = "some_concern: {in: [means], total: 1}"
BANDS = "bands:\n  - {id: low, title: L, score: 0, level: none_recorded}\n"


def problems_of(folder: Path) -> list[Problem]:
    """The problems of the set in a folder."""
    return list(read_set(folder).problems)


def test_the_set_that_is_broken_here_is_sound(tmp_path: Path) -> None:
    assert problems_of(write(tmp_path, SOUND)) == []


# Each fault with `@` where its problem is expected.
FAULTS: dict[str, tuple[list[Fault], str]] = {
    # --- set.yaml
    "a dimension with an unknown rule": (
        [(SET, "rule: one", "rule: @onee")],
        "there is no rule 'onee'. Did you mean 'one'?",
    ),
    "a dimension named like an element": (
        [(SET, "rules:", "  @act: {rule: one, title: Act}\nrules:")],
        "'act' is an element's name. Give the dimension another name.",
    ),
    "a rule without a way": (
        [(SET, "  one: [{total: 1}]", "  one: [{total: 1}]\n  two: @[]")],
        "the rule 'two' can never be met",
    ),
    "a rule that asks for nothing": (
        [(SET, "one: [{total: 1}]", "one: [{total: 1}, @{}]")],
        "this asks for nothing, so it is always met.",
    ),
    "the next set, by a question that is not asked here": (
        [(SET, "sections:", "goes_on: {set: other, same: [@paperz]}\nsections:")],
        "there is no question 'paperz'. Did you mean 'papers'?",
    ),
    "an answer to a question that is not asked here": (
        [(SET, "sections:", "goes_on: {set: other, answers: {@paperz: {kept: {theirs: yes}}}}\nsections:")],
        "there is no question 'paperz'. Did you mean 'papers'?",
    ),
    "an answer that its question does not have": (
        [(SET, "sections:", "goes_on: {set: other, answers: {papers: {@keept: {theirs: yes}}}}\nsections:")],
        "there is no option 'keept'. Did you mean 'kept'?",
    ),
    "a circumstance twice": (
        [(SET, "sections:", "  - {id: @age, record: Again}\nsections:")],
        "there is already a circumstance 'age' in ",
    ),
    "an unknown circumstance": (
        [(SET, "{id: age, record: The age}", "{id: @nationality, record: Never asked}")],
        "there is no circumstance 'nationality'",
    ),
    "a label of an unknown value": (
        [(SET, "labels: {woman: Women}", "labels: {women: @Women}")],
        "there is no gender 'women'. Did you mean 'woman'?",
    ),
    "labels of a place, which its directory names": (
        [(SET, "{id: age, record: The age}", "{id: place, record: P, @labels: {hk: Hong Kong}}")],
        "a place is called as the directory says, so labels change nothing. Take 'labels' out.",
    ),
    "a section without a file": (
        [(SET, "dimensions:", "  - {id: @tonite, stage: closing}\ndimensions:")],
        "there is no file for the section 'tonite'",
    ),
    "a flag twice": (
        [(SET, "sources:", "  - {id: @going_back, title: Again, do: [Stay]}\nsources:")],
        "there is already a flag 'going_back' in ",
    ),
    "a level on a flag": (
        [(SET, LEVEL, "some_concern: {any: [means, @{flag: going_back}]}")],
        "a level depends on indicators only",
    ),
    "a level on a level": (
        [(SET, LEVEL, "some_concern: @{level: some_concern}")],
        "a level depends on indicators only",
    ),
    "a level on an answer": (
        [(SET, LEVEL, "some_concern: {adult: means, child: @{question: papers, is: [kept]}}")],
        "a level depends on indicators only",
    ),
    "a level on an unknown name": (
        [(SET, LEVEL, "some_concern: @contrl")],
        "there is no element or dimension 'contrl'. Did you mean 'control'?",
    ),
    "a level on an unknown name, by age": (
        [(SET, LEVEL, "some_concern: {adult: means, child: {any: [act, @maens]}}")],
        "there is no element or dimension 'maens'. Did you mean 'means'?",
    ),
    "a level that counts in an unknown name": (
        [(SET, LEVEL, "some_concern: {in: [means, @purpos], total: 1}")],
        "there is no element or dimension 'purpos'. Did you mean 'purpose'?",
    ),
    "a band twice": (
        [(SET, "", f"{BANDS}  - {{id: @low, title: L, score: 5, level: some_concern}}\n")],
        "there is already a band 'low' in ",
    ),
    "no band at nothing": (
        [(SET, "", "@bands:\n  - {id: low, title: L, score: 1, level: none_recorded}\n")],
        "no band begins at score 0",
    ),
    "two bands at one score": (
        [(SET, "", f"{BANDS}  - {{id: high, title: H, score: @0, level: some_concern}}\n")],
        "the bands 'high' and 'low' begin at one score. Keep one, or let one begin higher.",
    ),
    "a band that falls": (
        [
            (SET, "", f"{BANDS}  - {{id: high, title: H, score: 5, level: some_concern}}\n"),
            (SET, "", "  - @{id: top, title: T, score: 9, level: none_recorded}\n"),
        ],
        "'top' has a lower level than 'high', which has a lower score",
    ),
    # --- indicators.yaml
    "an indicator twice": (
        [(INDICATORS, "", "- {id: @held, states: Again, dimension: control, strength: weak}\n")],
        "there is already an indicator 'held' in ",
    ),
    "an indicator in an unknown dimension": (
        [(INDICATORS, "", "- {id: more, states: More, dimension: @controll, strength: weak}\n")],
        "there is no dimension 'controll'. Did you mean 'control'?",
    ),
    "an indicator in an element": (
        [(INDICATORS, "", "- {id: more, states: More, dimension: @means, strength: weak}\n")],
        "there is no dimension 'means'. Known: control.",
    ),
    "an indicator that never counts": (
        [(INDICATORS, "", "- @{id: more, states: More, dimension: control}\n")],
        "the indicator 'more' has neither a strength nor a weight, so it never counts. Add a strength.",
    ),
    "an unknown source": (
        [(INDICATORS, "strength: medium", "strength: medium, source: {ref: @ilu, grade: A}")],
        "there is no source 'ilu'. Did you mean 'ilo'?",
    ),
    "an unknown source of a strength": (
        [(INDICATORS, "strength: medium", "strength: medium, strength_source: {ref: @ilu, grade: C}")],
        "there is no source 'ilu'. Did you mean 'ilo'?",
    ),
    "a grade without a source of a dimension": (
        [(SET, "rule: one, title: Control", "rule: one, title: Control, source: @{grade: A}")],
        "grade A needs a source. Add ref, or write grade: project.",
    ),
    "a grade without a source": (
        [(INDICATORS, "strength: medium", "strength: medium, source: @{grade: B}")],
        "grade B needs a source. Add ref, or write grade: project.",
    ),
    # --- sections
    "a section in two files": (
        [("sections/more.yaml", "", "id: @looks\nquestions: []\n")],
        "there is already a section 'looks' in ",
    ),
    "a section that is not listed": (
        [("sections/more.yaml", "", "id: @more\nquestions: []\n")],
        "set.yaml does not list the section 'more', so it is never asked",
    ),
    # --- questions
    "a question with the name of a circumstance": (
        [(MAIN, "id: after", "id: @gender")],
        "'gender' is the id of a circumstance. Give the question another id.",
    ),
    "a question twice in a section": (
        [(MAIN, "", "  - {id: @after, ask: Again?, record: Again}\n")],
        "there is already a question 'after' in ",
    ),
    "a question twice in a set": (
        [(LOOKS, "", "  - {id: @tonight, kind: seen, record: Again}\n")],
        "there is already a question 'tonight' in ",
    ),
    "shows beside options": (
        [(MAIN, "record: Papers,", "record: Papers, @shows: [held],")],
        "'shows' is on a question with options. Put it on the option that it belongs to.",
    ),
    "raises beside options": (
        [(MAIN, "record: Papers,", "record: Papers, @raises: [going_back],")],
        "'raises' is on a question with options",
    ),
    "what it is called beside options": (
        [(MAIN, "record: Papers,", "record: Papers, @htcds: {control: [WithholdsDocuments]},")],
        "'htcds' is on a question with options. Put it on the option that it belongs to.",
    ),
    "an option that is called something and shows nothing": (
        [(MAIN, "label: O}", "label: O, @htcds: {control: [WithholdsDocuments]}}")],
        "what shows nothing is never told, whatever it is called. Leave 'htcds' out, or show something.",
    ),
    "a question that is called something and shows nothing": (
        [(MAIN, "record: After,", "record: After, @htcds: {exploitation: [Servitude]},")],
        "what shows nothing is never told, whatever it is called",
    ),
    "a word that the standard for cases does not have": (
        [(INDICATORS, "states: Is held,", "states: Is held, htcds: {control: [@WitholdsDocuments]},")],
        "'WitholdsDocuments' is not one of the words allowed here. Did you mean 'WithholdsDocuments'?",
    ),
    "a word of the other list of that standard": (
        [(SET, "title: Control}", "title: Control, htcds: {exploitation: [@DebtBondage]}}")],
        "'DebtBondage' is not one of the words allowed here.",
    ),
    "several without options": (
        [(MAIN, "record: After,", "record: After, choose: @several,")],
        "several answers need options to choose from",
    ),
    "a question without words": (
        [(MAIN, "", "  - @{id: mute, record: Mute}\n")],
        "the question 'mute' has no words to ask it with. Add 'ask'.",
    ),
    "an option twice": (
        [(MAIN, "{id: own, label: O}", "{id: own, label: O}, {id: @own, label: P}")],
        "there is already an option 'own' in ",
    ),
    "unclear as an option": (
        [(MAIN, "{id: own, label: O}", "{id: @unclear, label: O}")],
        "'unclear' can always be answered, so it is not an option",
    ),
    "declined as an option": (
        [(MAIN, "{id: own, label: O}", "{id: @declined, label: O}")],
        "'declined' can always be answered, so it is not an option",
    ),
    "an option alone that shows": (
        [(MAIN, "{id: none, label: N, alone: true}", "@{id: none, label: N, alone: true, shows: [held]}")],
        "'none' stands alone, so it may not show or raise anything",
    ),
    "an option alone that raises": (
        [(MAIN, "{id: none, label: N, alone: true}", "@{id: none, label: N, alone: true, raises: [going_back]}")],
        "'none' stands alone, so it may not show or raise anything",
    ),
    "an unknown indicator of a question": (
        [(MAIN, "record: After,", "record: After, shows: [held, @hold],")],
        "there is no indicator 'hold'. Did you mean 'held'?",
    ),
    "an unknown indicator of an option": (
        [(MAIN, "shows: [held]", "shows: [held, @hold]")],
        "there is no indicator 'hold'. Did you mean 'held'?",
    ),
    "an unknown flag of a question": (
        [(MAIN, "raises: [going_back]", "raises: [going_back, @goes_back]")],
        "there is no flag 'goes_back'. Did you mean 'going_back'?",
    ),
    "an unknown flag of an option": (
        [(MAIN, "{id: own, label: O}", "{id: own, label: O, raises: [@medical]}")],
        "there is no flag 'medical'. Known: going_back.",
    ),
    "the flag child of a question": (
        [(MAIN, "raises: [going_back]", "raises: [going_back, @child]")],
        "the flag 'child' is raised by the age, never by a question",
    ),
    "a fact seen among questions": (
        [(MAIN, "", "  - {id: locks, kind: @seen, record: Locked in}\n")],
        "a question of kind 'seen' belongs only in a section of stage 'seen'",
    ),
    "an impression among questions": (
        [(MAIN, "", "  - {id: mood, kind: @impression, record: Mood}\n")],
        "a question of kind 'impression' belongs only in a section of stage 'seen'",
    ),
    "words for declining where nobody is asked": (
        [(LOOKS, "", "  - {id: locks, kind: seen, record: Locked in, @declined: Later}\n")],
        "nobody is asked 'locks', so nobody can decline it. Leave 'declined' out, or ask it.",
    ),
    "the person's words for declining where nobody is asked": (
        [(LOOKS, "", "  - {id: locks, kind: seen, record: Locked in, @declined_self: Later}\n")],
        "nobody is asked 'locks', so nobody can decline it. Leave 'declined_self' out, or ask it.",
    ),
    "words for declining an impression": (
        [(LOOKS, "", "  - {id: mood, kind: impression, record: Mood, @declined: Later}\n")],
        "nobody is asked 'mood', so nobody can decline it.",
    ),
    "a question that is asked after the screen was turned": (
        [(LOOKS, "", "  - @{id: mood, ask: How are you?, record: Is well}\n")],
        "'mood' is asked after the screen was turned. Move it, or say with 'kind' that it was seen.",
    ),
    "an impression that is not weak": (
        [
            (INDICATORS, "", "- {id: bruised, states: Bruised, dimension: control, strength: medium}\n"),
            (LOOKS, "", "  - @{id: bruises, kind: impression, record: Bruised, shows: [bruised]}\n"),
        ],
        "the impression 'bruises' shows 'bruised', which is stronger than weak",
    ),
    "an impression that is not weak for a child": (
        [
            (
                INDICATORS,
                "",
                "- {id: bruised, states: Bruised, dimension: control, strength: {adult: weak, child: strong}}\n",
            ),
            (LOOKS, "", "  - @{id: bruises, kind: impression, record: Bruised, shows: [bruised]}\n"),
        ],
        "the impression 'bruises' shows 'bruised', which is stronger than weak",
    ),
    "an impression and a fact for one indicator": (
        [(LOOKS, "", "  - @{id: shaking, kind: seen, record: Shakes, shows: [afraid]}\n")],
        "'afraid' is shown by an impression, and by 'shaking', which is not one",
    ),
    # --- gates
    "a gate on a later question": (
        [(MAIN, "record: Papers,", "record: Papers, when: {question: @with, is: [boss]},")],
        "this looks at 'with', which is not asked before it. A gate may name only earlier questions.",
    ),
    "a gate on what the screener saw": (
        [(LOOKS, "", "  - {id: more, kind: seen, record: More, when: {question: @look, is: ['yes']}}\n")],
        "'look' is what the screener saw, so no gate may look at it. Use it in guidance, or ask it of everybody.",
    ),
    "a gate on a flag that what the screener saw raises": (
        [
            (LOOKS, "", "  - {id: hurt, kind: seen, record: Hurt, raises: [going_back]}\n"),
            (LOOKS, "", "  - {id: more, kind: seen, record: More, when: {flag: @going_back}}\n"),
        ],
        "'going_back' is raised by what the screener saw, so no gate may look at it. Use it in guidance,",
    ),
    "a gate on the question itself": (
        [(MAIN, GATE, "when: {question: @after, is: ['yes']}")],
        "this looks at 'after', which is not asked before it",
    ),
    "a gate of a section on a question in it": (
        [(MAIN, "id: main\n", "id: main\nwhen: {question: @papers, is: [kept]}\n")],
        "this looks at 'papers', which is not asked before it",
    ),
    "a gate on an unknown question": (
        [(MAIN, GATE, "when: {question: @paper, is: [kept]}")],
        "there is no question 'paper'. Did you mean 'papers'?",
    ),
    "a gate on an unknown answer": (
        [(MAIN, GATE, "when: {question: papers, is: [kept, @keept]}")],
        "'papers' has no answer 'keept'. Did you mean 'kept'?",
    ),
    "a gate on yes where there are options": (
        [(MAIN, GATE, "when: {question: papers, is: [@yes]}")],
        "'papers' has no answer 'yes'. Known: own, kept.",
    ),
    "a gate on an answer that stands alone": (
        [(MAIN, GATE, "when: {question: with, is: [@none]}")],
        "no condition may list 'none', which excludes other answers",
    ),
    "a gate on an unknown circumstance": (
        [(MAIN, GATE, "when: {circumstance: @agee, is: [child]}")],
        "there is no circumstance 'agee'. Did you mean 'age'?",
    ),
    "a gate on an unknown value": (
        [(MAIN, GATE, "when: {circumstance: gender, is: [@women]}")],
        "'gender' has no answer 'women'. Did you mean 'woman'?",
    ),
    "a gate on adults": (
        [(MAIN, GATE, "when: {circumstance: age, is: [child, @adult]}")],
        "a gate on 'age' may not list 'adult': a child would be asked less than an adult. List only child and unsure.",
    ),
    "a gate on who was grown when it began": (
        [(MAIN, GATE, "when: {circumstance: under_18_when_it_began, is: [@no]}")],
        "a gate on 'under_18_when_it_began' may not list 'no': a child would be asked less than an adult.",
    ),
    "a gate on a wish": (
        [(MAIN, GATE, "when: {circumstance: @police, is: ['yes']}")],
        "the wish 'police' is asked last, so no gate may look at it. Use it in guidance instead.",
    ),
    "a gate on an unknown flag": (
        [(MAIN, GATE, "when: {flag: @goes_back}")],
        "there is no flag 'goes_back'. Did you mean 'going_back'?",
    ),
    "a gate on a flag raised later": (
        [(MAIN, "record: Papers,", "record: Papers, when: {flag: @going_back},")],
        "'tonight' can raise 'going_back' and is not asked before this. A gate may look only at what comes earlier.",
    ),
    "a gate on a level": (
        [(MAIN, GATE, "when: @{level: some_concern}")],
        "a gate may not look at how the answers are assessed",
    ),
    "a gate on a count": (
        [(MAIN, GATE, "when: @{in: [means], total: 1}")],
        "a gate may not look at how the answers are",
    ),
    "a gate on an element": ([(MAIN, GATE, "when: @means")], "a gate may not look at how the answers are assessed"),
    "a mistake deep in a gate": (
        [(MAIN, GATE, "when: {any: [{flag: child}, {all: [{circumstance: age, is: [unsure, @adult]}]}]}")],
        "a gate on 'age' may not list 'adult'",
    ),
    # --- guidance.yaml
    "a pathway twice": (
        [(GUIDANCE, "", "- {id: @help, when: means, title: Again, do: [D]}\n")],
        "there is already a pathway 'help' in ",
    ),
    "a line for no age": (
        [(GUIDANCE, "", "- {id: more, title: More, do: [D, {adult: A}, @{}], never: {child: C}}\n")],
        "this says nothing at any age. Write for example {child: Stay with the child.}.",
    ),
    "an only act of a flag for no age": (
        [(SET, "do: [Stay]", "do: [Stay], tonight: @{}")],
        "this says nothing at any age.",
    ),
    "a pathway on an unknown question": (
        [(GUIDANCE, WHEN, "when: {question: @paper, is: [kept]}")],
        "there is no question 'paper'. Did you mean 'papers'?",
    ),
    "a pathway on an unknown answer": (
        [(GUIDANCE, WHEN, "when: {any: [{question: papers, is: [@keept]}]}")],
        "'papers' has no answer 'keept'. Did you mean 'kept'?",
    ),
    "a pathway on an answer that stands alone": (
        [(GUIDANCE, WHEN, "when: {question: with, is: [boss, @none]}")],
        "no condition may list 'none', which excludes other answers",
    ),
    "a pathway on an unknown circumstance": (
        [(GUIDANCE, WHEN, "when: {circumstance: @sex, is: [woman]}")],
        "there is no circumstance 'sex'",
    ),
    "a pathway on an unknown value": (
        [(GUIDANCE, WHEN, "when: {circumstance: age, is: [@adlt]}")],
        "'age' has no answer 'adlt'. Did you mean 'adult'?",
    ),
    "a pathway on an unknown flag": (
        [(GUIDANCE, WHEN, "when: {flag: @childs}")],
        "there is no flag 'childs'. Did you mean 'child'?",
    ),
    "a pathway on an unknown dimension": (
        [(GUIDANCE, WHEN, "when: {all: [@controll]}")],
        "there is no element or dimension 'controll'. Did you mean 'control'?",
    ),
    "a pathway that counts in an unknown dimension": (
        [(GUIDANCE, WHEN, "when: {in: [@controll], total: 1}")],
        "there is no element or dimension 'controll'. Did you mean 'control'?",
    ),
    # --- vignettes
    "a vignette twice": (
        [("vignettes/other.yaml", "", SOUND[CASE].replace("id: case", "id: @case"))],
        "there is already a vignette 'case' in ",
    ),
    "a vignette that answers an unknown question": (
        [(CASE, "answers: {papers: kept}", "answers: {paper: @kept}")],
        "there is no question 'paper'. Did you mean 'papers'?",
    ),
    "a vignette with an unknown answer": (
        [(CASE, "answers: {papers: kept}", "answers: {papers: @keept}")],
        "'papers' has no answer 'keept'. Did you mean 'kept'?",
    ),
    "a vignette with one beside what stands alone": (
        [(CASE, "answers: {papers: kept}", "answers: {papers: kept, with: @[boss, none]}")],
        "'none' of 'with' excludes other answers. Give it alone.",
    ),
    "a vignette with an unknown circumstance": (
        [(CASE, "{age: adult}", "{age: adult, nationality: @any}")],
        "there is no circumstance 'nationality'",
    ),
    "a vignette with an unknown value": (
        [(CASE, "{age: adult}", "{age: @grown}")],
        "'age' has no answer 'grown'",
    ),
    "a vignette with an empty value": ([(CASE, "{age: adult}", '{age: @""}')], "'age' has no answer ''"),
    "a vignette with an empty answer": ([(CASE, "{papers: kept}", '{papers: @""}')], "'papers' has no answer ''"),
    "a vignette with an empty answer among others": (
        [(CASE, "{papers: kept}", '{papers: kept, with: @["", boss]}')],
        "'with' has no answer ''",
    ),
    "a vignette with an empty list": (
        [(CASE, "{papers: kept}", "{papers: kept, with: @[]}")],
        "the list for 'with' is empty",
    ),
    "a vignette that answers a question without a name": (
        [(CASE, "{papers: kept}", '{papers: kept, "": @kept}')],
        "there is no question ''",
    ),
    "a vignette that expects an unknown dimension": (
        [(CASE, "dimensions: {control: supported}", "dimensions: {controll: @supported}")],
        "there is no dimension 'controll'. Did you mean 'control'?",
    ),
    "a vignette that expects an unknown flag": (
        [(CASE, "flags: []", "flags: [@goes_back]")],
        "there is no flag 'goes_back'. Did you mean 'going_back'?",
    ),
    "a vignette that expects an unknown pathway": (
        [(CASE, "pathways: [help]", "pathways: [help, @helpp]")],
        "there is no pathway 'helpp'. Did you mean 'help'?",
    ),
    "a vignette that expects what is always open": (
        [(CASE, "pathways: [help]", "pathways: [help, @open]")],
        "'open' is always open. Leave it out of what is expected.",
    ),
}


@pytest.mark.parametrize(("faults", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_the_one_problem_of_the_set_at_its_place(faults: list[Fault], says: str, tmp_path: Path) -> None:
    marked = with_faults(*faults)
    file, line, column = marked.place

    problems = problems_of(write(tmp_path, marked.files))

    assert len(problems) == 1, "\n".join(map(str, problems))
    assert str(problems[0]).startswith(f"{tmp_path / file}:{line}:{column}: {says}")


def test_all_faults_are_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = dict(with_faults((SET, "rule: one", "rule: @onee")).files)
    files[MAIN] = files[MAIN].replace("shows: [held]", "shows: [hold, holt]").replace("is: [kept]", "is: [keept]")
    files[CASE] = files[CASE].replace("papers: kept", "papers: keept")

    problems = problems_of(write(tmp_path, files))

    assert [(Path(problem.file).name, problem.line) for problem in problems] == [
        ("main.yaml", 3),
        ("main.yaml", 3),
        ("main.yaml", 6),
        ("set.yaml", 11),
        ("case.yaml", 5),
    ]


ALLOWED: dict[str, list[Fault]] = {
    "a gate on doubt": [(MAIN, GATE, "when: {question: papers, is: [kept, unclear, declined]}")],
    "a gate on the flag child": [(MAIN, GATE, "when: {flag: child}")],
    "a gate on an earlier flag": [(MAIN, GATE, "when: {flag: going_back}")],
    "a gate on childhood": [(MAIN, GATE, "when: {circumstance: age, is: [child, unsure]}")],
    "a gate on childhood when it began": [
        (MAIN, GATE, "when: {circumstance: under_18_when_it_began, is: ['yes', unclear]}")
    ],
    "a gate on a place": [(MAIN, GATE, "when: {circumstance: place, is: [hk, anywhere]}")],
    "a gate on a circumstance that the set omits": [(MAIN, GATE, "when: {circumstance: abroad, is: ['yes']}")],
    "a gate of a section on an earlier section": [
        (LOOKS, "id: looks\n", "id: looks\nwhen: {question: tonight, is: ['yes']}\n")
    ],
    "a pathway for adults": [(GUIDANCE, WHEN, "when: {circumstance: age, is: [adult]}")],
    "a pathway on a wish": [(GUIDANCE, WHEN, "when: {circumstance: police, is: ['no']}")],
    "a pathway on a level": [(GUIDANCE, WHEN, "when: {level: some_concern}")],
    "a pathway on an element": [(GUIDANCE, WHEN, "when: {all: [means, {element: act}, {dimension: control}]}")],
    "an indicator with a weight only": [(INDICATORS, "", "- {id: more, states: M, dimension: control, weight: 0}\n")],
    "an indicator for children only": [
        (INDICATORS, "", "- {id: m, states: M, dimension: control, strength: {child: weak}}\n")
    ],
    "a grade of our own without a source": [(INDICATORS, "medium}", "medium, source: {grade: project}}")],
    "an impression that counts for children only, and weakly": [
        (INDICATORS, "", "- {id: shy, states: Shy, dimension: control, strength: {child: weak}}\n"),
        (LOOKS, "", "  - {id: shyness, kind: impression, record: Shy, shows: [shy]}\n"),
    ],
    "a fact seen, without words to ask it with": [(LOOKS, "", "  - {id: locks, kind: seen, record: Locked in}\n")],
    "words for declining what somebody does not want to say, unasked": [
        (MAIN, "", "  - {id: locks, kind: known, record: Locked in, declined: A lawyer first}\n")
    ],
    "labels of languages": [
        (SET, "{id: age, record: The age}", "{id: languages, record: L, labels: {en: English, other: Another}}")
    ],
    "bands that never fall": [(SET, "", f"{BANDS}  - {{id: high, title: H, score: 5, level: none_recorded}}\n")],
    "a vignette that expects the flag child": [(CASE, "flags: []", "flags: [child]")],
}


@pytest.mark.parametrize("faults", ALLOWED.values(), ids=ALLOWED)
def test_what_is_allowed_is_no_problem(faults: list[Fault], tmp_path: Path) -> None:
    files = dict(SOUND)
    for file, old, new in faults:
        assert old in files[file]
        files[file] = files[file].replace(old, new) if old else files[file] + new

    assert problems_of(write(tmp_path, files)) == []


@pytest.mark.parametrize("file", SOUND)
def test_names_in_a_file_that_cannot_be_read_are_not_reported_as_unknown(file: str, tmp_path: Path) -> None:
    problems = problems_of(write(tmp_path, {**SOUND, file: "["}))

    assert [problem.file for problem in problems] == [str(tmp_path / file)]
    assert "this is not YAML" in said(problems[0].message)


@pytest.mark.parametrize(
    ("missing", "unknown"),
    [
        (INDICATORS, {"'held'", "'afraid'"}),
        (GUIDANCE, {"'help'"}),
        (LOOKS, {"'looks'"}),
        (MAIN, {"'main'", "'papers'"}),
    ],
    ids=[INDICATORS, GUIDANCE, LOOKS, MAIN],
)
def test_names_that_only_a_missing_file_could_define_are_unknown(
    missing: str, unknown: set[str], tmp_path: Path
) -> None:
    problems = problems_of(write(tmp_path, {file: text for file, text in SOUND.items() if file != missing}))

    assert {said(problem.message).split()[-1] for problem in problems} == unknown
