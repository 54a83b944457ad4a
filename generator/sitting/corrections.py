"""What is found out about a paper after it was sat: an item voided, its key changed, a further answer accepted.

A correction names an item by number (``12``; ``B12`` where there are several forms) or by its id, and holds in every form
that has the item.  Everyone is marked again with the keys that come out; the old ones stay as they were printed.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.questions.item import Blank, Item
from generator.sitting.cells import Unreadable, read_cell
from generator.sitting.choices import in_letters
from generator.sitting.key import Key, KeyItem
from generator.sitting.keys import Keys

_WHERE = re.compile(r"(?:第)?([A-Za-z]?)(\d{1,3})(?:[.．](\d{1,2}))?题?")
_NAMES = {"void": "作废，人人给满分", "key": "答案改为 ", "also": "另外也算对："}


class Uncorrectable(ValueError):
    """Why a correction can't be made, in Chinese."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction.

    Attributes:
        kind: ``void``: full points for everyone who sat, out of the statistics of items; ``key``: the key is another;
            ``also``: a further answer is right beside it.
        where: number, form and number, or id of the item; ``12.2`` is the second blank of item 12.
        value: the answer, as a candidate writes it; empty for ``void``.
    """

    kind: Literal["void", "key", "also"]
    where: str
    value: str = ""

    @property
    def told(self) -> str:
        """In words: 第 12 题：答案改为 C."""
        name = f"第 {self.where} 题" if _WHERE.fullmatch(self.where) else self.where
        return f"{name}：{_NAMES[self.kind]}{self.value}"


def corrected(keys: Keys, corrections: Sequence[Correction]) -> Keys:
    """The keys with every correction made, in order.

    Raises:
        Uncorrectable: there is no such item, the value is no answer to it, or two corrections contradict each other.
    """
    _at_odds(keys, corrections)
    for correction in dict.fromkeys(corrections):  # said twice, it is one
        keys = _made(keys, correction)
    return keys


def _at_odds(keys: Keys, corrections: Sequence[Correction]) -> None:
    """Refuse an item that is voided and given an answer, or given two keys: which was meant can't be told."""
    void: dict[str, Correction] = {}
    keyed: dict[tuple[str, int | None], Correction] = {}
    for one in corrections:
        item, blank = _found(keys, one)
        if one.kind == "void":
            void.setdefault(item.id, one)
        elif one.kind == "key" and keyed.setdefault((item.id, blank), one).value != one.value:
            raise Uncorrectable(f"{one.told}；前面又写了{keyed[item.id, blank].told}，两处不一样")
    for one in corrections:
        item, _ = _found(keys, one)
        if one.kind != "void" and item.id in void:
            raise Uncorrectable(f"{one.told}；这一题又写了作废，两样只能取一样")


def _made(keys: Keys, correction: Correction) -> Keys:
    item, blank = _found(keys, correction)
    change = _change(item, blank, correction)

    def changed(key: Key) -> Key:
        if all(own.id != item.id for own in key.items):
            return key
        return replace(key, items=tuple(change(own) if own.id == item.id else own for own in key.items))

    return replace(keys, forms={name: changed(key) for name, key in keys.forms.items()})


def _found(keys: Keys, correction: Correction) -> tuple[KeyItem, int | None]:
    """The item that is meant, as the form that is named shows it, and which of its blanks."""
    for key in keys.forms.values():
        for item in key.items:
            if item.id == correction.where:
                return item, None
    where = _WHERE.fullmatch(correction.where)
    if not where:
        raise Uncorrectable(f"“{correction.where}”不是题号，也不是题目编号")
    form, number = where[1].upper(), int(where[2])
    if not form and len(keys.forms) > 1:
        raise Uncorrectable(f"有几套卷，题号前面写上卷别，比如 {next(iter(keys.forms))}{number}；每人一卷的写题目编号")
    named = keys.forms.get(form) if form else keys.first
    if named is None or not 1 <= number <= len(named.items):
        raise Uncorrectable(f"没有第 {correction.where} 题")
    return named.items[number - 1], int(where[3]) - 1 if where[3] else None


def _change(item: KeyItem, blank: int | None, correction: Correction) -> Callable[[KeyItem], KeyItem]:
    """How the item changes, in whatever form it stands."""
    if correction.kind == "void":
        return lambda own: replace(own, void=True)
    if item.type.graded:
        raise Uncorrectable(f"第 {item.number} 题由阅卷人给分，要改就改答卷里的分数")
    if not correction.value.strip():
        raise Uncorrectable(f"第 {item.number} 题没有写答案，写成 {correction.where}=答案")
    if item.question.blanks:
        return _blanks(item, blank, correction)
    try:
        given = read_cell(in_letters(correction.value, item), item.question)
    except Unreadable as reason:
        raise Uncorrectable(f"第 {item.number} 题：{reason}") from reason
    if given.empty:
        raise Uncorrectable(f"第 {item.number} 题：“{correction.value}”不是答案")
    texts = [item.options[place].text if place >= 0 else "" for place in given.places]

    def keyed(own: KeyItem) -> Item:
        """The item with that answer for a key; options stand elsewhere in other forms, and are found by their texts."""
        if not own.question.sequence:
            options = tuple(replace(option, correct=option.text in texts) for option in own.options)
            return replace(own.item, options=options)
        places = tuple(next(n for n, option in enumerate(own.options) if option.text == text) for text in texts if text)
        return replace(own.item, response=replace(own.item.response, sequence=places))

    if "" in texts or len(texts) < len(item.question.sequence):
        raise Uncorrectable(f"第 {item.number} 题的答案不全：{correction.value}")
    if correction.kind == "also":
        return lambda own: replace(own, also=(*own.also, keyed(own)))
    return lambda own: _rekeyed(own, keyed(own))


def _blanks(item: KeyItem, blank: int | None, correction: Correction) -> Callable[[KeyItem], KeyItem]:
    count = len(item.question.blanks)
    if blank is None and count > 1 and correction.kind == "also":
        raise Uncorrectable(
            f"第 {item.number} 题有 {count} 个空，写明是哪一个，比如 {item.number}.1={correction.value}"
        )
    texts = [correction.value] if blank is not None or count == 1 else re.split(r"[;；]", correction.value)
    places = [blank or 0] if blank is not None or count == 1 else list(range(count))
    if len(texts) != len(places) or max(places) >= count:
        raise Uncorrectable(f"第 {item.number} 题有 {count} 个空，写了 {len(texts)} 个答案")
    told = dict(zip(places, (text.strip() for text in texts), strict=True))

    def change(own: KeyItem) -> KeyItem:
        blanks = tuple(
            _blank(old, told[n], correction.kind == "also") if n in told else old
            for n, old in enumerate(own.item.response.blanks)
        )
        item = replace(own.item, response=replace(own.item.response, blanks=blanks))
        if correction.kind == "also":
            return replace(own, item=item, question=own.type.question(item, own.question.points))
        return _rekeyed(own, item)

    return change


def _blank(old: Blank, text: str, beside: bool) -> Blank:
    return replace(old, accepted=(*old.accepted, text) if beside else (text,))


def _rekeyed(own: KeyItem, item: Item) -> KeyItem:
    """With another key; the explanation was written for the old one, and says so."""
    note = f"答案已经更正，以下是原来的解析。{item.explanation}" if item.explanation else ""
    changed = replace(item, explanation=note)
    return replace(own, item=changed, question=own.type.question(changed, own.question.points), also=())
