"""What other records say in their own words: no number that the articles they cite do not hold, no run copied from them.

An article of a cited regulation (另见第1103条) and the days of its versions may be mentioned.
"""

from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import article_of, day_of, texts_of
from generator.auditing.official import Official
from generator.auditing.stands import LONGEST_RUN, longest_shared_run
from generator.auditing.strange import strange_numbers, without_references
from generator.kinds import BasisValue, Record, kinds
from generator.kinds._kind import Audit
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import values
from generator.problems import Problem


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E608 for a number, E609 for a copied run."""
    for kind in kinds():
        fields = kind.audited.own_words if isinstance(kind.audited, Audit) else ()
        for record in library.all(kind.name) if fields else ():
            bases = [citing.basis for citing in citations(kind.name, record)]
            articles = texts_of(library, official, record, bases)
            if not articles:
                continue
            # A number may stand in an article that the copy lacks, which the check of citations tells (E601, E602).
            whole = all(article_of(library, official, record, basis) for basis in bases)
            numbers, days = _mentionable(library, official, record, bases)
            for path, text in (found for field in fields for found in values(library, record, field)):
                strange = strange_numbers(without_references(text, numbers, days), articles) if whole else []
                if strange:
                    message = f"“{text[:20]}…”写了 {'、'.join(strange)}，所引条文里没有"
                    yield Problem(record.place(*path), "E608", message, "核对数字，或补上写有这个数字的条文作依据。")
                phrases = library.site.set_phrases
                shared = max((longest_shared_run(text, one.text, LONGEST_RUN, phrases) for one in articles), key=len)
                if shared:
                    message = f"同所引条文连续 {len(shared)} 字相同：“{shared}”"
                    yield Problem(record.place(*path), "E609", message, "用自己的话改写。")


def _mentionable(
    library: Library, official: Official, record: Record, bases: list[BasisValue]
) -> tuple[set[int], set[str]]:
    """Numbers of articles, and days, that a text may mention: those of the regulations that the record cites."""
    numbers: set[int] = set()
    days: set[str] = set()
    for id in {basis.regulation for basis in bases}:
        regulation = library.regulation(id)
        edition = official.edition(regulation, day_of(library, record))
        numbers |= edition.numbers if edition else set()
        days.update(str(day) for version in regulation.versions for day in version.days)
    return numbers, days


CHECK = Check("own-words", "自己的话里的数字在所引条文中，不照抄条文", ("E608", "E609"), run)
