"""The pictures of the trainers' page are what the code makes now, and each is shown."""

import re

import pytest

from tests import pictures
from tests.conftest import ROOT

_TOLD = "python -m tests.pictures 重画 docs/pictures"


def test_every_picture_is_small_and_shown() -> None:
    page = (ROOT / "docs" / "exam-day.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"!\[[^\]]{8,}\]\(pictures/([a-z]+\.png)\)", page))
    assert shown == {file.name for file in pictures.PICTURES.iterdir()}
    assert all(file.stat().st_size < 100_000 for file in pictures.PICTURES.iterdir())


def test_a_picture_reads_as_it_was_written() -> None:
    points = bytes(range(0, 255, 17)) * 3
    wide, high, shades = pictures.read(pictures.png(5, 9, points))
    assert (wide, high) == (5, 9)
    assert shades == bytes(value // 16 for value in points)


@pytest.mark.slow
def test_the_pictures_show_what_the_code_makes(tmp_path) -> None:
    for name, content in pictures.drawn(tmp_path):
        kept = pictures.ink((pictures.PICTURES / name).read_bytes())
        now = pictures.ink(content)
        off = [abs(one - two) for one, two in zip(kept, now, strict=True)]
        assert sum(off) / len(off) < 0.02, f"{name}：{_TOLD}"
        assert sum(fit > 0.12 for fit in off) <= len(off) // 20, f"{name}：{_TOLD}"
