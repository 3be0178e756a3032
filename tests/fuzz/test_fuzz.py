"""A short run of the fuzzer, and that it sees what it looks for."""

import _thread
import json
import os
import random
import re
import stat
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.fuzz import watching
from tests.fuzz.bases import CHECKOUT, bases
from tests.fuzz.changed_files import ODDITIES
from tests.fuzz.given import Broken, Fed, Given, Printed, faults
from tests.fuzz.report import failures_text, table
from tests.fuzz.run import WORKER, Tally, run, tasks
from tests.fuzz.shrinking import shrunk
from tests.fuzz.targets import TARGETS, make, shares
from tests.fuzz.watching import Failure, Seen, observe, observe_number
from tests.fuzz.workplace import Workplace, run_command
from tests.support.thorough import THOROUGH, one_in

# The same inputs at every run where a build depends on it; new ones at every developer's run.
SEED = 0 if THOROUGH else random.randrange(2**32)
SHARES = shares(6_000 if THOROUGH else 60, TARGETS)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return Workplace(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_is_given_is_taken_or_refused_with_words(target: str, workplace: Workplace) -> None:
    failed: dict[str, str] = {}
    for number in range(SHARES[target]):
        for failure in observe_number(target, SEED, number, workplace).failures:
            again = f"python -m tests.fuzz --only {target} --seed {SEED} --at {number}"
            failed.setdefault(failure.kind, again)

    assert not failed, "\n".join(f"{kind}: {again}" for kind, again in failed.items())


@pytest.mark.parametrize("target", one_in(3, list(TARGETS)))
def test_an_input_is_made_again_from_its_target_seed_and_number(
    target: str, workplace: Workplace, tmp_path: Path
) -> None:
    other = Workplace(tmp_path)

    assert [make(target, 7, n, workplace) for n in range(5)] == [make(target, 7, n, other) for n in range(5)]
    assert len({repr(make(target, seed, n, workplace)) for n in range(5) for seed in (7, 8)}) > 1


@pytest.mark.parametrize("target", one_in(3, sorted(set(TARGETS) - {"command", "resume"})))
def test_some_of_what_is_given_is_sound_and_some_is_not(target: str, workplace: Workplace) -> None:
    seen: set[bool] = set()
    for number in range(40):
        seen.add(observe_number(target, 0, number, workplace).sound)
        if len(seen) > 1:
            return

    pytest.fail(f"of forty, all are {'sound' if True in seen else 'unsound'}")


# --- what is seen ----------------------------------------------------------------------------------------------------


def _raises(_: Given, __: Workplace) -> Fed:
    raise LookupError("no such thing")


def _breaks(_: Given, __: Workplace) -> Fed:
    raise Broken("something")


def _never_ends(_: Given, __: Workplace) -> Fed:
    while True:
        pass


def _waits(_: Given, __: Workplace) -> Fed:
    time.sleep(60)
    return Fed()


def _catches_everything(given: Given, workplace: Workplace) -> Fed:
    try:
        return _never_ends(given, workplace)
    except Exception:
        return Fed(told=True)


@pytest.mark.parametrize(
    ("feed", "kind", "column"),
    [
        (_raises, "LookupError at test_fuzz.py", "uncaught"),
        (_breaks, "something", "broken"),
        (_never_ends, "over 5 s in test_fuzz.py in _never_ends", "over 5 s"),
        (_catches_everything, "over 5 s in test_fuzz.py in _never_ends", "over 5 s"),
        (_waits, "waits for ever in test_fuzz.py in _waits", "over 5 s"),
    ],
)
def test_what_does_not_hold_is_a_failure(
    feed: Any, kind: str, column: str, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SECONDS", 0.2)
    monkeypatch.setattr(watching, "WAITS", 2.0)

    (failure,) = observe(feed, Given(), workplace).failures

    assert failure.kind.startswith(kind)
    assert failure.column == column


def test_what_the_program_raises_is_told_with_its_place_in_the_program(workplace: Workplace) -> None:
    def feed(_: Given, __: Workplace) -> Fed:
        from screening.reading.records import RecordReader

        RecordReader(None)  # type: ignore[arg-type]
        return Fed()

    (failure,) = observe(feed, Given(), workplace).failures

    assert failure.kind.startswith("TypeError at reading/records.py:")


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\r",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\xad",
        "\u200b",
        "\u202e",
        "\u2066",
        "\ufeff",
        "\u2028",
        "\u2029",
    ],
    ids=ascii,
)
def test_a_character_that_acts_or_hides_is_seen_wherever_it_is_printed(character: str) -> None:
    for printed_as in ("text", "json"):
        content = f'{{"a": "{character}"}}\n'.encode()
        assert [*faults(Fed(printed=(Printed("there", content, printed_as),)))]


