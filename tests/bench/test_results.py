"""The bench of results measures what it says, and the loop beside it can tell a difference."""

from pathlib import Path

from generator.problems import Problems
from generator.reading.table import read_table
from generator.sitting.analysis.results import analyse
from generator.sitting.columns import is_answer_header
from generator.sitting.marker import mark_tables
from tests.bench.results import MEMORY, agree, invented_keys, measure, plain, write_answers


def test_both_ways_agree_on_a_small_sitting(tmp_path: Path) -> None:
    seconds, memory, same = measure(60, 10, tmp_path)
    assert same
    assert 0 < memory < MEMORY
    assert list(seconds) == ["read", "mark", "analyse", "page", "all", "cpu", "loop"]
    assert all(value > 0 for value in seconds.values())


def test_a_difference_is_seen(tmp_path: Path) -> None:
    keys, file = invented_keys(10), tmp_path / "answers.csv"
    write_answers(file, keys.first, 60)
    table = read_table(file, Problems(), is_answer_header)
    assert table is not None
    sitting = mark_tables([table], keys, Problems())
    found, other = analyse(sitting), plain(sitting)
    assert agree(found, other)
    share, rest, counts = other["items"][3]
    other["items"][3] = (share, rest + 0.001, counts)
    assert not agree(found, other)
