"""Penal articles as conducts rest on them: what a conduct takes from each, and who else rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.auditing.article import OfficialArticle
from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.auditing.reaching import pieces
from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.library import Library, PenaltyOf
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Punishing:
    """An official article that penalties of one conduct rest on.

    Attributes:
        conduct, basis, article: the conduct, the whole article it cites, and that article's text.
        penalties: those of the conduct that rest on it, one at least.
        others: penalties of other conducts under it.
    """

    conduct: Conduct
    basis: BasisValue
    article: OfficialArticle
    penalties: tuple[Penalty, ...]
    others: tuple[PenaltyOf, ...]

    @property
    def cited(self) -> list[BasisValue]:
        """The places of the article that the penalties cite."""
        return [one.basis for one in self.penalties]

    @property
    def text(self) -> str:
        """What those places say."""
        return pieces(self.article, self.cited)

    @property
    def at(self) -> Place:
        """Where the first of the penalties is written."""
        return self.conduct.place("penalties", self.conduct.penalties.index(self.penalties[0]))


def punishing(library: Library, official: Official) -> Iterator[Punishing]:
    """Every article of the official texts that a conduct is punished under, conduct by conduct."""
    for conduct in library.conducts:
        found: dict[BasisValue, list[Penalty]] = {}
        for penalty in conduct.penalties:
            found.setdefault(penalty.basis.whole, []).append(penalty)
        for basis, penalties in found.items():
            article = article_of(library, official, conduct, basis)
            if article is not None:
                under = library.penalties_under(basis.regulation, basis.key)
                others = tuple(entry for entry in under if entry.conduct.id != conduct.id)
                yield Punishing(conduct, basis, article, tuple(penalties), others)
