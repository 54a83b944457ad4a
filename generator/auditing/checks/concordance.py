"""A row of old and new: the amount then stands in the old article, the amount now in a new one, what stood beside in its own
article, and the relation fits them.
"""

from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.fines import fine_places
from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.concordance import RELATIONS, AmountChange, Concordance
from generator.kinds.penalty import Fine
from generator.library import Library
from generator.library.wording import fine_text
from generator.problems import Problem


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E604 for an amount that is not there, E617 where the relation says otherwise than the amounts."""
    for row in library.of("concordance", Concordance):
        for index, change in enumerate(row.amounts):
            old = (row.old,) if row.old else ()
            for side, fine, bases in (("old", change.old, old), ("new", change.new, row.new)):
                if fine and not _holds(library, official, row, fine, bases):
                    cited = "、".join(library.cite(basis) for basis in bases) or "（没有写条文）"
                    message = f"“{change.label}”的金额“{fine_text(fine)}”不在{cited}中"
                    yield Problem(row.place("amounts", index, side), "E604", message, "查条文原文后改正。")
        for index, beside in enumerate(row.also):
            for one in beside.fines:
                if not _holds(library, official, row, one.fine, (beside.basis,)):
                    message = f"“{one.label}”的金额“{fine_text(one.fine)}”不在{library.cite(beside.basis)}中"
                    yield Problem(row.place("also", index), "E604", message, "查条文原文后改正。")
        yield from _relation(row)


def _holds(library: Library, official: Official, row: Concordance, fine: Fine, bases: tuple[BasisValue, ...]) -> bool:
    """Whether a cited part has the fine; a part without any, which refers to others (依照前款), speaks for its whole article."""
    found = False
    for basis in bases:
        article = article_of(library, official, row, basis)
        if article is None:
            continue
        found = True
        part = article.part(basis.paragraph, basis.item)
        if fine_places(fine, part if part is not None and part.sums else article.whole):
            return True
    return not found and bool(bases)  # the citations are at fault, and reported so


def _relation(row: Concordance) -> Iterator[Problem]:
    trends = [trend for change in row.amounts if (trend := _trend(change))]
    wrong = {
        "raised": bool(trends) and "up" not in trends,
        "lowered": bool(trends) and "down" not in trends,
        "renumbered": "up" in trends or "down" in trends,
        "reworded": "up" in trends or "down" in trends,
    }
    if wrong.get(row.relation):
        message = f"关系写的是“{RELATIONS[row.relation]}”，所列金额却不是这样"
        yield Problem(row.place("relation"), "E617", message, "核对 relation 与 amounts。")


def _trend(change: AmountChange) -> str:
    """``up``, ``down`` or ``same``; empty where the two can't be compared."""
    if not (change.old and change.new):
        return ""
    old, new = _bounds(change.old), _bounds(change.new)
    if old is None or new is None or old[0] != new[0]:
        return ""
    if new[1:] == old[1:]:
        return "same"
    return "up" if (new[2], new[1]) > (old[2], old[1]) else "down"


def _bounds(fine: Fine) -> tuple[str, float, float] | None:
    """What the fine is reckoned in, its least and its most."""
    for form in ("range", "per_unit", "rate", "multiple"):
        span = getattr(fine, form)
        if span is not None:
            unit = getattr(span, "base", None) or getattr(span, "unit", "")
            return f"{form} {unit}", span.min or 0, span.max if span.max is not None else float("inf")
    return None


CHECK = Check("concordance", "新旧两侧的金额各在其条文中，关系与金额相合", ("E604", "E617"), run)
