"""The site of this repository's own content, built once for all that look at it."""

from pathlib import Path

import pytest

from tests.conftest import ROOT, built_once


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    return built_once("real-site", tmp_path_factory, "-p", ROOT)
