"""An agency's own file, which adds services to a place or overrides them (pure)."""

from msgspec.structs import replace

from screening.referral.calls import Call, with_calls
from screening.referral.directory import Directory
from screening.referral.service import Service
from screening.sets.fields import Day, FileStruct, Id, LongText, PlaceCode, ShortText


class OwnServices(FileStruct, frozen=True, kw_only=True):
    """An agency's own file: services that it adds to a place, or that take the place of those with the same id.

    Attributes:
        adds_to: the place.
        agency: whose file it is, as it is shown.
        leave_out: services of the place that the agency does not want to be named.
        calls: what was found when its desk called the numbers.
    """

    adds_to: PlaceCode
    agency: ShortText
    as_of: Day
    about: LongText | None = None
    services: tuple[Service, ...] = ()
    leave_out: tuple[Id, ...] = ()
    calls: tuple[Call, ...] = ()


def with_own(directory: Directory, own: OwnServices) -> Directory:
    """A directory with an agency's services, its own first and shown as the agency's, and with what its calls found."""
    mine = tuple(replace(service, listed_by=own.agency) for service in own.services)
    overridden = {service.id for service in mine}
    theirs = (
        replace(service, withheld_by=own.agency) if service.id in own.leave_out else service
        for service in directory.services
        if service.id not in overridden
    )
    return with_calls(replace(directory, services=(*mine, *theirs)), own.calls, own.agency)
