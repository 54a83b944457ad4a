"""What the search can find: articles, conduct, regulations and the rest, each as one Document."""

from collections.abc import Iterator
from dataclasses import replace

from generator.kinds import BasisValue, Record
from generator.kinds.article import Article
from generator.kinds.benchmark import Benchmark
from generator.kinds.case import Case
from generator.kinds.conduct import Conduct
from generator.kinds.exemption import Exemption
from generator.kinds.guide import Guide
from generator.kinds.industry import Industry
from generator.kinds.must_know import MustKnow
from generator.kinds.obligation import Obligation
from generator.kinds.procedure import Procedure
from generator.kinds.regulation import Regulation
from generator.kinds.responsibility import Responsibility
from generator.kinds.term import Term
from generator.kinds.unit import Unit
from generator.legal.basis import format_article
from generator.library import Library, wording
from generator.search.documents import Document
from generator.site import urls
from generator.site.context import Context
from generator.site.reading import texts_of

#: What readers see for the kinds of results.
KINDS = {
    "conduct": "违法行为",
    "article": "条文",
    "regulation": "法规",
    "guide": "企业指南",
    "obligation": "企业义务",
    "unit": "责任单位",
    "responsibility": "责任清单",
    "procedure": "程序",
    "term": "术语",
    "exemption": "不予处罚",
    "benchmark": "裁量基准",
    "case": "教学案例",
    "must-know": "应知应会",
}
#: What counts against documents of law that is not in force: who asks without naming a law wants the law of today.
OUT_OF_FORCE = 0.5
STAFF, FIRMS, TRAINERS = "工作人员", "企业", "培训师"


def documents(context: Context) -> list[Document]:
    """Every document of the site, in a fixed order: conduct first, since that is what most people look for."""
    library = context.library
    return [
        *(_conduct(library, conduct) for conduct in library.conducts),
        *(_article(library, article) for article in library.of("article", Article)),
        *(document for one in library.regulations if one.id in library.texts for document in _bare(library, one)),
        *(_regulation(library, regulation) for regulation in library.regulations),
        *(_guide(library, guide) for guide in library.of("guide", Guide)),
        *_plain(library),
    ]


def _conduct(library: Library, conduct: Conduct) -> Document:
    basis = conduct.penalties[0].basis
    tiers = [tier for penalty in conduct.penalties for tier in penalty.tiers]
    fines = [f"{wording.tier_name(tier)} {wording.fine_text(tier.fine)}" for tier in tiers if tier.fine]
    industries = [i for id in conduct.industries if isinstance(i := library.get("industry", id), Industry)]
    articles = [a for p in conduct.penalties if (a := library.article(p.basis))]
    return Document(
        url=urls.url_of("conduct", conduct),
        title=conduct.title,
        kind="conduct",
        regulation=library.regulation(basis.regulation).title,
        article=format_article(basis.article, basis.suffix),
        aliases=conduct.aliases,
        digest=f"{'；'.join(fines[:4])}。" if fines else "",
        text=f"也叫{'、'.join(conduct.aliases)}。{''.join(conduct.do)}" if conduct.aliases else "".join(conduct.do),
        words=" ".join(
            [
                conduct.actor or "",
                *(industry.title for industry in industries),
                *(alias for industry in industries for alias in industry.aliases),
                *dict.fromkeys(name for penalty in conduct.penalties for name in penalty.authority),
                *(measure for tier in tiers for measure in tier.every_measure),
                *dict.fromkeys(keyword for article in articles for keyword in article.keywords),
                "处罚 罚款 怎么罚",
            ]
        ),
        filters={
            "kind": ("conduct",),
            "topic": conduct.topics,
            "status": (library.status(basis.regulation).label,),
            "audience": (STAFF, FIRMS),
            **_sample(conduct),
        },
        boost=1.15,
    )


def _article(library: Library, article: Article) -> Document:
    regulation = library.regulation(article.regulation)
    return Document(
        url=urls.url_of("article", article),
        title=f"{regulation.name} {article.title}",
        kind="article",
        regulation=regulation.title,
        article=format_article(article.number, article.suffix),
        heading=article.heading,
        aliases=article.keywords,
        digest=article.digest or "",
        text=_official(library, article),
        filters={
            "kind": ("article",),
            "topic": article.topics or regulation.topics,
            "rank": (regulation.rank,),
            "status": (library.status(regulation.id).label,),
            "audience": (STAFF, FIRMS, TRAINERS),
            **_sample(article),
        },
        boost=_boost(library, regulation.id),
    )


def _official(library: Library, article: Article) -> str:
    """The official text of an article, where one is at hand."""
    held = library.official(article.regulation, article.key)
    return held.text if held else article.text or ""


def _bare(library: Library, regulation: Regulation) -> Iterator[Document]:
    """The articles of a text of which the library has no digest: found by their words, read where the text is."""
    paths = texts_of(library, regulation)
    for article in library.texts[regulation.id].articles if paths else ():
        basis = BasisValue(regulation=regulation.id, article=article.number, suffix=article.suffix)
        if library.article(basis) or article.key not in paths:
            continue
        yield Document(
            url=urls.article_url(basis)
            if library.cited_by(regulation.id, article.key)
            else f"{paths[article.key]}/#a{article.key}",
            title=f"{regulation.name} {format_article(article.number, article.suffix)}",
            kind="article",
            regulation=regulation.title,
            article=format_article(article.number, article.suffix),
            text=article.text,
            filters={
                "kind": ("article",),
                "topic": regulation.topics,
                "rank": (regulation.rank,),
                "status": (library.status(regulation.id).label,),
                "audience": (STAFF, FIRMS, TRAINERS),
            },
            boost=_boost(library, regulation.id),
        )


