"""The benches that look at pages: pictures of a kind in every look, and a page of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.screenshots import LOOKS, SCREENS
from tests.conftest import ROOT


@pytest.mark.browser
def test_pictures_are_taken_of_a_kind_in_every_look(mini_site: Path, tmp_path: Path) -> None:
    command = ("-m", "tests.bench", "screenshots", "--site", mini_site, "--out", tmp_path / "out")
    done = subprocess.run(  # a browser of its own: Playwright can't start twice in a process
        [sys.executable, *map(str, command), "404.html"], cwd=ROOT, timeout=120, check=False
    )
    assert done.returncode == 0
    made = {path.name for path in (tmp_path / "out").glob("*.png")}
    looks = [f"{screen}.{look}" for screen in SCREENS for look in LOOKS]
    assert made == {f"404.html.{look}.png" for look in looks}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert all(name in page for name in made)
