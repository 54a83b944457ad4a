"""Which of the old law and the new, or which fine, applies to conduct and a decision at the dates that a stem names."""

import datetime
import re

from generator.kinds.concordance import AmountChange, Concordance
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, amounts_in, equal
from generator.questions.deciders._then import change_of, fined_then, milder
from generator.questions.item import Claim, Item
from generator.questions.said import Said

#: When a text was last read, which is no date of the case.
_AS_OF = re.compile(r"（按[^（）]*的文本）")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?(起由|为界|起，这)?")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    found = change_of(library, claim)
    if found is None:
        return None
    row, change, new_fine = found
    new = _applies(library, row, change, item.stem)
    if new is None:
        return None
    fined = (amount(new_fine), row.new[0].regulation) if new else fined_then(library, row, change, item.stem)
    if fined is None:
        return None
    shown = amounts_in(said.text) if not said.stated else []
    if shown:
        return len(shown) == 1 and equal(shown[0], fined[0])
    text = said.text if not said.stated else said.text[said.text.rindex("适用") :].rstrip("。")
    way, _, law = text.rpartition("，")
    if way and (way == "比较轻重以后") != _compared(library, row, item.stem):
        return False
    return law == f"适用《{library.regulation(fined[1]).name}》"


def _compared(library: Library, row: Concordance, stem: str) -> bool:
    """Whether the conduct ended before the day of change and was decided on after it."""
    until = library.standing(row.old).version.repealed_on if row.old else None
    dates = _dates(stem)
    return until is not None and len(dates) == 2 and dates[0] < until <= dates[1]


def _dates(stem: str) -> list[datetime.date]:
    """The dates of the case, in order of the stem."""
    found = _DATE.findall(_AS_OF.sub("", stem))
    return [datetime.date(int(y), int(m), int(d or 1)) for y, m, d, border in found if not border]


def _applies(library: Library, row: Concordance, change: AmountChange, stem: str) -> bool | None:
    """Whether the new law applies; None where the stem or the library does not tell."""
    until = library.standing(row.old).version.repealed_on if row.old else None
    dates = _dates(stem)
    if until is None or len(dates) < 2 or dates != sorted(dates):
        return None
    if len(dates) == 3 and dates[0] < until <= dates[1]:
        known = [library.regulation(basis.regulation) for basis in library.provisions("continuing")]
        return (
            True if any(f"《{r.name}》" in stem and library.status(r.id).state == "in_force" for r in known) else None
        )
    if dates[0] >= until:
        return True
    fined = fined_then(library, row, change, stem)
    if dates[-1] < until or (fined and change.new and fined[0] == amount(change.new)):
        return False  # nothing changed for this case, so what applied at the time of conduct still does
    return milder(library, row, stem)


DECIDER = Decider("applies", decide)
