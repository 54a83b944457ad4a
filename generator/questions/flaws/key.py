"""Flaws of the key: not one, too long, given away by the stem."""

from generator.library import Library
from generator.library.remember import once
from generator.questions.flaws._base import Flaw
from generator.questions.item import Item

_FAR = 1.4  # times the longest distractor
_MORE = 6  # and so many characters more
_CUE = 3  # characters of the stem that the key alone repeats


def _one(item: Item, _: Library) -> str | None:
    right = sum(option.correct for option in item.options)
    return None if right == 1 else f"单选题有 {right} 个正确项"


def _several(item: Item, _: Library) -> str | None:
    right = sum(option.correct for option in item.options)
    if 2 <= right < len(item.options):
        return None
    return f"多选题有 {right} 个正确项、{len(item.options)} 个选项：正确项应不少于两个，且不能全对"


def _verdict(item: Item, _: Library) -> str | None:
    right = sum(option.correct for option in item.options)
    good = [option.text for option in item.options] == ["正确", "错误"] and right == 1
    return None if good else "判断题的选项应是“正确”“错误”，且恰有一个成立"


def longest(right: list[str], wrong: list[str]) -> bool:
    """Whether a right option is longer than every wrong one by far: 1.4 times, and six characters at least."""
    keys, others = [len(text) for text in right], [len(text) for text in wrong]
    return bool(keys and others) and max(keys) >= _FAR * max(others) and max(keys) - max(others) >= _MORE


def _longest(item: Item, _: Library) -> str | None:
    right, wrong = _sides(item)
    return f"正确项明显最长：{right[0]}" if longest(right, wrong) else None


def _sides(item: Item) -> tuple[list[str], list[str]]:
    return [o.text for o in item.options if o.correct], [o.text for o in item.options if not o.correct]


def cue(stem: str, right: list[str], wrong: list[str], names: tuple[str, ...] = (), at_least: int = _CUE) -> str | None:
    """Words of the stem that stand in a right option and in no wrong one, so that reading gives the key away.

    Args:
        stem: the question.
        right, wrong: texts of the options.
        names: names of laws, which stems mention for another reason and which don't count.
        at_least: characters that tell; fewer in few words.

    Returns:
        The first such run, or None.
    """
    for name in sorted(names, key=len, reverse=True):  # 海洋环境保护法 before 环境保护法
        stem = stem.replace(name, "\0")
    for text in right:
        for size in range(len(text), at_least - 1, -1):
            for start in range(len(text) - size + 1):
                run = text[start : start + size]
                if run in stem and not any(run in other for other in wrong) and not _figure(run):
                    return run
    return None


def _figure(run: str) -> bool:
    """A run that is mostly digits says nothing by being repeated."""
    return sum(c.isdigit() or c in "万亿元以上下年月日第条" for c in run) * 2 > len(run)


@once
def _names_by_start(library: Library) -> dict[str, list[tuple[int, str]]]:
    """First two characters → names of laws with their numbers in the library: a stem holds few of thousands of names."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, regulation in enumerate(library.regulations):
        found.setdefault(regulation.name[:2], []).append((number, regulation.name))
    return found


def _given_away(item: Item, library: Library) -> str | None:
    right, wrong = _sides(item)
    named = _names_by_start(library)
    starts = {item.stem[at : at + size] for at in range(len(item.stem)) for size in (1, 2)}
    names = tuple(name for _, name in sorted(entry for start in starts for entry in named.get(start, ())))
    found = cue(item.stem, right, wrong, names)
    return f"题干里的“{found}”只在正确项出现，泄露答案" if found else None


ONE = Flaw("key-count", "正确项个数不对", _one)
SEVERAL = Flaw("key-count", "正确项个数不对", _several)
JUDGEMENT = Flaw("key-count", "正确项个数不对", _verdict)
LONGEST = Flaw("key-longest", "正确项明显最长", _longest)
CUED = Flaw("key-cued", "题干泄露答案", _given_away)
