"""The locked versions: everything that pyproject.toml asks for, within its bounds, by digests, and with its licence told."""

import re
import tomllib
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.conftest import ROOT
from tests.licences import locked

LOCKED = ROOT / "locked"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED = {
    "build.txt": PROJECT["build-system"]["requires"],
    "run.txt": PROJECT["project"]["dependencies"],
    "test.txt": [*PROJECT["project"]["dependencies"], *EXTRAS["test"]],
    "bench.txt": [*PROJECT["project"]["dependencies"], *EXTRAS["test"], *EXTRAS["bench"]],
    "lowest.txt": [*PROJECT["project"]["dependencies"], *EXTRAS["test"]],
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_for_is_locked_within_its_bounds(name: str) -> None:
    """After a change of pyproject.toml or constraints.txt: ``make lock``."""
    versions = {canonicalize_name(package): version for package, version in locked(name).items()}
    for text in ASKED[name]:
        asked = Requirement(text)
        version = versions.get(canonicalize_name(asked.name))
        assert version is not None, asked.name
        assert asked.specifier.contains(version, prereleases=True), (text, version)


@pytest.mark.parametrize("name", ASKED)
def test_every_package_has_its_digests_and_no_address(name: str) -> None:
    text = (LOCKED / name).read_text(encoding="utf-8")
    assert "://" not in text
    parts = re.split(r"^(?=[A-Za-z0-9])", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    for part in parts[1:]:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", part), part[:60]


def test_the_lowest_are_the_lowest() -> None:
    """What pyproject.toml says will do is tried as it stands there, not as some earlier lock had it."""
    versions = {canonicalize_name(package): version for package, version in locked("lowest.txt").items()}
    for text in ASKED["lowest.txt"]:
        asked = Requirement(text)
        bounds = [Version(one.version) for one in asked.specifier if one.operator == ">="]
        if bounds:  # a bound may name no release of its own: 0.14 is met by 0.14.0
            version = Version(versions[canonicalize_name(asked.name)])
            assert version.release[: len(bounds[0].release)] == bounds[0].release, (text, str(version))


def test_what_is_installed_is_what_is_meant() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {
        canonicalize_name(name): version
        for name, _, version in (line.partition("==") for line in lines if line and not line.startswith("#"))
    }
    for name in ("run.txt", "test.txt"):
        for package, version in locked(name).items():
            assert pins.get(canonicalize_name(package), version) == version, (name, package)


def test_every_licence_is_listed() -> None:
    listed = re.findall(
        r"^\| ([\w.-]+) \| (.+) \|$", (LOCKED / "LICENCES.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    listed = listed[1:]  # the head of the table
    assert [name for name, _ in listed] == sorted(locked("run.txt"), key=str.lower)
    assert [name for name, licence in listed if licence == "?"] == []
