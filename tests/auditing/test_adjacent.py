"""The word right after 可以, 应当 and 不得."""

import pytest

from generator.auditing.adjacent import turned_words

LAW = (
    "受托组织不得再委托其他组织。主管部门应当组织听证，当事人有要求听证的权利，可以依法申请回避。上级机关可以直接作出处罚决定。"
    "查封、扣押的财物不得使用；能够回收的，应当回收。当事人可以申请，机关应当受理申请。"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("可以再委托别人", ["委托"]),
        ("不得再委托别人", []),
        ("可以要求听证", []),
        ("应当直接作出处罚决定", ["作出"]),
        ("可以使用查封的财物", ["使用"]),
        ("不得作出决定", ["作出"]),
        ("不能回收的做污染防治", []),
        ("可以申请受理，应当申请", []),
        ("应当知道的事", []),
    ],
)
def test_the_word_after_a_mode_stands_so_in_the_law(text: str, found: list[str]) -> None:
    assert [what[4:6] for what in turned_words(text, LAW)] == found
