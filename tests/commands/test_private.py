"""What names people is never under version control: marks and results are ignored, here and in a new project."""

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize("file", [".gitignore", "generator/assets/starter/gitignore"])
@pytest.mark.parametrize("folder", ["/marks/", "/results/", "/papers/"])
def test_the_folders_of_a_sitting_are_ignored(file: str, folder: str) -> None:
    assert folder in (ROOT / file).read_text(encoding="utf-8").splitlines()
