"""Whether a search result answers a query: it is the article, or it cites it.

Judged on the built pages, so that any search over the same site can be judged alike.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and what answers it.

    Attributes:
        law, articles: full title of the law, and the articles of which one has to be found within the first five; or
        want, place: parts of addresses, any of which must stand within the first ``place`` results; a place of 0 means
            that nothing should be found.
    """

    text: str
    law: str = ""
    articles: tuple[int, ...] = ()
    want: tuple[str, ...] = ()
    place: int = 5


def read_queries(file: Path) -> list[Query]:
    """One JSON object a line: query with law and articles, or with want and place."""
    rows = map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines()))
    return [_query(row) for row in rows]


def _query(row: dict[str, Any]) -> Query:
    if "want" in row:
        return Query(row["query"], want=tuple(row["want"]), place=row["place"])
    return Query(row["query"], row["law"], tuple(row["articles"]))


class Judge:
    """Judges addresses of results by the pages of a built site."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._regulations = {
            _heading(page): f"regulations/{page.parent.name}/" for page in site.glob("regulations/*/index.html")
        }
        self._page = cache(self._read)

    def folder(self, law: str) -> str:
        """Address of the page of a law, such as ``regulations/eco-code/``.

        Raises:
            LookupError: no page is headed by this title, with or without 中华人民共和国 before it.
        """
        for name in (law, law.removeprefix("中华人民共和国")):
            for title in sorted(self._regulations, key=len):
                if title.removeprefix("中华人民共和国").startswith(name.removeprefix("中华人民共和国")):
                    return self._regulations[title]
        raise LookupError(f"the site has no page of {law}")

    def found(self, results: Sequence[Sequence[str]], query: Query) -> bool:
        """Whether the results, each with its addresses, answer a query at the place it asks for."""
        if query.place == 0:
            return not results
        first = [address for hit in results[: query.place] for address in hit]
        if query.want:
            return any(part in unquote(address) for address in first for part in query.want)
        return any(self.answers(address, query) for address in first)

    def answers(self, address: str, query: Query) -> bool:
        """Whether the result at ``address`` (relative to the site's root) is one of the articles, or cites one.

        Of a page with an anchor only the part under the anchor counts.  The page of the law as a whole never does.
        """
        folder = self.folder(query.law)
        wanted = {f"{folder}#a{number}" for number in query.articles}
        parts = urlsplit(address)
        path, anchor = unquote(parts.path).removesuffix("index.html"), unquote(parts.fragment)
        if path == folder:
            return f"{path}#{anchor}" in wanted
        return bool(wanted & self._page(path).links(anchor))

    def _read(self, path: str) -> "_Page":
        page = _Page(path)
        page.feed((self._site / path / "index.html").read_text(encoding="utf-8"))
        return page


class _Page(HTMLParser):
    """Links of a page in order, and where each element with an id begins."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._links: list[str] = []
        self._anchors: list[tuple[str, str, int]] = []  # tag, id, links before it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identity := values.get("id"):
            self._anchors.append((tag, identity, len(self._links)))
        if tag == "a" and (href := values.get("href")):
            parts = urlsplit(urljoin(f"http://site/{self._path}", href))
            self._links.append(f"{unquote(parts.path)[1:].removesuffix('index.html')}#{unquote(parts.fragment)}")

    def links(self, anchor: str) -> set[str]:
        """Addresses that the page links to, under the anchor if there is one: to the next element of its tag with an id."""
        for i, (tag, identity, first) in enumerate(self._anchors):
            if anchor and identity == anchor:
                later = [place for other, _, place in self._anchors[i + 1 :] if other == tag]
                return set(self._links[first : later[0] if later else None])
        return set(self._links)


class _Heading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or (tag == "h1" and not self.text)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.text += data.strip() if self._inside else ""


def _heading(page: Path) -> str:
    """Text of the first heading of a page."""
    parser = _Heading()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.text
