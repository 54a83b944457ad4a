"""An answer as platforms tell it, turned into what ``read_cell`` reads: letters for options that are told by text or ordinal.

``A.第174条``, ``第174条┋第175条``, ``1┋3``, ``①③``, ``全选``, ``选C`` are letters of the paper in hand: a text counts for the option
that bears it there, whatever letter stood before it on the platform.
"""

import re
from collections.abc import Sequence
from itertools import filterfalse

from generator.questions.item import letter
from generator.sitting.cells import Unreadable
from generator.sitting.key import KeyItem
from generator.sitting.stems import face

#: What platforms put between several answers: it parts them wherever no option has it in its text.  And what people put there.
_PARTING = ("┋", "┇", "┊", "\n", "|")
_JOINED = (*_PARTING, "；", ";", "，", ",", "、")
_LETTERED = re.compile(r"[(（\[]?([A-Za-z])[)）\]]?\s*[.．、:：)）\s]\s*(\S.*)", re.DOTALL)
#: A letter is the letter of an option, not its text.
_LETTER = re.compile("[A-Za-z]?")
_PREFIX = re.compile(r"^(?:我?选择?|答案?(?:是|为|选)?|选项)[:：\s]*(?=[A-Za-z])|(?<=[A-Za-z])\s*(?:项|选项)$")
_ALL = re.compile(r"全(?:部|都)?[选对是]|都[选对是]|以上[全都](?:部|都)?[选对是]|[Aa]ll")
_ORDINALS = re.compile(r"[(（]?[1-9](?:[\s,，、;；|┋┇┊./()（）]*[1-9])*[)）]?")
_HAN = re.compile(r"[\u3400-\u9fff]")


def in_letters(text: str, item: KeyItem) -> str:
    """The cell as ``read_cell`` takes it.

    Raises:
        Unreadable: it tells an option by a text that this item does not have.
    """
    told = item.type.platform(text)
    if told is not None:
        return told
    return _chosen(text, item) if item.options else text


def options_told(text: str, item: KeyItem) -> bool:
    """Whether the cell tells options of this item by their text."""
    return bool(item.options) and _by_text(text, item) is not None


def _chosen(text: str, item: KeyItem) -> str:
    found = _by_text(text, item)
    if found is not None:
        return "".join(map(letter, found))
    bare = _PREFIX.sub("", text.strip())
    if item.type.several and _ALL.fullmatch(bare):
        return "".join(map(letter, range(len(item.options))))
    if _ORDINALS.fullmatch(bare) and item.type.ordinals:
        places = [int(digit) - 1 for digit in re.findall(r"[1-9]", bare)]
        if max(places) >= len(item.options):
            raise Unreadable(f"没有第 {max(places) + 1} 个选项，只有 {len(item.options)} 个")
        return "".join(map(letter, places))
    lettered = _LETTERED.fullmatch(bare)
    if lettered and len(face(lettered[2])) > 1 and not re.fullmatch(r"[A-Z\W\d]+", lettered[2], re.IGNORECASE):
        raise Unreadable(f"选项“{bare[:30]}”在这一题里没有")
    return bare.replace("┋", ",")


def _by_text(text: str, item: KeyItem) -> list[int] | None:
    """Places of the options whose texts the cell is made of, in its order; None where it is not."""
    if not _HAN.search(text) and len(face(text)) < 3 and not text.strip().isdecimal():
        return None
    faces = [face(option.text) for option in item.options]
    parted = any(mark in text and not any(mark in option.text for option in item.options) for mark in _PARTING)
    whole = None if parted else _place(text, faces)
    if whole is not None:
        return [whole]
    for mark in (one for one in _JOINED if one in text):
        found = _parts(text.split(mark), faces)
        if found is not None:
            return found
    return _run_together(face(text), faces) if item.type.several else None


def _run_together(shown: str, faces: Sequence[str]) -> list[int] | None:
    """Options that a text is made of, with or without a letter before each, where marks within them are those between them."""
    found: list[list[int]] = []

    def after(rest: str, before: list[int]) -> None:
        if not rest:
            found.append(before)
        for place, option in enumerate(faces):
            for start in (0, 1) if rest[:1].isascii() and rest[:1].isalpha() else (0,):
                if option and place not in before and rest.startswith(option, start):
                    after(rest[start + len(option) :], [*before, place])

    after(shown, [])
    return found[0] if len(found) == 1 and len(found[0]) > 1 else None


def _parts(parts: Sequence[str], faces: Sequence[str]) -> list[int] | None:
    found = []
    for part in parts:
        if part.strip():
            place = _place(part, faces)
            if place is None:
                return None
            found.append(place)
    return found or None


def _place(text: str, faces: Sequence[str]) -> int | None:
    """The option that a text is, with or without a letter before it; one cut short is told by a beginning none shares."""
    lettered = _LETTERED.fullmatch(text.strip())
    for shown in filterfalse(_LETTER.fullmatch, (face(text), face(lettered[2]) if lettered else "")):
        same = [place for place, option in enumerate(faces) if option == shown]
        if len(same) == 1:
            return same[0]
        begun = [place for place, option in enumerate(faces) if len(shown) >= 6 and option.startswith(shown)]
        if len(begun) == 1:
            return begun[0]
    return None
