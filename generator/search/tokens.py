"""Words of a text, for the index and for the query: assets/js/core/tokens.js does the same, character for character.

Chinese has no spaces, and segmenters disagree on terms of law, so a run of Han characters counts as its pairs (bigrams).
Latin and digit words stay whole.  The number of an article is one token (``#1095``) in whatever form it was written.
tests/vectors/tokens.json holds the two languages together.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.legal.numerals import parse_number
from generator.reading.characters import fold

#: 的 binds other words and is no part of one, so it separates.
HAN_RANGES = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x7683), (0x7685, 0x9FFF), (0x20000, 0x3FFFF))
_HAN = "".join(f"{chr(low)}-{chr(high)}" for low, high in HAN_RANGES)
_WORD = r"[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:\.[0-9]+)*"
_TOKEN = re.compile(rf"#[0-9-]+|{_WORD}|[{_HAN}]+")
HAN = re.compile(f"[{_HAN}]+")
WORD = re.compile(rf"#[0-9-]+|{_WORD}")

_D = "[一二三四五六七八九]"
_BELOW_HUNDRED = f"(?:{_D}?十{_D}?|{_D})"
_AFTER_HUNDRED = f"(?:零{_D}|{_D}十{_D}?)?"
_AFTER_THOUSAND = f"(?:零{_D}十{_D}?|零{_D}|{_D}百{_AFTER_HUNDRED})?"
_COUNTED = f"(?:{_D}千{_AFTER_THOUSAND}|{_D}百{_AFTER_HUNDRED}|{_BELOW_HUNDRED})"
_NUMERAL = f"(?:[0-9]{{1,4}}|{_COUNTED}|{_D}[〇零一二三四五六七八九]{{1,3}})"
_ARTICLE = re.compile(f"(第 *)?(?<![0-9])({_NUMERAL}) *条(?:之({_BELOW_HUNDRED}))?")
_BARE = re.compile(rf"(?<![^ \n\t])第?({_NUMERAL})(?![^ \n\t])")
_DIGITS_AT_EDGE = re.compile(rf"(?<![0-9a-z.#-])([0-9]{{1,4}})(?![0-9a-z.%{_HAN}])")
#: A figure with its unit: 十五日 and 15天, 二十万元, 20万 and 200,000元 are one; a day is a day, a sum counts in 万元 where it can.
_FIGURES = "〇零一二三四五六七八九十百千两"
_UNIT = "个?(?:日|天|工作日|年|月|小时|周)|[万亿]元?|元|[倍吨]|分贝"
_TWO = re.compile(f"(?<![{_FIGURES}])两(?=[百千]|{_UNIT})")
_QUANTITY = re.compile(f"(?<![0-9.{_FIGURES}])({_COUNTED})(?={_UNIT})|(?<=百分之)({_COUNTED})")
_GROUPED = re.compile("(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+)(?=[万元])")
_PARTS = re.compile("(?<![0-9.])([0-9]{1,7})(?:\\.([0-9]{1,4})万|万([0-9]{1,4}))元")
_THOUSANDS = re.compile("(?<![0-9.])([0-9]{1,4})([百千])元")
_TEN_THOUSANDS = re.compile("(?<![0-9.])([1-9][0-9]*)0000(?![0-9.])")
_DAYS = re.compile("(?<=[0-9])天")
_PER_CENT = re.compile("百分之([0-9]+)")
#: Letters that may spell a law's name, right before the number of an article: huanpingfa31.
SPELLED = re.compile("(?<![0-9a-z.#-])([a-z]{3,})(?=[0-9]{1,4}(?![0-9a-z.%]))")
_LETTERS = re.compile("(?<![0-9a-z.#-])[a-z]{2,}(?![0-9a-z.])")
_SOUNDED = re.compile("(?<![0-9a-z.#-])[a-z]+(?:[ '][a-z]+)*(?![0-9a-z.])")

#: Characters of the traditional script that people type about our field, each before the one that the texts write.
_TRADITIONAL = (
    "條条環环評评違违處处罰罚廢废氣气聲声業业產产證证許许類类標标準准監监測测車车機机關关規规範范責责單单區区應应預预報报備备驗验設设開开閉闭運运輸输貯贮倉仓儲储庫库鍋锅爐炉煙烟塵尘燒烧養养魚鱼豬猪廚厨餘余"
    "飯饭館馆鍍镀電电輻辐醫医療疗藥药農农鎮镇鄉乡縣县號号項项萬万億亿個个幾几誰谁麼么樣样辦办嗎吗檢检舉举訴诉訟讼議议聽听陳陈辯辩執执強强繳缴納纳額额嚴严輕轻減减續续連连計计錄录賬账帳账臺台瀝沥溝沟灘滩濕湿"
    "護护壞坏殘残險险體体劑剂質质濃浓總总協协約约傾倾棄弃滲渗導导擾扰樓楼鄰邻裝装飾饰鬧闹廣广場场員员務务門门劃划編编製制審审復复複复銷销達达書书據据調调問问談谈願愿義义從从壓压過过無无為为與与於于後后請请"
    "說说對对發发補补償偿損损財财稅税權权佈布點点線线絡络網网碼码燈灯鐵铁鋼钢礦矿採采樹树蟲虫鳥鸟獵猎獲获漁渔傷伤圍围墾垦沖冲溫温寬宽戶户闆板塊块紙纸膠胶漿浆噴喷顏颜傢家貨货駛驶檔档齡龄賠赔濫滥佔占殺杀斃毙"
    "沒没淨净術术衛卫飲饮歲岁學学習习題题試试"
)
_SIMPLIFIED = str.maketrans(_TRADITIONAL[::2], _TRADITIONAL[1::2])

#: What may follow each beginning of a syllable, as pinyin is typed (lv for lü).
_SYLLABLES = {
    "": "a ai an ang ao e ei en eng er o ou", "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo", "ch": "a ai an ang ao e en eng i ong ou u uai uan uang ui un uo",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo", "f": "a an ang ei en eng o ou u",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo", "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un", "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve", "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan ue uo v ve", "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un", "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo", "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo", "w": "a ai an ang ei en eng o u",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un", "y": "a an ang ao e i in ing ong ou u uan ue un",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo", "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
}  # fmt: skip
_LONGEST = 6
SYLLABLES = frozenset(start + end for start, ends in _SYLLABLES.items() for end in ends.split())


def normalise(text: str) -> str:
    """Fold widths, radicals, case and scripts, without what can't be seen, and write every article number as `` #1095 `` or `` #120-1 ``,
    every figure with a unit in Arabic.

    Safe on many texts joined by newlines: nothing it does reaches across one.
    """
    folded = fold(text).lower().replace("#", " ").translate(_SIMPLIFIED)
    counted = _QUANTITY.sub(_arabic, _TWO.sub("二", _ARTICLE.sub(_marked, folded)))
    plain = _GROUPED.sub(lambda match: match[0].replace(",", ""), counted)
    summed = _THOUSANDS.sub(_in_yuan, _PARTS.sub(_in_yuan_whole, plain))
    return _PER_CENT.sub(r" \1%", _DAYS.sub("日", _TEN_THOUSANDS.sub(r"\1万", summed)))


def _arabic(match: re.Match[str]) -> str:
    return str(parse_number(match[1] or match[2]))


def _in_yuan(match: re.Match[str]) -> str:
    return f"{int(match[1]) * (100 if match[2] == '百' else 1000)}元"


def _in_yuan_whole(match: re.Match[str]) -> str:
    """1.5万元 and 1万5000元 are 15000元."""
    rest = int(match[3]) if match[3] else int(match[2].ljust(4, "0"))
    return f"{int(match[1]) * 10_000 + rest}元"


def _marked(match: re.Match[str]) -> str:
    ordinal, number, suffix = match.groups()
    if not ordinal and len(number) == 1 and not number.isdigit():
        return match[0]  # 一条 (a strip of something) is no article
    tail = f"-{parse_number(suffix)}" if suffix else ""
    return f" #{parse_number(number)}{tail} "


def tokens(text: str) -> list[str]:
    """All tokens of a document's text, in order, with repetition.  ``text`` is any string."""
    return list(split(normalise(text)))


