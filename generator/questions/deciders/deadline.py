"""Whether a figure is the one that an obligation sets in this place of its deadline, frequency or retention."""

import re

from generator.kinds.obligation import Obligation
from generator.legal.periods import find_periods, parse_period
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_DAY = re.compile(r"(\d+)月(\d+)日")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: the field is read again, as periods and days of the calendar in their order."""
    obligation = library.get("obligation", claim.get("obligation") or "")
    field = claim.get("field") or ""
    if not isinstance(obligation, Obligation) or field not in {"deadline", "frequency", "retention"}:
        return None
    named = any(
        library.regulation(b.regulation).name in item.stem and b.whole.locus in item.stem for b in obligation.basis
    )
    text = str(getattr(obligation, field) or "")
    own = _read(text)
    if not named or _bare(obligation.title) not in _bare(item.stem) or len(own) != len(item.response.blanks):
        return None
    return _read(said.text) == [own[said.place]]


def _bare(text: str) -> str:
    return re.sub(r"[“”‘’]", "", text)


def _read(text: str) -> list[tuple[int, str]]:
    """Each length of time as (60, 日) and each day of the calendar as (315, 月日), in order."""
    found = [(m.start(), (int(m[1]) * 100 + int(m[2]), "月日")) for m in _DAY.finditer(text)]
    for mention in find_periods(text):
        if text[mention.start] == "半":  # 每半年: no figure, so no blank
            continue
        period = parse_period(str(mention.periods[0]).rstrip("内前"))
        found.append((mention.start, (period.amount, period.unit)))
    return [value for _, value in sorted(found)]


DECIDER = Decider("deadline", decide)
