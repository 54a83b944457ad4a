"""Words of a record against words of the law: does a phrase stand in a text, is a sentence copied, what governs a place.

Statutes share a verb among several objects (责令限制生产、停产整治), and a head among several bodies (生态环境、自然资源
主管部门); a record names them one by one.
"""

import re
from functools import lru_cache

_DROPPED = re.compile(r"[\s\W_]+")
_SPACES = re.compile(r"\s+")

#: Verbs and openings that a list of measures shares.
VERBS = (
    "责令限期", "责令", "依法吊销", "吊销", "暂扣", "没收", "给予", "限制", "禁止", "取消", "降低", "撤销", "扣押", "查封",
    "处以", "处", "依法", "收缴", "注销", "指定", "代为", "公告", "通报", "退还",
)  # fmt: skip
#: What several bodies of one kind share at the end.
BODIES = ("行政主管部门", "主管部门", "管理部门", "监督管理机构", "管理机构", "部门", "机构", "机关")
_AND = re.compile(r"、|或者|以及|和|及|，")
#: What may stand right before the name of a body: the end of a clause, a joint, who leads to it, its level of government.
_BEFORE_NAME = re.compile(
    r"(?:^|[^一-龥]|和|或|或者|以及|及|及其|由|向|对|的|与|经|其|该|同|照|时|给予|并|通知|应当|移送|交|请|政府|以上|国务院|省级|所在地|中央)$"
)
#: Names that say only of what sort a body is, and are the end of most others.
_ANY_BODY = re.compile(r"(?:(?:有关|行政|监督|管理|业务|执法)*(?:主管|管理|监管|职能)?(?:部门|机构|机关))")

#: Phrases that cannot well be said otherwise, and that do not count when a sentence is held against the law for copying:
#: the clause of a fine, a span of time, and the fixed names of persons and bodies.  Those of one field of law, its documents and
#: permits, are the project's to say (``set_phrases`` in content/site.yml).
SET_PHRASES: tuple[str, ...] = (
    r"(?:可以)?并?处?[^，。；、处]{1,20}以上[^，。；、]{1,12}以下的?罚款",
    r"处?[^，。；、处]{1,10}以上[^，。；、]{1,10}以下的?拘留",
    r"直接负责的主管人员和其他直接责任人员",
    r"法定代表人、主要负责人",
    r"(?:县级以上(?:地方)?人民政府)?负有[一-龥]{2,12}监督管理职责的(?:主管)?部门(?:、机构)?",
    r"企业事业单位和其他生产经营者",
    r"(?:国务院|县级以上(?:地方)?人民政府|设区的市级以上(?:地方)?人民政府|省级以上人民政府|省、自治区、直辖市人民政府)"
    r"(?:[一-龥、]{0,14}?(?:主管部门|有关部门|监督管理部门))?",
    r"《[^》]{1,60}》",
)
#: Characters that a sentence in own words may share with the law in one run.
LONGEST_RUN = 25
#: Breaks a run where a set phrase was taken out.
_BREAK = "\0"

#: The usual conditions of a further tier; they govern what follows 情节严重的，and not where they tell the conduct itself.
_CONDITION = re.compile(r"(情节(?:特别)?严重|情节较[轻重]|拒不改正|逾期(?:不|未|仍不)改正|造成严重后果|拒不执行)的")
#: A further tier that opens with what was not done in time (；逾期拒不缴纳的，处), in whatever words.
_OVERDUE = re.compile(r"(逾期[^，；。\n]{2,14})的，")
_MAY = re.compile(r"可以|可并?处")
#: 可以 with no more than by what it goes (还可以根据不同情节，给予警告).
_BY_WHAT = re.compile(r"[^，]*可以(?:根据|视)[^，]*，")
_ITEM = re.compile(r"[（(][〇零一二三四五六七八九十百]+[）)]")
_CLAUSE_ENDS = "；。\n"
_SEGMENT_ENDS = "，：；。\n"


def letters(text: str) -> str:
    """The text without spaces and punctuation."""
    return _DROPPED.sub("", text)


def places(phrase: str, text: str) -> list[int]:
    """Where a phrase stands in a text of law, shared words of a list filled in; empty where it does not.

    责令停产整治 stands in 责令限制生产、停产整治, and 责令改正 in 责令其限期改正; never across a comma or a stop, but for what
    stands before its verb (对……证书，予以没收).

    Args:
        phrase: words of a record.
        text: an article without spaces, as :class:`OfficialArticle` holds it.
    """
    phrase = _SPACES.sub("", phrase)
    if verbatim := [found.start() for found in re.finditer(re.escape(phrase), text)]:
        return verbatim
    verb = next((verb for verb in VERBS if phrase.startswith(verb)), "")
    rest = phrase.removeprefix(verb)
    if verb and rest and (turned := _turned(verb, rest, text)):
        return turned
    parts = [part for part in _AND.split(rest) if part]
    each = [_shared(verb, part.removeprefix(verb), text) for part in parts]
    return each[0] if each and all(each) else []


def _turned(verb: str, what: str, text: str) -> list[int]:
    """Where the verb stands behind what it is done to: 没收船舶 in 对存在严重安全隐患的船舶，可以依法予以没收."""
    found = re.finditer(rf"对[^，；。\n]{{0,20}}?{re.escape(what)}，(?:可以)?(?:依法)?予以(?P<verb>{verb})", text)
    return [one.start("verb") for one in found]


