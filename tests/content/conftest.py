"""The content of this repository and its bank: worked out once a session, since each of these tests would take as long again."""

import pytest

from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank


@pytest.fixture(scope="session")
def library(content: tuple[Library, Problems]) -> Library:
    """The library.  Not to be changed."""
    return content[0]


@pytest.fixture(scope="session")
def bank(content: tuple[Library, Problems]) -> Bank:
    """The bank; what is found while it is built is added to that of the library."""
    return build_bank(*content)
