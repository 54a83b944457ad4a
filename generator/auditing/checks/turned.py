"""No text in own words allows what its article forbids or demands, demands what it allows, or does what it denies."""

from collections.abc import Iterator

from generator.auditing.aligned import broken_lists, kept_rules, turned_beside
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.contrary import contrary, no_breach
from generator.auditing.meaning import law_of, turned_denials, turned_modes
from generator.auditing.official import Official
from generator.auditing.own_texts import own_texts
from generator.library import Library

#: Fields that tell what to do instead (先查许可证), so that what the article denies is done in them.
_ADVICE = frozenset({("conduct", "do")})
#: Names of breaches, or duties that may tell what is looked for; and lists of what to do and not to do.
_NAMES = frozenset({("conduct", "title"), ("responsibility", "duty")})
_BREACHES = frozenset({("conduct", "title"), ("concordance", "summary")})
_SEEKING = frozenset({"responsibility", "power-item"})
_LISTS = frozenset({("conduct", "do"), ("obligation", "title"), ("obligation", "trigger")})


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E628 for each turn of a text that its article does not take."""
    for own in own_texts(library, official):
        law = law_of(own.law)
        field = (own.kind, own.path[0])
        turns = [*turned_modes(own.text, law), *turned_beside(own.text, own.law)]
        turns += [] if field in _ADVICE else turned_denials(own.text, law)
        turns += kept_rules(own.text, own.kind == "conduct") if field in _NAMES else []
        turns += broken_lists(own.text) if field in _LISTS else []
        turns += contrary(own.text, own.law, field in _BREACHES, library.site.harms)
        turns += no_breach(own.text) if own.kind in _SEEKING else []
        for what in dict.fromkeys(turns):
            yield doubt(own.record, f"用词 {own.place} {what}", own.at, "E628", "：可能同条文相反")


CHECK = Check("turned", "没有把不得说成可以、把可以说成应当、把否定说成肯定", ("E628",), run)
