"""Every amount of a penalty stands in the cited article: fines, days of detention, years of a ban, tier after tier."""

from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.fines import Placed, place_amounts, text_for
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.kinds.penalty import Tier
from generator.library import Library, PenaltyOf
from generator.library.wording import fine_text
from generator.problems import Problem


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E604 for a fine, E605 for a period, E612 where the order of tiers is not that of the article."""
    for entry, article in with_articles(library, official, library.consequences):
        yield from _penalty(library, entry, article)


def _penalty(library: Library, entry: PenaltyOf, article: OfficialArticle) -> Iterator[Problem]:
    _, placed = text_for(entry.penalty, article)
    anywhere = {(one.tier, one.field): one.place for one in place_amounts(entry.penalty, article.whole)}
    cited = library.cite(entry.penalty.basis)
    for one in placed:
        if one.place is not None:
            continue
        at = entry.conduct.place("penalties", entry.index, "tiers", one.tier, one.field)
        words = _words(entry.penalty.tiers[one.tier], one)
        if one.elsewhere:
            yield Problem(at, "E612", f"{words}在{cited}中先于上一档", "各档按条文的先后写，每档对准自己的金额。")
            continue
        code = "E604" if one.field == "fine" else "E605"
        hint = (
            "在本条的另一款里，把依据写到那一款。"
            if anywhere[one.tier, one.field] is not None
            else "查条文原文后改正。"
        )
        yield Problem(at, code, f"{words}不在{cited}中", hint)


def _words(tier: Tier, one: Placed) -> str:
    if one.field == "fine" and tier.fine:
        return f"罚款“{fine_text(tier.fine)}”"
    if one.field == "detention" and tier.detention:
        return f"拘留“{tier.detention.min_days}日至{tier.detention.max_days}日”"
    years = tier.ban.years if tier.ban else None
    return f"禁业“{years}年”" if years else "禁业"


CHECK = Check("amounts", "罚款、拘留、禁业的数额在所引条文中，次序相同", ("E604", "E605", "E612"), run)
