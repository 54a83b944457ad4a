"""Documents and questions of ``tests/vectors/search.json``: what is found, with scores, to which Python and the browser are held.

After a change of the ranking ``python -m tests.search._vectors`` writes the vectors anew; the diff shows which results moved.
"""

import json
from pathlib import Path

from generator.search.documents import Document
from generator.search.index import build_index
from generator.search.query import Searcher
from tests.search._corpus import SYNONYMS, invented

VECTORS = Path(__file__).parents[1] / "vectors" / "search.json"
LAWS = ("中华人民共和国示例水污染防治法", "示例建设项目环境保护管理条例", "示例夜间施工管理办法")


def article(law: int, number: int, text: str, **more: object) -> Document:
    """An article of one of the three."""
    name = LAWS[law].removeprefix("中华人民共和国")
    filters = {"kind": ("article",), "status": ("现行",)}
    return Document(
        f"law/{law}/#a{number}",
        f"{name} 第{number}条",
        "article",
        LAWS[law],
        f"第{number}条",
        text=text,
        filters=filters,
        **more,
    )


def documents() -> list[Document]:
    """The corpus, and laws whose names are shortened, misspelt and spoken of, with more than one name of a kind."""
    return [
        *invented(),
        *(Document(f"law/{n}/", law, "regulation", law, boost=1.1) for n, law in enumerate(LAWS)),
        *(article(0, n, f"向第{n}号河道排放污水的，处以罚款。", boost=0.8 + n / 40) for n in range(1, 9)),
        article(1, 23, "建设项目没有验收就投入使用的，责令改正。", heading="没有验收", next=("regulations/fd/#a93", "law/x")),
        article(2, 23, "夜间施工没有公告的，处二十万元以下罚款。", digest="夜间施工要先公告。"),
        Document("terms/fix/", "信用修复", "term", aliases=("修复信用",), digest="改正以后申请，公示提前停止。"),
        Document("terms/fin/", "信用惩戒", "term", digest="不守信用的，记入名录，信用修复以后移出。", words="黑名单"),
        Document("guides/eia/", "环评", "guide", aliases=("EIA",), digest="建项目以前做的评价。", boost=1.25),
        Document("units/night/", "夜间巡查队", "unit", aliases=("12345", "夜查队"), digest="管夜间施工和喇叭。", fine=("没有", 0.0, 0.0)),
        Document("x/nobody/", "未批先见", "exemption", digest="未批先建满两年没有被发现的，不再处罚。"),
        Document("x/late/", "分期缴纳罚款", "procedure", digest="交不起罚款的，可以申请分期缴纳。"),
    ]  # fmt: skip


TYPED = (
    "未批先建", "未批先建怎么罚", "末批先建", "未批先建 12369", "末批先健", "wpxj", "xzhz", "weipixianjian", "wei pi 先建", "qwer", "法典93", "噪声法第九十三条",
    "示例环境法典93 夜间", "环境法典", "旧躁声法93", "示例环镜法典93", "环境法典 没有", "45", "第45条", "45条 设备", "夜间噪声法律", "工地", "没 围挡", "VOCs", "voc 喷漆",
    "示例水污染防治法3", "水污染防治法第三条", "示例水法3", "水污染3", "水污染3吨", "示例建设项目条例23", "示例建设项目环境保护条例第23条", "示例项目管理条例23",
    "夜间施工管理办法23", "示例夜间办法第二十三条", "违反示例夜间施工管理办法第23条 罚多少", "示例建设项目环境保护管理条例", "示例建设项目环境保护管理条例88",
    "渔船法93", "渔船法 93 夜间", "鱼塘管理条例3", "本法3", "信用修复", "信用怎么修复", "修复信用", "信用修复是什么", "信用 修复 惩戒", "信用惩介", "eia", "EIA 环评", "环评是什么", "黑名单",
    "12345", "谁管夜间施工", "夜查队电话", "夜间施工不罚", "分期缴纳罚款", "罚款能不能分期", "未批先见", "20万", "二十万元", "200000元", "河道 污水", "第3号河道", "污水3",
    "法典第九十三条第一款", "法典93年", "hjfd93", "huanjingfadian 93", "环境法典第九十四条之一", "主管部门", "设备", "施工", "罚", "请问", "，", "",
)  # fmt: skip
NARROWED = {
    "articles": {"kind": ("article",)},
    "conduct or of a repealed law": {"kind": ("conduct", "article"), "status": ("已废止",)},
    "two topics": {"topic": ("噪声", "建设")},
}


def index() -> dict[str, bytes]:
    """The files that are searched."""
    return build_index(documents(), {**SYNONYMS, "夜查队": ["夜间巡查队", "喇叭"]}, {"term": "术语"})


def found() -> dict[str, object]:
    """Query → address and score of the first six; with filters, addresses alone."""
    searcher = Searcher(index())
    return {
        "typed": {text: [[hit.url, hit.score] for hit in searcher.search(text, 6)] for text in TYPED},
        "narrowed": {
            name: {text: [hit.url for hit in searcher.search(text, 4, filters)] for text in ("夜间施工", "法典93", "设备")}
            for name, filters in NARROWED.items()
        },
    }  # fmt: skip


if __name__ == "__main__":
    lines = json.dumps(found(), ensure_ascii=False).replace('], "', '],\n"').replace('{"', '{\n"')
    VECTORS.write_text(lines + "\n", encoding="utf-8")
