"""What a sitting tells of the difficulty of items, for the bank: ids, faces, counts and shares, and nobody's name."""

from collections.abc import Iterable

from generator.questions.difficulty import Measured
from generator.questions.digests import of_face
from generator.sitting.analysis.items import ItemRow


def measured(rows: Iterable[ItemRow]) -> dict[str, Measured]:
    """Id of each item → what was measured."""
    return {row.item.id: Measured(of_face(row.item.item), row.people, row.share) for row in rows}
