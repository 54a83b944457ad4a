"""The bench of exports runs, on little."""

import pytest

from tests.bench import exports


@pytest.mark.slow  # it makes the whole bank
def test_it_measures_every_format(capsys) -> None:
    assert exports.main(["--papers", "2", "--items", "5", "--bank", "40"]) == 0
    told = capsys.readouterr().out
    for name in ("docx", "pdf", "xlsx", "chaoxing", "kaoshibao", "motibang", "wjx"):
        assert f"\n{name} " in told
