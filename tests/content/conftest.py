"""The content of this repository and its bank: worked out once a session, since each of these tests would take as long again."""

import pytest

from generator.library import Library
from generator.questions.bank import Bank


@pytest.fixture(scope="session")
def library(content_library: Library) -> Library:
    """The library.  Not to be changed."""
    return content_library


@pytest.fixture(scope="session")
def bank(content_bank: Bank) -> Bank:
    """The bank."""
    return content_bank
