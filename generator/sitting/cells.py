"""What a cell of an answer table says: letters, 对 or 错, texts for blanks, pairs, points of a case.

People write “A”, “abd”, “A,B,D”, “Ａ、Ｂ”, “√”, “T” and more; what can't be understood is never guessed.  How a cell is read is
its type's business (``questions/types``).
"""

from generator.questions import types
from generator.questions.given import Given, Question, Unreadable

__all__ = ["Unreadable", "read_cell"]


def read_cell(text: str, question: Question) -> Given:
    """The answer that ``text`` gives to ``question``.

    Args:
        text: the cell, as typed.
        question: what it answers.

    Returns:
        The answer; one that gives nothing for a cell that is empty or says that there is none.

    Raises:
        Unreadable: the cell is no answer to a question of this type.
    """
    return types.named(question.type).read(text, question)
