"""What the body of a guide says in sums, shares, multiples and periods stands in the article that it cites right after.

So do the citations themselves: a guide is written by hand, and its citations are text until somebody reads them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.official import Official
from generator.auditing.own_texts import claims_of, names_in_guides
from generator.auditing.running import CitedWords, nameless
from generator.auditing.strange import strange_periods
from generator.kinds import BasisValue
from generator.kinds.guide import Guide
from generator.legal.money import Deemed, Multiple, PerUnit, Range, Rate, Threshold
from generator.legal.sums import Mention, find_fines
from generator.library import Library
from generator.problems import Place, Problem


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E601, E602 and E603 for a citation, E604 for a sum, share or multiple, E605 for a period; each at its line."""
    names = names_in_guides(library)
    for guide in library.of("guide", Guide):
        for line, words in nameless(guide.body, names):
            hint = "写登记过的名称和条号；还没有登记的法规，先加进 content/regulations。"
            yield Problem(_at(guide, line), "E601", f"正文的“{words}”看不出是哪部法规，无法核对", hint)
        for claim in claims_of(library, guide.id):
            at = _at(guide, claim.line)
            parts = []
            for basis in claim.bases:
                part = _part(library, official, basis)
                if isinstance(part, OfficialArticle):
                    parts.append(part)
                else:
                    yield Problem(at, *part)
            if len(parts) == len(claim.bases):
                yield from _strange(library, claim, parts, at)


def _at(guide: Guide, line: int) -> Place:
    body = guide.place("body")
    return Place(body.file, body.line + line)


def _part(library: Library, official: Official, basis: BasisValue) -> OfficialArticle | tuple[str, str, str]:
    """The article cut down to the part cited; else code, message and hint of what is wrong with the citation."""
    regulation = library.regulation(basis.regulation)
    cited = f"“{library.cite(basis)}”"
    status = library.standing(basis)
    if status.state != "in_force":
        return "E603", f"正文引用的{cited}{status.label}", "改引现行规定。"
    edition = official.edition(regulation, library.as_of)
    if edition is None:
        return "E601", f"官方文本中没有《{regulation.title}》，无法核对正文的{cited}", "把它的文本加进官方文本目录。"
    article = edition.articles.get((basis.article, basis.suffix))
    part = article.part(basis.paragraph, basis.item) if article else None
    if article is None or part is None:
        return "E602", f"官方文本中没有正文引用的{cited}", "核对条、款、项。"
    return replace(article, text=part.text)


def _strange(library: Library, claim: CitedWords, parts: Sequence[OfficialArticle], at: Place) -> Iterator[Problem]:
    cited = "、".join(library.cite(basis) for basis in claim.bases)
    hint = "对照条文改数字；数字出自别的条款的，在它后面引那一条。"
    if sums := list(dict.fromkeys(_strange_sums(claim.text, parts))):
        yield Problem(at, "E604", f"正文的{'、'.join(sums)}不在所引的{cited}中", hint)
    if periods := strange_periods(claim.text, parts):
        yield Problem(at, "E605", f"正文的期限{'、'.join(periods)}不在所引的{cited}中", hint)


def _strange_sums(text: str, parts: Sequence[OfficialArticle]) -> Iterator[str]:
    """Sums that no part holds; a span must stand there as a span, a single sum as either end of one."""
    known = [mention for part in parts for mention in part.whole.sums]
    spans = {_span(mention) for mention in known}
    figures = {figure for mention in known for figure in _figures(mention)}
    for mention in find_fines(text):
        unit, low, high = _span(mention)
        is_span = low is not None and high is not None and low != high
        if (is_span and (unit, low, high) not in spans) or not _figures(mention) <= figures:
            yield f"“{text[mention.start : mention.end]}”"


def _span(mention: Mention) -> tuple[str, Decimal | int | None, Decimal | int | None]:
    value = mention.value
    if isinstance(value, Deemed | Threshold):
        return "条件", None, None
    unit = "%" if isinstance(value, Rate) else "倍" if isinstance(value, Multiple) else "元"
    return unit, value.min, value.max


def _figures(mention: Mention) -> set[tuple[str, Decimal | int]]:
    value = mention.value
    if isinstance(value, Deemed):
        return {("元", value.below), ("元", value.amount)}
    if isinstance(value, Threshold):
        return {("元", value.amount)}
    unit = {Rate: "%", Multiple: "倍", Range: "元", PerUnit: "元"}[type(value)]
    return {(unit, bound) for bound in (value.min, value.max) if bound is not None}


CHECK = Check("guides", "指南正文的数字在后面所引的条文中", ("E601", "E602", "E603", "E604", "E605"), run)
