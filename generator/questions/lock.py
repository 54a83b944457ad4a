"""The lock: ids of all items with two digests each, so that a change of content shows in review which questions it changes.

The first digest is of all that a candidate or a reviewer sees, the second of the key alone: a change of a key is another thing
than a change of words, and asks for a person's yes (``pufa bank --accept``).
"""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.gate import Unread, content
from generator.gate import words as words_of
from generator.problems import Place, Problem
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.digests import of_item, of_key
from generator.questions.item import Item

LOCK_FILE = "quizzes/bank.lock.json"

_MAX_BYTES = 50_000_000
_SHOWN = 20  # ids named of each kind of difference
_HINT = "看过变化的题目后运行 pufa bank 更新题库锁，并与内容一起提交。"
_STEM = 40  # characters of a stem shown with a change

#: Id → digest of the item and digest of its key; the latter is empty in a lock of an earlier version.
Locked = Mapping[str, tuple[str, str]]


def key_of(item: Item) -> str:
    """The key in words: the right options, or what is to be written."""
    return "；".join(types.of(item).told(item))


def lock_text(bank: Bank) -> str:
    """The lock file: a JSON object of id and digests, sorted by id, one item a line, so that a diff reads well."""
    entries = {item.id: f"{of_item(item)} {of_key(item)}" for item in bank.items}
    lines = [f"  {json.dumps(id, ensure_ascii=False)}: {json.dumps(entries[id])}" for id in sorted(entries)]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def compare(path: Path, shown_as: str, bank: Bank) -> list[Problem]:
    """Hold the lock file at ``path`` against the bank.

    Args:
        path: the lock file.
        shown_as: how problems name it, relative to the project.
        bank: as the content makes it now.

    Returns:
        One E402 each for items added, removed, changed in their key and changed in words only, naming the first and the count;
        none where all agree.
    """
    at = Place(shown_as)
    try:
        locked = read_lock(path)
    except FileNotFoundError:
        return [Problem(at, "E402", "还没有题库锁", _HINT)]
    except Exception as error:  # whatever stands there in its place
        why = words_of(error) if isinstance(error, OSError | Unread) else "不是“题号: 摘要”的 JSON 对象"
        return [Problem(at, "E402", f"题库锁读不了：{why}", _HINT)]
    now = {item.id: item for item in bank.items}
    keys = {item.id for item in changed_keys(locked, bank)}
    words = {id for id in now.keys() & locked.keys() if of_item(now[id]) != locked[id][0]} - keys
    differences = (
        ("新增", {id: id for id in now.keys() - locked.keys()}),
        ("减少", {id: id for id in locked.keys() - now.keys()}),
        ("改变答案", {id: f"{id}（{_cut(now[id].stem)} 现在的答案：{_cut(key_of(now[id]))}）" for id in keys}),
        ("改变题面或者解析", {id: f"{id}（{_cut(now[id].stem)}）" for id in words}),
    )
    return [Problem(at, "E402", _message(word, told), _HINT) for word, told in differences if told]


def changed_keys(locked: Locked, bank: Bank) -> list[Item]:
    """The items whose key is another than the lock knows, in the bank's order; a lock of an earlier version knows none."""
    known = {id: key for id, (_, key) in locked.items() if key}
    return [item for item in bank.items if item.id in known and of_key(item) != known[item.id]]


def read_lock(path: Path) -> Locked:
    """The digests of a lock file.

    Raises:
        Unread, OSError: it can't be read; FileNotFoundError where there is none.
        ValueError, RecursionError: it is no lock.
    """
    found = json.loads(content(path, _MAX_BYTES))
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(path.name)
    parted = {id: value.partition(" ") for id, value in found.items()}
    return {id: (whole, key) for id, (whole, _, key) in parted.items()}


def _message(word: str, told: Mapping[str, str]) -> str:
    ordered = sorted(told)
    more = " 等" if len(ordered) > _SHOWN else ""
    return f"题库比锁{word} {len(ordered)} 题：{'、'.join(told[id] for id in ordered[:_SHOWN])}{more}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _STEM else line[:_STEM] + "…"