def stands(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text of law, as :func:`places` understands it, or but for punctuation."""
    return bool(places(phrase, text)) or letters(phrase) in letters(text)


def body_stands(name: str, text: str) -> bool:
    """Whether an authority is named in a text: alone, or in a list that shares its end (生态环境、水行政主管部门)."""
    if name in text:
        return True
    for end in BODIES:
        head = name.removesuffix(end)
        if head != name and head:
            return re.search(f"{re.escape(head)}(?:、|和|或者|以及)[^，；。\n由]{{1,60}}?{end}", text) is not None
    return False


def body_cut(name: str, text: str) -> bool:
    """Whether a name stands in a text only as the end of a longer one (主管部门 of 核工业主管部门, 生态环境等部门 of
    林业草原、生态环境等部门)."""
    before = [text[: found.start()] for found in re.finditer(re.escape(name), text)]
    of_list = "等" in name  # 等部门 belongs to all that are listed before it
    named = name.startswith("所在地")  # whose place it is, is said before
    return bool(before) and all(
        (of_list and words.endswith("、")) or not (named or _BEFORE_NAME.search(words)) for words in before
    )


def any_body(name: str) -> bool:
    """Whether a name says only of what sort the body is (主管部门)."""
    return _ANY_BODY.fullmatch(name) is not None


def longest_shared_run(sentence: str, text: str, over: int, phrases: tuple[str, ...] = ()) -> str:
    """The longest run of letters that a sentence shares with a text of law, set phrases aside.

    Args:
        sentence: own words.
        text: the law.
        over: runs of this many characters and fewer don't count.
        phrases: more set phrases, those of the field.

    Returns:
        The run without punctuation; empty where none is longer than ``over``.
    """
    own, law, grams = _runs(sentence, phrases), _runs(text, phrases), _grams(text, over, phrases)
    best = ""
    for run in own:
        start = 0
        while start + over < len(run):
            if run[start : start + over + 1] not in grams:
                start += 1
                continue
            end = start + over + 1
            while end < len(run) and any(run[start : end + 1] in one for one in law):
                end += 1
            best = max(best, run[start:end], key=len)
            start += 1
    return best


def condition_before(text: str, place: int, after: str = "") -> str:
    """The usual condition that governs ``place`` (情节严重, 拒不改正 …); empty where none does.

    Args:
        text, place: where to look.
        after: words that must not stand between the condition and the place, since they open a case of their own.
    """
    clause = clause_before(text, place)
    found = list(_CONDITION.finditer(clause))
    overdue = _OVERDUE.match(clause)
    if not found and overdue and text[: text.rfind(clause, 0, place)].endswith("；"):
        found = [overdue]
    if not found or (after and after in clause[found[-1].end() :]):
        return ""
    return found[-1][1]


def clause_before(text: str, place: int) -> str:
    """What governs ``place``: from the last ；or 。 on, and within an item also the last clause of the lead above."""
    start = _after(text, place, _CLAUSE_ENDS)
    line = text.rfind("\n", 0, place) + 1
    if line and _ITEM.match(text, line):
        above = [lead for lead in text[:line].splitlines() if not _ITEM.match(lead)]
        lead = above[-1].rstrip("：") if above else ""
        return lead[_after(lead, len(lead), _CLAUSE_ENDS) :] + "，" + text[start:place]
    return text[start:place]


def must(text: str, place: int) -> bool:
    """Whether no 可以 (or 可处) reaches ``place``: none in its clause, or another case (…的，) stands between."""
    if text.endswith("可", 0, place):  # 主管部门可责令
        return False
    clause = clause_before(text, place)
    at = max(clause.rfind(word) for word in ("可以", "可处", "可并处"))
    return at < 0 or ("的，" in clause[at:] and not _ITEM.search(clause, at))


def may(text: str, place: int) -> bool:
    """Whether 可以 (or 可处) stands right before ``place``: in the same segment, or before what leads to it: 报经…批准, 根据情节."""
    start = _after(text, place, _SEGMENT_ENDS)
    before = _after(text, start - 1, _SEGMENT_ENDS)
    if text[:start].endswith("批准，") or _BY_WHAT.fullmatch(text, before, start):
        start = before
    return _MAY.search(text, start, place) is not None or text.endswith("可", 0, place)


def _after(text: str, place: int, ends: str) -> int:
    return max(text.rfind(end, 0, place) for end in ends) + 1


def _shared(verb: str, part: str, text: str) -> list[int]:
    pattern = f"{re.escape(verb)}[^，；。\n]{{0,40}}?{re.escape(part)}" if verb else re.escape(part)
    return [found.start() for found in re.finditer(pattern, text)]


@lru_cache(maxsize=1 << 12)  # every record on an article is held against it
def _runs(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    pieces = _set(phrases).sub(_BREAK, text).split(_BREAK)
    return tuple(run for run in map(letters, pieces) if run)


@lru_cache(maxsize=8)
def _set(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join((*SET_PHRASES, *longest_first)))


@lru_cache(maxsize=1 << 12)
def _grams(text: str, over: int, phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(run[i : i + over + 1] for run in _runs(text, phrases) for i in range(len(run) - over))
