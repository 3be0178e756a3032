"""Which circumstances matter for whom to call (pure).

Nothing is matched here: what a service looks at stands in it. So it is quick enough to be asked before every question.
"""

from collections.abc import Collection, Iterator, Mapping

from screening.referral.anywhere import directory_of
from screening.referral.directory import Directory
from screening.referral.reasons import needs_room_for_a_child, protects_children, reasons_against
from screening.referral.service import BARRIERS, Service
from screening.sets.answers import Answers
from screening.sets.needs import ABROAD, Need


class ServicesLookedAt:
    """The services of all places, by the circumstances that each of them looks at."""

    def __init__(self, directories: Mapping[str, Directory]) -> None:
        """Args: directories: the directory of each place."""
        self._directories = directories
        self._by_place: dict[str, dict[str, list[Service]]] = {}

    def look_at(self, circumstance: str, needs: Collection[Need], recorded: Answers) -> bool:
        """Whether an answer to the question about a circumstance could change whom to call, or in which order.

        Args:
            circumstance: its id.
            needs: what may be needed.
            recorded: what is recorded, the place among it. Services that are left out by it for certain do not count.
        """
        directory = directory_of(recorded, self._directories)
        if directory is None:
            return False
        if circumstance == "abroad" and not directory.answers.isdisjoint(ABROAD):
            # It is a need by itself.
            return True
        known = {name: answer for name, answer in recorded.items() if name != circumstance}
        return any(
            not any(reason.certain for reason in reasons_against(service, known, None, directory.districts))
            for service in self._services(directory).get(circumstance, ())
            if _meets(service, needs, known)
        )

    def _services(self, directory: Directory) -> Mapping[str, list[Service]]:
        if directory.place not in self._by_place:
            found: dict[str, list[Service]] = {}
            for service in directory.services:
                for circumstance in looked_at(service):
                    found.setdefault(circumstance, []).append(service)
            self._by_place[directory.place] = found
        return self._by_place[directory.place]


def _meets(service: Service, needs: Collection[Need], known: Answers) -> bool:
    """Whether it is among those that are looked through for one of the needs."""
    if not set(service.offers).isdisjoint(needs):
        return True
    return protects_children(service) and any(needs_room_for_a_child(need, known) for need in needs)


def looked_at(service: Service) -> frozenset[str]:
    """The circumstances whose answers matter to a service; wishes are not among them."""
    return frozenset(_looked_at(service))


def _looked_at(service: Service) -> Iterator[str]:
    serves = service.serves
    said = {
        "gender": bool(serves.gender),
        "age": bool(serves.ages),
        "situation": bool(serves.situations),
        "district": bool(service.districts),
        "with_children": serves.with_children is False,
        "abroad": serves.abroad is not None,
        "languages": bool(service.languages) or any(contact.spoken for contact in service.contacts),
    }
    yield from (circumstance for circumstance, matters in said.items() if matters)
    yield from (BARRIERS[barrier.kind][0] for barrier in service.barriers if barrier.value != "no")
