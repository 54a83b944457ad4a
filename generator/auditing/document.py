"""The citations of somebody's document, judged: does the article exist, is it in force, does it say the sum that the sentence says.

A decision, a notice, a speech: text that is no record.  What is held against is the official text where one is at hand,
else the digest and the fines recorded under the article; what neither knows is said, and never guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.auditing.article import Text
from generator.auditing.known import official, part_of, places_cited
from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.basis import article_key, format_article
from generator.legal.citations import Mention
from generator.legal.days import day_written
from generator.legal.money import Range
from generator.legal.sums import Mention as Sum
from generator.legal.sums import find_fines
from generator.library import Library

#: What is found of a citation; ``right`` is the only good one, ``unheld`` means that nothing could be told.
Verdict = Literal["right", "missing", "repealed", "not_yet", "sum", "unheld"]

#: For the page's twin (assets/js/core/judge.js) too: a sentence, and what tells that it fines.
SENTENCE = re.compile(r"[^。！？；;\n]*[。！？；;]?")
FINE = re.compile(r"罚款|罚金|处以?[^。；]{0,12}元")
#: What says that a law ended is right in naming it.
_ENDS = ("title_repealed",)
#: Places that one citation may name, as in the page's twin.
MOST = 60
_NOWHERE: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
#: What is said of an article that no other took the place of.
DROPPED = "现行法没有保留这一内容；行为发生在废止以前的，再看当时的规定。"
_HINT = "对照条文改正；这是别的条文里的数额的，把那一条也写上。"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is found of one citation.

    Attributes:
        mention: the citation.
        verdict: as above.
        says: in Chinese, what is wrong, or why nothing could be told; empty for ``right``.
        hint: what to do.
        regulation: id of the law in the library; empty where it holds none.
    """

    mention: Mention
    verdict: Verdict
    says: str = ""
    hint: str = ""
    regulation: str = ""


def judge(library: Library, lines: Sequence[str], mentions: Sequence[Mention]) -> Iterator[Judgement]:
    """Judge every citation of a document at the library's day, in order.

    Args:
        library: what is known of the laws.
        lines: the document, as it was read for the mentions.
        mentions: its citations; those of its own articles are left out.
    """
    known = {regulation.title: regulation for regulation in library.regulations}
    for mention in mentions:
        if mention.own:
            continue
        regulation = known.get(mention.law or "")
        if regulation is None:
            yield _outside(mention)
            continue
        yield _standing(library, regulation, mention) or _sums(library, known, lines, mentions, mention)


def _outside(mention: Mention) -> Judgement:
    if mention.law is None:
        return Judgement(
            mention, "unheld", f"“{mention.surface}”看不出是哪一部法（{mention.why or '没有写明'}）", "写出法规的名称。"
        )
    return Judgement(
        mention, "unheld", f"没有收录《{mention.law}》，“{mention.surface}”没有核对", "对照公布的文本，人工核对。"
    )


def _standing(library: Library, regulation: Regulation, mention: Mention) -> Judgement | None:
    """What is wrong with the law or the article itself."""
    status = library.status(regulation.id)
    if status.state == "not_yet":
        return Judgement(
            mention, "not_yet", begins(library, regulation), "施行以前的事，引用当时有效的规定。", regulation.id
        )
    if missing := _missing(library, regulation, mention, status.version.articles):
        return Judgement(mention, "missing", missing, "核对条、款、项。", regulation.id)
    if status.state == "repealed" and mention.kind not in _ENDS:
        return _repealed(library, regulation, mention)
    if _unseen(library, regulation, mention, status.version.articles):
        said = f"手边没有《{regulation.name}》的正文，“{mention.surface}”没有核对"
        return Judgement(mention, "unheld", said, "对照公布的文本，人工核对。", regulation.id)
    return None


def begins(library: Library, regulation: Regulation) -> str:
    """From when a regulation that is still to come is in force."""
    day = library.status(regulation.id).version.effective
    return f"《{regulation.name}》{day_written(day)}才施行"


def _missing(library: Library, regulation: Regulation, mention: Mention, last: int | None) -> str:
    """Which article, 款 or 项 there is not, in words; empty where nothing shows that it is missing."""
    target = mention.target
    for number in filter(None, (target.article, *target.more, target.article_end)):
        if last is not None and number > last:
            return f"《{regulation.name}》只有{last}条，没有{format_article(number)}"
    if target.suffix and (text := library.texts.get(regulation.id)):
        key = article_key(target.article, target.suffix)
        if key not in text.by_key and target.article not in text.missing:
            return f"《{regulation.name}》没有{format_article(target.article, target.suffix)}"
    for basis in bases_of(regulation, mention):
        article = official(library, regulation, basis.key)
        if article and article.part(basis.paragraph, basis.item) is None:
            return f"《{regulation.name}》{article.locus}没有这一款或者这一项"
    return ""


def _unseen(library: Library, regulation: Regulation, mention: Mention, last: int | None) -> bool:
    """Whether neither a text nor a record nor the count of articles tells of an article."""
    basis = basis_of(regulation, mention)
    if any(_below_unseen(library, one) for one in bases_of(regulation, mention)):
        return True
    if basis is None or (last is not None and not basis.suffix):
        return False
    known = library.article(basis) is not None or (regulation.id, basis.key) in places_cited(library)
    return not known and library.official(regulation.id, basis.key) is None


