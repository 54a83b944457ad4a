"""What else follows: measures against the unit, or who beside it is liable; the one by rank, the other where that can't be asked."""

from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.told import Told
from generator.questions.item import rank
from generator.questions.parts.custody import custody_part
from generator.questions.parts.measures import measures_part


def liable_part(library: Library, told: Told, seed: str) -> Part | str:
    """The part, or why neither can be asked."""
    makers = (measures_part, custody_part) if rank(seed, "more") % 2 else (custody_part, measures_part)
    found = [make(library, told, seed) for make in makers]
    return next((part for part in found if isinstance(part, Part)), "；".join(map(str, found)))
