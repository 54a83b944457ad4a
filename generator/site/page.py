"""Pages: what the site is made of, before anybody has decided how it is written.

A page kind is one file in ``pages/`` that defines ``PAGE``; it turns the context into Page values.  MkDocs and the
staged tree both write the same values.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.registry import Slot
from generator.site.context import Context


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        path: address below the site's root, without slashes at the ends; '' is the home page.
        title: title, also of the browser's tab.
        body: HTML; its ``<h1>``, ``<h2>`` and ``<h3>`` at the top level stand on lines of their own.
        description: one sentence for search engines and previews.
        section: which entry of the site's menu it belongs to.
        focused: whether people answer questions on it; on a phone it leaves the menu out.
    """

    path: str
    title: str
    body: str
    description: str = ""
    section: str = ""
    focused: bool = False

    @property
    def source(self) -> str:
        """The Markdown file that MkDocs takes it for."""
        return f"{self.path}/index.md" if self.path else "index.md"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is not a page: path below the site's root, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page.

    Attributes:
        name: stable name.
        title: what it shows, for maintainers.
        generate: context → pages and assets, in a fixed order.
    """

    name: str
    title: str
    generate: Callable[[Context], Iterable[Page | Asset]] = field(compare=False)


#: Where pages are added.
PAGES = Slot("pufa.pages", "generator.site.pages", "PAGE", PageKind, key="name")
