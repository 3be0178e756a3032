"""Command lines: right ones, wrong ones, and what somebody might paste there."""

import itertools
from collections.abc import Mapping, Sequence
from random import Random
from typing import Final, get_args

from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from tests.fuzz import changed_files, hostile
from tests.fuzz.given import Given
from tests.fuzz.typed import typed_talk

# `@` stands for the folder of what is given, `@/..` for the folder of all of its kind.
_SETS = [
    "@",
    "@",
    "@",
    "@/set.yaml",
    "any-yes",
    "our-set",
    "first-contact",
    "self-check",
    "kitchen",
    "no-such-set",
    "@/sections",
]
_PATHS = [
    "@",
    "@",
    "@",
    "@/set.yaml",
    "@/locale",
    "@/vignettes",
    "missing",
    ".",
    "",
    "@/@",
    "/dev/null",
    "@/nowhere/x.yaml",
]
_OWN = ["@/small-house.yaml", "@/xx.yaml", "@", "missing.yaml", "/dev/null", ""]
_OUTSIDE = ["@", "@/..", "@/..", "missing", "."]
_FORMATS = ["terminal", "markdown", "html", "json", "text", "github", "yaml"]
_YES_NO = ["yes", "no", "unclear", "declined", "y", "true"]
_PLACES = ["xx", "mo", "hk", "intl", "other", "Somewhere", "macau", "MO", "zz", "."]
_TIMES = [
    *("2026-11-28T03:00", "2026-11-28", "0001-01-01T00:00", "9999-12-31T23:59", "2999-06-01T12:00", "1900-01-01T00:00"),
    *(
        "2026-11-28T03:00+23:59",
        "2026-W48-6",
        "20261128T030000Z",
        "now",
        "2026-03-29T02:30",
        "1970-01-01T00:00:00.000001",
    ),
]
_DAYS = ["2026-01-31", "0001-01-01", "9999-12-31", "2026-02-30", "20260131", "2026-W05", "today"]

Values = Sequence[str] | None  # None: an option without a value
_FOLDERS: Final[Mapping[str, Values]] = {"--indicators": _OUTSIDE}
_SERVICES: Final[Mapping[str, Values]] = {"--services": _OWN}
_ABOUT: Final[Mapping[str, Values]] = {
    "--need": get_args(Need),
    "--language": ["tl", "en", "yue", "Chinese", "xx", "declined"],
    "--district": ["north", "wan-chai", "Wan Chai", "declined", "xx"],
    "--seeks-protection": _YES_NO,
    **{
        f"--{name.replace('_', '-')}": [*(CIRCUMSTANCES[name].values or _YES_NO), "declined", "unclear"]
        for name in ("age", "gender", "situation", "identity_card", "may_stay", "with_children", "abroad", "police")
    },
}
_CASES: Final[Mapping[str, Values]] = {"--vignettes": ["@/vignettes", "@", "@/..", "x"], "--set": _SETS}
_FORMAT: Final[Mapping[str, Values]] = {"--format": _FORMATS}
# What each command takes: what stands without a name, the options, and how often it is chosen.
COMMANDS: Final[Mapping[str, tuple[Sequence[str], Mapping[str, Values], int]]] = {
    "": ((), {"--plain": None, "--version": None, "--place": _PLACES, **_FOLDERS, **_SERVICES}, 2),
    "demo": (
        ["quiet-kitchen", "one-thing", "tea", "any-yes/tea", "x"],
        {"--all": None, "--plain": None, **_FOLDERS, **_SERVICES},
        1,
    ),
    "run": (_SETS, {"--plain": None, "--place": _PLACES, **_FORMAT, **_FOLDERS, **_SERVICES}, 8),
    "resume": ((), {"--plain": None, "--place": _PLACES, **_FORMAT, **_FOLDERS, **_SERVICES}, 1),
    # Without --save: nothing is written here but by `new`.
    "practise": (
        ["quiet-kitchen", "one-thing", "tea", "any-yes/tea", "x"],
        {
            "--plain": None,
            "--list": None,
            "--script": None,
            "--random": None,
            "--code-only": None,
            "--level": ["easy", "medium", "hard", "x"],
            "--cases": ["1", "3", "0", "-1", "9999", "x"],
            "--seed": ["7", "-7", "x", "9" * 40],
            "--place": _PLACES,
            **_CASES,
            **_FORMAT,
            **_FOLDERS,
            **_SERVICES,
        },
        4,
    ),
    "sets": ((), _FOLDERS, 8),
    "show": (_SETS, {**_FORMAT, **_FOLDERS}, 12),
    "interpreter-sheet": (
        _SETS,
        {"--with": ["id", "zh-Hant", "xx", "", "en"], "--language": ["fil", "xx", ""], **_FORMAT, **_FOLDERS},
        4,
    ),
    "form": (
        _SETS,
        {"--with": ["id", "zh-Hant", "xx", ""], "--language": ["fil", "xx", ""], **_FORMAT, **_FOLDERS},
        4,
    ),
    "services": (
        (),
        {
            "--place": _PLACES,
            **_ABOUT,
            **_SERVICES,
            **_FORMAT,
            "--at": _TIMES,
        },
        12,
    ),
    "services card": (
        (),
        {"--place": _PLACES, **_ABOUT, **_SERVICES, **_FORMAT, "--at": _TIMES, "--safe-to-carry": ["yes", "no", "x"]},
        4,
    ),
    "services codes": ((), {"--plain": None, "--place": _PLACES, **_SERVICES, **_FORMAT}, 2),
    "services confirm": ((), {"--sheet": None, "--place": _PLACES, **_SERVICES, "--at": _TIMES}, 4),
    "services stale": (
        (),
        {"--place": _PLACES, **_SERVICES, **_FORMAT, "--at": _TIMES, "--within": ["0", "90", "-1", "99999", "x"]},
        4,
    ),
    "workshop handout": (
        ["quiet-kitchen", "one-thing", "tea", "any-yes/tea", "x"],
        {"--set": _SETS, **_FORMAT, **_FOLDERS},
        2,
    ),
    "workshop collect": (
        ["-", "codes.txt", "set.yaml", "x"],
        {"--set": _SETS, "--case": ["quiet-kitchen", "one-thing", "x"], "--plain": None, **_FOLDERS},
        2,
    ),
    "workshop report": (
        ["-", "codes.txt", "set.yaml", "x"],
        {"--set": _SETS, "--before": ["-", "codes.txt"], "--for-authors": None, "--plain": None, **_FORMAT, **_FOLDERS},
        2,
    ),
    "glossary": (["debt bondage", "wages", "forced labor", "抵債勞動", "-", "x"], {**_FORMAT}, 4),
    "check": (_PATHS, {**_FORMAT, **_FOLDERS, **_CASES, "--today": _DAYS}, 16),
    "test": (_SETS, {**_FOLDERS, **_CASES}, 8),
    "new": (
        ["house", "our-set", "Our Set", "con", "x" * 50, "x" * 51, "a.b", "-x"],
        {"--in": [".", "deep/er", "x y"], "--extends": _SETS, **_FOLDERS},
        4,
    ),
    "new vignette": (
        ["late-bus", "late-bus.yaml", "Late Bus", "con", "x" * 51, "-x"],
        {"--in": [".", "deep/er", "x y"], "--set": _SETS, "--story": ["@", "x"], "--plain": None, **_FOLDERS},
        4,
    ),
    "schema": (
        ["set", "indicators", "section", "guidance", "referrals", "own-services", "vignette", "glossary", "x"],
        {"--extending": None},
        2,
    ),
    "score": (_SETS, _FOLDERS, 12),
}


