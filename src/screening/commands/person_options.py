"""What is asked for at the desk, as options: what is needed, and the circumstances of a person."""

from typing import Annotated

import typer

from screening.commands.completed_names import district_codes, language_codes
from screening.commands.option_values import Age, Gender, NeedOption, Situation, YesNoOption
from screening.language.marks import gettext_noop

Needs = Annotated[
    list[NeedOption] | None,
    typer.Option("--need", metavar="NEED", help=gettext_noop("Only this need. May be given again.")),
]
PersonsAge = Annotated[Age | None, typer.Option("--age", metavar="AGE", help=gettext_noop("As far as is known."))]
PersonsGender = Annotated[
    Gender | None,
    typer.Option("--gender", metavar="GENDER", help=gettext_noop("For services open only to some people.")),
]
Situations = Annotated[
    list[Situation] | None, typer.Option("--situation", metavar="SITUATION", help=gettext_noop("May be given again."))
]
Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language",
        metavar="LANGUAGE",
        autocompletion=language_codes,
        help=gettext_noop("A code such as tl, or a name. May be given again. 'screening services codes' lists them."),
    ),
]
IdentityCard = Annotated[
    YesNoOption | None,
    typer.Option(
        "--identity-card", metavar="ANSWER", help=gettext_noop("Whether the person has an identity card of the place.")
    ),
]
MayStay = Annotated[
    YesNoOption | None,
    typer.Option("--may-stay", metavar="ANSWER", help=gettext_noop("Whether the person may stay in the place.")),
]
WithChildren = Annotated[
    YesNoOption | None,
    typer.Option("--with-children", metavar="ANSWER", help=gettext_noop("Whether children are with the person.")),
]
Abroad = Annotated[
    YesNoOption | None, typer.Option("--abroad", metavar="ANSWER", help=gettext_noop("Whether the person is abroad."))
]
District = Annotated[
    str | None,
    typer.Option(
        "--district",
        metavar="DISTRICT",
        autocompletion=district_codes,
        help=gettext_noop("A code such as wan-chai, or a name. 'screening services codes' lists them."),
    ),
]
Police = Annotated[
    YesNoOption | None,
    typer.Option("--police", metavar="ANSWER", help=gettext_noop("Whether the person agrees to telling the police.")),
]
SeeksProtection = Annotated[
    YesNoOption | None,
    typer.Option(
        "--seeks-protection", metavar="ANSWER", help=gettext_noop("Whether the person fears a state's authorities.")
    ),
]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="TIME", help=gettext_noop("When, such as 2026-11-28T03:00; by default now.")),
]
