"""Words of a question that say nothing about what is asked, and how the ranking weighs what is left.

Both go into ``index.json``, so the search in the browser has them from here.
"""

#: Cut out of a query before it is split into tokens; normalised, no part of a term of law.
STOP = (
    "还会被罚", "还会罚", "还能罚", "还罚吗", "还要罚", "还罚款", "请问", "我想知道", "想知道", "帮我查", "查一下", "有没有", "什么情况", "哪种情况", "是什么", "是多少", "什么是", "什么样", "什么时候", "为什么",
    "多少钱", "多少", "怎么办", "怎么样", "怎么算", "怎么", "怎样", "如何", "什么", "哪些", "哪个", "哪条", "哪一条", "第几条", "几条", "谁来",
    "会不会", "能不能", "可不可以", "可以吗", "是不是", "是否", "要不要", "算不算", "行不行", "违法吗", "犯法吗",
    "会被", "会怎么样", "会怎样", "会怎", "要被", "几天", "几日", "多少天", "多久", "多长时间", "几个月", "几年", "最多", "最长",
    "我们", "我家", "我", "你", "需要", "应该", "可以", "帮忙", "告诉", "一下", "有关规定", "相关规定", "的规定", "吗", "呢", "吧", "啊", "了", "？", "么",
)  # fmt: skip

#: How scores are made; see query.py.
RANK = {
    "coverage": 0.6,  # part of a score that shrinks with the share of the query that a document lacks
    "name": 0.8,  # bonus for a document whose name or alias stands in the query, as a share of what the name weighs
    "floor": 0.1,  # share of the best score below which a document is no result
    "exact": 1.6,  # that bonus where letters, or a name of one of BARE, are all that is asked: who types EIA or 代履行 asks what it is
    "regulation": 2.0,  # factor for documents of a regulation that the query names
    "synonym": 0.6,  # weight of a word that the query has only through a synonym
    "joined": 0.9,  # weight of what stands in the query but for words that ask between its parts: 信用怎么修复
    "near": 0.7,  # weight of a name that the query has but for one wrong character
    "article": 20.0,  # added for the article whose number is asked for: whoever types a number wants to go there
    "named": 2.0,  # added for a law that is named without a number
    "law": 20.0,  # the same for a law that is named with the number of an article of which there is no page
}

#: Kinds of which whoever types nothing but the name wants to know what it is.
BARE = ("term", "guide")

#: Factor for kinds of documents, whatever is asked: what people did is what they mostly look for.
KINDS = {"conduct": 1.5}

#: What a question asks for: any of the words, and the factors of the kinds that answer such a question.
INTENTS: list[tuple[list[str], dict[str, float]]] = [
    (
        ["怎么罚", "罚多少", "罚几", "会罚", "被罚", "怎么处罚", "如何处罚", "处罚标准", "罚款", "罚钱"],
        {"conduct": 1.3},
    ),
    (["是什么", "什么是", "什么意思", "什么叫", "指什么", "是指", "含义", "定义"], {"term": 2.0, "conduct": 0.8}),
    (
        ["几天", "几日", "多久", "期限", "几年", "多长时间", "最长", "之前要", "多少天", "几个月"],
        {"procedure": 1.8, "obligation": 1.9, "conduct": 0.5},
    ),
    (
        [
            "谁管",
            "归谁",
            "哪个部门",
            "找谁",
            "谁负责",
            "哪里投诉",
            "向谁",
            "谁来管",
            "管什么",
            "管哪些",
            "哪家管",
            "电话",
        ],
        {"unit": 1.8, "responsibility": 1.5},
    ),
    (["投诉", "举报", "扰民"], {"unit": 1.2}),
    (["不服", "申诉", "怎么申请", "怎么办理", "流程", "步骤", "哪些程序"], {"procedure": 1.8, "conduct": 0.7}),
    (
        ["要做什么", "要做哪些", "怎么做", "注意什么", "合规", "准备什么", "哪些手续", "什么手续"],
        {"guide": 2.2, "obligation": 1.4, "conduct": 0.6},
    ),
    (
        ["不罚", "免罚", "不处罚", "不予处罚", "免予处罚", "从轻", "不用罚"],
        {"exemption": 2.5, "term": 1.3, "conduct": 0.4},
    ),
    (
        ["还罚", "还能罚", "还能处罚", "还会罚", "还会被罚", "还要罚", "能免", "免吗"],
        {"exemption": 2.5, "conduct": 0.7},
    ),
    (["复议", "起诉", "法院"], {"procedure": 1.6}),
    (["证据"], {"conduct": 0.5}),
    (["听证"], {"procedure": 1.5, "conduct": 0.4}),
    (["查封", "扣押"], {"procedure": 1.4, "conduct": 0.6}),
    (["上报", "要报吗", "要报告", "报给谁"], {"obligation": 1.6, "procedure": 1.3}),
    (["分期", "缓交", "缓缴", "延期缴", "晚点交"], {"procedure": 1.8, "obligation": 1.4, "conduct": 0.4}),
    (
        ["应知应会", "学哪些法", "学什么法", "懂哪些法", "懂什么法", "必学", "要学", "学法"],
        {"must-know": 2.5, "conduct": 0.5},
    ),
]
