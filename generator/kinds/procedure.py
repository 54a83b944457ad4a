"""A procedure (程序): the steps of an act of enforcement, who takes them, and by when."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, BasisValue, Bool, Model, Record, Ref, Slug, Text
from generator.kinds._kind import FIRMS, STAFF, Asked, Audit, Kind, Search, Words
from generator.legal.periods import find_periods, parse_period


class Limit(Model):
    """A period that an article sets for one thing.

    Attributes:
        says: one sentence without its full stop, which names who, what and from when: 行政机关应当自立案之日起90日内作出处罚决定.
        period: the period in it: 60日, 3个月, 20个工作日, in the unit of the article and Arabic figures.
        basis: the article that says so.
        working: the article by which these days are working days; needless where the period says so itself (20个工作日).
        since: the occasion from which it runs, for who wants to know the day.
        what: what is to be done by then, in a few words: 要求听证.
        by: who must keep it; the one to whom it happens where nothing is said.
        moved: the articles by which a last day on a holiday moves to the first day after.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "says": "条文规定期限的那句话，用自己的话写",
        "period": "期限",
        "basis": "依据的条文",
        "working": "条文写“日”而按工作日算的，写规定这一点的条文；期限本身写“个工作日”的不写",
        "since": "从哪件事那天起算，供算日子的页面用",
        "what": "到那天为止要做什么，几个字",
        "by": "谁要守这个期限，不写就是当事人",
        "moved": "最后一天放假顺延的依据",
    }

    says: Text
    period: Text
    basis: Basis
    working: Basis | None = None
    since: Ref("occasion") | None = None  # type: ignore[valid-type]
    what: Text | None = None
    by: Text | None = None
    moved: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _one_period(self) -> "Limit":
        try:
            bare = not parse_period(self.period).bound
        except ValueError:
            bare = False
        if not bare or self.says.count(self.period) != 1 or len(find_periods(self.says)) != 1:
            raise PydanticCustomError(
                "limit",
                "period 写一段时间（如 60日、3个月），says 里写到它一次，不写别的期限：{text}",
                {"text": self.period[:20]},
            )
        if (self.since is None) != (self.what is None):
            raise PydanticCustomError("limit", "since 和 what 一起写：从哪天起算，到那天为止做什么", {})
        return self

    @property
    def in_working_days(self) -> bool:
        """Whether weekends and holidays are left out: the period says 个工作日, or another article that 日 means them."""
        return self.working is not None or parse_period(self.period).unit == "工作日"

    @property
    def says_working(self) -> BasisValue | None:
        """The article by which 日 means working days; None for other days, and where the period itself says 个工作日."""
        return None if parse_period(self.period).unit == "工作日" else self.working

    @property
    def bases(self) -> tuple[BasisValue, ...]:
        """The article of the period, and the one by which its days are working days."""
        return (self.basis, self.says_working) if self.says_working else (self.basis,)


class Step(Model):
    """One step.

    Attributes:
        key: name by which a later step of the same procedure refers to it.
        title: what happens.
        actor: who does it.
        time_limit: by when, in the words of the article.
        basis: article that says so.
        document: what is written.
        fixed: the articles fix that this step comes after the one before it.
        after: keys of other earlier steps that it must follow by the articles.
        instead_of: keys of earlier steps in whose place it is taken (逾期不履行 for 履行): of the two, a case sees one.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "这一步做什么",
        "actor": "谁来做",
        "time_limit": "时限",
        "basis": "依据的条文",
        "document": "用什么文书",
        "key": "步骤的名字，供别的步骤引用",
        "after": "条文要求在它之前的步骤",
        "fixed": "条文要求紧接上一步",
        "instead_of": "代替哪一步",
    }

    key: Slug | None = None
    title: Text
    actor: Text | None = None
    time_limit: Text | None = None
    basis: tuple[Basis, ...] = ()
    document: Text | None = None
    fixed: Bool = False
    after: tuple[Slug, ...] = ()
    instead_of: tuple[Slug, ...] = ()


class Procedure(Record):
    """Steps from beginning to end.

    Attributes:
        title: name as shown.
        aliases: how people ask for it, for search.
        summary: when it is used.
        steps: in order.
        limits: the periods that the articles set in it, one by one.
        topics: topics it belongs to.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "程序名称",
        "aliases": "人们怎么问它，供搜索",
        "summary": "什么时候用",
        "steps": "步骤，按先后",
        "limits": "条文规定的各个期限",
        "topics": "专题",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    summary: Text | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    limits: tuple[Limit, ...] = ()
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _order(self) -> "Procedure":
        known: set[str] = set()
        for number, step in enumerate(self.steps):
            strange = next((key for key in (*step.after, *step.instead_of) if key not in known), None)
            if strange or (number == 0 and step.fixed):
                name = strange or "（上一步）"
                raise PydanticCustomError(
                    "step_order", "“{title}”之前没有步骤 {name}", {"title": step.title, "name": name}
                )
            if step.instead_of and set(step.instead_of) & {self.steps[at].key for at in self.preceding(number)}:
                raise PydanticCustomError("step_instead", "“{title}”代替的步骤不能又排在它前面", {"title": step.title})
            if step.key in known:
                raise PydanticCustomError("step_key", "步骤的 key 重复：{key}", {"key": step.key})
            known |= {step.key} if step.key else set()
        return self

    def preceding(self, number: int) -> tuple[int, ...]:
        """Places of the steps that step ``number`` (from 0) must directly follow by the articles, in order."""
        step = self.steps[number]
        named = [place for place, other in enumerate(self.steps[:number]) if other.key in step.after and other.key]
        return tuple(sorted({*named, *([number - 1] if step.fixed else [])}))


KIND = Kind(
    "procedure",
    "程序",
    "content/procedures",
    Procedure,
    short="程序",
    address="procedures/{id}/",
    page="procedures",
    search=Search(
        label="程序",
        order=9,
        audience=(STAFF, FIRMS),
        digest=Words(("steps.title",), "、"),
        text=Words(("steps.time_limit",), "；"),
        words="summary",
        aliases=("aliases",),
        topics=("topics",),
    ),
    asked=Asked(),
    audited=Audit(says=Words(("title", "steps.title"), "｜"), periods=("steps.time_limit", "limits.says")),
    met=True,
)
