"""The whole bank of this repository through every format that takes a bank, and papers of it through every other."""

import re
from pathlib import Path

import pytest

from generator.exams.forms import assemble_exam
from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.item import letter
from tests.exports import _platforms
from tests.exports.test_platforms import MAIN, READERS, questions
from tests.intake.test_round_trip import FORMATS, TYPES, round_trip

pytestmark = pytest.mark.slow
SKIP = Wishes(skip_unsupported=True)


def plain(text: str) -> str:
    """Text as every platform must have it: widths of brackets, strokes and spaces apart."""
    return re.sub(r"\s", "", text.translate(str.maketrans("（）［］＜＞", "()[]<>")))


@pytest.fixture
def whole(content_library: Library, content_bank: Bank) -> tuple[Library, Bank]:
    return content_library, content_bank


@pytest.mark.parametrize("name", FORMATS)
def test_a_sample_of_the_bank_comes_back(whole, name: str, tmp_path: Path) -> None:
    library, bank = whole
    items = tuple(item for item in bank.items if item.type in TYPES)[::12]
    round_trip(library, items, name, tmp_path)


@pytest.mark.parametrize("name", READERS)
def test_every_item_is_written_or_named(whole, name: str) -> None:
    library, bank = whole
    outcome = formats()[name].export(library, bank, SKIP)
    found = READERS[name](outcome.named[MAIN[name]])
    left = [problem.message for problem in outcome.problems if problem.code == "W816"]
    named = {re.search("“(.+?)”", message)[1] for message in left}
    assert len(named) == len(left)
    assert len(left) < len(bank.items) * 0.03
    assert len(found) == sum(questions(name, item) for item in bank.items if item.id not in named)
    told = iter(found)
    for item in bank.items:
        if item.id in named:
            continue
        parts = types.of(item).decided(item)
        for part in parts if len(parts) > 1 else parts * questions(name, item):
            question = next(told)
            if len(part.options) and not part.response.sequence:
                right = tuple(letter(place) for place, option in enumerate(part.options) if option.correct)
                assert question.right == right, part.id
                if types.of(part).id != "judge":
                    assert list(map(plain, question.options)) == [plain(option.text) for option in part.options], (
                        part.id
                    )
            assert plain(part.stem.split("\n")[0].replace("**", "")) in plain(question.over + question.stem), part.id
    if name == "wjx":
        assert len(_platforms.wjx_sheet(outcome.named["wjx.xlsx"])) == len(found)


def test_the_whole_bank_as_a_table(whole) -> None:
    library, bank = whole
    _head, *rows = _platforms.rows(formats()["xlsx"].export(library, bank, Wishes()).named["questions.xlsx"], "题目")
    assert [row[0] for row in rows] == [item.id for item in bank.items]
    assert [row[2].split("\n")[0].removeprefix("（示例）") for row in rows] == [
        item.stem.replace("**", "").split("\n")[0].strip() for item in bank.items
    ]


def test_every_blueprint_in_every_format(whole) -> None:
    library, bank = whole
    for plan in library.of("blueprint", Blueprint):
        problems = Problems()
        exam = assemble_exam(plan, library, bank, problems, None, 1)
        assert exam is not None, list(problems)
        for name, form in formats().items():
            if "exam" in form.takes:
                outcome = form.export(library, exam, SKIP)
                assert outcome.files, (plan.id, name)
                assert not [p for p in outcome.problems if p.severity == "错误"], (plan.id, name)
