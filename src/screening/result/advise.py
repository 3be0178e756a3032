"""Open pathways x circumstances x now, against a directory: what to do and whom to call (pure)."""

from datetime import date

from msgspec import Struct

from screening.engine.assess import Assessment
from screening.language.messages import Text, gettext
from screening.referral.directory import Directory, Duty
from screening.referral.matching import ABROAD, NeedServices, match_services
from screening.referral.moment import Moment
from screening.sets.answers import Answers
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet, Pathway
from screening.sets.needs import NEEDS, Need


class FlagCard(Struct, frozen=True):
    """The card of a flag, in the words of the set, or in the program's own.

    Attributes:
        id: the flag.
        title: what is urgent.
        do: what to do.
        do_not: what not to do.
        needs: whom to call.
    """

    id: str
    title: Text
    do: tuple[Text, ...]
    do_not: tuple[Text, ...] = ()
    needs: tuple[Need, ...] = ()


_DEFAULT_CHILD_CARD = FlagCard(
    id=CHILD_FLAG,
    title=gettext("A child, or perhaps a child"),
    do=(
        gettext("Stop the questions."),
        gettext("Call child protection now, and let people trained for it speak with the child."),
    ),
    needs=tuple(need for need, kind in NEEDS.items() if kind.first_for_child),
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

    flags: tuple[FlagCard, ...]
    pathways: tuple[Pathway, ...]
    directory: Directory | None
    by_need: tuple[NeedServices, ...]
    duties: tuple[Duty, ...]
    circumstances: Answers
    today: date

    @property
    def wishes(self) -> Answers:
        """The person's own wishes, as recorded."""
        return {name: value for name, value in self.circumstances.items() if CIRCUMSTANCES[name].wish}


def flag_card(indicator_set: IndicatorSet, flag: str) -> FlagCard:
    """The card of a flag; a set that does not word the one for a child gets the program's own."""
    worded = next((each for each in indicator_set.about.flags if each.id == flag), None)
    if worded is None:
        return _DEFAULT_CHILD_CARD
    return FlagCard(worded.id, worded.title, worded.do, worded.do_not, worded.needs)


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
    flags = tuple(flag_card(indicator_set, flag) for flag in assessment.flags)
    pathways = tuple(pathway for pathway in indicator_set.guidance if pathway.id in assessment.pathways)
    needs: dict[Need, None] = dict.fromkeys(ABROAD if circumstances.get("abroad") == "yes" else ())
    needs |= dict.fromkeys([need for flag in flags for need in flag.needs])
    needs |= dict.fromkeys([need for pathway in pathways for need in pathway.needs])
    protection = "yes" if any(NEEDS[need].against_a_state for need in needs) else None
    by_need = match_services(needs, circumstances, directory, moment, protection)
    # As the flag and its card: whoever was not asked for the age is not told what only holds for a child (law 10).
    child = is_perhaps_a_child(circumstances) is True
    return Advice(
        flags=flags,
        pathways=pathways,
        directory=directory,
        by_need=by_need,
        duties=directory.duties_for(needs, child=child) if directory is not None else (),
        circumstances=circumstances,
        today=moment.today,
    )
