"""A must-know list (应知应会清单): the articles that an audience has to master."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds._base import Basis, Date, Model, Record, Text, ordered
from generator.kinds._kind import STAFF, TRAINERS, Kind, No, Search

#: Audiences that editors suggest.
AUDIENCES = ("领导干部", "执法人员", "镇街", "企业管理人员")
#: How well an article is to be mastered, least first, as lists say it.
LEVELS: Mapping[str, str] = {"know": "了解", "understand": "理解", "apply": "会用"}


class Mastery(Model):
    """An article to master and how well: ``know`` 了解, ``understand`` 理解, ``apply`` 会用."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "basis": "要掌握的条文",
        "level": "掌握的程度",
        "why": "为什么要掌握",
    }

    basis: Basis
    level: Literal["know", "understand", "apply"]
    why: Text | None = None


class MustKnow(Record):
    """What one audience has to master.

    Attributes:
        title: name as shown.
        audience: who has to: 领导干部, 执法人员, 镇街, 企业管理人员 or any other body of people (食品安全管理人员).
        articles: what to master.
        basis: what calls for the list.
        adopted, updated: days.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "清单名称",
        "audience": "什么人要掌握",
        "articles": "要掌握的条文",
        "basis": "要求制定清单的条文",
        "adopted": "印发日期",
        "updated": "更新日期",
    }

    title: Text
    audience: Annotated[Text, Field(description="给谁掌握", examples=list(AUDIENCES))]
    articles: Annotated[tuple[Mastery, ...], Field(min_length=1)]
    basis: tuple[Basis, ...] = ()
    adopted: Date | None = None
    updated: Date | None = None

    @property
    def gist(self) -> str:
        """For whom, and how much."""
        return f"{self.audience}应当掌握的 {len(self.articles)} 条条文，附练习。"

    _dates = ordered("adopted", "updated")


KIND = Kind(
    "must-know",
    "应知应会清单",
    "content/must-know",
    MustKnow,
    short="应知",
    address="must-know/{id}/",
    page="must-know",
    search=Search(label="应知应会", order=13, audience=(STAFF, TRAINERS), digest="gist"),
    asked=No("所列条文各自有题"),
    audited=No("只列条文，引用另有核对"),
    met=True,
    own=True,
)
