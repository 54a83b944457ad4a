"""An act that two laws punish: which goes first, and what the table of old and new says of the same provision.

Where a record says that the other provision goes first, its fine must not be the lower one (法典 1055, 行政处罚法 29), unless
this article gives way in words (法律另有规定的，从其规定).  And what the concordance found standing beside a row of the Code
(``also``) stands beside the conduct of that row, what it found to be other conduct (``unlike``) does not.
"""

from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import article_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.concordance import Concordance
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Fine, Penalty
from generator.library import Library
from generator.problems import Problem
from generator.questions.facts.applied import weigh

_GIVES_WAY = "另有规定的，从其规定"
_HINT_FIRST = "罚款比不出轻重，或者另一处较轻的，prevails 写 unclear。"


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E624 for an order of precedence that the fines don't bear, and for links that the concordance contradicts."""
    for conduct in library.conducts:
        if conduct.prevails == "beside" and not _gives_way(library, official, conduct):
            yield from _lighter(library, conduct)
    yield from _unlinked(library)


def _gives_way(library: Library, official: Official, conduct: Conduct) -> bool:
    found = (article_of(library, official, conduct, penalty.basis) for penalty in conduct.penalties)
    return any(article is not None and _GIVES_WAY in article.text for article in found)


def _lighter(library: Library, conduct: Conduct) -> Iterator[Problem]:
    """Fines of the conduct that some linked conduct does not reach."""
    own = _fines(conduct.penalties[0])
    for id in conduct.beside:
        other = library.get("conduct", id)
        if not isinstance(other, Conduct):
            continue
        others = [
            pair for penalty in other.penalties if not penalty.target.endswith("人员") for pair in _fines(penalty)
        ]
        for condition, fine in own:
            alike = [f for c, f in others if c == condition] or [f for _, f in others]
            if not own or not any(weigh(fine, f) in (0, 1) for f in alike):
                message = f"写了别处优先，但“{other.title}”的罚款不比这里高"
                yield Problem(conduct.place("prevails"), "E624", message, _HINT_FIRST)
                break


def _fines(penalty: Penalty) -> list[tuple[str, Fine]]:
    return [(tier.condition, tier.fine) for tier in penalty.tiers if tier.fine]


def _unlinked(library: Library) -> Iterator[Problem]:
    for row in library.of("concordance", Concordance):
        own = {basis.regulation for basis in row.new}
        for beside in row.also:
            resting = list(_resting(library, beside.basis))
            linked = any({conduct.id, *conduct.beside} & set(row.conducts) for conduct in resting)
            if row.conducts and resting and not linked:
                message = f"新旧对照（{row.at}）说{library.cite(beside.basis)}也罚那一行为，这里没有写 beside"
                hint = f"beside 写上其中是同一行为的：{'、'.join(row.conducts)}。"
                yield Problem(resting[0].at, "E624", message, hint)
        for basis in row.unlike:
            for conduct in _resting(library, basis):
                if set(conduct.beside) & set(row.conducts) and not own & {
                    p.basis.regulation for p in conduct.penalties
                }:
                    message = f"新旧对照（{row.at}）的 unlike 说{library.cite(basis)}是别的行为，这里写成了同一行为"
                    yield Problem(conduct.place("beside"), "E624", message, "读原文，改正其中一处。")


def _resting(library: Library, basis: BasisValue) -> Iterator[Conduct]:
    """Conduct whose first penalty rests on what ``basis`` cites, or on a part of it."""
    for entry in library.penalties_under(basis.regulation, basis.key):
        own = entry.penalty.basis
        if entry.index == 0 and basis.paragraph in (None, own.paragraph) and basis.item in (None, own.item):
            yield entry.conduct


CHECK = Check("same_act", "同一行为另有规定的，优先关系和新旧对照一致", ("E624",), run)
