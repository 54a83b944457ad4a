"""Every measure of a penalty stands in the cited article, as 应当 or 可以 as the article has it."""

from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.fines import text_for, under
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.auditing.stands import may, must, places, stands
from generator.kinds.penalty import Tier
from generator.library import Library, PenaltyOf
from generator.problems import Problem


def run(library: Library, official: Official) -> Iterator[Problem | Doubt]:
    """Yield E606 for a measure that is not there, E614 for 可以 and 应当 confused."""
    for entry, article in with_articles(library, official, library.consequences):
        for index, tier in enumerate(entry.penalty.tiers):
            for field in ("measures", "may"):
                for number, measure in enumerate(getattr(tier, field)):
                    path = ("penalties", entry.index, "tiers", index, field, number)
                    yield from _measure(library, entry, article, tier, path, measure)
            if tier.ban and not stands(tier.ban.trade, article.text):
                at = entry.conduct.place("penalties", entry.index, "tiers", index, "ban")
                message = f"禁业内容“{tier.ban.trade}”不在{library.cite(entry.penalty.basis)}中"
                yield Problem(at, "E606", message, "用条文的用词写不得从事什么。")
        yield from _fines(library, entry, article)


def _measure(
    library: Library, entry: PenaltyOf, article: OfficialArticle, tier: Tier, path: tuple[str | int, ...], measure: str
) -> Iterator[Problem]:
    basis = entry.penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    text = part.text if places(measure, part.text) else article.reach(basis.paragraph, basis.item).text
    at, cited = entry.conduct.place(*path), library.cite(basis)
    where = places(measure, text)
    if not where:
        other = bool(places(measure, article.text))
        hint = "在本条的另一款里，把依据写到那一款。" if other else "用条文的用词；省去的字词按条文补全。"
        yield Problem(at, "E606", f"措施“{measure}”不在{cited}中", hint)
        return
    where = [place for place in where if under(tier, text, place)] or where
    if path[4] == "may" and all(must(text, place) for place in where):
        yield Problem(at, "E614", f"{cited}没有说“可以”{measure}", "应当采取的措施写在 measures 里。")
    if path[4] == "measures" and all(may(text, place) for place in where):
        yield Problem(at, "E614", f"{cited}说的是“可以”{measure}", "可以采取的措施写在 may 里。")


def _fines(library: Library, entry: PenaltyOf, article: OfficialArticle) -> Iterator[Problem | Doubt]:
    text, placed = text_for(entry.penalty, article)
    for one in placed:
        fine = entry.penalty.tiers[one.tier].fine
        if one.field != "fine" or one.place is None or fine is None or fine.daily:
            continue
        at = entry.conduct.place("penalties", entry.index, "tiers", one.tier, "fine")
        cited = library.cite(entry.penalty.basis)
        demanded, allowed = must(text.text, one.place), may(text.text, one.place)
        if fine.may and demanded:
            yield Problem(at, "E614", f"{cited}没有说“可以”处这笔罚款", "去掉 may: true。")
        elif not demanded and not allowed:  # 可以责令…，并处: how far does 可以 reach?
            what = f"罚款 {entry.penalty.id} 第{one.tier + 1}档 {'可以' if fine.may else '应当'}"
            yield doubt(entry.conduct, what, at, "E614", f"：{cited}前半句有“可以”，管不管这笔罚款看不出来")
        if not fine.may and allowed:
            yield Problem(at, "E614", f"{cited}说的是“可以”处这笔罚款", "写上 may: true。")


CHECK = Check("measures", "措施在所引条文中，“可以”与“应当”同条文一致", ("E606", "E614"), run)