def _regulation(library: Library, regulation: Regulation) -> Document:
    return Document(
        url=urls.url_of("regulation", regulation),
        title=regulation.title,
        kind="regulation",
        regulation=regulation.title,
        aliases=tuple(dict.fromkeys(filter(None, (regulation.short_title, *regulation.aliases)))),
        digest=regulation.summary or "",
        text=" ".join(filter(None, (regulation.issuer, regulation.document_number, regulation.rank))),
        filters={
            "kind": ("regulation",),
            "topic": regulation.topics,
            "rank": (regulation.rank,),
            "status": (library.status(regulation.id).label,),
            "audience": (STAFF, FIRMS, TRAINERS),
            **_sample(regulation),
        },
        boost=_boost(library, regulation.id),
    )


def _boost(library: Library, regulation: str) -> float:
    return 1.0 if library.status(regulation).state == "in_force" else OUT_OF_FORCE


def _guide(library: Library, guide: Guide) -> Document:
    industry = library.get("industry", guide.industry)
    aliases = (industry.title, *industry.aliases) if isinstance(industry, Industry) else ()
    return Document(
        url=urls.url_of("guide", guide),
        title=guide.title,
        kind="guide",
        aliases=aliases,
        digest=guide.summary,
        text=" ".join([*guide.checklist, guide.body]),
        filters={"kind": ("guide",), "audience": (FIRMS,), **_sample(guide)},
    )


def _plain(library: Library) -> Iterator[Document]:
    """Kinds whose records are a name and a few words."""
    for term in library.of("term", Term):
        yield _short("term", term, term.definition, aliases=term.aliases, topics=term.topics, audience=(STAFF, FIRMS))
    for unit in library.units:
        yield _short("unit", unit, "、".join(unit.acts_as) or unit.unit_class, aliases=unit.aliases, audience=(STAFF,))
    for duty in library.of("responsibility", Responsibility):
        owner = library.get("unit", duty.unit)
        name = owner.name if isinstance(owner, Unit) else ""
        yield _short(
            "responsibility", duty, duty.duty, title=f"{name}：{duty.duty}", topics=(duty.topic,), audience=(STAFF,)
        )
    for obligation in library.of("obligation", Obligation):
        facts = (obligation.trigger, obligation.deadline, obligation.frequency, obligation.record, obligation.retention)
        yield _short(
            "obligation", obligation, "；".join(filter(None, facts)), topics=obligation.topics, audience=(FIRMS,)
        )
    for procedure in library.of("procedure", Procedure):
        steps = "、".join(step.title for step in procedure.steps)
        yield _short("procedure", procedure, steps, topics=procedure.topics, audience=(STAFF,))
    yield from _about_conduct(library)
    for known in library.of("must-know", MustKnow):
        digest = f"{known.audience}应当掌握的 {len(known.articles)} 条条文，附练习。"
        yield _short("must-know", known, digest, audience=(STAFF, TRAINERS))


def _about_conduct(library: Library) -> Iterator[Document]:
    """Kinds that say more of a conduct; whoever asks for the conduct alone wants its own page first."""
    for exemption in library.of("exemption", Exemption):
        conditions = "；".join((*exemption.all_of, *exemption.any_of))
        topics = _topics(library, exemption.conducts)
        yield replace(
            _short("exemption", exemption, f"{conditions}。", topics=topics, audience=(STAFF, FIRMS)), boost=0.9
        )
    for benchmark in library.of("benchmark", Benchmark):
        asked = [factor.title for factor in benchmark.factors] or list(benchmark.columns)
        digest = f"罚多少怎么定：{'、'.join(asked)}。" if asked else "罚多少怎么定。"
        short = _short("benchmark", benchmark, digest, topics=_topics(library, (benchmark.conduct,)), audience=(STAFF,))
        yield replace(short, words="裁量基准 裁量表 试算", boost=0.7)
    for case in library.of("case", Case):
        topics = _topics(library, case.conducts)
        short = _short("case", case, "".join(case.facts), topics=topics, audience=(STAFF, TRAINERS))
        yield replace(short, words="案例 案情", boost=0.6)


def _topics(library: Library, conducts: tuple[str, ...]) -> tuple[str, ...]:
    """The topics of some conducts, each once."""
    named = (library.get("conduct", id) for id in conducts)
    return tuple(dict.fromkeys(topic for c in named if isinstance(c, Conduct) for topic in c.topics))


def _short(
    kind: str,
    record: Record,
    digest: str,
    *,
    title: str = "",
    aliases: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    audience: tuple[str, ...],
) -> Document:
    return Document(
        url=urls.url_of(kind, record),
        title=title or record.label,
        kind=kind,
        aliases=aliases,
        digest=digest,
        filters={"kind": (kind,), "topic": topics, "audience": audience, **_sample(record)},
    )


def _sample(record: Record) -> dict[str, tuple[str, ...]]:
    """What is invented for teaching says so among the results too."""
    return {"sample": ("示例",)} if record.sample else {}
