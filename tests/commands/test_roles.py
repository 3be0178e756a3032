"""What is begun where no set is named: an agency's own set in its role, and never unnoticed."""

from pathlib import Path

import pytest

from screening.commands import demo, menu, run, session
from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.reading.problem import Unsound
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.order import SAFETY
from screening.sets.vocabulary import Role
from screening.terminal.conversation import Conversation
from screening.terminal.screen import Dialog
from tests.reading.test_roles import own
from tests.support.folders import SOUND, write
from tests.support.inside import run_inside
from tests.support.walks import Nobody
from tests.terminal.talking import SERVICES, after, said, way_to


@pytest.fixture(autouse=True)
def _no_search_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCREENING_PATH", raising=False)


def ours(folder: Path, role: Role, set_id: str = "ours") -> str:
    """A folder with a set that has a role."""
    write(folder / set_id, own(set_id, f"roles: [{role}]"))
    return str(folder)


def without(role: Role) -> SetCatalog:
    """The built-in sets but that of a role."""
    catalog = read_catalog()
    return SetCatalog(
        {name: path for name, path in catalog.folders.items() if role not in find_set(name).about.roles},
        catalog.built_in,
    )


# --- run -------------------------------------------------------------------------------------------------------------


def test_run_takes_the_full_set_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\nQuestions: palermo\n" in f"\n{run_inside(monkeypatch, 'run', '--plain').err}"


def test_run_takes_an_agencys_own_full_set_and_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finished = run_inside(monkeypatch, "run", "--plain", variables={"SCREENING_PATH": ours(tmp_path, "full")})

    assert "\nQuestions: ours\n" in f"\n{finished.err}"


def test_an_own_full_set_that_is_broken_is_told_and_no_other_taken_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ours(tmp_path, "full")
    (tmp_path / "ours" / "guidance.yaml").write_text("[", encoding="utf-8")

    finished = run_inside(monkeypatch, "run", "--plain", "--indicators", folder)

    assert (finished.code, finished.out) == (2, "")
    assert finished.err.startswith(f"{tmp_path / 'ours' / 'guidance.yaml'}:")


def test_without_a_full_set_run_wants_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "open_catalog", lambda *_: without("full"))

    finished = run_inside(monkeypatch, "run", "--plain")

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == ("screening: no set is marked as the full one. Name a set; 'screening sets' lists them.\n")


# --- the menu --------------------------------------------------------------------------------------------------------


