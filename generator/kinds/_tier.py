"""One tier (档) of a penalty: what follows under one condition, and how its consequences stand to one another."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Bool, Int, Model, Text
from generator.kinds._fine import Fine, Times, Yuan
from generator.legal.periods import Period

#: The condition of a tier that has none.
ORDINARY = "一般情形"
#: Words by which ``one_of`` points at what the tier says in a field of its own.
POINTERS = {"罚款": "fine", "拘留": "detention", "禁业": "ban", "处分": "discipline"}


class Detention(Model):
    """Administrative detention in days, both included."""

    min_days: Annotated[Int, Field(ge=1, le=20, description="最少几日")]
    max_days: Annotated[Int, Field(ge=1, le=20, description="最多几日")]

    @model_validator(mode="after")
    def _ordered(self) -> "Detention":
        if self.min_days > self.max_days:
            raise _upside_down(self.min_days, self.max_days)
        return self


class Ban(Model):
    """A ban from a trade: for a span of time, for life, or without any limit said.

    Attributes:
        trade: what may not be done.
        years, months: length of the ban, one of them.
        max_years, max_months: the upper end, where the law sets a span (三年至五年内, 三个月以上六个月以下).
        life: for life (终身); beside ``years`` it is the upper end (十年直至终身).
    """

    trade: Annotated[Text, Field(description="不得做什么，用条文的用词，前面不写“不得”“禁止”")]
    years: Annotated[Int, Field(ge=1, description="几年内不得")] | None = None
    max_years: Annotated[Int, Field(ge=1, description="条文写几年至几年的，后一个数")] | None = None
    months: Annotated[Int, Field(ge=1, description="几个月内不得")] | None = None
    max_months: Annotated[Int, Field(ge=1, description="条文写几个月至几个月的，后一个数")] | None = None
    life: Annotated[Bool, Field(description="终身不得；同 years 一起写是几年直至终身")] = False

    @model_validator(mode="after")
    def _one_length(self) -> "Ban":
        if self.months and (self.years or self.life):
            raise PydanticCustomError("ban", "禁业期限按年的写 years，按月的写 months，不能都写")
        for low, high, name in ((self.years, self.max_years, "years"), (self.months, self.max_months, "months")):
            if high and (low is None or self.life):
                raise PydanticCustomError("ban", "写 max_{name} 的，要写 {name}，并且不是终身", {"name": name})
            if low and high and low > high:
                raise _upside_down(low, high)
        return self

    @property
    def length(self) -> Period | None:
        """How long it lasts, where the law says one period; None for a span, for life, and where it says nothing."""
        if self.life or self.max_years or self.max_months:
            return None
        return Period(self.years, "年") if self.years else Period(self.months, "个月") if self.months else None


class Damages(Model):
    """What the wrongdoer pays to those harmed, set by the law as a multiple (价款十倍的赔偿金).

    Attributes:
        multiple: times a base.
        least: at least so many yuan (不足一千元的，为一千元).
    """

    multiple: Annotated[Times, Field(description="什么的几倍")]
    least: Annotated[Yuan, Field(description="不足多少元的按多少元赔")] | None = None


class Tier(Model):
    """What follows under one condition.

    Attributes:
        category: what the thing is, where the law distinguishes it (报告书, 危险废物, 工业噪声); empty where it does not.
        condition: 一般情形, 情节严重, 拒不改正, 货值金额不足一万元 and the like, in the words of the article.
        adds: what follows here comes on top of what a lower tier leads to: true for the ordinary one, or the condition of
            the tier meant (see ``Penalty.base``); a fine, detention or ban of its own takes the place of the lower one.
        measures: what the authority must do beside the fine, each in the words of the article (责令改正).
        may: measures that the authority may take (可以).
        one_of: of these the authority picks one; a measure in the words of the article, or 罚款, 拘留, 禁业, 处分 for what
            the tier says in the field of that name.
        several: of ``one_of`` it may also pick more than one (一种或者几种, …等处罚).
        up_to: the gravest measure, which the others may go up to (直至吊销营业执照).
        fine, detention, ban, damages: amounts.
        points: points of a driver's or a firm's record (记分).
        discipline: 处分, each in the words of the article (记过, 撤职; 依法给予处分).
        approval: who must approve before a measure is taken (报经有批准权的人民政府批准).
        approval_for: for which measures; for every measure of the tier where empty.
    """

    category: Annotated[Text, Field(description="条文按事物区分的类别，用条文的字眼")] | None = None
    condition: Annotated[Text, Field(description="情形，用条文的用词；不写就是一般情形")] = ORDINARY
    adds: Annotated[
        Bool | Text,
        Field(
            description="在同一罚则较低一档的后果之外另加；写 true 是在一般情形之外，写情形是在那一档之外；本档自有罚款、拘留、禁业的，以本档的为准"
        ),
    ] = False
    measures: Annotated[tuple[Text, ...], Field(description="应当采取的措施，每项用条文的用词")] = ()
    may: Annotated[tuple[Text, ...], Field(description="可以采取的措施，前面不写“可以”")] = ()
    one_of: Annotated[
        tuple[Text, ...],
        Field(description="择一的后果：措施写条文的用词；本档写有的罚款、拘留、禁业、处分，写“罚款”“拘留”“禁业”“处分”"),
    ] = ()
    several: Annotated[Bool, Field(description="one_of 中可以取一种，也可以取几种")] = False
    up_to: Annotated[Text, Field(description="直至最重的一种措施，前面不写“直至”")] | None = None
    fine: Annotated[Fine, Field(description="罚款")] | None = None
    detention: Annotated[Detention, Field(description="行政拘留")] | None = None
    ban: Annotated[Ban, Field(description="禁业：不得从事、不得申请、不得担任")] | None = None
    points: Annotated[Int, Field(ge=1, le=100, description="一次记几分")] | None = None
    discipline: Annotated[
        tuple[Text, ...], Field(description="处分，每项用条文的用词：记过、撤职、依法给予处分 …")
    ] = ()
    damages: Annotated[Damages, Field(description="按倍数计的赔偿")] | None = None
    approval: Annotated[Text, Field(description="采取措施前报经谁批准，用条文的用词：有批准权的人民政府")] | None = None
    approval_for: Annotated[tuple[Text, ...], Field(description="哪些措施要经批准；不写就是本档的全部措施")] = ()

    @model_validator(mode="after")
    def _sound(self) -> "Tier":
        amounts = (self.fine, self.detention, self.ban, self.points, self.discipline, self.damages)
        if not (self.every_measure or any(amounts)):
            raise PydanticCustomError("tier", "这一档没有任何后果：至少写一项措施、罚款、拘留、禁业、记分、处分或赔偿")
        self._check_choice()
        if self.approval is None and self.approval_for:
            raise PydanticCustomError("tier", "写了 approval_for，还要用 approval 写明由谁批准")
        if self.approval and not self.every_measure:
            raise PydanticCustomError("tier", "approval 是采取措施前的批准，这一档没有措施")
        for measure in self.approval_for:
            if measure not in self.every_measure:
                raise PydanticCustomError("tier", "approval_for 的“{it}”不是这一档的措施", {"it": measure})
        return self

    def _check_choice(self) -> None:
        if len(self.one_of) == 1 or (self.several and not self.one_of):
            raise PydanticCustomError("tier", "one_of 至少写两项，一种或者几种的再写 several: true")
        for word in self.one_of:
            if word in POINTERS and not getattr(self, POINTERS[word]):
                raise PydanticCustomError(
                    "tier", "one_of 写了“{word}”，这一档没有写 {field}", {"word": word, "field": POINTERS[word]}
                )

    @property
    def choices(self) -> tuple[str, ...]:
        """The measures among ``one_of``, without the words that point at other fields."""
        return tuple(word for word in self.one_of if word not in POINTERS)

    @property
    def every_measure(self) -> tuple[str, ...]:
        """Every measure that the tier can lead to, whether it must follow, may, or is one of several."""
        return (*self.measures, *self.may, *self.choices, *((self.up_to,) if self.up_to else ()))

    def optional(self, word: str) -> bool:
        """Whether what ``one_of`` calls ``word`` (罚款, 拘留 …, or a measure) is one of several and so need not follow."""
        return word in self.one_of

    @property
    def fine_free(self) -> bool:
        """Whether the authority may leave the fine: 可以处, or one of several consequences."""
        return self.fine is not None and (self.fine.may or self.optional("罚款"))

    def approval_of(self, measure: str) -> str | None:
        """Who must approve before ``measure`` is taken; None where nobody has to."""
        return self.approval if not self.approval_for or measure in self.approval_for else None


def _upside_down(low: int, high: int) -> PydanticCustomError:
    return PydanticCustomError("bounds", "min（{low}）大于 max（{high}）", {"low": low, "high": high})
