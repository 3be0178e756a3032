"""A vignette that does not come to what its key says."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

from screening.engine.assess import Assessment, Assessor
from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.records import RecordReader
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette
from screening.sets.vocabulary import RANK, Level, Support

RULE = Rule(id="vignettes", scope=Scope.SOUND_SET)

# So many questions and indicators, those of each vignette, are gone through: each is a whole assessment.
MOST_COMPARED = 5_000_000


def check(files: SetFiles) -> Iterator[Problem]:
    """A vignette's answers lead to another result than its key.

    A vignette is a test of the set and an exercise for a workshop; with a wrong key it teaches what is wrong. Correct
    whichever is wrong: the answers, the key, or the set. Of a very large set only the first are compared, and a finding
    says how many; `screening test` compares all.

    The vignettes of a set that is extended are compared too. Where the extension asks more, they do not answer that,
    and the key is what they have to come to at least. All that no longer fit are one finding, at `extends`.

    Passes:
        vignettes/case.yaml: {answers: {papers: kept}, expect: {level: some_concern}}

    Fails:
        vignettes/case.yaml: {answers: {papers: kept}, expect: {level: clear_concern}}
    """
    indicator_set = files.set
    assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
    size = len(reader) + len(indicator_set.indicators)
    most = max(1, MOST_COMPARED // max(1, size))
    if len(files.vignettes) > most:
        message = gettext(
            "only the first {most} of {number} vignettes are compared, as the set is very large",
            most=most,
            number=len(files.vignettes),
        )
        yield files.about.problem(("id",), message, gettext("Compare all of them: screening test."))
    unfit: dict[str, list[Message]] = {}
    for file in files.vignettes[:most]:
        record = reader.record(file.value.answers, file.value.circumstances)
        at_least = is_compared_as_at_least(files, file)
        found = differences(file.value, indicator_set, assessor.assess(record.answers), at_least=at_least)
        if not files.is_own(file.text.file):
            unfit |= {file.value.id: found} if found else {}
            continue
        for difference in found:
            yield file.problem(
                ("expect",), difference, gettext("Correct the key, the answers or the set."), at_key=True
            )
    if unfit:
        yield files.about.problem(("extends",), *_no_longer_fit(unfit))


def _no_longer_fit(unfit: Mapping[str, list[Message]]) -> tuple[Message, Message]:
    """That vignettes of the set that is extended no longer fit: as a rule, all for one reason."""
    first, found = next(iter(unfit.items()))
    message = ngettext(
        # Translators: {difference} is what the first of them comes to.
        "the vignette {vignette} of the set that is extended no longer fits: {difference}",
        "{count} vignettes of the set that is extended no longer fit, such as {vignette}: {difference}",
        len(unfit),
        vignette=quoted(first),
        difference=Listing(tuple(found), "semicolon"),
    )
    hint = gettext(
        "Write your own with the same id, or leave out: {vignettes}.", vignettes=Listing(tuple(unfit), "comma")
    )
    return message, hint


def is_compared_as_at_least(files: SetFiles, file: File[Vignette]) -> bool:
    """Whether the key of a vignette says what it comes to at least.

    A vignette of a set that is extended answers nothing that only the extension asks. Where that asks more, more may
    come of the same case, and more of it is unknown.
    """
    return files.asks_more and not files.is_own(file.text.file)


def differences(
    vignette: Vignette, indicator_set: IndicatorSet, assessment: Assessment, *, at_least: bool = False
) -> list[Message]:
    """What the vignette comes to, wherever its key says something else; or says more, with `at_least`."""
    always_open = {pathway.id for pathway in indicator_set.guidance if pathway.when is None}
    expect = vignette.expect
    pathways = tuple(name for name in assessment.pathways if name not in always_open)
    compared = [
        _Compared(pgettext("in the key of a vignette", "level"), expect.level, assessment.level, _ranks),
        _Compared(pgettext("in the key of a vignette", "bounds"), expect.bounds, assessment.bounds, _ranks),
        # What is unknown only of the extension leaves more open: of this nothing is left to say.
        _Compared(
            pgettext("in the key of a vignette", "settled"), expect.settled, assessment.settled, lambda _, __: True
        ),
        _Compared(
            pgettext("in the key of a vignette", "flags"),
            _in_set_order(expect.flags, assessment.flags),
            assessment.flags,
            _holds,
        ),
        _Compared(
            pgettext("in the key of a vignette", "pathways"), _in_set_order(expect.pathways, pathways), pathways, _holds
        ),
        *(
            _Compared(gettext("element {name}", name=name), support, assessment.elements[name], _supports)
            for name, support in expect.elements.items()
        ),
        *(
            _Compared(gettext("dimension {name}", name=name), support, assessment.dimensions[name], _supports)
            for name, support in expect.dimensions.items()
        ),
    ]
    return [
        # Translators: {what} is "level", "flags", "dimension control" and the like.
        gettext(
            "{what}: the key says {key}, but the result is {found}",
            what=each.what,
            key=_said(each.key),
            found=_said(each.found),
        )
        for each in compared
        if each.key not in (None, each.found) and not (at_least and each.is_as_much(each.found, each.key))
    ]


class _Compared(NamedTuple):
    """One thing that a key may name: what it says, what was found, and when that is as much or more."""

    what: Message
    key: object
    found: object
    is_as_much: Callable[[Any, Any], bool]


def _ranks(found: Level | tuple[Level, Level], key: Level | tuple[Level, Level]) -> bool:
    pairs = zip(*((each if isinstance(each, tuple) else (each,)) for each in (found, key)), strict=True)
    return all(RANK[higher] >= RANK[lower] for higher, lower in pairs)


def _holds(found: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return set(key) <= set(found)


def _supports(found: Support, key: Support) -> bool:
    best_first = get_args(Support)
    return bool(best_first.index(found) <= best_first.index(key))


def _in_set_order(key: tuple[str, ...] | None, found: tuple[str, ...]) -> tuple[str, ...] | None:
    """The key as it is, or in the order of what was found where it names just the same."""
    return found if key is not None and sorted(key) == sorted(found) else key


def _said(value: object) -> Text:
    if isinstance(value, tuple):
        # Translators: the brackets are those of a list in a file.
        return gettext("[{items}]", items=Listing(tuple(map(str, value)), "comma"))
    return str(value)
