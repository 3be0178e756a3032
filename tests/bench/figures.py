"""What a measurement found: a figure, as it is printed and as it stands in a table."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        what: was measured.
        value: what came of it.
        unit: what stands behind the value, such as `ms` or `x import typer`.
        budget: what it may be, in the same unit; None where nothing is promised.
        digits: how many of the value stand after the point.
    """

    what: str
    value: float
    unit: str
    budget: float | None = None
    digits: int = 2

    @property
    def measured(self) -> str:
        """The value, with its unit."""
        return f"{self.value:.{self.digits}f} {self.unit}"

    def __str__(self) -> str:
        """As it is printed."""
        budget = f" (budget {self.budget:g})" if self.budget is not None else ""
        return f"{self.what}: {self.measured}{budget}"
