"""A text of law as Akoma Ntoso 3.0, the form in which law is exchanged: one document for each text that is at hand."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree
from lxml.builder import ElementMaker

from generator.kinds.regulation import Regulation
from generator.legal.numerals import format_number
from generator.reading.characters import seen
from generator.texts import TextArticle, TextOfLaw
from generator.texts.model import Line

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
#: What a part of the outline is in Akoma Ntoso, and how its id begins.
_PARTS = {"编": ("part", "part"), "分编": ("subpart", "subpart"), "章": ("chapter", "chp"), "节": ("section", "sec")}
_HEADING = re.compile(r"(第\s*\S+?(?:分编|编|章|节))\s*(.*)")
_MARKER = re.compile(r"[（(]\s*[〇零一二三四五六七八九十百]+\s*[）)]|\d+\s*[.．、]|[（(]\d+[）)]")
_SOURCE = "#pufa"


def akoma(regulation: Regulation, text: TextOfLaw) -> bytes:
    """The document, valid against the schema of Akoma Ntoso 3.0.

    Args:
        regulation: whose text it is.
        text: one of its texts.
    """
    act = _E.act(
        _meta(regulation, text),
        _E.preface(_E.longTitle(_E.p(_E.docTitle(seen(text.title))))),
        _E.body(*_within(text, text.articles, 0, "")),
        name="act",
        contains="singleVersion",
    )
    document: bytes = etree.tostring(_E.akomaNtoso(act), xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return document


def uri_of(regulation: Regulation) -> str:
    """The name of a regulation, whatever its text, as Akoma Ntoso names works."""
    first = regulation.versions[0]
    return f"/akn/cn/act/{(first.adopted or first.effective).isoformat()}/{regulation.id}"


def _meta(regulation: Regulation, text: TextOfLaw) -> etree._Element:
    work, begun = uri_of(regulation), regulation.versions[0]
    day = text.day
    expression = f"{work}/zho@{day}"
    author = _E.FRBRauthor(href="#issuer")
    made = _E.FRBRauthor(href=_SOURCE)
    return _E.meta(
        _E.identification(
            _E.FRBRWork(
                _E.FRBRthis(value=f"{work}/!main"),
                _E.FRBRuri(value=work),
                _E.FRBRalias(value=seen(regulation.title), name="title"),
                _E.FRBRdate(date=(begun.adopted or begun.effective).isoformat(), name="adoption"),
                author,
                _E.FRBRcountry(value="cn"),
                *([_E.FRBRnumber(value=seen(regulation.document_number))] if regulation.document_number else []),
            ),
            _E.FRBRExpression(
                _E.FRBRthis(value=f"{expression}/!main"),
                _E.FRBRuri(value=expression),
                _E.FRBRdate(date=day, name="effective"),
                _E.FRBRauthor(href="#issuer"),
                _E.FRBRlanguage(language="zho"),
            ),
            _E.FRBRManifestation(
                _E.FRBRthis(value=f"{expression}/!main.xml"),
                _E.FRBRuri(value=f"{expression}.akn"),
                _E.FRBRdate(date=day, name="effective"),
                made,
                _E.FRBRformat(value="application/akn+xml"),
            ),
            source=_SOURCE,
        ),
        _E.references(
            _E.TLCOrganization(
                eId="issuer", href="/akn/ontology/organization/cn/issuer", showAs=seen(regulation.issuer)
            ),
            _E.TLCOrganization(eId="pufa", href="/akn/ontology/organization/cn/pufa", showAs=seen(text.source)),
            source=_SOURCE,
        ),
    )


def _within(text: TextOfLaw, articles: Sequence[TextArticle], depth: int, above: str) -> Iterator[etree._Element]:
    """Articles under the part at ``depth`` of their paths, those of one part together; articles without one as they stand."""
    counts: dict[str, int] = {}
    for title, members in groupby(articles, key=lambda one: seen(one.path[depth]) if depth < len(one.path) else ""):
        if not title:
            yield from (_article(text, one, above) for one in members)
            continue
        found = _HEADING.match(title)
        rank = re.sub(r".*?(分编|编|章|节)$", r"\1", found[1]) if found else "章"
        name, short = _PARTS[rank]
        counts[short] = counts.get(short, 0) + 1
        id = f"{above}{short}_{counts[short]}"
        number = [_E.num(found[1])] if found else []
        heading = [_E.heading(found[2] if found else title)] if not found or found[2] else []
        yield _E(name, *number, *heading, *_within(text, list(members), depth + 1, f"{id}__"), eId=id)


def _article(text: TextOfLaw, article: TextArticle, above: str) -> etree._Element:
    suffix = f"之{format_number(article.suffix)}" if article.suffix else ""
    figure = format_number(article.number)
    number = f"{figure}、" if text.sections else f"第{figure}条{suffix}"
    id = f"{above}art_{article.key}"
    paragraphs = [list(lines) for _, lines in groupby(article.lines, key=lambda line: line.paragraph)]
    if len(paragraphs) == 1 and len(paragraphs[0]) == 1:
        return _E.article(_E.num(number), _content(paragraphs[0][0].text), eId=id)
    held = [_paragraph(lines, f"{id}__para_{place}") for place, lines in enumerate(paragraphs, 1)]
    return _E.article(_E.num(number), *(held or [_content("")]), eId=id)


def _paragraph(lines: list[Line], id: str) -> etree._Element:
    """A 款, with its 项 and their 目."""
    lead = [line for line in lines if not line.item]
    items = [list(members) for _, members in groupby((one for one in lines if one.item), key=lambda line: line.item)]
    if not items:
        return _E.paragraph(_content(*(line.text for line in lead)), eId=id)
    intro = [_E.intro(*(_E.p(seen(line.text)) for line in lead))] if lead else []
    points = (_point("point", members, f"{id}__point_{place}") for place, members in enumerate(items, 1))
    return _E.paragraph(*intro, *points, eId=id)


def _point(name: str, lines: list[Line], id: str) -> etree._Element:
    head, below = lines[0], lines[1:]
    number, words = _split(head.text)
    if not below:
        return _E(name, *number, _content(words), eId=id)
    lower = (_point("indent", [line], f"{id}__indent_{place}") for place, line in enumerate(below, 1))
    return _E(name, *number, _E.intro(_E.p(seen(words))), *lower, eId=id)


def _split(text: str) -> tuple[list[etree._Element], str]:
    """A 项's own mark, and its words."""
    found = _MARKER.match(text)
    return ([_E.num(found[0])], text[found.end() :].strip()) if found else ([], text)


def _content(*texts: str) -> etree._Element:
    return _E.content(*(_E.p(seen(text)) for text in texts))
