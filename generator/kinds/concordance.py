"""A concordance (新旧对照): where the matter of a repealed article stands now, and what changed."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Date, Model, Record, Ref, Text, ordered
from generator.kinds._kind import Asked, Audit, Kind, No, Words
from generator.kinds.penalty import Fine

Relation = Literal["renumbered", "reworded", "raised", "lowered", "split", "merged", "dropped", "new"]

#: The relations as people read them.
RELATIONS: dict[str, str] = {
    "renumbered": "仅改条号",
    "reworded": "文字调整",
    "raised": "处罚加重",
    "lowered": "处罚减轻",
    "split": "拆分",
    "merged": "合并",
    "dropped": "删除",
    "new": "新增",
}


class AmountChange(Model):
    """A fine before and after, for one case.

    Attributes:
        label: which case (报告书 一般情形).
        old, new: the fines then and now; one may be missing.
        act: the act that both fines fall on, where the row's own ``act`` does not tell this case.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "label": "哪一档的罚款",
        "old": "原来的罚款",
        "new": "现在的罚款",
        "act": "前后两个罚款都针对的行为，与本行的 act 不同时写",
    }

    label: Text
    old: Fine | None = None
    new: Fine | None = None
    act: Text | None = None


class FineBeside(Model):
    """A fine of a provision that stood beside the old one, for the case of the row that ``label`` names."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "label": "哪一档，与 amounts 里的 label 相同",
        "fine": "罚款",
    }

    label: Text
    fine: Fine


class Beside(Model):
    """A provision that was in force beside the old article and fined the same conduct (当时还有).

    行政处罚法 29: who breaks several provisions by one act is fined under the heavier.

    Attributes:
        basis: the provision.
        fines: its fines, by the row's cases; none where it sets no amount of its own or none that can be compared.
        reach: ``whole`` where it falls on every act that the row tells; ``part`` where only on some of them; ``unclear``
            where the texts don't say which of the two goes before the other.
        apart: with ``part``: words which take an act out of its reach (不是畜禽养殖场).
        since, until: first day on which it stood beside the old article, and first day no longer; the span of the
            regulation where left out.
        says: in own words, what it covers.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "basis": "那条规定",
        "fines": "它的罚款，按本行的档次写",
        "reach": "whole 管本行的全部行为，part 只管一部分，unclear 看不出哪条优先",
        "apart": "reach 为 part 时，什么样的行为它不管",
        "since": "从哪天起并存",
        "until": "到哪天不再并存",
        "says": "用自己的话说它管什么",
    }

    basis: Basis
    fines: tuple[FineBeside, ...] = ()
    reach: Literal["whole", "part", "unclear"] = "whole"
    apart: Text | None = None
    since: Date | None = None
    until: Date | None = None
    says: Text | None = None

    _dates = ordered("since", "until")

    @model_validator(mode="after")
    def _apart(self) -> "Beside":
        if self.apart and self.reach != "part":
            raise PydanticCustomError("apart", "apart 只与 reach: part 同写")
        return self


class Concordance(Record):
    """One row of the table of old and new articles.

    Attributes:
        title: what the old provision is about, in a few words of its own; none where the matter is new, or nobody wrote it yet.
        old: article of a repealed law; none where the matter is new.
        new: articles that now hold the matter; none where it was dropped.
        relation: what became of it.
        summary: in own words, what changed.
        act: the act that both the old provision and the new ones fall on, as a stem tells it; none where it isn't known.
        amounts: fines then and now, where they changed.
        also: what stood beside the old provision, or before the new one where the matter is new.
        unlike: provisions that read alike and were found to be about other conduct, or to set no fine of their own.
        unread: what was in force as well and may have fined the act too, of which nobody has read the text: no item asks
            which law applied.
        conducts: conduct that the row concerns.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "旧条文说的是什么，几个字",
        "old": "旧法的条文；新增的不写",
        "new": "现在的条文；删去的不写",
        "relation": "变化的类型",
        "summary": "用自己的话说变了什么",
        "act": "新旧条文都针对的行为，题干里的说法；不清楚的不写",
        "amounts": "罚款前后的变化",
        "also": "当时与旧条文并存、也处罚这种行为的规定",
        "unlike": "读来相似、查明说的是别的行为或者没有罚款的规定",
        "unread": "当时还有、正文没有读到的规定；写了的，不出题问适用哪部法律",
        "conducts": "涉及的违法行为",
    }

    title: Text | None = None
    old: Basis | None = None
    new: tuple[Basis, ...] = ()
    relation: Relation
    summary: Text
    act: Text | None = None
    amounts: tuple[AmountChange, ...] = ()
    also: tuple[Beside, ...] = ()
    unlike: tuple[Basis, ...] = ()
    unread: tuple[Ref("regulation"), ...] = ()  # type: ignore[valid-type]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _sides(self) -> "Concordance":
        if (self.old is None) != (self.relation == "new"):
            raise PydanticCustomError("sides", "relation 为 new 时不写 old，其余都要写 old")
        if (not self.new) != (self.relation == "dropped"):
            raise PydanticCustomError("sides", "relation 为 dropped 时不写 new，其余都要写 new")
        if self.title is not None and self.old is None:
            raise PydanticCustomError("titled", "title 写的是旧条文说的事；没有 old 的不写 title")
        known = {amount.label for amount in self.amounts}
        for beside in self.also:
            strange = next((fine.label for fine in beside.fines if known and fine.label not in known), None)
            if strange:
                raise PydanticCustomError("label", "also 里的 label“{label}”不在 amounts 里", {"label": strange})
        return self


KIND = Kind(
    "concordance",
    "新旧对照",
    "content/concordance",
    Concordance,
    short="新旧",
    address="concordance/#{id}",
    page="concordance",
    search=No("从条文和违法行为的页面进入"),
    asked=Asked(),
    audited=Audit(
        says=Words(("relation", "summary"), "："), own_words=("summary",), then=("old", "also", "unlike"), now=("new",)
    ),
    of_law=True,
)
