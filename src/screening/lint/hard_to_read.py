"""A question in words that a twelve-year-old would not follow."""

import re
from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import asked, sentences
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="hard-to-read", scope=Scope.SOUND_SET, language="en")

HARDEST_GRADE = 7
# Of fewer words, one long word decides alone.
FEWEST_WORDS = 8
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")
# What is written as a vowel and not spoken: "named", "home", "safety", "places" keeps it.
_SILENT = re.compile(r"(?:(?<=[^aeiouytd])ed|(?<=[^aeiouyl])e|(?<=[aeiouy]l)e|(?<=[^aeiouycgsxzh])es)$")


def check(files: SetFiles) -> Iterator[Problem]:
    """A question of eight words or more is above grade 7 of Flesch and Kincaid, which children of twelve read.

    Questions are read to people who are tired or afraid, often in a language that is not theirs, and are translated.
    Use short words and short sentences.

    The grade is 0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid, Fishburne, Rogers and Chissom,
    Derivation of New Readability Formulas for Navy Enlisted Personnel, 1975). Syllables are counted by groups of
    vowels, so it is a hint and not a measurement.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: "If you want your passport today, how do you get it?"}]}

    Fails:
        sections/main.yaml:
          questions:
            - id: papers
              ask: Which particular circumstances influenced your individual decision concerning your accommodation?
    """
    for each in asked(files):
        # Grades are whole years of school.
        grade = round(_grade(each.text))
        if grade > HARDEST_GRADE:
            message = gettext(
                "{question} is hard to read (grade {grade}; the limit is {most})",
                question=quoted(each.name),
                grade=grade,
                most=HARDEST_GRADE,
            )
            yield each.problem(message, gettext("Use short words and short sentences."))


def _grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text; 0 where it is too short to judge."""
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return 0.0
    spoken = [sentence for sentence in sentences(text) if _WORD.search(sentence)]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(spoken) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))
