"""No text in own words is on the other side of a bound than its article, nor joins by 并 what the article joins by 或者."""

from collections.abc import Iterator

from generator.auditing.bounds import turned_bounds, turned_days, turned_joints
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.auditing.own_texts import FIELDS
from generator.auditing.told_texts import all_texts
from generator.library import Library

#: Kinds whose days the check of units counts.
_COUNTED = frozenset((*FIELDS, "article", "guide"))


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E628 for each bound, moment and joint that the articles have the other way."""
    for own in all_texts(library, official):
        turns = (*turned_bounds(own.text, own.law), *turned_joints(own.text, own.law))
        if own.kind not in _COUNTED:
            turns += tuple(turned_days(own.text, own.law, own.working))
        for what in dict.fromkeys(turns):
            yield doubt(own.record, f"用词 {own.place} {what}", own.at, "E628", "：可能同条文相反")


CHECK = Check("sides", "以上与以下、以前与以后、超过与低于、或者与并、日与工作日同条文一致", ("E628",), run)