def test_new_lines_scripts_and_what_joins_letters_are_no_fault() -> None:
    text = "ein\tText\n香港 ห้องพัก م\u200cخ क\u094d\u200dष 👨\u200d👩\u200d👧\n"

    assert not [*faults(Fed(printed=(Printed("there", text.encode()),)))]


@pytest.mark.parametrize("content", [b"", b"{", b"NaN", b"[1, Infinity]", b'"\xff"', b"{} {}"])
def test_what_has_to_be_json_and_is_none_is_seen(content: bytes) -> None:
    assert [*faults(Fed(printed=(Printed("there", content, "json"),)))] == ["there: no JSON"]
    assert not [*faults(Fed(printed=(Printed("there", b'{"a": [1, null]}', "json"),)))]
    assert [*faults(Fed(printed=(Printed("there", b"{}\n" + content + b"\nx", "json lines"),)))]


# --- where it stands -------------------------------------------------------------------------------------------------


def _content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("oddity", sorted(set(ODDITIES)))
def test_what_was_changed_is_as_it_was_afterwards(oddity: str, workplace: Workplace) -> None:
    before = _content(workplace.folder("our-set"))
    given = Given("our-set", {"set.yaml": oddity, "sections/life.yaml": b"x", "new/one.yaml": b"y"})  # type: ignore[dict-item]

    with workplace.holding(given) as folder:
        changed = folder / "set.yaml"
        there = {
            "missing": not os.path.lexists(changed),
            "folder": changed.is_dir(),
            "pipe": os.path.lexists(changed) and stat.S_ISFIFO(changed.lstat().st_mode),
        }.get(oddity, changed.is_symlink())
        assert there
        assert (folder / "sections" / "life.yaml").read_bytes() == b"x"

    assert _content(workplace.folder("our-set")) == before == dict(bases()["our-set"].files)


def test_nothing_is_put_outside_the_folder_of_what_is_given(workplace: Workplace) -> None:
    names = {name for number in range(2_000) for name in make("set", 5, number, workplace).files}

    assert len(names) > 50
    assert not [name for name in names if {"", ".", ".."} & {*name.split("/")} or name.startswith("/")]


def test_a_command_is_run_as_its_user_runs_it(workplace: Workplace) -> None:
    before = (sys.stdin, sys.stdout, sys.stderr, Path.cwd(), dict(os.environ))

    ran = run_command(["score", "any-yes"], b"{}\n", {"SCREENING_PATH": str(workplace.root / "set")}, workplace.here)
    unknown = run_command(["x"], b"", {}, workplace.here)
    helped = run_command(["--help"], b"", {}, workplace.here)

    assert ran.code == 1
    assert json.loads(ran.out)["error"]
    assert (unknown.code, unknown.out) == (2, b"")
    assert (helped.code, helped.err) == (0, b"")
    assert (sys.stdin, sys.stdout, sys.stderr, Path.cwd(), dict(os.environ)) == before


def test_new_writes_only_below_the_folder_in_which_it_is_run(workplace: Workplace) -> None:
    writes = [one for one in (make("command", 3, n, workplace) for n in range(3_000)) if "new" in one.arguments]

    assert len(writes) > 20
    for one in writes:
        folders = {each for index, each in enumerate(one.arguments) if one.arguments[index - 1] == "--indicators"}
        assert not [each for each in one.arguments if ("/" in each or ".." in each) and each not in folders]


def test_the_weights_are_those_of_the_documentation() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", (CHECKOUT / "docs" / "performance.md").read_text(), re.MULTILINE)

    assert {name: int(weight) for name, weight in rows} == {name: each.weight for name, each in TARGETS.items()}
    assert sum(each.weight for each in TARGETS.values()) == 1_000


# --- whole runs ------------------------------------------------------------------------------------------------------


def test_every_input_is_in_one_task() -> None:
    wanted = {"set": 1_001, "code": 3}

    numbers = [(task.target, number) for task in tasks(wanted, 5) for number in range(task.start, task.stop)]

    assert sorted(numbers) == [*(("code", n) for n in range(3)), *(("set", n) for n in range(1_001))]
    assert sum(shares(200_000, TARGETS).values()) == pytest.approx(200_000, abs=len(TARGETS))


