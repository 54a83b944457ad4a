"""Wording: fines, tiers and citations as people read them, the same on pages, in questions and in exports."""

from generator.kinds.penalty import ORDINARY, Ban, Damages, Fine, Penalty, Tier
from generator.legal.money import format_amount, format_multiple, format_yuan

#: How the object of a ban begins where it has a verb of its own.
_VERBS = (
    "从事", "再次", "重新", "申请", "担任", "经营", "参加", "参与", "聘用", "取得", "办理", "开展", "承担", "承接",
    "进入", "接受", "出任", "任职", "申报", "受理", "提供", "使用", "生产", "销售", "驾驶", "招标", "投标",
)  # fmt: skip


def fine_text(fine: Fine) -> str:
    """The amount alone: 20万元以上100万元以下, 货值金额1倍以上5倍以下, 每辆5000元, 按原罚款数额按日连续处罚."""
    if fine.value:
        text = f"{fine.base}的{format_amount(fine.value)}" if fine.base else format_amount(fine.value)
        if fine.deemed:
            text += f"（不足{format_yuan(fine.deemed.below)}的，以{format_yuan(fine.deemed.amount)}计算）"
        return text
    return f"数额依照{fine.elsewhere}" if fine.elsewhere else "按原罚款数额按日连续处罚"


def fine_phrase(fine: Fine) -> str:
    """The amount in a sentence: 处20万元以上100万元以下的罚款, 可以处5万元以下的罚款."""
    verb = "可以处" if fine.may else "处"
    if fine.daily:
        return "可以按原罚款数额按日连续处罚" if fine.may else "按原罚款数额按日连续处罚"
    if fine.elsewhere:
        return f"依照{fine.elsewhere}{verb}以罚款"
    return f"{verb}{fine_text(fine)}的罚款"


def tier_name(tier: Tier) -> str:
    """Category and condition: 报告书，情节严重; 一般情形 where there is neither."""
    parts = [tier.category] if tier.category else []
    if tier.condition != ORDINARY or not parts:
        parts.append(tier.condition)
    return "，".join(str(part) for part in parts)


def detention_text(tier: Tier) -> str:
    """10日以上15日以下拘留, 5日以下拘留; empty where there is none."""
    if not tier.detention:
        return ""
    low, high = tier.detention.min_days, tier.detention.max_days
    if low == high:
        return f"{low}日拘留"
    return f"{low}日以上{high}日以下拘留" if low > 1 else f"{high}日以下拘留"


def ban_text(tier: Tier) -> str:
    """5年内不得从事监测业务, 终身不得担任食品安全管理人员; empty where there is none."""
    return f"{ban_span(tier.ban)}不得{ban_trade(tier.ban)}" if tier.ban else ""


def ban_span(ban: Ban) -> str:
    """5年内, 3年至5年内, 6个月内, 终身, 10年直至终身; empty where the law says nothing of how long."""
    low, high, unit = (ban.years, ban.max_years, "年") if ban.years else (ban.months, ban.max_months, "个月")
    if ban.life:
        return f"{low}年直至终身" if low else "终身"
    if low is None:
        return ""
    return f"{low}{unit}至{high}{unit}内" if high and high != low else f"{low}{unit}内"


def ban_trade(ban: Ban) -> str:
    """What may not be done, with its verb: 从事监测业务, 再次申请倾倒许可证, 担任食品安全管理人员."""
    return ban.trade if ban.trade.startswith(_VERBS) else f"从事{ban.trade}"


def damages_text(damages: Damages) -> str:
    """价款10倍的赔偿金（不足1000元的，按1000元）."""
    span = damages.multiple
    text = f"{span.base}{format_multiple(span.min, span.max)}的赔偿金"
    return text + (f"（不足{format_yuan(damages.least)}的，按{format_yuan(damages.least)}）" if damages.least else "")


def approved(tier: Tier, measure: str, *, may: bool = False) -> str:
    """A measure with who must approve it: 报经有批准权的人民政府批准，责令停业、关闭; 可以 goes before the measure itself."""
    who = tier.approval_of(measure)
    words = f"{'可以' if may else ''}{measure}"
    return f"报经{who}批准，{words}" if who else words


