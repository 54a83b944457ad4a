"""What the calculators on a conduct's page are given: the span in force, and daily fines where they surely apply."""

from generator.kinds.benchmark import Benchmark
from generator.library import Library
from generator.site.calculators import daily_of, ranges_of


def test_the_span_in_force_stands_beside_the_table(mini_library: Library) -> None:
    table = mini_library.get("benchmark", "taking-water-weights")
    assert isinstance(table, Benchmark)
    [(text, basis)] = ranges_of(mini_library, table)
    assert text == "1万元以上5万元以下"
    assert mini_library.cite(basis) == "试验湖泊法 第9条"


def test_daily_fines_are_not_offered_where_they_are_in_doubt(mini_library: Library) -> None:
    assert [conduct.id for conduct in mini_library.conducts if daily_of(mini_library, conduct)] == []
