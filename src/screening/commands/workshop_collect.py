"""`screening workshop collect`: the practice codes of a room, each read before it is kept; a wrong one never is."""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, QUICK_EXIT, BadInput
from screening.commands.new import for_a_shell
from screening.commands.workshop_cases import CaseOptions, CodeRead, only_cases, read_code
from screening.commands.workshop_typed import Typist
from screening.interview.answer_code import CodedSet, CodeMistake
from screening.language.messages import Message, Text, gettext, ngettext, quoted
from screening.reading.code_lines import CodeLines, code_lines, read_code_lines
from screening.reading.files import is_there
from screening.reading.problem import MOST_TOLD, sentences
from screening.show.characters import in_one_line
from screening.terminal.line_prompt import open_line_prompt
from screening.terminal.outlet import put, tell
from screening.writing.files import Taken, replace_file
from screening.writing.results import write_result

STDIN = Path("-")
# The seats of codes that came without one.
_OURS = re.compile("x[0-9]+")


class CollectOptions(Struct, frozen=True):
    """What is collected, and where it goes.

    Attributes:
        cases: which cases the codes may be of.
        only: the names of those alone that they may be of; all where none is named.
        save: the new file that it goes into; stdout where none is named.
    """

    cases: CaseOptions
    only: Sequence[str] = ()
    save: Path | None = None


def collect(files: Sequence[Path], options: CollectOptions, *, line_by_line: bool = False) -> int:
    """Collect practice codes: lines `seat case code`, of those that can be read.

    Args:
        files: where they stand; where none is named, they are typed at a terminal, or read from stdin.
        options: what is collected.
        line_by_line: at a terminal, without an editor for the line.

    Returns:
        1 where some could not be read: each was told.

    Raises:
        BadInput: there is no such case; there is something at the path where it is to be saved.
        Unsound: a file cannot be opened; there is no such set, or it has problems.
    """
    if options.save is not None:
        must_be_free(options.save)
    sets = [CodedSet(each) for each in only_cases(options.only, options.cases.sets()).values()]
    if not files and sys.stdin.isatty():
        return _collect_typed(sets, options, line_by_line=line_by_line)
    kept, wrong = CollectedCodes(), 0
    for lines in read_files(files or [STDIN]):
        wrong += kept.take(lines, sets, options.cases)
    if not wrong and not kept.codes:
        raise BadInput(gettext("there is no code here. Write one a line, with the seat before it."))
    _give_out(kept.codes, options)
    return PROBLEMS_FOUND if wrong else DONE


def read_files(files: Sequence[Path]) -> Iterator[CodeLines]:
    """The lines of files, of which one may be stdin.

    Raises:
        Unsound: a file cannot be opened.
    """
    for path in files:
        yield code_lines(sys.stdin.buffer, "stdin") if path == STDIN else read_code_lines(path)


class CollectedCodes:
    """The codes of a room, one of each seat for each case."""

    def __init__(self) -> None:
        """Begin without any."""
        self._by_seat: dict[tuple[str, str, str], CodeRead] = {}

    @property
    def codes(self) -> Sequence[CodeRead]:
        """All of them, in the order in which they came."""
        return tuple(self._by_seat.values())

    def has(self, read: CodeRead) -> bool:
        """Whether this seat has a code for this case already."""
        return _key(read) in self._by_seat

    def put(self, read: CodeRead) -> None:
        """Keep a code, in the place of an earlier one of this seat for this case."""
        self._by_seat[_key(read)] = read

    def take(self, lines: CodeLines, sets: Collection[CodedSet], cases: CaseOptions) -> int:
        """Keep what can be read of a file, and tell each line that cannot.

        Returns:
            How many lines these are.
        """
        wrong: list[tuple[int, Text]] = [(each.line, sentences(each.message, each.hint)) for each in lines.problems]
        for number, line in lines.lines:
            try:
                read = self.named(read_code(line, sets))
            except CodeMistake as mistake:
                wrong.append((number, told_of(line.seat, mistake.message)))
                continue
            if self.has(read):
                wrong.append((number, second_code(read)))
            else:
                self.put(read)
        tell_lines(lines.file, wrong, cases)
        return len(wrong)

    def named(self, read: CodeRead) -> CodeRead:
        """A code with a seat: one that nobody has, where it came without.

        Two helpers who collect at the same time give the same ones, and mean two people by them.
        """
        before = self._by_seat.get(_key(read))
        is_ours = read.seat is not None and _OURS.fullmatch(read.seat) is not None
        if read.seat is not None and not (is_ours and before is not None and before.code != read.code):
            return read
        taken = {seat for seat, _, _ in self._by_seat}
        number = next(number for number in range(1, len(taken) + 2) if f"x{number}" not in taken)
        return CodeRead(f"x{number}", read.indicator_set, read.case, read.answers, read.code)


