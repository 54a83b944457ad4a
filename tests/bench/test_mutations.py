"""Facts of the real content altered one at a time: what share verify must notice at least."""

from pathlib import Path

import pytest

from tests.bench.mutations import ROOT, Bench, run

OFFICIAL = ROOT.parent / "shared" / "official"
FLOOR = 0.6


@pytest.mark.slow
@pytest.mark.skipif(not Path(OFFICIAL).is_dir(), reason="the official texts are not at hand")
def test_altered_facts_are_noticed() -> None:
    bench = Bench(ROOT, OFFICIAL)
    tried, caught, survivors = run(bench, 40, seed=1)
    assert tried.total() >= 30
    assert caught.total() >= FLOOR * tried.total(), "\n".join(survivors)
    assert caught["amount"] == tried["amount"], survivors
    assert caught["period"] == tried["period"], survivors
