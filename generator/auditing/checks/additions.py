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
from generator.auditing.stands import places
from generator.kinds.penalty import ORDINARY, Penalty, Tier
from generator.library import Library
from generator.problems import Problem

_AND_FINED = re.compile(r"^[^；。\n]{0,40}?的，(?:[^；。\n]{0,30}，)?并(?:可以)?处")
#: Orders to do better: they go with every tier, and a graver one takes their place when they are not obeyed.
_ANYWAY = frozenset({"责令改正", "责令限期改正", "限期改正", "责令停止违法行为", "说服教育"})
#: Conditions of an order that is not obeyed: what follows comes in its place.
_DISOBEYED = re.compile(r"拒不|逾期")
#: Conditions that say how the fine is counted: whatever the ordinary tier orders is ordered anyhow.
_PROCEEDS = re.compile(r"违法所得|货值")
#: Conditions without what the lower tier takes or counts by (没有违法所得): what follows comes in its place.
_WITHOUT = re.compile(r"^(?:没有|无)(?P<what>.+)")
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
            elif tier.adds and (why := _alone(entry.penalty, index)):
                yield Problem(at, "E622", f"“{tier.condition}”{why}，这一档不是另加", "去掉 adds。")
            elif tier.adds and _replaces(entry.penalty, index, article):
                message = f"{cited}对“{tier.condition}”的罚款代替前一档，不是另加"
                yield Problem(at, "E622", message, "去掉 adds，把前一档还要采取的措施也写进这一档。")


def _alone(penalty: Penalty, index: int) -> str:
    """Why a tier can't be on top of another; empty where it can."""
    tier = penalty.tiers[index]
    if _LIGHTER.search(tier.condition):
        return "是较轻的情形"
    lower = [penalty.tiers[below] for below in penalty.bases(index)]
    if not _PROCEEDS.search(tier.condition) and lower and not any(_stays(one, tier) for one in lower):
        return "之前只有责令改正一类的命令，没有别的后果留着"
    return ""


def _stays(lower: Tier, tier: Tier) -> bool:
    """Whether something of the lower tier is still there under the higher one."""
    if lower.fine or lower.detention or lower.ban or lower.one_of or lower.may:
        return True
    return bool(set(lower.measures) - set(tier.measures) - _ANYWAY)


def _adds(penalty: Penalty, index: int, article: OfficialArticle) -> bool:
    """Whether the article puts the tier on top of the one that ``adds`` would name."""
    tier = penalty.tiers[index]
    if tier.condition == ORDINARY or _LIGHTER.search(tier.condition) or _lacks(tier, penalty.tiers[0]):
        return False
    if (
        penalty.tiers[0].condition == ORDINARY
        and _PROCEEDS.search(tier.condition)
        and penalty.tiers[0].category == tier.category
    ):
        return bool(set(penalty.tiers[0].measures) - set(tier.measures) or penalty.tiers[0].one_of)
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


def _lacks(tier: Tier, lower: Tier) -> bool:
    """Whether the tier is for cases without what the lower one takes, or counts its fine by."""
    without = _WITHOUT.match(tier.condition)
    told = (*lower.every_measure, lower.fine.base if lower.fine else "")
    return without is not None and any(without["what"] in word for word in told)


def _replaces(penalty: Penalty, index: int, article: OfficialArticle) -> bool:
    """Whether the article fines the tier anew (情节严重的，处五十万元以上 …): no one is fined twice for the same."""
    tier, base = penalty.tiers[index], penalty.base(index)
    if base is None or tier.fine is None or not tier.fine.range or _PROCEEDS.search(tier.condition):
        return False
    fine, stays = penalty.tiers[base].fine, set(penalty.tiers[base].measures) - set(tier.measures) - _ANYWAY
    if (fine and not fine.range) or (tier.measures and (stays or not fine)):
        return False  # what stays is beside what is added
    if not fine and not _DISOBEYED.search(tier.condition):
        return False
    text, placed = text_for(penalty, article)
    place = next((one.place for one in placed if one.tier == index and one.field == "fine"), None)
    starts = [found for found in places(tier.condition, text.text) if place is not None and found < place]
    return bool(starts) and not _AND_FINED.search(text.text[starts[-1] :])


CHECK = Check("additions", "在较低一档之外另加的，写明另加", ("E622",), run)
