"""How heads, headings, items and annexes are written, in the many hands of collections and scans."""

import re

from generator.legal.numerals import INTEGER

_N = rf"\s*({INTEGER})\s*"
#: 第一条, 第七十五 条, 笫五十四条, 第一百二十条之一; group 1 the number, group 2 the suffix.
HEAD = re.compile(rf"[第笫]{_N}条(?:\s*之{_N}(?![章节款项目]))?")
#: What follows a number that cites an article rather than heads it: 第三条规定的, 第三条第一款, 第三条、第四条.
CITES = re.compile(r"\s*(?:[第笫]|规定|所列|所称|[、，,和与及至到或的之》〉”」）)])")
#: 第一编 总则, 第一分编 通则, 第二章 总 则; group 1 the number, 2 the rank, 3 the name.
HEADING = re.compile(rf"\s*#{{0,6}}\s*(第\s*{INTEGER}\s*)(编|分编|章|节)(?![的内中规、，])[\s　:：]*(.*?)\s*")
RANKS = {"编": 0, "分编": 1, "章": 2, "节": 3}
#: A heading glued to the end of an article's last line; a space or the end of a sentence stands before it.
GLUED_HEADING = re.compile(rf"(?<=[。；：])\s*(第\s*{INTEGER}\s*(?:编|分编|章|节)[\s　]+[^。；，：]{{1,40}})$")
#: （一）, (十二): an item; group 1 the number.
ITEM = re.compile(rf"\s*[（(]{_N}[）)][\s、.．]*")
#: 1.  1、 (1) ① 1）: a subitem; the groups hold the number.
SUBITEM = re.compile(r"\s*(?:(\d{1,2})[.．、）)](?!\d)|[（(](\d{1,2})[）)]|([①-⑳]))\s*")
#: 一、 at the start of a line: a section of a decision.
SECTION = re.compile(rf"\s*#{{0,6}}\s*{_N}、\s*")
ANNEX = re.compile(r"\s*#{0,6}\s*附\s*(?:件|表|录|图|则?\s*[:：])\s*[一二三四五六七八九十0-9]*\s*[:：]?.*")
#: A law announces an annex of its own: 本法所附《税目税额表》, 本条例附表, 见附件表Ⅰ, （名单附后）, 列于附件一的.  What others attach (申请书及所附文件, 公厕附近,
#: 《公约》附件, 车船税法所附) is none.
ANNOUNCED = re.compile(
    r"本(?:法典|法|条例|实施条例|办法|暂行办法|规定|暂行规定|细则|实施细则|规则|规范|解释|标准)[及和与之的]?所?附(?!近|带|属|加|条件|合|着)"
    r"|(?:[（(]|[名清目][单录]|表|格式|样式)[^，。；（）()]{0,6}附后"
    r"|(?<![》〉])(?:(?:见|参照|依照|按照|按|列[于入])附[件表录图]|(?<!及其)(?<![的及和与、])附[件表录](?:[一二三四五六七八九十]|[0-9]|表)[^，。；]{0,8}(?:规定|所列|列[明示]|执行|所示))"
)
CONTENTS = re.compile(r"\s*#{0,6}\s*目\s*[录次]\s*")
SUPPLEMENT = re.compile(r"\s*附\s*则\s*")
#: Ends of a whole paragraph; a line without one goes on in the next.
ENDS = re.compile(r"[。；：！？…”’」』）)》〉;:!?.|]\s*$")
INFO_END = re.compile(r"\s*<!--\s*INFO END\s*-->\s*")
COMMENT = re.compile(r"\s*<!--.*?-->\s*")
TABLE = re.compile(r"\s*\|.*\|\s*")
#: Lines of the header: a date and what happened, or a bracketed history.
EVENT = re.compile(r"\s*[（(]?\s*(?:根据)?\s*[12]\d{3}\s*年.*")
