"""The first command of anybody, at a real terminal: it waits at each screen, and is left at once."""

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.terminal import KEYS
from tests.support.walks import NOT_QUIET, Walker

in_both_faces = pytest.mark.parametrize("plain", [False, True], ids=["full", "plain"])


def begun(*, plain: bool, **environment: str) -> Walker:
    """Somebody who started it, and looks at the second screen."""
    terminal = KeptTerminal("demo", *(["--plain"] if plain else []), before=NOT_QUIET, environment=environment)
    walker = Walker(terminal, plain=plain)
    walker.at("What follows is what a screener would see")
    walker.give(" ", "")
    walker.at("Mark: The place where this talk takes place")
    return walker


@in_both_faces
@pytest.mark.parametrize("key", ["e", "q"])
def test_a_key_ends_it(plain: bool, key: str) -> None:
    walker = begun(plain=plain)
    assert "Typed here: 1" in walker.terminal.text()
    walker.give(" ", "")
    walker.at("For you, before you begin")
    walker.give(key, key)

    assert walker.terminal.end() == 0


@in_both_faces
def test_ctrl_c_ends_it_at_once(plain: bool) -> None:
    walker = begun(plain=plain)
    walker.terminal.send(KEYS["ctrl-c"])

    assert walker.terminal.end() == 130
    assert walker.terminal.raw.endswith(CLEARED)


def test_no_colour_is_shown_where_none_is_wanted() -> None:
    walker = begun(plain=False, NO_COLOR="1")

    assert "Typed here: 1" in walker.terminal.text()
    assert b"\x1b[36m" not in walker.terminal.raw
    walker.give("e", "e")
    assert walker.terminal.end() == 0
