"""The keys of all forms of an exam, from the folder that ``pufa exam`` wrote or from data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.exports.bundle import MANIFEST, NotWhole, read_bundle
from generator.gate import raising
from generator.problems import Place, Problems
from generator.sitting.key import Key, NoKey, key_of

_HINT = "用 pufa exam 写出的原文件夹；没有了就用同样的方案、种子和日期重新组卷。"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of an exam.

    Attributes:
        forms: name of the form → its key, in order; at least one.
        drawn: whether every candidate has a form of their own, named by their number.
    """

    forms: Mapping[str, Key]
    drawn: bool

    @property
    def first(self) -> Key:
        """The first form, which tells what all share: title, marking, pass mark."""
        return next(iter(self.forms.values()))

    @property
    def longest(self) -> int:
        """Number of questions of the longest form."""
        return max(len(key.items) for key in self.forms.values())

    def find(self, written: str, number: str) -> Key | None:
        """The form that a candidate sat.

        Args:
            written: what stands under 卷别: ``A``, ``a卷``, or the whole 卷号; may be empty.
            number: the candidate's, which names the form where each has their own.
        """
        if self.drawn:
            return self.forms.get(number) if written in ("", number) else self.forms.get(_form(written, self.first))
        if not written:
            return self.first if len(self.forms) == 1 else None
        return self.forms.get(_form(written, self.first))


def _form(written: str, key: Key) -> str:
    plain = written.removesuffix("卷").strip()
    code = f"{key.blueprint}-{key.seed}"
    if plain.lower() == code.lower():
        return key.form
    plain = plain[len(code) + 1 :] if plain.lower().startswith(f"{code}-".lower()) else plain
    return plain.upper() if len(plain) == 1 else plain


def keys_of(documents: Iterable[Any], drawn: bool = False) -> Keys:
    """Keys from the contents of ``key.json`` files.  Raises NoKey where one is none."""
    found = {key.form: key for key in map(key_of, documents)}
    if not found:
        raise NoKey("一份卷也没有")
    return Keys(found, drawn)


def exam_folder(folder: Path, blueprint: str) -> Path | None:
    """``folder`` itself where it holds a manifest, else the one folder in it that holds an exam of ``blueprint``; None else."""
    if (folder / MANIFEST).is_file():
        return folder
    inside = sorted(path.parent for path in folder.glob(f"{blueprint}-*/{MANIFEST}"))
    inside = [path for path in inside if path.name.removeprefix(f"{blueprint}-").lstrip("-").isdecimal()]
    return inside[0] if len(inside) == 1 else None


def read_keys(folder: Path, blueprint: str, problems: Problems) -> Keys | None:
    """Read the keys of the exam in ``folder``; an E505 and None where they are not as ``pufa exam`` wrote them."""
    at = Place(f"{folder.name}/{MANIFEST}")
    try:
        manifest, documents = read_bundle(folder)
        with raising(NoKey, "清单不合格式"):
            if manifest["blueprint"] != blueprint:
                raise NoKey(f"这是“{manifest['blueprint']}”的试卷，不是“{blueprint}”的")
            return keys_of(documents, bool(manifest["drawn"]))
    except (NotWhole, NoKey) as reason:
        problems.error(at, "E505", str(reason), _HINT)
    return None
