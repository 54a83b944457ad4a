"""Scanned answer cards: 准考证号, 试卷类型, 缺考标记, and a column a question; what was not filled in is a dot."""

from generator.sitting.platforms._base import Platform

PLATFORM = Platform(
    id="card",
    title="答题卡扫描",
    signs=(
        "缺考标记",
        "缺考",
        "试卷类型",
        "条码号",
        "条形码",
        "扫描时间",
        "扫描序号",
        "考场号",
        "座位号",
        "图像文件",
        "图片",
        "批次",
    ),
    number=("准考证号", "填涂考号", "条码号", "ZKZH", "KH"),
    name=("XM",),
    form=("试卷类型", "AB卷", "卷型"),
    total=("客观题得分", "总分", "得分"),
    state=("缺考标记", "缺考", "是否缺考"),
    absent=("1", "是", "Y", "TRUE", "√", "缺考"),
)
