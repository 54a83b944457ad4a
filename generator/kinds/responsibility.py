"""A responsibility (责任清单): what a unit must do, on which article, in the lead or in support."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds._base import Basis, Record, Ref, Text
from generator.kinds._kind import STAFF, Asked, Audit, Kind, Search, Words


class Responsibility(Record):
    """One row of the responsibility list.

    Attributes:
        unit: who answers.
        topic: matter, the column of the matrix.
        duty: what is to be done, in own words.
        role: ``lead`` 牵头 or ``support`` 配合.
        with_others: who else bears the same duty by these articles, in their words (海警机构, 等有关部门); empty where it
            falls to the unit alone.
        basis: articles that place the duty on it.
        accountability: article under which failure is pursued.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "unit": "哪个单位",
        "topic": "专题，即矩阵的列",
        "duty": "做什么，用自己的话写",
        "role": "lead 牵头，support 配合",
        "basis": "规定这项职责的条文",
        "accountability": "没做到时追究责任的条文",
        "with_others": "与别的单位共同负责",
    }

    unit: Ref("unit")  # type: ignore[valid-type]
    topic: Ref("topic")  # type: ignore[valid-type]
    duty: Text
    role: Literal["lead", "support"]
    with_others: tuple[Text, ...] = ()
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    accountability: tuple[Basis, ...] = ()

    @property
    def shared_with(self) -> str:
        """Everybody else in one phrase: 邮政管理等有关部门; empty where the unit bears the duty alone."""
        named = [name for name in self.with_others if not name.startswith("等")]
        return "、".join(named) + "".join(name for name in self.with_others if name.startswith("等"))

    @property
    def title(self) -> str:
        """The duty itself."""
        return self.duty


KIND = Kind(
    "responsibility",
    "责任清单",
    "content/responsibilities",
    Responsibility,
    short="责任",
    address="responsibilities/#{id}",
    page="responsibilities",
    search=Search(
        label="责任清单",
        order=7,
        audience=(STAFF,),
        title=Words(("unit.name", "duty"), "："),
        digest="duty",
        topics=("topic",),
    ),
    asked=Asked(),
    audited=Audit(says=Words(("unit.name", "duty"), "："), own_words=("duty",)),
    met=True,
    own=True,
)
