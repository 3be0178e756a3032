"""What is chosen at the card for a child, as values; the card itself is in `flag_card`, which a start does not need."""

from typing import Final

GO_ON: Final = "go_on"
FINISH: Final = "finish"
CHILD_SET: Final = "child_set"
