"""Bodies that a text in own words names, against those of its article, by the matter that names them (公安, 生态环境, 法院).

A text shortens names (生态环境部门), a law lists several before one end (农业农村、水行政主管部门), and older laws call a body otherwise
(环境保护行政主管部门); what stays is the matter.
"""

import re
from collections.abc import Iterator

#: Matter by which a text names a body → how laws of all years do.
_MATTERS: dict[str, str] = {
    "生态环境": r"生态环境|环境保护|环境主管",
    "公安": "公安",
    "交通运输": "交通",
    "农业农村": "农业|畜牧|渔",
    "水行政": "水行政|水利|水务|流域",
    "水务": "水行政|水利|水务|排水|供水",
    "海事": "海事|港务",
    "住房城乡建设": "住房|城乡建设|建设行政|建设主管",
    "市场监管": "市场监督|工商|质量|标准化",
    "市场监督": "市场监督",
    "自然资源": "自然资源|国土|规划|海洋|矿产|土地|登记机构",
    "林业草原": "林业",
    "卫生健康": "卫生",
    "发展改革": "发展改革|发展和改革|综合经济|宏观",
    "工业和信息化": "工业和信息化|经济",
    "商务": "商务",
    "海关": "海关",
    "司法行政": "司法行政|法治",
    "财政": "财政|国库",
    "应急管理": "应急|安全生产",
    "城镇排水": "排水",
    "环境卫生": "环境卫生|市容",
    "检察": "检察",
    "法院": "法院|审判|起诉|诉讼",
    "税务": "税务",
    "民航": "民用航空|民航",
    "铁路": "铁路",
    "教育": "教育",
}
_BODY = re.compile(
    f"({'|'.join(sorted(_MATTERS, key=len, reverse=True))})(?=[^，。；：]{{0,18}}(?:部门|机关|机构|检察院)|院|法院)"
)


def strangers(text: str, law: str) -> Iterator[str]:
    """Matters of the bodies that a text names and its articles don't, each once."""
    for matter in dict.fromkeys(found[1] for found in _BODY.finditer(text)):
        if not re.search(_MATTERS[matter], law):
            yield matter
