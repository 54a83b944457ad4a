"""What the miniature asks."""

import pytest

from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import asked
from generator.questions.item import Item


@pytest.fixture(scope="session")
def mini_asked(mini_library: Library) -> tuple[Item, ...]:
    """All that the miniature's people and rules ask."""
    return tuple(made for _, made in asked(mini_library, Problems()) if isinstance(made, Item))
