"""Content packs: the project's own goes before, what does not apply is left out, and what named it is cut or goes too."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.kinds.conduct import Conduct
from generator.kinds.obligation import Obligation
from generator.library import packed
from generator.library.packs._base import Pack
from tests.conftest import ROOT

RIVERS = ROOT / "tests" / "fixtures" / "extension" / "river_office" / "rivers"
Take = Callable[..., Any]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's pack, as if it were installed: a copy to be changed."""
    root = tmp_path / "pack"
    shutil.copytree(RIVERS, root)
    monkeypatch.setattr(packed, "available", lambda: (Pack("rivers", "试验河流的内容", root),))
    return root


@pytest.fixture
def take(pack: Path, write: Callable[[str, str], Path], built: Callable[..., Any]) -> Take:
    """The library of a project that takes the pack, and its problems, from the options of site.yml and further files."""

    def taken(options: str = "", files: dict[str, str] | None = None) -> Any:
        write("content/site.yml", f"packs:\n  - {{name: rivers{options}}}\n")
        for name, text in (files or {}).items():
            write(name, text)
        library, problems = built()
        return library, [str(problem).split("\n")[0] for problem in problems if problem.code != "W112"]

    return taken


def test_what_does_not_apply_goes_with_what_rests_on_it_alone(take: Take) -> None:
    library, problems = take()
    assert problems == []
    assert [one.id for one in library.regulations] == ["sand-law"]
    (conduct,) = library.of("conduct", Conduct)
    assert (conduct.id, conduct.beside, conduct.prevails) == ("sand-no-permit", (), None)
    (duty,) = library.of("obligation", Obligation)
    assert [basis.regulation for basis in duty.basis] == ["sand-law"]
    assert duty.breach == ("sand-no-permit",)
    assert library.all("exemption") == ()  # listed by a rule of the other place, though the law is cited too
    (told,) = library.packs
    assert set(told.left_out) == {
        ("regulation", "east-rule"),
        ("conduct", "sand-no-record"),
        ("obligation", "record-kept"),
        ("exemption", "east-list"),
    }
    assert set(told.cut) == {("conduct", "sand-no-permit"), ("obligation", "permit-first")}
    assert told.replaced == ()
    assert told.count == sum(len(records) for records in library.records.values())


def test_at_home_everything_is_taken(take: Take) -> None:
    library, problems = take(", regions: [东省]")
    assert problems == []
    (told,) = library.packs
    assert (told.left_out, told.cut, told.replaced) == ((), (), ())
    assert len(library.of("conduct", Conduct)) == 2


def test_a_record_of_ones_own_takes_the_place_and_kinds_can_be_all_ones_own(take: Take) -> None:
    units = "- {id: west-office, name: 西省河务局, unit_class: 部门, source: 自己的}\n"
    duty = "- {id: permit-first, title: 先领证, basis: [采砂法 第2条]}\n"
    law = "- {id: sand-law, title: 试验采砂法, short_title: 采砂法, rank: 法律, issuer: 甲, versions: [{effective: 2020-01-01}], source: s}\n"
    files = {"content/units/u.yml": units, "content/obligations/o.yml": duty, "content/regulations/r.yml": law}
    library, problems = take(", own: [unit], without: {industry: [dredging]}", files)
    assert problems == []
    assert [one.name for one in library.units] == ["西省河务局"]
    assert library.get("obligation", "permit-first").title == "先领证"
    (told,) = library.packs
    assert set(told.replaced) == {("obligation", "permit-first"), ("regulation", "sand-law")}
    assert {("unit", "east-office"), ("industry", "dredging")} <= set(told.left_out)
    assert library.get("conduct", "sand-no-permit").penalties[0].basis.regulation == "sand-law"


def test_ones_own_content_cites_the_law_of_the_pack_and_not_what_was_left_out(take: Take) -> None:
    duty = "- {id: mine, title: 自己的事, basis: [试验采砂法 第2条]}\n- {id: other, title: 别处的事, basis: [试验东省采砂规定 第2条]}\n"
    library, problems = take("", {"content/obligations/o.yml": duty})
    assert library.get("obligation", "mine") is not None
    assert len(problems) == 1
    assert problems[0].startswith("content/obligations/o.yml:2:")
    assert "没有名为“试验东省采砂规定”的法规" in problems[0]


def test_an_update_of_the_pack_comes_without_a_merge(take: Take, pack: Path) -> None:
    assert take()[0].get("topic", "sand").title == "采砂"
    topics = pack / "content" / "topics" / "t.yml"
    topics.write_text(topics.read_text(encoding="utf-8").replace("采砂", "河道采砂"), encoding="utf-8")
    assert take()[0].get("topic", "sand").title == "河道采砂"


def test_words_for_the_search_come_along_unless_there_are_own(
    take: Take, write: Callable[[str, str], Path], built: Any
) -> None:
    assert take()[0].site.synonyms == {"偷沙": ("擅自采砂",)}
    assert take()[0].site.name == "普法"
    write("content/site.yml", "synonyms: {}\npacks: [{name: rivers}]\n")
    assert built()[0].site.synonyms == {}


def test_faults_of_the_pack_and_of_its_use_are_named(take: Take, pack: Path, write: Any, built: Any) -> None:
    (pack / "content" / "topics" / "t.yml").write_text("- {id: sand}\n", encoding="utf-8")
    _, problems = take(", own: [boats]")
    assert any(line.startswith("rivers:content/topics/t.yml:1:3: E20") for line in problems)
    assert any("packs 里写的“boats”不是内容种类" in line for line in problems)
    write("content/site.yml", "packs: [{name: seas}]\n")
    _, found = built()
    assert [str(one).split("\n")[0] for one in found] == ["content/site.yml:1:1: E301 没有装名为“seas”的内容包"]
