"""What a content pack is, and what a project took of it."""

from dataclasses import dataclass, field
from pathlib import Path

from generator.registry import Slot

#: Kind's name and id of a record.
Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pack:
    """Content that a project may take as it is.

    Attributes:
        id: stable slug, as content/site.yml names it.
        title: what people call it.
        root: the folder that holds ``content/`` and, where there are any, ``quizzes/``.
    """

    id: str
    title: str
    root: Path = field(compare=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a project took of a pack.

    Attributes:
        pack: of which.
        count: how many records.
        replaced: records in whose place the project has its own.
        left_out: records that the project does without: of kinds that it writes itself, named by it, of law that does not
            apply where it serves, and whatever says nothing without those.
        cut: records that lost a reference or a citation to what was left out; somebody has to read them.
    """

    pack: Pack
    count: int
    replaced: tuple[Named, ...]
    left_out: tuple[Named, ...]
    cut: tuple[Named, ...]


#: Where packs are added.
PACKS = Slot("pufa.packs", "generator.library.packs", "PACK", Pack)
