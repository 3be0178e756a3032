"""The files of a set as plain data."""

from msgspec import Struct

from screening.reading.yaml_text import YamlText


class SetTexts(Struct, frozen=True):
    """The files of a set as plain data, before they are given a shape; `None` or empty where there are none.

    Vignettes are `None` where they were not read.
    """

    about: YamlText
    indicators: YamlText | None
    sections: tuple[YamlText, ...]
    guidance: YamlText | None
    vignettes: tuple[YamlText, ...] | None
