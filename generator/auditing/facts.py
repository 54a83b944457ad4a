"""Facts drawn for a person to read beside the official text: what no check can tell is whether the words mean the same."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.kinds import BasisValue, Kind, Record, kinds
from generator.kinds._kind import Audit
from generator.kinds.article import Article
from generator.kinds.benchmark import Benchmark
from generator.kinds.concordance import RELATIONS, Concordance
from generator.kinds.exemption import EFFECTS, Exemption
from generator.kinds.penalty import ORDINARY, Fine, Tier
from generator.kinds.procedure import Procedure
from generator.kinds.responsibility import Responsibility
from generator.legal.money import format_yuan
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import text_of
from generator.library.wording import consequences, fine_text, unnamed_text
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of a record, with what it rests on.

    Attributes:
        id: stable name of the fact, which decides the draw.
        at: where it is written.
        says: the statement, as a reader of the site would understand it.
        official: pairs of citation and official text; the text is empty where the copy lacks it.
    """

    id: str
    at: Place
    says: str
    official: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        texts = "\n".join(f"    【{cited}】{text or '（官方文本中没有）'}" for cited, text in self.official)
        return f"{self.at}: {self.says}\n{texts}"


def sample_facts(library: Library, official: Official, n: int, seed: int) -> list[Fact]:
    """Draw facts to read.

    Args:
        library: the project's records.
        official: texts as read by ``read_official``.
        n: how many; all where there are fewer.
        seed: another seed draws others; the same seed draws the same, and a new record disturbs the draw little.

    Returns:
        Facts in order of file and line.
    """
    found = sorted(facts(library, official), key=lambda fact: hashlib.sha256(f"{seed}/{fact.id}".encode()).digest())
    return sorted(found[: max(n, 0)], key=lambda fact: (fact.at, fact.id))


def facts(library: Library, official: Official) -> Iterator[Fact]:
    """Every fact that rests on an article."""
    for record, path, says, bases in _statements(library):
        if bases:
            texts = tuple((library.cite(basis), _text(library, official, record, basis)) for basis in bases)
            name = "/".join(str(step) for step in path)
            yield Fact(f"{record.id}/{name}", record.place(*path), says, texts)


Statement = tuple[Record, tuple[str | int, ...], str, tuple[BasisValue, ...]]


def _statements(library: Library) -> Iterator[Statement]:
    for kind in kinds():
        if isinstance(kind.audited, Audit):
            yield from _PARTS[kind.name](library) if kind.name in _PARTS else _whole(library, kind, kind.audited)


def _whole(library: Library, kind: Kind, audit: Audit) -> Iterator[Statement]:
    """One statement for each record, as its kind tells it."""
    for record in library.all(kind.name):
        bases = tuple(dict.fromkeys(citing.basis for citing in citations(kind.name, record)))
        yield record, (), text_of(library, record, audit.says), bases


def _conducts(library: Library) -> Iterator[Statement]:
    for entry in library.consequences:
        who = "、".join(entry.penalty.authority) or unnamed_text(entry.penalty)
        for index, tier in enumerate(entry.penalty.tiers):
            says = f"{entry.conduct.title}｜{who}对{entry.penalty.target}｜{_tier_words(tier)}"
            yield entry.conduct, ("penalties", entry.index, "tiers", index), says, (entry.penalty.basis,)
    for conduct in library.conducts:
        yield conduct, ("prohibited_by",), f"{conduct.title}：违反", conduct.prohibited_by


def _articles(library: Library) -> Iterator[Statement]:
    for article in library.of("article", Article):
        if library.get("regulation", article.regulation):
            own = BasisValue(regulation=article.regulation, article=article.number, suffix=article.suffix)
            yield article, ("digest",), f"{article.heading}：{article.digest or '（没有摘要）'}", (own,)


def _rows(library: Library) -> Iterator[Statement]:
    for row in library.of("concordance", Concordance):
        says = f"{RELATIONS[row.relation]}：{row.summary}{_changes(row)}"
        yield row, ("summary",), says, (*([row.old] if row.old else []), *row.new)


def _steps(library: Library) -> Iterator[Statement]:
    for procedure in library.of("procedure", Procedure):
        for index, step in enumerate(procedure.steps):
            says = "｜".join(part for part in (procedure.title, step.title, step.actor, step.time_limit) if part)
            yield procedure, ("steps", index), says, step.basis


def _exemptions(library: Library) -> Iterator[Statement]:
    for exemption in library.of("exemption", Exemption):
        says = f"{exemption.title}：全部满足 {list(exemption.all_of)}，满足其一 {list(exemption.any_of)}，{EFFECTS[exemption.effect]}"
        yield exemption, (), says, exemption.basis


def _duties(library: Library) -> Iterator[Statement]:
    for duty in library.of("responsibility", Responsibility):
        role = "牵头" if duty.role == "lead" else "配合"
        yield duty, (), f"{getattr(library.get('unit', duty.unit), 'label', duty.unit)}{role}：{duty.duty}", duty.basis


def _tables(library: Library) -> Iterator[Statement]:
    for table in library.of("benchmark", Benchmark):
        base = format_yuan(table.base) if table.base else "按区间"
        says = f"{table.title}：基数 {base}，最低 {format_yuan(table.floor)}"
        if table.rate or table.multiple:
            says = f"{table.title}：罚款 {fine_text(Fine(rate=table.rate, multiple=table.multiple))}"
        yield table, (), says, table.basis_then + table.basis


#: Kinds of which one statement a record would not do: their parts rest on articles of their own, or say more than fields.
_PARTS: Mapping[str, Callable[[Library], Iterator[Statement]]] = {
    "conduct": _conducts,
    "article": _articles,
    "concordance": _rows,
    "procedure": _steps,
    "exemption": _exemptions,
    "responsibility": _duties,
    "benchmark": _tables,
}


def _tier_words(tier: Tier) -> str:
    named = "，".join(part for part in (tier.category, tier.condition) if part and part != ORDINARY) or ORDINARY
    return "｜".join([named, *(["在较低一档之外另加"] if tier.adds else []), *consequences(tier)])


def _changes(row: Concordance) -> str:
    changes = (
        f"；{change.label} {fine_text(change.old) if change.old else '无'} → {fine_text(change.new) if change.new else '无'}"
        for change in row.amounts
    )
    return "".join(changes)


def _text(library: Library, official: Official, record: Record, basis: BasisValue) -> str:
    article = article_of(library, official, record, basis)
    return article.text.replace("\n", " ／ ") if article else ""
