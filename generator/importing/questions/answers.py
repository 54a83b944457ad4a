"""Answers as people write them: ABD, A、B, 答案：ABC, ①③, √, 对, the words of an option."""

import re
import unicodedata
from collections.abc import Sequence
from fractions import Fraction

from generator.importing.questions.kinds import brought_by
from generator.questions.answers import normal
from generator.questions.given import Question, Unreadable

_LEAD = re.compile(
    r"^(?:(?:正确|参考|标准)?答案(?:是|为)?\s*[:：]?|答\s*[:：]|[故应]?选(?:择|项)?(?:第)?\s*[:：]?(?=\s*[A-Za-z①-⑨]))\s*|[\s。.;；]+$"
)
_BETWEEN = re.compile(r"[\s、,，;；/|┋&+和与及.。\\]+")
_LETTERS = re.compile(r"[A-Za-z]+")
_ORDINALS = re.compile(r"[1-9]+")
_CIRCLED = re.compile(r"[①-⑨]")
#: Answers to 是非题 that the bank's own judge does not take.
_NOT = frozenset({"非", "不是", "不正确", "不对"})
_ALL = re.compile(r"全选|全部?(?:正确|都?对)|以上(?:全部|都|均)(?:正确|是|对)|ABCD全选")
_LABELLED = re.compile(r"^[（(]?(?P<label>[A-Za-z])[)）]?\s*[.．、:：)）\s]\s*(?P<text>\S.*)$", re.DOTALL)
#: (A)(C), and A(甲类企业): letters in brackets, or with words behind them.
_BRACED = re.compile(r"(?:\(?[A-Ha-h]\)?){2,8}|(?P<letters>[A-Ha-h]{1,8})\((?P<said>[^A-Ha-h].*|.{2,})")
#: The number of a blank before its answer: (1) 八, but not 1.5.
_COUNTED = re.compile(r"^(?:[（(][1-9][)）]|[①-⑨]|[1-9][)）.．、](?!\d))\s*")
_WORDS = re.compile(r"[\s，。、；;：:（）()“”\"'‘’]")


class NoOption(ValueError):
    """An answer names an option that the question doesn't have; the message is its letter."""


def bare(text: str) -> str:
    """An answer without 答案： before it and the stop behind it."""
    before = None
    while text != before:
        before, text = text, _LEAD.sub("", text.strip())
    return text


def choices(text: str, labels: Sequence[str], options: Sequence[str], counted: bool) -> tuple[int, ...] | None:
    """Places of the options that an answer names, in rising order; None where it can't be understood.

    Args:
        text: the answer.
        labels, options: letters and texts of the options.
        counted: whether a plain figure may be an option's place; where options have letters it is a misread one.

    Raises:
        NoOption: it names one that there isn't.
    """
    answer = bare(text)
    plain = unicodedata.normalize("NFKC", answer)
    faces = [_WORDS.sub("", option) for option in options]
    if _WORDS.sub("", answer) in faces and not _LETTERS.fullmatch(plain):
        return (faces.index(_WORDS.sub("", answer)),)
    packed = _BETWEEN.sub("", plain).strip("()（）【】[]")
    if _ALL.fullmatch(packed):
        return tuple(range(len(options)))
    if told := _BRACED.fullmatch(packed):
        packed = re.sub(r"[()]", "", packed) if not told["said"] else told["letters"]
    if _LETTERS.fullmatch(packed):
        return _places(packed.upper(), labels)
    if (counted or _CIRCLED.search(text)) and _ORDINALS.fullmatch(packed) and max(map(int, packed)) <= len(options):
        return _places("".join(chr(ord("A") + int(figure) - 1) for figure in packed), labels)
    return _worded(answer, labels, faces)


def _places(letters: str, labels: Sequence[str]) -> tuple[int, ...]:
    found = set()
    for mark in letters:
        if mark not in labels:
            raise NoOption(mark)
        found.add(labels.index(mark))
    return tuple(sorted(found))


def _worded(answer: str, labels: Sequence[str], faces: Sequence[str]) -> tuple[int, ...] | None:
    """``A.二万元`` and the words of several options, parted by any mark that platforms use."""
    lettered = _LABELLED.match(answer)
    if lettered and _WORDS.sub("", lettered["text"]) in faces:
        return (faces.index(_WORDS.sub("", lettered["text"])),)
    for mark in ("┋", "\n", "|", "；", ";", "，", ",", "、"):
        parts = [part for part in answer.split(mark) if part.strip()]
        if len(parts) > 1:
            places = [_part(part, faces) for part in parts]
            if all(place is not None for place in places):
                return tuple(sorted({place for place in places if place is not None}))
    if lettered and lettered["label"].upper() in labels:  # its words are not those of the option: the letter counts
        return (labels.index(lettered["label"].upper()),)
    return None


def _part(part: str, faces: Sequence[str]) -> int | None:
    lettered = _LABELLED.match(part.strip())
    face = _WORDS.sub("", lettered["text"] if lettered else part)
    return faces.index(face) if face in faces else None


def truth(text: str) -> bool | None:
    """Whether a statement is said to be right; None where the answer says neither."""
    if bare(text) in _NOT:
        return False
    type = brought_by("verdict")
    try:
        given = type.read(bare(text).strip("()（）【】[] "), Question(type.id, Fraction(1), 2, (0,)))
    except Unreadable:
        return None
    return None if given.empty else given.places == (0,)


def filled(text: str, blanks: int) -> tuple[tuple[str, ...], ...]:
    """Accepted writings of each blank; none where there are not as many answers as blanks."""
    answer = bare(text)
    if not answer or not blanks:
        return ()
    if blanks == 1:
        return (_accepted(_COUNTED.sub("", answer)),)
    for marks in (r"[;；\n]", r"[、，,]", r"\|", r"\s+"):
        parts = [part.strip() for part in re.split(marks, answer) if part.strip()]
        if len(parts) == blanks:
            return tuple(_accepted(_COUNTED.sub("", part)) for part in parts)
    return ()


def _accepted(text: str) -> tuple[str, ...]:
    """Writings of one answer: parted by |, or by / and 或 where each side says the same sum."""
    for mark in ("/", "或者", "或"):
        parts = [part.strip() for part in text.split(mark)]
        if len(parts) > 1 and all(parts) and len({normal(part) for part in parts}) == 1:
            return tuple(dict.fromkeys(parts))
    return tuple(dict.fromkeys(part.strip() for part in text.split("|") if part.strip())) or (text,)
