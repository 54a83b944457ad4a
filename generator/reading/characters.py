"""Characters that look like nothing, or like others: what a page from a PDF, a word processor or a chat brings along.

``fold`` is for what is compared (ids, keys, search, names of laws); what is shown stays as people wrote it, and check names
the signs that they can't see.  assets/js/core/characters.js does the same, character for character; tests/vectors hold them
together.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.legal.characters import RADICALS

#: Unseen, with no width or as a blank that is no blank: controls, soft hyphen, joiners, marks of direction, fillers, selectors
#: of variants, tags, codes that Unicode keeps from being characters.  Line breaks and tabs are none.
_UNSEEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\ufdd0-\ufdef"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
#: Blanks of other widths than the two that people type.
_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
#: Signs of a font's own, and the sign for one that was lost.
_OWN = "\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff"
#: Radicals and doubles of Chinese characters, which look like the character and are none.
_DOUBLE = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
_ODD = re.compile(f"[{_UNSEEN}{_BLANK}{_OWN}{_DOUBLE}]")
UNSEEN = re.compile(f"[{_UNSEEN}]")
_NAMES = {
    "\u00a0": "不换行空格",
    "\u00ad": "软连字符",
    "\u115f": "韩文填充符",
    "\u1160": "韩文填充符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u200e": "方向标记",
    "\u200f": "方向标记",
    "\u2060": "零宽不换行符",
    "\u2800": "空白盲文",
    "\u3164": "韩文填充符",
    "\ufeff": "字节顺序标记",
    "\uffa0": "韩文填充符",
    "\ufffd": "丢失了的字",
}


@dataclass(frozen=True, slots=True)
class Odd:
    """A character that people can't see, or take for another.

    Attributes:
        index: where it stands in the text.
        name: what it is, with its number.
        unseen: whether nothing of it is to be seen.
    """

    index: int
    name: str
    unseen: bool


def odd(text: str) -> Iterator[Odd]:
    """The characters of ``text`` that people can't see, or take for others, in order."""
    for match in _ODD.finditer(text):
        yield Odd(match.start(), _name(match[0]), UNSEEN.match(match[0]) is not None)


def seen(text: str) -> str:
    """``text`` without what can't be seen."""
    return UNSEEN.sub("", text)


def fold(text: str) -> str:
    """``text`` as it is compared: without what can't be seen, radicals as characters, widths as one (NFKC)."""
    return unicodedata.normalize("NFKC", UNSEEN.sub("", text).translate(RADICALS))


def _name(sign: str) -> str:
    code = f"U+{ord(sign):04X}"
    if re.match(f"[{_DOUBLE}]", sign):
        like = fold(sign)
        return f"部首或兼容字“{sign}”（{code}），像“{like}”而不是它" if like != sign else f"部首“{sign}”（{code}）"
    if 0xE0000 <= ord(sign) < 0xE1000 or 0xFE00 <= ord(sign) <= 0xFE0F:
        return f"{'标记' if ord(sign) in range(0xE0000, 0xE0100) else '字形选择符'} {code}"
    if re.match(f"[{_OWN}]", sign):
        return f"{_NAMES.get(sign, '字体自造的字')} {code}"
    if re.match(f"[{_BLANK}]", sign):
        return f"{_NAMES.get(sign, '特殊空格')} {code}"
    return f"{_NAMES.get(sign, '控制字符' if unicodedata.category(sign) == 'Cc' else '看不见的字符')} {code}"
