"""An exam read back from its folder is the exam that was written, whatever types its items are of."""

from generator.exports.bundle import bundle, wanted_formats
from generator.exports.reread import read_exam
from generator.problems import Problems
from generator.questions.bank import Bank
from tests.exports import _every
from tests.exports._paper import LIBRARY


def test_every_type_comes_back(tmp_path) -> None:
    exam = _every.exam(forms="AB")
    outcome = bundle(LIBRARY, Bank(tuple(_every.ITEMS.values())), exam, wanted_formats(()))
    for name, content in outcome.named.items():
        (tmp_path / name).write_bytes(content)
    problems = Problems()
    found = read_exam(tmp_path, problems)
    assert list(problems) == []
    assert found is not None
    again, day = found
    assert day == LIBRARY.as_of
    assert again.blueprint.total == exam.blueprint.total == 22
    for one, two in zip(exam.papers, again.papers, strict=True):
        assert (one.form, one.count, one.alone) == (two.form, two.count, two.alone)
        assert [item.response for item in one.items] == [item.response for item in two.items]
        assert [item.options for item in one.items] == [item.options for item in two.items]
