"""The home page: what its bars of changed fines are said to be about."""

import datetime
import shutil
from pathlib import Path

from generator.problems import Problems
from generator.site.compile import compile_project
from generator.site.pages import home


def test_a_change_is_told_of_the_act_that_its_fines_fall_on(
    mini: Path, mini_day: datetime.date, tmp_path: Path
) -> None:
    root = tmp_path / "mini"
    shutil.copytree(mini, root)
    file = root / "content" / "concordance" / "pond-law.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("  relation: raised\n", "  relation: raised\n  act: 没有许可抽走池塘里的水\n"), encoding="utf-8"
    )
    (page,) = home.generate(compile_project(root, mini_day, Problems()))
    changed = page.body.partition('id="changed"')[2].partition("全部新旧对照")[0]
    assert "没有许可抽走池塘里的水" in changed
    assert "擅自取水" not in changed  # the conduct gathers acts of several old laws


def test_what_more_trades_meet_is_told_first(mini: Path, mini_day: datetime.date, tmp_path: Path) -> None:
    root = tmp_path / "mini"
    shutil.copytree(mini, root)
    row = (
        "- {id: first, title: 湖上喧哗, old: 试验池塘法 第2条, new: [湖法 第10条], relation: raised, summary: 提高了。, sample: true,\n"
        "   conducts: [noise-on-lake], amounts: [{label: 一般情形, old: {range: {min: 100, max: 500}},"
        " new: {range: {min: 200, max: 500}}}]}\n"
    )
    (root / "content" / "concordance" / "a-first.yml").write_text(row, encoding="utf-8")
    (page,) = home.generate(compile_project(root, mini_day, Problems()))
    changed = page.body.partition('id="changed"')[2].partition("全部新旧对照")[0]
    assert (
        0 < changed.find("没有登记就取水") < changed.find("夜里在湖上放喇叭")
    )  # a guide names the first; the other's file comes before
