"""A table as KoboToolbox exports it, and the same records as JSON Lines: invented, and as many as wanted.

`python -m tests.support.kobo 10000 > export.csv` writes one to look at.
"""

import csv
import json
import sys
from collections.abc import Iterator
from io import StringIO
from random import Random
from typing import Any

from screening.reading.sets import find_set
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question

BEFORE = ("start", "end", "today", "deviceid")
BEHIND = (
    "__version__",
    "meta/instanceID",
    "_id",
    "_uuid",
    "_submission_time",
    "_validation_status",
    "_notes",
    "_index",
)
ASKED = ("age", "under_18_when_it_began", "situation", "place", "languages")


def records(indicator_set: IndicatorSet, number: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Records as `score` takes them as JSON Lines: each answer of every kind now and then."""
    choose = Random(seed)
    questions = [question for _, _, question in indicator_set.questions()]
    for index in range(number):
        told = choose.choice([0.05, 0.3, 0.75])
        answers = {question.id: _answer(question, choose) for question in questions if choose.random() < told}
        circumstances: dict[str, Any] = {
            "age": choose.choice(["adult", "adult", "child", "unsure"]),
            "situation": choose.sample(CIRCUMSTANCES["situation"].values, choose.choice([1, 1, 2])),
            "place": choose.choice(["hk", "gb"]),
            "languages": choose.sample(["tl", "en", "zh-Hant"], 2),
        }
        if choose.random() < 0.8:
            circumstances["under_18_when_it_began"] = choose.choice(["yes", "no", "no", "unclear"])
        yield {"id": f"{index + 1}", "circumstances": circumstances, "answers": answers}


def lines(indicator_set: IndicatorSet, number: int, seed: int = 0) -> Iterator[bytes]:
    """The same as lines of JSON."""
    for record in records(indicator_set, number, seed):
        yield json.dumps(record).encode() + b"\n"


def _answer(question: Question, choose: Random) -> Any:
    chance = choose.random()
    if chance < 0.1:
        return "declined" if chance < 0.05 else "unclear"
    if not question.several:
        return choose.choice(question.choices).id
    alone = [option.id for option in question.choices if option.alone]
    if alone and chance < 0.3:
        return [choose.choice(alone)]
    together = [option.id for option in question.choices if not option.alone]
    ticks = [option for option in together if choose.random() < 0.3] or together[:1]
    return [*ticks, "declined"] if chance > 0.9 else ticks


def export(indicator_set: IndicatorSet, written: Iterator[dict[str, Any]]) -> str:
    """The records as a table: groups, a tick list in one column and in one for each option, and what the server adds."""
    columns = list(_columns(indicator_set))
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([*BEFORE, *(name for name, _, _ in columns), *BEHIND])
    for record in written:
        said = {**record["answers"], **record["circumstances"]}
        cells = [_cell(said.get(item), option) for _, item, option in columns]
        behind = [
            "vF3",
            f"uuid:{record['id']}",
            record["id"],
            f"uuid:{record['id']}",
            "2026-11-28T03:00:00",
            "",
            "",
            "",
        ]
        writer.writerow(["2026-11-28T02:00:00", "2026-11-28T02:40:00", "2026-11-28", "a b", *cells, *behind])
    return text.getvalue()


def _columns(indicator_set: IndicatorSet) -> Iterator[tuple[str, str, str | None]]:
    """The name of each column, its item, and the option that it is about."""
    for name in ASKED:
        yield f"begin/{name}", name, None
    for _, section, question in indicator_set.questions():
        yield f"{section.id}/{question.id}", question.id, None
        if question.several:
            for option in (*question.choices,):
                yield f"{section.id}/{question.id}/{option.id}", question.id, option.id
            for rest in ("unclear", "declined"):
                yield f"{section.id}/{question.id}/{rest}", question.id, rest


def _cell(answer: Any, option: str | None) -> str:
    ticks = [answer] if isinstance(answer, str) else answer
    if ticks is None:
        return ""
    return " ".join(ticks) if option is None else str(int(option in ticks))


if __name__ == "__main__":
    palermo = find_set("palermo")
    made = list(records(palermo, int(sys.argv[1])))
    print(export(palermo, iter(made)), end="")
    print(*map(json.dumps, made[:1]), sep="\n", file=sys.stderr)
