"""An exemption (不予处罚): when conduct is not punished, or need not be."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Record, Ref, Text
from generator.kinds._kind import FIRMS, STAFF, Asked, Audit, Kind, Search, Words

Effect = Literal["must", "may", "waive", "may_waive", "lighter", "may_lighter"]
#: The effects as statutes word them.
EFFECTS: dict[str, str] = {
    "must": "不予处罚",
    "may": "可以不予处罚",
    "waive": "免予处罚",
    "may_waive": "可以免予处罚",
    "lighter": "从轻或者减轻处罚",
    "may_lighter": "可以从轻或者减轻处罚",
}


class Exemption(Record):
    """Conditions under which a penalty is not imposed.

    Attributes:
        title: name as shown.
        aliases: how people ask for it, for search.
        conducts: conduct it serves; empty for all conduct.
        basis: articles that grant it.
        issued_by: document that lists it, when not the law itself.
        all_of: conditions that must all hold.
        any_of: conditions of which one must hold.
        effect: ``must`` 不予处罚, ``may`` 可以不予处罚; ``waive`` 免予处罚, ``lighter`` 从轻或者减轻, each with ``may_`` where the
            law leaves it to the authority.
        follow_up: what the authority does all the same.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "名称",
        "aliases": "人们怎么问它，供搜索",
        "conducts": "针对哪些违法行为；不写就是全部",
        "basis": "依据的条文",
        "issued_by": "列出它的文件，不是法律本身时写",
        "all_of": "要同时满足的条件",
        "any_of": "满足其一即可的条件",
        "effect": "must 不予处罚，may 可以不予处罚；免予处罚、从轻或者减轻的见允许的取值",
        "follow_up": "不处罚时机关仍要做的事",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    basis: tuple[Basis, ...] = ()
    issued_by: Ref("regulation") | None = None  # type: ignore[valid-type]
    all_of: tuple[Text, ...] = ()
    any_of: tuple[Text, ...] = ()
    effect: Annotated[
        Effect,
        Field(
            description="must 不予，may 可以不予；waive 免予，may_waive 可以免予；lighter 从轻或者减轻，may_lighter 可以从轻或者减轻"
        ),
    ]
    follow_up: Text | None = None

    @model_validator(mode="after")
    def _conditions(self) -> "Exemption":
        if not (self.all_of or self.any_of):
            raise PydanticCustomError("exemption", "all_of 与 any_of 至少写一个")
        return self


KIND = Kind(
    "exemption",
    "不予处罚",
    "content/exemptions",
    Exemption,
    short="免罚",
    address="exemptions/#{id}",
    page="exemptions",
    search=Search(
        label="不予处罚",
        order=10,
        audience=(STAFF, FIRMS),
        digest=Words(("all_of", "any_of"), "；", "。"),
        aliases=("aliases",),
        topics=("conducts.topics",),
        boost=0.9,
    ),
    asked=Asked(),
    audited=Audit(
        says=Words(("title", "all_of", "any_of", "effect"), "｜"), periods=("all_of", "any_of"), unless="issued_by"
    ),
    met=True,
)
