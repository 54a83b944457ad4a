"""What is written of an item once its options are turned, as later forms of a paper have them: templates, worked out from what is written.

An item whose texts are signs is written in several orders; what changes between them are letters of its key.  What a template
says of one more order is held against what is written of it, so that nothing is left to luck.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.exports.papers.measure import width
from generator.questions import types
from generator.questions.item import Item, letter

#: First signs of: the option that stands at a place, the prompt in a row, the letter and the reason of the n-th option that has a
#: reason, the letter of the n-th in the key's order; and of the letters of the right options.
OPTION, PROMPT, LETTER, REASON, KEY, RIGHT = (0xE100 + 0x20 * kind for kind in range(6))
_MOST = 0x20
_SLOT = re.compile("[\ue100-\ue1bf]")
_TEXTS = re.compile("[\ue100-\ue13f\ue160-\ue17f]")
_LETTERS = re.compile(r"([A-Z]+)")
#: Orders in which an item of signs is written beside the bank's, and of how many these are the best.
_ORDERS, _TRIED = 3, 24
#: What makes a sign as wide as its text.
_FILLER = "\ue1c0"


@dataclass(frozen=True, slots=True)
class Turned:
    """A text that changes with the order of options.

    Attributes:
        text: with signs.
        parts: sign → what stands there in the order of the bank.
    """

    text: str
    parts: Mapping[str, str]


def is_turned(item: Item) -> bool:
    """Whether later forms have its options in another order."""
    return types.of(item).turned(item, "0") is not item


def orders(item: Item) -> tuple[tuple[Item, ...], Item]:
    """The item in the bank's order and in others, its texts as signs; and, with its texts, in one more.

    Orders with keys in other places come first, so that no letter stays where it is by chance.
    """
    tried: list[Item] = []
    apart = {_places_of_key(item): item}
    while len(tried) < _TRIED and len(apart) < _ORDERS + 2:
        tried.append(types.of(item).turned(item, f"order/{len(tried)}"))
        apart.setdefault(_places_of_key(tried[-1]), tried[-1])
    chosen = [*list(apart.values())[1:], *tried][: _ORDERS + 1]
    return tuple(map(_signed, (item, *chosen[:-1]))), chosen[-1]


def _places_of_key(item: Item) -> tuple[object, ...]:
    return tuple(option.correct for option in item.options), item.response.sequence


def _signed(item: Item) -> Item:
    """The item with signs in place of options, reasons and prompts, as wide as these are."""
    options, reasons = [], 0
    for place, option in enumerate(item.options):
        why = _wide(chr(REASON + reasons), option.why) if option.why else ""
        reasons += bool(option.why)
        options.append(replace(option, text=_wide(chr(OPTION + place), option.text), why=why))
    prompts = tuple(_wide(chr(PROMPT + row), prompt) for row, prompt in enumerate(item.response.prompts))
    return replace(item, options=tuple(options), response=replace(item.response, prompts=prompts))


def _wide(sign: str, text: str) -> str:
    return sign + _FILLER * -((width(sign) - max(width(text), width(sign))) // width(_FILLER))


def template(signed: Sequence[Item], raw: Sequence[str], literal: str, written: str) -> Turned | str | None:
    """The text that is written of an item in whatever order.

    Args:
        signed: the item as signs in several orders, the bank's first.
        raw: what is written of each.
        literal: the first of these, with other signs in place of the item's number and points.
        written: what is written of the item itself in the order of the bank, with the same signs.

    Returns:
        A text that is the same in all; None where there is no such template.
    """
    cut, told = [_LETTERS.split(_bare(text)) for text in raw], _LETTERS.split(_bare(literal))
    if len({tuple(parts[::2]) for parts in cut}) > 1 or told[1::2] != cut[0][1::2]:
        return None
    letters = [_Letters(one) for one in signed]
    found = [told[0]]
    for at in range(1, len(told), 2):
        runs = [parts[at] for parts in cut]
        sign = runs[0] if len(set(runs)) == 1 else _sign(runs, letters)
        if sign is None:
            return None
        found += [sign, told[at + 1]]
    text = "".join(found)
    if not _SLOT.search(text):
        return written if text == written else None
    parts = _parts(text, letters[0], written)
    return None if parts is None else Turned(text, parts)


def _bare(text: str) -> str:
    return text.replace(_FILLER, "")


def _sign(runs: Sequence[str], slots: Sequence["_Letters"]) -> str | None:
    """The signs that in every order stand for the run of letters."""
    first = slots[0]
    if all(run == known.right for run, known in zip(runs, slots, strict=True)):
        return chr(RIGHT)
    for kind, count in ((LETTER, len(first.reasoned)), (KEY, len(first.key))):
        for place in range(count):
            if all(run == known.of(kind)[place] for run, known in zip(runs, slots, strict=True)):
                return chr(kind + place)
    if all(run == "".join(known.key) for run, known in zip(runs, slots, strict=True)):
        return "".join(chr(KEY + place) for place in range(len(first.key)))
    return None


class _Letters:
    """Letters that depend on the order of options."""

    def __init__(self, item: Item) -> None:
        self.right = "".join(letter(place) for place, option in enumerate(item.options) if option.correct)
        self.reasoned = [letter(place) for place, option in enumerate(item.options) if option.why]
        self.key = [letter(place) for place in item.response.sequence]

    def of(self, kind: int) -> list[str]:
        """Those of a kind."""
        return self.reasoned if kind == LETTER else self.key

    def said(self, sign: str) -> str:
        """The letters that a sign stands for."""
        code = ord(sign)
        return self.right if code == RIGHT else self.of(code - code % _MOST)[code % _MOST]


def _parts(text: str, letters: _Letters, written: str) -> dict[str, str] | None:
    """The texts that signs stand for in what is written; None where they can't be told."""
    pattern, seen = [], set()
    for piece in re.split("([\ue100-\ue1bf])", text):
        if not _SLOT.fullmatch(piece):
            pattern.append(re.escape(piece))
        elif not _TEXTS.fullmatch(piece):
            pattern.append(letters.said(piece))
        else:
            pattern.append(f"(?P=t{ord(piece)})" if piece in seen else f"(?P<t{ord(piece)}>.*?)")
            seen.add(piece)
    found = re.fullmatch("".join(pattern), written, re.DOTALL)
    if found is None:
        return None
    texts = {chr(int(name[1:])): told for name, told in found.groupdict().items()}
    return {sign: texts.get(sign) or letters.said(sign) for sign in dict.fromkeys(_SLOT.findall(text))}


