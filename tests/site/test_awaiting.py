"""The page of what waits for a text: what is missing, what will change, and what rests on texts that are older."""

import shutil
from pathlib import Path

from generator.problems import Problems
from generator.site.compile import compile_project
from generator.site.page import Page
from generator.site.pages.awaiting import PAGE
from tests.conftest import MINI, MINI_DAY

MORE = """
- id: unread-rules
  title: 试验未读办法
  rank: 部门规章
  issuer: 试验部门
  source: 虚构
  versions: [{effective: 2026-01-01}]
  awaits_alignment: true
  awaiting:
    missing: 只知道名称。
    then: [核对各条期限]
- id: old-rules
  title: 试验旧办法
  rank: 部门规章
  issuer: 试验部门
  source: 虚构
  versions: [{effective: 2010-01-01}]
  as_of: 2020-05-01
  awaits_alignment: true
"""


def _pages(root: Path) -> list[Page]:
    problems = Problems()
    context = compile_project(root, MINI_DAY, problems)
    assert not problems.blocking(), "\n".join(map(str, problems))
    return [page for page in PAGE.generate(context) if isinstance(page, Page)]


def test_what_is_missing_and_what_would_change(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "p")
    (tmp_path / "p" / "content" / "regulations" / "waiting.yml").write_text(MORE, encoding="utf-8")
    (page,) = _pages(tmp_path / "p")
    missing, old = page.body.split('id="old"')
    assert "试验未读办法" in missing
    assert "只知道名称。" in missing
    assert "核对各条期限" in missing
    assert "试验未读办法" not in old.split("<tbody>")[1].split("</tbody>")[0]
    assert "试验旧办法" in old
    assert "2020-05-01" in old


def test_penal_articles_left_out_stand_with_the_reason(tmp_path: Path) -> None:
    shutil.copytree(MINI, tmp_path / "p")
    apart = """
- id: unread-fines
  title: 试验罚则规定
  rank: 部门规章
  issuer: 试验部门
  source: 虚构
  versions: [{effective: 2010-01-01}]
  unrecorded:
    - {articles: [4, [6, 8]], why: 只罚从前的费用。, checked: 2026-11-24}
"""
    (tmp_path / "p" / "content" / "regulations" / "apart.yml").write_text(apart, encoding="utf-8")
    (page,) = _pages(tmp_path / "p")
    row = page.body.split('id="unrecorded"')[1]
    assert "第4条、第6—8条" in row
    assert "只罚从前的费用。" in row
    assert "2026-11-24" in row
