"""Prose, and the law itself, with citations as links: 法典 第1095条第2款 leads to the 款, 前款 to the one before."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from markupsafe import Markup, escape

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.library.model import Library
from generator.site import urls
from generator.site.mentioned import SEEMS, Found, in_line, in_text, part_anchor
from generator.site.reading import texts_of
from generator.texts import TextArticle, TextOfLaw

#: A tag, or a whole element whose text is not to be touched.
_APART = re.compile(r"(<(a|code|pre|h[1-6])\b.*?</\2>|<[^>]+>)", re.DOTALL)


class Linked(Protocol):
    """HTML, or plain text, which is escaped first → HTML; ``law`` is the regulation whose own words, or digest, it is."""

    def __call__(self, text: str, law: Regulation | None = None) -> Markup:
        """The text with links."""
        ...


class _Addresses:
    """Where citations lead from a page."""

    def __init__(self, library: Library, root: str) -> None:
        self.library, self.root = library, root

    def article(self, basis: BasisValue) -> str:
        """Of an article, or of the 款 or 项 that is named; of one without an anchor on its regulation's page its text, or the page."""
        library = self.library
        text = library.official(basis.regulation, basis.key)
        anchor = part_anchor(text, basis) if text else f"a{basis.key}"
        if library.article(basis) or library.cited_by(basis.regulation, basis.key):
            return f"{self.root}{urls.article_url(basis).partition('#')[0]}#{anchor}"
        page = texts_of(library, library.regulation(basis.regulation)).get(basis.key)
        return self.root + (f"{page}/#{anchor}" if page else f"regulations/{basis.regulation}/")

    def of(self, found: Found) -> str:
        """Of the first place, or of the law."""
        return self.article(found.places[0]) if found.places else f"{self.root}regulations/{found.regulation}/"

    def now(self, found: Found) -> str:
        """A mark after what is repealed, which leads to where the matter stands now."""
        status = self.library.status(found.regulation)
        if status.state != "repealed":
            return ""
        if found.places:
            places = self.library.successors(found.places[0])
            names, there = [self.library.cite(one) for one in places], [self.article(one) for one in places]
        else:
            law = self.library.regulation(status.repealed_by) if status.repealed_by else None
            names, there = ([f"《{law.name}》"], [f"{self.root}regulations/{law.id}/"]) if law else ([], [])
        if not there:
            return '<small class="pf-law-now">已废止</small>'
        title = f"已废止，现在看{'、'.join(names)}"
        return f'<a class="pf-law-now" href="{escape(there[0])}" title="{escape(title)}">已废止，看现行</a>'


def linker(library: Library, root: str) -> Linked:
    """A filter that makes links of the citations in prose.

    Args:
        library: whose regulations are looked for, by title, short title and alias.
        root: the way up to the site's root.

    Returns:
        Linked.  A law that cites itself is not told again that it is repealed.
    """
    addresses = _Addresses(library, root)

    def line(text: str, law: Regulation | None) -> str:
        cited = in_line(library, text, law.title if law else None)
        return _with_links(text, cited, addresses.of, partial(_mark, addresses, law))

    def linked(text: str, law: Regulation | None = None) -> Markup:
        html = str(escape(text))  # leaves Markup as it is
        if not SEEMS.search(html):
            return Markup(html)
        pieces = [*_APART.split(html), ""]
        return Markup(
            "".join(_lines(part, law, line) + tag for part, tag in zip(pieces[::3], pieces[1::3], strict=True))
        )

    return linked


def law_linker(library: Library, root: str) -> Callable[[TextOfLaw, TextArticle, int], Markup]:
    """The same for a line of a law's own text: what stands around it tells what 前款, 本条第二款 and 前条 mean.

    Returns:
        (text, article, place of the line in it) → HTML.  A 款 or 项 of the same article, and in an earlier or later text any
        article of it, is a place of the page the line stands on.
    """
    addresses = _Addresses(library, root)

    def linked(text: TextOfLaw, article: TextArticle, at: int) -> Markup:
        law, today = library.regulation(text.regulation), text == library.texts.get(text.regulation)

        def address(found: Found) -> str:
            basis = found.places[0] if found.places else None
            if basis is None or basis.regulation != law.id or (today and basis.key != article.key):
                return addresses.of(found)
            there = text.by_key.get(basis.key)
            return f"#{part_anchor(there, basis)}" if there else addresses.of(found)

        line = article.lines[at].text
        cited = in_text(library, law.id, text.day).get((article.key, at), ())
        return Markup(_with_links(line, cited, address, partial(_mark, addresses, law), escape))

    return linked


def _mark(addresses: _Addresses, law: Regulation | None, found: Found) -> str:
    return "" if law is not None and found.regulation == law.id else addresses.now(found)


def _lines(text: str, law: Regulation | None, line: Callable[[str, Regulation | None], str]) -> str:
    return "\n".join(line(one, law) for one in text.split("\n")) if SEEMS.search(text) else text


def _with_links(
    line: str,
    cited: Sequence[Found],
    address: Callable[[Found], str],
    mark: Callable[[Found], str],
    shown: Callable[[str], str] = str,
) -> str:
    """A line as HTML; ``shown`` makes HTML of its words where they are none yet."""
    made, at = [], 0
    for found in cited:
        if found.start < at:
            continue
        words = shown(line[found.start : found.end])
        link = f'<a class="pf-law-link" href="{escape(address(found))}">{words}</a>'
        made += [shown(line[at : found.start]), link, mark(found)]
        at = found.end
    return "".join([*made, shown(line[at:])])
