"""How hard an item is before anyone has sat it: by the law that it takes, not by its form.

Who doesn't know guesses: difficulty is the share of points that is lost by those who don't know, times how many don't.  How
many don't is told by three things: the steps of law that lead to the answer, how near what is wrong lies to what is right, and
how seldom the articles are met in work.  Results of sittings take its place (``difficulty``).
"""

from statistics import mean

from generator.kinds.question import Grade
from generator.library import Library
from generator.questions import types
from generator.questions.facts.mastery import rarity
from generator.questions.item import Item

START, STEP, CLOSE, RARE, MOST = 0.05, 0.05, 0.65, 0.25, 0.95
_EASY, _MIDDLE = 0.4, 0.55


def unknown(steps: float, closeness: float, seldom: float) -> float:
    """The share of people who don't know, 0 to 1: 0.05 + 0.05 a step + 0.65 × closeness + 0.25 × rarity, 0.95 at most."""
    return min(MOST, START + STEP * steps + CLOSE * closeness + RARE * seldom)


def estimate(library: Library, item: Item, steps: int = 1) -> float:
    """Difficulty from 0 (easy) to 1.

    Args:
        library: whose records tell how often an article is met.
        item: with ``closeness`` as the rule that drew its options has it.
        steps: of law that the rule's items take, of which its type may ask more.
    """
    type = types.of(item)
    seldom = mean(rarity(library, basis) for basis in item.basis) if item.basis else 1.0
    return round((1 - type.luck(item)) * unknown(steps + type.more_steps(item), type.nearness(item), seldom), 2)


def level_of(hardness: float) -> Grade:
    """入门 below 0.4, 进阶 below 0.55, 专业 from there."""
    return "入门" if hardness < _EASY else "进阶" if hardness < _MIDDLE else "专业"
