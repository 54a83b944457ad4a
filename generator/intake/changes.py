"""Repealed articles that a question cites: where their matter stands now, and what became of the key."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.auditing.likeness import Likeness, bigrams
from generator.importing.questions.base import Brought
from generator.intake.words import content, share
from generator.kinds import BasisValue
from generator.kinds.concordance import RELATIONS, AmountChange, Concordance
from generator.kinds.penalty import Fine
from generator.legal.sums import find_fines
from generator.library import Library
from generator.library.remember import once
from generator.library.wording import fine_text

_LIKE = 0.5  # share of the question's pairs of letters that its article has


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a repealed article that a question cites.

    Attributes:
        law: id of the repealed law.
        old: the article; None where only the law is named.
        new: where the matter stands now; none where the law no longer has it, or nobody can tell.
        rows: rows of the concordance that speak of the question.
        says: what changed, in Chinese.
        sure: whether the concordance says so; else the new article was found by its words.
    """

    law: str
    old: BasisValue | None
    new: tuple[BasisValue, ...]
    rows: tuple[Concordance, ...]
    says: str
    sure: bool

    def became(self, text: str) -> str:
        """The fine now in force instead of the one that ``text`` tells; empty where the rows don't say."""
        told = {_fine(change.new) for change in self._of(text) if change.new}
        return told.pop() if len(told) == 1 else ""

    def _of(self, text: str) -> list[AmountChange]:
        values = [found.value for found in find_fines(text)]
        changes = [change for row in self.rows for change in row.amounts if change.old]
        fits = [c for c in changes if any(m.value in values for m in find_fines(_fine(c.old)))]
        named = [c for c in fits if _label_said(c.label, text)]
        return named or fits


def _label_said(label: str, text: str) -> bool:
    return any(word and word in text for word in label.split())


def _fine(fine: Fine | None) -> str:
    """The fine in words; empty where there is none."""
    return fine_text(fine) if fine else ""


def change_of(library: Library, question: Brought, law: str, basis: BasisValue | None) -> Change:
    """What became of an article of a repealed law, or of the law, as far as it matters to the question."""
    words = content(question)
    rows = _rows(library, basis, words) if basis else ()
    if rows:
        new = tuple(dict.fromkeys(one for row in rows for one in row.new))
        return Change(law, basis, new, rows, _said(library, rows, new), sure=True)
    found = _near(library, law, words)
    if found:
        cited = "、".join(map(library.cite, found))
        return Change(law, basis, found, (), f"对照表没有这一条；按文字看，相近的是{cited}，请核对", sure=False)
    said = "现行法里没有找到相应的内容" if basis else "没有写是第几条，按文字没有找到现在的条文，请查对"
    return Change(law, basis, (), (), said, sure=False)


def _rows(library: Library, basis: BasisValue, words: str) -> tuple[Concordance, ...]:
    """Rows of the article, of the 款 cited where there are such; of several, those nearest to the question's words."""
    rows = [row for row in library.concordances(basis) if row.old and row.old.whole == basis.whole]
    narrow = [
        row
        for row in rows
        if row.old
        and (basis.paragraph is None or row.old.paragraph in (None, basis.paragraph))
        and (basis.item is None or row.old.item in (None, basis.item))
    ]
    rows = narrow or rows
    if len(rows) < 2:
        return tuple(rows)
    asked = set(bigrams(words))
    scores = {
        row.id: len(asked & set(bigrams(f"{row.title or ''}{row.act or ''}{_conducts(library, row)}"))) for row in rows
    }
    best = max(scores.values())
    return tuple(row for row in rows if scores[row.id] == best) if best else tuple(rows)


def _conducts(library: Library, row: Concordance) -> str:
    found = (library.get("conduct", id) for id in row.conducts)
    return "".join(record.label for record in found if record)


def _said(library: Library, rows: Sequence[Concordance], new: Sequence[BasisValue]) -> str:
    """Relation, summary and amounts then and now."""
    told = []
    for row in rows[:2]:
        amounts = [
            f"{change.label}：{_fine(change.old) or '没有罚款'}→{_fine(change.new) or '没有罚款'}"
            for change in row.amounts
        ]
        told.append(f"{RELATIONS[row.relation]}：{row.summary}{'（' + '；'.join(amounts) + '）' if amounts else ''}")
    now = f"现为{'、'.join(map(library.cite, new))}。" if new else "现行法没有保留这一内容。"
    return now + "".join(told)


@once
def _likeness(library: Library, regulation: str) -> Likeness | None:
    text = library.texts.get(regulation)
    if text is None or not text.articles:
        return None
    return Likeness.of({(one.number, one.suffix): one.text for one in text.articles})


def nearest(library: Library, regulation: str, words: str, count: int) -> tuple[BasisValue, ...]:
    """The articles of a law that share most with ``words``, the nearest first; none where its text isn't at hand."""
    likeness = _likeness(library, regulation)
    if likeness is None or not words:
        return ()
    scores = likeness.scores(words)
    keys = list(likeness.place)
    order = sorted(range(len(keys)), key=lambda place: (-float(scores[place]), place))[:count]
    return tuple(
        BasisValue(regulation=regulation, article=keys[p][0], suffix=keys[p][1]) for p in order if scores[p] > 0
    )


def _near(library: Library, law: str, words: str) -> tuple[BasisValue, ...]:
    """The article of the law that replaced ``law`` which has most of the words; none where it has less than half of them."""
    instead = library.status(law).repealed_by
    found = nearest(library, instead, words, 1) if instead else ()
    text = library.official(found[0].regulation, found[0].key) if found else None
    return found if text and share(words, text.text) >= _LIKE else ()
