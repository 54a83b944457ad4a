"""An occasion (起算事由): what happens on a day from which periods run, in the words of whom it happens to."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Basis, Model, Record, Text
from generator.kinds._kind import Audit, Kind, No, Words


class Advice(Model):
    """What may be done on the occasion for which no article sets a number of days."""

    SAYS: ClassVar[Mapping[str, str]] = {"says": "能做什么、到什么时候为止，条文没有写天数的", "basis": "依据的条文"}

    says: Text
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]


class Occasion(Record):
    """A day to enter.  The periods that run from it are limits of procedures that name it in ``since``.

    Attributes:
        title: what happened: 收到处罚告知书.
        ask: which day is meant, where that may be doubted.
        advice: what has no number of days.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "那一天发生了什么：收到处罚告知书",
        "ask": "指哪一天，说清楚",
        "advice": "没有写天数的事",
    }

    title: Text
    ask: Text | None = None
    advice: tuple[Advice, ...] = ()


KIND = Kind(
    "occasion",
    "起算事由",
    "content/occasions",
    Occasion,
    sourced=False,
    short="起算",
    address="deadlines/#{id}",
    page="deadlines",
    search=No("期限由程序搜到"),
    asked=No("期限由程序出题"),
    audited=Audit(says=Words(("title", "advice.says"), "｜"), own_words=("advice.says",), periods=("advice.says",)),
)
