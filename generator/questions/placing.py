"""Where right options stand among the others: drawn by the item's id, so that no place is better than another."""

from collections.abc import Sequence

from generator.questions.item import Option, rank


def place_key(right: Option, wrong: Sequence[Option], seed: str) -> tuple[Option, ...]:
    """Order options without a natural order: the key at a place drawn by ``seed``, the others by rank."""
    others = sorted(wrong, key=lambda option: rank(seed, option.text))
    at = rank(seed, "position") % (len(others) + 1)
    return (*others[:at], right, *others[at:])


def judge_options(true: bool, why: str) -> tuple[Option, Option]:
    """正确 and 错误, the right one with its reason."""
    return Option("正确", true, why if true else ""), Option("错误", not true, "" if true else why)
