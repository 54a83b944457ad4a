"""Templates can be read: no line and no file is long, and what is worked out is worked out in Python."""

from pathlib import Path

import pytest

from generator.templating import ASSETS

LONGEST = 160
TEMPLATES = sorted((ASSETS / "templates").rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ASSETS / "templates").as_posix())
def test_no_template_is_long_or_has_long_lines(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST] == []


def test_all_templates_were_seen() -> None:
    assert {"macros.html", "results.html"} < {path.name for path in TEMPLATES}
    assert len(TEMPLATES) > 40
