"""content/site.yml: whose site this is."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Model, Text, Url

#: The name of a host, without https:// and what follows it.
Host = Annotated[Text, Field(pattern=r"^[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$")]


class PackUse(Model):
    """A content pack that the project takes.

    Attributes:
        name: of the pack.
        own: kinds that the project writes itself: nothing of them is taken.
        without: kind → ids of records that are not taken.
        regions: where the project serves: rules of these regions are taken, of others none.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "name": "内容包的名称，包要先装上",
        "own": "哪些种类全由本单位自己写，一条也不取",
        "without": "种类: 不取的记录编号",
        "regions": "本地的规定取哪些地方的，如 某省、某市；不写就只取全国的",
    }

    name: Text
    own: tuple[Text, ...] = ()
    without: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    regions: tuple[Text, ...] = ()


class Site(Model):
    """What every page says about its publisher.

    Attributes:
        name: name of the site, in the header.
        body: the bureau that publishes it.
        region: where it serves.
        summary: one sentence on the home page.
        contact: where a reader reports a mistake.
        url: the address it is served from, where known; else ``site_url`` of mkdocs.yml.
        hosts: other hosts, such as www.gov.cn, to which guides, notes and hand-written pages may link; their parts too.
        field: the field of law in a word (环境, 市场监管); empty where it is left out.
        responsibilities: what the list of responsibilities is called.
        tries: searches offered on the home page.
        same_acts: words that tell one act in several provisions (排放, 偷排): articles on such acts are no wrong answers for one
            another.
        set_phrases: fixed names of the field, of documents and permits: who uses them has not copied a sentence of the law.
        harms: words of the field for harm that duties keep off (污染, 渗漏), beside those of any field.
        synonyms: everyday word to the words of the law, for search.
        unasked: words of questions that ask nothing, left out by search beside those that it knows (环保局能不能).
        packs: content that is taken from packages; what the project has itself goes before it.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "name": "网站名称，显示在页眉",
        "body": "发布单位",
        "region": "服务的地区",
        "summary": "首页上的一句话",
        "contact": "读者发现错误往哪里反馈",
        "url": "网站的网址，知道时写",
        "hosts": "指南、备注和手写页面可以链接到的其他网站，如 www.gov.cn",
        "field": "哪个领域的法律，用两三个字写",
        "responsibilities": "责任清单的名称",
        "tries": "首页上供人一点就搜的词",
        "same_acts": "说同一类行为的词，一类一组；几条规定都可能管同一个行为的，题目不拿它们互相作错误选项",
        "set_phrases": "本领域固定的文件、证照名称；核对是否照抄条文时不算",
        "harms": "本领域说后果的词（渗漏、塌方）；核对义务有没有漏掉“不”时用",
        "synonyms": "搜索用：人们的说法 → 法条的说法",
        "unasked": "搜索用：问话里不问什么的词，搜索时略去",
        "packs": "取用的内容包；本单位自己写的同编号记录优先",
    }

    name: Text = "普法"
    body: Text = "本单位"
    region: Text = ""
    summary: Text = ""
    contact: Text = ""
    url: Url | None = None
    hosts: tuple[Host, ...] = ()
    field: Text = ""
    responsibilities: Text = "责任清单"
    tries: tuple[Text, ...] = ()
    same_acts: tuple[tuple[Text, ...], ...] = ()
    set_phrases: tuple[Text, ...] = ()
    harms: tuple[Text, ...] = ()
    synonyms: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    unasked: tuple[Text, ...] = ()
    packs: tuple[PackUse, ...] = ()
