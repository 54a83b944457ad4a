"""Whether a sum is the fine that a discretion table gives for what a stem says was found."""

import math
import re
from fractions import Fraction

from generator.kinds.benchmark import Benchmark
from generator.library import Library
from generator.questions.deciders._base import Decider, amounts_in
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    table = library.get("benchmark", claim.get("benchmark") or "")
    shown = amounts_in(said.text if "元" in said.text else f"{said.text}元")
    if (
        not isinstance(table, Benchmark)
        or len(shown) != 1
        or shown[0] is None
        or library.regulation(table.issued_by).name not in item.stem
    ):
        return None
    total = table.start
    for factor in table.factors:
        found = [level for level in factor.levels if f"{factor.title}：“{level.label}”" in item.stem]
        if len(found) != 1:
            return None
        total += found[0].weight
    bounds = _bounds(table, item.stem)
    if bounds is None:
        return None
    fine = max(bounds[0], min(bounds[1], min(total, table.cap) / 100 * bounds[1]))
    return shown[0][1] == shown[0][2] == math.floor(fine + Fraction(1, 2))


def _bounds(table: Benchmark, stem: str) -> tuple[Fraction, Fraction] | None:
    """The least and greatest fine of the law; None where the stem lacks the sum that they are taken of."""
    if table.base is not None:
        return Fraction(table.floor), Fraction(table.base)
    share = table.rate or table.multiple
    sums = re.findall(rf"本案{re.escape(share.base)}为([\d.]+[万亿]?元)", stem) if share else []
    found = amounts_in(sums[0]) if len(sums) == 1 else []
    if share is None or len(found) != 1 or found[0] is None:
        return None
    whole = Fraction(found[0][1])
    if table.multiple and table.multiple.deemed and whole < table.multiple.deemed.below:
        whole = Fraction(table.multiple.deemed.amount)
    scale = 100 if table.rate else 1
    low, high = (Fraction(bound or 0) * whole / scale for bound in (share.min, share.max))
    return low, high


DECIDER = Decider("discretion", decide)
