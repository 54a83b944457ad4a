"""The words that turn a sentence round, counted in a text in own words and in its article: 不得, 可以, 应当, 未, 除外, and levels.

A digest is far shorter than its article, and says things otherwise; but it may not allow what the article forbids or demands,
raise or lower the level of government that acts, turn a negation round, or drop the only exception.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of words.

    Attributes:
        name: for people.
        law, ours: how the article and how a text in own words says it.
        kept: the text must say it where the article does.
        sole: the article must say it at least as often as the text, in these words.
    """

    name: str
    law: str
    ours: str
    kept: bool = False
    sole: str = ""


SORTS = (
    Sort("禁止", r"不得|禁止|严禁|不准|不许", r"不|禁|勿|别|杜绝|只|专|才|至少|没", kept=True),
    Sort("可以", r"可以", r"可以|可[^能靠行持再燃溶视见操]|有权|能够|自愿|允许|或者|酌情|能", kept=True),
    Sort("可以", r"可以|有权|权利|享有|可(?=[一-龥])|方便|鼓励|能够|自愿", "", sole=r"可以"),
    Sort("应当", r"应当|必须|需要|处[^，；。]{2,40}罚款", "", sole=r"应当(?!知道)|必须"),
    Sort(
        "例外",
        r"除外|以外|但是|(?<![拆排清免消解扣删])除[^，；。]{1,30}(?<!户)外|另有规定",
        r"除外|以外|但|除[^，；。]{1,30}外|除了|除非|另有|例外|外|一般|其余|其他|别的|不算",
        kept=True,
    ),
    Sort("设区的市", r"设区的市", r"市", kept=True, sole=r"设区的市|市级"),
    Sort("省级", r"省级|省、自治区、直辖市|省人民政府", r"省", kept=True, sole=r"省级|省、自治区"),
    Sort("县级", r"县级|县、", r"县", sole=r"县级"),
    Sort("国务院", r"国务院|国家", r"国务院", sole=r"国务院"),
    Sort("上级", r"上级|上一级", "", sole=r"上级|上一级"),
    Sort("本级", r"本级", "", sole=r"本级"),
    Sort("乡镇", r"乡级|乡镇|乡、民族乡、镇|镇人民政府|街道", r"乡镇|街道", sole=r"乡镇|街道"),
)
_ABOVE = re.compile(r"(县|市|省|乡)级以上")
_NEGATION = r"(?:不得|不予|没有|未|不|没|无)"
#: A whole verb after a negation: neither the rest of 不能当庭 nor of 未经批准.
_NOT = re.compile(rf"{_NEGATION}((?![能经得会])[一-龥]{{2}})")
_SENTENCES = re.compile(r"[。；\n]")
_FORBIDS = re.compile(r"不得|禁止|严禁|不予")


def found(text: str, law: str, heading: str = "", whole: bool = False, turned: bool = True) -> Iterator[str]:
    """What is not as in the law, in few words with the counts, so that another text is another finding.

    Args:
        text, law: own words, and the article.
        heading: words above the text, which may say the same.
        whole: the text tells all that the article says, so that nothing may be dropped.
        turned: the text tells the rule and not what to do instead (先查许可证).
    """
    for sort in SORTS:
        there = len(re.findall(sort.law, law))
        if whole and sort.kept and there and not re.search(sort.ours, f"{heading}，{text}"):
            yield f"漏了“{sort.name}”（条文 {there} 处）"
        if sort.sole and (said := len(re.findall(sort.sole, text))) > there:
            yield f"多了“{sort.name}”（条文 {there} 处，这里 {said} 处）"
    if turned:
        yield from _turned(text, law)
    for level in dict.fromkeys(_ABOVE.findall(text)):
        if f"{level}级以上" not in law:
            yield f"条文没有“{level}级以上”"


def _turned(text: str, law: str) -> Iterator[str]:
    """Words that the law always negates and the text never does.

    The other way round says nothing: a digest tells the breach (没有备案) where the article tells the duty (应当备案).  Nor does a
    word that is negated within a prohibition (不合格的，不得使用): turned twice it is plain.
    """
    for word in sorted(set(_NOT.findall(law))) if not text.endswith("前") else ():  # 开工建设之前: not yet is no yes
        negated = re.compile(rf"{_NEGATION}{word}")
        if law.count(word) != len(negated.findall(law)) or not _plain(word, text):
            continue
        sentences = [one for one in _SENTENCES.split(law) if word in one]
        if not all(_FORBIDS.search(negated.sub("", one)) for one in sentences):
            yield f"条文否定“{word}”，这里没有"


def _plain(word: str, text: str) -> bool:
    """Whether a word stands in a text, and nowhere with a negation before it in its clause."""
    found = [match.start() for match in re.finditer(word, text)]
    clauses = (re.split(r"[，；。：]", text[:at])[-1] for at in found)
    return bool(found) and not any(re.search(r"[不没未无禁非免]|才能", clause) for clause in clauses)
