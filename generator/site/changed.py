"""What changed since an earlier build, as a page of the site and as an Atom feed beside it."""

from collections.abc import Iterator, Mapping

from generator.impact.builds import Built, built_of, differences, feed
from generator.library import Library
from generator.site.page import Asset, Page
from generator.site.templates import render

PATH, FEED = "changes", "feed.xml"


def changed_files(library: Library, old: Built, files: Mapping[str, bytes]) -> Iterator[Page | Asset]:
    """The page of changes and the feed.

    Args:
        library: of the site that is built now.
        old: the earlier build.
        files: what the site that is built now keeps for programs: name → content.
    """
    new = built_of(files.__getitem__)
    found = list(differences(old, new))
    body = render("changes.html", PATH, library, old=old, new=new, found=found, feed=FEED)
    yield Page(PATH, "这次的变化", body, f"从 {old.as_of} 到 {new.as_of} 内容的变化")
    yield Asset(FEED, feed(new, found, FEED))
