"""Which set is taken where none is named."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import pytest

from screening.reading.problem import Unsound
from screening.reading.roles import roles_twice, set_with_role
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.sets import find_set, read_set
from screening.sets.fingerprint import fingerprint
from screening.sets.vocabulary import Role
from tests.support.folders import SOUND, write
from tests.support.problems import said


def own(set_id: str, said: str) -> Mapping[str, str]:
    """The files of a set that says something of its roles."""
    return {**SOUND, "set.yaml": SOUND["set.yaml"].replace("id: sound\n", f"id: {set_id}\n{said}\n")}


@pytest.mark.parametrize(("role", "name"), [("full", "palermo"), ("short", "first-contact"), ("child", "child")])
def test_a_built_in_set_has_each_role(role: Role, name: str) -> None:
    assert role in get_args(Role)
    assert set_with_role(role, read_catalog()) == name


def test_no_two_built_in_sets_have_one_role() -> None:
    assert list(roles_twice(read_catalog().folders.values())) == []


def test_an_agencys_own_set_comes_before_the_built_in_one_in_its_role_and_in_no_other(tmp_path: Path) -> None:
    write(tmp_path / "ours", own("ours", "roles: [full]"))
    catalog = read_catalog([tmp_path])

    assert set_with_role("full", catalog) == "ours"
    assert set_with_role("short", catalog) == "first-contact"


def test_a_set_may_have_several_roles(tmp_path: Path) -> None:
    write(tmp_path / "ours", own("ours", "roles: [short, full]"))

    assert [set_with_role(role, read_catalog([tmp_path])) for role in ("full", "short")] == ["ours", "ours"]


def test_a_set_does_not_get_its_role_from_the_one_that_it_extends(tmp_path: Path) -> None:
    write(tmp_path / "ours", {"set.yaml": 'id: ours\nversion: "1"\ntitle: Ours\nextends: palermo\n'})
    catalog = read_catalog([tmp_path])

    assert set_with_role("full", catalog) == "palermo"
    assert find_set("ours", catalog).about.roles == ()


def test_of_two_own_sets_with_one_role_none_is_guessed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, own(name, "roles: [full]"))
    catalog = read_catalog([tmp_path])

    with pytest.raises(Unsound) as raised:
        set_with_role("full", catalog)

    (problem,) = raised.value.problems
    assert (problem.file, problem.line, problem.column) == (str(tmp_path / "b" / "set.yaml"), 2, 9)
    assert said(problem.message) == f"the set in {tmp_path / 'a'} already has the role 'full'"
    assert set_with_role("short", catalog) == "first-contact"


@pytest.mark.parametrize("said", ["roles: full", "roles: {full: yes}", "roles: [[full]]", "roles: [", "roles: []"])
def test_a_file_that_does_not_list_a_role_has_none(said: str, tmp_path: Path) -> None:
    write(tmp_path / "ours", own("ours", said))

    assert set_with_role("full", read_catalog([tmp_path])) == "palermo"


def test_where_no_set_has_a_role_there_is_none(tmp_path: Path) -> None:
    assert set_with_role("full", SetCatalog({"sound": write(tmp_path, SOUND)}, frozenset({"sound"}))) is None


def test_a_role_that_there_is_not_is_a_problem_at_its_line(tmp_path: Path) -> None:
    (problem,) = read_set(write(tmp_path, own("ours", "roles: [ful]"))).problems

    assert (problem.line, problem.column) == (2, 9)
    assert "'full'" in str(problem)


def test_a_role_and_an_example_change_nothing_of_what_an_answer_means(tmp_path: Path) -> None:
    plain = write(tmp_path / "plain", SOUND)
    files = {**own("sound", "roles: [full, short, child]")}
    files["vignettes/case.yaml"] = files["vignettes/case.yaml"].replace("title:", "demo: true\ntitle:")
    taken = write(tmp_path / "taken", files)

    assert fingerprint(read_set(taken).set) == fingerprint(read_set(plain).set)
