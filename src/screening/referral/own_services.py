"""An agency's own file, which adds services to a place or overrides them (pure)."""

from msgspec.structs import replace

from screening.referral.directory import Directory, Service
from screening.sets.fields import Day, FileStruct, Id, LongText, PlaceCode, ShortText


class OwnServices(FileStruct, frozen=True, kw_only=True):
    """An agency's own file: services that it adds to a place, or that take the place of those with the same id.

    Attributes:
        adds_to: the place.
        agency: whose file it is, as it is shown.
        leave_out: services of the place that the agency does not want to be named.
    """

    adds_to: PlaceCode
    agency: ShortText
    as_of: Day
    about: LongText | None = None
    services: tuple[Service, ...] = ()
    leave_out: tuple[Id, ...] = ()


def with_own(directory: Directory, own: OwnServices) -> Directory:
    """A directory with an agency's services: its own first, each shown as the agency's."""
    mine = tuple(replace(service, listed_by=own.agency) for service in own.services)
    overridden = {service.id for service in mine}
    theirs = (
        replace(service, withheld_by=own.agency) if service.id in own.leave_out else service
        for service in directory.services
        if service.id not in overridden
    )
    return replace(directory, services=(*mine, *theirs))
