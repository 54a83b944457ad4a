"""Blueprints that are wrong in themselves, whatever the bank holds.  (An unknown topic is the library's E301.)"""

import difflib
from collections.abc import Iterator

from generator.exams.eligible import fits, listed_articles, suits
from generator.kinds._audience import OFFICIALS
from generator.kinds.blueprint import Blueprint, BlueprintSection
from generator.library import Library
from generator.problems import Problem
from generator.questions import types
from generator.questions.asking import articles
from generator.questions.bank import Bank, rule_titles


def plan_problems(blueprint: Blueprint, library: Library, bank: Bank) -> list[Problem]:
    """E502 for types that do not exist, a day other than the library's, unknown rules and items, and bounds that nothing can meet."""
    unknown = type_problems(blueprint)
    if unknown:
        return unknown
    found = [*_day(blueprint, library), *_named(blueprint, bank), *_uncovered(blueprint, library, bank)]
    for index, section in enumerate(blueprint.sections):
        found += _difficulty(blueprint, index, section)
        found += _quotas(blueprint, index, section)
        found += _audiences(blueprint, index, section, bank)
    return found


def type_problems(blueprint: Blueprint) -> list[Problem]:
    """E204 for sections of a type that there is none of."""
    known = types.titles()
    return [
        Problem(
            blueprint.place("sections", index, "type"),
            "E204",
            *types.unknown(f"sections[{index}].type", section.type, known),
        )
        for index, section in enumerate(blueprint.sections)
        if section.type not in known
    ]


def _day(blueprint: Blueprint, library: Library) -> Iterator[Problem]:
    """The bank holds what is in force on the library's day, so a paper for another day can't be drawn from it."""
    if blueprint.as_of is not None and blueprint.as_of != library.as_of:
        yield Problem(
            blueprint.place("as_of"),
            "E502",
            f"组卷方案“{blueprint.title}”定在 {blueprint.as_of}，题库按 {library.as_of} 的法律状态出题，两天不同",
            f"用 --as-of {blueprint.as_of} 重新运行；不必固定日期的，删去 as_of。",
        )


def _named(blueprint: Blueprint, bank: Bank) -> Iterator[Problem]:
    """Items to hold and to leave out must exist, and none may be both."""
    names = rule_titles()
    for field, known in (("include", bank.by_id), ("ban", {**bank.by_id, **names})):
        for number, id in enumerate(getattr(blueprint, field)):
            if id not in known:
                near = difflib.get_close_matches(id, known)
                hint = f"是不是 {near[0]}？" if near else "题号见 pufa bank --out 写出的题库。"
                yield Problem(blueprint.place(field, number), "E502", f"题库里没有“{id}”", hint)
    for number, id in enumerate(blueprint.include):
        item = bank.by_id.get(id)
        place = blueprint.place("include", number)
        if item is not None and not any(fits(item, section) for section in blueprint.sections):
            yield Problem(place, "E502", f"必选的题“{id}”不合任何大题的题型", "增加这种题型的大题，或者换一题。")
        if item is not None and (id in blueprint.ban or item.rule in blueprint.ban):
            yield Problem(place, "E502", f"题“{id}”既要选又不准选", "从 include 或者 ban 里去掉一处。")


def _uncovered(blueprint: Blueprint, library: Library, bank: Bank) -> Iterator[Problem]:
    """E501 for articles of the list to cover that no item of the blueprint's types and audience rests on."""
    listed = listed_articles(library, blueprint.cover)
    if listed is None:
        return
    asked = {
        article
        for item in bank.items
        if suits(item, blueprint.audience) and any(fits(item, section) for section in blueprint.sections)
        for article in articles(item)
    }
    missing = "、".join(library.cite(basis) for article, basis in listed.items() if article not in asked)
    if missing:
        message = f"要考到清单的每一条，这几条没有适用于“{blueprint.audience}”、题型也合的题：{missing}"
        yield Problem(blueprint.place("cover"), "E501", message, "补自编题，增加大题的题型，或者去掉 cover。")


def _difficulty(blueprint: Blueprint, index: int, section: BlueprintSection) -> Iterator[Problem]:
    if section.difficulty is not None:
        low, high = section.difficulty
        if not 0 <= low <= high <= 1:
            yield Problem(
                blueprint.place("sections", index, "difficulty"),
                "E502",
                f"大题“{section.title}”的平均难度 {low:g} 至 {high:g} 不成区间",
                "写成两个数，前小后大，都在 0 与 1 之间，例如 [0.4, 0.6]。",
            )


def _quotas(blueprint: Blueprint, index: int, section: BlueprintSection) -> Iterator[Problem]:
    names = rule_titles()
    for number, quota in enumerate(section.quotas):
        at = blueprint.place("sections", index, "quotas", number)
        if quota.rule is not None and quota.rule not in names:
            near = difflib.get_close_matches(quota.rule, names)
            hint = f"是不是 {near[0]}？" if near else f"可用的规则：{'、'.join(sorted(names))}。"
            yield Problem(at, "E502", f"没有出题规则“{quota.rule}”", hint)
        if quota.difficulty is not None and not 0 <= quota.difficulty[0] <= quota.difficulty[1] <= 1:
            yield Problem(at, "E502", "配额的难度不成区间", "写成两个数，前小后大，都在 0 与 1 之间，例如 [0.6, 1]。")
        if quota.min > section.count:
            message = f"配额至少要 {quota.min} 题，大题“{section.title}”一共只有 {section.count} 题"
            yield Problem(at, "E502", message, "减小配额的 min，或者增加大题的 count。")


def _audiences(blueprint: Blueprint, index: int, section: BlueprintSection, bank: Bank) -> Iterator[Problem]:
    """A quota by audience counts items that name it, so it must be one that items name."""
    known = dict.fromkeys((*OFFICIALS, *(name for item in bank.items for name in item.audience)))
    for number, quota in enumerate(section.quotas):
        if quota.audience is not None and quota.audience not in known:
            near = difflib.get_close_matches(quota.audience, known)
            hint = f"是不是 {near[0]}？" if near else f"写 {'、'.join(known)} 之一。"
            at = blueprint.place("sections", index, "quotas", number)
            yield Problem(at, "E502", f"没有适用于“{quota.audience}”的题", hint)