def command_line(choose: Random) -> Given:
    """A command line about a changed set, directory or glossary."""
    (command,) = choose.choices(list(COMMANDS), [often for _, _, often in COMMANDS.values()])
    named, options, _ = COMMANDS[command]
    about = _about(choose, command)
    arguments = command.split()
    arguments += [_said(choose, named) for _ in range(choose.choice((1, 1, 1, 1, 0, 2)))] if named else []
    for option in choose.sample(list(options), min(len(options), choose.choice((0, 1, 1, 2, 4)))):
        values = options[option]
        arguments += [option, *([_said(choose, values)] if values is not None else [])]
    if (
        about.base in {"small-house", "harbour-house", "somewhere"}
        and "--services" in options
        and choose.random() < 0.7
    ):
        (file,) = about.files
        arguments += ["--services", f"@/{file}"]
    if choose.random() < 0.15:
        arguments = _mutated(choose, arguments)
    arguments = [each.replace("\0", "") for each in arguments]
    variables: dict[str, str] = {}
    if choose.random() < 0.08:
        name = choose.choice(("SCREENING_SERVICES", "SCREENING_PATH"))
        variables[name] = choose.choice(("@", "@/..", ":", "@:@", " ", hostile.argument(choose)[:300]))
    typed = "\n".join(typed_talk(choose) for _ in range(choose.randrange(25))).encode(errors="surrogatepass")
    return Given(about.base, about.files, _kept_inside(arguments), variables, typed, choose.getrandbits(32))


def _about(choose: Random, command: str) -> Given:
    """What stands in the folder that the command line is about."""
    chance = choose.random()
    if (
        command
        in {
            "services",
            "services card",
            "services codes",
            "services confirm",
            "services stale",
            "run",
            "demo",
            "resume",
            "",
        }
        and chance < 0.8
    ):
        return changed_files.own_services(choose) if chance < 0.4 else changed_files.directory(choose)
    if command == "check" and chance < 0.4:
        return choose.choice(
            (changed_files.own_services, changed_files.directory, changed_files.glossary, changed_files.comments)
        )(choose)
    return changed_files.small_set(choose) if chance < 0.97 else changed_files.real_set(choose)


def _said(choose: Random, values: Sequence[str]) -> str:
    return choose.choice(values) if choose.random() < 0.88 else hostile.argument(choose)


def _mutated(choose: Random, arguments: list[str]) -> list[str]:
    changed = list(arguments)
    at = choose.randint(0, len(changed))
    match choose.randrange(7):
        case 0:
            changed[at : at + 1] = []
        case 1:
            changed.insert(at, hostile.argument(choose))
        case 2:
            choose.shuffle(changed)
        case 3:
            changed = [*changed, *changed]
        case 4:
            changed.insert(
                at, choose.choice(("--help", "-h", "--", "--version", "-", "--format=json", "--x", "--plain=1"))
            )
        case 5:
            changed = [f"{each}={other}" for each, other in itertools.pairwise(changed)]
        case _:
            changed[at:at] = [choose.choice([*COMMANDS, "run"])]
    return changed


def _kept_inside(arguments: Sequence[str]) -> tuple[str, ...]:
    """The arguments, such that `new` writes nowhere but below the folder in which it is run."""
    if "new" not in arguments:
        return tuple(arguments)
    folders = {"@", "@/.."}
    return tuple(
        each
        if each in folders and arguments[index - 1] == "--indicators"
        else each.replace("/", "_").replace("..", "__").replace("@", "_")
        for index, each in enumerate(arguments)
    )
