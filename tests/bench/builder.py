"""How long the page takes for a paper on a slow machine.

``python -m tests.bench builder``: an invented bank of 5,000 items, 100 places in three sections under 24 quotas and bounds of difficulty,
12 seeds, in headless Chromium at its own speed and four times slower.

Exit code 1: a paper was not found, or one took more than a second at a quarter of the speed.
"""

import argparse
import tempfile
from pathlib import Path

from generator.site.shelf import chunks, index, plan_data
from tests.bench import _exam_bank
from tests.browser import chromium
from tests.exams._feasible import varied_bank
from tests.site.ui._core import run, scripts

ITEMS, SEEDS, SLOWER, ALLOWED = 5_000, 12, 4, 1_000
ASSEMBLE = """
  const { openShelf } = await import("/js/core/shelf.js");
  const shelf = openShelf(x.shelf);
  return Array.from({ length: x.seeds }, (_, seed) => {
    const start = performance.now();
    const { sections } = m.assemble(shelf, x.plan, seed + 1);
    return sections === null ? null : performance.now() - start;
  });"""


def measured(rate: int) -> list[float | None]:
    """Milliseconds for each seed, None where no paper was found, on a processor ``rate`` times slower."""
    bank = varied_bank(ITEMS)
    asked = {
        "shelf": index(_exam_bank.library(), bank, list(chunks(bank.items))),
        "plan": plan_data(_exam_bank.plan(1)),
    }
    with chromium() as browser, scripts(browser, Path(tempfile.mkdtemp())) as page:
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
        found = run(page, "assemble", ASSEMBLE, {**asked, "seeds": SEEDS})
    return list(found)


def main(arguments: list[str]) -> int:
    """Measure and judge."""
    argparse.ArgumentParser(prog="python -m tests.bench builder", description=__doc__).parse_args(arguments)
    fast, slow = measured(1), measured(SLOWER)
    for rate, found in ((1, fast), (SLOWER, slow)):
        there = sorted(time for time in found if time is not None)
        missed = len(found) - len(there)
        middle = there[len(there) // 2] if there else 0
        print(f"{rate}x slower: median {middle:.0f} ms, most {there[-1] if there else 0:.0f} ms, not found {missed}")
    return int(None in fast or any(time is None or time > ALLOWED for time in slow))
