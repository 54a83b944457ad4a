"""The list of unlawful conduct, and a page for each: what follows, by whom, what changed, how not to be punished."""

from collections.abc import Iterator

from generator.kinds import Record, kind_named
from generator.kinds.benchmark import Benchmark
from generator.kinds.conduct import Conduct
from generator.kinds.exemption import Exemption
from generator.library import Library
from generator.site.calculators import daily_of, ranges_of, table_json
from generator.site.context import Context
from generator.site.documents import place_of
from generator.site.gravest import gravest
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "违法行为"
#: Provisions beside this page's that are listed; more are folded.
FEW = 2
#: Kinds whose records stand elsewhere on the page, or say nothing to who reads it.
APART = ("conduct", "exemption", "benchmark", "concordance", "question", "situation")


def generate(context: Context) -> Iterator[Page]:
    """Yield the list and one page per conduct."""
    library = context.library
    order = {topic.id: place for place, topic in enumerate(library.topics)}
    listed = sorted(library.conducts, key=lambda conduct: order.get(conduct.topics[0], len(order)))
    rows = [(conduct, gravest(conduct), _acting(conduct)) for conduct in listed]
    yield Page(
        "conducts",
        "违法行为与处罚",
        render("conducts.html", "conducts", library, rows=rows),
        "每种违法行为会怎么罚、谁来罚、依据哪一条，可按专题筛选、按金额排序",
        SECTION,
    )
    for conduct in library.conducts:
        yield _page(context, conduct)


def _page(context: Context, conduct: Conduct) -> Page:
    library, path = context.library, f"conducts/{conduct.id}"
    bases = list(dict.fromkeys(p.basis.whole for p in conduct.penalties))
    rows = list({row.id: row for basis in bases for row in library.concordances(basis)}.values())
    serving = [r.record for r in library.referring("conduct", conduct.id)]
    exemptions = [e for e in serving if isinstance(e, Exemption)]
    acting = _acting(conduct)
    # where only those harmed can ask, or 处分 follows, nobody is let off an administrative penalty
    general = [e for e in library.of("exemption", Exemption) if not e.conducts] if acting else []
    units = [unit for unit in library.units if set(acting) & set(unit.acts_as)]
    lessons = [
        r.record
        for basis in bases
        for r in library.referring("regulation", basis.regulation)
        if r.path[0] == "regulations" and getattr(r.record, "unit", "") in {unit.id for unit in units}
    ]
    body = render(
        "conduct.html",
        path,
        library,
        conduct=conduct,
        topic=library.get("topic", conduct.topics[0]),
        bases=bases,
        change=next(filter(None, (library.provision(basis.regulation, "change") for basis in bases)), None),
        rows=[row for row in rows if row.old and (not row.conducts or conduct.id in row.conducts)],
        exemptions=exemptions,
        general=general,
        benchmarks=[(b, table_json(b), ranges_of(library, b)) for b in serving if isinstance(b, Benchmark)],
        daily=daily_of(library, conduct),
        users=_users(library, conduct),
        FEW=FEW,
        acting=acting,
        units=units,
        heavier=[basis for basis in library.provisions("heavier") if library.in_force(basis)],
        beside=[c for id in conduct.beside if isinstance(c := library.get("conduct", id), Conduct)],
        named_by=[r.record for r in library.referring("conduct", conduct.id) if r.path[0] == "beside"],
        lessons=list({lesson.id: lesson for lesson in lessons}.values())[:3],
        articles=[a for basis in bases if (a := library.article(basis))],
        total=len(context.bank.of_conduct(conduct.id)),
    )
    return Page(path, conduct.title, body, f"{conduct.title}：会怎么罚、谁来罚、依据和新旧变化", SECTION)


def _acting(conduct: Conduct) -> tuple[str, ...]:
    """Who acts under the first penalty that an authority imposes."""
    return next((penalty.authority for penalty in conduct.penalties if penalty.authority), ())


def _users(library: Library, conduct: Conduct) -> list[tuple[str, Record]]:
    """Guides, obligations, cases and whatever else names the conduct, with their kinds."""
    found = {(reference.of, reference.record.id): reference for reference in library.referring("conduct", conduct.id)}
    users = [(reference.of, reference.record) for reference in found.values() if reference.of not in APART]
    return sorted(users, key=lambda user: place_of(kind_named(user[0])))


PAGE = PageKind("conducts", "违法行为", generate)
