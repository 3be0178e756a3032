"""Everything that the program says is a message, and a translator is given every one of them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.language.write_template import KEYWORDS, SOURCE, extracted, template
from tests.support.languages import TEMPLATE

# Modules with texts that are no words to anybody, each with the reason.
NOT_FOR_PEOPLE: dict[str, str] = {
    "__init__.py": "names of modules and types, for programmers",
    "show/looks.py": "words for a terminal, which rich and prompt_toolkit read",
    "show/line_breaks.py": "kinds of characters, as Unicode calls them",
    "show/svg.py": "markup of pictures; what stands in them is handed in",
    "language/names.py": "languages by their own names",
    "reading/schemas.py": "names of types in a JSON Schema",
    "writing/calls.py": "comments in a file, in the language of its keys",
    "sets/htcds.py": "codes of a standard, the same in every language",
    "sets/text_notes.py": "comments for translators, who read them beside the English text",
    "referral/directory_notes.py": "comments for translators, who read them beside the English text",
    "writing/translations.py": "the head of a file for translators, and its comments",
}
# What is typed in full instead of one key, and is the same in every language, as keys are.
_TYPED = {"hand over", "go on"}
_NAMES = re.compile(r"\{(\w+)\}")
_WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}|^[A-Z][a-z]+[.!?:]?$")
# Words that nobody reads: of opening hours, of Unicode, of rich, an id of a strength, what no card may say, and what is
# looked for in a message of typer.
_READ_BY_NOBODY = {
    "Got unexpected extra argument",
    "Mo",
    "Tu",
    "We",
    "Th",
    "Fr",
    "Sa",
    "Su",
    # Days in English; other languages have them in Unicode's data.
    "Mon",
    "Tue",
    "Wed",
    "Thu",
    "Fri",
    "Sat",
    "Sun",
    "PH off",
    "Zs",
    "bold underline",
    "noinherit fg:ansiblack bg:ansibrightcyan",
    "reverse bold",
    # Measured, where nobody says it.
    "Unclear",
    "Does not want to say",
    "not counted",
    "safe house",
}
# Where these are raised, the program is wrong, and nobody but those who fix it read the text.
_OF_PROGRAMMERS = {"AssertionError", "NotImplementedError", "TypeError", "ValueError", "KeyError", "NotPossible"}


@cache
def parsed(path: Path) -> ast.Module:
    """A module of the program; several tests look at all of them."""
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_template_for_translators_has_every_message() -> None:
    """`python -m tests.language.write_template` writes it."""
    assert TEMPLATE.read_text(encoding="utf-8") == template()


@pytest.mark.slow
def test_every_message_names_the_arguments_that_it_is_given() -> None:
    wrong = [
        f"{path.name}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(parsed(path))
        if isinstance(call, ast.Call) and _name(call) in KEYWORDS and not _names_its_arguments(call)
    ]

    assert wrong == []


def test_every_plural_has_a_singular_with_the_same_names() -> None:
    for each in extracted():
        if isinstance(each.id, tuple):
            singular, plural = each.id
            assert set(_NAMES.findall(singular)) | {"count"} == set(_NAMES.findall(plural)) | {"count"}, each


@pytest.mark.slow
def test_what_a_message_names_is_quoted_in_one_way() -> None:
    """By `quoted`, so that it can be done in another way for all."""
    wrong = [
        f"{path.name}:{call.lineno}"
        for path in SOURCE.rglob("*.py")
        for call in ast.walk(parsed(path))
        if isinstance(call, ast.Call) and _name(call) in KEYWORDS and any(map(_quotes_itself, call.keywords))
    ]

    assert wrong == []


def _quotes_itself(argument: ast.keyword) -> bool:
    return any(
        (isinstance(each, ast.Call) and _name(each) == "repr")
        or (isinstance(each, ast.FormattedValue) and each.conversion == ord("r"))
        for each in ast.walk(argument.value)
    )


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _names_its_arguments(call: ast.Call) -> bool:
    """Whether the texts are written out, so that they can be found, and name what they are given and nothing else."""
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return False
    kind = _name(call)
    texts = call.args[1:] if kind in {"pgettext", "npgettext"} else call.args
    texts = texts[:2] if kind in {"ngettext", "npgettext"} else texts[:1]
    if kind in {"ngettext", "npgettext"}:
        given.add("count")
    named: set[str] = set()
    for text in texts:
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            return False
        named |= set(_NAMES.findall(text.value))
    return named - {"count"} == given - {"count"}


def _texts_for_people(path: Path) -> Iterator[tuple[int, str]]:
    """What looks like words for people and stands in no message."""
    tree = parsed(path)
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            inside.add(node.returns)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            inside.add(node.body[0])
        elif isinstance(node, ast.Call) and (
            _name(node) in {*KEYWORDS, "TypeVar", "ParamSpec"} or ast.unparse(node.func) == "re.compile"
        ):
            inside |= set(node.args)
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            inside.add(node.annotation)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            inside.add(node.value)
        elif isinstance(node, ast.Dict):
            # What is looked up by is not said.
            inside |= {key for key in node.keys if key is not None}
        elif isinstance(node, ast.Compare):
            # What is compared with is not said.
            inside |= {each for each in node.comparators if isinstance(each, ast.Constant)}
        elif isinstance(node, ast.Raise | ast.Assert) and _is_of_programmers(node):
            inside.add(node)
    skipped = {below for each in inside for below in ast.walk(each)}
    for node in (each for each in ast.walk(tree) if isinstance(each, ast.Constant)):
        text = node.value if node not in skipped else None
        # A command line is typed as it stands, whatever the language.
        if isinstance(text, str) and (text in _READ_BY_NOBODY | _TYPED or text.startswith("screening ")):
            continue
        if isinstance(text, str) and _WORDS.search(text):
            yield node.lineno, text


def _is_of_programmers(node: ast.Raise | ast.Assert) -> bool:
    if isinstance(node, ast.Assert):
        return True
    return isinstance(node.exc, ast.Call) and _name(node.exc) in _OF_PROGRAMMERS


MODULES = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}


def test_no_text_for_people_is_anything_but_a_message() -> None:
    found = {name: list(_texts_for_people(MODULES[name])) for name in sorted(MODULES.keys() - NOT_FOR_PEOPLE.keys())}

    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize("name", NOT_FOR_PEOPLE)
def test_a_module_is_left_out_only_where_it_has_such_texts(name: str) -> None:
    assert list(_texts_for_people(MODULES[name])) != []
