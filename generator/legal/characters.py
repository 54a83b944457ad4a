"""Characters that look like others or like nothing: radicals from PDF, full width, invisible ones.

Texts copied from PDF and web pages hold ⻛ for 风 and zero-width marks between characters; nobody sees them, and every
search and comparison fails on them.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

#: CJK Radicals Supplement (U+2E80–2EFF) → the character each looks like; Unicode's EquivalentUnifiedIdeograph.  Kangxi
#: radicals (U+2F00–2FDF) and compatibility ideographs (U+F900–FAFF) have decompositions and need no table.
RADICALS = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻"
    "⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罒罓罓羊羊羊耂肀聿"
    "月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
#: Characters that print as nothing, or as a space of another width, and have no category of their own to tell them by.
_BLANK = frozenset("\u3164\uffa0\u115f\u1160\u034f\u180e\u17b4\u17b5\u2800")
_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made plain.

    Attributes:
        text: with radicals and compatibility characters as the characters they look like, full-width figures and letters
            in ASCII, odd spaces as spaces, invisible characters gone.  Chinese punctuation and U+3000 stay.
        found: what was changed: ``radical``, ``invisible``, ``full-width``, ``space`` → how many.
    """

    text: str
    found: Counter[str]


def fold(text: str) -> Folded:
    """Make a text plain, and say what was changed."""
    if text.isascii() or not _odd().search(text):
        return Folded(text, Counter())
    found: Counter[str] = Counter()

    def plain(match: re.Match[str]) -> str:
        found[sort_of(match[0]) or ""] += 1
        return _plain(match[0])

    return Folded(_odd().sub(plain, text), found)


def fold_with_places(text: str) -> tuple[str, list[int] | None]:
    """A text made plain, and for each of its characters the column it had; None where all stand as they stood."""
    folded = fold(text)
    if not folded.found["invisible"]:
        return folded.text, None
    return folded.text, [at for at, character in enumerate(text) if sort_of(character) != "invisible"]


def _plain(character: str) -> str:
    sort = sort_of(character)
    if sort == "invisible":
        return ""
    return " " if sort == "space" else unicodedata.normalize("NFKC", character.translate(RADICALS))


#: What Unicode calls radicals and doubles of Chinese characters.
_DOUBLES = ("CJK RADICAL ", "KANGXI RADICAL ", "CJK COMPATIBILITY IDEOGRAPH-")
#: Tags and selectors of variants, and what else Unicode keeps unseen there.
_TAGS = range(0xE0000, 0xE1000)
#: Beyond the first plane: marks of scripts and of music that are not seen, compatibility characters, tags.
_BEYOND = (
    0x110BD, 0x110CD, *range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0x2F800, 0x2FA20),
    *_TAGS,
)  # fmt: skip


@cache
def _odd() -> re.Pattern[str]:
    """Any character that is odd; most texts have none, and a search says so at once."""
    codes = [code for code in (*range(0x80, 0x4E00), *range(0xA000, 0x10000), *_BEYOND) if sort_of(chr(code))]
    spans: list[list[int]] = []
    for code in codes:
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return re.compile("[" + "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in spans) + "]")


def sort_of(character: str) -> str | None:
    """What is odd about a character: ``radical``, ``invisible``, ``full-width`` or ``space``; None where nothing is."""
    if character.isascii():
        return None
    name = unicodedata.name(character, "")
    if name.startswith(_DOUBLES):
        sort = "radical" if unicodedata.normalize("NFKC", character.translate(RADICALS)) != character else None
    elif name.startswith(("FULLWIDTH DIGIT ", "FULLWIDTH LATIN ")):
        sort = "full-width"
    elif character in _SPACES:
        sort = "space"
    else:
        unseen = character in _BLANK or name.startswith("VARIATION SELECTOR-") or ord(character) in _TAGS
        sort = "invisible" if unseen or unicodedata.category(character) in ("Cf", "Cc") else None
    return sort


def name_of(character: str) -> str:
    """A character as a message names it: U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '控制字符')}"
