"""What needs approval by the article is told with it, wherever the text tells what is done and not only what it is called or was."""

from collections.abc import Iterator
from itertools import chain

from generator.auditing.approved import no_approval, unapproved
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.auditing.told_texts import told_texts
from generator.library import Library

#: Names and what changed: they tell of a consequence without all that it needs.
_NAMES = frozenset({("conduct", "title"), ("concordance", "summary"), ("power-item", "title")})


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E621 for each deed that is told without the approval that it needs."""
    for own in chain(own_texts(library, official), told_texts(library, official)):
        if (own.kind, own.path[0]) in _NAMES:
            continue
        every = no_approval(own.text, own.law) if own.whole else ()
        for what in dict.fromkeys((*unapproved(own.text, own.law), *every)):
            yield doubt(own.record, f"批准 {own.place} {what}", own.at, "E621", "：条文要先经批准，这里没有写")


CHECK = Check("unapproved", "自己的话里须经批准的事，写明要批准", ("E621",), run)
