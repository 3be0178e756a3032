"""What is said to the person: the texts on which the rules of speech look."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from screening.language.messages import Message
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.data_path import DataPath

_ASKED = ("ask", "ask_self", "ask_next", "ask_next_self")


class SpokenText(NamedTuple):
    """A text with its position; `name` is what it belongs to, as a finding names it."""

    file: File[Any]
    path: DataPath
    name: str
    text: str

    def problem(self, message: Message, hint: Message) -> Problem:
        """A problem with the text."""
        return self.file.problem(self.path, message, hint)


def asked(files: SetFiles) -> Iterator[SpokenText]:
    """Every question put to the person, in the words for an officer and in those for the person alone."""
    for index, wording in enumerate(files.about.value.circumstances):
        if wording.ask is not None:
            yield SpokenText(files.about, ("circumstances", index, "ask"), wording.id, wording.ask)
    for each in files.questions():
        if each.question.kind == "asked":
            for key in _ASKED:
                text = getattr(each.question, key)
                if text is not None:
                    yield SpokenText(each.file, (*each.path, key), each.question.id, text)


def spoken_texts(files: SetFiles) -> Iterator[SpokenText]:
    """Everything that is said to the person: the questions, what is said before them, and what asks for agreement."""
    for key in ("agreement", "agreement_if_kept"):
        agreement = getattr(files.about.value, key)
        if agreement is not None:
            yield SpokenText(files.about, (key,), key, agreement)
    for each in files.questions():
        if each.question.kind == "asked" and each.question.say_first is not None:
            yield SpokenText(each.file, (*each.path, "say_first"), each.question.id, each.question.say_first)
    yield from asked(files)


_SENTENCE = re.compile(r"[^.?!]+[.?!]*")


def sentences(text: str) -> list[str]:
    """A text's sentences, each with its mark at the end."""
    return [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()]
