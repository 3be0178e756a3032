"""Open pathways x circumstances x now, against a directory: what to do and whom to call (pure)."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from screening.engine.assess import Assessment
from screening.language.messages import Text, gettext
from screening.referral.directory import Directory, Duty
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import Moment
from screening.sets.answers import Answers
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.fields import GuidanceText, TextByAge
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import IndicatorSet
from screening.sets.needs import ABROAD, NEEDS, Need
from screening.sets.vocabulary import KeptFrom


class Guidance(Struct, frozen=True):
    """The card of a flag, or a pathway, as far as it is meant for somebody of this age.

    Attributes:
        id: of the flag or pathway.
        title: what is urgent, or what it is about.
        do: what to do.
        do_not: what not to do.
        needs: whom to call.
        tonight, never: the one thing to do today, and the one not to do, as the first page says them; one for each age
            where nobody knows the age and it matters.
        keep_from: who must not hear of it.
        priority: where these stand among those of others; 1 is first.
        brief: of a flag, what it says of the person in a few words.
    """

    id: str
    title: Text
    do: tuple[Text, ...]
    do_not: tuple[Text, ...] = ()
    needs: tuple[Need, ...] = ()
    tonight: tuple[Text, ...] = ()
    never: tuple[Text, ...] = ()
    keep_from: tuple[KeptFrom, ...] = ()
    priority: int | None = None
    brief: Text | None = None


_DEFAULT_CHILD_CARD = Guidance(
    id=CHILD_FLAG,
    title=gettext("A child, or perhaps a child"),
    do=(
        gettext("Stop the questions."),
        gettext("Call child protection now, and let people trained for it speak with the child."),
    ),
    needs=tuple(need for need, kind in NEEDS.items() if kind.first_for_child),
    tonight=(gettext("Call child protection now."),),
    never=(gettext("Do not hand the child over before child protection agrees."),),
    priority=1,
)


class Advice(Struct, frozen=True):
    """What to do and whom to call.

    Attributes:
        flags: raised flags with their cards, in the set's order.
        pathways: open pathways, in the set's order.
        directory: the directory of the place; None where there is none.
        by_need: for each need, in the order in which flags and pathways name them.
        duties: what the law of the place says that matters here.
        circumstances: what was recorded of the person, the wishes among it.
        today: the day in the place.
    """

    flags: tuple[Guidance, ...]
    pathways: tuple[Guidance, ...]
    directory: Directory | None
    by_need: tuple[NeedServices, ...]
    duties: tuple[Duty, ...]
    circumstances: Answers
    today: date

    @property
    def of_child(self) -> bool:
        """Whether it is for a child, or for somebody who may be one."""
        return any(flag.id == CHILD_FLAG for flag in self.flags)

    @property
    def without_police(self) -> bool:
        """Whether the police are to be kept out of it, as far as the law lets them be."""
        # Of an adult who was not asked it is taken as no, and the page says so.
        wish = self.circumstances.get("police")
        return wish == "no" if self.of_child else wish != "yes"

    @property
    def wishes(self) -> Answers:
        """The person's own wishes, as recorded."""
        return {name: value for name, value in self.circumstances.items() if CIRCUMSTANCES[name].wish}


def flag_card(indicator_set: IndicatorSet, flag: str, *, child: bool | None = None) -> Guidance:
    """The card of a flag; a set that does not word the one for a child gets the program's own.

    Args:
        indicator_set: the set.
        flag: a flag of it, or that of a child.
        child: whether the person is, or may be, a child; None where that was not asked.
    """
    worded = next((each for each in indicator_set.about.flags if each.id == flag), None)
    return guidance_of(worded, child) if worded is not None else _DEFAULT_CHILD_CARD


def guidance_of(block: Flag | Pathway, child: bool | None) -> Guidance:
    """The card of a flag, or a pathway, as it is said for an age.

    Args:
        block: the flag or pathway.
        child: whether the person is, or may be, a child; None where that was not asked.
    """
    do = tuple(said for line in block.do for said in _said(line, child))
    do_not = tuple(said for line in block.do_not for said in _said(line, child))
    tonight = tuple(_said_in_short(block.tonight, child)) if block.tonight is not None else ()
    never = tuple(_said_in_short(block.never, child)) if block.never is not None else ()
    return Guidance(
        id=block.id,
        title=block.title,
        do=do,
        do_not=do_not,
        needs=block.needs,
        tonight=tonight,
        never=never,
        keep_from=block.keep_from,
        priority=block.priority,
        brief=block.brief if isinstance(block, Flag) else None,
    )


def _said(line: GuidanceText, child: bool | None) -> Iterator[Text]:
    """What a line says for this age: nothing of a child where the person is an adult, and the reverse (law 10)."""
    if not isinstance(line, TextByAge):
        yield line
        return
    # Where nobody asked, both are said, so that neither is said of the person.
    if line.child is not None and child is not False:
        yield line.child if child else gettext("If the person is under 18, or may be: {text}", text=line.child)
    if line.adult is not None and not child:
        yield line.adult if child is False else gettext("If the person is an adult: {text}", text=line.adult)


def _said_in_short(line: GuidanceText, child: bool | None) -> Iterator[Text]:
    """As `_said`, where a line is as long as a row."""
    if child is not None or not isinstance(line, TextByAge):
        yield from _said(line, child)
        return
    if line.child is not None:
        # Translators: stands before what to do; {text} is a sentence.
        yield gettext("If under 18, or perhaps: {text}", text=line.child)
    if line.adult is not None:
        # Translators: stands before what to do; {text} is a sentence.
        yield gettext("If an adult: {text}", text=line.adult)


def advise(
    indicator_set: IndicatorSet,
    assessment: Assessment,
    circumstances: Answers,
    directory: Directory | None,
    moment: Moment,
) -> Advice:
    """Advice for what was recorded.

    Args:
        indicator_set: the set whose guidance is opened.
        assessment: its assessment of the answers.
        circumstances: circumstance id to value.
        directory: the directory of the place, if there is one.
        moment: the time, by the clock of the directory's place.
    """
    child = is_perhaps_a_child(circumstances)
    flags = tuple(flag_card(indicator_set, flag, child=child) for flag in assessment.flags)
    opened = set(assessment.pathways)
    pathways = tuple(guidance_of(pathway, child) for pathway in indicator_set.guidance if pathway.id in opened)
    needs: dict[Need, None] = dict.fromkeys(ABROAD if circumstances.get("abroad") == "yes" else ())
    needs |= dict.fromkeys([need for flag in flags for need in flag.needs])
    needs |= dict.fromkeys([need for pathway in pathways for need in pathway.needs])
    protection = "yes" if any(NEEDS[need].against_a_state for need in needs) else None
    by_need = match_services(needs, circumstances, directory, moment, protection)
    return Advice(
        flags=flags,
        pathways=pathways,
        directory=directory,
        by_need=by_need,
        # As the flag and its card: of whoever was not asked for the age, nothing is said that only holds for a child.
        duties=directory.duties_for(needs, child=child is True) if directory is not None else (),
        circumstances=circumstances,
        today=moment.today,
    )
