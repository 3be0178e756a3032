"""`screening test`: whether every vignette comes to what its key says."""

from collections.abc import Sequence
from pathlib import Path

from screening.commands.clock import this_moment
from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.set_catalog import open_catalog
from screening.engine.assess import Assessor
from screening.language.catalog import Catalog
from screening.language.messages import gettext
from screening.lint.vignettes import differences, is_compared_as_at_least
from screening.reading.files import is_there
from screening.reading.places import Directories
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_folders
from screening.reading.sets import read_set
from screening.result.evaluate import evaluate
from screening.show.characters import in_one_line
from screening.terminal.outlet import put


def test_vignettes(paths: list[Path], language: Catalog, folders: Sequence[Path]) -> int:
    """Make the result of every vignette of the sets at the paths, and print what differs from its key.

    Args:
        paths: folders of sets, or single ones.
        language: what the program says is said in it.
        folders: where the sets are found that they extend, besides the built-in ones.

    Raises:
        BadInput: there is no set at a path.
        Unsound: a set has problems.
    """
    catalog = open_catalog(folders)
    directories, moment = Directories(), this_moment()
    passed = failed = 0
    for path in paths:
        found = [path] if is_there(path / "set.yaml") else set_folders(path)
        if not found:
            raise BadInput(
                gettext(
                    "there is no set at {path}. Give a folder with set.yaml, or a folder of such folders.",
                    path=str(path),
                )
            )
        for folder in found:
            files = read_set(folder, catalog)
            indicator_set = files.set
            assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
            for file in files.vignettes:
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
