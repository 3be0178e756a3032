"""Running the whole program within the process of the tests: quick, and with all that it writes."""

import contextvars
import functools
import io
import sys

import pytest
import typer.main

from screening import cli
from tests.support.program import Finished

# Making the commands of what is written about them takes longer than most of them take.
_commands = functools.cache(typer.main.get_command)


def run_inside(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, given: str = "", variables: dict[str, str] | None = None
) -> Finished:
    """Run the program from its start to its exit code, with this on stdin."""
    out, err = io.BytesIO(), io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", ["screening", *arguments])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode("utf-8", "surrogateescape"))))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err, line_buffering=True))
        patch.setattr(typer.main, "get_command", _commands)
        # It would hold for the tests that follow.
        patch.setattr("screening.terminal.frontends.forbid_core_dumps", lambda: None)
        for name, value in (variables or {}).items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            # In a context of its own, for the language of one run is not that of the next.
            contextvars.Context().run(cli.main)
        sys.stderr.flush()
        assert isinstance(ended.value.code, int)
        return Finished(ended.value.code, out.getvalue().decode(errors="surrogateescape"), err.getvalue().decode())
