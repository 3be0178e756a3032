"""The part of `docs/whom-to-call.md` on what is known of the built-in numbers, made of the directories."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final, get_args

from screening.language.catalog import ENGLISH
from screening.reading.places import Directories
from screening.referral.directory import Directory
from screening.referral.freshness import YEARS_TO_WARN, doubts, last_seen
from screening.referral.reasons import is_urgent
from screening.referral.service import EVIDENCE_RANK, TO_DIAL, Contact, Service
from screening.sets.needs import NEEDS, Need
from screening.sets.vocabulary import Evidence
from screening.show.contacts import name_of
from screening.show.needs import NEED_NAME

PAGE = Path(__file__).resolve().parents[2] / "docs" / "whom-to-call.md"
BEGIN = "<!-- written by python -m tests.referrals.write_freshness: begin -->\n"
END = "<!-- end -->\n"
# An evidence for each column of numbers, with its heading.
GRADES: Final[Mapping[Evidence, str]] = {
    "official": "official page",
    "second_hand": "second hand",
    "repository": "code repository",
    "article": "article",
    "unverified": "no page",
}
AGES: Final = ("in three years", "older", "undated")
_HEAD = ("place", "services", "numbers", *GRADES.values(), *AGES, "confirmed", "`[not sure]`")


def directories() -> dict[str, Directory]:
    """What is built in, by place."""
    return dict(Directories())


def as_of(built_in: Mapping[str, Directory]) -> date:
    """The day that the page speaks of: that of the newest directory, so that it changes with them and not with time."""
    return date.fromisoformat(max(directory.as_of for directory in built_in.values()))


def listed(directory: Directory) -> list[tuple[Service, Contact]]:
    """Every contact with its service, the emergency number among them."""
    return [(service, contact) for service in directory.services for contact in service.contacts]


def age_of(contact: Contact, service: Service, today: date) -> str:
    """The column for when a contact was last seen."""
    seen = last_seen(contact, service, today)
    if seen.day == "unknown":
        return AGES[2]
    return AGES[1] if seen.long_ago(today) else AGES[0]


def counted(directory: Directory, today: date) -> dict[str, int]:
    """The numbers of a place in each column."""
    contacts = listed(directory)
    ages = [age_of(contact, service, today) for service, contact in contacts]
    return {
        "services": len(directory.services),
        "numbers": len(contacts),
        **{name: sum(contact.evidence == grade for _, contact in contacts) for grade, name in GRADES.items()},
        **{name: ages.count(name) for name in AGES},
        "confirmed": sum(last_seen(contact, service, today).is_confirmed(today) for service, contact in contacts),
        "`[not sure]`": sum(bool(doubts(contact, service, today)) for service, contact in contacts),
    }


def to_call_first(directory: Directory, today: date) -> list[tuple[Service, Contact, list[Need]]]:
    """The needs of a place for which every number to dial is in doubt, beside the best known number for each."""
    by_number: dict[tuple[str, str], tuple[Service, Contact, list[Need]]] = {}
    for need in get_args(Need):
        offered = [
            (service, contact)
            for service, contact in listed(directory)
            if need in service.offers and contact.kind in TO_DIAL and not is_urgent(service)
        ]
        if offered and all(doubts(contact, service, today) for service, contact in offered):
            service, contact = min(offered, key=lambda each: EVIDENCE_RANK[each[1].evidence])
            by_number.setdefault((service.id, contact.number), (service, contact, []))[2].append(need)
    return list(by_number.values())


def part() -> str:
    """What stands between the marks."""
    built_in = directories()
    return "".join(f"{line}\n" for line in _lines(built_in, as_of(built_in)))


def _lines(built_in: Mapping[str, Directory], today: date) -> Iterator[str]:
    counts = {place: counted(directory, today) for place, directory in built_in.items()}
    total = {name: sum(each[name] for each in counts.values()) for name in _HEAD[1:]}
    yield ""
    yield f"On {today}, of {total['numbers']} numbers and addresses {total['confirmed']} were confirmed by anybody, and"
    yield f"{total['`[not sure]`']} carry `[not sure]`. Older means more than {YEARS_TO_WARN} years."
    yield ""
    yield f"| {' | '.join(_HEAD)} |"
    yield f"|{'---|' * len(_HEAD)}"
    for place, each in counts.items():
        yield _row(f"`{place}` {built_in[place].name}", each)
    yield _row("all", total)
    yield ""
    yield "### What to call before you rely on a place"
    yield ""
    yield "For these needs every number that can be dialled carries `[not sure]`. Each is named with the service that is"
    yield "known best: call that one first. *Look up* means a line for a crisis or for children: never ring it to try it."
    yield "Call its office, or find the number on its page."
    for place, directory in built_in.items():
        found = to_call_first(directory, today)
        if not found:
            continue
        yield ""
        yield f"**{directory.name}** (`{place}`)"
        yield ""
        for service, contact, needs in found:
            names = "; ".join(ENGLISH.render(NEED_NAME[need]) for need in needs)
            how = "*look up*: " if any(NEEDS[need].lifeline for need in service.offers) else ""
            yield f"- {how}{name_of(service.names)}, {contact.number}: {names}"
    yield ""


def _row(name: str, numbers: Mapping[str, int]) -> str:
    return f"| {' | '.join([name, *(str(numbers[column]) for column in _HEAD[1:])])} |"


def page(text: str) -> str:
    """The whole page, with its part written anew."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + part() + END + rest.partition(END)[2]
