"""What the article lets the authority pick from (警告或者罚款, …等处罚) is picked from in the record too, and nothing else is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.checks._base import Check
from generator.auditing.fines import fine_places, text_for, under
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.auditing.stands import places
from generator.kinds._tier import POINTERS
from generator.kinds.penalty import Penalty, Tier
from generator.library import Library
from generator.problems import Problem

_STOPS = re.compile(r"[；。\n]")
_OR = re.compile(r"或|、|可以")
#: Characters of the verb that a measure begins with: 暂扣或者吊销许可证 says the thing once.
_VERB = 2
#: Words that let the authority pick more than one.
_SEVERAL = re.compile(r"等(?:行政)?(?:处罚|措施)|一种或者几种|(?:可以|或者)并处|并处或者单处")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E622 for each choice that the article does not give, and for each that it gives and the record does not."""
    for entry, article in with_articles(library, official, library.consequences):
        for index, tier in enumerate(entry.penalty.tiers):
            at = entry.conduct.place("penalties", entry.index, "tiers", index)
            cited = library.cite(entry.penalty.basis)
            text = _text(entry.penalty, tier, article)
            if (message := _not_given(tier, text)) and not _said_above(tier, article):
                yield Problem(at, "E622", f"{cited}{message}", "对照条文：择一的写 one_of，都要采取的写 measures。")
            for one, other in _alternatives(tier, text):
                message = f"{cited}中“{one}”与“{other}”是择一的关系"
                yield Problem(at, "E622", message, "写进 one_of；条文说一种或者几种的，再写 several: true。")


def _text(penalty: Penalty, tier: Tier, article: OfficialArticle) -> Text:
    text, _ = text_for(penalty, article)
    return text if all(places(word, text.text) for word in tier.every_measure) else article.whole


def _places(tier: Tier, word: str, text: Text) -> list[int]:
    if word == "罚款" and tier.fine:
        return (fine_places(tier.fine, text) if tier.fine.measured else []) or places("罚款", text.text)
    return places("不得" if POINTERS.get(word) == "ban" else word, text.text)


def _governed(tier: Tier, word: str, text: Text) -> list[int]:
    """Where the word stands under the tier's own condition; wherever it stands where none does."""
    found = _places(tier, word, text)
    return [place for place in found if under(tier, text.text, place)] or found


def _not_given(tier: Tier, text: Text) -> str:
    """What is wrong with the tier's own choice; empty where nothing is."""
    if not tier.one_of:
        return ""
    found = [_places(tier, word, text) for word in tier.one_of]
    if not all(found):
        missing = "、".join(word for word, where in zip(tier.one_of, found, strict=True) if not where)
        return f"里没有可供选择的“{missing}”"
    wrong = [_unjoined(tier, text, starts) for starts in _together(dict(zip(tier.one_of, found, strict=True)))]
    return "" if "" in wrong else wrong[0]


def _together(found: Mapping[str, Sequence[int]]) -> Iterator[list[tuple[int, str]]]:
    """Each set of places at which the words may be told together, in order: of each word the next from some place on."""
    for anchor in sorted(place for where in found.values() for place in where):
        nexts = {word: min((at for at in where if at >= anchor), default=None) for word, where in found.items()}
        starts = [(at, word) for word, at in nexts.items() if at is not None]
        if len(starts) == len(found):
            yield sorted(starts)


def _unjoined(tier: Tier, text: Text, starts: Sequence[tuple[int, str]]) -> str:
    """Why the words at these places are no choice; empty where they are one."""
    first, last = starts[0][0], starts[-1][0]
    ends = [at + (len(word) if text.text.startswith(word, at) else _VERB) for at, word in starts]
    joints = [text.text[end:other] for end, (other, _) in zip(ends, starts[1:], strict=False)]
    if _STOPS.search(text.text[first:last]) or not any(map(_OR.search, joints)):
        return f"没有让机关在“{'、'.join(tier.one_of)}”中选择"
    sentence = _STOPS.split(text.text[first:])[0]
    if tier.several != bool(_SEVERAL.search(sentence)):
        return "说的是取一种" if tier.several else "说的是取一种或者几种"
    return ""


def _said_above(tier: Tier, article: OfficialArticle) -> bool:
    """Whether the article lets pick in a paragraph of its own, and sets the amounts below (予以警告或罚款处分)."""
    pair = [word for word in tier.one_of if word != "罚款"]
    return len(pair) == 1 and len(tier.one_of) == 2 and not tier.several and f"{pair[0]}或罚款处分" in article.text


def _alternatives(tier: Tier, text: Text) -> Iterator[tuple[str, str]]:
    """Pairs that the record has as both following, and the article as one or the other."""
    words = [*tier.measures]
    words += ["罚款"] if tier.fine and tier.fine.measured and not tier.optional("罚款") else []
    words += ["拘留"] if tier.detention and not tier.optional("拘留") else []
    for one, other in combinations(words, 2):
        for a, b in ((one, other), (other, one)):
            if (
                re.search(f"{re.escape(a[:_VERB])}或者?{re.escape(b[:_VERB])}", text.text)
                or re.search(rf"{re.escape(a)}、{re.escape(b)}等(?:行政)?处罚", text.text)
                or any(
                    _joined(text.text, x + len(a), y)
                    for x in _governed(tier, a, text)
                    for y in _governed(tier, b, text)
                )
            ):
                yield a, b


def _joined(text: str, end: int, start: int) -> bool:
    """Whether only 或者 stands between the two places, with no comma before it but where it says who approves the other."""
    joint = r"[^，；。\n的]{0,12}或者?[^，；。\n]{0,8}|[^，；。\n的]{0,8}，或者报经[^，；。\n]{2,20}批准，"
    return end <= start and re.fullmatch(joint, text[end:start]) is not None


CHECK = Check("choices", "择一的后果写成择一", ("E622",), run)
