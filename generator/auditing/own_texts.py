"""Every text in own words that tells what articles say, with the words of the articles that it tells."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.auditing.lookup import beside, part_of, with_digests
from generator.auditing.official import Official
from generator.auditing.running import CitedWords, claims, names_of
from generator.kinds import BasisValue, Record
from generator.kinds.guide import Guide
from generator.legal.citations import Names
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import values
from generator.library.remember import once
from generator.problems import Place

#: Kind → fields that tell what the articles say; a part with citations of its own rests on those.
FIELDS: dict[str, tuple[str, ...]] = {
    "obligation": ("title", "trigger", "deadline", "frequency", "retention"),
    "term": ("definition",),
    "responsibility": ("duty",),
    "concordance": ("summary",),
    "conduct": ("title", "do"),
    "power-item": ("title", "duties"),
    "exemption": ("title", "all_of", "any_of"),
    "procedure": ("steps.title", "steps.time_limit", "limits.says"),
}


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text in own words.

    Attributes:
        kind, record, path: where it stands.
        text: the words.
        law: the parts of the articles that it tells.
        heading: words above the text, which may say a part of it.
        line: of the text within the field, from 0.
        working: numbers of days that are working days by a clause of the laws that it tells; where nobody asks, none.
    """

    kind: str
    record: Record
    path: tuple[str | int, ...]
    text: str
    law: str
    heading: str = ""
    line: int = 0
    working: frozenset[int] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether the text tells all that the article says, so that nothing may be dropped."""
        return self.kind == "article"

    @property
    def at(self) -> Place:
        """File and line."""
        at = self.record.place(*self.path)
        return Place(at.file, at.line + self.line, at.column if not self.line else 0) if self.line else at

    @property
    def place(self) -> str:
        """The field in words, as a person confirms it."""
        return " ".join(str(step) for step in self.path)


@once
def own_texts(library: Library, official: Official) -> tuple[OwnText, ...]:
    """Digests, then the other kinds in order of their table, then guides; none whose articles the copy lacks."""
    return tuple(_own_texts(library, official))


def _own_texts(library: Library, official: Official) -> Iterator[OwnText]:
    for record, digest, article in with_digests(library, official):
        yield OwnText("article", record, ("digest",), digest, article.text, record.heading)
    for kind, fields in FIELDS.items():
        for other in library.all(kind):
            if getattr(other, "issued_by", None):
                continue  # a list that the official texts need not hold
            everywhere = tuple(dict.fromkeys(citing.basis for citing in citations(kind, other)))
            for path, text in (found for field in fields for found in values(library, other, field)):
                if law := _law(library, official, other, beside(other, path[:-1]) or everywhere):
                    yield OwnText(kind, other, path, text, law)
    for guide in library.of("guide", Guide):
        for claim in claims_of(library, guide.id):
            if law := _law(library, official, guide, claim.bases):
                yield OwnText("guide", guide, ("body",), claim.text, law, line=claim.line)


@once
def claims_of(library: Library, guide: str) -> tuple[CitedWords, ...]:
    """What a guide claims, each with the articles cited for it; three checks ask."""
    found = library.get("guide", guide)
    assert isinstance(found, Guide)
    return tuple(claims(found.body, names_in_guides(library)))


@once
def names_in_guides(library: Library) -> Names:
    """What laws may be called there."""
    return names_of(library.regulations)


def _law(library: Library, official: Official, record: Record, bases: tuple[BasisValue, ...]) -> str:
    """The parts that are cited, a line each; empty where the copy lacks one."""
    parts = [
        part_of(library, official, record, basis) for basis in bases if library.get("regulation", basis.regulation)
    ]
    return "\n".join(part.text for part in parts if part) if all(parts) else ""
