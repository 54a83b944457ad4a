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
_WORD = r"[0-9]+(?:\.[0-9]+)?%|[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:\.[0-9]+)*"
#: What goes into a class of a pattern for such characters.
HAN_SIGNS = _HAN
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
#: The number of an order that published a text, as cited and as spoken: 国务院令第682号, 682号令.
_ORDER = re.compile(f"令 *第? *({_NUMERAL}) *号|(?:第 *)?(?<![0-9])({_NUMERAL}) *号令")
_BARE = re.compile(rf"(?<![^ \n\t])第?({_NUMERAL})(?![^ \n\t])")
_DIGITS_AT_EDGE = re.compile(rf"(?<![0-9a-z.#-])([0-9]{{1,4}})(?![0-9a-z.%{_HAN}])")
#: A figure with its unit: 十五日 and 15天, 二十万元, 20万 and 200,000元 are one; a day is a day, a sum counts in 万元 where it can.
_FIGURES = "〇零一二三四五六七八九十百千两"
_UNIT = "个?(?:日|天|工作日|年|月|小时|周)|[万亿]元?|元|[倍吨]|分贝"
#: As people write sums: 20w, 200块, 5万块钱; 20万以上 is of 元; 10-100万 is 10万元 to 100万元.
_IN_W = re.compile("(?<=[0-9])w(?![0-9a-z])")
_KUAI = re.compile(f"(?<=[0-9万千百])块钱|(?<=[万千百])块|(?<=[0-9])块(?![{_HAN}])")
_NO_YUAN = re.compile(f"(?<=[0-9])万(?=以[上下]|[到至罚]|[^0-9{_HAN}]|$)")
_SPAN = re.compile("(?<![0-9.])([0-9]{1,5})(?: *[-~～—–至到]+ *)(?=[0-9]{1,5}万)")
_TWO = re.compile(f"(?<![{_FIGURES}])两(?=[百千]|{_UNIT})")
_QUANTITY = re.compile(f"(?<![0-9.{_FIGURES}])({_COUNTED})(?={_UNIT})|(?<=百分之)({_COUNTED})")
_GROUPED = re.compile("(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3})+(?=[万元])")
_PARTS = re.compile("(?<![0-9.])([0-9]{1,7})(?:\\.([0-9]{1,4})万|万([0-9]{1,4}))元")
_THOUSANDS = re.compile("(?<![0-9.])([0-9]{1,4})([百千])元")
_TEN_THOUSANDS = re.compile("(?<![0-9.])([1-9][0-9]*)0000(?![0-9.])")
_DAYS = re.compile("(?<=[0-9])天")
_PER_CENT = re.compile("百分之([0-9]+)")
#: Letters that may spell a law's name, right before the number of an article: huanpingfa31.
SPELLED = re.compile("(?<![0-9a-z.#-])([a-z]{3,})(?=[0-9]{1,4}(?![0-9a-z.%]))")
_LETTERS = re.compile("(?<![0-9a-z.#-])[a-z]{2,}(?![0-9a-z.])")
_SOUNDED = re.compile("(?<![0-9a-z.#-])[a-z]+(?:[ '][a-z]+)*(?![0-9a-z.])")

