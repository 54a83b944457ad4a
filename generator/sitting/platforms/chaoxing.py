"""学习通: a title row, then 学号/工号, 姓名, 学校, 院系, 专业, 班级, 状态, 提交时间, 成绩, and 第1题 …"""

from generator.sitting.platforms._base import Platform

PLATFORM = Platform(
    id="chaoxing",
    title="学习通",
    signs=("学号/工号", "院系", "专业", "班级", "状态", "提交时间", "批阅时间", "成绩", "IP", "领取时间"),
    tells_by=3,
    number=("学号/工号",),
    time=("用时", "考试用时", "答题用时"),
    total=("成绩", "分数"),
    state=("状态",),
    absent=("未交", "未提交", "缺考", "未参加", "未开始", "未领取"),
)
