"""The benches that look at pages: pictures of a kind in every look, and a page of them."""

from pathlib import Path

import pytest

from tests.bench import screenshots


@pytest.mark.browser
def test_pictures_are_taken_of_a_kind_in_every_look(mini_site: Path, tmp_path: Path) -> None:
    assert (
        screenshots.main(["--site", str(mini_site), "--out", str(tmp_path / "out"), "procedures/*/", "404.html"]) == 0
    )
    made = {path.name for path in (tmp_path / "out").glob("*.png")}
    looks = [f"{screen}.{look}" for screen in screenshots.SCREENS for look in screenshots.LOOKS]
    assert made == {f"{kind}.{look}.png" for kind in ("procedures_x", "404.html") for look in looks}
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert all(name in page for name in made)
