"""One form for the cells of tables, before anything is read from them.

Platforms and Excel write the same id as ``0012``, ``="0012"``, ``'0012``, ``００１２`` or with characters in it that nobody
sees; people are told once how many cells were brought into one form, never what a form is called.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

#: Characters that show nothing: controls, format characters, fillers, variation selectors, tags.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160"
    "\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
#: ="0012", by which Excel is kept from making a number of an id.
_FORMULA_GUARD = re.compile(r'=\s*"((?:[^"]|"")*)"')
#: '0012, by which people do the same.
_QUOTE_GUARD = re.compile(r"'(?=[^'])[^']*")
#: Letters, digits and spaces that have a plain writing; punctuation is nobody's concern.
_WIDE = re.compile("[Ａ-Ｚａ-ｚ０-９①-⓿\u00a0\u3000\u2160-\u2188]")
_TYPOGRAPHIC = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})

GUARD, HIDDEN, WIDTH = "guard", "hidden", "width"
_TOLD = {
    GUARD: '{} 格去掉了为防 Excel 改动而加的 =""、单引号',
    HIDDEN: "{} 格去掉了看不见的字符",
    WIDTH: "{} 格的全角或特殊写法改成了普通写法",
}


def plain(text: str) -> tuple[str, str]:
    """The cell in one form, and what was done to it: ``""`` or one of GUARD, HIDDEN, WIDTH, the gravest.

    Compatibility forms are folded (NFKC: full width, ①, NBSP), what shows nothing is taken out, guards are unwrapped,
    spaces around are stripped.  Lines within a cell stay lines.
    """
    bare = text.strip()
    if bare.isascii() and bare.isprintable() and bare[:1] not in {"=", "'"}:
        return bare, ""
    seen = UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    folded = unicodedata.normalize("NFKC", seen).strip()
    guarded = folded.translate(_TYPOGRAPHIC) if folded[:1] in {"=", "‘", "’"} else folded
    formula = _FORMULA_GUARD.fullmatch(guarded)
    if formula:
        return formula[1].replace('""', '"').strip(), GUARD
    if _QUOTE_GUARD.fullmatch(guarded):
        return guarded[1:].strip(), GUARD
    if len(seen) < len(text.replace("\r\n", "\n")):
        return folded, HIDDEN
    return folded, WIDTH if _WIDE.search(seen) else ""


@dataclass(slots=True)
class Plainer:
    """``plain`` for the cells of a file, each writing worked out once, with a count of what was done."""

    done: Counter[str] = field(default_factory=Counter)
    known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def __call__(self, text: str) -> str:
        """The cell in one form."""
        found = self.known.get(text)
        if found is None:
            found = self.known[text] = plain(text)
        if found[1]:
            self.done[found[1]] += 1
        return found[0]

    def told(self) -> str:
        """What was done to how many cells, in words; empty where nothing was."""
        return "，".join(_TOLD[kind].format(self.done[kind]) for kind in _TOLD if self.done[kind])
