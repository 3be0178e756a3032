"""One case in the report of a room: who came where, people by questions, and what divided them (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from screening.language.messages import Message, Text, gettext, ngettext
from screening.practice.room import AgainstKey, CaseReport, MarkCount, QuestionReport, RoomReport, is_referred
from screening.sets.vocabulary import RANK
from screening.show.lines import Line
from screening.show.workshop_lists import list_lines
from screening.show.workshop_parts import Bar, Bars, HeatColumn, HeatMap, Part, Table, Tone
from screening.show.workshop_words import AGAINST_KEY, RoomWords, people, share

# More people than this are no rows that anybody reads: the bars say it of all of them.
MOST_ROWS: Final = 40
_MOST_DIVIDED: Final = 10
# In one breath.
FIRST_DIVIDED: Final = 3
_SHOWN: Final[tuple[AgainstKey, ...]] = ("agrees", "differs", "unknown", "closed")
_TONES: Final[tuple[Tone, ...]] = ("agrees", "differs", "unknown", "closed")


def compared(case: CaseReport, words: RoomWords) -> tuple[QuestionReport, ...]:
    """The questions that the key answers and that may count, in the order of the interview."""
    return tuple(each for each in case.questions if each.key is not None and words.counts(each.question))


def divided(case: CaseReport, words: RoomWords) -> tuple[QuestionReport, ...]:
    """The questions that divided the room and may count, the most first."""
    return tuple(each for each in case.divided if words.counts(each.question))


def case_lines(case: CaseReport, words: RoomWords) -> Iterator[Line]:
    """The case in one breath: how many, how many referred, and whom the room would have missed."""
    whole = len(case.seats)
    # Translators: the title of a case, and such as "20 people".
    yield Line("lead", gettext("{case}: {people} screened it.", case=words.case(case.case), people=people(whole)))
    level = words.level(case.key_level)
    if is_referred(case.key_level):
        referred = whole - case.under_referred
        yield Line("text", _referred(referred, whole, level))
        yield Line("text", _missed(case.under_referred))
    else:
        yield Line("text", gettext("The key does not refer the person as trafficked ({level}).", level=level))
        yield Line("text", _for_nothing(case.over_referred, whole))


def _referred(number: int, whole: int, level: Text) -> Message:
    if number == whole:
        return gettext("The key refers the person ({level}), and all of them did so too.", level=level)
    return gettext(
        "The key refers the person ({level}). {number} of {whole} did so too.", level=level, number=number, whole=whole
    )


def _missed(number: int) -> Message:
    if not number:
        return gettext("Nobody in this room would have missed the person.")
    return ngettext(
        "{count} of them would have missed the person: this result refers nobody.",
        "{count} of them would have missed the person: these results refer nobody.",
        number,
    )


def _for_nothing(number: int, whole: int) -> Message:
    if not number:
        return gettext("Nobody in this room referred for nothing.")
    return gettext("{number} of {whole} referred for nothing.", number=number, whole=whole)


def small_room_lines(report: RoomReport) -> Iterator[Line]:
    """That so few people say something of themselves, and of nobody else."""
    small = [len(case.seats) for case in report.cases if case.small]
    if small:
        told = ngettext(
            "This is a small room: what {count} person did says little about others. So there is no percentage here.",
            "This is a small room: what {count} people did says little about others. So there are no percentages here.",
            max(small),
        )
        yield Line("paragraph", told)


def first_divided_lines(report: RoomReport, words: RoomWords) -> Iterator[Line]:
    """The questions that divided the room most, by their names alone."""
    first = [each.question for each in report.divided if words.counts(each.question)][:FIRST_DIVIDED]
    if not first:
        yield Line("paragraph", gettext("No question divided the room."))
        return
    yield Line("paragraph", gettext("These questions divided the room most:"))
    yield from (Line("item", words.question(each)) for each in first)


def heat_map(case: CaseReport, words: RoomWords, *, several: bool) -> Iterator[Part]:
    """People by questions; where they are too many to be rows, that the bars say it."""
    questions = compared(case, words)
    if not questions:
        return
    yield Line("heading", _of(gettext("People and questions"), case, words, several=several))
    if len(case.seats) > MOST_ROWS:
        told = gettext(
            "{people} are too many for a row each. The next table has all of them.", people=people(len(case.seats))
        )
        yield Line("text", told)
    else:
        columns = tuple(
            HeatColumn(number, words.question(each.question), each.against_key)
            for number, each in enumerate(questions, 1)
        )
        yield HeatMap(
            title=gettext("People and questions: {case}", case=words.case(case.case)),
            described=gettext(
                "A row for each of {people}, a column for each of {questions} questions. Each cell says whether the "
                "mark is that of the key. The table of questions has the sums.",
                people=people(len(case.seats)),
                questions=len(columns),
            ),
            seats=case.seats,
            columns=columns,
            legend=tuple((each, AGAINST_KEY[each]) for each in _SHOWN),
        )
    yield _agreement(case, questions, words)


def _agreement(case: CaseReport, questions: Sequence[QuestionReport], words: RoomWords) -> Bars:
    whole = len(case.seats)
    counts = [tuple(each.against_key.count(tone) for tone in _TONES) for each in questions]
    # Translators: the number of a question, and the question.
    labels = [
        gettext("{number}. {question}", number=n, question=words.question(each.question))
        for n, each in enumerate(questions, 1)
    ]
    table = Table(
        title=gettext("How the marks agree with the key"),
        head=(gettext("Question"), gettext("As the key"), gettext("Other"), gettext("Open"), gettext("Closed")),
        rows=tuple((label, *map(str, row)) for label, row in zip(labels, counts, strict=True)),
        numbers=frozenset({1, 2, 3, 4}),
    )
    return Bars(
        title=gettext("Agreement with the key, question by question: {case}", case=words.case(case.case)),
        described=gettext(
            "A bar for each question: how many of {people} marked it as the key does.", people=people(whole)
        ),
        bars=tuple(Bar(label, tuple(zip(_TONES, row, strict=True))) for label, row in zip(labels, counts, strict=True)),
        whole=whole,
        legend=tuple((tone, AGAINST_KEY[tone]) for tone in _TONES),
        table=table,
    )


def level_bars(case: CaseReport, words: RoomWords, *, several: bool) -> Iterator[Part]:
    """Who reached which level, and which flags were missed."""
    yield Line("heading", _of(gettext("Levels"), case, words, several=several))
    whole = len(case.seats)
    # Some sets have no way to some level. What nobody reached is left out, but for that of the key.
    levels = [level for level in RANK if level in case.levels or level == case.key_level]
    of_key = [level == case.key_level for level in levels]
    labels = [
        # Translators: a level, which is that of the key.
        gettext("{level} (the key)", level=words.level(level)) if keyed else words.level(level)
        for level, keyed in zip(levels, of_key, strict=True)
    ]
    counts = [case.levels.get(level, 0) for level in levels]
    table = Table(
        title=gettext("Levels reached"),
        head=(gettext("Level"), gettext("People")),
        rows=tuple((label, str(count)) for label, count in zip(labels, counts, strict=True)),
        numbers=frozenset({1}),
        bars=tuple(count / whole for count in counts),
    )
    tones: list[Tone] = ["agrees" if keyed else "differs" for keyed in of_key]
    yield Bars(
        title=gettext("Levels reached: {case}", case=words.case(case.case)),
        described=gettext(
            "A bar for each level: how many of {people} reached it. The key comes to {level}.",
            people=people(whole),
            level=words.level(case.key_level),
        ),
        bars=tuple(
            Bar(label, ((tone, count),), keyed)
            for label, tone, count, keyed in zip(labels, tones, counts, of_key, strict=True)
        ),
        whole=whole,
        legend=(("agrees", gettext("the level of the key")), ("differs", gettext("another level"))),
        table=table,
    )
    yield from _flag_lines(case, words)


def _flag_lines(case: CaseReport, words: RoomWords) -> Iterator[Line]:
    missed = {flag: number for flag, number in case.flags_missed.items() if number}
    if not case.flags_missed:
        yield Line("paragraph", gettext("The key raises no flag."))
    elif not missed:
        yield Line("paragraph", gettext("Everybody had every flag that the key raises."))
    else:
        yield Line("paragraph", gettext("Flags of the key that people did not have:"))
    for flag, number in missed.items():
        # Translators: the title of a flag, and how many did not raise it.
        told = gettext(
            "{flag}: {number} of {whole} missed it", flag=words.flag(flag), number=number, whole=len(case.seats)
        )
        yield Line("item", told)


def divided_lines(case: CaseReport, words: RoomWords, *, several: bool) -> Iterator[Line]:
    """What divided the room, ranked, with what each answer led to."""
    found = divided(case, words)
    if not found:
        return
    yield Line("heading", _of(gettext("What divided the room"), case, words, several=several))
    yield Line("text", gettext("The question over which most pairs of people differ comes first."))
    # What all have in common need not be said of each answer.
    one_level = len(case.levels) == 1
    if one_level:
        level = words.level(case.reached[0])
        yield Line("text", gettext("Whatever people answered, all of them came to {level}.", level=level))
    for number, question in enumerate(found[:_MOST_DIVIDED], 1):
        name = words.question(question.question)
        yield Line("subheading", gettext("{number}. {question}", number=number, question=name))
        yield Line("text", _apart(question, case, words))
        if question.options:
            yield from list_lines(question, words, one_level=one_level)
        else:
            for each in question.given:
                yield Line("item", _marked(words.mark(question.question, each.mark), each, words, one_level=one_level))
    more = len(found) - _MOST_DIVIDED
    if more > 0:
        yield Line("paragraph", ngettext("and {count} more question", "and {count} more questions", more))


def _apart(question: QuestionReport, case: CaseReport, words: RoomWords) -> Message:
    apart = share(question.apart, small=case.small)
    if question.key is None:
        return gettext("Pairs of people who differ: {share}. The key says nothing of it.", share=apart)
    key = words.answer(question.question, question.key)
    return gettext("Pairs of people who differ: {share}. The key: {key}.", share=apart, key=key)


def _marked(name: Text, marked: MarkCount, words: RoomWords, *, one_level: bool) -> Message:
    if one_level:
        return gettext("{answer}: {people}", answer=name, people=people(marked.seats))
    # Translators: an answer, how many gave it, and which levels these people came to.
    return gettext(
        "{answer}: {people} ({levels})", answer=name, people=people(marked.seats), levels=words.levels(marked.levels)
    )


def _of(heading: Message, case: CaseReport, words: RoomWords, *, several: bool) -> Message:
    """A heading; where there are several cases, with the one that it is about."""
    # Translators: a heading, and the title of a case.
    return gettext("{heading}: {case}", heading=heading, case=words.case(case.case)) if several else heading
