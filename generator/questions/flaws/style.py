"""Flaws of wording: negation that is easily missed, ids, half-width marks, words said twice."""

import re

from generator.library import Library
from generator.questions.flaws._base import Flaw
from generator.questions.item import Item

_NEGATIVE_ASK = re.compile(
    r"(不属于|不包括|不正确|不应当?|不需要?|不是|不得|不能|错误|没有|无权|除外)[^，。；）]{0,12}(的是|的有|的一项|是|有)\s*[：:？?（(]?\s*$"
)
_NEGATION = re.compile(r"不(?!同|仅|论|管|但|足|动产|服)|没有|并非|未(?!来)|无(?!论|害|线|偿)|非(?!法|常)")
_MARKED = re.compile(r"\*\*[^*]*(不|错误|没有|无权|除外)[^*]*\*\*")
_DOUBLED = re.compile(r"(的的|了了|是是|在在|和和|处处以|责令责令|依照依照|，，|。。|、、|，。|：：)")
_HALF = re.compile(r"[\u4e00-\u9fff][,;:?!()](?=[\u4e00-\u9fff]|$)|[\u4e00-\u9fff]\.(?=\s|$)")
_SLUG = re.compile(r"\b[a-z]+(-[a-z0-9]+)+\b|[{}]|\bNone\b|_[a-z]")


def _question(item: Item) -> str:
    """The asking part of the stem, after the last full stop; what stands in quotation marks is not the question."""
    return re.split(r"[。；]", re.sub(r"“[^”]*”", "", item.stem).rstrip("。"))[-1]


def _unmarked(item: Item, _: Library) -> str | None:
    asking = re.split(r"[，,]", _question(item))[-1]
    if _NEGATIVE_ASK.search(asking) and not _MARKED.search(item.stem):
        return "题干问的是否定项，却没有把“不”字加粗（**不**）"
    return None


def _double_asked(item: Item, _: Library) -> str | None:
    asking = re.split(r"[，,]", _question(item))[-1].replace("**", "")
    if _NEGATIVE_ASK.search(asking):
        negative_options = any(_NEGATION.match(option.text) for option in item.options)
        if len(_NEGATION.findall(asking)) > 1 or negative_options:
            return "双重否定：题干问否定项，题干或选项里又有否定词"
    return None


def _double(item: Item, _: Library) -> str | None:
    if re.search(r"(不得不|不能不|不是不|并非不|没有不|不应当不|非[^，。]{0,6}不可)", item.stem):
        return "题干有双重否定"
    return None


def _unclean(item: Item, _: Library) -> str | None:
    asked = item.response
    filled = [text for blank in asked.blanks for text in (*blank.accepted, blank.why)]
    steps = [text for step in asked.steps for text in (step.ask, *(point.text for point in step.points))]
    options = [text for option in item.options for text in (option.text, option.why)]
    for text in (item.stem, item.explanation, *options, *asked.prompts, *filled, *steps):
        for pattern, what in ((_DOUBLED, "重复的字或标点"), (_HALF, "半角标点"), (_SLUG, "编号或占位符")):
            found = pattern.search(text)
            if found:
                return f"文字里有{what}：{found[0]}"
    return None


#: Of stems that ask which options are so.
ASKING = (
    Flaw("negation-unmarked", "否定词没有标出", _unmarked),
    Flaw("negation-asked", "问否定项又有否定词", _double_asked),
)
#: Of every item.
FLAWS = (
    Flaw("negation-double", "双重否定", _double),
    Flaw("wording-unclean", "文字不干净", _unclean),
)
