"""What trainers and platforms call the types of questions."""

import re

#: Id of a type → words for it; ``choice`` leaves open how many options are right, ``other`` is none that is read.
_WORDS = (
    ("multiple", r"多选|多项选择|多项|不定项|复选|multiple|multi"),
    ("single", r"单选|单项选择|单项|single"),
    ("judge", r"判断|是非|对错|正误|true\s*/?\s*false|judge"),
    ("blank", r"填空|blank"),
    ("other", r"简答|问答|论述|名词解释|案例|计算|材料分析|阅读理解|连线|匹配|配对|排序|主观|写作|essay|matching|numerical|cloze"),
    ("choice", r"选择"),
)  # fmt: skip
#: Any of these words, for other patterns.
WORD = "|".join(words for _, words in _WORDS)
_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)
_MARK = rf"[（(\[【〔]\s*(?P<kind>(?:{WORD})[^）)\]】〕]{{0,4}})\s*[)）\]】〕]"
_POINTS = r"[（(\[【]\s*(?:本题|每题|每小题|共)?\s*\d+(?:\.\d+)?\s*分\s*[)）\]】]"
_FRONT = re.compile(rf"^\s*(?:{_MARK}|(?P<bare>(?:{WORD})题?)[:：])\s*", re.IGNORECASE)
_END = re.compile(rf"\s*{_MARK}\s*$", re.IGNORECASE)
_POINTED = re.compile(rf"^\s*{_POINTS}\s*|\s*{_POINTS}\s*$")


def kind_of(words: str) -> str:
    """The type that words mean: an id, ``choice``, ``other``, or nothing."""
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), "")


def unmarked(stem: str) -> tuple[str, str]:
    """A stem without its points and the mark of its type, and the words of that mark: （多选）…, … [单选题] (2分)."""
    words = ""
    for _ in range(3):
        before = stem
        stem = _POINTED.sub("", stem)
        for pattern in (_FRONT, _END):
            if found := pattern.search(stem):
                words = words or found["kind"] or found.groupdict().get("bare") or ""
                stem = stem[: found.start()] + stem[found.end() :]
        if stem == before:
            break
    return stem.strip(), words
