"""Flaws of what is asked besides choosing: blanks that do not fit the stem, pairs that do not match, steps out of order."""

import re

from generator.library import Library
from generator.questions.answers import normal
from generator.questions.flaws._base import Flaw
from generator.questions.item import BLANK, Item

_FEWEST = 3  # pairs or steps below which matching and ordering ask nothing


def _blanks(item: Item, _: Library) -> str | None:
    """One answer for each blank of the stem."""
    blanks, places = item.response.blanks, item.stem.count(BLANK)
    if not blanks:
        return "没有写明空里填什么"
    if len(blanks) != places:
        return f"题干有 {places} 处空，答案有 {len(blanks)} 个"
    if any(not blank.accepted or not all(text.strip() for text in blank.accepted) for blank in blanks):
        return "有的空没有答案"
    return None


def _shown(item: Item, _: Library) -> str | None:
    """No answer is written elsewhere in the stem."""
    texts = (blank.accepted[0] for blank in item.response.blanks if blank.accepted)
    shown = next((text for text in texts if _stands_in(text, item.stem)), None)
    return f"题干里已经写着答案“{shown}”" if shown else None


def _stands_in(text: str, stem: str) -> bool:
    """Whether the stem says the answer, as a whole figure where it is one."""
    return re.search(rf"(?<![0-9.]){re.escape(text)}", stem) is not None


def _pairs(item: Item, _: Library) -> str | None:
    """Every prompt has its option, no two the same one, and there are enough to think about."""
    prompts, sequence = item.response.prompts, item.response.sequence
    if len(prompts) < _FEWEST or len(sequence) != len(prompts):
        return f"连线题左栏 {len(prompts)} 项、答案 {len(sequence)} 个：至少 {_FEWEST} 项，每项一个答案"
    used = set(sequence)
    if len({normal(prompt) for prompt in prompts}) < len(prompts):
        return "连线题左栏有两项相同"
    if len(used) < len(prompts) or not used <= set(range(len(item.options))):
        return "连线题有两项连到同一处，或者连到没有的选项"
    wrong = any(option.correct != (place in used) for place, option in enumerate(item.options))
    return "连线题右栏标的对错与答案不合" if wrong else None


def _order(item: Item, _: Library) -> str | None:
    """Every option once in the right order, which is not the order shown."""
    count = len(item.options)
    if count < _FEWEST or sorted(item.response.sequence) != list(range(count)):
        return f"排序题有 {count} 项，答案不是它们的一种先后（至少 {_FEWEST} 项）"
    return "排序题印出的次序就是答案" if item.response.sequence == tuple(range(count)) else None


def _steps(item: Item, _: Library) -> str | None:
    """A case asks something, and each point earns marks."""
    steps = item.response.steps
    if not steps or any(not step.points or any(point.marks <= 0 for point in step.points) for step in steps):
        return "没有设问，或者有的设问没有答案要点、要点不给分"
    return None


BLANKS = Flaw("blanks", "空与答案不合", _blanks)
SHOWN = Flaw("blanks-shown", "题干写着答案", _shown)
PAIRS = Flaw("pairs", "连线不成对", _pairs)
ORDER = Flaw("order", "先后不成序", _order)
STEPS = Flaw("steps", "案例设问不完整", _steps)
