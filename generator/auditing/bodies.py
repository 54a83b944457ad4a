"""Bodies that a text in own words names, against those of its article, by the matter that names them (公安, 生态环境, 法院).

A text shortens names (生态环境部门), a law lists several before one end (农业农村、水行政主管部门), and older laws call a body otherwise
(环境保护行政主管部门); what stays is the matter.
"""

import re
from collections.abc import Iterator
from functools import cache

from generator.legal.bodies import matters


def strangers(text: str, law: str) -> Iterator[str]:
    """Matters of the bodies that a text names and its articles don't, each once."""
    for matter in dict.fromkeys(found[1] for found in _named().finditer(text)):
        if not any(word in law for word in matters()[matter]):
            yield matter


@cache
def _named() -> re.Pattern[str]:
    """A body by its matter, with the word behind it that makes it one."""
    words = "|".join(sorted(matters(), key=len, reverse=True))
    return re.compile(f"({words})(?=[^，。；：]{{0,18}}(?:部门|机关|机构|检察院)|院|法院)")
