"""The digests of an item, each for one question: has it changed, has its key, is it the same to who sits it, is the file whole.

They differ on purpose in what they leave out; nothing else computes one.
"""

import hashlib
import json
from typing import Any

from generator.questions import types
from generator.questions.item import Item


def of_item(item: Item) -> str:
    """Of all that a candidate or a reviewer sees: type, stem, options with key and reasons, what else is asked, explanation,
    basis, span.  For the lock: not of topics, difficulty or the place in a file."""
    seen = [item.type, item.stem, item.explanation, str(item.valid_from), str(item.valid_until), str(item.sample)]
    seen += [f"{option.correct}\0{option.text}\0{option.why}" for option in item.options]
    seen += [f"{basis.regulation}\0{basis.locus}" for basis in item.basis]
    seen += types.of(item).seen(item.response)
    return _sha256("\1".join(seen))[:16]


def of_key(item: Item) -> str:
    """Of the key alone; the order of options is none of it.

    Of a statement to be judged the statement belongs to the key: 错误 of another statement is another claim.
    """
    type = types.of(item)
    told = [*sorted(type.told(item)), *(item.stem for verdict in type.said(item) if verdict.said.stated)]
    return _sha256("\1".join(told))[:8]


def of_face(item: Item) -> str:
    """Of what a candidate is asked and what is right, the same however a form shuffles options and prompts."""
    told = {"type": item.type, "stem": item.stem, **types.of(item).face(item)}
    return _sha256(json.dumps(told, ensure_ascii=False))[:16]


def of_data(data: dict[str, Any]) -> str:
    """Of an item's data in a file, so that the file can be held to be whole: JSON with sorted keys and no spaces, without
    ``at``, which moves with the item's own file.  All 64 digits."""
    content = {name: value for name, value in data.items() if name != "at"}
    return _sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
