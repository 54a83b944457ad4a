"""Measured difficulties: whose figures count, when, and that no figure outlives its question."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exams.shuffle import turned
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.questions.difficulty import (
    DIFFICULTY_FILE,
    Measured,
    read_sittings,
    sittings_text,
    with_measured,
)
from generator.questions.digests import of_face
from generator.questions.item import Option
from generator.sitting.key import key_of
from tests.sitting._forms import ITEMS, data, paper

ONE = ITEMS[0]
BANK = Bank(ITEMS)


def write(root: Path, **sittings: Measured) -> None:
    file = root / DIFFICULTY_FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(sittings_text({name: {ONE.id: entry} for name, entry in sittings.items()}), encoding="utf-8")


def difficulty(root: Path) -> float:
    problems = Problems()
    bank = with_measured(BANK, root, problems)
    assert len(problems) == 0
    assert [item.difficulty for item in bank.items[1:]] == [item.difficulty for item in BANK.items[1:]]
    return bank.items[0].difficulty


def test_without_the_file_all_is_estimated(tmp_path: Path) -> None:
    assert with_measured(BANK, tmp_path, Problems()) is BANK


def test_from_thirty_answers_on_the_measured_one_counts(tmp_path: Path) -> None:
    write(tmp_path, a=Measured(of_face(ONE), 29, 0.8))
    assert difficulty(tmp_path) == ONE.difficulty
    write(tmp_path, a=Measured(of_face(ONE), 30, 0.8))
    assert difficulty(tmp_path) == 0.2


def test_sittings_count_by_their_people(tmp_path: Path) -> None:
    write(tmp_path, a=Measured(of_face(ONE), 10, 0.9), b=Measured(of_face(ONE), 30, 0.5))
    assert difficulty(tmp_path) == 0.4


def test_what_was_changed_is_another_question(tmp_path: Path) -> None:
    write(tmp_path, a=Measured(of_face(replace(ONE, stem="别的？")), 100, 0.9))
    assert difficulty(tmp_path) == ONE.difficulty
    write(tmp_path, a=Measured(of_face(replace(ONE, explanation="另一种解释。")), 100, 0.9))
    assert difficulty(tmp_path) == 0.1


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.type)
def test_the_face_is_the_same_in_every_form_and_in_its_key(item: Any) -> None:
    faces = {of_face(turned(item, seed)) for seed in "abcdef"}
    assert faces == {of_face(item)}
    key = key_of(data(paper(items=(turned(item, "x"),), points=(2.0,))))
    assert of_face(key.items[0].item) == of_face(item)


def test_the_face_follows_the_key() -> None:
    swapped = tuple(Option(option.text, option.text == "选项0", option.why) for option in ONE.options)
    assert of_face(replace(ONE, options=swapped)) != of_face(ONE)
    match, order = ITEMS[4], ITEMS[5]
    for item in (match, order):
        other = replace(item.response, sequence=item.response.sequence[::-1])
        assert of_face(replace(item, response=other)) != of_face(item)
    assert len({of_face(item) for item in ITEMS}) == len(ITEMS)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "{}", '{"sittings": []}', '{"sittings": {"a": []}}', '{"sittings": {"a": {"q": {}}}}',
        '{"sittings": {"a": {"q": {"face": "x", "count": 0, "share": 0.5}}}}',
        '{"sittings": {"a": {"q": {"face": "x", "count": 9, "share": 1.5}}}}',
        '{"sittings": {"a": {"q": {"face": "x", "count": 9, "share": NaN}}}}',
        "[" * 100_000,
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_a_problem_and_changes_nothing(tmp_path: Path, text: str) -> None:
    write(tmp_path, a=Measured("x", 1, 0.5))
    (tmp_path / DIFFICULTY_FILE).write_text(text, encoding="utf-8")
    problems = Problems()
    assert with_measured(BANK, tmp_path, problems) is BANK
    assert [problem.code for problem in problems] == ["E404"]


ENTRIES = st.builds(
    Measured,
    st.text("0123456789abcdef", min_size=1),
    st.integers(1, 9999),
    st.integers(0, 10_000).map(lambda n: n / 10_000),
)


@given(
    st.dictionaries(st.text("abc", min_size=1), st.dictionaries(st.text(min_size=1), ENTRIES, min_size=1), min_size=1)
)
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, sittings: Any) -> None:
    file = tmp_path_factory.mktemp("x") / "difficulty.json"
    file.write_text(sittings_text(sittings), encoding="utf-8")
    assert read_sittings(file) == sittings
    assert json.loads(file.read_text(encoding="utf-8")).keys() == {"sittings"}
