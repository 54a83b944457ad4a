"""Penalties of one conduct that rest on the same place go together: same authority, same measures, targets that are apart.

对单位处…，对个人处… leaves what stands before it to both; and where one of them says 单位, none beside it says 单位和个人.
"""

from collections.abc import Iterator
from itertools import combinations

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.governing import IN_CHARGE
from generator.auditing.official import Official
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.library import Library

#: Targets of which each leaves the other out.
_APART = frozenset({"单位", "个人"})
_BOTH = "单位和个人"


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E607, E613 and E626 for each two penalties of one place that differ in what they share."""
    for conduct in library.conducts:
        for index, penalty in enumerate(conduct.penalties):
            for name in _within(penalty):
                where = conduct.place("penalties", index, "authority")
                yield doubt(
                    conduct, f"机关 {penalty.id} {name}", where, "E607", "：名称在另一个机关的名称里，像是写错了"
                )
        for one, other in combinations(conduct.penalties, 2):
            if one.basis == other.basis:
                yield from _differ(conduct, one, other)


def _within(penalty: Penalty) -> Iterator[str]:
    """Authorities whose name is the beginning of another of the same penalty: no article lists a body twice."""
    for name in penalty.authority:
        if any(other != name and other.startswith(name) for other in penalty.authority):
            yield name


def _differ(conduct: Conduct, one: Penalty, other: Penalty) -> Iterator[Doubt]:
    at = conduct.penalties.index(other)
    ours, theirs = set(one.authority), set(other.authority)
    if not ours & theirs:
        return  # two bodies, each with its own
    for name in sorted(ours ^ theirs):
        where = conduct.place("penalties", at, "authority")
        yield doubt(conduct, f"机关 {one.id} {other.id} {name}", where, "E607", "：同一处的两个罚则，机关不一样")
    staff = [bool(IN_CHARGE.search(penalty.target)) for penalty in (one, other)]
    if any(staff):
        return
    targets = {one.target, other.target}
    told = any("个人" in tier.condition for penalty in (one, other) for tier in penalty.tiers)
    if _BOTH in targets and targets & _APART and not told:
        what = f"处罚对象 {one.id} {one.target} {other.id} {other.target}"
        yield doubt(conduct, what, conduct.place("penalties", at, "target"), "E613", "：同一处的两个罚则，对象交叉")
    if targets == _APART:
        for measure in sorted(_measures(one) ^ _measures(other)):
            what = f"没有写 {one.id} {other.id} {measure}"
            yield doubt(conduct, what, conduct.place("penalties", at), "E626", "：同一处对单位、对个人的措施不一样")


def _measures(penalty: Penalty) -> set[str]:
    """All measures; fines, which each has its own of, are held elsewhere."""
    return {measure for tier in penalty.tiers for measure in tier.every_measure if "罚款" not in measure}


CHECK = Check("same_place", "同一处的几个罚则，机关、措施、对象不矛盾", ("E607", "E613", "E626"), run)
