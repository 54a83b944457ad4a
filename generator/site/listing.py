"""Two shapes of page kind that many kinds of content share: one page that lists all, or a list and a page for each.

A page that shows more than its records builds itself; these are for those that don't.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.kinds import Record
from generator.library import Library
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list of records is called and where it stands.

    Attributes:
        kind: kind of its records.
        path: address of the list; of a record's page, the folder.
        title: heading, in Chinese.
        section: entry of the menu it belongs to.
        description: one sentence on what one finds there.
        template: file below templates/pages.
        blurb: what a record's card says below its title.
        whole: what else the list shows: context → values for its template.
        more: what else a record's page shows: context and record → values for its template.
        taken: name of the list to take away; '' where there is none.
        group: the heading below which the list shows a record, such as its topic; '' where the list has no headings.
    """

    kind: str
    path: str
    title: str
    section: str
    description: str
    template: str
    blurb: Callable[[Library, Any], str] = field(
        default=lambda library, record: getattr(record, "summary", None) or "", compare=False
    )
    whole: Callable[[Context], Mapping[str, object]] = field(default=lambda context: {}, compare=False)
    more: Callable[[Context, Any], Mapping[str, object]] = field(default=lambda context, record: {}, compare=False)
    taken: str = ""
    group: Callable[[Context, Any], str] = field(default=lambda context, record: "", compare=False)


def shortened(text: str, most: int = 60) -> str:
    """The text, or as much of it as a card has room for."""
    return text if len(text) <= most + 5 else f"{text[: most - 3]}..."


def one_page(listing: Listing) -> PageKind:
    """A page kind with one page; its template gets ``records`` and ``files``."""

    def generate(context: Context) -> Iterator[Page]:
        records = context.library.all(listing.kind)
        body = render(listing.template, listing.path, context.library, records=records, **listing.whole(context))
        yield Page(listing.path, listing.title, body, listing.description, listing.section)

    return PageKind(listing.path, listing.title, generate)


def page_each(listing: Listing) -> PageKind:
    """A page kind with a list as cards and a page for each record; its template gets ``record``, ``files`` and ``more``."""

    def generate(context: Context) -> Iterator[Page]:
        library = context.library
        records = library.all(listing.kind)
        groups: dict[str, list[Record]] = {topic.label: [] for topic in library.topics}
        for record in records:
            groups.setdefault(listing.group(context, record), []).append(record)
        filled = [(heading, members) for heading, members in groups.items() if members]
        cards = render("cards.html", listing.path, library, listing=listing, groups=filled)
        yield Page(listing.path, listing.title, cards, listing.description, listing.section)
        for record in records:
            path = f"{listing.path}/{record.id}"
            body = render(listing.template, path, library, record=record, **listing.more(context, record))
            yield Page(path, record.label, body, f"{listing.title}：{record.label}", listing.section)

    return PageKind(listing.path, listing.title, generate)
