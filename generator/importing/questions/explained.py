"""What our own exports put into one explanation: why each option is right or wrong, and the articles, in lines of their own."""

import re
from dataclasses import replace

from generator.importing.questions.base import Raw
from generator.questions.item import letter

_BASIS = re.compile(r"(?:^|\s)依据[：:]\s*(?P<basis>[^\n]+?)\s*$")
_SAMPLE = "（示例）"


def apart(raw: Raw) -> Raw:
    """The question with its explanation taken apart, where it has such lines, and with its mark of a sample read."""
    kept = raw.kept
    explanation = raw.explanation.strip()
    basis = _BASIS.search(explanation)
    if basis and not kept.basis:
        kept = replace(kept, basis=tuple(part.strip() for part in basis["basis"].split("；") if part.strip()))
        explanation = explanation[: basis.start()].rstrip()
    whys = _whys(explanation, len(raw.options))
    if whys and not kept.whys:
        at, texts = whys
        kept, explanation = replace(kept, whys=texts), explanation[:at].rstrip()
    stem = raw.stem
    if stem.startswith(_SAMPLE):
        stem, kept = stem.removeprefix(_SAMPLE), replace(kept, sample=True)
    return replace(raw, stem=stem, explanation=explanation, kept=kept)


def _whys(text: str, count: int) -> tuple[int, tuple[str, ...]] | None:
    """Where ``A：… B：…`` begins, one for each option in order, and their texts."""
    starts: list[tuple[int, int]] = []
    at = 0
    for place in range(count):
        found = re.compile(rf"(?:^|\s){letter(place)}：").search(text, at)
        if found is None:
            return None
        starts.append((found.start(), found.end()))
        at = found.end()
    if not starts:
        return None
    ends = [*(start for start, _ in starts[1:]), len(text)]
    texts = tuple(text[begin:end].strip() for (_, begin), end in zip(starts, ends, strict=True))
    return (starts[0][0], texts) if all(texts) else None