def measure_phrases(tier: Tier) -> tuple[str, ...]:
    """Each measure as the article orders it, in order: 责令改正; 可以责令停业; 直至吊销营业执照; what is picked from in one phrase."""
    phrases = [approved(tier, measure) for measure in tier.measures]
    phrases += [approved(tier, measure, may=True) for measure in tier.may]
    phrases += [choice_text(tier)] if tier.one_of else []
    phrases += [f"直至{approved(tier, tier.up_to)}"] if tier.up_to else []
    return tuple(phrases)


def choice_text(tier: Tier) -> str:
    """警告、罚款、暂扣机动车驾驶证，取其中一种或者几种; 没收或者责令限期捕回，取其一; 可以警告或者罚款，取其一; empty where nothing is picked."""
    if not tier.one_of:
        return ""
    words = [approved(tier, word) for word in tier.one_of]
    if tier.optional("罚款") and tier.fine and tier.fine.may:  # 可以给予警告或者处罚款: none of them need follow
        words[0] = f"可以{words[0]}"
    if tier.several:
        return f"{'、'.join(words)}，取其中一种或者几种"
    long = any(mark in word for word in words for mark in "、，")
    joined = "，或者".join(words) if long else f"{'、'.join(words[:-1])}或者{words[-1]}"
    return f"{joined}，{'取其一' if len(words) == 2 else '取其中一种'}"


def tier_amounts(tier: Tier) -> tuple[str, ...]:
    """What a tier leads to that has an amount, without a verb: 20万元以上100万元以下; 可以处 5万元以下; 5日以上10日以下拘留."""
    found = []
    if tier.fine:
        free = "罚款的，" if tier.optional("罚款") else "可以处 " if tier.fine.may else ""
        found.append(f"{free}{fine_text(tier.fine)}")
    found += [text for text in (detention_text(tier), points_text(tier)) if text]
    return (*found, *((damages_text(tier.damages),) if tier.damages else ()))


def beside_amounts(tier: Tier) -> tuple[str, ...]:
    """What a tier leads to beside what has an amount: the ban, 处分, and the measures as the article orders them."""
    return (*((ban_text(tier),) if tier.ban else ()), *tier.discipline, *measure_phrases(tier))


def consequences(tier: Tier) -> tuple[str, ...]:
    """Everything that a tier leads to, in phrases: the fine, detention, points and damages, then the rest."""
    found = []
    if tier.fine:
        phrase = fine_phrase(tier.fine)
        found.append(f"罚款的，{phrase.removesuffix('的罚款')}" if tier.optional("罚款") else phrase)
    found += [f"处{detention_text(tier)}"] if tier.detention else []
    found += [points_text(tier)] if tier.points else []
    found += [f"支付{damages_text(tier.damages)}"] if tier.damages else []
    return (*found, *beside_amounts(tier))


def points_text(tier: Tier) -> str:
    """一次记12分; empty where there are none."""
    return f"一次记{tier.points}分" if tier.points else ""


def added_to(penalty: Penalty, index: int) -> str:
    """What the tier adds to, by name: 一般情形; 货值金额不足一万元”或者“货值金额一万元以上, whichever applies; empty where none."""
    return "”或者“".join(dict.fromkeys(tier_name(penalty.tiers[base]) for base in penalty.bases(index)))


def unnamed_text(penalty: Penalty) -> str:
    """In whose hands it is where the article names no authority: those harmed ask for damages; a ban follows by the law itself;
    who decides on 处分 is left to other law."""
    if any(tier.damages for tier in penalty.tiers):
        return "受到损害的人"
    return "条文没有写" if any(tier.discipline for tier in penalty.tiers) else "依照法律"


def acting_text(penalty: Penalty) -> str:
    """Who acts, as a clause: 由海事管理机构处理, 受到损害的人可以要求, 由谁决定条文没有写, 依照法律当然适用."""
    if penalty.authority:
        return f"由{authority_text(penalty)}处理"
    who = unnamed_text(penalty)
    return {"受到损害的人": "受到损害的人可以要求", "条文没有写": "由谁决定条文没有写"}.get(who, "依照法律当然适用")


def authority_text(penalty: Penalty) -> str:
    """The authorities in one phrase: 生态环境主管部门、海警机构按照职责分工; empty where the article names none (``unnamed_text``)."""
    names = "、".join(penalty.authority)
    return names if len(penalty.authority) < 2 else f"{names}（按照职责分工）"
