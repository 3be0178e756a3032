"""The commands of `screening services`, a group with one job a command. Every body is one late import."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any

import typer

from screening.commands.command_kinds import Group
from screening.commands.command_line import command_of, language, spoken
from screening.commands.option_values import YesNoOption
from screening.commands.options import OutputFormat, OwnServicesOption, Place, TerminalOrJson
from screening.commands.person_options import (
    Abroad,
    At,
    District,
    IdentityCard,
    Languages,
    MayStay,
    Needs,
    PersonsAge,
    PersonsGender,
    Police,
    SeeksProtection,
    Situations,
    WithChildren,
)
from screening.language.marks import gettext_noop

if TYPE_CHECKING:
    from screening.commands.service_request import ServiceRequest

DEFAULT = "list"


class _ListsByDefault(Group):
    """A group whose first command is meant where only options are given."""

    def parse_args(self, context: Any, given: list[str]) -> list[str]:
        """Put the first command in, unless a command or the group's own help is asked for."""
        # A shell that asks what may stand here, and the help, want the group itself.
        nothing = not given and not context.resilient_parsing
        options = bool(given) and given[0].startswith("-") and given[0] not in context.help_option_names
        return super().parse_args(context, [DEFAULT, *given] if nothing or options else given)

    def shell_complete(self, context: Any, incomplete: str) -> list[Any]:
        """What may stand here: the commands, and the options of the first one."""
        found: list[Any] = super().shell_complete(context, incomplete)
        if not incomplete.startswith("-"):
            return found
        first: Any = self.commands[DEFAULT]
        with first.make_context(DEFAULT, [], parent=context, resilient_parsing=True) as below:
            return [*first.shell_complete(below, incomplete)]


services_app = typer.Typer(
    cls=_ListsByDefault,
    rich_markup_mode=None,
    epilog="screening services --need shelter --gender man",
    help=gettext_noop("List whom to call, and keep that list true. Without a command: list."),
)


def _request_of(
    place: Place = None,
    need: Needs = None,
    age: PersonsAge = None,
    gender: PersonsGender = None,
    situation: Situations = None,
    language_: Languages = None,
    identity_card: IdentityCard = None,
    may_stay: MayStay = None,
    with_children: WithChildren = None,
    abroad: Abroad = None,
    district: District = None,
    police: Police = None,
    seeks_protection: SeeksProtection = None,
    at: At = None,
    own: OwnServicesOption = None,
) -> "ServiceRequest":
    """What is asked for, of all that can be said of a person."""
    from screening.commands.service_request import ServiceRequest

    return ServiceRequest(
        language=language(),
        texts_in=spoken(),
        place=place,
        needs=need or (),
        age=age,
        gender=gender,
        situation=situation or (),
        languages=language_ or (),
        identity_card=identity_card,
        may_stay=may_stay,
        with_children=with_children,
        abroad=abroad,
        district=district,
        police=police,
        seeks_protection=seeks_protection,
        at=at,
        own=own or (),
    )


def _about_a_person(body: Callable[..., int]) -> Callable[..., int]:
    """A command with the options of `_request_of` in the place of its argument `request`, which is made of them."""
    of_a_person = signature(_request_of).parameters
    parameters = [
        each.replace(kind=Parameter.KEYWORD_ONLY)
        for own in signature(body).parameters.values()
        for each in (of_a_person.values() if own.name == "request" else (own,))
    ]

    @wraps(body)
    def command(**given: Any) -> int:
        request = _request_of(**{name: given.pop(name) for name in of_a_person})
        return body(request=request, **given)

    # Typer reads both.
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


@command_of(
    services_app,
    gettext_noop("List whom to call, for a person's circumstances."),
    "screening services list --need shelter --gender man",
    DEFAULT,
)
@_about_a_person
def list_services(*, request: "ServiceRequest", format_: OutputFormat = "terminal") -> int:
    from screening.commands import services

    return services.list_services(request, format_)


@command_of(
    services_app,
    gettext_noop("Make a small card that the person can carry."),
    "screening services card --need shelter --format html > card.html",
)
@_about_a_person
def card(
    *,
    safe_to_carry: Annotated[
        YesNoOption | None,
        typer.Option(metavar="ANSWER", help=gettext_noop("What the person said about carrying a card.")),
    ] = None,
    names_in: Annotated[
        str | None,
        typer.Option(
            metavar="CODE", help=gettext_noop("The language of the card, such as zh-Hant; otherwise the person's.")
        ),
    ] = None,
    leave_off: Annotated[
        list[str] | None,
        typer.Option(metavar="NUMBER", help=gettext_noop("Not on the card. May be given again.")),
    ] = None,
    request: "ServiceRequest",
    format_: OutputFormat = "terminal",
) -> int:
    from screening.commands import services

    return services.make_card(request, safe_to_carry, format_, names_in, leave_off or ())


@command_of(
    services_app, gettext_noop("List the numbers that have to be called again."), "screening services stale --within 90"
)
def stale(
    within: Annotated[
        int,
        typer.Option(metavar="DAYS", help=gettext_noop("Also those to call within so many days.")),
    ] = 0,
    place: Place = None,
    at: At = None,
    own: OwnServicesOption = None,
    format_: OutputFormat = "terminal",
) -> int:
    from screening.commands import services

    return services.list_stale(_request_of(place=place, at=at, own=own), format_, within)


@command_of(
    services_app,
    gettext_noop("List the codes of places, of the districts of one, and of languages."),
    "screening services codes --place hk",
)
def codes(place: Place = None, own: OwnServicesOption = None, format_: TerminalOrJson = "terminal") -> int:
    from screening.commands import codes

    return codes.list_codes(_request_of(place=place, own=own), format_)


@command_of(
    services_app,
    gettext_noop("Call the numbers, one after the other, and keep what you find."),
    "screening services confirm --services our-services.yaml",
)
def confirm(
    sheet: Annotated[
        bool, typer.Option("--sheet", help=gettext_noop("Print them as a page for paper, with boxes."))
    ] = False,
    agency: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=gettext_noop("Your agency, as it is shown, where its file is new.")),
    ] = None,
    place: Place = None,
    need: Needs = None,
    at: At = None,
    own: OwnServicesOption = None,
) -> int:
    from screening.commands import confirm_services

    wanted = _request_of(place=place, need=need, at=at, own=own)
    return confirm_services.print_sheet(wanted) if sheet else confirm_services.confirm(wanted, agency)
