"""A new set is whole from the first minute: it can be checked, played and asked."""

from pathlib import Path

import pytest

import screening
from screening.lint import set_findings
from screening.reading.set_catalog import SetCatalog, data_folder, read_catalog, set_folders, set_ids
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_set, read_set
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import IndicatorSet
from screening.writing.templates import extending_set, new_set
from tests.support.building import asked, small_set
from tests.support.folders import write

BUILT_IN = set_ids()


def begun(folder: Path, set_id: str = "ours") -> SetFiles:
    return read_set(write(folder, new_set(set_id)))


def test_a_new_set_has_no_problem_and_no_finding(tmp_path: Path) -> None:
    files = begun(tmp_path)

    assert [*files.problems, *set_findings(files)] == []
    assert files.set.about.id == "ours"


def test_the_templates_are_sets_as_they_lie_in_the_package() -> None:
    folders = set_folders(data_folder("templates"))
    findings = [each for folder in folders for each in set_findings(read_set(folder))]

    assert [folder.name for folder in folders] == ["alone", "extending"]
    assert [each.set.about.id for each in map(read_set, folders)] == ["our-set", "our-set"]
    assert [str(each) for each in findings if "templates" in each.file] == []


def test_the_templates_travel_with_the_package() -> None:
    package = Path(screening.__file__).parent

    assert data_folder("templates").is_relative_to(package)


def test_nothing_of_a_template_is_left_but_its_words(tmp_path: Path) -> None:
    alone = "".join(new_set("ours").values())
    extending = "".join(extending_set("ours", find_set("first-contact")).values())

    assert not [word for word in ("our-set", "TITLE", "palermo/") if word in alone + extending]
    assert "palermo" not in extending
    assert list(new_set("ours"))[:2] == ["set.yaml", "indicators.yaml"]


def test_a_new_set_has_something_of_everything(tmp_path: Path) -> None:
    indicator_set = begun(tmp_path).set
    stages = [stage for stage, _, _ in indicator_set.questions()]

    assert 6 <= len(stages) <= 8
    assert stages[0] == "urgent"
    assert CHILD_FLAG in [flag.id for flag in indicator_set.about.flags]
    assert indicator_set.about.levels.clear_concern is not None
    assert indicator_set.about.levels.clear_concern.child is not None
    assert len(indicator_set.vignettes) >= 2
    assert indicator_set.about.sources
    assert any(each.when is None for each in indicator_set.guidance)


def test_a_new_set_teaches_in_a_dozen_comments() -> None:
    lines = [line for text in new_set("ours").values() for line in text.split("\n")]

    assert sum("# " in line for line in lines) >= 12


@pytest.mark.slow
@pytest.mark.parametrize("base", BUILT_IN)
def test_a_set_that_extends_another_has_no_problem_and_no_finding_of_its_own(base: str, tmp_path: Path) -> None:
    files = read_set(write(tmp_path, extending_set("ours", find_set(base))))

    own = [each for each in [*files.problems, *set_findings(files)] if files.is_own(each.file)]
    assert own == []
    assert files.set.extends is not None
    assert files.set.extends.id == base


def test_one_set_can_extend_another_that_was_begun_alike(tmp_path: Path) -> None:
    first = read_set(write(tmp_path / "first", extending_set("first", find_set("palermo")))).set
    catalog = read_catalog([tmp_path])

    second = read_set(write(tmp_path / "second", extending_set("second", first)), catalog).set

    added = {each.id for _, _, each in second.questions()} - {each.id for _, _, each in first.questions()}
    assert added == {"second-again"}


@pytest.mark.parametrize("title", ['Quotes " and \\', "Colon: and # hash", "BASE and TITLE", "長" * 300], ids=repr)
def test_the_title_of_what_is_extended_may_be_anything(title: str, tmp_path: Path) -> None:
    base = small_set([asked("one")], [], title=title)
    write(tmp_path / "base", _written(base))

    files = read_set(
        write(tmp_path / "ours", extending_set("ours", base)), SetCatalog({"small": tmp_path / "base"}, frozenset())
    )

    assert files.problems == ()
    assert files.set.about.title.startswith(title[:100])


def _written(base: IndicatorSet) -> dict[str, str]:
    title = base.about.title.replace("\\", "\\\\").replace('"', '\\"')
    return {
        "set.yaml": f'id: small\nversion: "1"\ntitle: "{title}"\nsections: [{{id: main, stage: questions}}]\n',
        "sections/main.yaml": "id: main\nquestions: [{id: one, ask: O?, record: O}]\n",
    }
