"""Where a text of law speaks of a unit: by the names that statutes give it, without what all bodies are called by."""

import re
from functools import lru_cache

from generator.kinds.unit import Unit

_SUFFIX = re.compile(r"(?:(?:行政|监督|主管|管理)*(?:部门|机关|机构)|局|委|办|办事处)$")
#: A town or a street office.
LOCAL = re.compile(r"[镇街]")
#: It stands for these.
_LOCAL_WORDS = re.compile(r"街道|乡镇|乡级|镇人民政府|各级人民政府|基层")


def acts(unit: Unit, text: str) -> bool:
    """Whether a text names the unit, by the head of one of its names (自然资源、林业草原主管部门)."""
    return named_at(unit, text) >= 0


def named_at(unit: Unit, text: str) -> int:
    """Where a text first names the unit; -1 where it does not.  行政机关 names every unit that has powers."""
    found = [text.find(head) for head in _heads(unit.name, *unit.acts_as, *unit.aliases)]
    if unit.acts_as:
        found.append(text.find("行政机关"))
    if LOCAL.search(unit.name) and (local := _LOCAL_WORDS.search(text)):
        found.append(local.start())
    return min((at for at in found if at >= 0), default=-1)


@lru_cache(maxsize=1 << 10)
def _heads(*names: str) -> frozenset[str]:
    heads = {_SUFFIX.sub("", name) for name in names}
    heads |= {head.removeprefix("人民") for head in heads} | {f"{head}行政" for head in heads if len(head) == 1}
    return frozenset(head for head in heads if len(head) > 1)
