"""What `score` says of each record in the words of IOM's case data standard. Nothing in it tells who anybody is."""

import msgspec

from screening.sets.fingerprint import fingerprint
from screening.sets.htcds import VERSION, CaseFields
from screening.sets.model import IndicatorSet
from screening.sets.score_line import ScoredWith
from screening.show.characters import visible_in_json


class CaseShown:
    """How the results of one set are shown in those words."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set that the records were made with."""
        about = indicator_set.about
        self._set = ScoredWith(id=about.id, version=about.version, fingerprint=fingerprint(indicator_set))

    def line(self, id_: str | int, fields: CaseFields) -> bytes:
        """What comes of a record, as JSON, with a new line at its end; its keys are those of `HtcdsLine`.

        Args:
            id_: that of the record.
            fields: those that its result can fill.
        """
        # Put together here, for the fields of a type come before those of the types that are made of it.
        data = {"id": id_, "set": self._set, "htcds": VERSION, **case_data(fields)}
        return visible_in_json(msgspec.json.encode(data).decode()).encode() + b"\n"


def case_data(fields: CaseFields) -> dict[str, object]:
    """The fields by their names in the standard; what is empty is left out."""
    named: dict[str, object] = msgspec.to_builtins(fields)
    return named
