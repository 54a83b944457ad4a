"""What a sitting tells of the difficulty of items, for the bank: ids, faces, counts and shares, and nobody's name."""

from collections.abc import Iterable

from generator.questions.difficulty import Measured, face
from generator.sitting.analysis.items import ItemRow
from generator.sitting.key import KeyItem


def measured(rows: Iterable[ItemRow]) -> dict[str, Measured]:
    """Id of each item → what was measured."""
    return {row.item.id: Measured(face_of_key(row.item), row.people, row.share) for row in rows}


def face_of_key(item: KeyItem) -> str:
    """The face of an item as a form shows it, the same as that of the item in the bank."""
    return face(
        item.type,
        item.stem,
        [(option.text, option.correct) for option in item.options],
        item.prompts,
        item.question.sequence,
        [blank.accepted for blank in item.question.blanks],
        [ask for ask, _ in item.asks],
    )
