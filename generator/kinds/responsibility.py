"""A responsibility (责任清单): what a unit must do, on which article, in the lead or in support."""

from typing import Annotated, Literal

from pydantic import Field

from generator.kinds._base import Basis, Kind, Record, Ref, Text


class Responsibility(Record):
    """One row of the responsibility list.

    Attributes:
        unit: who answers.
        topic: matter, the column of the matrix.
        duty: what is to be done, in own words.
        role: ``lead`` 牵头 or ``support`` 配合.
        basis: articles that place the duty on it.
        accountability: article under which failure is pursued.
    """

    unit: Ref("unit")  # type: ignore[valid-type]
    topic: Ref("topic")  # type: ignore[valid-type]
    duty: Text
    role: Literal["lead", "support"]
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    accountability: tuple[Basis, ...] = ()

    @property
    def title(self) -> str:
        """The duty itself."""
        return self.duty


KIND = Kind("responsibility", "责任清单", "content/responsibilities", Responsibility)