def split(normalised: str) -> Iterator[str]:
    """Tokens of a text that normalise() has been through."""
    for run in _TOKEN.findall(normalised):
        if HAN.match(run) and len(run) > 1:
            yield from (run[i : i + 2] for i in range(len(run) - 1))
        else:
            yield run


def query_tokens(normalised: str) -> list[str]:
    """Distinct tokens of a query that normalise() has been through, with what only queries mean.

    A bare number may be an article's (1095, 一千零九十五); letters may be sounds of Chinese, see ``sounded``.
    """
    numbers = [*_DIGITS_AT_EDGE.findall(normalised), *_BARE.findall(normalised)]
    articles = [f"#{parse_number(number)}" for number in numbers]
    sounds = [token for group in sounded(normalised) for token in group]
    return list(dict.fromkeys([*split(normalised), *articles, *sounds]))


def sounded(normalised: str) -> list[list[str]]:
    """What letters of a query may be short for: groups of tokens, each of which only counts where a document has it whole.

    Letters may be initials (wpxj), and whole syllables, apart or not (weipixianjian, wei pi xian jian).
    """
    groups = [initial_tokens(word) for word in _LETTERS.findall(normalised) if len(set(word)) > 1]
    for run in _SOUNDED.findall(normalised):
        parts = [syllables(part) for part in re.split("[ ']", run)]
        spoken = [one for part in parts if part for one in part]
        if all(parts) and len(spoken) > 1:
            groups.append(list(dict.fromkeys(syllable_tokens(spoken))))
    return groups


def syllable_tokens(spoken: Sequence[str]) -> list[str]:
    """Tokens of syllables in a row: every two neighbours."""
    return [f"~{one}-{two}" for one, two in pairwise(spoken)]


def syllables(letters: str) -> list[str] | None:
    """A word cut into syllables of pinyin, long ones first; None where it is none."""
    ways: list[list[str] | None] = [*(None for _ in letters), []]
    for at in reversed(range(len(letters))):
        for length in range(min(_LONGEST, len(letters) - at), 0, -1):
            rest = ways[at + length]
            if rest is not None and letters[at : at + length] in SYLLABLES:
                ways[at] = [letters[at : at + length], *rest]
                break
    return ways[0]


def initial_tokens(letters: str) -> list[str]:
    """Tokens of a string of pinyin initials: its first two letters, and every three in a row."""
    return [f"~^{letters[:2]}", *(f"~{letters[i : i + 3]}" for i in range(len(letters) - 2))]


def shard_of(token: str, shards: int) -> int:
    """The shard that holds a token: FNV-1a over its code points, modulo a power of two."""
    value = 0x811C9DC5
    for character in token:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return (value ^ (value >> 15)) & (shards - 1)
