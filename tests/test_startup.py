"""`--help` and `--version` start without anything that costs."""

import subprocess
import sys

import pytest

LATE = ("questionary", "prompt_toolkit", "rich", "yaml", "jinja2", "msgspec", "importlib.metadata")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_nothing_heavy_is_imported(option: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "from screening.cli import main; main()", option],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    imported = {line.rsplit("|", 1)[-1].strip() for line in finished.stderr.splitlines() if "|" in line}

    assert "typer" in imported
    for module in LATE:
        assert not any(name == module or name.startswith(f"{module}.") for name in imported), module
