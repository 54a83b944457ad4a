"""The glossary: a table to search and narrow, and its words by their first sound."""

from collections.abc import Mapping

from generator.kinds.term import Term
from generator.reading import pinyin
from generator.site.context import Context
from generator.site.listing import Listing, one_page

_OTHER = "其他"


def _index(context: Context) -> Mapping[str, object]:
    """``letters``: letter → terms whose name begins with its sound, both in order of sound; what has no sound comes last."""
    spoken = {term.id: pinyin.syllables(term.title) for term in context.library.of("term", Term)}
    ordered = sorted(context.library.of("term", Term), key=lambda term: ([s.lower() for s in spoken[term.id]], term.id))
    letters: dict[str, list[Term]] = {}
    for term in ordered:
        first = spoken[term.id][0][:1].upper()
        letters.setdefault(first if first.isascii() and first.isalpha() else _OTHER, []).append(term)
    order = sorted(letters, key=lambda letter: (letter == _OTHER, letter))
    return {"letters": {letter: letters[letter] for letter in order}}


PAGE = one_page(
    Listing(
        kind="term",
        path="glossary",
        title="术语",
        section="法规",
        description="法律常用词语的通俗解释和依据",
        template="glossary.html",
        whole=_index,
    )
)
