"""What other records say in their own words: no number that the articles they cite do not hold, no run copied from them."""

from collections.abc import Iterator
from typing import Any

from generator.auditing.checks._base import Check
from generator.auditing.figures import strange_numbers
from generator.auditing.lookup import texts_of
from generator.auditing.official import Official
from generator.auditing.wording import LONGEST_RUN, longest_shared_run
from generator.kinds import Record
from generator.library import Library
from generator.library.links import citations
from generator.problems import Problem

#: Kind → fields in own words.  Where a kind holds words of the law by intent (conditions, measures), they are not here.
FIELDS: dict[str, tuple[str, ...]] = {
    "conduct": ("title", "do"),
    "concordance": ("summary",),
    "term": ("definition",),
    "responsibility": ("duty",),
    "obligation": ("title", "trigger", "record"),
    "power-item": ("duties", "accountability"),
}


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E608 for a number, E609 for a copied run."""
    for kind, fields in FIELDS.items():
        for record in library.all(kind):
            articles = texts_of(library, official, record, (citing.basis for citing in citations(kind, record)))
            if not articles:
                continue
            for path, text in _texts(record, fields):
                if numbers := strange_numbers(text, articles):
                    message = f"“{text[:20]}…”写了 {'、'.join(numbers)}，所引条文里没有"
                    yield Problem(record.place(*path), "E608", message, "核对数字，或补上写有这个数字的条文作依据。")
                for article in articles:
                    if shared := longest_shared_run(text, article.text, LONGEST_RUN):
                        message = f"同{article.locus}连续 {len(shared)} 字相同：“{shared}”"
                        yield Problem(record.place(*path), "E609", message, "用自己的话改写。")
                        break


def _texts(record: Record, fields: tuple[str, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for field in fields:
        value: Any = getattr(record, field)
        if isinstance(value, tuple):
            yield from (((field, index), text) for index, text in enumerate(value))
        elif value:
            yield (field,), value


CHECK = Check("own-words", "自己的话里的数字在所引条文中，不照抄条文", ("E608", "E609"), run)
