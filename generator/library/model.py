"""The Library: every record, linked both ways and resolved at a date.  It never changes once built."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar, cast

from generator.kinds import BasisValue, Record
from generator.kinds._site import Site
from generator.kinds.article import Article
from generator.kinds.concordance import Concordance
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.kinds.regulation import Regulation
from generator.kinds.topic import Topic
from generator.kinds.unit import Unit
from generator.legal.days import day_written
from generator.library.links import Citing, Reference, citations, references
from generator.library.packs._base import Taken
from generator.library.timeline import Status, status_on, version_on
from generator.problems import Place
from generator.texts import TextArticle, TextOfLaw, edition_on

R = TypeVar("R", bound=Record)
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class PenaltyOf:
    """A penalty together with the conduct it stands in.

    Attributes:
        conduct, penalty: the records.
        index: position in ``conduct.penalties``, from 0.
    """

    conduct: Conduct
    penalty: Penalty
    index: int

    @property
    def id(self) -> str:
        """Id in the whole library: ``eia-unapproved-construction/report``."""
        return f"{self.conduct.id}/{self.penalty.id}"

    @property
    def at(self) -> Place:
        """Where the penalty is written."""
        return self.conduct.place("penalties", self.index)


@dataclass(frozen=True)
class Library:
    """All records of a project at a date.

    Attributes:
        as_of: the day for which "in force" is meant.
        site: the publisher's own facts.
        records: kind's name → its records, in order of file and line.
        editions: id of a regulation → its official texts that are at hand, those of earlier days first.
        packs: what the project took from content packs.

    Everything below is derived from these and computed once, when first asked for.
    """

    as_of: datetime.date
    site: Site = field(default_factory=Site)
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=lambda: MappingProxyType({}))
    editions: Mapping[str, tuple[TextOfLaw, ...]] = field(default_factory=lambda: MappingProxyType({}))
    packs: tuple[Taken, ...] = ()

    # -- records ---------------------------------------------------------------------------------------------------

    def all(self, kind: str) -> tuple[Record, ...]:
        """Every record of ``kind``; none where the project holds none."""
        return self.records.get(kind, ())

    def of(self, kind: str, model: type[R]) -> tuple[R, ...]:
        """Every record of ``kind``, typed as ``model``."""
        return cast("tuple[R, ...]", self.all(kind))

    def get(self, kind: str, id: str) -> Record | None:
        """The record of ``kind`` with ``id``, or None."""
        return self._by_id.get((kind, id))

    @property
    def regulations(self) -> tuple[Regulation, ...]:
        """All regulations."""
        return self.of("regulation", Regulation)

    @property
    def conducts(self) -> tuple[Conduct, ...]:
        """All conduct."""
        return self.of("conduct", Conduct)

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units."""
        return self.of("unit", Unit)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, in their own order."""
        return tuple(sorted(self.of("topic", Topic), key=lambda topic: (topic.order, topic.id)))

    @cached_property
    def general_topics(self) -> frozenset[str]:
        """Ids of topics whose law every body applies in its own field."""
        return frozenset(topic.id for topic in self.topics if topic.general)

    @cached_property
    def penalties(self) -> tuple[PenaltyOf, ...]:
        """Every penalty that an authority imposes, with its conduct, in order of conduct."""
        return tuple(entry for entry in self.consequences if entry.penalty.authority)

    @cached_property
    def consequences(self) -> tuple[PenaltyOf, ...]:
        """As ``penalties``, with what those harmed may ask for."""
        return tuple(PenaltyOf(c, p, i) for c in self.conducts for i, p in enumerate(c.penalties))

    def penalties_of(self, conduct: str) -> tuple[PenaltyOf, ...]:
        """The penalties of a conduct, as it lists them; none where there is no such conduct."""
        return self._penalties_by_conduct.get(conduct, ())

    def penalties_under(self, regulation: str, key: str) -> tuple[PenaltyOf, ...]:
        """The penalties that rest on an article, in order of conduct; ``key`` as in ``Basis.key``."""
        return self._penalties_by_article.get((regulation, key), ())

    # -- articles --------------------------------------------------------------------------------------------------

    def regulation(self, id: str) -> Regulation:
        """The regulation with ``id``.  Raises KeyError where there is none."""
        record = self._by_id["regulation", id]
        assert isinstance(record, Regulation)
        return record

    def article(self, basis: BasisValue) -> Article | None:
        """The record of the article that ``basis`` cites, where the library holds one."""
        return cast("Article | None", self.get("article", f"{basis.regulation}/{basis.key}"))

    @cached_property
    def texts(self) -> Mapping[str, TextOfLaw]:
        """Id of a regulation → its official text on the library's day, where one is at hand."""
        return {id: edition_on(editions, self.as_of) for id, editions in self.editions.items()}

    def official(self, regulation: str, key: str) -> TextArticle | None:
        """The official text of an article, where one is at hand."""
        text = self.texts.get(regulation)
        return text.by_key.get(key) if text else None

    def provision(self, regulation: str, what: str) -> BasisValue | None:
        """The article of a regulation that settles ``what`` (a field of ``Provides``); None where it says none."""
        record = self.get("regulation", regulation)
        said = getattr(record.provides, what) if isinstance(record, Regulation) else None
        return BasisValue(regulation=regulation, **said.model_dump()) if said else None

    def provisions(self, what: str) -> tuple[BasisValue, ...]:
        """The articles of all regulations that settle ``what``, in library order, in force or not."""
        found = (self.provision(regulation.id, what) for regulation in self.regulations)
        return tuple(basis for basis in found if basis)

    def articles_of(self, regulation: str) -> tuple[Article, ...]:
        """The articles held of a regulation, in order of number."""
        return self._articles.get(regulation, ())

    def cite(self, basis: BasisValue) -> str:
        """The citation as people read it: 生态环境法典 第1095条第1款."""
        return f"{self.name_of(basis)} {basis.locus}"

    def name_of(self, basis: BasisValue) -> str:
        """The name of the regulation cited, with the day of its text where an earlier one is meant."""
        name, day = self.regulation(basis.regulation).name, basis.version
        return f"{name}（{day_written(day)}施行的文本）" if day else name

    # -- links -----------------------------------------------------------------------------------------------------

    def cited_by(self, regulation: str, key: str) -> tuple[Citing, ...]:
        """Who cites an article (or a part of it): ``key`` as in ``Basis.key``."""
        return self._citing.get((regulation, key), ())

    def citing(self, regulation: str) -> tuple[Citing, ...]:
        """Who cites any article of a regulation, in order of kind and record."""
        return self._citing_regulation.get(regulation, ())

    def referring(self, kind: str, id: str) -> tuple[Reference, ...]:
        """Which fields of other records name this record."""
        return self._referring.get((kind, id), ())

    def citations(self) -> Iterator[Citing]:
        """Every citation in the library."""
        for kind, records in self.records.items():
            for record in records:
                yield from citations(kind, record)

    # -- time ------------------------------------------------------------------------------------------------------

    def status(self, regulation: str, on: datetime.date | None = None) -> Status:
        """How a regulation stands on a day, by default the library's own."""
        return status_on(self.regulation(regulation), on or self.as_of)

    def standing(self, basis: BasisValue, on: datetime.date | None = None) -> Status:
        """How the text cited stands on a day: that of its regulation, or of the earlier version that the citation names."""
        regulation, day = self.regulation(basis.regulation), on or self.as_of
        return version_on(regulation, basis.version, day) if basis.version else status_on(regulation, day)

    def in_force(self, basis: BasisValue, on: datetime.date | None = None) -> bool:
        """Whether the text cited is in force on a day."""
        return self.standing(basis, on).state == "in_force"

    def concordances(self, basis: BasisValue) -> tuple[Concordance, ...]:
        """Rows of the concordance that name the article of ``basis``, on either side."""
        return self.concordances_of(basis.regulation, basis.key)

    def concordances_of(self, regulation: str, key: str) -> tuple[Concordance, ...]:
        """As ``concordances``; ``key`` as in ``Basis.key``."""
        return self._concordances.get((regulation, key), ())

    def successors(self, basis: BasisValue) -> tuple[BasisValue, ...]:
        """Where the matter of a repealed article stands now, as far as the concordance says."""
        rows = [row for row in self.concordances(basis) if row.old and row.old.whole == basis.whole]
        return tuple(dict.fromkeys(new for row in rows for new in row.new))

    # -- powers ----------------------------------------------------------------------------------------------------

    @cached_property
    def authorities(self) -> tuple[str, ...]:
        """Names of all authorities that some penalty gives power to, sorted."""
        return tuple(sorted({name for entry in self.penalties for name in entry.penalty.authority}))

    def authorities_under(self, basis: BasisValue) -> frozenset[str]:
        """Authorities that hold a power under the article of ``basis``."""
        return self._powers.get((basis.regulation, basis.key), frozenset())

    # -- indices ---------------------------------------------------------------------------------------------------

    @cached_property
    def _by_id(self) -> dict[tuple[str, str], Record]:
        return {(kind, record.id): record for kind, records in self.records.items() for record in records}

    @cached_property
    def _articles(self) -> dict[str, tuple[Article, ...]]:
        ordered = sorted(self.of("article", Article), key=lambda a: (a.number, a.suffix))
        return _grouped((article.regulation, article) for article in ordered)

    @cached_property
    def _citing(self) -> dict[tuple[str, str], tuple[Citing, ...]]:
        return _grouped(((citing.basis.regulation, citing.basis.key), citing) for citing in self.citations())

    @cached_property
    def _citing_regulation(self) -> dict[str, tuple[Citing, ...]]:
        return _grouped((citing.basis.regulation, citing) for citing in self.citations())

    @cached_property
    def _referring(self) -> dict[tuple[str, str], tuple[Reference, ...]]:
        every = ((kind, record) for kind, records in self.records.items() for record in records)
        return _grouped(((named.kind, named.id), named) for kind, one in every for named in references(kind, one))

    @cached_property
    def _concordances(self) -> dict[tuple[str, str], tuple[Concordance, ...]]:
        rows = self.of("concordance", Concordance)
        sides = ((row, [*([row.old] if row.old else []), *row.new]) for row in rows)
        return _grouped((key, row) for row, side in sides for key in dict.fromkeys((b.regulation, b.key) for b in side))

    @cached_property
    def _penalties_by_conduct(self) -> dict[str, tuple[PenaltyOf, ...]]:
        return _grouped((entry.conduct.id, entry) for entry in self.penalties)

    @cached_property
    def _penalties_by_article(self) -> dict[tuple[str, str], tuple[PenaltyOf, ...]]:
        cited = ((entry, entry.penalty.basis) for entry in self.penalties)
        return _grouped(((basis.regulation, basis.key), entry) for entry, basis in cited)

    @cached_property
    def _powers(self) -> dict[tuple[str, str], frozenset[str]]:
        found: dict[tuple[str, str], set[str]] = {}
        for entry in self.penalties:
            basis = entry.penalty.basis
            found.setdefault((basis.regulation, basis.key), set()).update(entry.penalty.authority)
        return {key: frozenset(names) for key, names in found.items()}


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Values by key, in the order they come."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
