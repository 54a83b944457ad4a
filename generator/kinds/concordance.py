"""A concordance (新旧对照): where the matter of a repealed article stands now, and what changed."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Kind, Model, Record, Ref, Text
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
        old, new: the fine then and now; one may be missing.
    """

    label: Text
    old: Fine | None = None
    new: Fine | None = None


class Concordance(Record):
    """One row of the table of old and new articles.

    Attributes:
        old: article of a repealed law; none where the matter is new.
        new: articles that now hold the matter; none where it was dropped.
        relation: what became of it.
        summary: in own words, what changed.
        amounts: fines then and now, where they changed.
        conducts: conduct that the row concerns.
    """

    old: Basis | None = None
    new: tuple[Basis, ...] = ()
    relation: Relation
    summary: Text
    amounts: tuple[AmountChange, ...] = ()
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _sides(self) -> "Concordance":
        if (self.old is None) != (self.relation == "new"):
            raise PydanticCustomError("sides", "relation 为 new 时不写 old，其余都要写 old")
        if (not self.new) != (self.relation == "dropped"):
            raise PydanticCustomError("sides", "relation 为 dropped 时不写 new，其余都要写 new")
        return self


KIND = Kind("concordance", "新旧对照", "content/concordance", Concordance)