#: Characters of the traditional script, each before the one that the texts of the field write: those of Unicode that OpenCC gives for them.
_TRADITIONAL = (
    "條条應应當当環环國国規规關关門门設设態态處处產产護护責责業业務务機机製制對对傢家萬万監监區区罰罚發发動动廢废級级權权單单經经報报為为爲为實实準准進进標标體体違违並并開开證证險险時时採采資资會会員员復复複复內内"
    "運运沒没組组劃划織织學学職职許许質质備备測测營营構构強强據据與与農农項项氣气調调場场請请縣县評评檢检節节負负後后過过約约裝装聲声統统點点議议響响術术決决況况償偿確确損损嚴严記记範范審审電电擔担錄录個个類类無无"
    "間间執执從从辦办書书輸输價价預预給给於于濟济養养車车費费風风債债編编圍围賠赔種种轉转協协數数財财適适長长銷销專专託托計计現现黃黄結结佈布減减訴诉導导傳传驗验將将義义溼湿濕湿變变築筑礦矿勵励線线廣广綜综壞坏鎮镇"
    "屬属則则園园轄辖領领達达華华狀状補补棄弃續续該该網网別别賣卖額额訟讼貯贮納纳維维貨货還还讓让遺遗認认優优廠厂綠绿潔洁裏里裡里參参閉闭漁渔來来聯联見见礙碍傾倾眾众衆众麼么總总儲储識识輕轻載载鄉乡飲饮稅税醫医庫库"
    "衛卫買买藥药樣样稱称際际選选塵尘舉举幹干籌筹徵征帶带繼继佔占聽听說说説说療疗擴扩臺台繳缴隱隐藝艺誰谁滿满論论寫写東东揮挥災灾頭头積积燒烧遊游毀毁訂订帳账賬账連连揚扬購购邊边離离輻辐籤签層层滲渗蓋盖兩两擾扰灘滩"
    "鐵铁終终問问須须堅坚滅灭較较獵猎訓训陸陆賃赁這这視视絕绝煙烟異异劇剧熱热顯显礎础獲获墾垦樹树輛辆願愿絡络殘残虛虚亂乱劑剂錯错羣群換换戶户凍冻紅红詢询試试難难駛驶溫温極极丟丢歸归祕秘塊块樓楼爭争題题屆届碼码贈赠"
    "臨临觀观暫暂舊旧壓压夠够雙双緊紧爐炉淨净穩稳棲栖號号糞粪鑑鉴餘余軍军獎奖隊队憲宪脅胁勞劳塗涂糾纠鍋锅辯辩魚鱼創创練练夥伙搶抢溝沟習习擬拟釋释盡尽針针飼饲傷伤僞伪撫抚檔档筆笔慮虑沖冲衝冲親亲銜衔獨独倉仓惡恶戰战"
    "濃浓隨随囑嘱遷迁島岛張张撈捞稈秆績绩鄰邻擋挡喪丧噴喷擇择紀纪軌轨寧宁斷断瀕濒簡简蹤踪輪轮團团濫滥憑凭鈾铀騙骗盜盗誤误諾诺陳陈駕驾諮咨蝕蚀跡迹匯汇煉炼郵邮館馆啓启紛纷攬揽譽誉貴贵勢势漿浆脫脱們们語语貼贴歲岁輔辅"
    "頒颁駁驳鹼碱黨党廚厨拋抛瞞瞒聞闻貸贷遞递談谈錢钱師师掃扫辭辞釷钍閱阅雜杂順顺崗岗撥拨緩缓葉叶擊击頓顿幫帮徑径撓挠樂乐鋪铺鍍镀鳴鸣滯滞灑洒勸劝幾几閒闲噸吨圖图慣惯講讲齊齐掛挂細细話话謊谎餌饵鹽盐兒儿澤泽紙纸診诊"
    "鋼钢競竞艙舱踐践鳥鸟卻却懲惩歷历獻献娛娱牀床賄贿鉛铅頻频顧顾冊册壩坝峯峰撐撑攜携覺觉銀银蟲虫謀谋鑽钻饋馈飛飞巖岩攔拦欄栏誘诱豬猪貢贡輿舆遲迟釣钓遠远鍵键靜静儀仪撲扑榮荣燈灯觸触諧谐貿贸階阶齡龄毆殴膠胶興兴闆板"
    "剝剥竊窃締缔誠诚趨趋陽阳側侧牽牵鞏巩夾夹晉晋濾滤獸兽賂赂鎖锁閥阀馬马喚唤嶺岭牆墙讀读貫贯偵侦奪夺屍尸暢畅槍枪潛潜潤润盤盘詐诈課课勝胜橫横磚砖縮缩縱纵驟骤僅仅厲厉婦妇彌弥徹彻澇涝禮礼訊讯討讨訪访詳详轟轰飯饭寵宠"
    "廳厅攝摄瀝沥灣湾畢毕貝贝賦赋鉻铬驅驱麗丽幣币懸悬攤摊敗败曉晓樁桩穢秽貧贫賓宾贍赡軟软鬥斗刪删屢屡攪搅疊叠羈羁賭赌趕赶遙遥鏈链鑿凿閘闸雖虽孫孙愛爱擺摆氈毡氫氢濱滨瀆渎糧粮純纯緣缘莊庄蝦虾輩辈鎘镉倫伦剛刚寬宽峽峡"
    "廁厕擁拥樞枢殺杀瀾澜篩筛紐纽繞绕襲袭誡诫誹诽謗谤譜谱貪贪鑄铸頂顶顆颗駐驻嚇吓墊垫廂厢懷怀搖摇擠挤擲掷滄沧澆浇爾尔竈灶繪绘羅罗薦荐覽览詞词諒谅賞赏贏赢鄧邓鉤钩鏟铲闡阐陝陕飾饰鹹咸兌兑劉刘慶庆撿捡擱搁橋桥櫃柜殼壳"
    "滌涤澱淀燻熏獄狱瑪玛窩窝窯窑窺窥纜缆肅肃誣诬譯译贓赃贖赎遼辽鄭郑鈑钣鋁铝鎳镍雲云霧雾頁页頃顷魯鲁龍龙吳吴喫吃喬乔嗎吗墜坠壟垄壯壮壽寿尋寻揀拣搗捣敵敌曬晒殲歼淺浅渾浑湧涌漬渍紹绍絲丝綱纲繕缮纏缠罌罂蘭兰褻亵覓觅"
    "豐丰貶贬賴赖賽赛趙赵銃铳闖闯顏颜騷骚髒脏鮮鲜鱘鲟鬧闹億亿斃毙"
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
SYLLABLES = frozenset(start + end for start, ends in _SYLLABLES.items() for end in ends.split())
_LONGEST = max(map(len, SYLLABLES))


def normalise(text: str) -> str:
    """Fold widths, radicals, case and scripts, without what can't be seen, and write every article number as `` #1095 `` or `` #120-1 ``,
    every figure with a unit in Arabic, the number of an order as `` 号令682 ``.

    Safe on many texts joined by newlines: nothing it does reaches across one.
    """
    folded = fold(text).lower().replace("#", " ").translate(_SIMPLIFIED)
    spoken = _SPAN.sub(r"\1万-", _KUAI.sub("元", _IN_W.sub("万", folded)))
    marked = _ORDER.sub(_ordered, _ARTICLE.sub(_marked, spoken))
    counted = _QUANTITY.sub(_arabic, _TWO.sub("二", marked))
    plain = _GROUPED.sub(lambda match: match[0].replace(",", ""), _NO_YUAN.sub("万元", counted))
    summed = _THOUSANDS.sub(_in_yuan, _PARTS.sub(_in_yuan_whole, plain))
    return _PER_CENT.sub(r" \1%", _DAYS.sub("日", _TEN_THOUSANDS.sub(r"\1万", summed)))


def _ordered(match: re.Match[str]) -> str:
    return f" 号令{parse_number(match[1] or match[2])} "


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
