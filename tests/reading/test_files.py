"""Which files are content, and the wall around the project."""

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.reading import content_files, inside


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "content" / "terms" / "deep").mkdir(parents=True)
    (tmp_path / "outside.yml").write_text("- id: secret\n", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    return root


def found(root: Path, suffixes: tuple[str, ...] = (".yml", ".yaml")) -> tuple[list[str], list[str]]:
    problems = Problems()
    folder = root / "content" / "terms"
    names = [path.relative_to(folder).as_posix() for path in content_files(root, folder, suffixes, problems)]
    return names, [str(problem).split("\n")[0] for problem in problems]


def test_files_come_in_order_of_path_and_hidden_ones_not_at_all(project: Path) -> None:
    for name in ("b.yml", "a.yaml", "deep/c.yml", "_draft.yml", ".x.yml", "deep/_d/e.yml", "README.md", "photo.png"):
        path = project / "content" / "terms" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert found(project) == (["a.yaml", "b.yml", "deep/c.yml"], [])


def test_a_file_in_the_wrong_form_is_told_and_not_passed_over(project: Path) -> None:
    for name in ("a.YML", "b.md"):
        (project / "content" / "terms" / name).touch()
    names, problems = found(project)
    assert names == []
    assert [line[:31] for line in problems] == ["content/terms/a.YML:1:1: E107 这", "content/terms/b.md:1:1: E107 这个"]


def test_links_out_of_the_project_to_folders_and_to_nothing_are_refused(project: Path) -> None:
    terms = project / "content" / "terms"
    (terms / "good.yml").touch()
    (terms / "out.yml").symlink_to(project.parent / "outside.yml")
    (terms / "folder").symlink_to(project.parent / "elsewhere")
    (terms / "near").symlink_to(terms / "deep")
    (terms / "nothing.yml").symlink_to(terms / "missing.yml")
    (terms / "round.yml").symlink_to(terms / "round.yml")
    (terms / "same.yml").symlink_to(terms / "good.yml")
    names, problems = found(project)
    assert names == ["good.yml", "same.yml"]
    assert [line.split(":")[0].removeprefix("content/terms/") for line in problems] == [
        "folder",
        "near",
        "nothing.yml",
        "out.yml",
        "round.yml",
    ]
    assert all(": E106 " in line for line in problems)


def test_a_folder_that_is_itself_a_link_out_is_refused_once(project: Path) -> None:
    terms = project / "content" / "terms"
    (terms / "deep").rmdir()
    terms.rmdir()
    terms.symlink_to(project.parent)
    names, problems = found(project)
    assert names == []
    assert [line.split(" ")[1] for line in problems] == ["E106"]


def test_inside(project: Path) -> None:
    assert inside(project, project / "content" / ".." / "mkdocs.yml")
    assert not inside(project, project / ".." / "outside.yml")
    assert not inside(project, Path("/etc/passwd"))
