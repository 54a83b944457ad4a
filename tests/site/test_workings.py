"""Worked examples of a benchmark's page: steps side by side, in order, and the page that shows them."""

from pathlib import Path

from generator.kinds.benchmark import Benchmark
from generator.library import Library
from generator.site.workings import browser_table, workings
from tests.site._html import read


def benchmark(library: Library, id: str) -> Benchmark:
    return next(one for one in library.of("benchmark", Benchmark) if one.id == id)


def test_steps_stand_side_by_side(mini_library: Library) -> None:
    found = workings(benchmark(mini_library, "taking-water-weights"))
    assert found.names == ("最轻", "居中", "最重")
    assert [row.label for row in found.rows] == ["裁量起点", "取水多少", "合计", "罚款", "结果"]
    # 20 + 10 = 30% and 20 + 40 = 60% of 50,000
    assert found.rows[-1].cells == (("", "1.5万元"), ("", "1.5万元"), ("", "3万元"))
    assert found.adjusted == (("公开道歉", "1万元以上1.05万元以下"),)


def test_a_step_that_only_one_example_has_keeps_its_place(mini_library: Library) -> None:
    low = benchmark(mini_library, "taking-water-weights").model_copy(update={"floor": 20000})
    found = workings(low)
    assert [row.label for row in found.rows] == ["裁量起点", "取水多少", "合计", "罚款", "法定最低额", "结果"]
    assert found.rows[4].cells[2] is None


def test_the_browser_gets_a_table_that_reads_back_as_the_same(mini_library: Library) -> None:
    for one in mini_library.of("benchmark", Benchmark):
        again = Benchmark.model_validate(
            {"id": "t", "title": "表", "conduct": "c", "issued_by": "r", **browser_table(one)}
        )
        assert browser_table(again) == browser_table(one)
        assert again.intervals == one.intervals
        assert again.factors == one.factors


def test_the_page_shows_the_examples_without_scripts(mini_site: Path) -> None:
    page = read((mini_site / "benchmarks" / "taking-water-weights" / "index.html").read_text(encoding="utf-8"))
    for words in (
        "怎么算",
        "试算",
        "算例",
        "30% × 5万元",
        "1.5万元",
        "居中一例适用“公开道歉”的",
        "照下面的算例手工计算",
    ):
        assert words in page.text, words
