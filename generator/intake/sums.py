"""The sums and periods of a question, held against the articles that are cited for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.document import says_sum
from generator.auditing.known import part_of
from generator.auditing.strange import strange_periods
from generator.importing.questions.base import Brought
from generator.kinds import BasisValue
from generator.legal.money import Multiple, Range, Rate
from generator.legal.numerals import NUMBER
from generator.legal.periods import find_periods
from generator.legal.sums import find_fines
from generator.library import Library

_SPAN = rf"(?:{NUMBER})\s*(?:个?(?:月|季度|工作日|小时|星期|周)|年|天|日)"
#: What happened, and no rule: 过了一个月, 停了一年, 五年以后才开工, 扩大一倍.
_FACTS = re.compile(
    rf"(?<=[^为除])了(?:近|约|将近|整整|快)?{_SPAN}(?:多)?|{_SPAN}(?:以后|之后|后|多)?才"
    rf"|(?:扩大|增加|增长|增大|加大|翻|高出|超出)了?(?:近|约|将近)?(?:{NUMBER})\s*倍(?!\s*(?:以[上下]|的?罚款))"
)


@dataclass(frozen=True)
class Law:
    """What the cited articles say.

    Attributes:
        parts: the texts.
        whole: whether each is the official text, so that a period can be missed in it; records hold sums only.
    """

    parts: tuple[Text, ...]
    whole: bool

    @classmethod
    def of(cls, library: Library, bases: Sequence[BasisValue]) -> "Law":
        """Of the articles that are known; the others are left out."""
        found = [(basis, part_of(library, basis)) for basis in bases]
        texts = tuple(text for _, text in found if text is not None)
        whole = all(library.official(basis.regulation, basis.key) is not None for basis, _ in found)
        return cls(texts, bool(texts) and whole and len(texts) == len(found))

    def strange(self, text: str) -> list[str]:
        """Sums and periods of a text that stand in none of the articles; nothing where no article is known."""
        if not self.parts:
            return []
        text = _FACTS.sub("", text)
        sums = [
            text[found.start : found.end]
            for found in find_fines(text)
            if not any(says_sum(part, found) for part in self.parts)
        ]
        return sums or (self._strange_periods(text) if self.whole else [])

    def _strange_periods(self, text: str) -> list[str]:
        articles = [OfficialArticle("", 1, 0, (), part.text) for part in self.parts]
        return [f"“{period}”" for period in strange_periods(text, articles)]


def figured(text: str) -> bool:
    """Whether a text has a sum, a rate or a period."""
    text = _FACTS.sub("", text)
    return bool(find_fines(text) or find_periods(text))


def ruled(text: str) -> bool:
    """Whether a text has a span, a rate or a multiple, which only an article can set."""
    values = [found.value for found in find_fines(_FACTS.sub("", text))]
    return any(
        isinstance(value, Rate | Multiple) or (isinstance(value, Range) and value.min != value.max) for value in values
    )


def keys(question: Brought) -> list[str]:
    """What a question says is so: its right options, a true statement, the first writing of each blank."""
    if question.truth is not None:
        return [question.stem] if question.truth else []
    if question.blanks:
        return [blank[0] for blank in question.blanks]
    return [question.options[place] for place in question.right]


def standing(question: Brought, law: Law) -> tuple[int, ...]:
    """Places of the options whose figures all stand in the law."""
    places = range(len(question.options))
    return tuple(
        at for at in places if figured(question.options[at]) and law.parts and not law.strange(question.options[at])
    )


def sole(question: Brought, law: Law) -> str:
    """The letter of the one option whose figures stand in the law; empty where there is not one, or more may be right."""
    fits = standing(question, law)
    return question.labels[fits[0]] if len(fits) == 1 and question.sole else ""


def values(text: str) -> set[object]:
    """The sums, shares and multiples of a text."""
    return {found.value for found in find_fines(_FACTS.sub("", text))}


def equal(question: Brought, text: str) -> tuple[int, ...]:
    """Places of the options that name a sum which the text names."""
    return tuple(at for at, option in enumerate(question.options) if values(option) & values(text))
