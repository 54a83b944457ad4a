"""The condition, the category and the target of a penalty are those of the article, and govern the amounts they are given to."""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.fines import text_for
from generator.auditing.governing import GENERAL_TARGETS
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.auditing.stands import clause_before, condition_before, places, stands
from generator.kinds.penalty import ORDINARY, Tier
from generator.library import Library, PenaltyOf
from generator.problems import Problem

_PIECES = re.compile(r"[，；]")
#: A target told by what it did: 提供生产经营场所或者其他条件的人.
_DESCRIBED = re.compile(r"(.+)的(?:人|个人|单位|单位和个人|单位或者个人)")
#: General terms with what the article may call such a body instead.
_ALSO = {
    "技术单位": ("机构", "单位"),
    "监测机构": ("监测机构", "检测机构", "检验机构"),
    "施工单位": ("施工", "作业"),
    "机动车驾驶人": ("驾驶",),
    "建设单位": ("建设", "施工"),
}


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E613 for each condition, category and target that does not fit the article."""
    for entry, article in with_articles(library, official, library.consequences):
        cited = library.cite(entry.penalty.basis)
        target = entry.penalty.target
        if target not in GENERAL_TARGETS and not _named(target, article.text):
            at = entry.conduct.place("penalties", entry.index, "target")
            yield Problem(at, "E613", f"处罚对象“{target}”不在{cited}中", "按条文写处罚对象。")
        places_of = _amounts(entry, article)
        for index, tier in enumerate(entry.penalty.tiers):
            for field, message in _tier(tier, entry, article, places_of.get(index, [])):
                at = entry.conduct.place("penalties", entry.index, "tiers", index, field)
                yield Problem(at, "E613", f"{message}：{cited}", "对照条文，把这一档的情形和金额、措施对准。")


def _named(target: str, text: str) -> bool:
    """Whether an article names the target: in these words, each of a list alone, or as its law calls such a body."""
    if stands(target, text) or any(word in text for word in _ALSO.get(target, ())):
        return True
    if described := _DESCRIBED.fullmatch(target):
        return all(stands(piece, text) for piece in _PIECES.split(described[1]) if piece)
    parts = [part for part in re.split(r"、|和|或者", target) if part]
    return len(parts) > 1 and all(stands(part, text) for part in parts)


def _amounts(entry: PenaltyOf, article: OfficialArticle) -> dict[int, list[tuple[str, int]]]:
    """Tier → for each of its amounts found, the text and the place where it stands."""
    text, placed = text_for(entry.penalty, article)
    found: dict[int, list[tuple[str, int]]] = {}
    for one in placed:
        if one.place is not None and one.field != "ban":
            found.setdefault(one.tier, []).append((text.text, one.place))
    return found


def _tier(
    tier: Tier, entry: PenaltyOf, article: OfficialArticle, amounts: list[tuple[str, int]]
) -> Iterator[tuple[str, str]]:
    if tier.category and not all(stands(piece, article.text) for piece in _PIECES.split(tier.category)):
        yield "category", f"类别“{tier.category}”不在条文中"
    if tier.condition == ORDINARY:
        yield from _general(tier, article, amounts)
        return
    pieces = [piece.removesuffix("的") for piece in _PIECES.split(tier.condition) if piece]
    if not all(stands(piece, article.text) for piece in pieces):
        yield "condition", f"情形“{tier.condition}”不在条文中"
        return
    # Where the item cited tells the condition itself (（一）擅自倾倒固体废物，造成严重后果), nothing else need say it.
    basis = entry.penalty.basis
    item = article.part(basis.paragraph, basis.item) if basis.item else None
    pieces = [piece for piece in pieces if item is None or not stands(piece, item.text.rpartition("\n")[2])]
    governed = [clause_before(text, place) for text, place in amounts]
    if governed and not all(any(stands(piece, words) for words in governed) for piece in pieces):
        yield "condition", f"条文中这一金额不是“{tier.condition}”的后果"
    elif not governed and pieces:
        for measure in (*tier.measures, *tier.may):
            where = places(measure, article.text)
            if where and not any(_follows(pieces[0], article.text, place) for place in where):
                yield "condition", f"条文中“{measure}”不是“{tier.condition}”的后果"


def _general(tier: Tier, article: OfficialArticle, amounts: list[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    for text, place in amounts:
        if word := condition_before(text, place, tier.category or ""):
            yield "condition", f"条文中这一金额是“{word}”的后果"
    for measure in (*tier.measures, *tier.may):
        words = [condition_before(article.text, place, tier.category or "") for place in places(measure, article.text)]
        if words and all(words):
            yield "condition", f"条文中“{measure}”是“{words[0]}”的后果"


def _follows(condition: str, text: str, place: int) -> bool:
    """Whether the condition stands before ``place`` in the same paragraph."""
    return condition in text[text.rfind("。", 0, place) + 1 : place]


CHECK = Check("conditions", "情形、类别、处罚对象与条文一致", ("E613",), run)
