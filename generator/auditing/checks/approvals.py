"""A measure that some body must approve first (报经有批准权的人民政府批准，责令停业、关闭) says so, and names the body; no other does."""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.fines import under
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.auditing.stands import clause_before, places
from generator.kinds.penalty import Tier
from generator.library import Library, PenaltyOf
from generator.problems import Problem

#: 报经有批准权的人民政府批准，: who approves what comes after it in the clause.
_APPROVED = re.compile(r"报(?:经|请)?(?P<who>[^，；。、\n]{2,30}?)(?:批准|同意)(?:后|的)?，")

#: What opens a case of its own, or hands over to another body, after the approval.
_ANEW = re.compile(r"的，|，由")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E621 for each measure whose approval is missing, wrong, or not in the article."""
    for entry, article in with_articles(library, official, library.consequences):
        for index, tier in enumerate(entry.penalty.tiers):
            for measure in tier.every_measure:
                if message := _fault(library, entry, article, tier, measure):
                    at = entry.conduct.place("penalties", entry.index, "tiers", index)
                    hint = "approval 写由谁批准，approval_for 写哪些措施要经批准（全部都要的不写）。"
                    yield Problem(at, "E621", message, hint)


def _fault(library: Library, entry: PenaltyOf, article: OfficialArticle, tier: Tier, measure: str) -> str:
    basis = entry.penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    text = part.text if places(measure, part.text) else article.reach(basis.paragraph, basis.item).text
    found = places(measure, text)
    if not found:
        return ""  # said by the check of measures
    where = [place for place in found if under(tier, text, place)] or found
    named = {approver(text, place) for place in where}
    ours, cited = tier.approval_of(measure), library.cite(basis)
    if (ours or "") in named:
        return ""
    if ours is None:
        return f"{cited}规定“{measure}”要报经{'、'.join(sorted(named))}批准，这一档没有写"
    return f"{cited}没有写“{measure}”要报经{ours}批准"


def approver(text: str, place: int) -> str:
    """Who must approve what stands at ``place``; empty where nobody has to."""
    clause = clause_before(text, place)
    found = list(_APPROVED.finditer(clause))
    return found[-1]["who"] if found and not _ANEW.search(clause[found[-1].end() :] + text[place]) else ""


CHECK = Check("approvals", "措施须报经批准的，写明批准机关", ("E621",), run)
