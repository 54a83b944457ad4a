"""How citations are written: the locus (条, 款, 项 with their lists and ranges) and what stands before it."""

import re

from generator.legal.numerals import INTEGER
from generator.legal.numerals import TO as UPTO

N = rf"\s*{INTEGER}\s*"
SUFFIX = rf"\s*{INTEGER}(?!\s*[章节款项])"  # the number behind 之, without the space after it
#: 第三十条, 第一百二十条之一; in a locus the number must not go on (第三条件, 第二项目).
ARTICLE = rf"第{N}条(?:\s*之{SUFFIX})?(?![例件约令款文理])"
PARAGRAPH = rf"第{N}款(?![项目物额])"
ITEM = rf"(?:第\s*)?[（(]{N}[）)]\s*项(?![目])|第{N}项(?![目])"
SUBITEM = rf"第{N}目(?![标录的前光])"
AND = r"\s*(?:[、，,]?\s*(?:和|或者|或是|或|以及|及|与|并|还是|而不是|而非)|[、，,])\s*"
#: A remark in brackets behind a place, before what joins the next: 第一款（重新报批）与第三款.
REMARK = r"(?:\s*[（(][^（()）]{1,60}[）)])?"
TO = rf"\s*{UPTO}\s*"
#: Without 第, where another stands before it: 第七十一条、七十二条, 第1085条至1093条, 第一项至六项; an article also after its law, 本条例六十条.
ARTICLE_AFTER = rf"{N}条(?:\s*之{SUFFIX})?(?![例件约令款文理])"
PARAGRAPH_AFTER = rf"{N}款(?![项目物额])"
ITEM_AFTER = rf"{N}项(?![目])"
#: 第（一）、（三）项, 第（一）（三）项, （一）至（三）项, 第一、第三、第四项: one 项 at the end for several numbers.
ELIDED_ITEMS = rf"(?:第\s*)?[（(]{N}[）)](?:(?:{AND}|{TO})?(?:第\s*)?[（(]{N}[）)])+\s*项(?!目)|第{N}(?:(?:{AND}|{TO})第?{N})+项(?!目)"
ELIDED_PARAGRAPHS = rf"第{N}(?:(?:{AND}|{TO})第?{N})+款"
ELIDED_ARTICLES = rf"第{N}(?:(?:、|和|及|{TO})第?{N})+条(?![例件约令款文理])"

CHAPTER = rf"第{N}(?:编|分编|章)(?:\s*第{N}(?:分编|章|节))*"
ARTICLE_RE = re.compile(ARTICLE)
ARTICLE_AFTER_RE = re.compile(ARTICLE_AFTER)
PARAGRAPH_RE = re.compile(PARAGRAPH)
PARAGRAPH_AFTER_RE = re.compile(PARAGRAPH_AFTER)
ITEM_RE = re.compile(ITEM)
ITEM_AFTER_RE = re.compile(ITEM_AFTER)
#: What may stand between an article and its 款, a 款 and its 项: 第二十五条的第一款.
LOWER_RE = re.compile(r"[ \u3000]*(?:(?:中的|的|中)[ \u3000]*(?=第))?")
SUBITEM_RE = re.compile(SUBITEM)
AND_RE = re.compile(REMARK + AND)
TO_RE = re.compile(TO)
ELIDED_ITEMS_RE = re.compile(ELIDED_ITEMS)
ELIDED_PARAGRAPHS_RE = re.compile(ELIDED_PARAGRAPHS)
ELIDED_ARTICLES_RE = re.compile(ELIDED_ARTICLES)
CHAPTER_RE = re.compile(CHAPTER)
NUMBER_RE = re.compile(INTEGER)

