"""The citations of a file, each with its column in the file itself."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.importing.base import Refused
from generator.importing.files import read_bytes, read_text
from generator.importing.readers import plain
from generator.legal.characters import fold_with_places
from generator.legal.citations import Mention, Names, read_mentions

_AS_WRITTEN = (".md", ".markdown", ".txt", ".text")


def mentions_of(path: Path, names: Names) -> Iterator[Mention]:
    """Every citation of a file, in order; lines are paragraphs where the form has paragraphs.

    Raises:
        Refused: the file can't be read.
    """
    if path.suffix.lower() not in _AS_WRITTEN:
        yield from read_mentions(read_text(path).lines, names)
        return
    lines = plain.read(read_bytes(path))
    folded = [fold_with_places(line) for line in lines]
    for mention in read_mentions([text for text, _ in folded], names):
        places = folded[mention.line][1]
        if places is None:
            yield mention
            continue
        start, end = places[mention.start], places[mention.end - 1] + 1
        yield replace(mention, start=start, end=end, surface=lines[mention.line][start:end])


__all__ = ["Refused", "mentions_of"]
