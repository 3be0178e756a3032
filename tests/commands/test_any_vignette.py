"""Whatever an author answers, changes and takes back: what is written passes its own test, or fails as they wanted."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from screening.commands import new_vignette
from screening.commands.new_vignette import NewVignette
from screening.commands.vignettes import OwnCases
from screening.commands.vignettes import test_vignettes as played
from screening.language.catalog import ENGLISH
from screening.language.messages import Text
from screening.terminal.author_prompts import Mistake, Offered
from tests.support.thorough import THOROUGH

SEEDS = range(40 if THOROUGH else 4)


class AtRandom:
    """Answers at random, comes to an end, and never types ahead."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.wearier = 0.0

    def choose(self, question: Text, offered: Sequence[Offered]) -> str:
        """One of what is offered; at the end of it all sooner or later what ends it."""
        del question
        ids = [each.id for each in offered]
        self.wearier += 0.0005
        if "yes" in ids and "change" in ids and self.random.random() < 0.3 + self.wearier:
            return self.random.choice([each for each in ids if each in {"yes", "keep"}])
        # To leave everything open is no answer that has to be tried twice.
        return self.random.choice(
            [each for each in ids if each not in {"end", "section"} or self.random.random() < 0.02]
        )

    def mark(self, question: Text, labels: Mapping[str, Text], alone: Iterable[str]) -> tuple[str, ...]:
        """Some that may stand together."""
        del question
        together = [name for name in labels if name not in set(alone)]
        ticks = set(self.random.sample(together, self.random.randint(1, len(together))))
        return tuple(name for name in labels if name in ticks)

    def typed(self, question: Text, mistake: Mistake, suggested: str = "") -> str:
        """What is suggested, or a title."""
        del question
        given = suggested or "Any case"
        assert mistake(given) is None
        return given

    def long_text(self, question: Text, mistake: Mistake) -> str:
        """Any text."""
        del question, mistake
        return "Somebody tells something."


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("set_name", ["palermo", "child", "self-check", "first-contact"])
def test_whatever_is_answered_is_written_and_comes_to_its_key(
    set_name: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(new_vignette, "author_prompts", lambda *_, **__: AtRandom(seed))

    assert new_vignette.new_vignette(NewVignette("any-case", tmp_path, set_name), ENGLISH) == 0
    capsys.readouterr()
    code = played([], ENGLISH, (), OwnCases(tmp_path, set_name))

    kept = "# The author of this case expects" in (tmp_path / "any-case.yaml").read_text(encoding="utf-8")
    assert code == (1 if kept else 0), capsys.readouterr().out
    differences = re.findall(r"^    .*$", capsys.readouterr().out, re.MULTILINE)
    assert all(each.startswith("    level: ") for each in differences)
