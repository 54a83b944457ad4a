"""Nothing that limits a rule is left out: an exception of the article, and of a digest's article whatever is forbidden.

An exception counts as told where the text has some of its words, or says 除外 and the like in the sentence that tells the rule.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.meaning import grams
from generator.auditing.official import Official
from generator.auditing.own_texts import OwnText, own_texts
from generator.auditing.statements import spoken
from generator.auditing.statements import words as words_of
from generator.auditing.strange import counted
from generator.library import Library

_SENTENCE = re.compile(r"[^。；\n]+")
_EXCEPTION = re.compile(
    r"但[^。；\n]*|[^，。；\n]*除外|(?<![拆排清免消解扣删])除[^，；。\n]{1,40}(?<!户)(?<!境)外|[^，。；\n]*另有规定[^，。；\n]*"
)
#: The same, with what 但 leads to as a whole (但是，法律规定的期限更长的除外).
_WHOLE = re.compile(
    r"但是?，?[^。；\n]*|[^，。；\n]*除外|(?<![拆排清免消解扣删])除[^，。；\n]{1,40}(?<!户)(?<!境)外|另有规定[^，。；\n]*"
)
#: A sentence of law with the exception that stands behind its stop (……；但是，……的除外。法律另有规定的，从其规定).
_RULE = re.compile(r"(?:[^。；\n]|；(?=但|除)|。(?=[^。；\n]{2,20}另有规定))+")
#: What makes a time limit longer, and how a text says so.
_LONGER = re.compile(r"[^，。；\n]*(?:延长|延期)[^，。；\n]*")
_LONGER_TOLD = re.compile(r"延|最长|一般|特殊|通常")
_ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
#: What an exception for another rule of the article names; a guide tells one rule at a time.
_REFERENCE = re.compile(r"本[条法]|第[一二三四五六七八九十]+[款项]")
_OTHER_LAW = re.compile(r"法律|规定|本[条法]|第[一二三四五六七八九十]+[款项]")
_TOLD = re.compile(
    r"除外|以外|但|除[^，。；]{1,30}外|除[^。；]{1,60}外|除了|除非|另有|另外规定|例外|其余|还要|还应|不算|不受|不在此|不适用|不限|别的规定|可以不|不用|不必|不需"
    r"|只有|才|不然|否则"
)
#: The same in the sentence that tells the rule.
_TOLD_THERE = re.compile(rf"{_TOLD.pattern}|还|外|一般|通常")
_USUAL = re.compile(r"一般|通常|从其规定")
#: Share of a sentence's words that are the rule's, and so few that nothing is known by them.
_IS_RULE, _FEWEST = 0.4, 3
#: Share of an exception's words that tell it without 除外 and the like.
_IN_OTHER_WORDS = 0.5
#: Words of any exception, by which none is known again.
_COMMON = frozenset(grams("法律行政法规另有规定的除外，法律另有规定的，从其规定，国务院但是应当可以不得人民政府部门"))
#: Share of an exception's words that tell it; share of the rule's that show that the text tells the rule at all.
_TELLS, _OF_RULE = 0.3, 0.3
_PROHIBITION = re.compile(r"不得|禁止|不予|不适用|不受")
#: Letters by which no prohibition is known again.
_PLAIN = frozenset(
    "的了和与及或者并在由对把等其为是不得禁止应当可以按照依规定法有关部门人民政府单位个人他以上下本一进行从事国家"
)
_FEW = 4  # letters of its own without which a prohibition can't be known again
#: Kinds that tell time limits, each for itself.
_OF_PERIODS = frozenset({"obligation", "procedure", "term", "power-item", "responsibility", "exemption"})
#: Fields that say only when; their exceptions are those beside their period.
_WHEN = frozenset({"deadline", "frequency", "retention", "time_limit"})
#: Names, which tell no rule, and what changed.
_NAMES = frozenset({("conduct", "title"), ("power-item", "title"), ("concordance", "summary")})


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E628 for each exception that a text drops, and each prohibition that a digest does."""
    for own in own_texts(library, official):
        if (own.kind, own.path[0]) in _NAMES:
            continue
        missing = [
            f"漏了例外“{words}”"
            for words in (*_exceptions(own), *_untold(own), *_beside_period(own), *_beside_rule(own))
        ]
        missing += [f"漏了“{words}”" for words in _prohibitions(own)] if own.whole else []
        for what in dict.fromkeys(missing):
            yield doubt(own.record, f"用词 {own.place} {what}", own.at, "E628", "：条文写了，这里没有")


def _exceptions(own: OwnText) -> Iterator[str]:
    sentences = _SENTENCE.findall(own.text)
    said = len(_TOLD.findall(own.text))
    before = ""
    missing = []
    for sentence in _SENTENCE.findall(own.law):
        for found in _EXCEPTION.findall(sentence):
            if _ITEM.match(sentence) and found.startswith("但"):
                continue  # part of what the item describes
            rule = set(grams(sentence.replace(found, ""))) - _COMMON
            rule = rule if len(rule) >= _FEW else set(grams(before)) - _COMMON
            if not _told(own, sentences, found, rule):
                missing.append(found)
        before = sentence
    if said < len(missing):
        yield from (words[:20] for words in missing)


