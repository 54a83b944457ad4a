"""普法活动记录: what was held, when, where and for how many, under which duty."""

import re
from dataclasses import dataclass
from typing import Any

from generator.library import Library
from generator.lists.codecs import Day, Free, Several, Whole, Words
from generator.lists.layout import Cell, Column, Layout
from generator.lists.layouts._common import KEPT, NOTE, SAMPLE, rest
from generator.lists.naming import Named


@dataclass(frozen=True, slots=True)
class FileNames(Free):
    """Names of files: 1.jpg、2.jpg is no numbered list."""

    def write(self, library: Library, value: Any) -> str:
        """Joined by 、, which no such name holds."""
        return "、".join(value or ())

    def read(self, cell: Cell, text: str) -> Any:
        """Split by 、, ； and line."""
        return list(dict.fromkeys(name for part in re.split("[、；\n]", text) if (name := part.strip()))) or None


def _people(text: str) -> int:
    """120, 120人, 1200人次."""
    return int(re.sub(r"\s*(?:人次|人|名|位)$", "", text))


LAYOUT = Layout(
    id="held-activity",
    title="普法活动记录",
    also=("活动记录", "普法台账", "普法活动台账", "普法工作台账"),
    columns=(
        Column("普法责任", "duty", Named("education-duty"), also=("普法事项", "责任", "所属责任", "普法项目"), width=26, needed=True, filled=True, says="普法责任清单里的名称"),
        Column("活动", "title", Words(), also=("活动名称", "普法活动", "主题", "活动主题"), width=28, needed=True, says="与计划里的同名，就算办了那一项"),
        Column("日期", "held_on", Day(past=True), also=("举办日期", "活动日期", "时间", "举办时间", "活动时间"), width=16, needed=True, says="写成 2026年6月5日"),
        Column("地点", "where", Words(), also=("举办地点", "活动地点"), width=18, says="在哪里办的"),
        Column("对象", "audience", Words(), also=("普法对象", "参加对象", "参加人员"), width=18, says="面向谁"),
        Column("人数", "people", Whole(_people), also=("参加人数", "覆盖人数", "受众人数", "人次"), width=8, says="只填数字；约数、“100余人”写不进去"),
        Column("材料", "materials", Several(), also=("普法材料", "发放材料", "宣传材料"), width=22, says="几样用顿号分开"),
        Column("照片", "photos", FileNames(), also=("照片名", "照片文件名", "佐证材料"), width=22, says="照片的文件名，照片由本单位存着"),
        NOTE,
        SAMPLE,
        *KEPT,
        rest("awaits_alignment", "confirmed"),
    ),
    keys=("held_on", "duty", "title"),  # the last names a new record
    told=("title", "held_on"),
)  # fmt: skip
