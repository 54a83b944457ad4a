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
}
