"""Whether items are sound: each by the checks of its type and those of all, and the bank as a whole by how keys are spread."""

from collections.abc import Sequence
from dataclasses import fields
from math import sqrt

from generator.library import Library
from generator.questions import types
from generator.questions.base_rates import Skewed, skewed
from generator.questions.flaws import COMMON, Flaw
from generator.questions.flaws._base import FLAWS
from generator.questions.item import Item, Response
from generator.questions.types import Balance

_SMALLEST = 40  # items below which a share means nothing


def _stray(item: Item, _: Library) -> str | None:
    """What is asked for is what the type asks for, and nothing else."""
    uses = types.of(item).uses
    stray = any(getattr(item.response, field.name) for field in fields(Response) if field.name not in uses)
    return f"{types.of(item).title}的作答部分与题型不合" if stray else None


STRAY = Flaw("response", "作答部分与题型不合", _stray)


def all_flaws() -> tuple[Flaw, ...]:
    """Every check of a single item, each once."""
    return tuple(
        dict.fromkeys((STRAY, *(flaw for type in types.all_types() for flaw in type.flaws), *COMMON, *FLAWS.all()))
    )


def checks(item: Item) -> tuple[Flaw, ...]:
    """The checks that an item of its type goes through, in order."""
    return (STRAY, *types.of(item).flaws, *COMMON, *FLAWS.all())


def item_flaws(item: Item, library: Library) -> Sequence[str]:
    """What is wrong with ``item``, one phrase a flaw, in order of the checks; empty where it is sound."""
    found = (flaw.find(item, library) for flaw in checks(item))
    return [text for text in found if text]


def bank_flaws(items: Sequence[Item]) -> list[str]:
    """What is out of balance in the bank, type by type, and the option texts that tell within their rule."""
    found = (type.balance([item for item in items if item.type == type.id]) for type in types.all_types())
    uneven = [text for balance in found if balance is not None for text in _uneven(balance)]
    return [*uneven, *(_guessed(one) for one in skewed(items))]


def _guessed(one: Skewed) -> str:
    return f"规则 {one.rule} 里，选项“{one.text}”用了 {one.used} 次，{one.right} 次正确，一看便知对错"


def _uneven(balance: Balance) -> list[str]:
    """Shares further from even than chance and a tolerance of five hundredths allow (three standard errors)."""
    total = balance.total
    if total < _SMALLEST:
        return []
    even = 1 / len(balance.counts)
    allowed = 0.05 + 3 * sqrt(even * (1 - even) / total)
    return [
        f"{balance.title}失衡：{name} 占 {count / total:.0%}，应近 {even:.0%}"
        for name, count in balance.counts.items()
        if abs(count / total - even) > allowed
    ]
