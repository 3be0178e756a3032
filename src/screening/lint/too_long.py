"""A question that does not fit a screen."""

from collections.abc import Iterator

from wcwidth import width as cell_len
from wcwidth import wrap

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.questions import Question

RULE = Rule(id="too-long", scope=Scope.SOUND_SET)

# Of 80 x 24, without a margin on both sides; without the heading, the rules and the keys, and with only that row left
# blank that always is. Where the question can be handed over, or has several answers, there are more keys.
COLUMNS = 78
ROWS = 19
_MORE_KEYS = 1
# What stands before a text, such as "Say first:", and after what several answers are marked of, in cells.
_WORD = "x"
_BEFORE_TEXT = {"say_first": 10, "ask": 4, "ask_next": 9, "record": 5}
_ONE_OR_MORE = 13
# Before an answer stand the pointer and the key, and where several can be marked, a box.
_BEFORE_ANSWER = 6
_BOX = 4
# Not wanting to say stands beside this where both fit into one row, with their keys.
_UNCLEAR, _DECLINED, _KEYS_OF_BOTH = "Unclear", "Does not want to say", 13


def check(files: SetFiles) -> Iterator[Problem]:
    """A question and its answers take more than a screen of 80 columns and 24 rows.

    What somebody has to scroll to is not read, and the last answer is then never marked. Say it in fewer words, or make
    two questions of it. What is said first, `ask`, `ask_next`, `record`, the options and `declined` are counted as they
    stand there, with the words before them.

    Passes:
        sections/main.yaml: {questions: [{id: papers, say_first: You can leave it out.}]}

    Fails:
        sections/main.yaml:
          questions:
            - id: with
              options:
                - {id: one, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: two, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: three, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: four, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: five, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: six, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: seven, label: An answer so long that it does not fit into a row of a screen with eighty columns}
                - {id: boss, label: An answer so long that it does not fit into a row of a screen with eighty columns}
    """
    for each in files.questions():
        question = each.question
        rows, most = _rows(question), ROWS - (_MORE_KEYS if question.several or question.ask_self is not None else 0)
        if rows > most:
            message = gettext(
                "{question} and its answers take {rows} rows, and {most} fit a small screen",
                question=quoted(question.id),
                rows=rows,
                most=most,
            )
            yield each.file.problem(each.path, message, gettext("Shorten it, or make two questions of it."))


def _rows(question: Question) -> int:
    told = [
        f"{_WORD * cells} {text}" for key, cells in _BEFORE_TEXT.items() if (text := getattr(question, key)) is not None
    ]
    if question.several:
        told[-1] += f" {_WORD * _ONE_OR_MORE}"
    answers = [option.label for option in question.choices]
    box = _BOX if question.several else 0
    both = _KEYS_OF_BOTH + cell_len(_UNCLEAR) + cell_len(question.declined or _DECLINED) + 2 * box
    answers += [_UNCLEAR] if both <= COLUMNS else [_UNCLEAR, question.declined or _DECLINED]
    beside = COLUMNS - _BEFORE_ANSWER - box
    return sum(_height(text, COLUMNS) for text in told) + sum(_height(each, beside) for each in answers)


def _height(text: str, columns: int) -> int:
    return len(wrap(text, columns)) or 1
