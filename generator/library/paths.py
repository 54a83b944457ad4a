"""Values of a record by path, as kinds name them (see ``kinds/_kind.py``), with the place of each."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.kinds import BasisValue, Record
from generator.kinds._kind import Words
from generator.kinds.article import Article
from generator.kinds.penalty import Tier
from generator.library import wording
from generator.library.links import kind_named_by
from generator.library.model import Library

Place = tuple[str | int, ...]


def values(library: Library, record: Record, path: str) -> Iterator[tuple[Place, Any]]:
    """Yield the values at ``path`` that are not empty, each with its place in the record.

    A place ends where the path leaves the record through a reference or a citation.

    Raises:
        AttributeError: the model has no such field or property.
    """
    yield from _walk(library, record, tuple(path.split(".")), ()) if path else ()


def text_of(library: Library, record: Record, words: str | Words) -> str:
    """The text that a path or several make; '' where nothing stands there."""
    if isinstance(words, str):
        words = Words((words,)) if words else Words(())
    found: list[str] = []
    for path in words.paths:
        texts = [text for _, value in values(library, record, path) if (text := _text(value))]
        found += dict.fromkeys(texts) if path in words.once else texts
    found = found[: words.most]
    return words.join.join(found) + words.end if found else ""


def _text(value: Any) -> str:
    if isinstance(value, Tier):
        return f"{wording.tier_name(value)} {wording.fine_text(value.fine)}" if value.fine else ""
    return str(value)


def _walk(library: Library, value: Any, steps: tuple[str, ...], place: Place) -> Iterator[tuple[Place, Any]]:
    if value is None or value in ("", ()):
        return
    if isinstance(value, tuple):
        numbered = bool(steps) and steps[0].isdecimal()
        for index, part in enumerate(value):
            if not numbered:
                yield from _walk(library, part, steps, (*place, index))
            elif index == int(steps[0]):
                yield from _walk(library, part, steps[1:], (*place, index))
    elif not steps:
        yield place, value
    elif isinstance(value, BasisValue):
        yield from _walk(library, library.article(value), steps, place)
    else:
        yield from _walk(library, _part(library, value, steps), steps[1:], (*place, steps[0]))


def _part(library: Library, value: BaseModel, steps: tuple[str, ...]) -> Any:
    """The field or property; of a reference that the path goes on from, the record named; of an article's text the official
    one, where it is at hand.
    """
    if isinstance(value, Article) and steps == ("text",):
        held = library.official(value.regulation, value.key)
        return held.text if held else value.text
    part = getattr(value, steps[0])
    kind = kind_named_by(type(value), steps[0]) if len(steps) > 1 else None
    if kind is None or part is None:
        return part
    return tuple(library.get(kind, id) for id in part) if isinstance(part, tuple) else library.get(kind, part)
