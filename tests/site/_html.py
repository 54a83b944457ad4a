"""A reader of built pages: what they link to, what they load, their headings and what stands below them."""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: tag → attributes that make a browser load something at once.
LOADS = {
    "link": ("href",), "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src", "srcset"),
    "video": ("src", "poster"), "audio": ("src",), "embed": ("src",), "object": ("data",), "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"), "input": ("src",),
}  # fmt: skip
VOID = {"img", "input", "svg", "hr", "rect", "circle"}
#: The name of a language, which nobody fetches.
SVG = "http://www.w3.org/2000/svg"
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(slots=True)
class Heading:
    """A heading of the article, and whether anything stands below it before the next of its level or above."""

    level: int
    text: str = ""
    filled: bool = False


@dataclass(slots=True)
class Read:
    """What one page holds."""

    lang: str = ""
    ids: list[str] = field(default_factory=list)
    parts: list[str] = field(
        default_factory=list
    )  # files that a script puts in place when somebody comes to what is in them
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    h1: int = 0
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = Read()
        self._article = False
        self._heading: Heading | None = None
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        read = self.read
        read.lang = named.get("lang", read.lang) if tag == "html" else read.lang
        read.ids += [named["id"]] if "id" in named else []
        read.parts += [named["data-part"]] if "data-part" in named else []
        read.handlers += [name for name in named if name.startswith("on")]
        if tag in ("a", "area"):
            read.links += [named["href"]] if "href" in named else []
            read.ids += [named["name"]] if "name" in named else []
        if tag == "form":
            read.links.append(named.get("action", ""))
        if tag == "link" and named.get("rel") in ("canonical", "alternate", "prev", "next", "edit"):
            read.links.append(named["href"])
        else:
            read.loads += [named[name] for name in LOADS.get(tag, ()) if named.get(name)]
        read.loads += [first or second for first, second in CSS_URL.findall(named.get("style", ""))]
        self._quiet += tag in ("script", "style", "template")
        self._article = self._article or tag == "article"
        if re.fullmatch("h[1-6]", tag):
            read.h1 += tag == "h1"
            if self._article:
                self._heading = Heading(int(tag[1]))
                self._fill(below=self._heading.level)
                read.headings.append(self._heading)
        elif tag in VOID and self._article and self._heading is None:
            self._fill()

    def handle_endtag(self, tag: str) -> None:
        self._quiet -= tag in ("script", "style", "template")
        if re.fullmatch("h[1-6]", tag):
            self._heading = None
        if tag == "article":
            self._article = False

    def handle_data(self, data: str) -> None:
        if self._quiet:
            return
        self.read.text += data
        if self._heading is not None:
            self._heading.text += data
        elif self._article and data.strip():
            self._fill()

    def _fill(self, below: int = 7) -> None:
        """What comes now stands below every open heading of a higher rank than ``below``."""
        level = below
        for heading in reversed(self.read.headings):
            if heading.level < level:
                heading.filled = True
                level = heading.level


def read(html: str) -> Read:
    """Read one page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.read


class Site:
    """A built site on disk."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.pages = {
            path.relative_to(self.root).as_posix(): read(path.read_text(encoding="utf-8"))
            for path in sorted(self.root.rglob("*.html"))
        }

    def broken_links(self) -> list[str]:
        """Internal links that lead to no file or to no id there, as ``page → link``."""
        found = []
        for name, page in self.pages.items():
            for link in dict.fromkeys([*page.links, *page.loads]):
                parts = urlsplit(link)
                if parts.scheme or parts.netloc:
                    continue
                target = self.target(name, unquote(parts.path))
                if target is None or (parts.fragment and not self._holds(target, unquote(parts.fragment))):
                    found.append(f"{name} → {link}")
        return found

    def _holds(self, page: str, id: str) -> bool:
        """Whether a page has the id, or a part of it that is loaded when an address names it."""
        return page not in self.pages or id in self.pages[page].ids or id in self._in_parts(page)

    @cache  # noqa: B019  (a site lives as long as its tests)
    def _in_parts(self, page: str) -> frozenset[str]:
        files = [self.target(page, part) for part in self.pages[page].parts]
        texts = [json.loads((self.root / file).read_text(encoding="utf-8"))["html"] for file in files if file]
        return frozenset(id for text in texts for id in read(text).ids)

    def target(self, page: str, path: str) -> str | None:
        """The file that a link of a page leads to, below the root; None where there is none."""
        if not path:
            return page
        base = self.root if path.startswith("/") else (self.root / page).parent
        target = (base / path.lstrip("/")).resolve()
        target = target / "index.html" if target.is_dir() else target
        inside = target.is_relative_to(self.root) and target.is_file()
        return target.relative_to(self.root).as_posix() if inside else None

    def foreign_loads(self) -> list[str]:
        """What pages, style sheets and scripts load from another host, as ``file → address``."""
        found = [f"{name} → {load}" for name, page in self.pages.items() for load in page.loads if foreign(load)]
        for path in sorted(self.root.rglob("*.css")):
            loads = [first or second for first, second in CSS_URL.findall(path.read_text(encoding="utf-8"))]
            found += [f"{path.name} → {load}" for load in loads if foreign(load)]
        for path in sorted((self.root / "assets" / "pufa").rglob("*.js")):
            text = path.read_text(encoding="utf-8").replace(SVG, "")
            found += [f"{path.name} → {load}" for load in re.findall(r"['\"`]((?:https?:)?//[^'\"`\s]+)", text)]
        return found


def foreign(address: str) -> bool:
    """Whether the address is of another host; data within the page is not."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")
