"""Of a regulation that says which penal articles it leaves out, all others have a conduct."""

from pathlib import Path

from generator.auditing.checks.unrecorded import CHECK
from generator.auditing.official import read_official
from generator.problems import Problem, Problems
from tests.auditing.conftest import NEW, RECORDS, TEXTS, write_official, write_project

_OWN = {key: text for key, text in TEXTS.items() if key[0] == NEW}
_FINED = {**_OWN, (NEW, 7, ""): "违反本法规定，擅自垂钓的，由水库主管部门处五百元以下的罚款。", **TEXTS}
_NAMED = next(name for name, text in RECORDS.items() if "试验水库法" in text and "versions" in text)


def _said(root: Path, unrecorded: str) -> list[Problem]:
    where = next(line for line in RECORDS[_NAMED].splitlines() if "试验水库法" in line)
    records = {**RECORDS, _NAMED: RECORDS[_NAMED].replace(where, f"{where}\n  unrecorded: {unrecorded}", 1)}
    library = write_project(root / "project", records)
    official = read_official(write_official(root / "shared", _FINED), Problems())
    return [problem for problem in CHECK.run(library, official) if isinstance(problem, Problem)]


def test_a_penal_article_without_conduct_is_found(tmp_path: Path) -> None:
    found = _said(tmp_path, "[]")
    assert ("E626", "第7条是罚则，没有一种违法行为据它处罚") in [(one.code, one.message) for one in found]


def test_what_is_explained_is_not_asked_again(tmp_path: Path) -> None:
    why = _said(tmp_path, "[{articles: [7], why: 虚构, checked: 2026-11-24}]")
    assert not [one for one in why if "第7条" in one.message]


def test_what_explains_nothing_is_told(tmp_path: Path) -> None:
    """第3条 has a conduct, 第1条 punishes nobody."""
    found = _said(tmp_path, "[{articles: [1, 3, [5, 7]], why: 虚构, checked: 2026-11-24}]")
    assert {one.message[:3] for one in found if one.code == "E630"} >= {"第1条", "第3条"}


def test_a_regulation_that_says_nothing_is_not_asked(tmp_path: Path) -> None:
    library = write_project(tmp_path / "project", dict(RECORDS))
    official = read_official(write_official(tmp_path / "shared", _FINED), Problems())
    assert not list(CHECK.run(library, official))
