"""Problems: what is wrong, where, and what to do about it.

Everything that reads what people wrote reports through here, so that one run shows all faults, each as
``file:line:column: CODE message`` with a hint, in Chinese.  Codes are stable and stand in one table.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is; ``--strict`` turns warnings into errors."""

    ERROR = "错误"
    WARNING = "警告"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file of the project.

    Attributes:
        file: path relative to the project, with forward slashes.
        line: counted from 1; 0 where the file as a whole is meant.
        column: counted from 1, in code points; 0 where the line as a whole is meant.
        cell: what people call the place within a table (``Sheet1!C14``, ``表1行3列3``); line and column are then its row and column.

    Printed it is ``file:line:column``, with 1 for what is 0, so that editors and terminals can jump to it; or ``file!cell``.
    """

    file: str
    line: int = 0
    column: int = 0
    cell: str = ""

    def __str__(self) -> str:
        if self.cell:
            return f"{self.file}!{self.cell}"
        return f"{self.file}:{self.line or 1}:{self.column or 1}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault in what the project's people wrote."""

    at: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        text = f"{self.at}: {self.code} {self.message}"
        return f"{text}\n    提示：{self.hint}" if self.hint else text


#: Every code there is, with what it means.  docs/problems.md has a section for each; a test holds the two together.
CODES: dict[str, str] = {
    "E101": "文件读不了",
    "E102": "YAML 语法错误",
    "E103": "文件过大",
    "E104": "YAML 展开后过大或嵌套过深",
    "E105": "键重复",
    "E106": "路径越出项目",
    "E107": "未知的内容目录，或文件放错了地方",
    "E108": "前置数据（front matter）缺失",
    "E109": "文字里有看不见的字符",
    "E110": "Markdown 过于复杂",
    "E111": "链接或图片指向别的网站",
    "W110": "文字里有容易认错的字符",
    "W111": "“ #”以后的文字被当作注释",
    "W112": "内容目录里的文件不会被读到",
    "E201": "缺少必填字段",
    "E202": "未知字段",
    "E203": "编号重复",
    "E204": "类型或取值不对",
    "E205": "文本含 HTML 或脚本",
    "E206": "日期颠倒",
    "E207": "引文写法不对",
    "E208": "缺少来源",
    "E301": "引用的记录或文件不存在",
    "E302": "引用的法规不存在",
    "E303": "引用的条文超出该法规的条数",
    "E304": "别名指向多部法规",
    "E305": "条文摘要的编号超出该法规的条数",
    "E306": "新旧对照的行为或标题与另一行相同",
    "E307": "情形写错了类",
    "W311": "依据已废止",
    "W312": "依据尚未施行",
    "W313": "新旧对照没有写旧条文说的是什么",
    "W314": "同一处引了整条又引其中一款",
    "E401": "题目有瑕疵",
    "E402": "题库锁与内容不一致",
    "E403": "自编题的答案不对",
    "E404": "实测难度读不了",
    "E501": "组卷方案无解",
    "E502": "组卷方案不对",
    "E503": "名单或答卷读不了",
    "E504": "答卷有错",
    "E505": "试卷与答案文件不对",
    "E506": "组卷方案的表格填得不对",
    "W507": "法律还没有施行或者已经废止，卷子没有组",
    "E601": "官方文本中没有这部法规",
    "E602": "官方文本中没有这一条",
    "E603": "在记录之日未施行或已废止",
    "E604": "金额、比例、倍数不在所引条文中",
    "E605": "期限不在所引条文中",
    "E606": "措施不在所引条文中",
    "E607": "机关不在所引条文中",
    "E608": "摘要中的数字不在条文中",
    "E609": "摘要照抄条文过长",
    "E610": "官方文本读不了",
    "E611": "条文数目与官方文本不一致",
    "E612": "分档次序与条文不一致",
    "E613": "情形、类别或处罚对象不在所引条文中",
    "E614": "“可以”与“应当”同条文不一致",
    "E615": "裁量基准与法定幅度不合",
    "E616": "版本日期与官方文本不一致",
    "E617": "新旧对照的关系与金额不合",
    "E618": "新旧对照的标题不像旧条文",
    "E619": "新旧对照漏了同时适用的规定",
    "E620": "摘要漏了条文规定的后果",
    "E621": "措施的批准机关与条文不一致",
    "E622": "择一、并处、另加与条文不一致",
    "E623": "不予处罚的效果与条文不一致",
    "E624": "并存的规定哪一处优先，与罚款或者新旧对照不一致",
    "E625": "所引条文讲的好像是别的事",
    "E626": "条文规定的内容没有写全",
    "E627": "相关联的记录没有共同的条文",
    "E628": "关键的词与条文不一致",
    "E629": "与地方文件的原文不一致",
    "E630": "核对的标记没有用处",
    "E631": "自编题的答案与解析、条文不一致",
    "E701": "页面构建失败",
    "W701": "MkDocs 的提示",
    "E702": "结果写不进去",
    "E703": "另一个 pufa 正在写",
    "E704": "程序出错",
    "E801": "要读入的文件读不了，或者没有可用的正文",
    "W802": "读入的文本有缺损",
    "W803": "法规原文的数据包不是核对过的那一版",
    "E804": "texts/ 里的文件不是法规文本",
    "W805": "法规文本没有对应的法规",
    "E705": "扩展包有错",
    "E811": "这种格式写不了",
    "E812": "模板用不了",
    "E813": "没有可用的字体",
    "E814": "没有这种格式",
    "W815": "题目改用最接近的形式",
    "W816": "题目没有导出",
    "E821": "文件引用的条款不存在",
    "E822": "文件引用的法规已经废止或者尚未施行",
    "E823": "文件里的数额不在所引的条文中",
    "W824": "文件里的引用没有核对",
    "E831": "读入的文件不是所要的清单",
    "E832": "清单里的一格填得不对",
    "E833": "清单不能写进内容",
    "E841": "读入的题目不完整，或者看不懂",
    "E842": "读入的题目与现行法不合",
    "W843": "读入的题目重复，或者编号不对",
    "E844": "题目没有写进内容",
}


#: Codes that belong to checks of other packages, which document them: X101.
_FOREIGN = re.compile(r"X\d{3}")


@dataclass(slots=True)
class Problems:
    """A list of problems that fills while work goes on; the same problem of the same place is told once.

    A value that stands in the defaults of a file is read for each of its records, and is one thing to mend.
    """

    items: list[Problem] = field(default_factory=list)
    _known: set[Problem] = field(default_factory=set, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._known.update(self.items)

    def error(self, at: Place, code: str, message: str, hint: str = "") -> None:
        """Record an error.  ``code`` must stand in CODES."""
        self._add(Problem(at, code, message, hint, Severity.ERROR))

    def warning(self, at: Place, code: str, message: str, hint: str = "") -> None:
        """Record a warning, an error under ``--strict``."""
        self._add(Problem(at, code, message, hint, Severity.WARNING))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Record problems that another part collected."""
        for problem in problems:
            self._add(problem)

    def _add(self, problem: Problem) -> None:
        if problem.code not in CODES and not _FOREIGN.fullmatch(problem.code):
            raise KeyError(f"problem code {problem.code} is not in CODES")
        if problem not in self._known:
            self._known.add(problem)
            self.items.append(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self.items))

    def __len__(self) -> int:
        return len(self.items)

    def blocking(self, strict: bool = False) -> list[Problem]:
        """The problems that stop a build: errors, and warnings too when ``strict``."""
        return [p for p in self if strict or p.severity is Severity.ERROR]
