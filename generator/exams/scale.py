"""Difficulty in whole numbers: ten-thousandths, so that the solver's rows are exact."""

from generator.questions.item import Item

UNIT = 10_000


def scaled(difficulty: float) -> int:
    """A difficulty from 0 to 1 in ten-thousandths."""
    return round(difficulty * UNIT)


def difficulty_of(item: Item) -> int:
    """The item's difficulty in ten-thousandths."""
    return scaled(item.difficulty)
