"""Of the authority that most conduct falls to, one conduct an article is asked about."""

CONDUCTS = "content/conducts/conducts.yml"
TWIN = """
- id: leakage-b
  title: 没有防护措施，造成危险废物扬散
  topics: [waste, air]
  prohibited_by: [法典 第475条]
  penalties:
    - id: offender
      basis: 法典 第1170条
      authority: [生态环境主管部门]
      target: 单位和个人
      tiers:
        - {measures: [责令改正, 没收违法所得], fine: {range: {min: 200000, max: 2000000}}}
"""


def asked(bank, *conducts: str) -> list[str]:
    return [item.conduct for item in bank.by_rule["authority"] if item.conduct in conducts]


def test_commonest_authority_is_asked_once_an_article(project) -> None:
    before = asked(project.bank(), "leakage", "leakage-b")
    assert before == ["leakage"]
    bank = project.add(CONDUCTS, TWIN).bank()
    assert project.codes() == []
    assert len(asked(bank, "leakage", "leakage-b")) == 1
    skips = [s for r, s in bank.skips if r == "authority" and "同一条文只问一个行为" in s.reason]
    assert [skip.reason.split("”")[0] for skip in skips if skip.at.file == CONDUCTS] == ["“生态环境主管部门"]


def test_other_authorities_are_asked_of_every_conduct(project) -> None:
    project.replace(CONDUCTS, "authority: [市场监督管理部门]", "authority: [海关]")
    project.add(CONDUCTS, TWIN.replace("生态环境主管部门", "海关").replace("1170", "1182").replace("475", "555"))
    assert sorted(asked(project.bank(), "loud-product", "leakage-b")) == ["leakage-b", "loud-product"]
