"""The key of a form, as ``key.json`` holds it: what marking needs, and what a candidate is told afterwards.

Keys come from JSON whether the paper was printed last month or is assembled now, so that there is one way to mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, get_args

from generator.kinds import BasisValue
from generator.questions.item import Blank, ItemType
from generator.sitting.marking import Question, Rule, rounded, summed


class NoKey(ValueError):
    """Why data is no key, in Chinese."""


@dataclass(frozen=True, slots=True)
class KeyOption:
    """An option as the form shows it: text, and why it is right or not."""

    text: str
    correct: bool
    why: str


@dataclass(frozen=True, slots=True)
class KeyItem:
    """An item of a form.

    Attributes:
        number: in the form, from 1.
        section: ordinal of its section, from 1.
        id, stem, answer, explanation, topics, sample: as in the bank.
        question: for marking.
        options: in the order of the form.
        prompts: of a match.
        asks: of a case, its questions, each with its points of answer.
        basis: 《生态环境法典》第1095条 …
    """

    number: int
    section: int
    id: str
    stem: str
    answer: str
    explanation: str
    topics: tuple[str, ...]
    sample: bool
    question: Question
    options: tuple[KeyOption, ...]
    prompts: tuple[str, ...]
    asks: tuple[tuple[str, tuple[str, ...]], ...]
    basis: tuple[str, ...]

    @property
    def type(self) -> str:
        """Its type."""
        return self.question.type

    @property
    def points(self) -> Decimal:
        """Points for a full answer."""
        return rounded(self.question.points)

    @property
    def ranks(self) -> tuple[int, ...]:
        """For each option its rank by text, the same in every form, whatever the order in which the form shows them."""
        ordered = sorted(option.text for option in self.options)
        return tuple(ordered.index(option.text) for option in self.options)


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
    try:
        return _key(data)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError) as error:
        raise NoKey(f"答案文件不合格式（{type(error).__name__}：{str(error)[:80]}）") from error


def _key(data: Mapping[str, Any]) -> Key:
    plan = data["blueprint"]
    if plan["marking"] not in get_args(Rule):
        raise ValueError(plan["marking"])
    items = tuple(_item(entry) for entry in data["items"])
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


def _item(entry: Mapping[str, Any]) -> KeyItem:
    response = entry.get("response") or {}
    options = tuple(KeyOption(str(o["text"]), o["correct"] is True, str(o["why"])) for o in entry["options"])
    steps = response.get("steps", ())
    return KeyItem(
        number=int(entry["number"]),
        section=int(entry["section"]),
        id=str(entry["id"]),
        stem=str(entry["stem"]),
        answer=str(entry["answer"]),
        explanation=str(entry["explanation"]),
        topics=tuple(map(str, entry["topics"])),
        sample=bool(entry["sample"]),
        question=_question(entry, response, options),
        options=options,
        prompts=tuple(map(str, response.get("prompts", ()))),
        asks=tuple((str(step["ask"]), tuple(str(point["text"]) for point in step["points"])) for step in steps),
        basis=tuple(map(_cited, entry["basis"])),
    )


def _question(entry: Mapping[str, Any], response: Mapping[str, Any], options: tuple[KeyOption, ...]) -> Question:
    """What marking needs; a key that no answer could meet is refused."""
    points, sequence = _fraction(entry["points"]), tuple(map(int, response.get("sequence", ())))
    right = tuple(place for place, option in enumerate(options) if option.correct)
    blanks = tuple(Blank(tuple(map(str, blank["accepted"]))) for blank in response.get("blanks", ()))
    kind = entry["type"]
    needed: dict[str, object] = {"match": sequence, "order": sequence, "blank": blanks, "calc": blanks, "case": True}
    if kind not in get_args(ItemType) or not needed.get(kind, right):
        raise ValueError(f"{kind}: {entry['number']}")
    if points <= 0 or any(not 0 <= place < len(options) for place in sequence):
        raise ValueError(f"{points}: {entry['number']}")
    asks_places = kind in {"match", "order"}
    return Question(kind, points, len(options), () if asks_places else right, sequence, blanks)


def _fraction(number: Any) -> Fraction:
    return Fraction(str(number))


def _cited(entry: Mapping[str, Any]) -> str:
    return _citation(*(entry[name] for name in ("title", "regulation", "article", "suffix", "paragraph", "item")))


@cache
def _citation(title: str, regulation: str, article: int, suffix: int, paragraph: int | None, item: int | None) -> str:
    basis = BasisValue(regulation=regulation, article=article, suffix=suffix, paragraph=paragraph, item=item)
    return f"《{str(title).removeprefix('中华人民共和国')}》{basis.locus}"
