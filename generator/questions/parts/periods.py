"""By when at the latest somebody must act: periods counted as their articles count them."""

import datetime
from collections.abc import Sequence

from generator.legal.days import day_written
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.days import SET_BY, after, dated, ends, length, limit_of, open_on, served
from generator.questions.item import Claim, Option, rank
from generator.questions.parts.making import WRONG
from generator.questions.writing.making import around
from generator.questions.writing.phrases import article

#: What is asked of a period: how the paper came, and what is to be done by when.
PERIODS: dict[str, tuple[str, str]] = {
    "hearing-asked": (
        "拟罚款的数额属于较大数额，处罚前的告知书于{day}送达，写明可以要求听证。要求听证，最迟在：",
        "要求听证",
    ),
    "serving": (
        "处罚决定在{day}宣告，当事人不在场。决定书最迟在哪一天送达：",
        "送达",
    ),
    "paying": (
        "处罚决定书于{day}送达，没有获准延期或者分期。缴纳罚款，最迟在：",
        "缴纳罚款",
    ),
    "review": (
        "处罚决定书于{day}送达，写明了复议的权利和期限。申请行政复议，最迟在：",
        "申请行政复议",
    ),
}


def period_part(library: Library, name: str, seed: str) -> Part | str:
    """By when at the latest: the period counted as its article counts it, and as people count it wrongly."""
    cited, (stem, what) = SET_BY[name], PERIODS[name]
    held = limit_of(library, cited)
    if held is None:
        return f"没有收录{cited}的期限"
    limit = held[1]
    count, working = length(limit), limit.in_working_days
    day = served(count, working, f"{seed}/{name}")
    if day is None:
        return "这段时间里数不到不碰节假日的日子"
    right = after(day, count, working)
    wrong = _wrong(day, count, working, right, f"{seed}/{name}")
    lower = [one for one in wrong if one[0] < right]
    higher = [one for one in wrong if one[0] > right]
    below = around(len(lower), len(higher), WRONG, f"{seed}/{name}")
    if below is None:
        return "数错的日子不足"
    rule = f"{article(library, limit.basis)}：{limit.says}"
    how = "；周末和节假日不算" if limit.in_working_days else "；按日历日数，周末也算"
    if limit.says_working:
        how = f"；这里的“日”是工作日（{article(library, limit.says_working)}）"
    chosen = sorted(
        [
            (right, f"从次日起数满{limit.period}{how}。"),
            *lower[:below],
            *higher[: WRONG - below],
        ]
    )
    options = tuple(Option(day_written(one), one == right, why) for one, why in chosen)
    claim = Claim("counted", (("basis", cited), ("from", day.isoformat()), ("what", what)))
    return Part(stem.format(day=dated(day)), options, f"{rule}{how}。", (limit.basis,), claim=claim)


def counted(parts: Sequence[Part], name: str) -> tuple[str, ...]:
    """The period of that name where one of the parts asks for its last day: a fact that no paper asks twice."""
    return (name,) if any(part.claim and part.claim.ask == "counted" for part in parts) else ()


def _wrong(
    day: datetime.date, count: int, working: bool, right: datetime.date, seed: str
) -> list[tuple[datetime.date, str]]:
    """Wrong days and why, the best first: those on which such a period may end, or they would never be right anywhere.

    One that only another way of counting comes to leads on one side, every other time.
    """
    miscounted = dict(_miscounted(day, count, working, right))
    own = sorted((one for one in ends(count, working) if one != right), key=lambda one: (abs(one - right), one))
    other = sorted((one for one in miscounted if one not in own), key=lambda one: rank(seed, one.isoformat()))
    first = other[:1] if rank(seed, "other") % 2 else []
    shown = dict.fromkeys((*first, *(one for one in own if one in miscounted), *own, *other))
    return [(one, miscounted.get(one) or _reached(day, one, right, working)) for one in shown]


def _reached(day: datetime.date, one: datetime.date, right: datetime.date, working: bool) -> str:
    """How far the period has run on a wrong day: 从次日起数，到这一天才56日，还没有满."""
    passed = (one - day).days
    run = (
        f"{sum(open_on(day + datetime.timedelta(days=n)) for n in range(1, passed + 1))}个工作日"
        if working
        else f"{passed}日"
    )
    return f"从次日起数，到这一天{'才' if one < right else '已经'}{run}，{'还没有满' if one < right else '过了期限'}。"


def _miscounted(day: datetime.date, count: int, working: bool, right: datetime.date) -> list[tuple[datetime.date, str]]:
    """Working days that come out of counting another way, each once, with how.

    The right one is a working day before the holidays, so a day that is none would be told apart by the calendar alone.
    """
    ways: list[tuple[datetime.date, str]] = [
        (after(day, count, not working), "把工作日当成了日历日。" if working else "把日历日当成了工作日。"),
        (after(day, count - 1, working), "把送达、宣告的当天也算进去了。"),
        (after(day, 3, True), "那是三个工作日。"),
        (after(day, 10, False), "那是十日。"),
        (after(day, 7, True), "那是七个工作日。"),
        (after(day, 15, False), "那是十五日。"),
        (after(day, 30, False), "那是三十日。"),
        (after(day, 90, False), "那是九十日。"),
        (after(day, count + 1, working), "多数了一日，过了期限。"),
    ]
    found: dict[datetime.date, str] = {}
    for one, why in ways:
        if one != right and open_on(one):
            found.setdefault(one, why)
    return list(found.items())
