"""`screening test`: whether every vignette comes to what its key says."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.clock import this_moment
from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.set_catalog import open_catalog
from screening.engine.assess import Assessor
from screening.language.catalog import Catalog
from screening.language.messages import gettext
from screening.lint.vignettes import differences, is_compared_as_at_least
from screening.reading.files import is_there
from screening.reading.own_vignettes import given_vignettes, with_vignettes
from screening.reading.places import Directories
from screening.reading.records import RecordReader
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog, set_folders
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_files, read_set
from screening.reading.shape import File
from screening.result.evaluate import evaluate
from screening.sets.vignette import Vignette
from screening.show.characters import in_one_line
from screening.terminal.outlet import put


class OwnCases(Struct, frozen=True):
    """An agency's own vignettes, as they are named on a command line.

    Attributes:
        folder: where they lie.
        set_name: the set that they are written for; None means the full one.
    """

    folder: Path
    set_name: str | None

    def files(self, catalog: SetCatalog) -> SetFiles:
        """The set with them, sound or not.

        Raises:
            BadInput: no set is named, and none is the full one.
            Unsound: there is no such set or folder; two of the user's own sets are the full one.
        """
        name = self.set_name or set_with_role("full", catalog)
        if name is None:
            raise BadInput(gettext("no set is the full one. Name the set of the vignettes with --set."))
        return with_vignettes(find_files(name, catalog), self.folder)


def own_cases(folder: Path | None, set_name: str | None) -> OwnCases | None:
    """What `--vignettes` and `--set` name; None where they were not given.

    Raises:
        BadInput: there is a set for no vignettes.
    """
    if folder is not None:
        return OwnCases(folder, set_name)
    if set_name is not None:
        raise BadInput(gettext("--set is the set of your own vignettes. Say with --vignettes where they lie."))
    return None


def test_vignettes(paths: Sequence[Path], language: Catalog, folders: Sequence[Path], own: OwnCases | None) -> int:
    """Make the result of every vignette of the sets at the paths, and print what differs from its key.

    Args:
        paths: folders of sets, or single ones.
        language: what the program says is said in it.
        folders: where the sets are found that they extend, besides the built-in ones.
        own: vignettes in a folder of their own.

    Raises:
        BadInput: there is no set at a path, or nothing to test at all.
        Unsound: a set or a vignette has problems.
    """
    if not paths and own is None:
        raise BadInput(
            gettext(
                "there is nothing to test. Give the folder of a set, or your own vignettes: "
                "screening test --vignettes our-cases"
            )
        )
    catalog = open_catalog(folders)
    directories, moment = Directories(), this_moment()
    passed = failed = 0
    for files, vignettes in _to_test(paths, catalog, own):
        indicator_set = files.set
        assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
        for file in vignettes:
            vignette, at_least = file.value, is_compared_as_at_least(files, file)
            record = reader.record(vignette.answers, vignette.circumstances)
            result = evaluate(indicator_set, record, directories, moment, assessor)
            wrong = differences(vignette, indicator_set, result.assessment, at_least=at_least)
            passed, failed = passed + (not wrong), failed + bool(wrong)
            name = f"{indicator_set.about.id}/{vignette.id}"
            # Translators: an invented case comes to what its key says, or does not.
            told = gettext("passed {vignette}", vignette=name)
            if wrong:
                told = gettext("FAILED {vignette}", vignette=name)
            put(f"{language.render(told)}\n")
            for line in wrong:
                put(f"    {in_one_line(language.render(line))}\n")
    # Translators: how many invented cases.
    count = gettext("{passed} passed, {failed} failed", passed=passed, failed=failed)
    put(f"{language.render(count)}\n")
    return PROBLEMS_FOUND if failed else DONE


def _to_test(
    paths: Sequence[Path], catalog: SetCatalog, own: OwnCases | None
) -> Iterator[tuple[SetFiles, Iterable[File[Vignette]]]]:
    """Each set with those of its vignettes that are tested."""
    for path in paths:
        found = [path] if is_there(path / "set.yaml") else set_folders(path)
        if not found:
            raise BadInput(
                gettext(
                    "there is no set at {path}. Give a folder with set.yaml, or a folder of such folders. For "
                    "vignettes alone: --vignettes {path}.",
                    path=str(path),
                )
            )
        for folder in found:
            files = read_set(folder, catalog)
            yield files, files.vignettes
    if own is not None:
        files = own.files(catalog)
        yield files, given_vignettes(files)
