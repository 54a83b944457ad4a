"""The cited paragraph is the one that is about it: a neighbour in the same article, more like what is said, is asked about.

An article gives a duty to the whole country's body in one paragraph and to the county's in the next, or asks a firm for something
in one and lets a body check it in another; the article, its number and its law fit all the same.
"""

from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.likeness import bigrams
from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.auditing.statements import statement
from generator.library import Library
from generator.library.links import citations

#: Kind and role whose statements are near enough to the law's words for its paragraphs to be told apart.
_ROLES = (("responsibility", "basis"), ("obligation", "basis"))
#: By how many pairs of letters, and by which share of its own, another paragraph must be more like.
_MORE, _SHARE = 3, 0.4


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E625 for each citation of a paragraph beside which another of the article is clearly more like the statement."""
    for kind, role in _ROLES:
        for record in library.all(kind):
            for citing in citations(kind, record):
                basis = citing.basis
                if citing.role != role or basis.paragraph is None:
                    continue
                cited = {one.basis.paragraph for one in citations(kind, record) if one.basis.whole == basis.whole}
                article = article_of(library, official, record, basis.whole)
                if article is None or not 0 < basis.paragraph <= len(article.paragraphs):
                    continue
                told = frozenset(bigrams(statement(library, citing)))
                like = [len(told & frozenset(bigrams(one.text))) for one in article.paragraphs]
                own, best = like[basis.paragraph - 1], max(like)
                number = like.index(best) + 1
                if number not in cited and best >= own + max(_MORE, _SHARE * own):
                    what = f"款 {library.cite(basis)}"
                    yield doubt(record, what, citing.at, "E625", f"：第{number}款更像这里说的事")


CHECK = Check("paragraphs", "所引的款讲的是这件事", ("E625",), run)
