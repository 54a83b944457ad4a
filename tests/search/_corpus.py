"""A small corpus of invented sentences."""

from generator.search.documents import Document

LAW, OLD = "中华人民共和国示例环境法典", "中华人民共和国旧噪声法"
SYNONYMS = {"没": ["未"], "工地": ["施工"], "12369": ["举报电话"], "没关": ["敞开"], "没关门": ["密闭"]}


def article(number: int, text: str, law: str = LAW, **more: object) -> Document:
    short = law.removeprefix("中华人民共和国")
    url = f"regulations/{'fd' if law == LAW else 'old'}/#a{number}"
    filters = {"kind": ("article",), "status": ("现行" if law == LAW else "已废止",)}
    return Document(url, f"{short} 第{number}条", "article", law, f"第{number}条", text=text, filters=filters, **more)


def invented() -> list[Document]:
    """Articles of two laws, what is fined, a term."""
    kinds = ("工厂", "码头", "鱼塘", "车间", "仓库", "食堂", "林场", "矿山")
    filler = [article(n, f"{kinds[n % 8]}应当每年检修第{n + 1}号设备，并将结果报送主管部门。") for n in range(1, 90)]
    return [
        *filler,
        article(91, "施工现场未设置围挡，尘土飞扬的，处以罚款。"),
        article(92, "未填报登记表的，由主管部门责令改正。", heading="登记表未填报", digest="表格没有交上来的，要补交。"),
        article(93, "夜间施工产生噪声的，由主管部门责令改正。"),
        article(93, "夜间施工产生噪声的，给予警告。", law=OLD),
        article(94, "任何人可以拨打举报电话，反映仓库里的异味。"),
        Document(
            "conduct/wpxj/", "未经批准开工", "conduct", aliases=("未批先建", "先斩后奏"), digest="没有批准就动工的行为。",
            text="依照示例环境法典第五条处理。", filters={"kind": ("conduct",), "topic": ("审批", "建设")},
        ),
        Document("conduct/zs/", "夜间噪声扰民", "conduct", digest="夜间施工、喇叭。", filters={"kind": ("conduct",), "topic": ("噪声",)}),
        Document("regulations/fd/", LAW, "regulation", LAW, aliases=("法典", "环境法典"), filters={"kind": ("regulation",)}),
        Document("regulations/old/", OLD, "regulation", OLD, aliases=("噪声法",), filters={"kind": ("regulation",)}),
        Document("terms/voc/", "VOCs", "term", digest="挥发性有机物（VOCs）的简称。", text="喷漆车间常有。", filters={"kind": ("term",)}),
    ]  # fmt: skip
