"""Texts in own words name no body that their articles don't: neither digests, duties and guides nor explanations and answers."""

from collections.abc import Iterator

from generator.auditing.bodies import strangers
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.auditing.told_texts import told_texts
from generator.library import Library

#: Kinds whose texts tell more than the articles cited for them: what other law said, or how to go about it.
_BEYOND = frozenset({"concordance", "conduct", "exemption"})


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E607 for each body named that no article cited for the text names."""
    for own in (*own_texts(library, official), *told_texts(library, official)):
        if own.kind not in _BEYOND:
            for matter in strangers(own.text, own.law):
                yield doubt(own.record, f"机关 {own.place} {matter}", own.at, "E607", "：所引条文没有写这样的机关")


CHECK = Check("bodies", "自己的话里写的机关在所引条文中", ("E607",), run)
