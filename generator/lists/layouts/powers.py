"""权责清单: the powers of a body, what it must do when it uses them, and what follows where it does not."""

from generator.lists.citing import Cites, Consequences
from generator.lists.codecs import OneOf, Several, Words
from generator.lists.layout import Column, Layout
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest
from generator.lists.naming import Named

TYPES = ("许可", "处罚", "强制", "检查", "确认", "其他")
_SORTS = OneOf(
    {name: f"行政{name}" if name != "其他" else "其他行政权力" for name in TYPES},
    {
        **{name: name for name in TYPES},
        **{f"{form}{name}{end}": name for name in TYPES for form in ("", "行政") for end in ("类", "事项", "类事项")},
        "其他权力": "其他",
        "其他职权": "其他",
        "其他类": "其他",
        "其他行政职权": "其他",
    },
)

LAYOUT = Layout(
    id="power-item",
    title="权责清单",
    also=("权力和责任清单", "权力清单", "行政权力清单"),
    columns=(
        Column("类别", "power_type", _SORTS, also=("职权类别", "权力类型", "职权类型", "权力类别", "事项类型", "事项类别"), above="职权", width=9, needed=True, filled=True, says="从列表里选"),
        Column("名称", "title", Words(), also=("职权名称", "子项名称", "子项", "主项名称", "事项名称", "权力名称", "权力事项", "项目名称", "职权事项", "事项"), above="职权", width=26, needed=True, says="事项名称"),
        Column("事项编码", "code", Words(), also=("职权编码", "权力编码", "编码", "项目编码", "事项编号", "职权编号", "权力编号", "项目编号"), width=12, says="清单里的编号，有才写"),
        Column("实施依据", "basis", Cites(), also=("依据", "法律依据", "设定依据", "职权依据", "法定依据", "行使依据"), width=30, needed=True, says="《某某法》第102条第1款；几部法的，一行一部"),
        Column("实施主体", "body", Named("unit"), also=("行使主体", "实施机关", "责任单位", "行使单位", "实施单位", "单位", "责任主体", "实施部门"), width=14, needed=True, filled=True, says="写单位的名称或者常用的简称"),
        Column("责任事项", "duties", Several("；"), also=("责任", "职责", "履职责任"), above="责任", width=36, says="一行一项，或者写 1. 2. 3."),
        Column("追责情形", "accountability", Consequences(), also=("追责依据", "追责情形及依据", "问责情形", "追责"), above="责任", width=30, says="没做到的后果，一行一项"),
        NOTE,
        AWAITS,
        SAMPLE,
        Column("针对的违法行为", "conducts", Named("conduct", several=True), width=24, printed=False, says="处罚类的事项，写网站里违法行为的名称，一行一个"),
        *KEPT,
        rest("confirmed"),
    ),
    keys=("body", "power_type", "title"),
    told=("power_type", "title", "basis"),
    unit="body",
)  # fmt: skip
