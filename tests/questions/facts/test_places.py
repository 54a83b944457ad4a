"""Bodies that act in one place only are no likely answer elsewhere, and too likely a one there."""

import pytest

from generator.questions.facts.powers import out_of_place, told_by_place


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        ("海关", "向河滩、岸坡倾倒、堆放废渣", True),
        ("海关", "进口、销售噪声超过限值的产品", False),
        ("海关", "把境外的固体废物运进国内", False),
        ("海事管理机构", "排水与污水处理设施没有按规定巡查、维修和养护", True),
        ("海警机构", "没有取得倾倒许可证，向海洋倾倒废弃物", False),
        ("海事管理机构", "内陆水域的船舶没有配备防污设备", False),
        ("农业农村主管部门", "向河滩、岸坡倾倒、堆放废渣", False),
        ("黄河流域管理机构", "不对工作人员做放射性安全教育、培训", True),
        ("黄河流域管理机构", "在黄河流域违法利用、占用河道、湖泊水域和岸线", False),
        ("国家公园管理机构", "没有给危险废物贴识别标志", True),
    ],
)
def test_a_body_of_one_place_is_not_asked_of_elsewhere(name: str, case: str, expected: bool) -> None:
    """海关 beside a dump on a river bank is no distractor."""
    assert out_of_place(name, case) is expected


@pytest.mark.parametrize(
    ("names", "others", "case", "expected"),
    [
        (("海关",), ("农业农村主管部门", "能源主管部门"), "进口不合标准的燃料", True),
        (("海关",), ("农业农村主管部门", "海关缉私机构"), "进口不合标准的燃料", False),
        (("市场监督管理部门", "海关"), ("能源主管部门",), "进口、销售排放超标的机动车", False),
        (("海事管理机构", "渔业渔政主管部门"), ("水行政主管部门",), "船舶没有配备防污设备", True),
        (("海关",), ("能源主管部门",), "在禁燃区内销售高污染燃料", False),
    ],
)
def test_the_place_gives_the_only_body_there_away(
    names: tuple[str, ...], others: tuple[str, ...], case: str, expected: bool
) -> None:
    """进口 tells 海关 where no other option is at the border."""
    assert told_by_place(names, others, case) is expected
