"""`screening new vignette`: leads an author from a story to its key, and writes one file."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from screening.commands.clock import now, this_moment
from screening.commands.exit_codes import DONE, QUICK_EXIT, BadInput
from screening.commands.new import for_a_shell, must_be_a_file_name, must_be_there
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.commands.vignette_answers import Answers
from screening.commands.vignette_key import Key, agreed_key
from screening.commands.vignette_texts import as_id, no_story, no_teaches, no_title, read_story
from screening.interview.machine import Interview
from screening.interview.state import State
from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext, quoted
from screening.lint.story import not_for_a_story
from screening.reading.files import is_there, yaml_files
from screening.reading.own_vignettes import vignette_problems, with_vignettes
from screening.reading.places import Directories
from screening.reading.problem import Unsound, sentences
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_files
from screening.reading.yaml_text import read_yaml
from screening.referral.looked_at import ServicesLookedAt
from screening.result.evaluate import Result, evaluate
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.record import Record
from screening.sets.vignette import Expect, Vignette
from screening.show.characters import in_one_line
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.author_prompts import Offered, Prompts, author_prompts
from screening.terminal.outlet import put
from screening.terminal.session_context import SessionContext, place_names
from screening.writing.files import Taken, write_file
from screening.writing.vignettes import vignette_text

_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
_ENDINGS: Final = (".yaml", ".yml")
_INVENTED: Final = (
    Line("text", gettext("You write an invented case: its story, what the person answers, and what that comes to.")),
    Line(
        "text",
        gettext(
            "Invent all of it. Somebody may recognise a real case, even under another name. No story needs a name, a "
            "number or an address. Nothing is written before the end."
        ),
    ),
)
_STORY_ANEW: Final = (
    Offered("a", "again", gettext("Write the story again")),
    Offered("k", "keep", gettext("Keep it as it is; 'screening check' will say the same")),
)


class NewVignette(Struct, frozen=True):
    """What is given on the command line.

    Attributes:
        path: the file, or the id of the vignette, which its file is then named after; it is asked where there is none.
        folder: where the file is made.
        set_name: the set that it is written for; it is asked where there is none.
        story: a file with the story; it is asked where there is none.
        line_by_line: asked without lists to choose from.
    """

    path: str | None
    folder: Path
    set_name: str | None = None
    story: Path | None = None
    line_by_line: bool = False


def new_vignette(given: NewVignette, language: Catalog, folders: Sequence[Path] = ()) -> int:
    """Lead an author through a vignette, and write it into a new file at the end.

    Args:
        given: what is known already.
        language: what the program says is said in it.
        folders: where sets are found besides the built-in ones.

    Raises:
        BadInput: there is no such folder, the name cannot be one or is taken, the story cannot be one, or the input
            ended before the end.
        Unsound: there is no such set, or it has problems; the story cannot be read.
    """
    must_be_there(given.folder)
    path = _path_of(given.path, given.folder) if given.path is not None else None
    story = read_story(given.story) if given.story is not None else None
    catalog = open_catalog(folders)
    prompts = author_prompts(language, line_by_line=given.line_by_line)
    try:
        return _Author(given, language, catalog, prompts).lead(path, story)
    except KeyboardInterrupt:
        put(f"{language.render(gettext('Nothing was written.'))}\n")
        return QUICK_EXIT
    except EOFError:
        message = gettext("the input ended before the case was whole, and nothing was written. Begin again.")
        raise BadInput(message) from None


def _path_of(name: str, folder: Path) -> Path:
    """Where a vignette is written, by the name that was given.

    Raises:
        BadInput: no file can be called so on every system, there is no such folder, or there is something already.
    """
    path = folder / (name if name.endswith(_ENDINGS) else f"{name}.yaml")
    must_be_a_file_name(path.stem)
    must_be_there(path.parent)
    if is_there(path):
        raise BadInput(_taken(path))
    return path


def _taken(path: Path) -> Message:
    return gettext("{path} already exists, and nothing was written. Choose another name or --in.", path=str(path))


class _Author:
    """Somebody who writes a vignette."""

    def __init__(self, given: NewVignette, language: Catalog, catalog: SetCatalog, prompts: Prompts) -> None:
        self._given = given
        self._language = language
        self._catalog = catalog
        self._prompts = prompts

    def lead(self, path: Path | None, story: str | None) -> int:
        """Ask for everything, and write it.

        Args:
            path: where it is written; asked where it is not given.
            story: what is told; asked where it is not given.
        """
        self._show(_INVENTED)
        set_name = self._given.set_name or self._set_name()
        files = find_files(set_name, self._catalog)
        indicator_set = files.set
        taken = {vignette.id for vignette in indicator_set.vignettes}
        if path is not None:
            self._must_be_free(path, taken, files)
        title = self._prompts.typed(gettext("What is the case called?"), no_title)
        path = path or self._path(title, taken, files)
        story = self._story(story)
        directories, moment = Directories(), this_moment()
        interview = Interview(indicator_set, ServicesLookedAt(directories))
        context = SessionContext(directories=directories, places=place_names(directories), minutes=lambda: 0, now=now)

        def evaluated(state: State) -> Result:
            record = Record(interview.in_force(state))
            return evaluate(indicator_set, record, directories, moment, interview.assessor)

        answers = Answers(interview, context, self._prompts, self._show, story)
        self._show([Line("heading", gettext("What the person says"))])
        self._show([Line("text", gettext("Answer only what the story tells. Leave everything else open."))])
        state, key = agreed_key(answers.all(State()), answers, evaluated, self._prompts, self._show)
        teaches = self._prompts.long_text(gettext("What does the case teach?"), no_teaches)
        vignette = _vignette(path.stem, title, story, interview.in_force(state), key.expect, teaches)
        self._write(path, vignette, key, files)
        built_in = set_name in self._catalog.built_in
        self._say_what_is_next(path, set_name if built_in else for_a_shell(files.folder), key)
        return DONE

    def _set_name(self) -> str:
        """The set that it is for: the full one is offered first."""
        full = set_with_role("full", self._catalog)
        found = usable_sets(self._catalog, teller(self._language), vignettes=False)
        titles = {name: indicator_set.about.title for name, indicator_set in found}
        names = sorted(titles, key=lambda name: name != full)
        # Translators: {id} is that of a set.
        labels = [gettext("{id}: {title}", id=name, title=titles[name]) for name in names]
        offered = [Offered(key, *each) for key, each in zip(_KEYS, zip(names, labels, strict=True), strict=False)]
        return self._prompts.choose(gettext("For which set is it?"), offered)

    def _must_be_free(self, path: Path, taken: set[str], files: SetFiles) -> None:
        wrong = self._not_free(path, taken, files)
        if wrong is not None:
            raise BadInput(wrong)

    def _not_free(self, path: Path, taken: set[str], files: SetFiles) -> Message | None:
        """Why a vignette cannot have the name of this file; None where it can."""
        if is_there(path):
            return _taken(path)
        beside: set[str] = set()
        if yaml_files(path.parent) and not is_there(path.parent / "set.yaml"):
            beside = {file.value.id for file in with_vignettes(files, path.parent).vignettes}
        if path.stem not in taken | beside:
            return None
        return gettext("there is already a vignette {name}. Choose another name.", name=quoted(path.stem))

    def _path(self, title: str, taken: set[str], files: SetFiles) -> Path:
        def mistake(given: str) -> Text | None:
            try:
                return self._not_free(_path_of(given, self._given.folder), taken, files)
            except BadInput as wrong:
                return wrong.message

        named = self._prompts.typed(gettext("Under which id? Its file is named after it."), mistake, as_id(title))
        return _path_of(named, self._given.folder)

    def _story(self, story: str | None) -> str:
        while True:
            if story is None:
                story = self._prompts.long_text(gettext("Type or paste the story."), no_story)
            found = [*not_for_a_story(story)]
            if not found:
                return story
            for message, hint in found:
                self._show([Line("item", sentences(message, hint))])
            if self._prompts.choose(gettext("What shall be done with the story?"), _STORY_ANEW) == "keep":
                return story
            story = None

    def _write(self, path: Path, vignette: Vignette, key: Key, files: SetFiles) -> None:
        text = vignette_text(vignette, self._language.render(key.note) if key.note is not None else None)
        problems = vignette_problems(read_yaml(text.encode(), str(path)), files)
        if problems:
            raise Unsound(problems)
        try:
            write_file(path, text)
        except Taken:
            raise BadInput(_taken(path)) from None

    def _say_what_is_next(self, path: Path, set_: str, key: Key) -> None:
        self._put(gettext("Written to {path}.", path=in_one_line(str(path))))
        if key.expected is not None:
            self._put(
                gettext(
                    "It fails in 'screening test', as you wanted. Show it to the people who write the set, or report "
                    "it where the program is from."
                )
            )
        self._put(gettext("Next:"))
        case = f"--vignettes {for_a_shell(path.parent)} --set {set_}"
        for command, purpose in (
            (f"test {case}", gettext("plays it against its key, with whatever else lies there")),
            # Translators: what the command `screening check` does with a vignette.
            (f"check {case}", gettext("finds what is wrong in it, with the line")),
            # Translators: what the command `screening practise` does with a vignette.
            (f"practise {path.stem} {case}", gettext("lets somebody screen it who does not know the key")),
        ):
            put(f"  screening {in_one_line(command)}    {self._language.render(purpose)}\n")

    def _show(self, lines: Iterable[Line]) -> None:
        print_lines(lines, sys.stdout, self._language)

    def _put(self, message: Message) -> None:
        put(f"{self._language.render(message)}\n")


def _vignette(name: str, title: str, story: str, recorded: dict[str, Any], expect: Expect, teaches: str) -> Vignette:
    return Vignette(
        id=name,
        title=title,
        story=story,
        circumstances={each: answer for each, answer in recorded.items() if each in CIRCUMSTANCES},
        answers={each: answer for each, answer in recorded.items() if each not in CIRCUMSTANCES},
        expect=expect,
        teaches=teaches,
    )
