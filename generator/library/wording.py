"""Wording: fines, tiers and citations as people read them, the same on pages, in questions and in exports."""

from decimal import Decimal

from generator.kinds.penalty import Fine, Penalty, Tier
from generator.legal.money import format_multiple, format_range, format_rate, format_yuan

ORDINARY = "一般情形"


def fine_text(fine: Fine) -> str:
    """The amount alone: 20万元以上100万元以下, 货值金额1倍以上5倍以下, 每辆5000元, 按原罚款数额按日连续处罚."""
    if fine.range:
        return format_range(fine.range.min, fine.range.max)
    if fine.rate:
        return f"{fine.rate.base}的{format_rate(_decimal(fine.rate.min), _decimal(fine.rate.max))}"
    if fine.multiple:
        text = f"{fine.multiple.base}的{format_multiple(_decimal(fine.multiple.min), _decimal(fine.multiple.max))}"
        deemed = fine.multiple.deemed
        if deemed:
            text += f"（不足{format_yuan(deemed.below)}的，以{format_yuan(deemed.amount)}计算）"
        return text
    if fine.per_unit:
        return f"每{fine.per_unit.unit}{format_range(fine.per_unit.min, fine.per_unit.max)}"
    return "按原罚款数额按日连续处罚"


def fine_phrase(fine: Fine) -> str:
    """The amount in a sentence: 处20万元以上100万元以下的罚款, 可以处5万元以下的罚款."""
    verb = "可以处" if fine.may else "处"
    if fine.daily:
        return "可以按原罚款数额按日连续处罚" if fine.may else "按原罚款数额按日连续处罚"
    return f"{verb}{fine_text(fine)}的罚款"


def tier_name(tier: Tier) -> str:
    """Category and condition: 报告书，情节严重; 一般情形 where there is neither."""
    parts = [tier.category] if tier.category else []
    if tier.condition != ORDINARY or not parts:
        parts.append(tier.condition)
    return "，".join(str(part) for part in parts)


def detention_text(tier: Tier) -> str:
    """10日以上15日以下拘留; empty where there is none."""
    if not tier.detention:
        return ""
    low, high = tier.detention.min_days, tier.detention.max_days
    return f"{low}日拘留" if low == high else f"{low}日以上{high}日以下拘留"


def ban_text(tier: Tier) -> str:
    """5年内禁止从事监测业务; empty where there is none."""
    if not tier.ban:
        return ""
    span = f"{tier.ban.years}年内" if tier.ban.years else ""
    return f"{span}禁止{tier.ban.trade}"


def authority_text(penalty: Penalty) -> str:
    """The authorities in one phrase: 生态环境主管部门、海警机构按照职责分工."""
    names = "、".join(penalty.authority)
    return names if len(penalty.authority) == 1 else f"{names}（按照职责分工）"


def _decimal(value: float | None) -> Decimal | None:
    """The number as written, without the tail that binary fractions grow."""
    return None if value is None else Decimal(str(value)).normalize()
