"""What was found on the telephone, written into an agency's own file: one call more, and nothing else of it changed."""

import json
import re
from datetime import date
from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace

from screening.language.messages import Message, gettext
from screening.reading.directories import OwnFile, shape_services
from screening.reading.files import read_bytes, real_path
from screening.reading.plain_words import plain_value
from screening.reading.yaml_text import read_yaml
from screening.referral.calls import Call
from screening.referral.own_services import OwnServices
from screening.writing.files import replace_file

_KEY = re.compile(r"^calls:", re.MULTILINE)
_NONE_YET = re.compile(r"^calls: *\[ *\]", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_PLAIN = re.compile(r"[a-z][a-z0-9_-]*")


class Unwritable(Exception):
    """The call cannot be written into this file without changing what stands there; nothing was written.

    Attributes:
        message: what is in the way, and how to mend it.
    """

    def __init__(self, message: Message) -> None:
        """Args: message: what is in the way, and how to mend it."""
        self.message = message
        super().__init__(message.text)


def new_own_file(place: str, agency: str, today: date) -> str:
    """The text of an agency's own file with nothing in it but whose it is.

    Args:
        place: the place.
        agency: its name, as it is shown.
        today: the day.
    """
    said = json.dumps(agency, ensure_ascii=False)
    about = "# Our own services. What every key means: docs/whom-to-call.md."
    return f'{about}\nadds_to: {place}\nagency: {said}\nas_of: "{today}"\n'


def write_call(path: Path, call: Call) -> None:
    """Put a call into an agency's own file, instead of an older one of the same number.

    The file is read again before each call: what somebody wrote into it meanwhile stays.

    Args:
        path: the file. What a link leads to is written, and not the link.
        call: what was found.

    Raises:
        Unwritable: the list of calls is written in a way that cannot be added to.
        Unsound: the file cannot be read, or has problems.
        OSError: it cannot be written.
    """
    path = real_path(path)
    text = read_bytes(path).decode("utf-8")
    replace_file(path, with_call(text, call, str(path)))


def with_call(text: str, call: Call, file: str) -> str:
    """The text of an agency's own file with a call in it. Everything else stays as it is, comments too.

    Args:
        text: of the file.
        call: what was found.
        file: what the file is called.

    Raises:
        Unwritable: as `write_call`.
        Unsound: the file has problems.
    """
    own = _read(text, file)
    region = own.own.adds_to.upper()
    before = [index for index, each in enumerate(own.own.calls) if each.about(region) == call.about(region)]
    wanted = replace(own.own, calls=(*(each for index, each in enumerate(own.own.calls) if index not in before), call))
    changed = _added(_without(text, own, before), call)
    if _as_read(changed, file) != wanted:
        raise Unwritable(
            gettext(
                "the list 'calls' in {file} cannot be added to. Write it with one call a line, each beginning with a "
                "hyphen.",
                file=file,
            )
        )
    return changed


def _read(text: str, file: str) -> OwnFile:
    read = shape_services(read_yaml(text.encode(), file))
    if not isinstance(read, OwnFile):
        raise Unwritable(gettext("{file} is a whole directory. Calls are written into your own services.", file=file))
    # What is wrong with it is told before anything is written.
    _ = read.own
    return read


def _as_read(text: str, file: str) -> OwnServices | None:
    """What a text says; None where it cannot be used."""
    read = shape_services(read_yaml(text.encode(), file))
    return read.file.value if isinstance(read, OwnFile) and not read.problems else None


def _without(text: str, own: OwnFile, indexes: list[int]) -> str:
    """The text without some of the calls. Comments and blank lines between them stay."""
    lines = _LINE.findall(text)
    begins = [own.file.text.position.find(("calls", index)).line - 1 for index in range(len(own.own.calls))]
    for index in reversed(indexes):
        end = begins[index + 1] if index + 1 < len(begins) else _end(lines, begins[index])
        kept = [line for line in lines[begins[index] + 1 : end] if not line.strip() or line.lstrip().startswith("#")]
        lines[begins[index] : end] = kept
    return "".join(lines)


def _end(lines: list[str], begin: int) -> int:
    """Where the last call of the list ends."""
    for number in range(begin + 1, len(lines)):
        if lines[number].strip() and not lines[number][0].isspace():
            return number
    return len(lines)


def _added(text: str, call: Call) -> str:
    """The text with a call at the end of its list."""
    newline = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith("\n"):
        text += newline
    text = _NONE_YET.sub("calls:", text, count=1)
    found = _KEY.search(text)
    if found is None:
        begun = ["", "# Written by 'screening services confirm'.", "calls:", f"  {_line(call)}", ""]
        return text + newline.join(begun)
    lines = _LINE.findall(text)
    key = text.count("\n", 0, found.start())
    last, indent = key, "  "
    for number in range(key + 1, len(lines)):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace() and not line.startswith("-"):
            break
        last = number
        if line.lstrip().startswith("- "):
            indent = line[: len(line) - len(line.lstrip())]
    lines.insert(last + 1, f"{indent}{_line(call)}{newline}")
    return "".join(lines)


def _line(call: Call) -> str:
    said: dict[str, str] = to_builtins(call)
    parts = [f"{name}: {_value(value)}" for name, value in said.items()]
    return f"- {{{', '.join(parts)}}}"


def _value(value: str) -> str:
    """As YAML 1.2 has it: a plain word, or what JSON writes."""
    is_plain = _PLAIN.fullmatch(value) is not None and isinstance(plain_value(value), str)
    return value if is_plain else json.dumps(value, ensure_ascii=False)
