"""A sheet typed by hand, and whatever no platform is known by."""

from generator.sitting.platforms._base import Platform

PLATFORM = Platform(
    id="sheet",
    title="手工登记的表",
    tells_by=0,
    time=("用时", "所用时间", "答题用时", "考试用时", "答题时长", "时长"),
    total=("总分", "得分", "成绩", "分数", "总成绩"),
    state=("状态", "缺考", "缺考标记", "是否缺考", "考试状态", "参考情况", "备注"),
    absent=("缺考", "缺席", "未参加", "未参考", "旷考", "弃考", "缓考", "请假", "未到"),
    footer=(
        "合计",
        "总计",
        "平均",
        "平均分",
        "最高分",
        "最低分",
        "及格率",
        "总平均分",
        "备注",
        "说明",
        "制表",
        "制表人",
        "填表人",
    ),
)
