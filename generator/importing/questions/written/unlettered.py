"""Options without letters, a line each below a stem that says its type, the right ones marked: as 问卷星 takes and prints them.

1. 谁管水？[单选题]
水务局(正确答案)
渔业局
"""

import re

from generator.importing.questions.written import marks, options
from generator.importing.questions.written.lines import Line, Piece, Pieces
from generator.questions.item import letter

_TYPED = re.compile(
    r"[\[【(（]\s*(?:单选|多选|判断|填空|单项选择|多项选择|不定项选择|不定项)题\s*[\]】)）]\s*(?:[(（][^()（）]*[)）])?\s*\*?\s*$"
)
#: What 问卷星 puts behind a stem that must be answered, and before an option.
_MUST = re.compile(r"\s*[*＊]\s*$")
_BULLET = re.compile(r"^\s*[○●◯◎□■☐☑◇◆]\s*")
_RIGHT = re.compile(r"[(（]\s*(?:正确答案|正确选项)\s*[)）]\s*$")


def lettered(pieces: Pieces) -> list[Piece]:
    """The pieces, in which such options have letters."""
    found: list[Piece] = []
    place = 0
    while place < len(pieces):
        found.append(pieces[place])
        place += 1
        last = found[-1]
        if isinstance(last, Line) and _TYPED.search(last.text):
            found[-1] = Line(last.where, _MUST.sub("", last.text))
            chosen = _options(pieces, place)
            place += len(chosen)
            if any(_RIGHT.search(one.text) for one in chosen) and not any(
                options.is_option(one.text) for one in chosen
            ):
                found += (
                    Line(one.where, f"{letter(n)}. {_BULLET.sub('', one.text).strip()}") for n, one in enumerate(chosen)
                )
            else:
                found += chosen
    return found


def _options(pieces: Pieces, place: int) -> list[Line]:
    """The lines from a place on, up to the next question, field or empty line."""
    found: list[Line] = []
    for piece in pieces[place:]:
        if not isinstance(piece, Line) or not piece.text.strip() or _TYPED.search(piece.text):
            break
        if marks.number_of(piece.text) or marks.fields_of(piece.text)[1] or marks.head_of(piece.text):
            break
        found.append(piece)
    return found
