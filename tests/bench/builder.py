"""How long the page takes for a paper on a slow machine.

``python -m tests.bench builder``: an invented bank of 5,000 items, 100 places in three sections under 24 quotas and bounds of difficulty,
12 seeds, in headless Chromium at its own speed and four times slower.  Times are told by the clock, and as time of the processor,
which other work on the machine does not change.

Exit code 1: a paper was not found, or four times the processor's time for one is more than a second.
"""

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from generator.site.shelf import chunks, index, plan_data
from tests.bench import _exam_bank
from tests.browser import chromium
from tests.exams._feasible import varied_bank
from tests.site.ui._core import run, scripts

ITEMS, SEEDS, SLOWER, ALLOWED = 5_000, 12, 4, 1_000
ASSEMBLE = """
  const { openShelf } = await import("/js/core/shelf.js");
  const shelf = (globalThis.opened ??= openShelf(x.shelf));
  const start = performance.now();
  const { sections } = m.assemble(shelf, x.plan, x.seed);
  return sections === null ? null : performance.now() - start;"""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: milliseconds by the clock and of the processor; ``clock`` is None where none was found."""

    clock: float | None
    processor: float


def measured(rate: int) -> list[Paper]:
    """A paper for each seed, on a processor ``rate`` times slower."""
    bank = varied_bank(ITEMS)
    shelf = index(_exam_bank.library(), bank, list(chunks(bank.items)))
    plan = plan_data(_exam_bank.plan(1))
    found = []
    with chromium() as browser, scripts(browser, Path(tempfile.mkdtemp())) as page:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        for seed in range(
            SEEDS + 1
        ):  # the first opens the index and loads the scripts, as the page does before anyone asks
            before = _renderers(browser)
            clock = run(page, "assemble", ASSEMBLE, {"shelf": None if seed else shelf, "plan": plan, "seed": seed})
            found.append(Paper(clock, (_renderers(browser) - before) * 1000))
    return found[1:]


def _renderers(browser: Browser) -> float:
    """Seconds that the browser's pages took of the processor so far."""
    session = browser.new_browser_cdp_session()
    told = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return sum(float(one["cpuTime"]) for one in told if one["type"] == "renderer")


def main(arguments: list[str]) -> int:
    """Measure and judge."""
    argparse.ArgumentParser(prog="python -m tests.bench builder", description=__doc__).parse_args(arguments)
    fast, slow = measured(1), measured(SLOWER)
    for rate, found in ((1, fast), (SLOWER, slow)):
        there = sorted(paper.clock for paper in found if paper.clock is not None)
        middle, most = (there[len(there) // 2], there[-1]) if there else (0, 0)
        print(f"{rate}x slower: median {middle:.0f} ms, most {most:.0f} ms, not found {len(found) - len(there)}")
    spent = sorted(paper.processor for paper in fast)
    print(
        f"processor: median {spent[len(spent) // 2]:.0f} ms, most {spent[-1]:.0f} ms; {SLOWER} times that is {spent[-1] * SLOWER:.0f} ms"
    )
    return int(any(paper.clock is None for paper in (*fast, *slow)) or spent[-1] * SLOWER > ALLOWED)
