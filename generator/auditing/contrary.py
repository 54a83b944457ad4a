"""Sentences that are contrary to sense because a 不 has been lost: what nobody writes, whatever the article says.

``turned_denials`` holds a text beside its article; but own words are often not the article's (质量不合格的煤不许卖), so here the text
is held against itself: nothing that keeps the rule is stopped or fined, no duty ends in harm, and some words don't stand without 不.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.auditing.meaning import grams

_SENTENCE = re.compile(r"[^。\n]+")
_PART = re.compile(r"[^，；：]+")
_LIST = re.compile("、|或者|以及")
#: What keeps the rule, and what follows where somebody broke it.
_KEEPS = re.compile(
    r"达标|达到(?!以上)|合格(?!证)|一致|正常|符合|合(?:标准|要求|规|限值)"
    r"|按(?:照)?(?:规定|要求|标准|方法|国家|证|期|时|指定|(?:[\u4e00-\u9fff]{2})?许可证|操作)"
    r"|守[^，、]{0,6}(?:监测|规范|技术|国家|规程|规定|标准)|守规|如实|齐全|公示|及时|规范(?=[收贮处管操])|准确|真实|(?<![属失])实的|照证|到位"
)
_BLAMED = re.compile(
    r"罚|责令|没收|吊销|处分|停[用业产]|整[改治]|修好|先修|查原因|重新处理|复[检测]|报废|退运|不(?:许|得|能|准|予|出|进|卖|上|投|采|接|作|核|可)"
    r"|禁止|限[产期]|拆除|不行|担责"
)
#: Words after which keeping the rule is a condition or a ground to be spared.
_SPARES = re.compile(r"才|方可|不罚|不予|不再|免")
_BROKEN = re.compile(r"[不没未无非拒难违擅假骗弄虚超冒缺漏逾才再只而]|之前|以前|后才|过期|应当|必须|除外")
#: What stands between a word of _KEEPS and its consequence: 合格的煤不许卖, 合格就查原因.
_SO = re.compile(r"[^，、]{0,14}的|就|立即|先|不[出进卖上投]")
_FINED = re.compile(r"罚款(?!的)|罚则|由直接罚款|先责令")
#: Who has what keeps the rule, where it tells of a person or a rule and no breach (符合条件的组织).
_QUALIFIED = re.compile(
    r"符合(?:条件|批准|第)|公示多久|按许可证的要求做|符合专|正常的时候|按国家规定的用途|按证上写|按期停用"
)

#: Harm in any field; the words of its own are the project's to say (``harms`` in content/site.yml).
_HARMS = ("伤害", "损害", "破坏", "危害", "影响", "为害", "打扰", "靠近")
_HARM_KEPT_OFF = re.compile(r"防止|避免|防范|防治|预防|不得|不能|禁止|严禁|减少|不(?:影响|损害|危害|破坏)")
_DUTY = re.compile(r"要|应当|必须|采取|措施|有效|严格|达标|保证|装|设|按|封堵|建|调查")
_BARE = re.compile(r"(?:也|又|并|还|都|更)?(?:能|可以)?(?:给(?!.*造成)[^，]{1,8}|让[^，]{1,12}?|尽量|会)?")
_CLAUSES = re.compile(r"[，：（）]")
_DENIED = re.compile("[不没未无]")
_STOPPED = re.compile(r"[^。；\n]+")

#: What no one writes: 不再单写 without its 不, 改的 who are fined, 断更新, 先判断是是重大变动.
_LOST = re.compile(
    r"(?<![不先一后又有])再(?=[单逐写列]|转引|以(?![为往同])|按(?![货同])|限于|会用|认定)"
    r"|([是会要能排罚立])\1(?!款)"
    r"|(?:^|(?<=[；，。]))[改治拆]的"
    r"|(?<!可)不得不(?!到)|可以(?P<twice>[一-龥]{2,3})而(?:不|没有)"
    r"|[以之]?前(?:方可|才[能可许])|(?<![处至以])先才能"
    r"|逾期(?:治|改(?!正)|拆|缴)的|拒(?=治理|查|缴|听)"
    r"|(?<![不可间诊推判决垄])断(?=更新|完善|提高)|(?<![不评讨理])论(?=单位|个人|有没|公立)|(?<![不相共对合会陪一])同(?=的措施|的应对)"
)
#: 一律 before what is done to a breach; and 也不 behind a clause that denies too.
_WITHOUT_EXCEPTION = re.compile(r"一律(?=[运卖设倒排建])")
_NOT_EITHER = re.compile(r"([^，。；\n]+)，(?:也|更)[不没别][^，。；\n]*")
_NEGATIVE = re.compile(r"[不没未无非免勿别禁拒停只才防避]|过期|如果")
_ALLOWED = re.compile(r"(?<!不)(?:允许|准许)")
_ALLOWS = re.compile(r"允许|可以|准许|准予|许可|有权|方可|能够")
#: 已 for the article's 未.
_DONE = re.compile(r"(?<![而早])已经?+(?!有|被|处罚|按|先后)(?P<what>[^，。；、\n]{0,8})")
_DONE_TOO = re.compile(r"已|曾|经过|以后|后|作了")
_UNDONE = re.compile(r"(?:未(?!来|成年)|没有|尚未|不)([^，；。：\n]+)")
#: 查处 of what is no breach (查处售楼公示噪声影响、合同不写明).
_LOOKED_FOR = re.compile(r"查处(?![理的]|并)([^，；。\n]{2,})")
_NEXT = re.compile("、|和|或者")
_BREACH = re.compile(
    r"[不没未无非拒违擅假骗弄虚超冒逃乱倒漏污损毁占禁劣偷私]|焚烧|过度|破坏|改装|干扰|干预|事件|案|举报|侵|行为"
)


def contrary(text: str, law: str, name: bool, harms: tuple[str, ...] = ()) -> Iterator[str]:
    """What is contrary to sense in a text in own words, in few words.

    Args:
        text, law: the text, and the articles that it tells.
        name: the text is the name of a breach, which ends in no duty.
        harms: words of the field for harm, beside those of any field.
    """
    yield from (
        f"“{text[max(0, at - 4) : at + 8]}”像是漏了“不”"
        for at in (one.start() for one in (*_LOST.finditer(text), *_WITHOUT_EXCEPTION.finditer(text)))
    )
    for sentence in _SENTENCE.findall(text):
        yield from (f"“{words}”守了规矩却受罚、被停" for words in _kept_and_blamed(sentence))
    if not name and _HARM_KEPT_OFF.search(law):
        yield from (f"“{words}”像是要人去做" for sentence in _STOPPED.findall(text) for words in _harm(sentence, harms))
    if not _ALLOWS.search(law):
        yield from (f"条文没有说“{one[0]}”" for one in _ALLOWED.finditer(text))
    done = [one for one in _DONE.finditer(text) if f"已{one['what'][:2]}" not in law]
    if len(done) > len(_DONE_TOO.findall(law)):
        yield from (f"条文没有说“{one[0]}”" for one in done if not undone(law).isdisjoint(grams(one["what"])))
    for one in _NOT_EITHER.finditer(text):
        if not _NEGATIVE.search(one[1]):
            yield f"“{one[0][:16]}”前半句像是漏了“不”"


def no_breach(text: str) -> Iterator[str]:
    """What a duty looks for (查处…) though it is no breach."""
    for found in _LOOKED_FOR.finditer(text):
        first, *others = _NEXT.split(found[1])
        if _BREACH.search(first) is None and (not _BREACH.search(found[1]) or others[0].startswith(("不", "没", "未"))):
            yield f"“{found[0][:14]}”不是违法行为"


@lru_cache(maxsize=1 << 11)
def undone(law: str) -> frozenset[str]:
    """The pairs of letters behind a denial, up to the end of its clause."""
    return frozenset(pair for words in _UNDONE.findall(law) for pair in grams(words))


def _kept_and_blamed(sentence: str) -> Iterator[str]:
    parts = _PART.findall(sentence)
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        at = 0
        for piece in _LIST.split(part):
            at = part.index(piece, at)
            found = _KEEPS.search(piece)
            if not found or _QUALIFIED.match(piece, found.start()) or _BROKEN.search(part[: at + found.start()]):
                continue
            rest = piece[found.end() :]
            follows = found[0].endswith("的") or _SO.match(rest) or (not rest and _FINED.match(after))
            if follows and _BLAMED.search(f"{rest}，{after}") and not _SPARES.search(f"{rest}，{after}"):
                yield piece[:14]


def _harm(sentence: str, harms: tuple[str, ...]) -> Iterator[str]:
    """The last clause of a sentence of duties that does harm, bare (要有效降温，伤害珍稀水生生物)."""
    *before, last = _CLAUSES.split(sentence)
    found = _harmful(harms).search(last)
    if not found or not before or _DENIED.search(before[-1]) or last.endswith(("的", "等")):
        return
    rest = last[found.end() :]
    named = rest.startswith(("很", "较", "防治", "物", "源", "事故"))  # 污染防治设施, 影响很小: nothing is done
    if _BARE.fullmatch(last[: found.start()]) and not named and not _DENIED.search(rest) and _DUTY.search(sentence):
        yield last[:14]


@lru_cache(maxsize=8)
def _harmful(harms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, (*_HARMS, *harms))))
