"""Links, roles, lists and order: what the articles do not bear out is told, and what they do is not."""

from pathlib import Path

import pytest

from generator.auditing.checks import (
    minor_breaches,
    periods_told,
    powers,
    relations,
    roles,
    standing,
    steps,
    table_labels,
)
from generator.auditing.checks._base import Doubt
from generator.auditing.official import Official, read_official
from generator.library import Library
from generator.problems import Problems
from tests.auditing.conftest import NEW, RECORDS, TEXTS, write_official, write_project

SHARED = {
    **TEXTS,
    (NEW, 5, ""): "水库主管部门会同公安机关检查水库。\n水库主管部门、公安机关在各自职责范围内做好监测。\n"
    "水库主管部门应当自受理之日起二十个工作日内作出决定。",
}
UNITS = """
- {id: police, name: 公安机关, unit_class: 部门, acts_as: [公安机关], source: 虚构}
- {id: reservoir, name: 水库主管部门, unit_class: 部门, acts_as: [水库主管部门], source: 虚构}
"""


@pytest.fixture
def shared(tmp_path: Path) -> Official:
    return read_official(write_official(tmp_path / "shared", SHARED), Problems())


def _library(root: Path, **records: str) -> Library:
    more = {f"{kind.replace('_', '-')}/all": text for kind, text in records.items()}
    return write_project(root / "project", {**RECORDS, "units/all": UNITS, **more})


def _what(found: list[Doubt]) -> list[str]:
    return [one.what for one in found]


@pytest.mark.parametrize(
    ("unit", "role", "duty", "basis", "wrong"),
    [
        ("reservoir", "lead", "检查水库", "第5条第1款", False),
        ("reservoir", "support", "检查水库", "第5条第1款", True),
        ("police", "support", "检查水库", "第5条第1款", False),
        ("police", "lead", "检查水库", "第5条第1款", True),
        ("police", "lead", "配合做好监测", "第5条第2款", True),
    ],
)
def test_who_stands_after_huitong_helps_and_who_stands_before_leads(
    tmp_path: Path, shared: Official, unit: str, role: str, duty: str, basis: str, wrong: bool
) -> None:
    row = f"- {{id: look, unit: {unit}, topic: water, duty: {duty}, role: {role}, basis: [水库法 {basis}]}}"
    found = list(roles.CHECK.run(_library(tmp_path, responsibilities=row), shared))
    assert bool(found) is wrong


def test_bodies_of_one_row_have_one_role(tmp_path: Path, shared: Official) -> None:
    rows = "".join(
        f"- {{id: {unit}-look, unit: {unit}, topic: water, duty: 在职责内监测, role: {role}, basis: [水库法 第5条第2款]}}\n"
        for unit, role in (("police", "lead"), ("reservoir", "support"))
    )
    assert len(list(roles.CHECK.run(_library(tmp_path, responsibilities=rows), shared))) == 2


def test_one_helper_among_many_leaders_whose_duty_is_its_own_is_told(tmp_path: Path, shared: Official) -> None:
    def rows(helpers: int) -> str:
        given = ["support"] * helpers + ["lead"] * (30 - helpers)
        line = (
            "- {{id: look-{at}, unit: reservoir, topic: water, duty: 发证{at}, role: {role}, basis: [水库法 第2条]}}\n"
        )
        return "".join(line.format(at=at, role=role) for at, role in enumerate(given))

    assert len(list(roles.CHECK.run(_library(tmp_path / "a", responsibilities=rows(1)), shared))) == 1
    assert not list(roles.CHECK.run(_library(tmp_path / "b", responsibilities=rows(10)), shared))


POWER = "- {{id: punish, title: 处罚, power_type: 处罚, body: {body}, basis: [水库法 第3条], conducts: [{conducts}]}}"


@pytest.mark.parametrize(
    ("body", "conducts", "what"),
    [
        ("reservoir", "no-record", []),
        ("police", "no-record", ["行使单位 police"]),
    ],
)
def test_a_power_is_of_whom_the_articles_let_punish(
    tmp_path: Path, shared: Official, body: str, conducts: str, what: list[str]
) -> None:
    library = _library(tmp_path, powers=POWER.format(body=body, conducts=conducts))
    assert _what(list(powers.CHECK.run(library, shared))) == what


STEPS = """
- id: decide
  title: 审批
  source: 虚构
  steps:
    - {{title: 受理, actor: {actor}, basis: [水库法 第5条第3款], time_limit: {limit}}}
    - {{title: 检查, basis: [水库法 第{second}条], fixed: true}}
"""


def test_steps_tell_their_periods_their_actors_and_their_order(tmp_path: Path, shared: Official) -> None:
    right = _library(tmp_path / "a", procedures=STEPS.format(actor="水库主管部门", limit="二十个工作日内", second=6))
    assert not [*steps.CHECK.run(right, shared), *periods_told.CHECK.run(right, shared)]
    wrong = _library(tmp_path / "b", procedures=STEPS.format(actor="人民法院", limit="及时", second=3))
    assert [what.split()[0] for what in _what(list(steps.CHECK.run(wrong, shared)))] == ["步骤", "先后"]
    assert "没有写期限" in _what(list(periods_told.CHECK.run(wrong, shared)))[0]


