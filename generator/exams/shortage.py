"""Shortages: what a bank lacks for a blueprint that it cannot meet, demand by demand.

The same program is solved with slack: how far must each demand give way, all in all as little as possible, for a paper to
exist?  Solved again as if facts could be asked twice, it shows which part of the lack is items that clash.
"""

from collections import Counter
from collections.abc import Sequence

from generator.exams.clash import smallest_clash
from generator.exams.demands import Demand, demands, fixed
from generator.exams.eligible import Eligible, fits, industries_of, listed_articles, meets, shared_facts, suits
from generator.exams.limits import limits
from generator.exams.scale import UNIT
from generator.exams.solver import Column, Row, maximise
from generator.kinds.blueprint import Blueprint, Quota
from generator.legal.numerals import format_number
from generator.library import Library
from generator.problems import Place, Problem
from generator.questions import types
from generator.questions.bank import Bank, rule_titles

_NEAR = 1e-6
_NAMED = 3  # clashing facts named
#: Demands of the whole paper → what they count; a quota says that itself.
_OF_PAPER = {"whole": "", "cover": "", "amounts": "问数额", "article_numbers": "只问条号"}
#: Limits of the paper, as a hint names them.
_LIMITS = {
    "article": "同一条文至多 {high} 题（per_article）",
    "amount": "同一数额至多问 {high} 次（per_amount）",
    "phrasing": "同一种问法至多 {high} 题（one_phrasing）",
    "true": "正确的判断题至多 {high} 题（judge_true）",
    "false": "错误的判断题至多 {high} 题（judge_true）",
    "told": "一题的题干说出了另一题所问的",
}
# A missing item weighs one; giving way in difficulty always weighs less, so items are not dropped to mend a mean.
_COST = {
    "count": 1.0,
    "quota": 1.01,
    "include": 1.02,
    "whole": 1.01,
    "cover": 1.01,
    "amounts": 0.99,
    "article_numbers": 0.99,
}


def shortages(blueprint: Blueprint, library: Library, bank: Bank, pool: Sequence[Eligible]) -> list[Problem]:
    """One E501 per demand that must give way, with how much is asked, there, and lacking.

    Args:
        blueprint: a blueprint that no paper from ``pool`` meets.
        library: names topics.
        bank: what the pool comes from; items for other audiences are counted in it.
        pool: all eligible items, none left aside.
    """
    wanted = demands(blueprint, pool)
    lacks = _slack(blueprint, wanted, fixed(blueprint, pool), pool)
    free = _slack(blueprint, wanted, fixed(blueprint, pool, facts=False), pool)
    found = []
    for demand, lack, without in zip(wanted, lacks, free, strict=True):
        if abs(lack) > _NEAR:
            message, reason = _message(blueprint, library, pool, demand, lack)
            hints = [_clash(blueprint, pool, demand)] if abs(without) < abs(lack) - _NEAR else [reason]
            hints.append(_others(blueprint, library, bank, demand))
            hints.append("补充内容或自编题，或者放宽这一条。")
            found.append(Problem(_place(blueprint, demand), "E501", message, "".join(hints)))
    clash = smallest_clash(blueprint, pool)
    if _worth_telling(clash):
        named = "；".join(asked(blueprint, library, demand) for demand in clash)
        message = f"这 {len(clash)} 条要求不能同时满足：{named}"
        found.append(Problem(_place(blueprint, clash[0]), "E501", message, "放宽其中任何一条，这一组就不再冲突。"))
    return found


def _worth_telling(clash: Sequence[Demand]) -> bool:
    """Whether it says more than that one demand, or one section's mean difficulty, can't be met."""
    others = [demand.kind for demand in clash if demand.kind != "count"]
    if len(others) > 1 or len({demand.section for demand in clash}) > 1:
        return True
    return len(clash) > 1 and not {"easiest", "hardest"} & {*others}


def asked(blueprint: Blueprint, library: Library, demand: Demand) -> str:
    """A demand in a few words."""
    section = blueprint.sections[demand.section]
    name = f"第{format_number(demand.section + 1)}大题"
    if demand.kind in _OF_PAPER:
        return _of_paper(blueprint, library, demand)
    if demand.kind == "count":
        return f"{name}“{section.title}”要 {section.count} 题"
    if demand.kind == "include":
        return f"必选“{blueprint.include[demand.quota]}”"
    if demand.kind == "quota":
        return f"{name}{_bounded(library, section.quotas[demand.quota])}"
    assert section.difficulty is not None, demand.kind
    low, high = section.difficulty
    bound = f"不低于 {low:g}" if demand.kind == "easiest" else f"不高于 {high:g}"
    return f"{name}平均难度{bound}"


def _bounded(library: Library, quota: Quota) -> str:
    bounds = [f"至少 {quota.min}" if quota.min else "", "" if quota.max is None else f"至多 {quota.max}"]
    return f"“{quota_name(library, quota)}”{'、'.join(filter(None, bounds))} 题"


def _of_paper(blueprint: Blueprint, library: Library, demand: Demand) -> str:
    """A demand of the whole paper in a few words."""
    if demand.kind == "whole":
        return f"全卷{_bounded(library, blueprint.whole[demand.quota][2])}"
    if demand.kind == "cover":
        basis = (listed_articles(library, blueprint.cover) or {})[demand.article]
        return f"全卷至少一题考到 {library.cite(basis)}"
    return f"全卷{_OF_PAPER[demand.kind]}的至多 {demand.row.high:g} 题"


