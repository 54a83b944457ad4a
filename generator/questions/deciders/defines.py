"""Whether a definition is that of a term; of match items alone."""

from generator.kinds.term import Term
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: whether ``said.text`` begins the definition of the term ``said.prompt``.

    Not decided where the text begins no definition or several, or where the two terms are linked, so that one may be the other.
    """
    terms = library.of("term", Term)
    term = next((one for one in terms if one.title == said.prompt), None)
    meant = [one for one in terms if one.definition == said.text or one.definition.startswith(f"{said.text}。")]
    if term is None or len(meant) != 1:
        return None
    if meant[0].id == term.id:
        return True
    linked = term.id in meant[0].related or meant[0].id in term.related
    return None if linked or term.title in said.text else False


DECIDER = Decider("defines", decide)
