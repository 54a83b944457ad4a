"""Everything of a project that rests on an article: records, prose, items, papers; and what to do with each."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from generator.exams.paper import Paper
from generator.impact.changes import ArticleChange, What
from generator.kinds import BasisValue, kind_named, kinds
from generator.kinds.blueprint import Blueprint
from generator.legal.basis import format_key
from generator.legal.citations import read_mentions
from generator.library import Library
from generator.library.meant import place_of
from generator.library.names import law_ids, law_names
from generator.problems import Place
from generator.questions.bank import Bank

#: Without this nothing is cited.
_CITES = re.compile(r"第[^第]{1,12}条")
#: Fields that tell of the record, not of the law: where a fact was found, what a person looked at.
_ASIDE = ("id", "source", "confirmed")
_DO: Mapping[What, str] = {
    "amended": "对照现行文本核对",
    "changed": "对照新的条文改",
    "moved": "只改条号",
    "removed": "条文已经删去：撤下，或者改引别的条文",
    "added": "",
    "repealed": "改引现行规定，没有承接的撤下",
}


@dataclass(frozen=True, slots=True)
class Touched:
    """Something that a change touches.

    Attributes:
        sort: what it is, in Chinese: 违法行为, 题目, 试卷 …
        id, title: which one.
        at: where it is written; for what is made of records, where the fact is.
        cites: the article, as people read it.
        change: what happened to it.
        do: what to do with this one.
    """

    sort: str
    id: str
    title: str
    at: Place
    cites: str
    change: str
    do: str


def touched(
    library: Library,
    bank: Bank,
    papers: Callable[[], Sequence[Paper]],
    kept: Mapping[str, Mapping[str, Sequence[BasisValue]]],
    changes: Sequence[ArticleChange],
) -> tuple[Touched, ...]:
    """What the changes touch: records in library order, then prose, items, papers.

    Args:
        library, bank: of the project.
        papers: gives those of the project; asked for only where an item is touched, as drawing them takes long.
        kept: name of a paper that was handed out → ids of its items → what each rests on, as its key says.  Many are in the
            bank no more: what changed has taken them out.
        changes: as ``changes`` gives them.
    """
    found = [*_records(library, changes), *_naming(library, changes), *_prose(library, changes)]
    items = {
        item: (change, basis)
        for item in bank.items
        for basis in item.basis
        if (change := _first(changes, basis)) is not None
    }
    asked = [
        Touched(
            "题目", item.id, item.stem, item.at, library.cite(basis), change.told, "改好内容后自动重出；手写的题改题"
        )
        for item, (change, basis) in items.items()
    ]
    told = {item.id: change.told for item, (change, _) in items.items()}
    drawn = papers() if told else ()
    published = {paper.blueprint.title: [item.id for item in paper.items] for paper in drawn}
    plans = {plan.title: plan for plan in library.of("blueprint", Blueprint)}
    places = {title: plans[title].at for title in published if title in plans}
    rested = {id: bases for items in kept.values() for id, bases in items.items()}
    once = {id: change.told for id, bases in rested.items() if (change := _any(changes, bases)) is not None}
    sheets = [*_papers("试卷", published, told, places), *_papers("已经发出的试卷", kept, once | told, {})]
    return tuple(dict.fromkeys([*found, *asked, *_plans(plans.values(), library, changes, told), *sheets]))


def _records(library: Library, changes: Sequence[ArticleChange]) -> Iterator[Touched]:
    for citing in library.citations():
        change = _first(changes, citing.basis)
        if change is not None and not (citing.kind == "concordance" and citing.role == "old"):
            yield Touched(
                kind_named(citing.kind).title,
                citing.record.id,
                citing.record.label,
                citing.at,
                library.cite(citing.basis),
                change.told,
                _do(library, change, citing.basis),
            )


def _naming(library: Library, changes: Sequence[ArticleChange]) -> Iterator[Touched]:
    """Records that name a whole regulation which changed: the document that a table stands in, the laws that a list is about."""
    for change in changes:
        if change.key:
            continue
        law = library.regulation(change.regulation)
        for reference in library.referring("regulation", law.id):
            if not kind_named(reference.of).of_law:
                now = library.status(law.id).repealed_by if change.what == "repealed" else None
                do = f"改为《{library.regulation(now).name}》，或者撤下" if now else _DO[change.what]
                title = kind_named(reference.of).title
                record = reference.record
                yield Touched(title, record.id, record.label, reference.at, law.name, change.told, do)


def _do(library: Library, change: ArticleChange, basis: BasisValue) -> str:
    if change.what == "repealed" and (now := library.successors(basis)):
        return f"改引{'、'.join(map(library.cite, now))}"
    if change.now:
        return f"{_DO[change.what]}：{'、'.join(map(format_key, change.now))}"
    return _DO[change.what]


def _prose(library: Library, changes: Sequence[ArticleChange]) -> Iterator[Touched]:
    """Running text that cites: guides, digests, notes, answers of cases.  Rows of old and new law tell of both, and are left out."""
    names, ids = law_names(library), law_ids(library)
    changed = {one.regulation for one in changes}
    called = sorted({name for name, title in names.titles.items() if ids.get(title) in changed})
    speaks = re.compile("|".join(map(re.escape, called)) or "(?!)")
    for kind in kinds():
        for record in library.all(kind.name) if kind.name != "concordance" else ():
            for path, text in _strings(record, ()):
                if not _CITES.search(text) or not speaks.search(text):
                    continue
                lines, place = text.split("\n"), record.place(*path)
                for mention in read_mentions(lines, names):
                    regulation = ids.get(mention.law or "")
                    meant = place_of(regulation, mention) if regulation else None
                    if meant is None:
                        continue
                    basis = meant.whole
                    change = _first(changes, basis)
                    if change is not None:
                        at = Place(place.file, place.line + mention.line) if len(lines) > 1 else place
                        sort = f"{kind.title}{'正文' if path == ('body',) else '的文字'}"
                        do = _do(library, change, basis)
                        yield Touched(sort, record.id, record.label, at, library.cite(basis), change.told, do)


def _strings(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Texts of a record with the way to each."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in _ASIDE:
                yield from _strings(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for at, part in enumerate(value):
            yield from _strings(part, (*path, at))


def _any(changes: Sequence[ArticleChange], bases: Iterable[BasisValue]) -> ArticleChange | None:
    """The first change that one of several citations rests on."""
    return next((change for basis in bases if (change := _first(changes, basis)) is not None), None)


def _first(changes: Sequence[ArticleChange], basis: BasisValue) -> ArticleChange | None:
    """The first change that a citation rests on."""
    return next((change for change in changes if change.meets(basis)), None)


def _plans(
    plans: Iterable[Blueprint], library: Library, changes: Sequence[ArticleChange], told: Mapping[str, str]
) -> Iterator[Touched]:
    """Blueprints that name a changed regulation, draw from a list that cites what changed, or ask for an item that is touched."""
    lists: dict[str, tuple[ArticleChange, BasisValue]] = {}
    for citing in library.citations():
        if citing.kind == "must-know" and (change := _first(changes, citing.basis)) is not None:
            lists.setdefault(citing.record.id, (change, citing.basis))
    for plan in plans:
        quotas = [quota for section in plan.sections for quota in section.quotas] + [one for _, _, one in plan.whole]
        named = {quota.regulation for quota in quotas if quota.regulation}
        change = next((one for one in changes if one.regulation in named and one.what != "added"), None)
        if change is not None:
            do = "配额里写着这部法规：改写成现行的" if change.what == "repealed" else "配额里写着这部法规：看题还够不够"
            yield Touched("组卷方案", plan.id, plan.title, plan.at, "", change.told, do)
        named_list = next((one for one in (plan.must_know, plan.cover) if one in lists), None)
        if named_list is not None:
            change, basis = lists[named_list]
            do = "从这份应知应会清单出题：清单改好后重新组卷"
            yield Touched("组卷方案", plan.id, plan.title, plan.at, library.cite(basis), change.told, do)
        for item in plan.include:
            if item in told:
                yield Touched("组卷方案", plan.id, plan.title, plan.at, "", told[item], f"指定了题目 {item}：换一题")


def _papers(
    sort: str, papers: Mapping[str, Iterable[str]], told: Mapping[str, str], places: Mapping[str, Place]
) -> Iterator[Touched]:
    """Papers with an item that is touched; ``told`` is what happened, by ids of items; ``places`` where they are written, by title."""
    for title, ids in papers.items():
        hit = [id for id in ids if id in told]
        if hit:
            change = "；".join(dict.fromkeys(told[id] for id in hit))
            do = "作废或者改判所列的题：pufa mark --void、--key" if sort != "试卷" else "内容改好后重新组卷"
            yield Touched(
                sort, title, f"{len(hit)} 题：{'、'.join(hit)}", places.get(title, Place(title)), "", change, do
            )
