"""What the bank does not ask: acts that two provisions punish, and texts that may no longer read so.

Where other law stands beside a conduct's own (``Conduct.beside``), an item on it would teach one of two provisions as the law;
where the text awaits alignment with the Code, it may have changed; and what an article adds for all that it does not name
(违反…的其他规定) is no act that a question can tell.  Rules may use such conduct to tell what is false, never
as what they ask.
"""

import re

from generator.kinds.conduct import BOTH_STAND, Conduct
from generator.library import Library
from generator.questions.item import Item

#: The title of a conduct that an article adds to catch whatever it has not named.
_REST = re.compile(r"^违反[^，]*其他(?:规定|要求)")


def unasked(library: Library, item: Item) -> str | None:
    """Why the item must not be asked; None where nothing stands in its way.

    An item that names a conduct is about that; one that names none is about what the articles it cites punish, and must not
    be asked where no conduct under one of them may be.
    """
    own = library.get("conduct", item.conduct or "")
    if isinstance(own, Conduct):
        if own.asked and _REST.search(own.title):
            return "条文兜底的一项，没有说出是什么行为"
        return None if own.asked else _why(own)
    for basis in item.basis:
        punished = [entry.conduct for entry in library.penalties_under(basis.regulation, basis.key)]
        if punished and not any(conduct.asked for conduct in punished):
            return _why(punished[0])
    return None


def _why(conduct: Conduct) -> str:
    if not conduct.beside:
        return "依据的文本待与现行法衔接，不出题"
    return "别的规定也罚这一行为，按那一处" if conduct.prevails == "beside" else f"别的规定也罚这一行为，{BOTH_STAND}"
