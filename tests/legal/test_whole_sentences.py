"""Sentences with every sum and period in them: ``sentences.txt``, where ⟦…|…⟧ says what stands there and what it is.

``python -m tests.legal.test_whole_sentences`` marks what is read now; the diff is to be looked at.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.legal.money import Deemed, Sum, Threshold, format_amount, format_yuan
from generator.legal.periods import find_periods, format_period
from generator.legal.sums import find_fines

WRITTEN = Path(__file__).with_name("sentences.txt")
_MARKED = re.compile(r"⟦(.*?)\|.*?⟧")


def worth(value: Sum) -> str:
    """What a sum is, in words."""
    if isinstance(value, Threshold):
        return f"条件：{value.relation}{format_yuan(value.amount)}"
    if isinstance(value, Deemed):
        return f"不足{format_yuan(value.below)}的算{format_yuan(value.amount)}"
    return format_amount(value)


def sums(text: str) -> list[tuple[int, int, str]]:
    """Start, end and meaning of each sum, rate and multiple, with the base that it is taken of."""
    return [
        (one.start, one.end, worth(one.value) + (f"，按{one.base}" if one.base else "")) for one in find_fines(text)
    ]


def periods(text: str) -> list[tuple[int, int, str]]:
    """Start, end and meaning of each period: the shortest and the longest that is allowed."""
    return [
        (one.start, one.end, "～".join("" if end is None else format_period(end) for end in (one.min, one.max)))
        for one in find_periods(text)
    ]


READ: dict[str, Callable[[str], list[tuple[int, int, str]]]] = {"数额": sums, "期限": periods}


def marked(kind: str, text: str) -> str:
    """The sentence with what is read of it put in marks."""
    for start, end, meaning in reversed(READ[kind](text)):
        text = f"{text[:start]}⟦{text[start:end]}|{meaning}⟧{text[end:]}"
    return text


def sentences() -> list[tuple[str, str]]:
    """What each sentence is read for, and the sentence as it is written with its marks."""
    found, kind = [], ""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            found.append((kind, line))
    return found


@pytest.mark.parametrize(("kind", "line"), sentences())
def test_every_sum_and_period_is_read_and_nothing_else(kind: str, line: str) -> None:
    assert marked(kind, _MARKED.sub(r"\1", line)) == line


if __name__ == "__main__":
    text = WRITTEN.read_text(encoding="utf-8")
    for kind, line in sentences():
        text = text.replace(line, marked(kind, _MARKED.sub(r"\1", line)), 1)
    WRITTEN.write_text(text, encoding="utf-8")
