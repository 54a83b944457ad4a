"""A penalty (罚则): for one kind of person, by one authority, in tiers; stands inside a conduct.

What a tier is, see ``_tier``; what a fine is, see ``_fine``.
"""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Record, Text
from generator.kinds._fine import Deemed, Fine, PerUnit, Share, Span, Times
from generator.kinds._kind import Kind, No
from generator.kinds._tier import ORDINARY, Ban, Damages, Detention, Tier

__all__ = [
    "KIND",
    "ORDINARY",
    "TARGETS",
    "Ban",
    "Damages",
    "Deemed",
    "Detention",
    "Fine",
    "Penalty",
    "PerUnit",
    "Share",
    "Span",
    "Tier",
    "Times",
]

#: Targets that editors suggest; any other words of an article serve as well (广告主, 检验机构, 提供场所的人).
TARGETS = (
    "单位",
    "个人",
    "单位和个人",
    "建设单位",
    "施工单位",
    "技术单位",
    "监测机构",
    "其他生产经营者",
    "直接负责的主管人员和其他直接责任人员",
    "法定代表人、主要负责人、直接负责的主管人员和其他直接责任人员",
    "编制主持人和主要编制人员",
    "主持编制的主要人员",
    "机动车驾驶人",
    "所有人",
    "维修单位",
    "违法船舶的所有人、经营人或者管理人",
)

#: What a tier may hold where the article names nobody who decides: damages for those harmed to ask, 处分 (依法给予处分), a ban
#: that follows by the law itself (证书被吊销的，二年内不得申请).
_UNNAMED = frozenset({"condition", "category", "adds", "damages", "discipline", "ban"})


class Penalty(Record):
    """A penalty for one target by one authority.

    Attributes:
        id: slug within its conduct.
        basis: the article, paragraph and item that set it.
        authority: who acts, in the words of the article; several where each acts within its duties; none where the law only
            lets those harmed ask for damages, or says 依法给予处分 and not by whom.
        target: on whom it falls: one of the general terms (单位, 个人, 单位和个人), or the words of the article.
        tiers: in the order of the article.
        referral: to whom the case is passed on (公安机关), where the article says so.
    """

    basis: Annotated[Basis, Field(description="规定这一处罚的条、款、项")]
    authority: Annotated[
        tuple[Text, ...],
        Field(
            description="由谁处罚，用条文的用词；几个机关按照职责分工的，都写上；只有赔偿，或者只有处分、禁业而没有写由谁决定的，写 []"
        ),
    ]
    target: Annotated[
        Text,
        Field(description="罚谁：单位、个人、单位和个人，或者条文点名的对象", examples=list(TARGETS)),
    ]
    tiers: Annotated[tuple[Tier, ...], Field(min_length=1, description="各档，按条文的先后")]
    referral: Annotated[Text, Field(description="案件移送给谁，条文写了移送才写")] | None = None

    @model_validator(mode="after")
    def _acted_on(self) -> "Penalty":
        if not self.authority and any(set(tier.model_fields_set) - _UNNAMED for tier in self.tiers):
            raise PydanticCustomError(
                "authority", "authority 写明由谁处罚；只有赔偿、处分、禁业而条文没有写由谁决定的才写 []"
            )
        return self

    @model_validator(mode="after")
    def _stacked(self) -> "Penalty":
        for index, tier in enumerate(self.tiers):
            if tier.adds and not self.bases(index):
                raise PydanticCustomError("tier", "第 {n} 档写了 adds，它前面没有这样的一档", {"n": str(index + 1)})
        return self

    def bases(self, index: int) -> tuple[int, ...]:
        """The tiers that tier ``index`` adds to, each of its category and before it: those with the condition that ``adds`` names.

        Where ``adds`` is true it is the ordinary one; where there is none, each that itself adds to none, of which one
        applies to a case (货值金额不足一万元, 货值金额一万元以上).  Empty where the tier stands by itself.
        """
        tier = self.tiers[index]
        lower = [
            place
            for place, other in enumerate(self.tiers[:index])
            if other.category is None or tier.category is None or other.category == tier.category
        ]
        if isinstance(tier.adds, str):
            return tuple(place for place in lower if self.tiers[place].condition == tier.adds)
        if not tier.adds:
            return ()
        alone = [place for place in lower if not self.tiers[place].adds]
        return tuple(place for place in alone if self.tiers[place].condition == ORDINARY) or tuple(alone)

    def base(self, index: int) -> int | None:
        """The one tier that tier ``index`` adds to; None where it stands by itself, or adds to whichever of several applies."""
        found = self.bases(index)
        return found[0] if len(found) == 1 else None

    def stack(self, index: int) -> tuple[Tier, ...]:
        """What may hold where tier ``index`` applies: the tier, and those that it adds to."""
        return (self.tiers[index], *(self.tiers[below] for below in self.bases(index)))


KIND = Kind(
    "penalty",
    "罚则",
    "",
    Penalty,
    short="罚则",
    address="penalties/#{id}",
    page="penalties",
    search=No("随违法行为一起搜到"),
    asked=No("随违法行为一起问"),
    audited=No("随违法行为一起核对：金额、措施、机关、情形各有一项"),
)
