"""Prose with its citations as links: 法典 第1095条 leads to the article."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from markupsafe import Markup, escape

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.citations import read_mentions
from generator.library.model import Library
from generator.library.names import law_ids, law_names
from generator.library.remember import once
from generator.site import urls
from generator.site.reading import texts_of

#: A tag, or a whole element whose text is not to be touched.
_APART = re.compile(r"(<(a|code|pre|h[1-6])\b.*?</\2>|<[^>]+>)", re.DOTALL)
#: Without this nothing is cited; most texts cite nothing, and names need not be sought in them.
_ARTICLE = re.compile(r"第[^第]{1,12}条")


class Linked(Protocol):
    """HTML, or plain text, which is escaped first → HTML; ``law`` is the regulation whose own words, or digest, it is."""

    def __call__(self, text: str, law: Regulation | None = None) -> Markup:
        """The text with links."""
        ...


def linker(library: Library, root: str) -> Linked:
    """A filter that makes links of the citations in a text.

    Args:
        library: whose regulations are looked for, by title, short title and alias.
        root: the way up to the site's root.

    Returns:
        Linked.  An article of which its regulation's page has no anchor leads to its text, or to the page.  A law that cites itself is not told
        again that it is repealed.
    """

    def address(basis: BasisValue) -> str:
        if library.article(basis) or library.cited_by(basis.regulation, basis.key):
            return root + urls.article_url(basis)
        page = texts_of(library, library.regulation(basis.regulation)).get(basis.key)
        return root + (f"{page}/#a{basis.key}" if page else f"regulations/{basis.regulation}/")

    def now(basis: BasisValue) -> str:
        """A mark after what is repealed, which leads to where the matter stands now."""
        if library.status(basis.regulation).state != "repealed":
            return ""
        successors = library.successors(basis)
        if not successors:
            return '<small class="pf-law-now">已废止</small>'
        title = f"已废止，现在看{'、'.join(map(library.cite, successors))}"
        return (
            f'<a class="pf-law-now" href="{escape(address(successors[0]))}" title="{escape(title)}">已废止，看现行</a>'
        )

    def linked(text: str, law: Regulation | None = None) -> Markup:
        html = str(escape(text))  # leaves Markup as it is
        if not _ARTICLE.search(html):
            return Markup(html)
        find = partial(_line, law=law, library=library, address=address, now=now)
        pieces = [*_APART.split(html), ""]
        return Markup("".join(_links(part, find) + tag for part, tag in zip(pieces[::3], pieces[1::3], strict=True)))

    return linked


def _links(text: str, find: Callable[[str], str]) -> str:
    return "\n".join(find(line) for line in text.split("\n")) if _ARTICLE.search(text) else text


#: Of what is cited: an address, or HTML.
_Of = Callable[[BasisValue], str]


def _line(line: str, *, law: Regulation | None, library: Library, address: _Of, now: _Of) -> str:
    made, at = [], 0
    for start, end, basis in _citations(library, line, law.title if law else None):
        if start < at:
            continue
        own = law is not None and basis.regulation == law.id
        link = f'<a class="pf-law-link" href="{escape(address(basis))}">{line[start:end]}</a>'
        made += [line[at:start], link, "" if own else now(basis)]
        at = end
    return "".join([*made, line[at:]])


@once
def _citations(library: Library, line: str, law: str | None) -> tuple[tuple[int, int, BasisValue], ...]:
    """Where a line cites an article that the library knows; several pages show the same lines."""
    ids, found = law_ids(library), []
    for mention in read_mentions([line], law_names(library), law):
        target, regulation = mention.target, ids.get(mention.law or "")
        if regulation is not None and target.article:
            basis = BasisValue(regulation=regulation, article=target.article, suffix=target.suffix)
            found.append((mention.start, mention.end, basis))
    return tuple(found)


@once
def cited_in_texts(library: Library) -> Mapping[tuple[str, str], tuple[BasisValue, ...]]:
    """(regulation, key of an article) → the articles of law whose texts at hand cite it, in library order; law that is gone cites what is gone only."""
    found: dict[tuple[str, str], dict[str, BasisValue]] = {}
    gone = {one.id for one in library.regulations if library.status(one.id).state == "repealed"}
    for regulation in library.regulations:
        text = library.texts.get(regulation.id)
        for article in text.articles if text and not text.sections else ():
            own = BasisValue(regulation=regulation.id, article=article.number, suffix=article.suffix)
            for line in article.lines:
                if not _ARTICLE.search(line.text):
                    continue
                for *_, basis in _citations(library, line.text, regulation.title):
                    kept = regulation.id not in gone or basis.regulation in gone
                    if kept and (basis.regulation, basis.key) != (regulation.id, article.key):
                        found.setdefault((basis.regulation, basis.key), {})[f"{own.regulation} {own.key}"] = own
    return {place: tuple(those.values()) for place, those in found.items()}
