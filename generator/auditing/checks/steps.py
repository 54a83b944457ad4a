"""The steps of a procedure: who takes them is whom their articles speak of, they follow each other as the articles do.

A law tells a procedure from its beginning to its end.  Where a step whose place is fixed rests on an earlier place of the same law
than the step before it, a person has looked whether the two are in order.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of, texts_of
from generator.auditing.official import Official
from generator.auditing.unit_names import acts
from generator.kinds import BasisValue
from generator.kinds.procedure import Procedure, Step
from generator.kinds.unit import Unit
from generator.library import Library

_PIECES = re.compile(r"、|和|或者?|，")
#: What an administrative body calls itself.
_OFFICE = re.compile(r"[局委办厅]$")
#: Sections that hold for all others, and stand before them.
_GENERAL = re.compile(r"一般规定|总则|基本规定")
#: Who acts → what laws that speak of everybody call them, or whose people they are.
_ALSO: dict[str, tuple[str, ...]] = {
    "当事人": ("公民、法人或者其他组织", "公民、法人和其他组织"),
    "执法人员": ("行政机关",),
    "行政执法人员": ("行政机关",),
}


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E607 for an actor of whom the step's articles say nothing, E627 for steps out of order."""
    for row in library.of("procedure", Procedure):
        for index, step in enumerate(row.steps):
            if step.actor and not _acts(library, official, row, step):
                what = f"步骤 {step.title[:16]} {step.actor}"
                at = row.place("steps", index, "actor")
                yield doubt(row, what, at, "E607", "：这一步的条文没有写由它来做")
        for index, (before, after) in enumerate(pairwise(row.steps), 1):
            if (after.fixed or after.after) and _turned(library, official, row, before, after):
                what = f"先后 {before.title[:16]} {after.title[:16]}"
                yield doubt(row, what, row.place("steps", index), "E627", "：在同一部法里，后一步的条文在前一步的前面")


def _acts(library: Library, official: Official, row: Procedure, step: Step) -> bool:
    texts = [part.text for basis in step.basis if (part := part_of(library, official, row, basis)) is not None]
    known = "\n".join(texts)
    pieces = [name for piece in _PIECES.split(step.actor or "") for name in (piece, *_ALSO.get(piece, ()))]
    if "行政机关" in known and any(map(_OFFICE.search, pieces)):
        return True
    units = [unit for unit in library.of("unit", Unit) if {unit.name, *unit.aliases} & set(pieces)]
    return not texts or any(name in known for name in pieces) or any(acts(unit, known) for unit in units)


def _turned(library: Library, official: Official, row: Procedure, before: Step, after: Step) -> bool:
    """Whether every place of the later step stands before those of the earlier one, of a law that both rest on.

    General sections say nothing of the order.
    """
    shared = {basis.regulation for basis in before.basis} & {basis.regulation for basis in after.basis}
    for law in shared:
        late = [basis for basis in after.basis if basis.regulation == law]
        general = any(one.path and _GENERAL.search(one.path[-1]) for one in texts_of(library, official, row, late))
        early = min(_order(basis) for basis in before.basis if basis.regulation == law)
        if not general and max(map(_order, late)) < early:
            return True
    return False


def _order(basis: BasisValue) -> tuple[int, int, int]:
    """Where a place stands; the 款 of an article are in no order of time, its items are."""
    return basis.article, basis.suffix, basis.item or 0


CHECK = Check("steps", "程序各步由条文写的人来做，先后同条文", ("E607", "E627"), run)
