"""Units and the articles that each is to teach."""

from generator.questions.bank import Bank
from generator.questions.item import Item

DUTIES = "content/education/lake.yml"


def pairs(item: Item) -> dict[str, str]:
    return {
        prompt: item.options[place].text
        for prompt, place in zip(item.response.prompts, item.response.sequence, strict=True)
    }


def test_each_unit_goes_with_its_own_article(bank: Bank) -> None:
    item = bank.by_id["education-match/boats/301"]
    assert pairs(item) == {
        "交通运输主管部门": "游船不得漏油（生态环境法典第301条）",
        "公安机关": "湖里不得炸鱼（生态环境法典第303条）",
        "水行政主管部门": "取水口要审批（生态环境法典第304条）",
        "海关": "进口苗种要检疫（生态环境法典第309条）",
    }
    assert set(item.facts) == {
        f"education-duty/{x}" for x in ("boats/301", "blasting/303", "intakes/304", "seedlings/309")
    }
    assert "镇街" in item.audience


def test_towns_and_articles_without_heading_are_refused(bank: Bank) -> None:
    assert [s.reason for rule, s in bank.skips if rule == "education-match" and s.at.line == 7] == [
        "没有写明重点条文，或者条文没有标题、属于各机关都适用的程序规定，或者是镇街"
    ]


def test_unit_with_a_duty_under_the_other_article_stands_beside_it_never(project) -> None:
    project.add(
        "content/responsibilities/lake.yml",
        "- {id: police-boats, unit: police, topic: lake, duty: 拦停漏油的游船, role: lead, basis: [法典 第301条]}\n",
    )
    asked = project.bank().by_rule.get("education-match", ())
    assert not [i.id for i in asked if "游船不得漏油（生态环境法典第301条）" in {o.text for o in i.options} and "公安机关" in i.response.prompts]  # fmt: skip


def test_unit_that_also_teaches_the_other_article_is_kept_apart(project) -> None:
    project.replace(DUTIES, "articles: [法典 第303条]", "articles: [法典 第303条, 法典 第304条]")
    asked = project.bank().by_rule.get("education-match", ())
    assert not [i.id for i in asked if {"公安机关", "水行政主管部门"} <= set(i.response.prompts)]


def test_penalty_that_the_unit_does_not_impose_is_not_its_own(project) -> None:
    project.add(
        "content/conducts/lake.yml",
        """
- id: ferry-leak
  title: 游船向湖里排油
  topics: [lake]
  prohibited_by: [法典 第300条]
  penalties:
    - id: owner
      basis: 法典 第301条
      authority: [市场监督管理部门]
      target: 单位
      tiers:
        - {fine: {range: {min: 1000, max: 10000}}}
""",
    )
    asked = project.bank().by_rule.get("education-match", ())
    assert project.codes() == []
    assert not [i for i in asked if "第301条" in "".join(o.text for o in i.options)]
