"""Flaws of ground: no basis, basis not in force, invented facts not marked, nothing explained."""

from generator.library import Library
from generator.questions.fact_ids import record_named
from generator.questions.flaws._base import Flaw
from generator.questions.item import Item


def _no_basis(item: Item, _: Library) -> str | None:
    return None if item.basis and item.facts else "没有依据或者没有写明所用事实"


def _not_in_force(item: Item, library: Library) -> str | None:
    for basis in item.basis:
        if library.get("regulation", basis.regulation) is None:
            return f"依据的法规不在库中：{basis.regulation}"
        if not library.in_force(basis):
            return f"依据在这一天没有施行或者已经废止：{library.cite(basis)}"
    return None


def _unmarked_sample(item: Item, library: Library) -> str | None:
    if item.sample:
        return None
    for fact in item.facts:
        record = library.get(*record_named(fact))
        if record is not None and record.sample:
            return f"用了示例内容“{record.label[:20]}”而没有标明示例"
    return None


def _unexplained(item: Item, _: Library) -> str | None:
    return None if item.explanation.strip() else "没有解析"


def _unreasoned(item: Item, _: Library) -> str | None:
    return "有选项没有说明为什么对或错" if any(not option.why.strip() for option in item.options) else None


#: Of options each of which is said to be right or wrong.
UNREASONED = Flaw("unreasoned", "选项没有理由", _unreasoned)
#: Of every item.
FLAWS = (
    Flaw("no-basis", "没有依据", _no_basis),
    Flaw("not-in-force", "依据不在施行", _not_in_force),
    Flaw("sample-unmarked", "示例没有标明", _unmarked_sample),
    Flaw("unexplained", "没有解析", _unexplained),
)