def _slack(
    blueprint: Blueprint, asked: Sequence[Demand], clashes: Sequence[Row], pool: Sequence[Eligible]
) -> list[float]:
    """How far each demand gives way: above 0 where it stays short, below 0 where it overshoots."""
    columns = [Column(0.0) for _ in pool]
    rows = list(clashes)
    for demand in asked:
        count = blueprint.sections[demand.section].count
        cost, upper = _COST.get(demand.kind, 1 / (UNIT * (count + 1))), count * UNIT
        short, over = len(columns), len(columns) + 1
        excess = 0 if demand.kind == "count" else upper  # a section that is too long helps nobody
        columns += [Column(-cost, upper, whole=False), Column(-cost, excess, whole=False)]
        rows.append(Row((*demand.row.terms, (short, 1.0), (over, -1.0)), demand.row.low, demand.row.high))
    values = maximise(columns, rows)
    if values is None:
        raise RuntimeError("every demand can give way, so some paper exists")
    slack = values[len(pool) :]
    return [short - over for short, over in zip(slack[::2], slack[1::2], strict=True)]


def _message(
    blueprint: Blueprint, library: Library, pool: Sequence[Eligible], demand: Demand, lack: float
) -> tuple[str, str]:
    """What is asked, there and lacking; and why, where facts are not the reason."""
    section = blueprint.sections[demand.section]
    name = f"第{format_number(demand.section + 1)}大题“{section.title}”"
    if demand.kind in _OF_PAPER:
        there = sum(pool[column].takes for column, _ in demand.row.terms)
        way = f"缺 {round(lack)} 题" if lack > 0 else f"要凑齐整卷得多出 {round(-lack)} 题"
        return (
            f"{_of_paper(blueprint, library, demand)}，题库里合用的有 {there} 题，{way}",
            "与方案的其他要求合在一起凑不齐。",
        )
    together = "单看这一条够用，与方案的其他要求合在一起凑不齐。"
    there = sum(pool[column].takes for column, _ in demand.row.terms)
    if demand.kind == "count":
        head = f"{name}要 {section.count} 题，题库里合用的{types.named(section.type).title}有 {there} 题"
        return f"{head}，缺 {round(lack)} 题", together if there >= section.count else ""
    if demand.kind == "include":
        return f"必选的题“{blueprint.include[demand.quota]}”排不进去", together
    if demand.kind == "quota":
        quota = section.quotas[demand.quota]
        head = f"{name}的配额“{quota_name(library, quota)}”"
        if lack > 0:
            text = f"{head}至少要 {quota.min} 题，题库里合用的有 {there} 题，缺 {round(lack)} 题"
            return text, together if there >= quota.min else ""
        return f"{head}至多 {quota.max} 题，要凑齐整卷得多出 {round(-lack)} 题", "其余主题或规则的题不够。"
    inside = [entry.item.difficulty for entry in pool if entry.section == demand.section]
    assert section.difficulty is not None, demand.kind
    low, high = section.difficulty
    bound = f"不低于 {low:g}" if demand.kind == "easiest" else f"不高于 {high:g}"
    span = f"合用的 {len(inside)} 题难度在 {min(inside):g} 与 {max(inside):g} 之间"
    gap = abs(lack) / UNIT / section.count
    return f"{name}的平均难度要{bound}，{span}，凑齐题数后还差 {gap:.2g}", ""


def quota_name(library: Library, quota: Quota) -> str:
    """What a quota counts, in words: 大气污染防治、专业."""
    words = []
    for name in quota.named:
        value = getattr(quota, name)
        if name in {"topic", "industry", "regulation"}:
            record = library.get(name, value)
            words.append(record.label if record else value)
        elif name == "rule":
            words.append(rule_titles().get(value, value))
        elif name == "difficulty":
            words.append(f"难度 {value[0]:g} 至 {value[1]:g}")
        else:
            words.append(value)
    return "、".join(words)


def _clash(blueprint: Blueprint, pool: Sequence[Eligible], demand: Demand) -> str:
    """That items ask the same fact, and which facts most of them ask; else which limits of the paper keep them apart."""
    columns = {column for column, _ in demand.row.terms}
    clashing = shared_facts(pool)
    uses = Counter(fact for column in columns for fact in clashing.intersection(pool[column].item.facts))
    most = sorted(uses.items(), key=lambda pair: (-pair[1], pair[0]))[:_NAMED]
    if most:
        named = "、".join(f"{fact}（{count} 题）" for fact, count in most)
        return f"考同一事实的题不能同卷，题因此不够：{named}。"
    apart = {
        _LIMITS[limit.kind].format(high=format(limit.row.high, "g"))
        for limit in limits(blueprint, pool)
        if sum(column in columns for column, _ in limit.row.terms) > limit.row.high
    }
    return f"这些题不能都进一张卷，题因此不够：{'；'.join(sorted(apart)) or '取决于同一件事实'}。"


def _others(blueprint: Blueprint, library: Library, bank: Bank, demand: Demand) -> str:
    """How many items would count if they were for this audience."""
    section = blueprint.sections[demand.section]
    quotas = [section.quotas[demand.quota]] if demand.kind == "quota" else []
    others = sum(
        fits(item, section)
        and not suits(item, blueprint.audience)
        and all(meets(Eligible(demand.section, item, 0, industries_of(library, item)), quota) for quota in quotas)
        for item in bank.items
    )
    return f"另有 {others} 题不适用于“{blueprint.audience}”。" if others else ""


def _place(blueprint: Blueprint, demand: Demand) -> Place:
    if demand.kind == "count":
        return blueprint.place("sections", demand.section, "count")
    if demand.kind == "quota":
        return blueprint.place("sections", demand.section, "quotas", demand.quota)
    if demand.kind == "include":
        return blueprint.place("include", demand.quota)
    if demand.kind == "whole":
        name, at, _ = blueprint.whole[demand.quota]
        return blueprint.place(name, at)
    if demand.kind in _OF_PAPER:
        return blueprint.place(demand.kind)
    return blueprint.place("sections", demand.section, "difficulty")
