"""Multiple choice: which obligations may fall on this trade?  (行业义务)

Source:  obligations that name the industry.
Key:     two to four of them.
Wrong:   obligations of which the articles speak of other industries alone (``exclusive``); the stem says that the
         enterprise carries on no other trade.  None under an article that binds this trade or all.
Refused: as right answers, obligations for all, which ask nothing of the trade; such as wait to be aligned with the Code,
         fall on who has something built (建设单位), arise from where it stands or what it is besides, or do not say of which
         waste they speak; industries that are a status and
         no trade (产生危险废物的单位); industries with too few.
"""

import re
from collections.abc import Iterator

from generator.kinds.industry import Industry
from generator.kinds.obligation import Obligation
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.grouping import groups
from generator.questions.facts.related import Key, key
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, draw, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article, dated_article, quoted

ID = "industry-obligations"
_NAMED = re.compile(r"废|垃圾|污泥|粪|畜禽|土方")
#: Titles that name the trade they bind, which give themselves away as wrong answers.
_NAMES_TRADE = re.compile(r"检验站|机构|受托编|公司加农户|工地")
#: When a duty arises from what the enterprise is besides its trade, or from where it stands: nobody can say of the trade.
_PLACED = re.compile(r"^属于|附近有|^场所在|^在.{2,14}(区|地)$")
_STEMS = (
    "一家{name}只做本行业的业务，不兼营别的。条文所写的情形出现时，下列哪几项是它的义务？",
    "{name}（不兼营其他行业）在条文所写的情形出现时，应当做到下列哪几项？",
    "{name}不兼营其他行业。下列义务中，条文所写的情形一出现，它就应当履行的有：",
    "某{name}不经营其他行业。下列要求里，在条文所写的情形下约束它的有：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield the items of each industry, one skip per industry with too few obligations, in library order."""
    obligations = library.of("obligation", Obligation)
    for industry in library.of("industry", Industry):
        if industry.title.endswith("单位"):
            yield Skip(industry.at, "这是一种身份，不是行业：可能属于任何行业，没有肯定不归它的义务")
            continue
        own = [one for one in obligations if industry.id in one.industries and _fit(library, one)]
        found = groups(own, f"{ID}/{industry.id}", _id)
        if not found:
            yield Skip(industry.at, f"写明归这个行业、可以问的义务有 {len(own)} 项，不成多选")
        others = _others(library, industry)
        for group in found:
            yield _ask(library, industry, group, others)


def _ask(library: Library, industry: Industry, own: list[Obligation], others: list[Obligation]) -> Item | Skip:
    id = f"{industry.id}/{own[0].id}"
    seed = f"{ID}/{id}"
    shown = max(4, min(5, len(own) + 1 + rank(seed, "shown") % 2))
    topics = {topic for one in own for topic in one.topics}
    wrong = _drawn(others, shown - len(own), topics, seed)
    if len(own) + len(wrong) < 4:
        return Skip(own[0].at, f"肯定不归这个行业的义务有 {len(wrong)} 项，凑不够选项")
    name = _name(industry)
    right = [Option(_text(one), True, f"依据{article(library, one.basis[0])}。") for one in own]
    options = [*right, *(Option(_text(one), False, _whose(library, one)) for one in wrong)]
    subject = Subject(
        rule=ID, id=id, basis=tuple(dict.fromkeys(basis for one in own for basis in one.basis)),
        facts=tuple(f"obligation/{one.id}" for one in own), at=own[0].at,
        topics=tuple(dict.fromkeys(topic for one in own for topic in one.topics)),
        sample=industry.sample or any(one.sample for one in own),
        claim=Claim("obligation", (("industry", industry.id),)),
    )  # fmt: skip
    told = "；".join(f"{quoted(_text(one))}（{article(library, one.basis[0])}{_when(one)}）" for one in own)
    spared = "".join(f"{quoted(_text(one))}{_whose(library, one)}" for one in wrong)
    explanation = f"约束{name}的是{told}。不约束它的：{spared}"
    ordered = sorted(options, key=lambda option: rank(f"{seed}/order", option.text))
    return finish(library, subject, "multiple", choose(_STEMS, seed).format(name=name), ordered, explanation, 0.0)


def _fit(library: Library, obligation: Obligation) -> bool:
    unclear = any(
        "废物" in topic.title for topic in library.topics if topic.id in obligation.topics
    ) and not _NAMED.search(obligation.title)
    builders = "建设单位" in f"{obligation.title}{obligation.trigger}"
    placed = bool(_PLACED.search(obligation.trigger or ""))
    return (
        not (obligation.awaits_alignment or unclear or builders or placed)
        and validity(library, obligation.basis) is not None
    )


def _others(library: Library, industry: Industry) -> list[Obligation]:
    """Obligations that surely do not fall on the industry, nor rest on an article that binds it."""
    binding = _binding(library)
    bound = binding.get(industry.id, set()) | binding.get("", set())
    return [
        one
        for one in library.of("obligation", Obligation)
        if one.exclusive and industry.id not in one.industries and not _NAMES_TRADE.search(one.title)
        and validity(library, one.basis) is not None and not bound & {key(basis) for basis in one.basis}
    ]  # fmt: skip


@once
def _binding(library: Library) -> dict[str, set[Key]]:
    """Articles of the obligations of each industry, and of those for all under an empty id."""
    found: dict[str, set[Key]] = {}
    for obligation in library.of("obligation", Obligation):
        for industry in obligation.industries or ("",):
            found.setdefault(industry, set()).update(key(basis) for basis in obligation.basis)
    return found


def _drawn(others: list[Obligation], count: int, topics: set[str], seed: str) -> list[Obligation]:
    """So many by rank, of the topics of the right ones first, each of another industry."""
    near = [one for one in others if topics & set(one.topics)]
    far = [one for one in others if not topics & set(one.topics)]
    found: dict[tuple[str, ...], Obligation] = {}
    for one in (*draw(near, len(near), seed, _id), *draw(far, len(far), seed, _id)):
        found.setdefault(one.industries, one)
    return list(found.values())[:count]


def _whose(library: Library, obligation: Obligation) -> str:
    names = "、".join(industry.title for industry in library.of("industry", Industry) if industry.id in obligation.industries)  # fmt: skip
    return f"只约束{names}（{dated_article(library, obligation.basis[0])}）。"


def _when(obligation: Obligation) -> str:
    return f"，{obligation.trigger.rstrip('。')}" if obligation.trigger and "，" not in obligation.trigger else ""


def _text(obligation: Obligation) -> str:
    return obligation.title.rstrip("。")


def _name(industry: Industry) -> str:
    """How a stem names an enterprise of the trade: 加油站 and 医疗机构 are such already."""
    return industry.title if industry.title.endswith(("站", "机构")) else f"{industry.title}企业"


def _id(obligation: Obligation) -> str:
    return obligation.id


RULE = Rule(id=ID, title="行业义务", generate=generate, thought="理解")
