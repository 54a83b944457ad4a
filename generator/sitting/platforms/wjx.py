"""问卷星: 序号, 提交答卷时间 … 总分, then every question under the platform's own number, fields of people among them.

按文本 gives ``A.第174条`` or the text alone, 按序号 letters or ordinals, 按分数 points; several answers are joined by ``┋``.
"""

from generator.sitting.platforms._base import Platform

PLATFORM = Platform(
    id="wjx",
    title="问卷星",
    signs=("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "总分"),
    time=("所用时间",),
    total=("总分",),
    number=("用户ID", "参与人ID"),
)
