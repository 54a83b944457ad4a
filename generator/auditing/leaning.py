"""Which way a question leans, as far as words can tell: whether a statement is right, and which options are.

What is right is told again by its explanation and its article, and why it is right cites an article; why another is wrong denies.
A statement that is wrong promises too much (就够了, 不用再), or its explanation answers back (不能代替, 另一项要求).  The weights are set by
eye so that on the questions of November 2026 the lean is the key's in 95 of 100 questions with one right option, and in 80 to 85 of
100 others: where it is not, a person looks once.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from generator.auditing.aligned import turned_beside
from generator.auditing.bounds import turned_bounds
from generator.auditing.contrary import contrary
from generator.auditing.meaning import grams, law_of, turned_denials, turned_modes
from generator.kinds.question import QuestionOption

#: What an explanation of a wrong option denies; a bound that is told with 不 denies nothing.
_DENIES = re.compile(r"不(?!得|超过|少于|低于|予|需要|动产|当|按|同)|没有|无(?!害)|只[有是限]|才|另[一外]|别的")
_CITES = re.compile(r"第[\d一二三四五六七八九十百]+条")
_AT_START = 16  # characters within which why an option is right cites

_SENTENCE = re.compile(r"[^。；]+")
_CLAUSE = re.compile(r"[^，。；：]+")
#: The last sentence of a statement finds a breach or a limit; or it finds all in order.
_BREACH = re.compile(
    r"(?<!没有)(?<!不)违反|(?:不|没有|未)(?:符合|合乎|成立|合|按时)|没有法律依据|不得|禁止|还不够|也应当|也要|仍|同样|不只|不限于|不是只"
)
_ORDER = re.compile(r"符合|合乎|成立|说得对|站得住|完整|尽到|(?:没有|不)违反")
#: It promises too much.
_EASY = re.compile(
    r"即可|就够|就可以|不用|不必|不再|不可能|一切|没有义务|自己不能|由它自己|随之|不作|不在内|没有罚款|可以因此|就应当|必须|无权|不包括"
)
#: An explanation answers back.
_ANSWERS_BACK = re.compile(
    r"不能代替|不免|不等于|不能对抗|不因|不影响|不能一结|写的是|说的是|另一项|不算|才(?:处|可以|是)|两样都要|也违法|不能缺|不能个案|没有这"
)
_NEGATIVE = re.compile(r"不|没有|未|无|禁止")
_FEW, _NEAR = 3, 0.3  # pairs of letters of a clause, and the share of them that its pair in the explanation has


def support(options: Sequence[QuestionOption], explanation: str, law: str) -> list[float]:
    """How much speaks for each option: the more, the likelier it is right."""
    told, article = frozenset(grams(explanation)), frozenset(grams(law))
    often = Counter(pair for one in options for pair in frozenset(grams(one.text)))
    found = []
    for one in options:
        own = frozenset(grams(one.text))
        alone = frozenset(pair for pair in own if often[pair] == 1) or own
        why = frozenset(grams(one.why))
        cites = bool(_CITES.search(one.why[:_AT_START]))
        denies = bool(_DENIES.search(one.why))
        found.append(
            5 * _share(alone, told)
            + _share(alone, article)
            + 2 * _share(why, told)
            + 0.5 * _share(why, article)
            + 4 * cites
            - 3 * denies
        )
    return found


def leans_true(statement: str, explanation: str, law: str) -> bool:
    """Whether more speaks for a statement than against it."""
    last = _SENTENCE.findall(statement)[-1]
    breach = bool(_BREACH.search(last))
    turned = any((*turned_modes(statement, law_of(law)), *turned_denials(statement, law_of(law))))
    turned = turned or any((*turned_beside(statement, law), *turned_bounds(statement, law)))
    turned = turned or any(contrary(statement, law, False))
    score = (
        3.5
        + 5.5 * breach
        + 2.5 * _parity(last, explanation)
        - 2 * (bool(_ORDER.search(last)) and not breach)
        - 2 * turned
        - 5.5 * bool(_EASY.search(statement))
        - 5.5 * bool(_ANSWERS_BACK.search(explanation))
        - 5 * _share(frozenset(grams(statement)), frozenset(grams(explanation)))
    )
    return score > 0


def _share(own: Collection[str], told: Collection[str]) -> float:
    return sum(pair in told for pair in own) / max(1, len(own))


def _parity(statement: str, explanation: str) -> int:
    """Clauses of a statement that deny where their pair in the explanation does, less those where only one of the two denies."""
    there = [(frozenset(grams(one)), bool(_NEGATIVE.search(one))) for one in _CLAUSE.findall(explanation)]
    parity = 0
    for clause in _CLAUSE.findall(statement):
        own = frozenset(grams(clause))
        best, denied = max(there, key=lambda one: len(one[0] & own), default=(frozenset(), False))
        if len(own) >= _FEW and len(best & own) >= _NEAR * len(own):
            parity += 1 if denied == bool(_NEGATIVE.search(clause)) else -1
    return parity
