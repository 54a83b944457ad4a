"""The word that a text lets be done, demands or forbids is one that the article does not have otherwise."""

from collections.abc import Iterator

from generator.auditing.adjacent import turned_words
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.auditing.told_texts import all_texts
from generator.library import Library


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E628 for each word that the articles have right after another of 可以, 应当, 不得 and never after this one."""
    for own in all_texts(library, official):
        for what in dict.fromkeys(turned_words(own.text, own.law)):
            yield doubt(own.record, f"用词 {own.place} {what}", own.at, "E628", "：可能同条文相反")


CHECK = Check("modal_words", "可以、应当、不得后面的词，条文也这样说", ("E628",), run)
