"""Plain data to conditions, with all mistakes at once (pure)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions import mistakes
from screening.sets.conditions.grammar import BARE, FORMULA, GATES, JUNCTIONS, LEVELS, PATHWAYS, Form, Use
from screening.sets.conditions.mistakes import GrammarMistake, Wrong
from screening.sets.conditions.types import (
    All,
    Gate,
    LevelCondition,
    LevelRule,
    OwnGrammar,
    PathwayCondition,
    Tree,
)
from screening.sets.data_path import DataPath

Leaf = TypeVar("Leaf")
# The known word that was probably meant by another, if there is one.
Guess = Callable[[str, Iterable[str]], str | None]


def read_gate(data: Any, guess: Guess) -> tuple[Gate, list[GrammarMistake]]:
    """Understand a gate.

    Args:
        data: plain data.
        guess: finds the key that was meant by a misspelt one, which is then read on as that.

    Returns:
        The gate and the mistakes in it. A mistaken part is left as one that always holds.
    """
    reader = _Reader(GATES, guess)
    return Gate(reader.tree(data, ())), reader.mistakes


def read_pathway_condition(data: Any, guess: Guess) -> tuple[PathwayCondition, list[GrammarMistake]]:
    """Understand when a pathway opens; as `read_gate`."""
    reader = _Reader(PATHWAYS, guess)
    return PathwayCondition(reader.tree(data, ())), reader.mistakes


def read_level_rule(data: Any, guess: Guess) -> tuple[LevelRule, list[GrammarMistake]]:
    """Understand a level's rule: a condition for every age, or `{adult: ..., child: ...}`; as `read_gate`."""
    reader = _Reader(LEVELS, guess)
    ages = ("adult", "child")
    if not isinstance(data, dict) or not set(ages) & set(data):
        return LevelRule(adult=LevelCondition(reader.tree(data, ())), child=None), reader.mistakes
    for key in data:
        if key not in ages:
            reader.complain((key,), mistakes.stray_age(key, ages), at_key=True)
    parts = {age: LevelCondition(reader.tree(data[age], (age,))) for age in ages if age in data}
    return LevelRule(adult=parts.get("adult"), child=parts.get("child")), reader.mistakes


READERS: Mapping[type[OwnGrammar], Callable[[Any, Guess], tuple[OwnGrammar, list[GrammarMistake]]]] = {
    Gate: read_gate,
    PathwayCondition: read_pathway_condition,
    LevelRule: read_level_rule,
}


class _Reader(Generic[Leaf]):
    """Reads the conditions of one use, and collects what is wrong with them."""

    def __init__(self, use: Use[Leaf], guess: Guess) -> None:
        self.mistakes: list[GrammarMistake] = []
        self._use = use
        self._guess = guess
        self._forms = {form.word: form for form in use.forms}

    def complain(self, path: DataPath, wrong: Wrong, *, at_key: bool = False) -> None:
        self.mistakes.append(GrammarMistake(path, *wrong, at_key))

    def tree(self, data: Any, path: DataPath) -> Tree[Leaf]:
        if isinstance(data, str) and data:
            return self._named(data, path)
        if not isinstance(data, dict):
            return self._nothing(path, mistakes.expected(self._use.words))
        words = [key for key in data if key in self._forms or key in JUNCTIONS or key in self._use.elsewhere]
        if not words:
            return self._wordless(data, path)
        word, *others = words
        if others:
            return self._nothing((*path, others[0]), mistakes.several_at_once(words), at_key=True)
        if word in self._use.elsewhere:
            return self._nothing(path, self._use.elsewhere[word])
        form = self._forms.get(word)
        data = self._without_strays(data, word, tuple(form.keys) if form is not None else (), path)
        return self._leaf(form, data, path) if form is not None else self._junction(word, data[word], path)

    def _named(self, name: str, path: DataPath) -> Tree[Leaf]:
        if not set(FORMULA).isdisjoint(name):
            return self._nothing(path, mistakes.a_formula(name, CIRCUMSTANCES, self._use.words))
        form = self._forms.get(BARE.word)
        if form is None:
            return self._nothing(path, self._use.elsewhere[BARE.word])
        return self._leaf(form, {form.word: name}, path)

    def _wordless(self, data: dict[str, Any], path: DataPath) -> Tree[Leaf]:
        if not data:
            return self._nothing(path, mistakes.empty(self._use.words))
        if "not" in data:
            return self._nothing((*path, "not"), mistakes.no_not(), at_key=True)
        word = next(iter(data))
        return self._nothing((*path, word), mistakes.not_a_condition(word, self._use.words), at_key=True)

    def _without_strays(
        self, data: dict[str, Any], word: str, known: tuple[str, ...], path: DataPath
    ) -> dict[str, Any]:
        """Complain of each key that does not belong; one that is nearly right is read on as the one that was meant."""
        for key in [key for key in data if key != word and key not in known]:
            near = self._guess(key, [each for each in known if each not in data])
            self.complain((*path, key), mistakes.stray(key, word, near), at_key=True)
            if near is not None:
                data = {**data, near: data[key]}
        return data

    def _junction(self, word: str, parts: Any, path: DataPath) -> Tree[Leaf]:
        path = (*path, word)
        if not isinstance(parts, list) or not parts:
            return self._nothing(path, mistakes.takes_conditions(word))
        return JUNCTIONS[word](tuple(self.tree(part, (*path, index)) for index, part in enumerate(parts)))

    def _leaf(self, form: Form[Leaf], data: dict[str, Any], path: DataPath) -> Tree[Leaf]:
        values: dict[str, Any] = {}
        sound = True
        for name, key in form.keys.items():
            value = data.get(name)
            if name not in data and not key.needed:
                continue
            wrong = key.takes.wrong(name, value)
            if wrong is None:
                # A rating that is written as a number is the text of it.
                values[key.attribute] = tuple(map(str, value)) if isinstance(value, list) else value
            else:
                self.complain((*path, name) if name in data else path, wrong)
                sound = sound and not key.needed
        optional = [name for name, key in form.keys.items() if not key.needed]
        if sound and form.counted and data.keys().isdisjoint(optional):
            return self._nothing(path, mistakes.needs_a_count(form.word, optional))
        return form.makes(**values) if sound else All(())

    def _nothing(self, path: DataPath, wrong: Wrong, *, at_key: bool = False) -> Tree[Leaf]:
        """Complain, and leave what always holds."""
        self.complain(path, wrong, at_key=at_key)
        return All(())
