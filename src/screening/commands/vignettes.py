"""`screening test`: whether every vignette comes to what its key says."""

from collections.abc import Sequence
from pathlib import Path

from screening.commands.clock import this_moment
from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.set_catalog import open_catalog
from screening.engine.assess import Assessor
from screening.lint.vignettes import differences
from screening.reading.files import is_there
from screening.reading.places import Directories
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_folders
from screening.reading.sets import read_set
from screening.result.evaluate import evaluate
from screening.show.characters import in_one_line
from screening.terminal.outlet import put


def test_vignettes(paths: list[Path], folders: Sequence[Path]) -> int:
    """Make the result of every vignette of the sets at the paths, and print what differs from its key.

    Args:
        paths: folders of sets, or single ones.
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
            raise BadInput(f"there is no set at {path}. Give a folder with set.yaml, or a folder of such folders.")
        for folder in found:
            indicator_set = read_set(folder, catalog).set
            assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
            for vignette in indicator_set.vignettes:
                record = reader.record(vignette.answers, vignette.circumstances)
                result = evaluate(indicator_set, record, directories, moment, assessor)
                wrong = differences(vignette, indicator_set, result.assessment)
                passed, failed = passed + (not wrong), failed + bool(wrong)
                put(f"{'FAILED' if wrong else 'passed'} {indicator_set.about.id}/{vignette.id}\n")
                for line in wrong:
                    put(f"    {in_one_line(line)}\n")
    put(f"{passed} passed, {failed} failed\n")
    return PROBLEMS_FOUND if failed else DONE
