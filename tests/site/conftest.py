"""The site of this repository's own content, built once for all that look at it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory, pufa: Callable[..., Any]) -> Path:
    """The folder of the site."""
    out = tmp_path_factory.mktemp("real") / "site"
    done = pufa("build", "-p", ROOT, "--out", out)
    assert done.returncode == 0, done.stderr
    return out
