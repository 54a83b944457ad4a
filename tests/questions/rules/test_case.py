"""Cases: facts in paragraphs, points with their marks; only a person decides the answer."""

FILE = "content/cases/pond.yml"


def test_case_as_it_is_asked(bank) -> None:
    item = bank.by_id["case/pond-fish"]
    lead, *facts = item.stem.split("\n")
    assert lead.endswith("。")
    assert facts == ["某厂把废油排进池塘。", "第二天塘里的鱼都死了。"]
    assert [step.ask for step in item.response.steps] == ["罚多少？", "谁来证明因果关系？"]
    assert [step.marks for step in item.response.steps] == [12, 8]
    assert item.sample
    assert item.claim is None
    assert item.conduct == "oil"
    assert {basis.locus for basis in item.basis} == {"第1136条第1款", "第1080条", "第1136条"}
    assert "塘里的死鱼：谁来证明" in item.explanation
    assert "生态环境法典第1080条、第1136条" in item.explanation


def test_basis_out_of_force_kills_it(project) -> None:
    bank = project.replace(FILE, "points: 5, basis: [法典 第1080条", "points: 5, basis: [大气污染防治法 第99条").bank()
    assert "case/pond-fish" not in bank.by_id
    assert [s.reason for r, s in bank.skips if r == "case"] == ["答案要点没有依据，或者依据没有施行"]
