"""`screening test`: whether every vignette comes to what its key says."""

from pathlib import Path

from screening.assess import Assessor
from screening.commands.outcome import DONE, PROBLEMS_FOUND, BadInput
from screening.lint.vignettes import differences
from screening.reading.library import set_folders
from screening.reading.records import RecordReader
from screening.reading.sets import read_set


def test_vignettes(paths: list[Path]) -> int:
    """Assess every vignette of the sets at the paths, and print what differs from its key.

    Raises:
        BadInput: there is no set at a path.
        Unsound: a set has problems.
    """
    passed = failed = 0
    for path in paths:
        folders = [path] if (path / "set.yaml").is_file() else set_folders(path)
        if not folders:
            raise BadInput(f"there is no set at {path}. Give a folder with set.yaml, or a folder of such folders.")
        for folder in folders:
            indicator_set = read_set(folder).set
            assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
            for vignette in indicator_set.vignettes:
                wrong = differences(vignette, indicator_set, assessor, reader)
                passed, failed = passed + (not wrong), failed + bool(wrong)
                print(f"{'FAILED' if wrong else 'passed'} {indicator_set.about.id}/{vignette.id}")
                for line in wrong:
                    print(f"    {line}")
    print(f"{passed} passed, {failed} failed")
    return PROBLEMS_FOUND if failed else DONE
