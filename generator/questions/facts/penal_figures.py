"""The figures of penalties as texts write them, article by article: what a digest says is held against them."""

from decimal import Decimal

from generator.kinds.penalty import Fine, Tier
from generator.legal.money import format_yuan
from generator.legal.numerals import format_decimal


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
    yuan: list[int | None] = []
    other: list[tuple[Decimal | None, str]] = []
    for part in (fine.range, fine.per_unit):
        yuan += [part.min, part.max] if part else []
    if fine.rate:
        other += [(fine.rate.min, "%"), (fine.rate.max, "%")]
    if fine.multiple:
        other += [(fine.multiple.min, "倍"), (fine.multiple.max, "倍")]
        deemed = fine.multiple.deemed
        yuan += [deemed.below, deemed.amount] if deemed else []
    shares = {f"{format_decimal(value)}{unit}" for value, unit in other if value is not None}
    return shares | {format_yuan(n) for n in yuan if n is not None}
