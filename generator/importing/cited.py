"""The citations of a file, each with its column in the file itself."""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.importing.base import Refused
from generator.importing.files import read_bytes, read_text
from generator.importing.readers import plain
from generator.legal.characters import fold_with_places
from generator.legal.citations import Mention, Names, read_mentions

_AS_WRITTEN = (".md", ".markdown", ".txt", ".text")


@dataclass(frozen=True)
class Cited:
    """A file and its citations.

    Attributes:
        lines: its text with odd characters made plain; a paragraph each where the form has paragraphs.
        mentions: the citations in order, with columns in ``lines``.
        shown: the same with columns, and words, as they stand in the file.
    """

    lines: tuple[str, ...]
    mentions: tuple[Mention, ...]
    shown: tuple[Mention, ...]


def cited_in(path: Path, names: Names) -> Cited:
    """Read a file and find its citations.

    Raises:
        Refused: the file can't be read.
    """
    if path.suffix.lower() not in _AS_WRITTEN:
        lines = read_text(path).lines
        mentions = tuple(read_mentions(lines, names))
        return Cited(lines, mentions, mentions)
    written = plain.read(read_bytes(path))
    folded = [fold_with_places(line) for line in written]
    lines = tuple(text for text, _ in folded)
    mentions = tuple(read_mentions(lines, names))
    return Cited(lines, mentions, tuple(_shown(one, written[one.line], folded[one.line][1]) for one in mentions))


def _shown(mention: Mention, line: str, places: list[int] | None) -> Mention:
    if places is None:
        return mention
    start, end = places[mention.start], places[mention.end - 1] + 1
    return replace(mention, start=start, end=end, surface=line[start:end])


__all__ = ["Cited", "Refused", "cited_in"]
