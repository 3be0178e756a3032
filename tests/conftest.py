"""What holds for every test."""

import compileall
import functools
import gc
import os
from pathlib import Path

import pytest
from hypothesis import Phase, settings

import screening
from screening.commands.command_line import speak
from tests.support.built_in import read_once, wrap_once
from tests.support.thorough import FAULTS, QUICK, SOME, THOROUGH

# The same examples at every run where a build depends on it; new ones at every developer's run.
settings.register_profile("ci", derandomize=True, database=None)
# Where a fault is put in, it is enough that an example fails: the smallest one is not looked for.
settings.register_profile(FAULTS, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
# A property that does not say how many examples it needs has a part of them, too, while somebody waits.
settings.register_profile(SOME, max_examples=5, deadline=None)
settings.register_profile(QUICK, max_examples=2, deadline=None)
settings.load_profile("ci" if THOROUGH else SOME)

read_once()
wrap_once()
# While tests are collected nearly nothing is thrown away, and to look for it again and again takes a fifth of the time.
gc.disable()

# What starts programs or opens terminals, or takes long for another reason; the marker is in `pyproject.toml`.
_NOT_QUICK = (
    "commands",
    "docs",
    "e2e",
    "fuzz",
    "privacy",
    "referrals",
    "test_dependencies.py",
    "test_hooks.py",
    "test_startup.py",
)
_HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Few examples where only the quick tests are wanted. The program is compiled before it is started."""
    if _only_quick(config):
        settings.load_profile(QUICK)
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(Path(screening.__file__).parent, quiet=2)


def pytest_runtest_teardown() -> None:
    """A language that a command was given inside this process ends with its test."""
    speak(None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """More processes than cores: what is tried at a terminal waits for most of its time. In CI programs really start."""
    cores = os.cpu_count() or 1
    return None if _only_quick(config) else (3 * cores // 2 if THOROUGH else 2 * cores)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import what is not quick, where only the quick tests are wanted."""
    return True if _only_quick(config) and not _is_quick(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of a room is quick that is not marked as slow."""
    for item in items:
        if _is_quick(item.path) and item.get_closest_marker("slow") is None:
            item.add_marker(pytest.mark.quick)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: it need not be looked through any more."""
    gc.freeze()
    gc.enable()


def _only_quick(config: pytest.Config) -> bool:
    return str(config.option.markexpr).strip() == "quick"


@functools.cache
def _is_quick(path: Path) -> bool:
    below = path.relative_to(_HERE).parts if path.is_relative_to(_HERE) else ()
    return not below or below[0] not in _NOT_QUICK