def _untold(own: OwnText) -> Iterator[str]:
    """Exceptions some of whose words the text has, but in no sentence that tells an exception (但 … is told in many ways)."""
    if own.kind == "guide":
        return
    sentences = _SENTENCE.findall(own.text)
    for sentence in _SENTENCE.findall(own.law):
        for found in _EXCEPTION.findall(sentence):
            words = set(grams(found)) - _COMMON
            rule = set(grams(sentence.replace(found, ""))) - _COMMON
            sought, share = (words, _TELLS) if words else (rule, _OF_RULE)
            if found.startswith("但") or len(sought) < (1 if words else _FEW):
                continue
            nearest = max(sentences, key=lambda one: len(sought & set(grams(one))), default="")
            near = len(sought & set(grams(nearest if not words else own.text))) >= share * len(sought)
            told = _TOLD.search(nearest if words else own.text)
            if near and not told and "从其规定" not in own.text:
                yield found[:20]


def _beside_period(own: OwnText) -> Iterator[str]:
    """The exceptions of a paragraph whose time limit the text tells as if there were none."""
    around = spoken(own.record) if own.kind == "exemption" else own.text
    if own.kind not in _OF_PERIODS or _TOLD.search(around) or _USUAL.search(around):
        return
    ours = {(value, unit) for value, unit, _ in counted(own.text) if unit}
    for line in own.law.split("\n") if ours else ():
        for sentence in _RULE.findall(line):
            found = [one for one in _EXCEPTION.findall(sentence) if not one.startswith("但") or one.endswith("除外")]
            if found and ours & {(value, unit) for value, unit, _ in counted(sentence)}:
                yield found[0][-20:]
        told = ours & {(value, unit) for value, unit, _ in counted(line)}
        if (longer := _LONGER.search(line)) and told and not _LONGER_TOLD.search(around):
            yield longer[0][:20]


def _beside_rule(own: OwnText) -> Iterator[str]:
    """The exception of the sentence of law that a sentence of the text tells nearly all of, where it tells none."""
    if own.path[-1] in _WHEN or not _WHOLE.search(own.law) or (not own.whole and _TOLD_THERE.search(_around(own))):
        return
    law = [(sentence, set(grams(sentence))) for sentence in _RULE.findall(own.law)]
    sentences = _SENTENCE.findall(own.text)
    for at, sentence in enumerate(sentences):
        words = set(grams(sentence)) - _COMMON
        if len(words) < _FEWEST or any(map(_TOLD_THERE.search, sentences[at : at + 2])):
            continue
        nearest, _ = max(law, key=lambda one: len(words & one[1]))
        found = _WHOLE.search(nearest)
        if not found or (own.kind == "guide" and _OTHER_LAW.search(found[0])):
            continue  # 法律另有规定的除外 is said nowhere in a guide
        exception = set(grams(found[0])) - _COMMON
        told = exception and len(exception & set(grams(own.text))) >= _IN_OTHER_WORDS * len(exception)
        if not told and len(words & set(grams(nearest.replace(found[0], "")))) >= _IS_RULE * len(words):
            yield found[0][:20]


def _around(own: OwnText) -> str:
    """What a text stands with and may leave something to: its step, its limit, the duty whose name it is."""
    if own.kind in ("obligation", "exemption"):
        return spoken(own.record)
    if own.kind == "procedure":
        return " ".join(words_of(getattr(own.record, str(own.path[0]))[own.path[1]]))
    return own.text


def _told(own: OwnText, sentences: list[str], exception: str, rule: set[str]) -> bool:
    words = set(grams(exception)) - _COMMON
    if own.kind == "guide" and (not words or _REFERENCE.search(exception)):
        return True  # 法律另有规定的除外 is said nowhere in a guide
    around = own.text if own.whole else spoken(own.record)
    if words and len(words & set(grams(around))) >= _TELLS * len(words):
        return True
    nearest = max(sentences, key=lambda one: len(rule & set(grams(one))), default="")
    if not own.whole and len(rule & set(grams(own.text))) < _OF_RULE * len(rule):
        return True  # the text is about something else
    if isinstance(own.path[-1], int):  # one of several that tell the rule together
        nearest += "；".join(words_of(getattr(own.record, str(own.path[0]))))
    return bool(_TOLD.search(nearest))


def _prohibitions(own: OwnText) -> Iterator[str]:
    letters = set(own.text) | set(own.heading)
    for sentence in _SENTENCE.findall(own.law):
        for part in re.split(r"[，：]", sentence):
            found = _PROHIBITION.search(part)
            if "禁止从事" in part and "禁业" in own.text:
                continue
            after = _letters(part[found.end() :]) if found else set()
            either = [words for words in (_letters(part), after) if len(words) >= _FEW]
            if found and either and all(len(words & letters) < _TELLS * len(words) for words in either):
                yield part[:20]


def _letters(text: str) -> set[str]:
    return {letter for letter in text if "一" <= letter <= "龥"} - _PLAIN


CHECK = Check("left_out", "没有漏掉例外；摘要没有漏掉禁止", ("E628",), run)
