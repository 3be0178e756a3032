"""What the library promises: built-in sets and directories by their names, others by their path, and help where there is none."""

from pathlib import Path

import pytest

from screening.reading import set_catalog
from screening.reading.places import Directories, places
from screening.reading.problem import Unsound
from screening.reading.set_catalog import data_folder, read_catalog, set_folders, set_ids
from screening.reading.sets import find_set
from tests.support.folders import SOUND, write
from tests.support.problems import said

BUILT_IN_SETS = ["first-contact", "palermo"]
BUILT_IN_PLACES = ["hk"]


def test_the_built_in_sets_are_there() -> None:
    assert set(BUILT_IN_SETS) <= set(set_ids())
    assert set_ids() == sorted(set_ids())


@pytest.mark.parametrize("name", BUILT_IN_SETS)
def test_a_built_in_set_is_found_by_its_name_which_is_its_id(name: str) -> None:
    assert find_set(name).about.id == name


@pytest.mark.parametrize("name", BUILT_IN_PLACES)
def test_a_built_in_directory_is_found_by_its_place(name: str) -> None:
    assert name in places()
    assert Directories()[name].place == name


@pytest.mark.parametrize("name", ["", "set.yaml"], ids=["folder", "file"])
def test_a_set_is_found_by_its_path(name: str, tmp_path: Path) -> None:
    write(tmp_path, SOUND)

    assert find_set(str(tmp_path / name)).about.id == "sound"


def test_a_set_is_found_by_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "mine", SOUND)
    monkeypatch.chdir(tmp_path)

    assert find_set("mine").about.id == "sound"


def test_a_built_in_name_is_never_a_folder_that_happens_to_lie_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "palermo", SOUND)
    monkeypatch.chdir(tmp_path)

    assert find_set("palermo").about.id == "palermo"


def test_an_unknown_name_says_what_was_probably_meant() -> None:
    with pytest.raises(Unsound) as caught:
        find_set("palermmo")

    says = "palermmo:1:1: there is no such set. Did you mean 'palermo'? Or give the path of a set's folder."
    assert str(caught.value) == says


def test_a_name_unlike_any_lists_what_there_is() -> None:
    with pytest.raises(Unsound, match=r"there is no such set\. Known: .*first-contact, .*palermo"):
        find_set("zzz")


def test_a_folder_without_a_set_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(Unsound, match="there is no such set"):
        find_set(str(tmp_path))


def test_a_set_with_problems_is_not_used(tmp_path: Path) -> None:
    write(tmp_path, {**SOUND, "guidance.yaml": "["})

    with pytest.raises(Unsound, match=r"guidance\.yaml:2:1: this is not YAML"):
        find_set(str(tmp_path))


def test_sets_are_the_folders_with_a_set_file_by_name(tmp_path: Path) -> None:
    for name in ("b", "a"):
        write(tmp_path / name, SOUND)
    (tmp_path / "empty").mkdir()

    assert set_folders(tmp_path) == [tmp_path / "a", tmp_path / "b"]


def test_data_travels_inside_the_package_where_it_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data" / "indicators").mkdir(parents=True)
    monkeypatch.setattr(set_catalog, "_PACKAGE", tmp_path)

    assert data_folder("indicators") == tmp_path / "data" / "indicators"
    assert data_folder("referrals") == tmp_path.parents[1] / "referrals"


# --- folders besides the built-in one --------------------------------------------------------------------------------


def test_a_set_of_another_folder_is_found_by_its_id_whatever_its_folder_is_called(tmp_path: Path) -> None:
    write(tmp_path / "any name", SOUND)

    set_catalog = read_catalog([tmp_path])

    assert set_ids(set_catalog) == [*set_ids(), "sound"]
    assert find_set("sound", set_catalog).about.id == "sound"
    assert said(set_catalog.origin("sound")) == f"from {tmp_path / 'any name'}"
    assert said(set_catalog.origin("palermo")) == "built in"


def test_the_folder_of_a_single_set_will_do(tmp_path: Path) -> None:
    assert "sound" in read_catalog([write(tmp_path, SOUND)]).folders


def test_without_its_folder_a_set_is_not_known(tmp_path: Path) -> None:
    write(tmp_path / "mine", SOUND)

    with pytest.raises(Unsound, match="there is no such set"):
        find_set("sound")


def test_a_folder_that_is_named_twice_or_is_the_built_in_one_holds_no_second_set(tmp_path: Path) -> None:
    write(tmp_path / "mine", SOUND)

    set_catalog = read_catalog([tmp_path, tmp_path / "mine", tmp_path / "mine" / "..", data_folder("indicators")])

    assert set_ids(set_catalog) == [*set_ids(), "sound"]


def test_an_id_that_two_sets_have_is_told_with_both_places(tmp_path: Path) -> None:
    palermo = SOUND["set.yaml"].replace("id: sound", "id: palermo")
    write(tmp_path / "a", {"set.yaml": palermo})
    write(tmp_path / "b" / "one", SOUND)
    write(tmp_path / "b" / "two", {"set.yaml": f"# a comment\n{SOUND['set.yaml']}"})

    with pytest.raises(Unsound) as caught:
        read_catalog([tmp_path / "b", tmp_path / "a"])

    first, second = map(str, caught.value.problems)
    built_in = data_folder("indicators") / "palermo"
    assert first.startswith(f"{tmp_path}/a/set.yaml:1:5: there is already a set 'palermo', in {built_in}. ")
    assert second.startswith(f"{tmp_path}/b/two/set.yaml:2:5: there is already a set 'sound', in {tmp_path}/b/one. ")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unsound, match=r"nowhere:1:1: this cannot be read: there is no such folder\. Check the path\."):
        read_catalog([tmp_path / "nowhere"])


@pytest.mark.parametrize("about", ["[", "- x", "title: T", "id: ''", "id: 7"])
def test_a_set_whose_id_cannot_be_read_is_found_by_its_folder_so_that_its_problems_are_told(
    about: str, tmp_path: Path
) -> None:
    write(tmp_path / "mine", {"set.yaml": about})

    with pytest.raises(Unsound, match=r"mine/set\.yaml:\d+:\d+: "):
        find_set("mine", read_catalog([tmp_path]))


def test_a_set_extends_one_of_another_folder(tmp_path: Path) -> None:
    write(tmp_path / "a" / "base", SOUND)
    mine = write(tmp_path / "b" / "mine", {"set.yaml": 'id: mine\nversion: "1"\ntitle: M\nextends: sound\n'})
    set_catalog = read_catalog([tmp_path / "a"])

    assert find_set(str(mine), set_catalog).about.id == "mine"
    assert (
        find_set("mine", read_catalog([tmp_path / "b", tmp_path / "a"])).indicators
        == find_set("sound", set_catalog).indicators
    )
