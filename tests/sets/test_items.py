"""Questions, circumstances and wishes as one kind of thing."""

import pytest

from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import All, AnswerIs, FlagRaised, Gate
from screening.sets.items import Item, ItemOption, items_of, recordable
from screening.sets.model import IndicatorSet, SectionStage, SetFile
from screening.sets.questions import CircumstanceWording, Option, Question, Section

_KEPT = (
    Option(id="work", label="At work", shows=("locked",)),
    Option(id="home", label="At home", label_self="Where I live"),
    Option(id="none", label="None of these", alone=True),
)
_QUESTIONS = (
    Question(id="kept", ask="Where?", record="Kept in", options=_KEPT, choose="several", when=Gate(FlagRaised("f"))),
    Question(id="well", kind="seen", record="Is well", raises=("f",)),
)
_CIRCUMSTANCES = (
    CircumstanceWording(id="age", ask="How old?", record="Age", labels={"child": "Under 18"}),
    CircumstanceWording(id="languages", record="Languages", labels={"en": "English"}),
    CircumstanceWording(id="police", ask="Police?", record="Police"),
)


def _items() -> dict[str, Item]:
    about = SetFile(
        id="s",
        version="1",
        title="S",
        circumstances=_CIRCUMSTANCES,
        sections=(SectionStage(id="main", stage="questions"),),
    )
    section = Section(id="main", questions=_QUESTIONS, when=Gate(AnswerIs("age", ("child",))))
    return items_of(IndicatorSet(about=about, indicators=(), sections=(section,)))


def test_only_questions_count() -> None:
    assert {name: (item.kind, item.counts) for name, item in _items().items()} == {
        "age": ("circumstance", False),
        "languages": ("circumstance", False),
        "kept": ("question", True),
        "well": ("question", True),
        "police": ("wish", False),
    }


def test_a_question_is_asked_where_its_section_is_and_it_is_itself() -> None:
    assert _items()["kept"].when == Gate(All((AnswerIs("age", ("child",)), FlagRaised("f"))))
    assert _items()["age"].when is None


def test_a_question_is_taken_over_as_the_set_writes_it() -> None:
    question = Question(
        id="kept",
        kind="seen",
        say_first="I ask everybody this.",
        ask="Where?",
        ask_self="Where were you?",
        ask_next="And then?",
        ask_next_self="And after that?",
        declined="Wants to see it first",
        declined_self="I want to see it first",
        listen="A place",
        why="To know",
        record="Kept in",
        options=(
            Option(id="work", label="At work", label_self="Where I work", shows=("locked",), raises=("hurt",)),
            Option(id="none", label="None of these", alone=True),
        ),
        choose="several",
        always=True,
    )
    section = Section(id="main", questions=(question,))
    about = SetFile(
        id="s", version="1", title="S", sections=(SectionStage(id="main", stage="safety"),), circumstances=()
    )

    assert items_of(IndicatorSet(about=about, indicators=(), sections=(section,))) == {
        "kept": Item(
            id="kept",
            kind="question",
            stage="safety",
            section=section,
            how="seen",
            say_first="I ask everybody this.",
            ask="Where?",
            ask_self="Where were you?",
            ask_next="And then?",
            ask_next_self="And after that?",
            listen="A place",
            why="To know",
            record="Kept in",
            declined_label="Wants to see it first",
            declined_label_self="I want to see it first",
            options=(
                ItemOption(id="work", label="At work", label_self="Where I work", shows=("locked",), raises=("hurt",)),
                ItemOption(id="none", label="None of these", alone=True),
            ),
            several=True,
            always=True,
        )
    }


@pytest.mark.parametrize(
    ("worded", "item"),
    [
        (
            CircumstanceWording(
                id="age",
                ask="How old?",
                record="Age",
                listen="A guess",
                why="A child first",
                labels={"child": "Under 18"},
            ),
            Item(
                id="age",
                kind="circumstance",
                stage="age",
                ask="How old?",
                ask_self="How old?",
                listen="A guess",
                why="A child first",
                record="Age",
                options=(ItemOption("child", "Under 18"), ItemOption("adult")),
                undecided="unsure",
            ),
        ),
        (
            CircumstanceWording(id="languages", record="Languages", labels={"en": "English"}),
            Item(
                id="languages",
                kind="circumstance",
                stage="circumstances",
                record="Languages",
                options=(ItemOption("en", "English"),),
                open_ended=True,
                several=True,
            ),
        ),
        (
            CircumstanceWording(id="police", record="Police"),
            Item(
                id="police",
                kind="wish",
                stage="wishes",
                record="Police",
                options=(ItemOption("yes"), ItemOption("no")),
                always=True,
            ),
        ),
    ],
    ids=["a circumstance", "with answers from elsewhere", "a wish"],
)
def test_a_circumstance_is_taken_over_as_the_set_words_it(worded: CircumstanceWording, item: Item) -> None:
    about = SetFile(id="s", version="1", title="S", sections=(), circumstances=(worded,))

    assert items_of(IndicatorSet(about=about, indicators=(), sections=())) == {item.id: item}


def test_labels_are_those_that_the_set_gives_and_otherwise_the_programs_own() -> None:
    items = _items()

    assert [(option.id, option.label) for option in items["age"].options] == [("child", "Under 18"), ("adult", None)]
    assert [(option.id, option.label) for option in items["well"].options] == [("yes", None), ("no", None)]
    assert [option.label_self for option in items["kept"].options] == [None, "Where I live", None]


@pytest.mark.parametrize(
    ("name", "answer", "taken"),
    [
        ("well", "yes", True),
        ("well", "unclear", True),
        ("well", "declined", True),
        ("well", "perhaps", False),
        ("well", ("yes",), False),
        ("kept", ("work", "home"), True),
        ("kept", ("none",), True),
        ("kept", ("none", "home"), False),
        ("kept", "declined", True),
        ("kept", "work", False),
        ("kept", (), False),
        ("kept", ("unclear",), False),
        ("age", "unsure", True),
        ("age", "unclear", False),
        ("languages", ("xx", "en"), True),
        ("languages", "unclear", True),
        ("languages", "en", False),
    ],
    ids=str,
)
def test_an_item_takes_its_options_doubt_and_not_wanting_to_say(name: str, answer: Answer, taken: bool) -> None:
    assert _items()[name].takes(answer) is taken


def test_whatever_a_set_does_not_ask_for_can_be_recorded_all_the_same_and_comes_last() -> None:
    about = SetFile(id="s", version="1", title="S", circumstances=_CIRCUMSTANCES, sections=())
    items = recordable(IndicatorSet(about=about, indicators=(), sections=()))
    names = list(items)

    assert names[:3] == ["age", "languages", "police"]
    assert names[3:] == [name for name in CIRCUMSTANCES if name not in {"age", "languages", "police"}]
    assert all(items[name].record == name for name in names[3:])
