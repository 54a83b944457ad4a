"""What our own exports write is read back as the same question."""

from pathlib import Path

import pytest

from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.importing.questions.base import Brought
from generator.importing.questions.files import read_questions
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.item import Item

FORMATS = ("chaoxing", "kaoshibao", "motibang", "wjx", "xlsx")
TYPES = frozenset({"single", "multiple", "judge", "blank"})


def face(item: Item, library: Library) -> tuple[object, ...]:
    """All that a question tells, as it must come back."""
    options = tuple(o.text for o in item.options) if item.type in ("single", "multiple") else ()
    whys = tuple(o.why for o in item.options) if options else ()
    right = tuple(n for n, o in enumerate(item.options) if o.correct) if options else ()
    truth = item.options[0].correct if item.type == "judge" else None
    blanks = tuple(blank.accepted[0] for blank in item.response.blanks)
    plain = " ".join(item.explanation.split())
    basis = tuple(map(library.cite, item.basis))
    return item.type, item.stem.replace("**", ""), options, right, truth, blanks, plain, whys, basis, item.sample


def seen(one: Brought) -> tuple[object, ...]:
    blanks = tuple(blank[0] for blank in one.blanks)
    plain = " ".join(one.explanation.split())
    kept = one.kept
    return (
        one.type,
        one.stem,
        one.options,
        one.right,
        one.truth,
        blanks,
        plain,
        kept.whys if one.options else (),
        kept.basis,
        kept.sample,
    )


def round_trip(library: Library, items: tuple[Item, ...], format: str, folder: Path) -> None:
    """Export the items and read every file that came of it."""
    outcome = formats()[format].export(library, Bank(items), Wishes(skip_unsupported=True))
    left = {item.id for item in items if any(item.id in problem.message for problem in outcome.problems)}
    wanted = [face(item, library) for item in items if item.id not in left]
    for file in outcome.files:
        (folder / file.name).write_bytes(file.content)
        found = read_questions(folder / file.name).questions
        assert [fault for one in found for fault in one.faults] == []
        assert [seen(one) for one in found] == wanted


@pytest.mark.parametrize("format", FORMATS)
def test_the_miniature_comes_back(
    mini_library: Library, mini_asked: tuple[Item, ...], format: str, tmp_path: Path
) -> None:
    round_trip(mini_library, tuple(item for item in mini_asked if item.type in TYPES), format, tmp_path)
