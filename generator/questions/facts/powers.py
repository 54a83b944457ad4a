"""Which authorities may turn out to be the same body, so that the one is never a wrong answer beside the other.

Statutes name authorities by task, and who holds a task locally is often not for the statute to say: a body that the local
government designates can be any department, 负有……职责的部门 overlaps with most, and two tasks may sit in one bureau.
Where the library cannot rule that out, the two names never meet as key and distractor.
"""

import re
from functools import cache

from generator.legal.bodies import families, former

#: Named by the local government, so any local department.
_DESIGNATED = re.compile(r"政府[^，。]*(确定|指定|授权)|(确定|指定)的[^，。]*部门")
#: Open or general names: which bodies they take in, the text alone does not say.
_OPEN = re.compile(
    r"等(主管|有关)?部门|等(机关|机构)|负有|有关|有权|批准权|其他|发证机关|人民政府$|^(主管|监督管理)部门$|相关|上级|监察"
    r"|审批部门|发证部门|^监督检查部门|资质认定|所在单位"
)
#: Bodies to which local reforms hand powers over; no statute settles which.
_ABSORBING = re.compile(r"城市管理|综合执法|乡镇|镇人民政府|街道")

#: Bodies that act in one place only, and the words by which a case shows that it happens there.
_PLACES = (
    (re.compile(r"海关|出入境"), re.compile(r"进口|出口|进出|境外|境内|过境|国内")),
    (re.compile(r"海事|海警|渔政|海域"), re.compile(r"船|海|港口|码头|航")),
    (re.compile(r"流域管理机构"), re.compile(r"流域|黄河|长江|河道|岸线")),
    (re.compile(r"国家公园"), re.compile(r"国家公园")),
)


def out_of_place(name: str, case: str) -> bool:
    """Whether the body acts only in a place that the case does not show: 海关 beside a dump on a river bank."""
    return any(body.search(name) and not shown.search(case) for body, shown in _PLACES)


def told_by_place(names: tuple[str, ...], others: tuple[str, ...], case: str) -> bool:
    """Whether the place alone tells the bodies: the case shows where all of them act, and none of the others acts there."""
    shown = [body for body, place in _PLACES if place.search(case)]
    return any(
        all(body.search(name) for name in names) and not any(body.search(other) for other in others) for body in shown
    )


def designated(name: str) -> bool:
    """Whether the local government names the body: 县级以上地方人民政府确定的监督管理部门."""
    return bool(_DESIGNATED.search(name))


def vague(name: str) -> bool:
    """Whether the name takes in bodies that it does not spell out, so that no other name is surely false beside it."""
    return (
        designated(name)
        or bool(_OPEN.search(name) or _ABSORBING.search(name))
        or any(word in name for word in former())
    )


@cache
def may_coincide(one: str, other: str) -> bool:
    """Whether the two names can mean one body, as far as the law alone tells.  Symmetric."""
    if vague(one) or vague(other) or one in other or other in one:
        return True
    return any(_of(one, family) and _of(other, family) for family in families())


def apart(names: tuple[str, ...], others: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether none of ``names`` can coincide with any of ``others``."""
    return not any(may_coincide(name, other) for name in names for other in others)


def _of(name: str, family: frozenset[str]) -> bool:
    return any(word in name for word in family)


def keywords(name: str) -> tuple[str, ...]:
    """The words of task in a name: 农业农村 in 农业农村主管部门.  A text that says one of them speaks of the body."""
    return tuple(sorted({word for family in families() for word in family if word in name}))
