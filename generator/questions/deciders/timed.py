"""Whether the law that an option names applies, for the reason that it gives, at the dates that the question tells."""

import datetime
import re

from generator.kinds.concordance import Concordance
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.deciders._then import milder
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
#: Words of a reason → what they say of the case.
_REASONS = {
    "没有减轻": "harsher",
    "处罚较轻": "milder",
    "才开始": "later",
    "还没有停": "lasting",
    "都在它有效": "earlier",
}


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    row = library.get("concordance", claim.get("concordance") or "")
    asked = item.stem.rsplit("\n", 1)[-1]
    dates = [datetime.date(int(y), int(m), int(d)) for y, m, d in _DATE.findall(asked)]
    reason = next((name for words, name in _REASONS.items() if words in said.text), None)
    if not isinstance(row, Concordance) or row.old is None or len(dates) != 3 or reason is None:
        return None
    until = library.standing(row.old).version.repealed_on
    if until is None:
        return None
    case = _case(library, row, dates, until, asked)
    if case is None:
        return None
    old, new = library.regulation(row.old.regulation).name, library.regulation(row.new[0].regulation).name
    named = new if reason in {"milder", "later", "lasting"} else old
    return reason == case if f"适用《{named}》" in said.text else None


def _case(
    library: Library, row: Concordance, dates: list[datetime.date], until: datetime.date, asked: str
) -> str | None:
    begun, ended, decided = dates
    if decided < until:
        return "earlier"
    if ended >= until:
        return "later" if begun >= until else "lasting"
    lighter = milder(library, row, asked)
    if lighter is None or ("现在比过去低" in asked) is not lighter:
        return None
    return "milder" if lighter else "harsher"


DECIDER = Decider("timed", decide)
