"""How dark each field of a PDF's pages is, as rows of digits: what pages look like, kept as text that a person can read.

``python -m tests.exports._inked`` writes tests/exports/pages.json anew, after a change that is meant to be seen.  Fonts come from the
locked package alone, so that pages are alike on every system.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generator.exports.papers.audit import audit_document
from generator.exports.papers.document import Document
from generator.exports.papers.key import key_document
from generator.exports.papers.paper import paper_document
from generator.exports.typeset.write import pdf_of
from tests.exports import _every, _office
from tests.exports._paper import LIBRARY

KEPT = Path(__file__).with_name("pages.json")
#: Fields across and down a page, dots an inch that pages are drawn with, and steps of darkness; the last is a quarter black or more.
ACROSS, DOWN, DOTS, STEPS = 42, 59, 60, 9
#: How many steps a field may differ by and not count, and the share of fields that may count: other versions of poppler draw otherwise.
NEAR, MAY_DIFFER = 1, 0.01

Page = tuple[str, ...]


def documents() -> dict[str, Document]:
    """The paper with an item of every type, its key, and its audit sheet."""
    (paper,) = _every.exam().papers
    return {
        "paper": paper_document(LIBRARY, paper),
        "key": key_document(LIBRARY, paper),
        "audit": audit_document(LIBRARY, paper),
    }


def inked(document: Document, folder: Path) -> list[Page]:
    """Each page of the document, typeset, as rows of digits."""
    file = folder / "page.pdf"
    file.write_bytes(pdf_of([document], LIBRARY.as_of, system=False))
    return [_fields(*_office.grey(file, page, DOTS)) for page in range(1, _office.pages(file) + 1)]


def _fields(wide: int, high: int, points: bytes) -> Page:
    across, down = (ACROSS, DOWN) if high > wide else (DOWN, ACROSS)
    rows = []
    for row in range(down):
        lines = range(row * high // down, (row + 1) * high // down)
        fields = []
        for column in range(across):
            left, right = column * wide // across, (column + 1) * wide // across
            field = b"".join(points[line * wide + left : line * wide + right] for line in lines)
            dark = 1 - sum(field) / (255 * len(field))
            fields.append(str(min(STEPS, round(dark * 4 * STEPS))))
        rows.append("".join(fields))
    return tuple(rows)


def differing(one: Sequence[Page], two: Sequence[Page]) -> list[str]:
    """What is seen to differ between pages; nothing where they are alike enough."""
    if len(one) != len(two):
        return [f"{len(one)} pages and {len(two)}"]
    found = []
    for number, (kept, now) in enumerate(zip(one, two, strict=True), 1):
        if [len(row) for row in kept] != [len(row) for row in now]:
            found.append(f"page {number} is of another size")
            continue
        pairs = [pair for row, other in zip(kept, now, strict=True) for pair in zip(row, other, strict=True)]
        other = sum(abs(int(a) - int(b)) > NEAR for a, b in pairs)
        if other > MAY_DIFFER * len(pairs):
            found.append(f"page {number} differs in {other} of {len(pairs)} fields")
    return found


def main() -> None:
    """Write the pages anew."""
    with tempfile.TemporaryDirectory() as folder:
        found = {name: inked(document, Path(folder)) for name, document in documents().items()}
    KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
