"""Pages of the PDF as poppler draws them, held against what they looked like when a person last looked at them."""

import dataclasses
import json
from pathlib import Path

import pytest

from generator.exports.papers.document import Document, Options, Para
from tests.exports import _inked

pytestmark = pytest.mark.slow
KEPT = {name: [tuple(page) for page in pages] for name, pages in json.loads(_inked.KEPT.read_text("utf-8")).items()}
TOLD = "pages look otherwise: look at them, and where that is meant run python -m tests.exports._inked"


@pytest.mark.parametrize("name", KEPT)
def test_pages_look_as_they_did(name: str, tmp_path: Path) -> None:
    assert _inked.differing(KEPT[name], _inked.inked(_inked.documents()[name], tmp_path)) == [], TOLD


def test_every_document_is_held() -> None:
    assert set(KEPT) == set(_inked.documents())
    assert all(any(set(row) > {"0"} for row in page) for pages in KEPT.values() for page in pages)


def without_options(document: Document) -> Document:
    """The options of the first question are missing."""
    gone = next(block for block in document.blocks if isinstance(block, Options))
    return dataclasses.replace(document, blocks=tuple(block for block in document.blocks if block is not gone))


def in_another_style(document: Document) -> Document:
    """Titles of sections are set as common text."""
    changed = (
        dataclasses.replace(b, style="题干") if isinstance(b, Para) and b.style == "大题" else b
        for b in document.blocks
    )
    return dataclasses.replace(document, blocks=tuple(changed))


def without_seal(document: Document) -> Document:
    """No 密封线, and other margins."""
    return dataclasses.replace(document, page="portrait")


@pytest.mark.parametrize("spoiled", [without_options, in_another_style, without_seal])
def test_a_page_that_looks_otherwise_is_seen(spoiled, tmp_path: Path) -> None:
    assert _inked.differing(KEPT["paper"], _inked.inked(spoiled(_inked.documents()["paper"]), tmp_path))
