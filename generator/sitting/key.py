"""The key of a form, as ``key.json`` holds it: what marking needs, and what a candidate is told afterwards.

Keys come from JSON whether the paper was printed last month or is assembled now, so that there is one way to mark.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, get_args

from generator.gate import raising
from generator.questions import types
from generator.questions.given import Given, Question, Rule, rounded
from generator.questions.item import Item, Option
from generator.questions.serial import item_of
from generator.questions.types import ItemType
from generator.questions.wire import BasisData
from generator.sitting.marking import summed

#: What an item may lack in a paper of an earlier version, and marking has no need of; a field that items get later goes here too.
_UNNEEDED: Mapping[str, Any] = {
    "rule": "unknown",
    "audience": [],
    "level": "入门",
    "difficulty": 0.5,
    "valid_from": None,
    "valid_until": None,
    "facts": [],
    "at": "unknown:1:1",
}


class NoKey(ValueError):
    """Why data is no key, in Chinese."""


@dataclass(frozen=True, slots=True)
class KeyItem:
    """What is answered under one number of a form: an item, or a part of one whose parts are numbered through.

    Attributes:
        number: in the form, from 1.
        section: ordinal of its section, from 1.
        item: as the form shows it, or the part as an item of its own.
        question: for marking.
        basis: 《生态环境法典》第1095条 …
        whole: id of the item that it is, or is a part of.
        told: of a part, what stands before its stem where a platform shows it alone: the case, and in a last line its kind.
        also: the item with further keys, any of which is enough.
        void: everybody who sat gets full points, and nothing is concluded from the answers.
    """

    number: int
    section: int
    item: Item
    question: Question
    basis: tuple[str, ...]
    whole: str
    told: str = ""
    also: tuple[Item, ...] = ()
    void: bool = False

    @property
    def id(self) -> str:
        """Its id."""
        return self.item.id

    @property
    def type(self) -> ItemType:
        """Its type."""
        return types.of(self.item)

    @property
    def stem(self) -> str:
        """What is asked."""
        return self.item.stem

    @property
    def options(self) -> tuple[Option, ...]:
        """In the order of the form."""
        return self.item.options

    @property
    def topics(self) -> tuple[str, ...]:
        """Ids of its topics."""
        return self.item.topics

    @property
    def answer(self) -> str:
        """The key in a line, in the letters of the form."""
        return " 或 ".join(map(self.type.answer, (self.item, *self.also)))

    @property
    def rivals(self) -> tuple[Question, ...]:
        """The question with each key that is right."""
        return (self.question, *(self.type.question(item, self.question.points) for item in self.also))

    @property
    def points(self) -> Decimal:
        """Points for a full answer."""
        return rounded(self.question.points)

    @property
    def ranks(self) -> tuple[int, ...]:
        """For each option its rank by text, the same in every form, whatever the order in which the form shows them."""
        ordered = sorted(option.text for option in self.options)
        return tuple(ordered.index(option.text) for option in self.options)

    def shown(self, given: Given) -> str:
        """An answer as people write it: ``ABD``, ``正确``, ``1-C 2-A``, ``30日；两年``; empty where nothing was given."""
        return "" if given.empty else self.type.shown(self.item, given)


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a form.

    Attributes:
        blueprint, title, seed, form: what the paper is.
        as_of: day at which the law was taken.
        total, pass_mark: points.
        marking: rule for 多选.
        sections: their titles.
        items: in order of number.
        sample: whether it is a sample.
    """

    blueprint: str
    title: str
    seed: int
    form: str
    as_of: str
    total: Decimal
    pass_mark: Decimal
    marking: Rule
    sections: tuple[str, ...]
    items: tuple[KeyItem, ...]
    sample: bool


def key_of(data: Any) -> Key:
    """Read the content of a ``key.json``.

    Raises:
        NoKey: fields are missing, of a wrong type, or contradict each other.
    """
    with raising(NoKey, "答案文件不合格式"):
        return _key(data)


def _key(data: Mapping[str, Any]) -> Key:
    plan = data["blueprint"]
    if plan["marking"] not in get_args(Rule):
        raise ValueError(plan["marking"])
    items = tuple(item for entry in data["items"] for item in _items(entry))
    if not items or [item.number for item in items] != list(range(1, len(items) + 1)):
        raise ValueError("number")
    return Key(
        blueprint=str(plan["id"]),
        title=str(plan["title"]),
        seed=int(data["seed"]),
        form=str(data.get("form", "A")),
        as_of=str(data["as_of"]),
        total=summed(item.points for item in items),
        pass_mark=rounded(_fraction(plan["pass_mark"])),
        marking=plan["marking"],
        sections=tuple(str(section["title"]) for section in data["sections"]),
        items=items,
        sample=bool(plan["sample"]),
    )


def _items(entry: Mapping[str, Any]) -> Iterator[KeyItem]:
    """What is answered of an entry: it itself, or its parts, each under a number of its own."""
    parts = types.named(str(entry["type"])).parts_of(entry)
    return (_item(part, int(entry["number"]) + place, entry) for place, part in enumerate(parts))


def _item(part: Mapping[str, Any], number: int, entry: Mapping[str, Any]) -> KeyItem:
    """Raises ValueError for a key that no answer could meet."""
    item, basis = item_of({**_UNNEEDED, **{name: value for name, value in part.items() if name != "told"}})
    points = _fraction(part["points"])
    if points <= 0:
        raise ValueError(f"{points}: {number}")
    return KeyItem(
        number=number,
        section=int(entry["section"]),
        item=item,
        question=types.of(item).question(item, points),
        basis=tuple(_citation(cited) for cited in basis),
        whole=str(entry["id"]),
        told=str(part.get("told", "")),
    )


def _fraction(number: Any) -> Fraction:
    return Fraction(str(number))


@cache
def _citation(basis: BasisData) -> str:
    return f"《{basis.title.removeprefix('中华人民共和国')}》{basis.value.locus}"
