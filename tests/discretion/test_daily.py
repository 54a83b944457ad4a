"""Daily fines: by the vectors."""

import datetime
import json
import re
from typing import Any

import pytest

from generator.discretion.daily import daily
from tests.conftest import ROOT

VECTORS = json.loads((ROOT / "tests" / "vectors" / "daily.json").read_text(encoding="utf-8"))


def _days(case: dict[str, Any]) -> tuple[datetime.date, datetime.date]:
    return datetime.date.fromisoformat(case["ordered"]), datetime.date.fromisoformat(case["checked"])


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["ordered"])
def test_by_the_vectors(case: dict[str, Any]) -> None:
    found = daily(case["fine"], *_days(case))
    assert (found.days, found.first.isoformat(), found.total) == (case["days"], case["first"], case["total"])
    assert [list(step) for step in found.steps] == case["steps"]


@pytest.mark.parametrize("case", VECTORS["refused"], ids=lambda case: case["says"])
def test_refusals_by_the_vectors(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=re.escape(case["says"])):
        daily(case["fine"], *_days(case))
