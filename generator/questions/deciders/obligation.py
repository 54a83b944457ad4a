"""Whether an obligation may fall on the industry that the claim names."""

from generator.kinds.industry import Industry
from generator.kinds.obligation import Obligation
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``.

    Not decided where the stem does not name the trade or leaves open that it carries on another, where several
    obligations have the title, or where the obligation may concern others than it names.
    """
    industry = library.get("industry", claim.get("industry") or "")
    if not isinstance(industry, Industry) or industry.title not in item.stem:
        return None
    if not any(words in item.stem for words in ("不兼营", "不经营其他")):
        return None
    found = [one for one in library.of("obligation", Obligation) if one.title.rstrip("。") == said.text]
    if not found:
        return None
    if any(industry.id in one.industries or not one.industries for one in found):
        return True
    return False if all(one.exclusive for one in found) else None


DECIDER = Decider("obligation", decide)
