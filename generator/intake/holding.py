"""The key of a question held against the articles in force that it cites."""

import re
from collections.abc import Sequence

from generator.importing.questions.base import Brought
from generator.intake.changes import nearest
from generator.intake.judged import Judged
from generator.intake.sums import Law, figured, keys, ruled, sole, standing, values
from generator.intake.words import content, share, uncited
from generator.kinds import BasisValue
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.wording import fine_text

_NEAR = 3  # articles of a law among which the right one is looked for
_NAMED, _APART = 0.6, 0.2  # share of a conduct's words that a stem has, and by how much more than of the next
_BUT = "(?:不是|不属于|并非|除了?|非)"  # a category that is named to be left out
#: A statement on what somebody did, judged by an article.
_CASE = re.compile(
    "某|(?:做法|说法|处理|决定)[^，。]{0,4}(?:符合|违反|合于|不合)"
    "|这(?:样|(?:种|个|一)(?:做法|说法|想法|处理|决定|主张|理由|要求|限制))[^，。]{0,24}"
    "(?:符合|违反|合于|不合|相符|不符|合法|成立|正确|错误|恰当|不当|有道理|站得住)"
)
_SUMS = re.compile(r"处?以?[^，。；处]{0,16}?元[^，。；]{0,24}?罚款")
_MORE = 0.2  # share of a question's pairs of letters that it has more than the one cited


def hold(library: Library, found: Judged, held: Sequence[BasisValue]) -> None:
    """Say where the key is against the articles cited; where there is no key, say which option would be one."""
    question, law = found.question, Law.of(library, held)
    if not question.answered:
        found.key = sole(question, law)
    if not question.answered or question.truth is False:
        return
    fits = standing(question, law)
    strange = [text for one in keys(question) for text in law.strange(one)]
    if strange and (instead := _elsewhere(library, question, held)):
        _moved(library, found, held, instead, strange)
    elif any(_contradicted(one, question, law, bool(fits)) for one in keys(question)):
        found.accuse("key-against-article", f"答案里的{'、'.join(strange)}不在所引的条文中")
        found.key = sole(question, law)
        if not fits and question.options and all(map(ruled, question.options)):
            found.accuse("no-option-right-now", "没有一个选项合于所引的条文")
    else:
        hold_by_records(library, found, held)


def hold_by_records(library: Library, found: Judged, bases: Sequence[BasisValue]) -> None:
    """Say where the key is a fine of the articles, but for other conduct or another category than the stem names."""
    question = found.question
    if not question.answered or question.truth is False:
        return
    told = {value for key in keys(question) if ruled(key) for value in values(key)}
    entries = [entry for basis in bases for entry in library.penalties_under(basis.regulation, basis.key)]
    if told and (wrong := _of_category(question, entries, told) or _of_conduct(question, entries, told)):
        found.accuse("key-against-article", wrong[0])
        found.key = wrong[1]


def _of_category(question: Brought, entries: Sequence[PenaltyOf], told: set[object]) -> tuple[str, str] | None:
    """As `_of_conduct`, of the categories that the stem names: the sum said is that of a category it doesn't name."""
    stem = uncited(question.stem)
    tiers = [tier for entry in entries for tier in entry.penalty.tiers if tier.fine]
    named = {tier.category for tier in tiers if tier.category and tier.category in stem}
    if not named or any(re.search(_BUT + re.escape(one), stem) for one in named):
        return None
    fines = list(dict.fromkeys(fine_text(tier.fine) for tier in tiers if tier.fine and tier.category in named))
    others = {
        value for tier in tiers if tier.fine and tier.category not in named for value in values(fine_text(tier.fine))
    }
    known = {value for text in fines for value in values(text)}
    if known & told or not told & others:
        return None
    return f"“{'、'.join(sorted(named))}”的罚款是{'、'.join(fines)}，不是答案里的数额", _only(question, known)


def _only(question: Brought, known: set[object]) -> str:
    """The letter of the one option that names a known sum; empty where there is not one, or more may be right."""
    fits = [at for at, option in enumerate(question.options) if values(option) & known]
    return question.labels[fits[0]] if len(fits) == 1 and question.sole else ""


def _of_conduct(question: Brought, entries: Sequence[PenaltyOf], told: set[object]) -> tuple[str, str] | None:
    """What is wrong where the key is a fine of the article, but of other conduct; and the letter of the option that is right.

    The conduct is that of which the stem has most words, and clearly more than of any other under the same articles.
    """
    conduct = _conduct(question, entries)
    if conduct is None:
        return None
    fines = [tier.fine for entry in entries if entry.conduct.id == conduct for tier in entry.penalty.tiers if tier.fine]
    texts = list(dict.fromkeys(map(fine_text, fines)))
    known = {value for text in texts for value in values(text)}
    if not known or known & told:
        return None
    label = next(entry.conduct.title for entry in entries if entry.conduct.id == conduct)
    return f"“{label}”的罚款是{'、'.join(texts)}，不是答案里的数额", _only(question, known)


def _conduct(question: Brought, entries: Sequence[PenaltyOf]) -> str | None:
    stem = uncited(question.stem)
    scores = {
        entry.conduct.id: max(share(name, stem) for name in (entry.conduct.title, *entry.conduct.aliases))
        for entry in entries
    }
    order = sorted(scores, key=lambda id: -scores[id])
    if not order or scores[order[0]] < _NAMED:
        return None
    second = scores[order[1]] if len(order) > 1 else 0.0
    return order[0] if scores[order[0]] - second >= _APART else None


def _moved(
    library: Library, found: Judged, held: Sequence[BasisValue], instead: BasisValue, strange: Sequence[str]
) -> None:
    """The matter stands in another article than the one cited, as in a law whose articles were numbered anew."""
    question, law = found.question, Law.of(library, (instead,))
    cited, now = "、".join(map(library.cite, held)), library.cite(instead)
    figures = "、".join(strange)
    found.accuse("citation-elsewhere", f"{cited}里没有{figures}；说的是{now}的事，条号多半改过")
    found.bases = (instead,)
    if any(map(law.strange, keys(question))):
        found.accuse("key-against-article", f"{now}里也没有{figures}，规定已经改变")
        found.key = sole(question, law)


def _elsewhere(library: Library, question: Brought, held: Sequence[BasisValue]) -> BasisValue | None:
    """Another article of the law cited that has more of the question's words by far, and the figures of its key or of an option."""
    words = _SUMS.sub("", content(question))  # sums are what is in doubt: many articles have the same
    cited = max((_shared(library, basis, words) for basis in held), default=0.0)
    for regulation in dict.fromkeys(basis.regulation for basis in held):
        for basis in nearest(library, regulation, words, _NEAR):
            law = Law.of(library, (basis,))
            near = _shared(library, basis, words) > cited + _MORE
            if near and (standing(question, law) or not any(map(law.strange, keys(question)))):
                return basis
    return None


def _shared(library: Library, basis: BasisValue, words: str) -> float:
    text = library.official(basis.regulation, basis.key)
    return share(words, text.text) if text else 1.0


def _contradicted(text: str, question: Brought, law: Law, otherwise: bool) -> bool:
    """Whether a key has a figure that the law hasn't, and that only the law can give: a span, or one beside others that it has."""
    if not law.strange(text):
        return False
    if question.truth is not None and _CASE.search(question.stem):
        return False  # what happened in a case is nobody's law
    return ruled(text) or otherwise or bool(question.blanks) or (question.truth is True and figured(text))
