"""Faults that nobody noticed once, when they were put in by hand: whether the tests notice each of them now.

`python -m tests.faults` puts one after another into a copy of the checkout, and runs the tests of its room there as they
run by default. Exit code 1 means that one went unnoticed. `mutmut` finds others (docs/mutation.md).
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "mutants", "build", "dist")
_FAILED = 1


@dataclass(frozen=True)
class Fault:
    """A change of the code after which it is wrong.

    Attributes:
        what: goes wrong with it.
        file: that is changed, below `src/screening`.
        text: what stands in it, once.
        instead: what stands there with the fault.
        tests: the files of tests that should notice it, below `tests`.
    """

    what: str
    file: str
    text: str
    instead: str
    tests: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The file, below a checkout."""
        return Path("src", "screening", self.file)


FAULTS = (
    Fault(
        "what counts for a child only is not told to wait for the age",
        "engine/explain.py",
        "only_of_a_child = assessment.child_undecided and",
        "only_of_a_child = assessment.child and",
        ("engine/test_explain.py",),
    ),
    Fault(
        "memory grows with the number of records",
        "engine/rules.py",
        "                    known.clear()\n",
        "                    pass\n",
        ("engine/test_rules.py",),
    ),
    Fault(
        "on the first page stands who tells the police, though the person wants no police",
        "result/first_calls.py",
        'return is_sure(first_to_try(match)) and not (advice.without_police and match.service.informs_police == "yes")',
        "return is_sure(first_to_try(match))",
        ("result/test_first_calls.py",),
    ),
    Fault(
        "a terminal that takes nothing more holds up the quick exit",
        "terminal/terminal_guard.py",
        "            signal.alarm(_SECONDS_TO_CLEAR)\n",
        "",
        ("terminal/test_terminal_guard.py",),
    ),
    Fault(
        "the duties towards a child are left out where the age is skipped",
        "commands/numbers_now.py",
        "duties_for(needs, child=is_perhaps_a_child(circumstances))",
        "duties_for(needs, child=is_perhaps_a_child(circumstances) is True)",
        ("commands/test_session.py",),
    ),
    Fault(
        "a key that was meant for the screen before ends a result",
        "terminal/pressing.py",
        '{ENTER, " ", "s", "j", "f", "n", END, QUIT}',
        '{ENTER, " ", "s", "j", "f", "n"}',
        ("terminal/test_pressing.py",),
    ),
    Fault(
        "it is said what to say nothing of to authorities, though nobody may be called",
        "show/numbers.py",
        'if circumstances.get("may_call") != "no" and any(',
        "if any(",
        ("show/test_numbers.py",),
    ),
    Fault(
        "one minute is told as several",
        "terminal/question.py",
        "if minutes > 1 else gettext(",
        "if minutes > 0 else gettext(",
        ("terminal/test_steps.py",),
    ),
    Fault(
        "a day in a week is told as if it were today's week",
        "show/hours.py",
        "if days < len(_DAY_NAME):",
        "if days <= len(_DAY_NAME):",
        ("show/test_hours.py",),
    ),
    Fault(
        "what an exchanged answer opens again does not come back",
        "practice/moved.py",
        "level_of({**sheet.record, name: put})",
        "level_of({**sheet.answers, name: put})",
        ("practice/test_moved.py",),
    ),
    Fault(
        "a reading of the whole room that the key has not comes last",
        "practice/moved.py",
        "seats + (reading == moved.keyed)",
        "seats",
        ("practice/test_moved.py",),
    ),
    Fault(
        "people of whom nothing was asked in common are said to agree",
        "practice/question_marks.py",
        "elif both:",
        "else:",
        ("practice/test_question_marks.py",),
    ),
)


def is_noticed(fault: Fault, checkout: Path) -> bool:
    """Put a fault into a checkout, see whether a test fails, and take it out again."""
    path = checkout / fault.path
    sound = path.read_text(encoding="utf-8")
    if sound.count(fault.text) != 1:
        raise ValueError(f"{fault.file} does not say once: {fault.text}")
    path.write_text(sound.replace(fault.text, fault.instead), encoding="utf-8")
    passes = _passes(fault.tests, checkout)
    path.write_text(sound, encoding="utf-8")
    return not passes


def _passes(tests: Iterable[str], checkout: Path) -> bool:
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", *(f"tests/{name}" for name in tests)],
        cwd=checkout,
        env={**environment, "PYTHONPATH": str(checkout / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in {0, _FAILED}:
        raise RuntimeError(f"the tests cannot be run:\n{run.stdout}{run.stderr}")
    return run.returncode == 0


def main() -> int:
    """Try all faults, and print which were noticed."""
    unnoticed = 0
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder, "checkout")
        shutil.copytree(CHECKOUT, checkout, ignore=_LEFT_OUT)
        if not _passes({name for fault in FAULTS for name in fault.tests}, checkout):
            raise RuntimeError("the tests fail though no fault was put in")
        for fault in FAULTS:
            noticed = is_noticed(fault, checkout)
            unnoticed += not noticed
            print(f"{'noticed  ' if noticed else 'UNNOTICED'} {fault.file}: {fault.what}", flush=True)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main())
