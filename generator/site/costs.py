"""What a duty costs if it is not done, from the conduct that it would be: one line, and what may come on top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds.conduct import Conduct
from generator.kinds.obligation import Obligation
from generator.kinds.penalty import Tier
from generator.library import Library
from generator.site.gravest import gravest

#: Words of measures that hurt beyond the fine, gravest first, with what an owner calls them.
_HARD = (
    ("关闭", "关闭"), ("吊销", "吊销证照"), ("停业", "停业"), ("停产", "停产"), ("停止生产", "停产"), ("停工", "停工"),
    ("停止施工", "停工"), ("查封", "查封"), ("扣押", "扣押"), ("没收", "没收"),
)  # fmt: skip
_NAMED = 2  # measures named beside the fine
#: What is revoked, as the article calls it: whose it is differs (船员适任证书, 营业执照, 排污许可证).
_REVOKED = re.compile(r"吊销[^、，；。或和以]{0,9}?[证照书](?![、照书])")
#: What a duty says for which no conduct is recorded.
NONE = "条文没有单独写罚款"


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of not doing a duty.

    Attributes:
        text: 最高 100万元; what the law says otherwise; ``NONE`` where nothing is recorded.
        beside: what may come on top: 还会拘留、停产; empty where nothing does.
        low, high: yuan of the bar; nought where no fine is a sum.
        order: by which duties are sorted; nought where nothing is recorded.
        conduct: the gravest of the conducts, else None.
    """

    text: str
    beside: str = ""
    low: int = 0
    high: int = 0
    order: int = 0
    conduct: Conduct | None = None


def cost(library: Library, obligation: Obligation) -> Cost:
    """What is risked by leaving a duty undone, over all the conducts it is tied to."""
    conducts = [c for id in obligation.breach if isinstance(c := library.get("conduct", id), Conduct)]
    if not conducts:
        return Cost(obligation.otherwise or NONE)
    worst = max(conducts, key=lambda conduct: gravest(conduct).order)
    told = gravest(worst)
    return Cost(told.text, _beside(conducts, told.text), told.low, told.high, told.order, worst)


def _beside(conducts: list[Conduct], said: str) -> str:
    """What may come on top of what is ``said`` already."""
    tiers = list(_tiers(conducts))
    words = ["拘留"] if any(tier.detention for tier in tiers) else []
    measures = " ".join(measure for tier in tiers for measure in _measures(tier))
    revoked = _REVOKED.search(measures)
    words += [revoked[0] if revoked and word == "吊销" else name for word, name in _HARD if word in measures]
    named = [word for word in dict.fromkeys(words) if word not in said][:_NAMED]
    return f"还可能{'、'.join(named)}" if named else ""


def _tiers(conducts: list[Conduct]) -> Iterator[Tier]:
    for conduct in conducts:
        for penalty in conduct.penalties:
            yield from penalty.tiers


def _measures(tier: Tier) -> tuple[str, ...]:
    return (*tier.measures, *tier.may, *tier.one_of, *((tier.up_to,) if tier.up_to else ()))
