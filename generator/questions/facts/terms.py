"""Terms and what they mean: which definitions can stand beside each other, and which tell their term."""

from generator.kinds.term import Term
from generator.library import Library


def meaning(text: str) -> str:
    """What the term means; advice that follows in further sentences stays for the explanation."""
    return text.split("。", 1)[0]


def told(definition: str, title: str, wrong: list[str]) -> bool:
    """Whether words of two characters that stand in the definition and in no wrong option make up half of the term."""
    found = set()
    for at in range(len(title) - 1):
        word = title[at : at + 2]
        if word in definition and not any(word in other for other in wrong):
            found |= {at, at + 1}
    return 2 * len(found) >= len(title)


def apart(library: Library, term: Term, other: Term) -> bool:
    """Whether the other term surely means something else: not linked, no words or place shared, not wider or narrower."""
    if other.id == term.id or other.id in term.related or term.id in other.related:
        return False
    if set(term.topics) & set(other.topics) - library.general_topics or set(term.basis) & set(other.basis):
        return False
    pairs = {term.title[i : i + 2] for i in range(len(term.title) - 1)}
    return not any(pair in other.title for pair in pairs) and term.title not in other.definition
