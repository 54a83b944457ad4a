"""The steps of a procedure: who takes them is whom their articles speak of, they follow each other as the articles do.

A law tells a procedure from its beginning to its end.  Where a step rests on an earlier place of the same law than the step before
it, a person has looked whether the two are in order.  And the day from which a limit runs is the one that the limit names.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.procedure import Procedure, Step
from generator.library import Library

_PIECES = re.compile(r"、|和|或者?|，")
#: Who acts → what laws that speak of everybody call them.
_ALSO: dict[str, tuple[str, ...]] = {"当事人": ("公民、法人或者其他组织", "公民、法人和其他组织")}


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E607 for an actor of whom the step's articles say nothing, E627 for steps out of order and days of other limits."""
    for row in library.of("procedure", Procedure):
        for index, step in enumerate(row.steps):
            if step.actor and not _acts(library, official, row, step):
                what = f"步骤 {step.title[:16]} {step.actor}"
                at = row.place("steps", index, "actor")
                yield doubt(row, what, at, "E607", "：这一步的条文没有写由它来做")
        for index, (before, after) in enumerate(pairwise(row.steps), 1):
            if _turned(before, after):
                what = f"先后 {before.title[:16]} {after.title[:16]}"
                yield doubt(row, what, row.place("steps", index), "E627", "：在同一部法里，后一步的条文在前一步的前面")


def _acts(library: Library, official: Official, row: Procedure, step: Step) -> bool:
    texts = [part.text for basis in step.basis if (part := part_of(library, official, row, basis)) is not None]
    known = "\n".join(texts)
    pieces = [name for piece in _PIECES.split(step.actor or "") for name in (piece, *_ALSO.get(piece, ()))]
    return not texts or any(name in known for name in pieces)


def _turned(before: Step, after: Step) -> bool:
    """Whether every place of the later step stands before those of the earlier one, of a law that both rest on."""
    shared = {basis.regulation for basis in before.basis} & {basis.regulation for basis in after.basis}
    return any(
        max(_order(basis) for basis in after.basis if basis.regulation == law)
        < min(_order(basis) for basis in before.basis if basis.regulation == law)
        for law in shared
    )


def _order(basis: BasisValue) -> tuple[int, int, int, int]:
    return basis.article, basis.suffix, basis.paragraph or 0, basis.item or 0


CHECK = Check("steps", "程序各步由条文写的人来做，先后同条文", ("E607", "E627"), run)
