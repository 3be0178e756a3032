"""What the tests of the desk share: `screening services`, which succeeds."""

import os

from tests.support.program import Finished, program


def services(*options: str, environment: dict[str, str] | None = None) -> Finished:
    """What the command prints, which has to succeed."""
    finished = program("services", *options, environment={**os.environ, **(environment or {})})
    assert finished.code == 0, finished.err
    return finished
