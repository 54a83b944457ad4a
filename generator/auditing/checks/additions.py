"""A graver tier that comes on top of the lower one says so (adds): else a page would say that the lower fine is gone.

情节严重的，吊销许可证 leaves the fine where it is; 情节严重的，并处五十万元以上 … leaves the confiscation where it is.
"""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.fines import text_for
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.auditing.wording import places
from generator.kinds.penalty import ORDINARY, Penalty
from generator.library import Library
from generator.problems import Problem

_AND_FINED = re.compile(r"^[^；。\n]{0,40}?的，(?:[^；。\n]{0,30}，)?并(?:可以)?处")
#: Measures that go with every tier.
_ANYWAY = {"责令改正", "责令限期改正"}
#: Conditions that lighten: what follows under them takes the place of the ordinary.
_LIGHTER = re.compile(r"较轻|轻微|免予|不予")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E622 for each tier that adds to a lower one without saying so, or says so and stands alone in the article."""
    for entry, article in with_articles(library, official, library.consequences):
        for index, tier in enumerate(entry.penalty.tiers):
            at = entry.conduct.place("penalties", entry.index, "tiers", index)
            cited = library.cite(entry.penalty.basis)
            if not tier.adds and _adds(entry.penalty, index, article):
                message = f"{cited}对“{tier.condition}”的规定是在前一档之外另加的，这一档没有写"
                yield Problem(at, "E622", message, "写上 adds: true；确实代替前一档的，把前一档的后果也写进这一档。")
            elif tier.adds and _replaces(entry.penalty, index, article):
                message = f"{cited}对“{tier.condition}”的罚款代替前一档的罚款，不是另加"
                yield Problem(at, "E622", message, "去掉 adds，把前一档还要采取的措施也写进这一档。")


def _adds(penalty: Penalty, index: int, article: OfficialArticle) -> bool:
    """Whether the article puts the tier on top of the one that ``adds`` would name."""
    tier = penalty.tiers[index]
    if tier.condition == ORDINARY or _LIGHTER.search(tier.condition):
        return False
    tiers = (*penalty.tiers[:index], tier.model_copy(update={"adds": True}))
    bases = penalty.model_copy(update={"tiers": tiers}).bases(index)
    if not bases:
        return False
    lower = penalty.tiers[bases[-1]]
    if tier.fine is None:
        return lower.fine is not None or bool(set(lower.measures) - set(tier.measures) - _ANYWAY)
    text, placed = text_for(penalty, article)
    place = next((one.place for one in placed if one.tier == index and one.field == "fine"), None)
    if place is None or not set(lower.measures) - set(tier.measures) - _ANYWAY:
        return False
    starts = [found for found in places(tier.condition, text.text) if found < place]
    return bool(starts and _AND_FINED.search(text.text[starts[-1] :]))


def _replaces(penalty: Penalty, index: int, article: OfficialArticle) -> bool:
    """Whether the article fines the tier anew (情节严重的，处五十万元以上 …): no one is fined twice for the same."""
    tier, base = penalty.tiers[index], penalty.base(index)
    if (
        base is None
        or tier.fine is None
        or not tier.fine.range
        or not (fine := penalty.tiers[base].fine)
        or not fine.range
    ):
        return False
    if set(penalty.tiers[base].measures) - set(tier.measures) - _ANYWAY:
        return False  # these stay
    text, placed = text_for(penalty, article)
    place = next((one.place for one in placed if one.tier == index and one.field == "fine"), None)
    starts = [found for found in places(tier.condition, text.text) if place is not None and found < place]
    return bool(starts) and not _AND_FINED.search(text.text[starts[-1] :])


CHECK = Check("additions", "在较低一档之外另加的，写明另加", ("E622",), run)
