"""The words that turn a sentence round are those of the article: 不得, 可以, 应当, 未, 除外, and whose level of government acts."""

from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.auditing.turning_words import found
from generator.library import Library

#: Kinds that tell what to do, or what changed, rather than the rule.
_ADVICE = frozenset({"conduct", "power-item", "concordance", "guide"})


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E628 for each text in own words whose turning words are not those of the article."""
    for own in own_texts(library, official):
        for what in found(own.text, own.law, own.heading, own.whole, turned=own.kind not in _ADVICE):
            yield doubt(own.record, f"用词 {own.place} {what}", own.at, "E628", "：与条文不一致，可能改变了意思")


CHECK = Check("key_words", "不得、可以、除外、未、级别等词与条文一致", ("E628",), run)