def choices(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """The choices of the menu, without their numbers."""
    lines = run_inside(monkeypatch, *arguments, "--plain").err.splitlines()
    return [line.strip()[3:].strip() for line in lines if line.strip()[:1].isdigit()]


def test_the_menu_names_an_own_set_and_no_built_in_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin, first, *_ = choices(monkeypatch, "--indicators", ours(tmp_path, "full"))

    assert begin.endswith("Start a screening (ours)")
    assert first.endswith("for a first meeting")


@pytest.mark.parametrize(
    ("role", "gone"),
    [
        ("full", "Start a screening"),
        ("short", "First contact"),
        ("child", "A child"),
        ("alone", "Alone"),
    ],
)
def test_the_menu_leaves_out_what_no_set_is_there_for(role: Role, gone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    all_of_them = choices(monkeypatch)
    monkeypatch.setattr(menu, "open_catalog", lambda *_: without(role))

    some = choices(monkeypatch)

    assert len(some) == len(all_of_them) - 1
    assert any(gone in choice for choice in all_of_them)
    assert not any(gone in choice for choice in some)


def test_the_menu_lists_own_sets_by_their_titles_and_starts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "ours", own("ours", ""))
    write(tmp_path / "broken", {**own("broken", ""), "guidance.yaml": "["})

    finished = run_inside(monkeypatch, "--plain", "--indicators", str(tmp_path), given="8\n2\n1\n")

    listed = finished.err.partition("Your own sets\n")[2].partition("Questions: ours")[0]
    assert find_set("ours", read_catalog([tmp_path])).about.title + " (ours)" in listed
    assert "palermo" not in listed
    assert "the set 'broken' has problems and is skipped" in " ".join(listed.split())
    assert "\nQuestions: ours\n" in finished.err


def test_an_own_set_for_whoever_answers_alone_is_taken_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = choices(monkeypatch, "--indicators", ours(tmp_path, "alone"))

    assert [choice for choice in some if choice.startswith("Alone")] == [
        "Alone: a person reads and answers by themselves (ours)"
    ]


# --- the list, and check ---------------------------------------------------------------------------------------------


def taken(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> dict[str, list[str]]:
    """Of each set that is listed, what it is taken for."""
    out = run_inside(monkeypatch, "sets", *arguments).out
    entries = [" ".join(entry.split()) for entry in out.split("  - ")[1:]]
    return {entry.split()[0]: [part for part in entry.split("; ") if part.startswith("the ")] for entry in entries}


def test_the_list_says_which_set_is_taken_for_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built_in = taken(monkeypatch)
    with_own = taken(monkeypatch, "--indicators", ours(tmp_path, "full"))

    assert built_in["palermo"] == ["the full set"]
    assert built_in["first-contact"] == ["the set for a first contact"]
    assert built_in["child"] == ["the set for a child"]
    assert built_in["self-check"] == ["the set to answer alone"]
    assert (with_own["ours"], with_own["palermo"]) == (["the full set"], [])


def test_check_finds_two_sets_of_one_role(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours(tmp_path, "full", "a")
    folder = ours(tmp_path, "full", "b")

    finished = run_inside(monkeypatch, "check", folder)

    assert finished.code == 1
    assert f"the set in {tmp_path / 'a'} already has the role 'full'" in " ".join(finished.out.split())
    assert "role-twice" in finished.out


def test_check_lets_an_own_set_take_the_place_of_a_built_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = ours(tmp_path, "full")
    built_in = str(read_catalog().folders["palermo"])

    assert "role-twice" not in run_inside(monkeypatch, "check", folder, built_in).out


# --- the set for a child ---------------------------------------------------------------------------------------------


def card_of_a_child(catalog: SetCatalog, name: str = "palermo") -> Dialog:
    """The screening at the moment when somebody says that they are a child."""
    talk = session.Session(Nobody(), ENGLISH, catalog=catalog).screening(find_set(name, catalog))
    asked = Interview(find_set(name, catalog), SERVICES)
    assert after(talk, "ON", *way_to("flag", {"age": "child"}, interview=asked)) is talk
    return talk


def offered(talk: Dialog) -> list[object]:
    return [choice.value for choice in talk.screen().choices]


def test_with_a_child_the_built_in_set_is_offered_to_fill_in_what_is_known() -> None:
    assert offered(card_of_a_child(read_catalog())) == ["finish", "child_set", "go_on"]


@pytest.mark.parametrize(
    "found_out",
    [
        {"age": "child"},
        {"age": "child", "danger-now": "SKIP", "needs-doctor": "SKIP"},
        # When everything was asked already, and the age is corrected.
        {"age": "adult", "others-at-risk": "SKIP"},
    ],
    ids=["at once", "urgent questions skipped", "at the review"],
)
def test_what_the_set_for_a_child_asks_of_safety_comes_before_all_else_where_it_was_not_answered(
    found_out: dict[str, Answer],
) -> None:
    asked = Interview(find_set("palermo"), SERVICES)
    talk: Dialog = session.Session(Nobody(), ENGLISH).screening(find_set("palermo"))
    if found_out["age"] == "child":
        after(talk, "ON", *way_to("child", found_out, interview=asked))
    else:
        after(talk, "ON", *way_to("review", found_out, interview=asked), "item age", "child")
    assert isinstance(talk, Conversation)
    answered = talk.state.answers

    begun = after(talk, "child_set", "ON")

    assert isinstance(begun, Conversation)
    child = find_set("child")
    safety = [each.id for stage, _, each in child.questions() if stage in SAFETY]
    met = []
    while begun.step is not None and begun.step.kind != "turn":
        if begun.step.kind == "item" and not begun.step.again:
            met.append(begun.step.id)
        after(begun, "SKIP" if begun.step.kind == "item" else "ON")
    missing = [name for name in safety if name not in answered]
    assert missing != []
    assert met[: len(missing)] == missing
    assert {name: begun.state.answers.get(name) for name in safety if name in answered} == {
        name: answered[name] for name in safety if name in answered
    }


def test_without_a_set_for_a_child_the_card_offers_only_to_stop_or_to_go_on() -> None:
    assert offered(card_of_a_child(without("child"))) == ["finish", "go_on"]


def test_with_a_child_an_agencys_own_set_is_filled_in(tmp_path: Path) -> None:
    write(
        tmp_path / "ours",
        {
            "set.yaml": 'id: ours\nversion: "1"\ntitle: T\nextends: child\nroles: [child]\nflags: [{id: child, do: [Only our own card]}]\n'
        },
    )

    begun = after(card_of_a_child(read_catalog([tmp_path])), "child_set")

    assert begun is not None
    assert "Only our own card" in said(begun.screen().lines)


def test_from_the_set_for_a_child_the_way_back_leads_to_its_card() -> None:
    card = card_of_a_child(read_catalog())
    assert isinstance(card, Conversation)
    before = card.screen()

    begun = after(card, "child_set")

    assert begun is not card
    assert begun is not None
    assert after(begun, "BACK") is card
    assert card.screen() == before


def test_an_own_set_for_a_child_that_is_broken_is_told_before_the_first_question(tmp_path: Path) -> None:
    catalog = read_catalog([Path(ours(tmp_path, "child"))])
    (tmp_path / "ours" / "guidance.yaml").write_text("[", encoding="utf-8")

    with pytest.raises(Unsound, match="guidance"):
        session.Session(Nobody(), ENGLISH, catalog=catalog).screening(find_set("palermo"))


def test_a_set_for_a_child_offers_no_other(tmp_path: Path) -> None:
    catalog = read_catalog([Path(ours(tmp_path, "child"))])

    assert offered(card_of_a_child(catalog, "ours")) == ["finish", "go_on"]


# --- the example -----------------------------------------------------------------------------------------------------


def played(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    finished = run_inside(monkeypatch, "demo", *arguments)
    assert finished.code == 0, finished.err
    return next(line for line in finished.out.splitlines() if line)


def an_example(folder: Path, said: str, *, roles: str) -> None:
    files = {**own("ours", f"roles: [{roles}]")}
    write(folder / "ours", {**files, "vignettes/case.yaml": f"{said}\n{files['vignettes/case.yaml']}"})


def test_the_example_is_that_of_the_full_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert played(monkeypatch).endswith("An invented case: The quiet kitchen")

    an_example(tmp_path, "demo: true", roles="full")

    assert played(monkeypatch, "--indicators", str(tmp_path)).endswith("An invented case: A case")


@pytest.mark.parametrize(("said", "roles"), [("", "full"), ("demo: true", "short")])
def test_where_the_full_set_has_no_example_it_is_that_of_another(
    said: str, roles: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_example(tmp_path, said, roles=roles)

    assert played(monkeypatch, "--indicators", str(tmp_path)).endswith("An invented case: The quiet kitchen")


def test_without_any_example_one_has_to_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalog = SetCatalog({"sound": write(tmp_path, SOUND)}, frozenset())
    monkeypatch.setattr(demo, "open_catalog", lambda *_: catalog)

    finished = run_inside(monkeypatch, "demo")

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == "screening: no vignette is marked as the demo. Name one, such as SET/VIGNETTE.\n"
