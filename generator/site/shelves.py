"""Shelves of practice: which items are practised together, in which order, and on which page each stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.library import Library
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.item import Item, rank

#: Questions on one page; a topic with more goes on over further pages.
PER_PAGE = 60


@dataclass(frozen=True, slots=True)
class Shelf:
    """Questions that are practised together.

    Attributes:
        path: address of its first page, without the slash at the end.
        title: what people call it.
        summary: what it is about.
        items: mixed, the same way on every build.
    """

    path: str
    title: str
    summary: str
    items: tuple[Item, ...]

    @property
    def parts(self) -> Iterator[tuple[str, tuple[Item, ...]]]:
        """The address of each of its pages, without the slash at the end, and the items on it."""
        for index, start in enumerate(range(0, len(self.items), PER_PAGE)):
            yield self.path + (f"/{index + 1}" if index else ""), self.items[start : start + PER_PAGE]


def by_topic(library: Library, bank: Bank) -> list[Shelf]:
    """A shelf for each topic that has items."""
    shelves = (
        Shelf(f"practice/{topic.id}", topic.title, topic.summary or "", _mixed(bank.by_topic(topic.id)))
        for topic in library.topics
    )
    return [shelf for shelf in shelves if shelf.items]


def by_type(bank: Bank) -> list[Shelf]:
    """A shelf for each of the rarer types that has items."""
    shelves = (
        Shelf(
            f"practice/types/{type.id}",
            type.title,
            type.practice,
            _mixed([item for item in bank.items if item.type == type.id]),
        )
        for type in types.all_types()
        if type.practice
    )
    return [shelf for shelf in shelves if shelf.items]


def addresses(library: Library, bank: Bank) -> dict[str, str]:
    """Id of an item → address of the first page, of topics and then of types, on which it is practised."""
    found: dict[str, str] = {}
    for shelf in (*by_topic(library, bank), *by_type(bank)):
        for path, items in shelf.parts:
            for item in items:
                found.setdefault(item.id, f"{path}/")
    return found


def _mixed(items: Iterable[Item]) -> tuple[Item, ...]:
    """Rules come one after another in the bank; practice mixes them."""
    return tuple(sorted(items, key=lambda item: rank("practice", item.id)))
