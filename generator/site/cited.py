"""Prose with its citations as links: 法典 第1095条 leads to the article."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.auditing.running import mentions, names_of
from generator.kinds import BasisValue
from generator.library.model import Library
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

    def linked(text: str) -> Markup:
        html = str(escape(text))  # leaves Markup as it is
        if not _ARTICLE.search(html):
            return Markup(html)
        names = names_of(library.regulations)
        parts = _APART.split(html)[::3]
        apart = [*_APART.split(html)[1::3], ""]
        return Markup("".join(_links(part, names, address) + tag for part, tag in zip(parts, apart, strict=True)))

    return linked


def _links(text: str, names: dict[str, str], address: Callable[[BasisValue], str]) -> str:
    made, at = [], 0
    for start, end, basis in mentions(text, names) if _ARTICLE.search(text) else ():
        made += [text[at:start], f'<a class="pf-law-link" href="{escape(address(basis))}">{text[start:end]}</a>']
        at = end
    return "".join([*made, text[at:]])
