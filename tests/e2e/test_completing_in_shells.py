"""Completion in shells as people have them: what the README says is typed, and then a Tab."""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.terminal import Terminal
from tests.support.thorough import one_in

if sys.platform == "win32":
    pytest.skip("the shells are those of POSIX systems", allow_module_level=True)

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
# How each is started without anybody's settings, and what has to be loaded before in it.
SHELLS: Mapping[str, tuple[list[str], list[str]]] = {
    "bash": (["bash", "--norc", "--noprofile"], []),
    "zsh": (["zsh", "-f"], ["autoload -U compinit && compinit -u"]),
    "fish": (["fish", "--no-config"], []),
}
SCRIPT = """#!{python}
import sys
from screening.__main__ import main
if __name__ == "__main__":
    sys.exit(main())
"""


def line_of_the_readme(shell: str) -> str:
    """What the README has somebody give this shell."""
    (line,) = [each for each in README.split("`") if f"--show-completion {shell}" in each]
    return line


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Terminal:
    """A shell that was told to complete the program, which is in its path."""
    name: str = request.param
    if shutil.which(name) is None:
        reason = f"{name} is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    program = tmp_path / "bin" / "screening"
    program.parent.mkdir()
    program.write_text(SCRIPT.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    command, before = SHELLS[name]
    terminal = Terminal(command=command, columns=100, environment={"PATH": path, "HOME": str(home)})
    for line in (*before, line_of_the_readme(name), "echo rea''dy"):
        terminal.send(f"{line}\r")
    terminal.until("ready\n")
    return terminal


@pytest.mark.parametrize(
    ("typed", "comes"),
    one_in(
        4,
        [
            ("screening services list --need police-", "police-complaint"),
            ("screening run --plai", "screening run --plain"),
            ("screening run first", "screening run first-contact"),
            ("screening glos", "screening glossary"),
        ],
    ),
)
def test_a_tab_completes(typed: str, comes: str, shell: Terminal) -> None:
    shell.send(f"{typed}\t")

    assert shell.soon(lambda: comes in shell.text().rpartition("ready")[2])
    shell.kill()