def shared(made: Sequence[Turned | str]) -> list[Turned | str]:
    """The texts of a row: where one tells an option that another may have to tell in another order, each knows both."""
    known: dict[str, str] = {}
    for one in made:
        if isinstance(one, Turned):
            known = {**one.parts, **known}
    return [one if isinstance(one, str) else Turned(one.text, {**_alike(known, one), **one.parts}) for one in made]


def _alike(known: Mapping[str, str], made: Turned) -> dict[str, str]:
    """Texts of the kinds that are told in a text."""
    kinds = {ord(sign) // _MOST for sign in made.parts if _TEXTS.fullmatch(sign)}
    return {sign: text for sign, text in known.items() if ord(sign) // _MOST in kinds}


def filled(made: Turned | str, item: Item, turned: Item) -> str:
    """What a template says of an item in another order: the twin of ``turnedText`` in js/core/turn.js."""
    if isinstance(made, str):
        return made
    letters = _Letters(turned)
    old = _places(item.options, turned.options)
    rows = _places(item.response.prompts, turned.response.prompts)
    reasoned = [place for place, option in enumerate(item.options) if option.why]
    reasons = [reasoned.index(place) for place in old if place in reasoned]

    def said(found: re.Match[str]) -> str:
        code = ord(found[0])
        kind, place = code - code % _MOST, code % _MOST
        now = {OPTION: old, PROMPT: rows, REASON: reasons}.get(kind)
        return letters.said(found[0]) if now is None else made.parts.get(chr(kind + now[place]), "")

    return _SLOT.sub(said, made.text)


def _places(old: Sequence[object], new: Sequence[object]) -> list[int]:
    """Old places in the new order."""
    left = list(enumerate(old))
    found = []
    for one in new:
        place = next(at for at, other in left if other == one)
        left = [pair for pair in left if pair[0] != place]
        found.append(place)
    return found
