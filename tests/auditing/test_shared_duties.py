"""A duty that its article gives to several bodies: who they are, and that the record says so."""

from pathlib import Path

import pytest

from generator.auditing.checks.shared_duties import CHECK, sharing
from generator.auditing.official import Official, read_official
from generator.kinds.unit import Unit
from generator.library import Library
from generator.problems import Problems
from tests.auditing.conftest import NEW, RECORDS, TEXTS, write_official, write_project


def _unit(name: str, *acts_as: str) -> Unit:
    return Unit(id="one", name=name, unit_class="部门", acts_as=acts_as)


@pytest.mark.parametrize(
    ("unit", "text", "others"),
    [
        (_unit("商务部门"), "商务、邮政管理等有关部门应当加强监督。", ["邮政管理", "等有关部门"]),
        (_unit("公安机关"), "拒不执行的，由公安机关或者海警机构按照职责分工处理。", ["海警机构"]),
        (_unit("住建部门", "住房城乡建设主管部门"), "取得地方人民政府住房城乡建设主管部门、渔业主管部门或者地方人民政府指定的部门的证明。",
         ["渔业主管部门", "地方人民政府指定的部门"]),
        (_unit("分局", "渔业主管部门"), "渔业主管部门和其他负有监督管理职责的部门应当报告。", ["其他负有监督管理职责的部门"]),
        (_unit("分局", "渔业主管部门"), "渔业主管部门会同水库主管部门检查。", ["水库主管部门"]),
        (_unit("分局", "渔业主管部门"), "渔业主管部门应当检查，并通报水库主管部门、公安机关。", []),
        (_unit("公安机关"), "渔业主管部门应当将案件移送公安机关，由公安机关处理。", []),
        (_unit("商务部门"), "县级人民政府组织商务、渔业等部门编制规划。商务部门负责实施。", []),
        (_unit("人民检察院").model_copy(update={"aliases": ("检察院", "检察机关")}), "审判机关、检察机关以及公安等部门应当支持。", ["审判机关", "公安", "等部门"]),
        (_unit("渔业部门"), "公安机关接到报告，应当立即会同同级渔业、水库等部门处理。", ["水库", "等部门"]),
        (_unit("渔业部门"), "试验机构应当向同级渔业、水库主管部门提交报告。", []),
    ],
)  # fmt: skip
def test_who_stands_in_one_row_with_the_unit(unit: Unit, text: str, others: list[str]) -> None:
    assert sharing(unit, [text]) == others


SHARED = {**TEXTS, (NEW, 5, ""): "公安机关、水库主管部门等有关部门应当检查水库。\n公安机关应当在二十个工作日内答复。"}
UNIT = "- {id: police, name: 公安机关, unit_class: 部门, source: 虚构}"
ROW = "- {{id: look, unit: police, topic: water, duty: 检查水库, role: lead, basis: [水库法 {article}]{more}}}"


def _library(root: Path, article: str, more: str = "") -> Library:
    row = ROW.format(article=article, more=more)
    return write_project(root / "project", {**RECORDS, "units/all": UNIT, "responsibilities/all": row})


@pytest.fixture
def shared(tmp_path: Path) -> Official:
    return read_official(write_official(tmp_path / "shared", SHARED), Problems())


def test_a_duty_that_leaves_out_who_shares_it_is_found(tmp_path: Path, shared: Official) -> None:
    (found,) = CHECK.run(_library(tmp_path, "第5条第1款"), shared)
    assert found.code == "E607"
    assert "水库主管部门" in found.message
    assert "等有关部门" in found.message


def test_a_duty_that_says_who_shares_it_passes(tmp_path: Path, shared: Official) -> None:
    assert not list(CHECK.run(_library(tmp_path, "第5条第1款", ", with_others: [水库主管部门, 等有关部门]"), shared))
    assert not list(CHECK.run(_library(tmp_path, "第5条第2款"), shared))


def test_a_body_that_the_article_does_not_name_is_found(tmp_path: Path, shared: Official) -> None:
    (found,) = CHECK.run(_library(tmp_path, "第5条第2款", ", with_others: [海警机构]"), shared)
    assert (found.code, "海警机构" in found.message) == ("E607", True)
