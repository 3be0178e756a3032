"""Measures everything, writes the table of docs/performance.md, and adds a line to its history.

`python -m tests.bench.write_performance` takes several minutes, on a machine that does nothing else. With the names of
benches, such as `budgets hours`, only those are measured: their rows are written anew, the others stay. A figure over its
budget is told, and is no error: whether the machine was busy, only a person knows.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from tests.bench.figures import Figure

BENCHES = ("budgets", "terminal", "large_sets", "hours", "matching", "hostile_files", "room_report")
BEGIN, END = "<!-- the table that tests/bench/write_performance.py writes -->\n", "<!-- its end -->\n"
HEAD = "| what | measured | budget | on | at commit |\n|---|---|---|---|---|\n"
_CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = _CHECKOUT / "docs" / "performance.md"
HISTORY = _CHECKOUT / "docs" / "performance-history.jsonl"


def rows_of(page: str) -> dict[str, str]:
    """The rows of the table on a page, by what they are about."""
    table = page.partition(BEGIN)[2].partition(END)[0].removeprefix(HEAD)
    return {row.split(" | ")[0].removeprefix("| "): row for row in table.splitlines()}


def row(figure: Figure, day: str, commit: str) -> str:
    """A figure as a row."""
    budget = f"{figure.budget:g}" if figure.budget is not None else ""
    return f"| {figure.what} | {figure.measured} | {budget} | {day} | {commit} |"


def with_rows(page: str, rows: Mapping[str, str]) -> str:
    """A page with these rows in its table."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page has no place for the table")
    return "".join([before, BEGIN, HEAD, *(f"{each}\n" for each in rows.values()), END, after])


def history_line(figures: Sequence[Figure], day: str, commit: str) -> str:
    """A run as a line of the history."""
    measured = {figure.what: round(figure.value, 3) for figure in figures}
    return json.dumps({"date": day, "commit": commit, "figures": measured}) + "\n"


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    return subprocess.run(command, cwd=_CHECKOUT, capture_output=True, text=True, check=True).stdout.strip()


def main(wanted: Sequence[str]) -> int:
    """Measure, and write."""
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        print(f"There is no bench {unknown[0]!r}. There are: {', '.join(BENCHES)}.", file=sys.stderr)
        return 2
    day, commit = datetime.now(UTC).date().isoformat(), _commit()
    figures: list[Figure] = []
    for name in BENCHES:
        if name in wanted or not wanted:
            for figure in import_module(f"tests.bench.{name}").figures():
                print(figure, flush=True)
                figures.append(figure)
    page = PAGE.read_text(encoding="utf-8")
    # Where everything is measured, nothing stays that is measured no more.
    before = rows_of(page) if wanted else {}
    rows = {**before, **{figure.what: row(figure, day, commit) for figure in figures}}
    PAGE.write_text(with_rows(page, rows), encoding="utf-8")
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(history_line(figures, day, commit))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
