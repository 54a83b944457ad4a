"""The word right after 可以, 应当 or 不得: where the law has it right after another of these, and never after this one, the text has
turned it.

``turned_modes`` weighs all words of a clause, and is silent where most of them stand everywhere in the law; one word decides here.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

#: What lets, what demands, what forbids; in the text (where 不能 is often a condition: 不能回收的), and in the law.
_OURS = re.compile(
    r"(?P<may>(?<![不未])可以)|(?P<must>(?<![不未])应当(?!知道|改为)|必须)|(?P<no>不得|严禁)(?=[一-龥]{2})"
)
_THEIRS = re.compile(
    r"(?P<may>(?<![不未])可以|有权|可(?=并处|处|按|作出))|(?P<must>(?<![不未])应当|必须)|(?P<no>不得|禁止|严禁|不能|不予|未)"
)
#: Words that may stand between: 可以依法申请.
_BETWEEN = re.compile(r"(?:依法|及时|同时|一并|直接|自行|再|先|也|并|另)*")
_REST = re.compile(r"[^，。；：\n]*")
#: 要求听证的权利, which is what one may do.
_RIGHT = re.compile(r"[^，。；]{0,4}的权利")
_NEAR = 2  # letters between such a word and the one that it governs, at most, where the law has the other
_BACK = 60  # letters before a word in which what governs it is sought
_STOP = re.compile(r"[。；\n]")


def turned_words(text: str, law: str) -> Iterator[str]:
    """Words that the text allows, demands or forbids, and the law otherwise."""
    for found in _OURS.finditer(text):
        start = _BETWEEN.match(text, found.end())
        at = start.end() if start else found.end()
        word = text[at : at + 2]
        if len(word) < 2 or not word.isalpha():
            continue
        near, far = _modes(law, word)
        ours = found.lastgroup or ""
        others = near - {ours}
        if others and ours not in far and not (ours == "must" and "no" in others):
            rest = _REST.match(text, at)
            yield f"条文对“{word}”说的不是“{found[0]}{rest[0][:8] if rest else ''}”"


@lru_cache(maxsize=1 << 15)
def _modes(law: str, word: str) -> tuple[frozenset[str], frozenset[str]]:
    """After what the law has a word close by, and after what it has it at all in a clause."""
    near, far = set(), set()
    start = -1
    while (start := law.find(word, start + 1)) >= 0:
        before = _STOP.split(law[max(0, start - _BACK) : start])[-1]
        if _RIGHT.match(law, start + len(word)):
            far.add("may")
        modes = list(_THEIRS.finditer(before))
        if not modes:
            far.add("none")
            continue
        last = modes[-1]
        if len(_BETWEEN.sub("", before[last.end() :], count=1)) <= _NEAR and "，" not in before[last.end() :]:
            near.add(last.lastgroup or "")
        far.update(one.lastgroup or "" for one in modes)
    return frozenset(near), frozenset(far)