# What a process does before its first input takes much longer than a few inputs.
_AT_ONCE = """
import sys
from pathlib import Path
from tests.fuzz import worker
worker._warm_up = lambda _: None
worker.main(Path(sys.argv[1]))
"""


def test_processes_take_all_inputs() -> None:
    taken: list[int] = []
    worker = WORKER if THOROUGH else (sys.executable, "-c", _AT_ONCE)

    tally = run(tasks({"record": 4, "glossary": 2}, 0), 1, taken.append, worker)

    assert {name: count.inputs for name, count in tally.targets.items()} == {"record": 4, "glossary": 2}
    assert taken == [1, 2, 3, 4, 5, 6]


# A process that says of each input that it was sound, without a look at it.
_SAYS_YES = """
import os, sys, time, msgspec
from tests.fuzz.run import Word
from tests.fuzz.watching import Seen
from tests.fuzz.worker import Task
for line in sys.stdin.buffer:
    task = msgspec.json.decode(line, type=Task)
    for number in range(task.start, task.stop):
        os.write(1, msgspec.json.encode(Word(number)) + b"\\n")
        {before}
        os.write(1, msgspec.json.encode(Word(number, Seen(True, False, (), 1.0, 0), 0)) + b"\\n")
"""
_DIES = _SAYS_YES.format(
    before="if number == 3: print('Timeout, and where it was', file=sys.stderr, flush=True), os._exit(7)"
)
_TAKES_LONG = _SAYS_YES.format(before="time.sleep(0.002)")


def test_a_process_that_dies_is_a_failure_of_the_input_that_it_had_and_the_rest_goes_on() -> None:
    tally = run(tasks({"code": 6}, 0), 1, lambda _: None, (sys.executable, "-c", _DIES))

    assert tally.targets["code"].inputs == 6
    assert tally.targets["code"].sound == 5
    ((kind, failed),) = tally.kinds.items()
    assert (kind, failed.example.number) == ("the process ended (7) in code", 3)
    assert "where it was" in failed.example.told


def test_a_run_that_is_interrupted_tells_what_it_saw_until_then() -> None:
    def progress(taken: int) -> None:
        # Once more where it came to nothing: in the moment in which something is destroyed, nobody is interrupted.
        if taken % 500 == 2:
            _thread.interrupt_main()

    tally = run(tasks({"code": 20_000}, 0), 1, progress, (sys.executable, "-c", _TAKES_LONG))

    assert 2 <= tally.inputs < 20_000


def test_a_fault_of_the_fuzzer_itself_ends_the_run() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        run(tasks({"code": 6}, 0), 1, lambda _: None, (sys.executable, "-c", "1 / 0"))


def test_a_report_counts_and_says_how_to_see_each_kind_of_failure_again() -> None:
    tally = Tally()
    tally.add("code", 4, Seen(True, False, (), 10, 0), 1_048_576)
    for number in (8, 9):
        tally.add("code", number, Seen(False, True, (Failure("it breaks", "broken", "more\nof it"),), 1_500, 0), 0)

    head, row = table(tally).splitlines()
    counted = dict(
        zip((each.strip() for each in head.split("|")), (each.strip() for each in row.split("|")), strict=True)
    )

    assert counted == {
        "target": "code",
        "inputs": "3",
        "sound": "1",
        "told": "2",
        "uncaught": "0",
        "broken": "2",
        "over 5 s": "0",
        "over 200 MB": "0",
        "raw or no JSON": "0",
        "mean ms": "1003.3",
        "slowest ms": "1,500",
        "peak MB": "1",
    }
    told = failures_text(tally, 5)
    assert "it breaks: 2 inputs" in told
    assert "python -m tests.fuzz --only code --seed 5 --at 8" in told
    assert failures_text(Tally(), 5) == "Everything held."


def test_a_failing_input_is_made_smaller_as_long_as_it_fails_alike(workplace: Workplace) -> None:
    def feed(given: Given, _: Workplace) -> Fed:
        content = given.files.get("set.yaml", b"")
        if b"needle" in content and "--x" in given.arguments:
            raise Broken("found")
        return Fed()

    hay = b"\n".join([b"hay"] * 50)
    given = Given(
        "our-set", {"set.yaml": hay + b"a needle b\n" + hay, "other": b"x"}, ("--y", "--x", "z"), typed=b"abc"
    )

    small = shrunk(feed, given, "found", workplace)

    assert small == msgspec.structs.replace(given, files={"set.yaml": b"needle"}, arguments=("--x",), typed=b"")
