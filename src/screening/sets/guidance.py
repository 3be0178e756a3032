"""What a set says is to be done: at once, where a flag is raised, and after it, along a pathway."""

from screening.sets.conditions.types import PathwayCondition
from screening.sets.fields import BriefText, FileStruct, GuidanceText, Id, Priority, ShortText
from screening.sets.needs import Need
from screening.sets.vocabulary import KeptFrom


class Flag(FileStruct, frozen=True, kw_only=True):
    """Something urgent. Its card is shown at once when an answer raises it.

    Attributes:
        brief: what it says of the person in a few words, as the first page of a result names it.
        tonight, never: the one thing to do today, and the one not to do, as that page says them. `{call}` in the first
            stands for a number that meets one of the needs.
        keep_from: who must not hear of it, as that page says too.
        priority: where these stand among those of others; 1 is first, and one without it comes last.
    """

    id: Id
    title: ShortText
    do: tuple[GuidanceText, ...]
    do_not: tuple[GuidanceText, ...] = ()
    brief: BriefText | None = None
    tonight: GuidanceText | None = None
    never: GuidanceText | None = None
    keep_from: tuple[KeptFrom, ...] = ()
    priority: Priority | None = None
    needs: tuple[Need, ...] = ()


class Pathway(FileStruct, frozen=True, kw_only=True):
    """A block of guidance with the services it needs. Without `when` it is always open.

    Attributes:
        tonight, never, keep_from, priority: as those of a flag; flags come before pathways.
    """

    id: Id
    when: PathwayCondition | None = None
    title: ShortText
    do: tuple[GuidanceText, ...]
    do_not: tuple[GuidanceText, ...] = ()
    tonight: GuidanceText | None = None
    never: GuidanceText | None = None
    keep_from: tuple[KeptFrom, ...] = ()
    priority: Priority | None = None
    needs: tuple[Need, ...] = ()
