"""The title of a row of old and new says what the old provision is about, not what stands in the new one's place.

Held by pairs of characters: most of those in the title stand in the old article, and of several rows for parts of one
article, each title fits its own part best.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import article_of, part_of
from generator.auditing.official import Official
from generator.kinds.concordance import Concordance
from generator.library import Library
from generator.problems import Problem

#: The share of a title's pairs that stands in its article: true titles have it, nineteen of twenty taken at random have not.
LEAST = 0.35
_BREAKS = re.compile(r"[^\u4e00-\u9fff]|[和及与的]")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E618 for a title that does not fit its old article, or fits another part of it better."""
    parts: dict[tuple[str, str], dict[str, str]] = {}
    rows = [row for row in library.of("concordance", Concordance) if row.old and row.title]
    for row in rows:
        if row.old and row.old != row.old.whole and (part := part_of(library, official, row, row.old)):
            parts.setdefault((row.old.regulation, row.old.key), {})[row.old.locus] = part.text.split("\n")[-1]
    for row in rows:
        article = article_of(library, official, row, row.old) if row.old else None
        if row.old is None or row.title is None or article is None:
            continue
        at, cited = row.place("title"), library.cite(row.old)
        if _share(row.title, article.text) < LEAST:
            yield Problem(
                at, "E618", f"标题“{row.title}”的字眼在{cited}里大多没有", "标题写旧条文说的事，不写新条文的。"
            )
            continue
        own, other = _best(row.title, row.old.locus, parts.get((row.old.regulation, row.old.key), {}))
        if other:
            yield Problem(at, "E618", f"标题“{row.title}”更像{other}，不像{own}", "核对这一行引的是哪一款、哪一项。")


def _best(title: str, locus: str, parts: dict[str, str]) -> tuple[str, str]:
    """The part cited, and one that the title fits better; empty where none does."""
    shares = {place: _share(title, text) for place, text in parts.items()}
    better = [place for place, share in shares.items() if share > shares.get(locus, 1)]
    return locus, max(better, key=lambda place: shares[place], default="")


def _share(title: str, text: str) -> float:
    """The share of the title's pairs of characters that stands in the text."""
    runs = _BREAKS.split(title)
    pairs = {run[start : start + 2] for run in runs for start in range(len(run) - 1)}
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 1.0


CHECK = Check("old_titles", "新旧对照的标题说的是旧条文", ("E618",), run)
