"""Facts of the real content altered one at a time: what share verify must notice at least."""

from pathlib import Path

import pytest

from tests.bench.mutations import FLOORS, ROOT, Bench, run

OFFICIAL = ROOT.parent / "shared" / "official"
FLOOR = 0.8


def test_the_docs_show_the_floors() -> None:
    """What docs/verify.md promises of each kind is what the bench holds."""
    lines = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8").splitlines()
    shown = [line for line in lines if line.startswith("| ") and line.endswith("% |")]
    assert shown == [f"| {name} | {share:.0%} |" for name, share in FLOORS.values()]


@pytest.mark.slow
@pytest.mark.skipif(not Path(OFFICIAL).is_dir(), reason="the official texts are not at hand")
def test_altered_facts_are_noticed() -> None:
    bench = Bench(ROOT, OFFICIAL)
    tried, caught, survivors = run(bench, 40, seed=1)
    assert tried.total() >= 30
    assert caught.total() >= FLOOR * tried.total(), "\n".join(survivors)
    assert caught["amount"] == tried["amount"], survivors
    assert caught["period"] == tried["period"], survivors
