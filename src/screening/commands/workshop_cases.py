"""The sets whose cases a room works on, and what a practice code of one of them holds."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from screening.commands.exit_codes import BadInput
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.commands.vignette_names import named_vignette
from screening.interview.answer_code import CodedSet, CodeMistake, RealCode, decode, find_vignette, groups_of, tag_of
from screening.language.catalog import Catalog
from screening.language.messages import gettext, quoted
from screening.reading.code_lines import CodeLine
from screening.reading.own_vignettes import find_set_with
from screening.reading.roles import set_with_role
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette

_PERHAPS_YOUR_OWN: Final = gettext("If it is one of your own, say with --vignettes where it lies.")


class CaseOptions(Struct, frozen=True):
    """Which cases are meant, as the options give it.

    Attributes:
        language: what the program says is said in it.
        set_name: the set of the cases; any where none is named.
        vignettes: a folder of an agency's own; then the set is the full one where none is named.
        folders: where sets are found besides the built-in ones.
    """

    language: Catalog
    set_name: str | None = None
    vignettes: Path | None = None
    folders: Sequence[Path] = ()

    def sets(self) -> dict[str, IndicatorSet]:
        """The sets that are meant, by their ids, with all their cases.

        Raises:
            BadInput: there is no such folder of sets; nobody says of which set a folder of vignettes is.
            Unsound: there is no such set or folder, or it has problems.
        """
        catalog = open_catalog(self.folders)
        if self.vignettes is not None:
            name = self.set_name or set_with_role("full", catalog)
            if name is None:
                raise BadInput(gettext("no set is the full one. Name the set of the vignettes with --set."))
            found = find_set_with(name, self.vignettes, catalog).set
            return {found.about.id: found}
        if self.set_name is not None:
            found = find_set(self.set_name, catalog)
            return {found.about.id: found}
        return dict(usable_sets(catalog, teller(self.language)))


class CodeRead(Struct, frozen=True):
    """What a line comes to.

    Attributes:
        seat: its label; None where it has none.
        indicator_set: the set that the case was screened with.
        case: the case.
        answers: what was recorded.
        code: the code, as codes are written.
    """

    seat: str | None
    indicator_set: IndicatorSet
    case: Vignette
    answers: dict[str, Answer]
    code: str


def read_code(line: CodeLine, sets: Collection[CodedSet]) -> CodeRead:
    """What a line comes to.

    Args:
        line: the line.
        sets: those that the code may be of, with the cases that it may be of.

    Raises:
        RealCode: it is of a real screening.
        CodeMistake: the code cannot be used, or is not of the case that the line says.
    """
    try:
        decoded = decode(line.code, sets, practice=True)
    except CodeMistake as mistake:
        if _is_real(line.code) and 1 not in mistake.groups:
            # It need not be typed without a mistake to be somebody's.
            raise RealCode from None
        raise
    vignettes = decoded.indicator_set.vignettes
    offered = vignettes if line.case is None else tuple(each for each in vignettes if each.id == line.case)
    if not offered:
        raise CodeMistake(
            gettext("There is no case {case} here. {hint}", case=quoted(str(line.case)), hint=_PERHAPS_YOUR_OWN)
        )
    if all(tag_of(each.id) != decoded.tag for each in offered):
        raise CodeMistake(gettext("This code is of a case that is not used here. {hint}", hint=_PERHAPS_YOUR_OWN))
    vignette = find_vignette(decoded.tag or "", offered)
    return CodeRead(line.seat, decoded.indicator_set, vignette, decoded.answers, "-".join(groups_of(line.code)))


def _is_real(code: str) -> bool:
    return next(iter(groups_of(code)), "").startswith("R")


def only_cases(names: Sequence[str], sets: dict[str, IndicatorSet]) -> dict[str, IndicatorSet]:
    """The sets of these cases, with no other cases in them; all of them where none is named.

    Args:
        names: the ids of the cases, or `SET/VIGNETTE`.
        sets: where they are looked for.

    Raises:
        BadInput: there is no such case.
    """
    if not names:
        return sets
    found: dict[str, list[Vignette]] = {}
    for name in names:
        indicator_set, vignette = named_vignette(name, sets.items())
        found.setdefault(indicator_set.about.id, []).append(vignette)
    return {set_id: replace(sets[set_id], vignettes=tuple(cases)) for set_id, cases in found.items()}
