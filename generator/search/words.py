"""Words of a question that say nothing about what is asked, and how the ranking weighs what is left.

Both go into ``index.json``, so the search in the browser has them from here.
"""

#: Cut out of a query before it is split into tokens; normalised, no part of a term of law.
STOP = (
    "请问", "我想知道", "想知道", "帮我查", "查一下", "有没有", "是什么", "是多少", "什么是", "什么样", "什么时候", "为什么",
    "多少钱", "多少", "怎么办", "怎么样", "怎么算", "怎么", "怎样", "如何", "什么", "哪些", "哪个", "哪条", "哪一条", "第几条", "几条", "谁来",
    "会不会", "能不能", "可不可以", "可以吗", "是不是", "是否", "要不要", "算不算", "行不行", "违法吗", "犯法吗",
    "会被", "被抓", "会怎", "要被", "有关规定", "相关规定", "的规定", "吗", "呢", "吧", "啊", "了", "？", "么",
)  # fmt: skip

#: How scores are made; see query.py.
RANK = {
    "coverage": 0.6,  # part of a score that shrinks with the share of the query that a document lacks
    "name": 0.8,  # bonus for a document whose name or alias stands in the query, as a share of what the name weighs
    "regulation": 2.0,  # factor for documents of a regulation that the query names
    "synonym": 0.6,  # weight of a word that the query has only through a synonym
    "article": 20.0,  # added for the article whose number is asked for: whoever types a number wants to go there
}

#: Factor for kinds of documents, whatever is asked: what people did is what they mostly look for.
KINDS = {"conduct": 1.5}

#: What a question asks for: any of the words, and the factors of the kinds that answer such a question.
INTENTS: list[tuple[list[str], dict[str, float]]] = [
    (["怎么罚", "罚多少", "罚几", "会罚", "被罚", "处罚", "罚款", "罚钱"], {"conduct": 1.3}),
    (["是什么", "什么是", "什么意思", "什么叫", "指什么", "是指", "含义", "定义"], {"term": 2.0, "conduct": 0.8}),
    (
        ["几天", "几日", "多久", "期限", "几年", "多长时间", "最长", "之前要", "多少天"],
        {"procedure": 1.8, "obligation": 1.9},
    ),
    (["谁管", "归谁", "哪个部门", "找谁", "谁负责", "哪里投诉", "向谁"], {"unit": 1.8, "responsibility": 1.5}),
    (
        ["要做什么", "要做哪些", "怎么做", "注意什么", "合规", "准备什么"],
        {"guide": 2.2, "obligation": 1.4, "conduct": 0.6},
    ),
    (["不罚", "免罚", "不处罚", "免予处罚", "从轻"], {"exemption": 1.5}),
]
