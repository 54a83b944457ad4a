"""What changed since an earlier bank, told question by question: the stem, the key then and the key now."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.gate import content, gate
from generator.problems import Place, Problems
from generator.questions.bank import Bank
from generator.questions.digests import of_item, of_key
from generator.questions.item import Item
from generator.questions.lock import key_of
from generator.questions.serial import item_of

_MAX_BYTES = 200_000_000
_HINT = "用 pufa bank --out 从改动前的内容导出一份。"


def read_bank(path: Path, problems: Problems) -> dict[str, Item]:
    """The items of a bank that ``pufa bank --out`` wrote, by id; E402 where it can't be read, and none then."""
    with gate(Place(str(path)), problems, "E402", _HINT, "对比的题库读不了"):
        found = json.loads(content(path, _MAX_BYTES))
        items = (item_of(data)[0] for data in found["items"])
        return {item.id: item for item in items}
    return {}


def told(before: Mapping[str, Item], bank: Bank) -> Iterator[str]:
    """Lines for a person: each question with another key, then each with other words, then how many came and went."""
    both = [(before[item.id], item) for item in bank.items if item.id in before]
    keys = [(old, new) for old, new in both if of_key(old) != of_key(new)]
    words = [(old, new) for old, new in both if of_item(old) != of_item(new) and of_key(old) == of_key(new)]
    for old, new in keys:
        yield f"答案变了：{new.id}"
        yield f"  题干：{_line(new.stem)}"
        yield from (f"  原题干：{_line(old.stem)}",) if old.stem != new.stem else ()
        yield f"  原答案：{key_of(old)}"
        yield f"  现答案：{key_of(new)}"
    for old, new in words:
        yield f"题面或者解析变了：{new.id}"
        yield f"  题干：{_line(new.stem)}"
        yield from (f"  原题干：{_line(old.stem)}",) if old.stem != new.stem else ()
    now = {item.id for item in bank.items}
    yield f"答案变了 {len(keys)} 题，题面或者解析变了 {len(words)} 题，新增 {len(now - before.keys())} 题，减少 {len(before.keys() - now)} 题。"


def _line(text: str) -> str:
    return " ".join(text.split())
