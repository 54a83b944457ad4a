"""Words that stems share: the case as people say it, the law as they name it."""

import re
from itertools import takewhile

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Penalty, Tier
from generator.legal.days import month_written
from generator.library import Library
from generator.questions.writing.quantities import arabic

_CONDITIONS = {
    "拒不改正": "责令改正后拒不改正的",
    "情节严重": "情节严重的",
    "情节较轻": "情节较轻的",
    "造成严重后果": "造成严重后果的",
    "拒不执行": "对责令决定拒不执行的",
}
#: Conditions that deny something; 尚不属于 before them would deny it twice.
_SHORT_OF = re.compile(r"(?:没有(?P<what>\w+?)或者(?P=what)|(?P<only>[^没无]\w*?))不足(?P<sum>[^，]+)")
_WITHOUT = re.compile(r"(?P<denied>没有|无法|不具备)(?P<rest>\w+)")
_GRANTED = {"没有": "有", "无法": "能够", "不具备": "具备"}
#: How a condition begins that says what somebody is, not what has happened: 属于船员.
_BELONGS = "属于"
#: Characters of the other conditions that a stem names one by one.
_LONGEST_NAMED = 24
#: Characters at their ends that a title and a category share, where one can stand for the other.
_LONG_ENDING = 6


def law(library: Library, basis: BasisValue) -> str:
    """The law in a stem: 生态环境法典."""
    return library.name_of(basis)


def doing(conduct: Conduct, tier: Tier | None = None) -> str:
    """What is done, with its category in brackets: 未经批准开工建设（报告表）.

    The brackets go only where the title says the category already and the conduct knows no other.  A category that ends as the
    title does stands in its place: 造成重大环境污染、生态破坏事故, not 造成环境污染、生态破坏事故（重大环境污染、生态破坏事故）.
    """
    title = conduct.title.rstrip("。；，")
    category = tier.category if tier else None
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(title[::-1], (category or "")[::-1], strict=False))
    )
    if category and _LONG_ENDING <= same < len(category):
        return f"{title[:-same]}{category}"
    known = {other.category for penalty in conduct.penalties for other in penalty.tiers if other.category}
    return title if not category or (category in title and len(known) == 1) else f"{title}（{category}）"


def condition(conduct: Conduct, penalty: Penalty, tier: Tier) -> str:
    """The condition in a stem: 情节严重的; empty where the penalty knows no other than the ordinary.

    Empty too where the title of the conduct says it: 责令改正后仍拒不改正, 责令改正后拒不改正的 says it twice.
    """
    if tier.condition in conduct.title:
        return ""
    if tier.condition == ORDINARY:
        return ordinarily(penalty, tier)
    text = arabic(_CONDITIONS.get(tier.condition, tier.condition))
    return text if text.endswith("的") else f"{text}的"


def ordinarily(penalty: Penalty, tier: Tier) -> str:
    """What tells a tier without a condition from the others, in the law's words: 尚不属于情节严重的.

    一般情形 is no word of a statute.  Empty where the penalty has no other condition for a thing of this category.  A condition
    that denies is said the other way round: 违法所得达到10万元的, not 尚不属于没有违法所得或者违法所得不足10万元的.  A condition that
    only adds to this tier is not named: what follows here follows there as well.
    """
    others = dict.fromkeys(
        arabic(other.condition).removesuffix("的")
        for other in penalty.tiers
        if other.condition != ORDINARY
        and (None in {other.category, tier.category} or other.category == tier.category)
        and not (other.adds and other.fine is None and other.ban is None)
    )
    if not others:
        return ""
    turned = {other: opposite for other in others if (opposite := _opposite(other))}
    plain = [other for other in others if other not in turned]
    named = "、".join(other.removeprefix(_BELONGS) for other in plain)
    if len(named) > _LONGEST_NAMED:
        fined = any(tier.fine for tier in penalty.tiers if tier.condition != ORDINARY)
        return "不属于条文另行规定的其他情形的" if fined else ""
    never = named == "情节较轻" or all(other.startswith(_BELONGS) for other in plain)  # 尚不 is of what may yet come
    rest = f"{'不' if never else '尚不'}{_BELONGS}{named}" if named else ""
    return f"{clauses(*turned.values(), rest)}的"


def _opposite(condition: str) -> str:
    """What holds where a condition that denies does not: 违法所得达到10万元; empty where it does not deny."""
    if short := _SHORT_OF.fullmatch(condition):
        return f"{short['what'] or short['only']}达到{short['sum']}"
    if without := _WITHOUT.fullmatch(condition):
        return f"{_GRANTED[without['denied']]}{without['rest']}"
    return ""


def called(penalty: Penalty, tier: Tier) -> str:
    """What a tier is called: 情节严重; 报告书，情节严重; 尚不属于情节严重; empty where the penalty has but one."""
    condition = ordinarily(penalty, tier).removesuffix("的") if tier.condition == ORDINARY else arabic(tier.condition)
    return clauses(tier.category or "", condition)


def clauses(*parts: str) -> str:
    """Join what is not empty with a comma: a sentence without its end."""
    return "，".join(part for part in parts if part)


def whole(case: str) -> str:
    """A case as a sentence of its own, before a full stop: 责令改正后拒不改正, not 责令改正后拒不改正的."""
    return case.removesuffix("的")


def article(library: Library, basis: BasisValue) -> str:
    """第1095条 with its law: 生态环境法典第1095条."""
    return f"{law(library, basis)}{basis.whole.locus}"


def quoted(text: str) -> str:
    """The text in quotation marks, marks inside it lowered to single ones: “没有做到‘三同时’”."""
    return f"“{text.replace('“', '‘').replace('”', '’')}”"


def dated_law(library: Library, basis: BasisValue) -> str:
    """As ``law``, with the month of the text where it is older than the Code: 排污许可管理条例（按2022年9月的文本）."""
    return law(library, basis) + _dated(library, basis)


def dated_article(library: Library, basis: BasisValue) -> str:
    """As ``article``, with the month of the text where it is older: 排污许可管理条例第12条（按2022年9月的文本）."""
    return article(library, basis) + _dated(library, basis)


def _dated(library: Library, basis: BasisValue) -> str:
    regulation = library.regulation(basis.regulation)
    old = regulation.as_of if regulation.awaits_alignment else None
    return f"（按{month_written(old)}的文本）" if old else ""
