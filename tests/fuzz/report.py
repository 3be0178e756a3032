"""What came of a run, in words."""

from collections.abc import Iterator

from tests.fuzz.run import Tally

_COLUMNS = ("uncaught", "broken", "over 5 s", "over 200 MB", "raw or no JSON")


def table(tally: Tally) -> str:
    """A row for each target.

    Mean and slowest: milliseconds of the processor's time. Peak: by how many MB an input raised the peak of its process's
    memory above what it was after the first reading.
    """
    heads = ["target", "inputs", "sound", "told", *_COLUMNS, "mean ms", "slowest ms", "peak MB"]
    rows = [heads]
    for name, count in tally.targets.items():
        numbers = [count.inputs, count.sound, count.told, *(count.columns.get(each, 0) for each in _COLUMNS)]
        rows.append(
            [
                name,
                *(f"{number:,}" for number in numbers),
                f"{count.milliseconds / count.inputs:.1f}",
                f"{count.slowest:,.0f}",
                f"{count.peak / 1024**2:,.0f}",
            ]
        )
    widths = [max(len(row[index]) for row in rows) for index in range(len(heads))]
    return "\n".join(
        " | ".join(
            cell.rjust(width) if index else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def failures_text(tally: Tally, seed: int) -> str:
    """Each kind of failure once, with how to see it again."""
    return "\n".join(_failures(tally, seed)) or "Everything held."


def _failures(tally: Tally, seed: int) -> Iterator[str]:
    for name, kind in sorted(tally.kinds.items(), key=lambda each: -each[1].times):
        example = kind.example
        yield f"\n{name}: {kind.times:,} {'input' if kind.times == 1 else 'inputs'}"
        yield f"    python -m tests.fuzz --only {example.target} --seed {seed} --at {example.number}"
        yield from (f"    | {line}" for line in example.told.splitlines()[-6:])
