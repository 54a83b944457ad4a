"""Which of several provisions fined an act while the old law stood, found again for the deciders.

Written apart from what the rules compute with, so that a fault in either shows.
"""

import datetime

from generator.kinds.concordance import AmountChange, Concordance
from generator.kinds.penalty import Fine
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.questions.deciders._base import Amount, amount
from generator.questions.item import Claim


def change_of(library: Library, claim: Claim) -> tuple[Concordance, AmountChange, Fine] | None:
    """The row and the change that the claim is about, and the new fine; None where an old or a new fine is not held."""
    row = library.get("concordance", claim.get("concordance") or "")
    if not isinstance(row, Concordance) or row.old is None:
        return None
    change = next((a for a in row.amounts if a.label == claim.get("label")), None)
    return (row, change, change.new) if change and change.old and change.new else None


def fined_then(library: Library, row: Concordance, change: AmountChange, stem: str) -> tuple[Amount, str] | None:
    """The heaviest fine in force on the last day of the old law, with the id of the regulation that set it.

    None where provisions can't be compared, or one that fined more reaches only a part of the act, or where the stem does not
    name the provision that fined most.
    """
    if row.old is None or change.old is None:
        return None
    ends = library.standing(row.old).version.repealed_on
    if ends is None:
        return None
    day = ends - datetime.timedelta(days=1)
    best, setter = amount(change.old), row.old.regulation
    for beside in row.also:
        if (beside.since and beside.since > day) or (beside.until and beside.until <= day):
            continue
        regulation = library.get("regulation", beside.basis.regulation)
        if not isinstance(regulation, Regulation) or regulation.versions[0].effective > day:
            continue
        if beside.apart and beside.apart in stem:
            continue
        if beside.reach == "unclear":
            return None
        for one in beside.fines:
            if one.label != change.label:
                continue
            fine = amount(one.fine)
            if _no_more(fine, best):
                continue
            if not _no_more(best, fine) or beside.reach == "part" or one.fine.may:
                return None
            best, setter = fine, beside.basis.regulation
    named = setter == row.old.regulation or library.regulation(setter).name in stem
    return (best, setter) if named else None


def milder(library: Library, row: Concordance, stem: str) -> bool | None:
    """Whether the new law is milder; None where its fines part ways or the stem does not name what fined most."""
    changes = row.amounts
    then = [(fined_then(library, row, a, stem), a.new) for a in changes if a.old and a.new]
    pairs = [(fined[0], amount(new)) for fined, new in then if fined and new]
    if len(pairs) < len(then):
        return None
    worse = any(new[1] > old[1] or new[2] > old[2] for old, new in pairs) or any(a.new and not a.old for a in changes)
    better = any(new[1] < old[1] or new[2] < old[2] for old, new in pairs) or any(a.old and not a.new for a in changes)
    if not pairs or worse == better or any(old[0] != new[0] for old, new in pairs):
        return None
    return better


def _no_more(fine: Amount, other: Amount) -> bool:
    """Whether neither bound of the fine is above the other's; unlike forms are taken for more."""
    (form, low, high, of), (form_other, low_other, high_other, of_other) = fine, other
    alike = form == form_other and (of in of_other or of_other in of)
    if form == "元" and form_other == "倍":  # with a deemed base, only the rules weigh them
        return True
    return alike and low <= low_other and high <= high_other
