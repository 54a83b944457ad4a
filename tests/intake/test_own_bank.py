"""The bank's own questions, brought in as a trainer's paper: they are right, so nothing may be said against them."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.intake.taking import take
from generator.library import build_library
from generator.problems import Problems
from generator.questions.bank import asked
from generator.questions.item import Item, letter
from tests.conftest import ROOT

#: Told of a paper of the whole bank, in which one fact is asked in several ways.
AGAIN = {"duplicate-in-file", "numbering-broken"}


def written(items: list[Item]) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        right = [place for place, option in enumerate(item.options) if option.correct]
        if item.type == "judge":
            yield f"{number}. {item.stem}（{'√' if right == [0] else '×'}）"
        else:
            yield f"{number}. {item.stem}"
            yield from (f"{letter(place)}. {option.text}" for place, option in enumerate(item.options))
            yield f"答案：{''.join(map(letter, right))}"
        yield f"解析：{item.explanation}".replace("\n", "")


@pytest.mark.slow
def test_nothing_is_said_against_what_is_right(tmp_path: Path) -> None:
    library = build_library(ROOT, datetime.date(2026, 11, 28), Problems())
    items = [made for _, made in asked(library, Problems()) if isinstance(made, Item)]
    items = [item for item in items if item.type in ("single", "multiple", "judge") and "\n" not in item.stem]
    (tmp_path / "题库.txt").write_text("\n".join(written(items)), encoding="utf-8")
    taken = take(library, (), tmp_path / "题库.txt", lambda _: None)
    assert len(taken.questions) == len(items) > 1000
    told = {
        (one.judged.question.stem[:40], problem.kind, problem.says)
        for one in taken.questions
        for problem in one.judged.problems
        if problem.kind not in AGAIN
    }
    assert told == set()
