"""The YAML files of a glossary to its themes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from screening.glossary.terms import ENGLISH, Term, Theme, folded
from screening.language.messages import Message, gettext, quoted
from screening.reading.bounds import Bounds
from screening.reading.files import read_part, real_path, yaml_files
from screening.reading.problem import DidYouMean, Problem, Problems, Unsound
from screening.reading.set_catalog import data_folder
from screening.reading.shape import File, shape
from screening.reading.type_kinds import UNREADABLE
from screening.reading.yaml_text import YamlText
from screening.sets.data_path import DataPath


class GlossaryFiles(Struct, frozen=True):
    """The files of a glossary with their positions, sound or not.

    Attributes:
        files: each a theme.
        problems: everything that keeps the glossary from being used.
    """

    files: tuple[File[Theme], ...]
    problems: Problems

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The whole glossary.

        Raises:
            Unsound: it has problems.
        """
        if self.problems:
            raise Unsound(self.problems)
        return tuple(file.value for file in self.files)


def read_glossary(paths: Iterable[Path]) -> GlossaryFiles:
    """Read the files of a glossary, each once. One that cannot be opened is a problem among the others."""
    once: dict[Path, Path] = {}
    for path in paths:
        once.setdefault(real_path(path), path)
    bounds = Bounds()
    return shape_glossary(read_part(path, bounds) for path in once.values())


def shape_glossary(texts: Iterable[YamlText]) -> GlossaryFiles:
    """As `read_glossary`, of files that are read already."""
    files: tuple[File[Theme], ...] = tuple(shape(text, Theme) for text in texts)
    problems = Problems()
    for file in files:
        problems.extend(file.problems)
        problems.extend(_in_file(file))
    problems.extend(_told_twice(files))
    return GlossaryFiles(files, problems)


def built_in_glossary() -> GlossaryFiles:
    """The glossary that comes with the program."""
    return read_glossary(yaml_files(data_folder("glossary")))


def is_glossary(text: YamlText) -> bool:
    """Whether a file is meant to be one of a glossary, whatever is wrong in it. No directory has these keys."""
    data = text.data
    return isinstance(data, dict) and not data.keys().isdisjoint(Theme.__struct_fields__)


def _in_file(file: File[Theme]) -> Iterator[Problem]:
    for index, term in enumerate(file.value.terms):
        at: DataPath = ("terms", index)
        if ENGLISH not in term.names and not file.is_tainted(at):
            yield file.problem(at, gettext("this term has no English name"), gettext("Add one: names: {en: [...]}."))
        for language, names in term.names.items():
            yield from _names(file, (*at, "names", language), names)
        if not file.is_tainted(at):
            yield from _seen(file, at, term)


def _names(file: File[Theme], path: DataPath, names: tuple[str, ...]) -> Iterator[Problem]:
    """Names that nobody could find, or that stand in one term twice."""
    if not names and not file.is_tainted(path):
        yield file.problem(path, gettext("there is no name here"), gettext("Write one, or leave the language out."))
    first: set[str] = set()
    for index, name in enumerate(names):
        if name == UNREADABLE or file.is_tainted((*path, index)):
            continue
        if not folded(name):
            message = gettext("{name} has no letters, so nobody can find it", name=quoted(name))
            yield file.problem((*path, index), message, gettext("Write a word."))
        elif folded(name) in first:
            yield _twice(
                file,
                (*path, index),
                gettext("the name {name} appears here a second time", name=quoted(name)),
                gettext("Keep one of them."),
            )
        first.add(folded(name))


def _seen(file: File[Theme], at: DataPath, term: Term) -> Iterator[Problem]:
    """Pages of what the term is not called, and names without any."""
    for language, names in term.seen.items():
        path: DataPath = (*at, "seen", language)
        if language not in term.names:
            message = gettext(
                "this term has no name in {language} that could have been seen", language=quoted(language)
            )
            yield file.problem(path, message, DidYouMean(language, term.names), at_key=True)
            continue
        for name, pages in names.items():
            # Where the term has no name at all, that alone is told.
            if term.names[language] and name not in term.names[language]:
                message = gettext("this term is not called {name}", name=quoted(name))
                yield file.problem((*path, name), message, DidYouMean(name, term.names[language]), at_key=True)
            elif not pages:
                hint = gettext("Name one, or leave the name out here: it is then your own judgement.")
                yield file.problem((*path, name), gettext("there is no page here"), hint)


def _told_twice(files: Iterable[File[Theme]]) -> Iterator[Problem]:
    """English names that two terms have. One word has to be translated one way, in all files together.

    In another language two terms may well have one name.
    """
    first: dict[str, tuple[Term, str]] = {}
    for file in files:
        for index, term in enumerate(file.value.terms):
            for number, name in enumerate(term.names.get(ENGLISH, ())):
                path: DataPath = ("terms", index, "names", ENGLISH, number)
                here = file.text.position.find(path)
                known, where = first.setdefault(folded(name), (term, f"{here.file}:{here.line}"))
                if known is not term and folded(name):
                    message = gettext("there is already a term {name}, in {where}", name=quoted(name), where=where)
                    yield _twice(file, path, message, gettext("Merge the two."))


def _twice(file: File[Theme], path: DataPath, message: Message, hint: Message) -> Problem:
    return replace(file.problem(path, message, hint), code="duplicate-id")
