"""A vignette that does not come to what its key says."""

from collections.abc import Iterator

from screening.engine.assess import Assessment, Assessor
from screening.language.messages import Listing, Message, Text, gettext, pgettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.records import RecordReader
from screening.reading.sets import SetFiles
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette

RULE = Rule(id="vignettes", scope=Scope.SOUND_SET)

# So many questions and indicators, those of each vignette, are gone through: each is a whole assessment.
MOST_COMPARED = 5_000_000


def check(files: SetFiles) -> Iterator[Problem]:
    """A vignette's answers lead to another result than its key.

    A vignette is a test of the set and an exercise for a workshop; with a wrong key it teaches what is wrong. Correct
    whichever is wrong: the answers, the key, or the set. Of a very large set only the first are compared, and a finding
    says how many; `screening test` compares all.

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
    for file in files.vignettes[:most]:
        record = reader.record(file.value.answers, file.value.circumstances)
        assessment = assessor.assess(record.answers)
        for difference in differences(file.value, indicator_set, assessment):
            if files.is_own(file.text.file):
                yield file.problem(
                    ("expect",), difference, gettext("Correct the key, the answers or the set."), at_key=True
                )
            else:
                message = gettext(
                    "the vignette {vignette} of the set that is extended no longer fits: {difference}",
                    vignette=quoted(file.value.id),
                    difference=difference,
                )
                yield files.about.problem(
                    ("extends",), message, gettext("Write one of your own with its id, or leave it out.")
                )


def differences(vignette: Vignette, indicator_set: IndicatorSet, assessment: Assessment) -> list[Message]:
    """What the vignette comes to, wherever its key says something else."""
    always_open = {pathway.id for pathway in indicator_set.guidance if pathway.when is None}
    expect = vignette.expect
    pathways = tuple(name for name in assessment.pathways if name not in always_open)
    pairs: list[tuple[Message, object, object]] = [
        (pgettext("in the key of a vignette", "level"), expect.level, assessment.level),
        (pgettext("in the key of a vignette", "bounds"), expect.bounds, assessment.bounds),
        (pgettext("in the key of a vignette", "settled"), expect.settled, assessment.settled),
        (
            pgettext("in the key of a vignette", "flags"),
            _in_set_order(expect.flags, assessment.flags),
            assessment.flags,
        ),
        (pgettext("in the key of a vignette", "pathways"), _in_set_order(expect.pathways, pathways), pathways),
        *(
            (gettext("element {name}", name=name), support, assessment.elements[name])
            for name, support in expect.elements.items()
        ),
        *(
            (gettext("dimension {name}", name=name), support, assessment.dimensions[name])
            for name, support in expect.dimensions.items()
        ),
    ]
    return [
        # Translators: {what} is "level", "flags", "dimension control" and the like.
        gettext("{what}: the key says {key}, but the result is {found}", what=what, key=_said(key), found=_said(found))
        for what, key, found in pairs
        if key is not None and key != found
    ]


def _in_set_order(key: tuple[str, ...] | None, found: tuple[str, ...]) -> tuple[str, ...] | None:
    """The key as it is, or in the order of what was found where it names just the same."""
    return found if key is not None and sorted(key) == sorted(found) else key


def _said(value: object) -> Text:
    if isinstance(value, tuple):
        # Translators: the brackets are those of a list in a file.
        return gettext("[{items}]", items=Listing(tuple(map(str, value)), "comma"))
    return str(value)
