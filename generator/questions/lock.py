"""The lock: ids of all items with a digest each, so that a change of content shows in review which questions it changes."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from generator.gate import Unread, content, words
from generator.problems import Place, Problem
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.item import Item

LOCK_FILE = "quizzes/bank.lock.json"

_MAX_BYTES = 50_000_000
_SHOWN = 20  # ids named of each kind of difference
_HINT = "看过变化的题目后运行 pufa bank 更新题库锁，并与内容一起提交。"


def digest(item: Item) -> str:
    """Digest of what a candidate or a reviewer sees: type, stem, options with key and reasons, what else is asked, explanation,
    basis, span."""
    seen = [item.type, item.stem, item.explanation, str(item.valid_from), str(item.valid_until), str(item.sample)]
    seen += [f"{option.correct}\0{option.text}\0{option.why}" for option in item.options]
    seen += [f"{basis.regulation}\0{basis.locus}" for basis in item.basis]
    seen += types.of(item).seen(item.response)
    return hashlib.sha256("\1".join(seen).encode()).hexdigest()[:16]


def lock_text(bank: Bank) -> str:
    """The lock file: a JSON object of id and digest, sorted by id, one item a line, so that a diff reads well."""
    entries = {item.id: digest(item) for item in bank.items}
    lines = [f"  {json.dumps(id, ensure_ascii=False)}: {json.dumps(entries[id])}" for id in sorted(entries)]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def compare(path: Path, shown_as: str, bank: Bank) -> list[Problem]:
    """Hold the lock file at ``path`` against the bank.

    Args:
        path: the lock file.
        shown_as: how problems name it, relative to the project.
        bank: as the content makes it now.

    Returns:
        One E402 each for items added, removed and changed, naming the first ids and the count; none where all agree.
    """
    at = Place(shown_as)
    try:
        locked = _read(path)
    except FileNotFoundError:
        return [Problem(at, "E402", "还没有题库锁", _HINT)]
    except Exception as error:  # whatever stands there in its place
        why = words(error) if isinstance(error, OSError | Unread) else "不是“题号: 摘要”的 JSON 对象"
        return [Problem(at, "E402", f"题库锁读不了：{why}", _HINT)]
    now = {item.id: digest(item) for item in bank.items}
    differences = (
        ("新增", now.keys() - locked.keys()),
        ("减少", locked.keys() - now.keys()),
        ("改变", {id for id in now.keys() & locked.keys() if now[id] != locked[id]}),
    )
    return [Problem(at, "E402", _message(word, ids), _HINT) for word, ids in differences if ids]


def _message(word: str, ids: Iterable[str]) -> str:
    ordered = sorted(ids)
    more = " 等" if len(ordered) > _SHOWN else ""
    return f"题库比锁{word} {len(ordered)} 题：{'、'.join(ordered[:_SHOWN])}{more}"


def _read(path: Path) -> dict[str, str]:
    found = json.loads(content(path, _MAX_BYTES))
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(path.name)
    return found
