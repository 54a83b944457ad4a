"""Facts of the real content altered one at a time: what share verify must notice at least."""

from collections import Counter
from pathlib import Path

import pytest

from tests.bench.mutations import BY_ITSELF, FLOORS, ROOT, Bench, below, over_all, run

OFFICIAL = ROOT.parent / "shared" / "official"
#: Of forty, over the kinds that are counted together; the bench itself asks more, of more.
FLOOR = 0.8


def test_the_docs_show_the_floors() -> None:
    """What docs/verify.md promises of each kind is what the bench holds."""
    lines = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8").splitlines()
    shown = [line for line in lines if line.startswith("| ") and line.endswith("% |")]
    assert shown == [f"| {name} | {share:.0%} |" for name, share in FLOORS.values()]


@pytest.mark.parametrize(
    ("caught", "tried", "floor", "low"),
    [
        (9, 10, 0.95, False),
        (7, 10, 0.95, True),
        (15, 16, 0.95, False),
        (99, 100, 1.0, True),
        (2, 3, 1.0, True),
        (5, 9, 0.95, False),
    ],
)
def test_a_floor_allows_for_chance_but_not_where_all_must_be_caught(
    caught: int, tried: int, floor: float, low: bool
) -> None:
    assert below(caught, tried, floor) is low


def test_the_share_over_all_leaves_out_what_has_its_own_floor_alone() -> None:
    assert FLOORS.keys() > BY_ITSELF
    tried, caught = Counter(amount=4, number=4, topic=8), Counter(amount=4, number=2)
    assert over_all(caught, tried) == 0.75
    assert over_all(caught, Counter(topic=3)) == 1.0


@pytest.mark.slow
@pytest.mark.skipif(not Path(OFFICIAL).is_dir(), reason="the official texts are not at hand")
def test_altered_facts_are_noticed() -> None:
    bench = Bench(ROOT, OFFICIAL)
    tried, caught, survivors = run(bench, 40, seed=1)
    assert tried.total() >= 30
    assert over_all(caught, tried) >= FLOOR, "\n".join(survivors)
    assert caught["amount"] == tried["amount"], survivors
    assert caught["period"] == tried["period"], survivors
