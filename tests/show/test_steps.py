"""What to do, in order and each thing once."""

from typing import Any

from screening.result.evaluate import Result
from screening.sets.answers import Answer
from screening.show.steps import Block, block_lines, blocks, left_over, shortened
from tests.show.test_report import of, shown
from tests.support.building import asked, indicator, small_set

WISHED = "What the person wants"


def advised(*pathways: dict[str, Any], flags: tuple[dict[str, Any], ...] = (), **recorded: Answer) -> Result:
    """The result of a set with such guidance, always open, and flags that one answer raises."""
    made = small_set(
        [asked("one", shows=["i"], raises=[flag["id"] for flag in flags])],
        [indicator("i", "forced_work")],
        guidance=list(pathways),
        flags=list(flags),
    )
    return of(made, **{"one": "yes" if flags else "no", **recorded})


def told(case: Result) -> list[str]:
    lines = shown(block_lines(blocks(case)))
    # The wishes stand in the middle, and are looked at elsewhere.
    at = lines.index(f"group: {WISHED}")
    return [*lines[:at], *lines[at + 2 :]]


def test_what_is_urgent_comes_before_the_wishes_and_everything_else_after_them() -> None:
    case = advised(
        {"id": "later", "title": "Later", "do": ["Wait."]},
        flags=({"id": "now", "title": "Now", "do": ["Go."], "do_not": ["Do not stay.", "Do not run."]},),
    )
    lines = shown(block_lines(blocks(case)))

    assert lines[:3] == ["group: Now", "do: Go.", "avoid: Do not stay. Do not run."]
    assert lines[3] == f"group: {WISHED}"
    assert lines[5:] == ["group: Later", "do: Wait."]


def test_the_same_is_said_once_where_it_comes_first_also_as_the_beginning_of_a_longer_sentence() -> None:
    case = advised(
        {
            "id": "a",
            "title": "A",
            "do": ["Call.", "Wait here, and sing."],
            "do_not": ["Do not ring the boss, or the cook."],
        },
        {"id": "b", "title": "B", "do": ["Wait.", "Wait here.", "Call."], "do_not": ["Do not ring the boss."]},
        {"id": "c", "title": "C", "do": ["Call."], "do_not": ["Do not ring the boss."]},
    )

    assert told(case) == [
        "group: A",
        "do: Call.",
        "do: Wait here, and sing.",
        "avoid: Do not ring the boss, or the cook.",
        "group: B",
        # It may mean more than what goes on without a comma.
        "do: Wait.",
    ]


def test_each_way_to_say_less_keeps_the_first_of_everything_and_what_is_left_out_is_left_over() -> None:
    urgent = Block("Now", ("1", "2", "3"), ("4",), urgent=True)
    other = Block("Later", ("5", "6", "7"), ("8", "9", "10"))
    whole = (urgent, other)
    ways = list(shortened(whole))

    assert ways[0] == whole
    for way in ways:
        assert [block.do[0] for block in way] == ["1", "5"]
        rest = left_over(whole, way)
        said = [str(text) for block in (*way, *rest) for text in (*block.do, *block.do_not)]
        assert sorted(said, key=int) == [str(number) for number in range(1, 11)]
    # What is urgent stays whole for longer.
    assert next(way for way in ways if way[1] != other)[0] == urgent
    assert [block.title for block in ways[-1]] == [None, None]


def test_what_has_no_title_is_a_list() -> None:
    assert shown(block_lines([Block(None, ("Go.",)), Block(None, ("Wait.",), ("Do not run.",))])) == [
        "do: Go.",
        "do: Wait.",
        "avoid: Do not run.",
    ]
