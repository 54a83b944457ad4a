"""What is found, with scores, is the same on every machine; that the browser finds it too is in ``test_javascript.py``."""

import json

import pytest

from tests.search._vectors import TYPED, VECTORS, found


@pytest.fixture(scope="module")
def here() -> dict[str, object]:
    return found()


@pytest.fixture(scope="module")
def written() -> dict[str, object]:
    read: dict[str, object] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("text", TYPED)
def test_the_same_is_found_on_every_machine(here: dict[str, object], written: dict[str, object], text: str) -> None:
    assert here["typed"][text] == written["typed"][text]  # type: ignore[index]


def test_filters_leave_the_same_on_every_machine(here: dict[str, object], written: dict[str, object]) -> None:
    assert here["narrowed"] == written["narrowed"]