def tell_lines(file: str, wrong: Sequence[tuple[int, Text]], cases: CaseOptions) -> None:
    """Tell what is wrong in a file, each with its line, in their order."""
    for number, text in sorted(wrong, key=lambda each: each[0])[:MOST_TOLD]:
        tell(f"{file}:{number}: {cases.language.render(text)}")
    if len(wrong) > MOST_TOLD:
        more = len(wrong) - MOST_TOLD
        tell(cases.language.render(ngettext("and {count} more problem", "and {count} more problems", more)))


def told_of(seat: str | None, message: Message) -> Message:
    """What is wrong with a code, with whose it is where that is known."""
    # Translators: {seat} is the label of a seat in a workshop, {problem} what is wrong with its code.
    return message if seat is None else gettext("Seat {seat}: {problem}", seat=seat, problem=message)


def second_code(read: CodeRead) -> Message:
    """That a seat has a code for a case already."""
    return gettext(
        "Seat {seat} has a code for {case} already, and that one counts. Leave one of the two out.",
        seat=str(read.seat),
        case=quoted(read.case.id),
    )


def line_of(read: CodeRead) -> str:
    """A code as it is written down: seat, case and code."""
    return f"{read.seat} {read.case.id} {read.code}\n"


def _key(read: CodeRead) -> tuple[str, str, str]:
    return str(read.seat), read.indicator_set.about.id, read.case.id


def must_be_free(path: Path) -> None:
    """Refuse a path at which nothing can be written.

    Raises:
        BadInput: there is something already, or no such folder.
    """
    if is_there(path):
        raise _taken(path)
    if not path.parent.is_dir():
        raise BadInput(gettext("there is no folder {folder}. Check the path.", folder=quoted(str(path.parent))))


def _taken(path: Path) -> BadInput:
    return BadInput(
        gettext("{path} already exists, and nothing is ever overwritten. Choose another name.", path=str(path))
    )


def _give_out(codes: Sequence[CodeRead], options: CollectOptions) -> None:
    text = "".join(map(line_of, codes))
    if options.save is None:
        put(text)
    elif codes:
        write_new(options.save, text)
        for line in _saved(options.save, len(codes)):
            put(f"{in_one_line(options.cases.language.render(line))}\n")


def write_new(path: Path, text: str) -> None:
    """Write a new file, for its owner alone to read.

    Raises:
        BadInput: there is something at the path.
        OSError: it cannot be written.
    """
    try:
        write_result(path, text)
    except Taken:
        raise _taken(path) from None


class _Keeping(Struct):
    """Where typed codes go as they come: a power cut must not cost a room its afternoon."""

    options: CollectOptions
    kept: CollectedCodes
    begun: bool = False

    def keep(self, read: CodeRead) -> None:
        self.kept.put(read)
        path = self.options.save
        if path is None:
            return
        text = "".join(map(line_of, self.kept.codes))
        if self.begun:
            replace_file(path, text)
            return
        write_new(path, text)
        self.begun = True


def _collect_typed(sets: Collection[CodedSet], options: CollectOptions, *, line_by_line: bool) -> int:
    kept = CollectedCodes()
    keeping = _Keeping(options, kept)
    with open_line_prompt(options.cases.language, line_by_line=line_by_line) as prompt:
        typist = Typist(prompt, sets, kept, keeping.keep)
        try:
            typist.work()
            code = PROBLEMS_FOUND if typist.left else DONE
        except KeyboardInterrupt:
            code = QUICK_EXIT
        except (BadInput, OSError):
            # What was read is not lost with the file.
            _put(kept)
            raise
        if options.save is None:
            _put(kept)
        _say_what_was_kept(typist, options.save, len(kept.codes))
    return code


def _put(kept: CollectedCodes) -> None:
    put("".join(map(line_of, kept.codes)))


def _say_what_was_kept(typist: Typist, save: Path | None, count: int) -> None:
    typist.say_what_was_left()
    if save is not None and count:
        typist.prompt.say(*_saved(save, count))
    elif not count:
        typist.prompt.say(gettext("No code was kept."))


def _saved(path: Path, count: int) -> tuple[Message, Message]:
    return (
        ngettext("{count} code is in {path}.", "{count} codes are in {path}.", count, path=str(path)),
        gettext("Next: screening workshop report {path}", path=for_a_shell(path)),
    )
