"""Only steps whose order the articles fix are put in order."""

FILE = "content/procedures/pond.yml"
ID = "procedure-order/pond-permit/1-3-4-5"


def titles(item) -> list[str]:
    return [item.options[place].text for place in item.response.sequence]


def test_chain_follows_what_is_fixed(bank) -> None:
    item = bank.by_id[ID]
    assert titles(item) == ["提出承包申请", "受理材料", "现场查看", "作出批复"]
    assert item.response.sequence != (0, 1, 2, 3)
    assert "“池塘承包的审批”" in item.stem
    assert "公示承包方案" not in [o.text for o in item.options]
    assert item.facts == ("procedure/pond-permit/order",)


def test_chain_too_short_is_refused(project) -> None:
    bank = project.replace(
        FILE, "县政府, basis: [法典 第192条], after: [asked]", "县政府, basis: [法典 第192条]"
    ).bank()
    assert ID not in bank.by_id
    skips = [s.reason for r, s in bank.skips if r == "procedure-order" and s.at.file == FILE]
    assert skips == ["条文固定了先后的步骤连起来不足 4 步"]


def test_two_ways_to_the_end_make_two_items(project) -> None:
    project.replace(FILE, "basis: [法典 第191条]}", "basis: [法典 第191条], key: shown}")
    project.replace(FILE, "after: [asked]", "after: [asked, shown]")
    bank = project.bank()
    assert {item.id for item in bank.by_rule["procedure-order"]} == {
        ID,
        "procedure-order/pond-permit/2-3-4-5",
    }
    assert titles(bank.by_id["procedure-order/pond-permit/2-3-4-5"])[0] == "公示承包方案"


def test_step_without_basis_is_refused(project) -> None:
    bank = project.replace(FILE, "actor: 县政府, basis: [法典 第193条]", "actor: 县政府").bank()
    assert ID not in bank.by_id
