"""Chains that people write: parts and sheets become those of an item, and what is no chain is told."""

from generator.questions import types
from generator.questions.chained import chain_of

WRITTEN = """
- id: pump-at-night
  type: chain
  stem: 夜里，某园的泵在响。
  sheets: [{title: 值班记录, lines: [泵房值班], head: [时间, 水表], rows: [["22:00", "10"], ["23:00", "24"]]}]
  parts:
    - stem: 园主应当先做什么？
      options:
        - {text: 办理登记, correct: true, why: 取水以前先登记。}
        - {text: 加一只泵, why: 加泵不能代替登记。}
        - {text: 换一只表, why: 换表不能代替登记。}
      explanation: 法典第304条写明取水以前先登记。
      basis: [法典 第304条]
    - stem: 记录里能看出的有：
      several: true
      options:
        - {text: 夜里抽了水, correct: true, why: 水表走了十四吨。}
        - {text: 表在走, correct: true, why: 读数变了。}
        - {text: 登记过, why: 记录没有写。}
      explanation: 读数从10到24。
      basis: [法典 第304条]
    - stem: 水表一小时走了多少？
      options:
        - {text: 10吨, why: 那是起初的读数。}
        - {text: 14吨, correct: true, why: 24减10。}
        - {text: 24吨, why: 那是后来的读数。}
      explanation: 24减10是14。
      basis: [法典 第310条]
  explanation: 取水以前先登记。
  basis: [法典 第304条]
  topics: [marsh]
"""


def test_a_chain_that_people_write_is_an_item_with_sheets_and_parts(project) -> None:
    bank = project.add("quizzes/questions/chains.yml", WRITTEN).bank()
    assert project.codes() == []
    item = bank.by_id["authored/pump-at-night"]
    chain = chain_of(item)
    assert item.thought == "应用"
    assert chain.evidence[0].rows[1] == ("23:00", "24")
    assert [part.sort for part in chain.parts] == ["单选", "不定项", "单选"]
    assert [option.text for option in chain.parts[2].options] == ["10吨", "14吨", "24吨"]
    assert [basis.article for basis in item.basis] == [304, 310]
    assert types.of(item).takes(item) == 3
    assert types.answer(item).count("（") == 3


def test_two_keys_in_a_part_with_one_is_told(project) -> None:
    text = WRITTEN.replace("{text: 加一只泵, why", "{text: 加一只泵, correct: true, why")
    project.add("quizzes/questions/chains.yml", text).bank()
    assert "E403" in project.codes()


def test_two_parts_are_too_few_and_options_of_its_own_are_none_of_a_chain(project) -> None:
    short = WRITTEN.replace(
        WRITTEN[WRITTEN.index("    - stem: 水表一小时") : WRITTEN.index("  explanation: 取水以前")], ""
    )
    project.add("quizzes/questions/chains.yml", short).bank()
    assert "E403" in project.codes()
