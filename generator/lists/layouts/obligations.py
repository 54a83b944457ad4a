"""企业义务: what an enterprise must do, by when, and what it must keep."""

from typing import get_args

from generator.kinds.obligation import Moment
from generator.library import Library
from generator.lists.citing import Cites, Consequences
from generator.lists.codecs import YES, OneOf, Words
from generator.lists.labelled import Labelled
from generator.lists.layout import Column, Data, Layout, listed
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest, topics_of
from generator.lists.naming import Named

_WHEN = Labelled(
    (
        ("moment", "时机", OneOf({moment: moment for moment in get_args(Moment)})),
        ("activities", "做什么", Named("circumstance", several=True)),
        ("permits", "许可", Named("circumstance", several=True)),
        ("sizes", "规模", Named("circumstance", several=True)),
        ("places", "在哪里", Named("circumstance", several=True)),
        ("lists", "名单", Named("circumstance", several=True)),
    )
)


def _derive(library: Library, data: Data, caption: str) -> None:
    """The topics of the articles."""
    data.pop("consequences", None)
    if not data.get("topics") and (topics := topics_of(library, listed(data, "basis"))):
        data["topics"] = [topics[0]]


LAYOUT = Layout(
    id="obligation",
    title="企业义务",
    also=("企业义务清单", "企业环保义务清单", "合规义务清单", "企业生态环境合规清单"),
    columns=(
        Column("义务", "title", Words(), also=("义务事项", "义务内容", "合规义务", "企业义务", "合规要求", "事项", "要求", "合规事项", "义务名称"), width=34, needed=True, says="要做什么，用平常话写"),
        Column("适用行业", "industries", Named("industry", several=True, whole="各行业"), also=("行业", "适用企业", "适用范围", "适用对象", "适用主体", "适用单位", "义务主体", "责任主体", "涉及行业", "企业类型"), width=14, filled=True, says="用顿号分开；都适用的写“各行业”"),
        Column("情形", "trigger", Words(), also=("适用情形", "触发情形", "什么情况下", "适用条件", "触发条件"), width=24, says="什么情况下要做"),
        Column("时限", "deadline", Words(), also=("期限", "完成时限", "办理时限", "时间要求", "截止时间"), width=14, says="什么时候以前"),
        Column("频次", "frequency", Words(), also=("频率", "周期", "多久一次", "频次/时限", "时限/频次", "频次和时限", "时限和频次", "频次要求", "执行频次"), width=12, says="多久一次"),
        Column("记录", "record", Words(), also=("记录要求", "台账要求", "台账", "留存材料", "记录和留存", "需留存材料"), width=24, says="要记什么、存什么"),
        Column("保存期限", "retention", Words(), also=("保存时间", "留存期限", "保存年限"), width=12, says="保存多久"),
        Column("依据", "basis", Cites(), also=("法律依据", "法定依据", "义务依据", "设定依据", "法律法规依据"), width=26, needed=True, says="《某某法》第250条第2款"),
        Column("不做的后果", "otherwise", Words(), also=("其他后果",), width=18, says="不构成违法行为、另有后果的才写"),
        Column("罚则", "consequences", Consequences(), also=("法律责任", "违法后果", "违反后果", "处罚依据", "不履行的法律责任"), width=24, printed=False, says="别处的清单另写法律责任的，读入时核对；自己的清单不填"),
        NOTE,
        AWAITS,
        SAMPLE,
        Column("违反的违法行为", "breach", Named("conduct", several=True), width=24, printed=False, says="网站里违法行为的名称，一行一个"),
        Column("专题", "topics", Named("topic", several=True), width=12, printed=False, says="空着的，按依据推定"),
        Column("只限这些行业", "exclusive", YES, width=8, printed=False, says="条文只管这些行业的，填“是”"),
        Column("供点选的情形", "when", _WHEN, width=20, printed=False, says="网站自查表用的，一行一种"),
        *KEPT,
        rest("aliases", "confirmed"),
    ),
    keys=("title",),
    told=("title", "basis"),
    derive=_derive,
)  # fmt: skip
