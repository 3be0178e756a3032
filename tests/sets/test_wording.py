"""The table of what was changed in the words says how the texts read now, and how they read before."""

import re
import subprocess

import pytest

from screening.reading.sets import find_set
from screening.sets.texts import texts
from tests.sets.method_page import METHOD
from tests.sets.wording import PART, Wording, new_text, table, wordings

pytestmark = pytest.mark.slow

BEFORE = "c917647"


def test_the_document_says_how_the_texts_read_now() -> None:
    page = METHOD.read_text(encoding="utf-8")

    assert page == PART.written(page, table())


def test_every_text_that_is_listed_was_changed() -> None:
    assert [each for each in wordings() if each.old == new_text(each, texts(find_set(each.set_id)))] == []


def test_a_text_of_a_list_is_known_by_its_words() -> None:
    told = {"set.card.0": "Find a place.", "set.card.1": "Say who you are.", "set.agreement": "May I?"}

    assert new_text(Wording(set_id="small", why="", now=("set.card | who you", "set.agreement")), told) == (
        "Say who you are. / May I?"
    )
    for words in ("nothing like it", "."):
        with pytest.raises(AssertionError, match="texts have these words"):
            new_text(Wording(set_id="small", why="", now=(f"set.card | {words}",)), told)


def test_every_old_text_stood_in_the_files() -> None:
    before = {name: _files_of(name) for name in {each.set_id for each in wordings()}}
    if not all(before.values()):
        pytest.skip("the history of the files is not here")

    parts = [(each.set_id, part) for each in wordings() for part in each.old.split(" / ") if part]
    assert [part for name, part in parts if _plain(part) not in before[name]] == []


def _files_of(name: str) -> str:
    """What the files of a set held before, as plain words; nothing where git does not know."""
    listed = _git("ls-tree", "-r", "--name-only", BEFORE, f"indicators/{name}").split()
    return _plain(" ".join(_git("show", f"{BEFORE}:{file}") for file in listed if "/vignettes/" not in file))


def _git(*command: str) -> str:
    done = subprocess.run(["git", *command], cwd=METHOD.parent.parent, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\\\"']", "", text).split())
