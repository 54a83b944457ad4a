"""What an item asks, seen from outside: the decisive fact, the amounts, a number of an article and nothing else, its phrasing.

Papers count these: two items that turn on one fact never meet, an amount is asked once, and not every stem ends alike.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.legal.sums import find_fines
from generator.questions import types
from generator.questions.item import Item
from generator.questions.writing.quantities import arabic

_LAW = re.compile(r"《[^《》]+》")
_LOCUS = re.compile(r"第[0-9一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十])?(?:第[^，。、]*[款项])?")
_FIGURE = re.compile(r"\d+(?:\.\d+)?[万亿]?")
_MONEY = re.compile(r"\d+(?:\.\d+)?[万亿]?元|\d+(?:\.\d+)?倍|\d+(?:\.\d+)?%")
_SUM = re.compile(rf"(?:{_MONEY.pattern})(?:以上(?:{_MONEY.pattern})以下|以下)?")
_CHANGE = re.compile("由.+改为|维持.+不变")
_CITED = re.compile(rf"违反{_LOCUS.pattern}，依照{_LOCUS.pattern}处罚")
_TAIL = 8  # characters by which the phrasing of a stem is told


def cluster(item: Item) -> str:
    """The decisive fact that it turns on, with its rule: what two records of one fact have in common.

    The fact is what is asked, the articles and the key; of a computation, of a situation and of what people wrote the fact
    named first; of the law that applies in time, how it is come by, whichever two laws they are.
    """
    asked = item.claim.ask if item.claim else ""
    if asked == "applies":
        return f"{item.rule}/{item.type}/{_LAW.sub('', '、'.join(_key(item))) if len(_key(item)[0]) > _TAIL else asked}"
    type = types.of(item)
    if type.thought or not item.claim or (item.response.sequence and not item.response.prompts):
        return f"{item.rule}/{item.facts[0] if item.facts else item.id}"
    articles = "+".join(dict.fromkeys(f"{basis.regulation}-{basis.key}" for basis in item.basis))
    return f"{item.rule}/{asked}/{articles}/{'|'.join(_key(item))}"


def _key(item: Item) -> Sequence[str]:
    """What is right, in words; of a statement the figures that decide it."""
    if types.of(item).judged:
        return [*sorted(set(_MONEY.findall(arabic(item.explanation)))), ""]
    return [*sorted(types.of(item).told(item)), *(blank.accepted[0] for blank in item.response.blanks)] or [""]


@lru_cache(maxsize=1 << 13)  # every blueprint asks it of every item, in each section and more than once
def amounts(item: Item) -> tuple[str, ...]:
    """The sums of money that it asks by heart, one text for each number of the paper that asks one; none of computations."""
    return tuple(_amounts(item))


def asks_amount(item: Item) -> bool:
    """Whether it asks a sum by heart; nothing is kept of an item that may be left out."""
    return next(_amounts(item), None) is not None


def _amounts(item: Item) -> Iterator[str]:
    for part in types.of(item).decided(item):
        if not types.of(part).thought and (asked := _amount(part)):
            yield asked


def _amount(part: Item) -> str:
    """The sum that is right, in one writing: a range told as new, to be judged or to be chosen is the same sum."""
    if types.of(part).judged:
        told = "".join(_MONEY.findall(arabic(part.stem))) if find_fines(part.stem) else ""
        return told and (_now(part.explanation) or told)
    right = [option.text for option in part.options if option.correct and not part.response.prompts]
    right += [blank.accepted[0] for blank in part.response.blanks]
    found = next((text for text in right if _MONEY.search(text) and _only_figures(text)), "")
    return found and (_now(found) or found)


def _now(text: str) -> str:
    """The first sum of a text; of a change, the one that is now."""
    found = _SUM.search(re.split("现在是|改为", arabic(text), maxsplit=1)[-1])
    return found[0] if found else ""


def _only_figures(text: str) -> bool:
    """Whether the text is an amount, or how one changed, and hardly anything else."""
    return bool(_CHANGE.match(text)) or len(_MONEY.sub("", text)) <= 12


def numbers(item: Item) -> int:
    """How many numbers of the paper ask for the number of an article alone, or of two: 违反第9条，依照第42条处罚."""
    return sum(
        any(o.correct and (_LOCUS.fullmatch(o.text) or _CITED.fullmatch(o.text)) for o in part.options)
        for part in types.of(item).decided(item)
    )


def articles(item: Item) -> list[str]:
    """The articles that it rests on, each once: ``law/article``."""
    return list(dict.fromkeys(f"{basis.regulation}/{basis.key}" for basis in item.basis))


def phrasing(item: Item) -> str:
    """How its stem is worded: its last words without figures; of statements, what kind of thing they state."""
    if types.of(item).judged:
        return f"{item.rule}/{item.claim.ask}" if item.claim else item.id
    return _FIGURE.sub("#", item.stem)[-_TAIL:]


def right(item: Item) -> bool | None:
    """Whether a statement is true; None of items that are no statements."""
    return bool(item.options[0].correct) if types.of(item).judged else None
