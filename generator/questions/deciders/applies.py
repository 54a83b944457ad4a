"""Which of the old law and the new, or which fine, applies to conduct and a decision at the dates that a stem names."""

import datetime
import re

from generator.kinds.concordance import AmountChange, Concordance
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, amounts_in, equal
from generator.questions.item import Claim, Item
from generator.questions.said import Said

#: Documents that say that the new law applies to conduct which goes on over the day.
_NEW_FOR_CONTINUING = ("discretion-guangdong",)
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?(起由|为界|起，这)?")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    row = library.get("concordance", claim.get("concordance") or "")
    amounts = row.amounts if isinstance(row, Concordance) else ()
    change = next((a for a in amounts if a.label == claim.get("label")), None)
    if (
        not isinstance(row, Concordance)
        or row.old is None
        or change is None
        or change.old is None
        or change.new is None
    ):
        return None
    new = _applies(library, row, change, item.stem)
    if new is None:
        return None
    shown = amounts_in(said.text) if not said.stated else []
    if shown:
        return len(shown) == 1 and equal(shown[0], amount(change.new if new else change.old))
    laws = {
        side: library.regulation(id).name for side, id in ((False, row.old.regulation), (True, row.new[0].regulation))
    }
    text = said.text if not said.stated else said.text[said.text.rindex("适用") :].rstrip("。")
    if text not in {f"适用《{name}》" for name in laws.values()}:
        return False
    return text == f"适用《{laws[new]}》"


def _applies(library: Library, row: Concordance, change: AmountChange, stem: str) -> bool | None:
    """Whether the new law applies; None where the stem or the library does not tell."""
    until = library.status(row.old.regulation).version.repealed_on if row.old else None
    dates = [datetime.date(int(y), int(m), int(d or 1)) for y, m, d, border in _DATE.findall(stem) if not border]
    if until is None or len(dates) < 2 or dates != sorted(dates):
        return None
    if len(dates) == 3 and dates[0] < until <= dates[1]:
        known = [library.regulation(id) for id in _NEW_FOR_CONTINUING if library.get("regulation", id)]
        return (
            True if any(f"《{r.name}》" in stem and library.status(r.id).state == "in_force" for r in known) else None
        )
    if dates[0] >= until:
        return True
    if dates[-1] < until or (change.old and change.new and amount(change.old) == amount(change.new)):
        return False  # nothing changed for this case, so what applied at the time of conduct still does
    return _milder(row.amounts)


def _milder(changes: tuple[AmountChange, ...]) -> bool | None:
    """Whether the new law is milder; None where its fines part ways."""
    pairs = [(amount(a.old), amount(a.new)) for a in changes if a.old and a.new]
    worse = any(new[1] > old[1] or new[2] > old[2] for old, new in pairs) or any(a.new and not a.old for a in changes)
    better = any(new[1] < old[1] or new[2] < old[2] for old, new in pairs) or any(a.old and not a.new for a in changes)
    if not pairs or worse == better or any(old[0] != new[0] for old, new in pairs):
        return None
    return better


DECIDER = Decider("applies", decide)
