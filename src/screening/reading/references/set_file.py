"""References in `set.yaml`."""

from collections.abc import Iterator
from itertools import groupby

from screening.language.messages import gettext, quoted
from screening.reading.problem import DidYouMean, Problem
from screening.reading.references.conditions import in_level_leaf
from screening.reading.references.guidance_texts import in_guidance_texts
from screening.reading.references.indicators import in_source
from screening.reading.references.names import Names, duplicates, unknown
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.sets.answers import NOT_DEFINITE
from screening.sets.childhood import CHILD_FLAG
from screening.sets.circumstances import CIRCUMSTANCES, WITHOUT_LABELS, CircumstanceKind
from screening.sets.conditions.walk import located
from screening.sets.data_path import DataPath
from screening.sets.model import SetFile
from screening.sets.questions import CircumstanceWording
from screening.sets.vocabulary import ELEMENTS, RANK


def in_set_file(file: File[SetFile], names: Names) -> Iterator[Problem]:
    if not names.about_readable:
        return
    yield from _in_goes_on(file, names)
    about = file.value
    for name, dimension in about.dimensions.items():
        path: DataPath = ("dimensions", name)
        yield from unknown(file, (*path, "rule"), "rule", dimension.rule, about.rules)
        yield from in_source(file, (*path, "source"), dimension.source, names)
        if name in ELEMENTS:
            yield file.problem(
                path,
                gettext("{name} is an element's name", name=quoted(name)),
                gettext("Give the dimension another name."),
                at_key=True,
            )
    for name, alternatives in about.rules.items():
        if not alternatives and not file.is_tainted(("rules", name)):
            yield file.problem(
                ("rules", name),
                gettext("the rule {name} can never be met", name=quoted(name)),
                gettext("Add a way to satisfy it."),
            )
        for index, alternative in enumerate(alternatives):
            path = ("rules", name, index)
            if alternative == type(alternative)() and not file.is_tainted(path):
                yield file.problem(
                    path,
                    gettext("this asks for nothing, so it is always met"),
                    gettext("Write for example {total: 1}."),
                )
    yield from _in_circumstances(file)
    yield from duplicates(((file, ("flags", i, "id"), flag.id) for i, flag in enumerate(about.flags)), "flag")
    for index, flag in enumerate(about.flags):
        yield from in_guidance_texts(file, ("flags", index), flag)
    yield from duplicates(((file, ("sections", i, "id"), each.id) for i, each in enumerate(about.sections)), "section")
    for level in ("clear_concern", "some_concern"):
        rule = getattr(about.levels, level)
        for age, condition in (("adult", rule.adult), ("child", rule.child)) if rule is not None else ():
            base: DataPath = ("levels", level)
            path = (*base, age) if _by_age(file, base) else base
            for leaf, at in located(condition, path):
                yield from in_level_leaf(file, at, leaf, names)
    yield from _in_bands(file)
    if not about.child_card and CHILD_FLAG not in names.flags and names.flags_readable:
        message = gettext("without the card for a child, the set has to say itself what to do for one")
        yield file.problem(("child_card",), message, gettext("Add a flag 'child', which the result shows."))


def _by_age(file: File[SetFile], path: DataPath) -> bool:
    parts = file.text.position.find(path).parts
    return bool(parts.keys() & {"adult", "child"})


def _in_goes_on(file: File[SetFile], names: Names) -> Iterator[Problem]:
    """What is asked here; what the other set asks is looked up there."""
    goes_on = file.value.goes_on
    if goes_on is None or not names.sections_readable:
        return
    for index, name in enumerate(goes_on.same):
        yield from unknown(file, ("goes_on", "same", index), "question", name, names.by_id)
    for name, answers in goes_on.answers.items():
        path: DataPath = ("goes_on", "answers", name)
        yield from unknown(file, path, "question", name, names.by_id, at_key=True)
        if name in names.by_id:
            choices = (*names.choices(names.by_id[name]).ids, *sorted(NOT_DEFINITE))
            for answer in answers:
                yield from unknown(file, (*path, answer), "option", answer, choices, at_key=True)


def _in_circumstances(file: File[SetFile]) -> Iterator[Problem]:
    worded = file.value.circumstances
    yield from duplicates(
        ((file, ("circumstances", i, "id"), each.id) for i, each in enumerate(worded)), "circumstance"
    )
    for index, wording in enumerate(worded):
        path: DataPath = ("circumstances", index)
        yield from unknown(file, (*path, "id"), "circumstance", wording.id, CIRCUMSTANCES)
        if wording.id in CIRCUMSTANCES and not file.is_tainted(path):
            yield from _in_labels(file, path, wording, CIRCUMSTANCES[wording.id])


def _in_labels(
    file: File[SetFile], path: DataPath, wording: CircumstanceWording, kind: CircumstanceKind
) -> Iterator[Problem]:
    if wording.id in WITHOUT_LABELS and wording.labels:
        message = gettext(
            "a {circumstance} is called as the directory says, so labels change nothing", circumstance=wording.id
        )
        yield file.problem((*path, "labels"), message, gettext("Take 'labels' out."), at_key=True)
    for value in wording.labels if kind.values else ():
        if value not in kind.values and value != UNREADABLE:
            # Translators: {circumstance} and {value} are ids, such as: there is no age 'adlt'.
            message = gettext("there is no {circumstance} {value}", circumstance=wording.id, value=quoted(value))
            yield file.problem((*path, "labels", value), message, DidYouMean(value, kind.values))


def _in_bands(file: File[SetFile]) -> Iterator[Problem]:
    bands = file.value.bands
    yield from duplicates(((file, ("bands", i, "id"), band.id) for i, band in enumerate(bands)), "band")
    if bands and min(band.score for band in bands) > 0:
        yield file.problem(("bands",), gettext("no band begins at score 0"), gettext("Add one."), at_key=True)
    if file.is_tainted(("bands",)):
        return
    # The highest level that a lower score has; of bands with one score none is lower.
    rising = sorted(enumerate(bands), key=lambda each: each[1].score)
    highest = None
    for _, same in groupby(rising, key=lambda each: each[1].score):
        together = list(same)
        for index, band in together[1:]:
            message = gettext(
                "the bands {band} and {other} begin at one score", band=quoted(band.id), other=quoted(together[0][1].id)
            )
            yield file.problem(("bands", index, "score"), message, gettext("Keep one, or let one begin higher."))
        for index, band in together:
            if highest is not None and RANK[highest.level] > RANK[band.level]:
                message = gettext(
                    "{band} has a lower level than {highest}, which has a lower score",
                    band=quoted(band.id),
                    highest=quoted(highest.id),
                )
                yield file.problem(("bands", index), message, gettext("A level may never fall as the score rises."))
        here = max((band for _, band in together), key=lambda band: RANK[band.level])
        highest = here if highest is None or RANK[here.level] > RANK[highest.level] else highest
