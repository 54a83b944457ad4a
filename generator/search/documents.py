"""What can be found: one Document per result a reader may be sent to.

The index knows no kinds and no pages; whoever builds it says what each document is called, what stands in it, and by
which values it can be filtered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

#: The filters a document may carry, in the order they stand in the index.
FILTERS = ("kind", "topic", "rank", "status", "audience", "sample")


@dataclass(frozen=True, slots=True)
class Document:
    """One thing that a search can find.

    Attributes:
        url: relative to the site's root, with its anchor, and unique: ``regulations/sthjfd/#a1095``.
        title: what the result is called.  Names of its regulation and article numbers in it are not searched as title.
        kind: a stable name (``article``, ``conduct``); what readers see is the site's business.
        regulation: full title of the regulation it belongs to, or ''.
        article: ``第1095条`` or ``第120条之一``, or ''.
        heading: a few words on what it is about, in the site's own words, or ''.
        aliases: what people call it (未批先建).  A query that holds one of them goes there first.
        digest: a sentence or two, shown as excerpt before the text.
        text: everything else that should be found, in sentences: excerpts show it.
        words: searched like the text and never shown.
        filters: filter name (one of FILTERS) to values.
        fine: what it can cost, and where that lies on the scale of fines: words, and the left edge and the width in per cent (nought where
            no sum is set); None where it costs nothing.
        next: addresses of the documents that took its place, found right behind it.
        boost: factor on the weight of every word, 0.25 to 1.25; above 1 for what people mostly ask for.
    """

    url: str
    title: str
    kind: str
    regulation: str = ""
    article: str = ""
    heading: str = ""
    aliases: tuple[str, ...] = ()
    digest: str = ""
    text: str = ""
    words: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fine: tuple[str, float, float] | None = None
    next: tuple[str, ...] = ()
    boost: float = 1.0
