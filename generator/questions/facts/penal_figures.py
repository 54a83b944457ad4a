"""The figures of penalties as texts write them, article by article: what a digest says is held against them."""

from generator.kinds.penalty import Fine, Tier
from generator.legal.money import PerUnit, Range, format_bound, format_yuan


def figures(tier: Tier) -> frozenset[str]:
    """Every figure of a tier as a digest in Arabic figures writes it: 20万元, 4%, 5倍, 10日, 5年."""
    found = _of_fine(tier.fine) if tier.fine else set()
    if tier.detention:
        found |= {f"{tier.detention.min_days}日", f"{tier.detention.max_days}日"}
    if tier.ban:
        found |= {f"{n}年" for n in (tier.ban.years, tier.ban.max_years) if n}
        found |= {f"{n}个月" for n in (tier.ban.months, tier.ban.max_months) if n}
    if tier.damages:
        found |= _of_fine(Fine(multiple=tier.damages.multiple))
        found |= {format_yuan(tier.damages.least)} if tier.damages.least else set()
    return frozenset(found)


def _of_fine(fine: Fine) -> set[str]:
    found = {format_yuan(fine.deemed.below), format_yuan(fine.deemed.amount)} if fine.deemed else set()
    value = Range(fine.value.min, fine.value.max) if isinstance(fine.value, PerUnit) else fine.value
    if value:
        found |= {format_bound(value, bound) for bound in (value.min, value.max) if bound is not None}
    return found
