"""A word that puts a label on the person."""

import re
from collections.abc import Iterator
from typing import Any

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import spoken_texts
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.data_path import DataPath

RULE = Rule(id="label-word", scope=Scope.SOUND_SET, language="en")

_LABEL = re.compile(r"\b(?:victims?|traffick\w*|illegal\w*|prostitut\w*|slave\w*|enslave\w*|pimp\w*)\b", re.IGNORECASE)


def check(files: SetFiles) -> Iterator[Problem]:
    """A label is said to the person: victim, trafficked, illegal, prostitute, slave, pimp.

    People do not recognise themselves in such words, or fear them; some are for a court to say. Answers in the words
    of the person count too, and in a set that the person reads alone all titles and answers. Say what happened, in the
    words that the person would use.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: How did you come here?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: Are you here illegally?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, declined: A lawyer first, declined_self: I am illegal}]}

    Fails:
        set.yaml: {audience: person, title: For victims}
    """
    texts = [(each.file, each.path, each.text) for each in spoken_texts(files)]
    texts += _in_own_words(files)
    if files.about.value.audience == "person":
        texts += _read_alone(files)
    for file, path, text in texts:
        label = _LABEL.search(text)
        if label is not None:
            message = gettext("the person is given the label {label}", label=quoted(label.group()))
            yield file.problem(path, message, gettext("Say what happened, in words that the person would use."))


def _in_own_words(files: SetFiles) -> Iterator[tuple[File[Any], DataPath, str]]:
    for each in files.questions():
        if each.question.declined_self is not None:
            yield each.file, (*each.path, "declined_self"), each.question.declined_self
        for index, option in enumerate(each.question.options):
            if option.label_self is not None:
                yield each.file, (*each.path, "options", index, "label_self"), option.label_self


def _read_alone(files: SetFiles) -> Iterator[tuple[File[Any], DataPath, str]]:
    about = files.about.value
    yield files.about, ("title",), about.title
    for index, wording in enumerate(about.circumstances):
        for value, label in wording.labels.items():
            yield files.about, ("circumstances", index, "labels", value), label
    for section in files.sections:
        if section.value.title is not None:
            yield section, ("title",), section.value.title
    for each in files.questions():
        for index, option in enumerate(each.question.options):
            yield each.file, (*each.path, "options", index, "label"), option.label
        for label in each.question.rate:
            yield each.file, (*each.path, "rate", label), label
        if each.question.declined is not None:
            yield each.file, (*each.path, "declined"), each.question.declined