#: What a text calls itself.
SELF = re.compile(
    r"本(?:法典|法|实施条例|条例|实施办法|暂行办法|办法|暂行规定|若干规定|规定|实施细则|细则|规则|解释|决定|通则|规范|安排|规程)"
)
#: What people call a law by its place and not by its name: it can't be known which is meant.
UNNAMED = re.compile(
    r"(?:(?:新|旧|老|原|现行|上位|下位|母|一般|特别|实体|程序|部门|单行|专项|前|后|有关|相关|其他|这部|那部|两|三|十|各)(?:法典|法|条例))"
)
#: A bracket behind a title: （2018年修正）, （试行）.
MADE_BEHIND = re.compile(r"(?:\s*[（(〔][^（()）〕]{1,30}[）)〕])+$")
#: The law named before: 该法, 该条例, 同法, 上述条例; 上述法律 may be of any sort.
THAT = re.compile(r"(?:该|同|此|上述|前述)(法典|法律|法|条例|办法|规定|细则|规则|解释)")
#: What carries out the law named before, and is called after it: 《环境保护税法》及其实施条例第二条.
ITS = re.compile(r"其(实施(?:条例|细则|办法|规定))")
#: What a title ends in, brackets behind it left aside: which 该法, 该条例 may mean it.
SORT = re.compile(r"(法典|法|条例|办法|规定|细则|规则|解释)(?:\s*[（(〔][^（()）〕]{1,30}[）)〕])*$")
#: The article or 款 cited last: 该条第二款, 该款第一项.
THAT_PLACE = re.compile(r"[该同](条|款)(?=\s*(?:第|[（(]))")
#: 前款, 前两款, 前条, 前三项, 上款; group 1 the number, 2 the unit.
RELATIVE = re.compile(r"[前上](两|[二三四五六七八九])?(款|条|项)(?!件|目|例|约|理|文|物)")
SAME = re.compile(r"本(条|款|项)(?!件|目|例|约|理|文|物)")
#: What follows a title within the name of what carries it out: 广东省实施《土壤污染防治法》办法; and how far before it the name begins.
CARRIES_OUT = re.compile("(?:若干|实施)?(?:办法|条例|细则|规定)")
LONGEST_BEFORE = 20
#: A title in marks; 《 》 may stand inside 〈 〉 and, in bad copies, inside each other.
TITLE = re.compile(r"《(?:[^《》\n]|《[^《》\n]*》){1,150}》")
#: Titles that are law: how they end, perhaps with a bracket after it.
LAW_TITLE = re.compile(
    r"(?:法|法典|条例|办法|规定|细则|规则|决定|决议|解释|通则|宪法|修正案|公约|条约|协定|议定书|条令|税则|章程|规程|批复|安排|总纲"
    r"|意见|通知|纪要)(?:\s*[（(〔][^（()）〕]{1,30}[）)〕])*$"
)
#: 意见, 通知 and the like are law only where an authority issues them.
ISSUED = re.compile(r"(?:意见|通知|纪要|批复|决议|章程|规程|安排)")
AUTHORITY = re.compile(r"最高人民|国务院|人民代表大会|人民政府|公安部|司法部|部关于|总局关于|委员会关于")
ABBREVIATION = re.compile(
    r"[（(]\s*(?:以下|下文|下称|下)?(?:统称|简称|称)(?:为)?[：:]?\s*(?P<open>[《“\"「]?)(?P<name>[^，。；、（()）《》“”\"「」]{1,30})[》”\"」]?"
    r"(?:[，,、]?\s*下同)?\s*[）)]"
)
REPEALED = re.compile(r"(?:同时|即行|予以|一并)?废止|停止(?:执行|施行)|失效")
#: A name of a law without marks ends so, right before 第.
BARE_END = re.compile(r"(?:法典|法|条例|宪法)$")
#: Words after which a name without marks may begin.
BEFORE_NAME = re.compile(
    r"依照|依据|根据|按照|违反|符合|适用|参照|比照|实施|执行|遵守|履行|援引|引用|触犯|构成|属于|具有|犯有|涉及|关于|以及|或者|以外|以"
    r"|修正后的?|修订后的?|修改后的?|修正前的?|修订前的?|现行|当时的?|原(?=[\u4e00-\u9fff])|的|和(?!国)|与|及|或|在|于|由|被|除|将|对|有|是|为|作为|犯|受|即|依|按|用|至|到|条|款|项|\s"
    r"|[，。；：、（）()“”‘’\"'《》〈〉【】\[\]!?！？—\-|*>]|^"
)
#: What a citation may begin with.
STARTERS = re.compile(
    rf"(?P<title>《)|(?P<self>(?<![日基根文原资样版课剧脚])本(?=[法条款办暂若规实细解决通安]))|(?P<that>(?:该|(?<!合)同|(?<![由因如])此|[上前]述)(?=[法条款办规细解]))|(?P<its>其(?=实施[条细办规]))"
    rf"|(?P<relative>[前上](?=[两二三四五六七八九款条项]))|(?P<locus>第(?=\s*(?:{N}|[（(])))|(?P<short>(?:(?<=[法典例])|(?<=[法典例][”〉」]))(?={N}条))"
)
#: When and by whom a law was made, in brackets behind its title, as lists of powers have it.
_MADE = r"[（(〔\[](?=[^（()）〔〕\[\]]{0,150}(?:通过|修订|修正|修改|公布|发布|颁布|批准|施行|号))[^（()）〔〕\[\]]{1,200}[）)〕\]]"
#: A book or part by its name, before an article: 民法典侵权责任编第一千二百二十九条.
BOOK = r"(?:[\u4e00-\u9fff]{2,8}编|总则|分则|附则)"
#: What may stand between a title and its article: （2018年修正）, 【2014年修订】, 2021年版, 〔国务院令第682号〕, a chapter, a book.
BETWEEN = re.compile(
    rf"[”」]?(?:(?:\s*{_MADE}\s*)+|(?:\s|的|中的|中|[之原](?=第)|[（(](?=第{N}条)|[（(][^（()）]{{1,25}}[）)]"
    rf"|[【〔\[][^【】〔〕\[\]]{{1,25}}[】〕\]]|[12]\d{{3}}年?(?:版|修[订正改](?:版|本)?))?)(?:(?:{CHAPTER}|{BOOK})\s*(?=第))?"
)
#: The same behind a name without 《》, and within a title: 《民法典·侵权责任编》.
BOOK_BEFORE = re.compile(rf"(?<=法典|刑法)[·•・]?{BOOK}$")
#: A number that is no article though one stood before it: 第三十条、四十条建议.
ADVICE = re.compile(r"[建措意要理标教经线]")
#: A name in other marks than 《》, right before its article: “行政处罚法”第三十三条.
MARKED = re.compile(r"[“「〈]([^“”「」〈〉]{2,40})[”」〉]$")
#: What may stand between a place and a 款 or 项 of the same article: the words of the first, and what joins them.
NEAR = re.compile(
    rf"{REMARK}(?:(?:的|之)?规定)?[：:，,]?(?:[“「][^”」]*[”」])?(?:的规定)?(?:{AND}|\s*(?:现为|现在是|改为|变为|对应)\s*)"
)
#: Any words, up to a stop; then the 款 or 项 must be said to rule something.
FAR = re.compile(r"[^《》]*[，；。,;]")
RULES = re.compile(r"规定|明确|要求|则|还")
#: In a text that is no law a bare 第三条 may be the third of anything; it is an article where something cites it, or goes on from it.
CITED_BEFORE = re.compile(r"(?:依照|依据|根据|按照|违反|适用|符合|参照|比照|援引|引用|参见|见|依|按)(?:上述|前述)?$")
CITED_AFTER = re.compile(
    rf"(?:\s*(?:至|到|、|和|及|以及|或者?|与)\s*第{N}条)*\s*(?:第{N}[条款项目编章节]|之?规定|的规定|中?所[列规指称述定])"
)
#: The head of a column of articles names the law: | 刑法条文 |, | 《行政处罚法》条款 |.
COLUMN = re.compile(r"(?P<name>[^|]{2,40}?)(?:的)?(?:条文|条款|条|依据)")
#: The line under the heads of a table.
RULE_OF_TABLE = re.compile(r"\s*\|[\s|:-]+\|?\s*$")
#: What may follow a 款 or 项 that stands alone, so that 第一项工作 is no citation.
GOES_ON = re.compile(
    r"\s*(?:规定|活动|措施|材料|违法|所列|所规|所指|所称|情形|行为|条件|中|的|之|以外|除外|职责|事项|至|、|和|或|及|与|以及|，|。|；|）|\)|第|罪|款|$)"
)
#: An elided list that is a range: 第一、至第三, with one unit at its end.
ELIDED_RANGE = re.compile(rf"[^、和或及与，]+{UPTO}[^、和或及与，]+")
#: A number or an unread part of a citation ends right before: what follows belongs to it, not to the text itself.
NUMBER_BEFORE = re.compile(rf"(?:{N}|条|款)$")
RANGE_SIGN = re.compile(UPTO)
#: A 项 without 第 right after its article is one only where the sentence goes on as after a citation: 第八十三条二项规定.
ITEM_SHORT_AFTER = re.compile(r"\s*(?:之?规定|的|之|所[列规指称述定]|中|[，。；、）)]|和|或|及|与|至|处|罚|办|$)")
#: Several abbreviations at once, in the order of the titles before them: （以下分别简称《甲法》、《乙法》）.
ABBREVIATIONS = re.compile(
    r"[（(]\s*(?:以下|下文|下称)?分别(?:简称|称)(?:为)?[：:]?(?P<names>(?:《[^《》]{1,40}》|[“「][^”」]{1,40}[”」]|[、，,和及与以\s])+)[）)]"
)
ABBREVIATED = re.compile(r"《(?P<title>[^《》]+)》|[“「](?P<name>[^”」]+)[”」]")
#: The decision that changes several laws at once, and the line in which the law begins whose changes follow: 二、修改《…》.
AMENDS_SEVERAL = re.compile(r"关于修(?:改|正|订)[〈《].+[〉》]等.{0,20}的决定$")
AMENDED = re.compile(
    rf"[\s#*]*(?:[（(]?{N}[）)]?[、.．]?\s*)?(?:修改|修正|修订|对|将)(?P<title>《(?:[^《》\n]|《[^《》\n]*》){{1,150}}》)"
)
#: What a house makes for itself is no law, whatever it is called: 《某有限公司环境保护管理办法》, 《员工守则》, 《居民公约》.
PRIVATE = re.compile(
    r"^(?!.*关于)(?!中华人民共和国|国务院|外商).{1,30}?(?:有限(?:责任)?公司|集团|股份公司|分公司|总公司)(?!法)"
    r"|员工|公司章程|(?:业主|居民|村民|文明|自律|管理|住户)公约|村规民约|[（(]内部(?:试行)?[）)]"
    r"|(?:合同|协议|协议书|合同书|手册)$|^(?!.*(?:人民|委员会|国家|公民)).*(?:制度|守则)$"
)
#: A number of what is no law: 合同第三条, 章程第七条, 询问笔录第二条, 规划第十八条, 《劳动合同书》第三条.
NO_LAW_BEFORE = re.compile(
    r"(?:合同书?|协议书?|章程|公约|规划|纲要|笔录|手册|守则|制度|纪要|承诺书|申请书|报告[书表]?|方案|预案|标准|试卷|清单|会议|提案|议案|约定|双方"
    r"|[判裁]决书?|裁定书?|[决告通]定书|[告通]知书|意见书?|建议书?|问卷|提纲|倡议书?|声明|公告|通报|简报|复函|来函|章节|议程|公报|说明书?|》)"
    r"(?:[（(][^（()）]{1,25}[）)])?\s*(?:的|中的|中|之)?\s*$"
)
#: A sentence or a whole paragraph is no name of a text.
NO_TITLE = re.compile(r"[。；！？]|.{121}")
#: Lists that are rules all the same, where an article of them is cited: 《国家危险废物名录》第六条.
LIST_TITLE = re.compile(r"(?:名录|目录|准则)(?:\s*[（(〔][^（()）〕]{1,30}[）)〕])*$")
#: Titles too short to tell which law they mean.
GENERIC = frozenset(
    [
        "管理办法",
        "管理条例",
        "管理规定",
        "实施规定",
        "实施意见",
        "条例",
        "办法",
        "规定",
        "决定",
        "细则",
        "规则",
        "解释",
        "通知",
        "意见",
        "通则",
        "实施条例",
        "实施办法",
        "实施细则",
        "法",
        "若干规定",
        "暂行办法",
        "暂行规定",
        "公约",
        "章程",
    ]
)