def _below_unseen(library: Library, basis: BasisValue) -> bool:
    """Whether a 款 or 项 is named that neither the text nor any record shows to be there; the first 款 always is."""
    if library.official(basis.regulation, basis.key) is not None:
        return False
    paragraphs, items = places_cited(library).get((basis.regulation, basis.key), _NOWHERE)
    return bool(
        (basis.item and basis.item not in items)
        or (basis.paragraph and basis.paragraph > 1 and basis.paragraph not in paragraphs)
    )


def _repealed(library: Library, regulation: Regulation, mention: Mention) -> Judgement:
    hint = instead(library, regulation, basis_of(regulation, mention))
    return Judgement(mention, "repealed", ended(library, regulation), hint, regulation.id)


def ended(library: Library, regulation: Regulation) -> str:
    """That a regulation is repealed, and since when."""
    day = library.status(regulation.id).version.repealed_on
    since = f"自{day_written(day)}起" if day else ""
    return f"《{regulation.name}》{since}已经废止"


def instead(library: Library, regulation: Regulation, basis: BasisValue | None) -> str:
    """What to cite instead of a repealed regulation, or of an article of it."""
    replaced_by = library.status(regulation.id).repealed_by
    if basis and (successors := library.successors(basis)):
        return f"相应的内容现在是{'、'.join(map(library.cite, successors))}；适用新旧哪一部，看行为发生的时间。"
    if basis and any(row.relation == "dropped" for row in library.concordances(basis)):
        return DROPPED
    if replaced_by:
        return f"改引《{library.regulation(replaced_by).name}》；适用新旧哪一部，看行为发生的时间。"
    return "查清取代它的规定；适用新旧哪一部，看行为发生的时间。"


def _sums(
    library: Library,
    known: dict[str, Regulation],
    lines: Sequence[str],
    mentions: Sequence[Mention],
    mention: Mention,
) -> Judgement:
    """Whether each sum of the sentence stands in an article cited in it; told at the sentence's last citation."""
    regulation = known[mention.law or ""]
    right = Judgement(mention, "right", regulation=regulation.id)
    if not mention.target.article:
        return right
    start, sentence = _sentence(lines[mention.line], mention.start)
    within = [
        one
        for one in mentions
        if one.line == mention.line and start <= one.start < start + len(sentence) and one.target.article
    ]
    if within[-1] != mention or not FINE.search(sentence):
        return right
    parts = [part for one in within for part in _parts(library, known.get(one.law or ""), one)]
    held = [part for part in parts if part is not None]
    if len(held) < len(parts):
        return right
    strange = [
        sentence[found.start : found.end]
        for found in find_fines(sentence)
        if not any(says_sum(one, found) for one in held)
    ]
    if not strange:
        return right
    cited = "、".join(one.surface for one in within)
    said = f"句中的“{'”“'.join(dict.fromkeys(strange))}”不在所引的{cited}中"
    return Judgement(mention, "sum", said, _told(held), regulation.id)


def _told(parts: Sequence[Text]) -> str:
    sums: dict[object, str] = {}  # each once, in the words that come first
    for part in parts:
        for one in part.sums:
            sums.setdefault(one.value, part.text[one.start : one.end])
    return f"那里写的是{'、'.join(sums.values())}。{_HINT}" if sums else f"那里没有数额。{_HINT}"


def says_sum(part: Text, found: Sum) -> bool:
    """Whether a part of law says a sum: the same one; a single sum also as an end of a span, or as lying within it."""
    value = found.value
    if any(one.value == value for one in part.sums):
        return True
    if not isinstance(value, Range) or value.min is None or value.min != value.max:
        return False
    spans = [one.value for one in part.sums if isinstance(one.value, Range)]
    return any(
        (span.min is None or span.min <= value.min) and (span.max is None or value.min <= span.max) for span in spans
    )


def _sentence(line: str, at: int) -> tuple[int, str]:
    for found in SENTENCE.finditer(line):
        if found.start() <= at < found.end():
            return found.start(), found[0]
    return 0, line


def basis_of(regulation: Regulation, mention: Mention) -> BasisValue | None:
    """The first place that a citation names, as a value; None where it names no article."""
    return next(iter(bases_of(regulation, mention)), None)


def bases_of(regulation: Regulation, mention: Mention) -> tuple[BasisValue, ...]:
    """Each place that a citation names: every article of its list or range, else every 款 and 项 of its article."""
    target = mention.target
    last = min(max(target.article, target.article_end), target.article + MOST)
    articles = [target.article, *range(target.article + 1, last + 1), *target.more] if target.article else []
    if len(articles) > 1:
        return tuple(BasisValue(regulation=regulation.id, article=number) for number in articles)
    end = min(max(target.paragraph, target.paragraph_end), target.paragraph + MOST)
    paragraphs = [*range(target.paragraph, end + 1), *target.paragraphs]
    return tuple(
        BasisValue(
            regulation=regulation.id,
            article=number,
            suffix=target.suffix,
            paragraph=paragraph or None,
            item=item or None,
        )
        for number in articles
        for paragraph in paragraphs
        for item in target.items or (0,)
    )


def _parts(library: Library, regulation: Regulation | None, mention: Mention) -> Sequence[Text | None]:
    """What the places cited say; None where one of them is not known, or there are more than anybody means."""
    bases = bases_of(regulation, mention) if regulation else ()
    return [part_of(library, basis) for basis in bases] if 0 < len(bases) <= MOST else [None]