ROW = "- {{id: row, old: 池塘法 第1条第1款, new: [水库法 第3条], relation: {relation}, summary: {summary}}}"


@pytest.mark.parametrize(
    ("relation", "summary", "wrong"),
    [
        ("reworded", "由应当罚款改为可以罚款，增加停产整治。", False),
        ("reworded", "罚款改了，增加停产整治。", True),
        ("reworded", "罚款不变。", True),
        ("renumbered", "增加停产整治。", True),
        ("split", "罚款不变，增加停产整治。", True),
        ("merged", "罚款不变。", True),
        ("merged", "并入通用的一条。", False),
        ("raised", "罚款不变。", True),
        ("raised", "罚款提高。", False),
    ],
)
def test_a_relation_fits_the_texts_and_the_remark(
    tmp_path: Path, shared: Official, relation: str, summary: str, wrong: bool
) -> None:
    library = _library(tmp_path, concordance=ROW.format(relation=relation, summary=summary))
    assert bool(list(relations.CHECK.run(library, shared))) is wrong


LIST = """序号 不予处罚的情节
1   擅自放水     同时满足下列情形的，不予行政处罚：
      （1）属于首次违法；
      （2）在责令改正期限内改正违法行为，危
      害后果轻微。
2   擅自取样     同时满足下列情形的，依法可以不予行政
      处罚：
      （1）属于首次违法；
"""
MINOR = """
- id: first
  title: 首次放水
  issued_by: reservoir-law
  effect: {effect}
  source: 虚构
  note: 目录第1项。
  {how}: [{conditions}]
"""
ALL = "属于首次违法, 在责令改正的期限内改正, 危害后果轻微"


@pytest.mark.parametrize(
    ("effect", "how", "conditions", "codes"),
    [
        ("must", "all_of", ALL, []),
        ("may", "all_of", ALL, ["E623"]),
        ("must", "any_of", ALL, ["E623"]),
        ("must", "all_of", "在责令改正的期限内改正, 危害后果轻微", ["E626"]),
        ("must", "all_of", "属于首次违法, 在责令改正的期限内改正", ["E626"]),
    ],
)
def test_a_row_of_the_list_has_all_its_conditions(
    tmp_path: Path, effect: str, how: str, conditions: str, codes: list[str]
) -> None:
    folder = write_official(tmp_path / "shared", SHARED)
    (folder / "list.txt").write_text(LIST, encoding="utf-8")
    official = read_official(folder, Problems())
    row = MINOR.format(effect=effect, how=how, conditions=conditions)
    found = list(minor_breaches.CHECK.run(_library(tmp_path, exemptions=row), official))
    assert [one.problem.code for one in found] == codes


TABLE = """
- id: water
  title: 放水（裁量表1.1）
  source: 虚构
  conduct: no-record
  issued_by: reservoir-law
  method: interval
  floor: 10000
  columns: [放水量]
  intervals:
    - {{circumstances: [{first}], span: {{min: 10000, max: 20000}}}}
    - {{circumstances: [{second}], span: {{min: {least}, max: 50000}}}}
"""


@pytest.mark.parametrize(
    ("first", "second", "least", "what"),
    [
        ("3吨以下", "3吨以上9吨以下", 20000, []),
        ("3吨以上9吨以下", "小于3吨", 20000, ["先后 3吨以上9吨以下、小于3吨"]),
        ("3吨以下", "3吨以上8吨以下", 20000, ["情形 3吨以上8吨以下 8"]),
        ("3吨以下", "3吨以上9吨以下", 30000, ["不相接 20000 30000"]),
    ],
)
def test_a_table_has_the_labels_of_the_document_in_their_order_and_no_gap(
    tmp_path: Path, first: str, second: str, least: int, what: list[str]
) -> None:
    folder = write_official(tmp_path / "shared", SHARED)
    paper = "§1.1 裁量标准\n放水量  罚款\n小于 3 吨，即 3 吨以下    1 万元以上 2 万元以下\n3 吨以上 9 吨以下   2 万元以上 5 万元以下\n§1.2 别的"
    (folder / "tables.txt").write_text(paper, encoding="utf-8")
    official = read_official(folder, Problems())
    library = _library(tmp_path, benchmarks=TABLE.format(first=first, second=second, least=least))
    assert _what(list(table_labels.CHECK.run(library, official))) == what


LAW = """
- id: measures
  title: 试验省水库办法
  rank: 地方政府规章
  issuer: {issuer}
  source: 虚构
  versions: [{{effective: 2020-01-01{end}}}]
"""


def test_no_text_ends_without_a_successor_and_none_of_a_province_is_made_elsewhere(
    tmp_path: Path, shared: Official
) -> None:
    def found(at: str, issuer: str, end: str) -> list[str]:
        records = {**RECORDS, "regulations/more": LAW.format(issuer=issuer, end=end)}
        return _what(list(standing.CHECK.run(write_project(tmp_path / at, records), shared)))

    assert not found("a", "试验省人民政府", "")
    assert found("b", "乙省人民政府", ", repealed_on: 2026-01-01") == ["废止 2026-01-01", "制定机关 乙省人民政府"]
