"""Each list lies beside its page to be taken away, as the command writes it."""

import re
from pathlib import Path

import pytest

from generator.library import Library
from generator.lists.layout import LAYOUTS
from generator.lists.printing import FORMATS

PAGES = {
    "responsibility": "responsibilities", "power-item": "powers", "education-duty": "education", "benchmark": "benchmarks",
    "exemption": "exemptions", "must-know": "must-know", "obligation": "obligations", "conduct": "conducts", "concordance": "concordance", "held-activity": "plan",
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.all(), ids=lambda layout: layout.id)
def test_a_list_is_offered_on_its_page(mini_site: Path, mini_library: Library, layout: object) -> None:
    id = layout.id  # type: ignore[attr-defined]
    page = mini_site / PAGES[id] / "index.html"
    links = re.findall(r'href="\.\./(lists/[^"]+)"\s+download', page.read_text("utf-8"))
    assert links == [f"lists/{id}.{form}" for form in FORMATS]
    for link, write in zip(links, FORMATS.values(), strict=True):
        assert (mini_site / link).read_bytes() == write(mini_library, layout, "")  # type: ignore[arg-type]
