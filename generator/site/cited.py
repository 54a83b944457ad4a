"""Prose with its citations as links: 法典 第1095条 leads to the article."""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from generator.kinds import BasisValue
from generator.legal.citations import Names, read_mentions
from generator.library.model import Library
from generator.library.names import law_ids, law_names
from generator.site import urls

#: A tag, or a whole element whose text is not to be touched.
_APART = re.compile(r"(<(a|code|pre|h[1-6])\b.*?</\2>|<[^>]+>)", re.DOTALL)
#: Without this nothing is cited; most texts cite nothing, and names need not be sought in them.
_ARTICLE = re.compile(r"第[^第]{1,12}条")


def linker(library: Library, root: str) -> Callable[[str], Markup]:
    """A filter that makes links of the citations in a text.

    Args:
        library: whose regulations are looked for, by title, short title and alias.
        root: the way up to the site's root.

    Returns:
        HTML, or plain text, which is escaped first → HTML.  An article of which the site has no anchor leads to its
        regulation.
    """

    def address(basis: BasisValue) -> str:
        anchored = library.article(basis) or library.cited_by(basis.regulation, basis.key)
        return root + (urls.article_url(basis) if anchored else f"regulations/{basis.regulation}/")

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

    def linked(text: str) -> Markup:
        html = str(escape(text))  # leaves Markup as it is
        if not _ARTICLE.search(html):
            return Markup(html)
        names, ids = law_names(library), law_ids(library)
        pieces = [*_APART.split(html), ""]
        pairs = zip(pieces[::3], pieces[1::3], strict=True)
        return Markup("".join(_links(part, names, ids, address, now) + tag for part, tag in pairs))

    return linked


#: Of what is cited: an address, or HTML.
_Of = Callable[[BasisValue], str]


def _links(text: str, names: Names, ids: Mapping[str, str], address: _Of, now: _Of) -> str:
    if not _ARTICLE.search(text):
        return text
    return "\n".join(_line(line, names, ids, address, now) for line in text.split("\n"))


def _line(line: str, names: Names, ids: Mapping[str, str], address: _Of, now: _Of) -> str:
    made, at = [], 0
    for mention in read_mentions([line], names):
        target, regulation = mention.target, ids.get(mention.law or "")
        if regulation is None or not target.article or mention.start < at:
            continue
        basis = BasisValue(regulation=regulation, article=target.article, suffix=target.suffix)
        words = line[mention.start : mention.end]
        made += [
            line[at : mention.start],
            f'<a class="pf-law-link" href="{escape(address(basis))}">{words}</a>',
            now(basis),
        ]
        at = mention.end
    return "".join([*made, line[at:]])
