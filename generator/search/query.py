"""The search itself, over built files, in Python: what assets/js/core/search.js does in the browser, for tests and benches.

A score is BM25 over the tokens of the query (idf times impact), more for a document whose own name or alias stands in the
query, less for one that lacks part of the query, more again for one of a regulation that the query names.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.search.packing import read_runs
from generator.search.shards import ARTICLE, OWN, REGULATION, Name, Term, read_shard, shard_path
from generator.search.tokens import HAN, normalise, query_tokens, shard_of


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found: its number, its score to six places, and what its chunk shows of it."""

    number: int
    score: float
    url: str
    title: str
    kind: str
    regulation: str
    article: str


class Searcher:
    """Searches the files that build_index() made."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files
        self._meta: dict[str, Any] = json.loads(files["index.json"])
        self._shards: dict[int, tuple[dict[str, Term], list[Name]]] = {}

    def search(self, query: str, limit: int = 10, filters: Mapping[str, Iterable[str]] | None = None) -> list[Hit]:
        """The best documents, best first; equals in the order of the index.

        Args:
            query: anything; one without a token finds nothing.
            limit: how many at most.
            filters: a document must have, under each name, one of the values; unknown names and values match nothing.
        """
        asked = normalise(query)
        kept = self._cut(asked)
        weights = self._weights(kept)
        if not weights:
            return []
        regulation = self._regulation(kept, weights)
        if regulation and (rest := self._weights(kept.replace(regulation.text, " "))):
            weights = rest
        scores = self._scores(weights, asked, set(regulation.documents) if regulation else set())
        allowed = self._allowed(filters or {})
        best = sorted((-score, number) for number, score in scores.items() if allowed is None or number in allowed)
        return [self._hit(number, -score) for score, number in best[: max(limit, 0)]]

    def _cut(self, asked: str) -> str:
        kept = asked
        for word in self._meta["stop"]:
            kept = kept.replace(word, " ")
        return kept if query_tokens(kept) else asked

    def _weights(self, text: str) -> dict[str, float]:
        weights = dict.fromkeys(query_tokens(text), 1.0)
        for word, others in self._meta["synonyms"]:
            if word in text:
                for other in others:
                    for token in query_tokens(text.replace(word, other)):
                        weights.setdefault(token, self._meta["rank"]["synonym"])
        return weights

    def _scores(self, weights: Mapping[str, float], asked: str, favoured: set[int]) -> dict[int, float]:
        rank = self._meta["rank"]
        sums: dict[int, float] = defaultdict(float)
        matched: dict[int, float] = defaultdict(float)
        ideal = 0.0
        for token, weight in weights.items():
            if term := self._term(token):
                value = weight * self._idf(term)
                ideal += value if weight == 1 else 0
                for number, impact in term.rows:
                    sums[number] += value * impact / self._meta["full"]
                    matched[number] += value
        bonuses = self._bonuses(weights, asked)
        for number in self._numbered(weights, favoured):
            bonuses[number] = bonuses.get(number, 0) + rank["article"]
        for number, bonus in bonuses.items():
            sums[number] += bonus
        factors = self._factors(asked)
        scores = {}
        for number, value in sums.items():
            coverage = min(1.0, matched[number] / ideal) if ideal else 1.0
            score = value * (1 - rank["coverage"] + rank["coverage"] * coverage) * factors.get(self._kind(number), 1)
            scores[number] = math.floor(score * (rank["regulation"] if number in favoured else 1) * 1e6 + 0.5) / 1e6
        return scores

    def _idf(self, term: Term) -> float:
        return math.log(1 + (self._meta["documents"] - term.frequency + 0.5) / (term.frequency + 0.5))

    def _bonuses(self, weights: Mapping[str, float], asked: str) -> dict[int, float]:
        bonuses: dict[int, float] = {}
        for name in self._names(weights):
            if name.of == OWN and name.text in asked:
                terms = [self._term(token) for token in query_tokens(name.text) if token in weights]
                share = min(1.0, len(name.text) / max(len(asked.replace(" ", "")), 1))
                bonus = self._meta["rank"]["name"] * (0.5 + 0.5 * share) * sum(self._idf(t) for t in terms if t)
                for number in name.documents:
                    bonuses[number] = max(bonus, bonuses.get(number, 0))
        return bonuses

    def _numbered(self, weights: Mapping[str, float], favoured: set[int]) -> set[int]:
        """Articles whose number is asked for; of the regulation that is named, where one is."""
        numbers = {
            number
            for name in self._names(weights)
            if name.of == ARTICLE and name.text in weights
            for number in name.documents
        }
        return numbers & favoured if favoured else numbers

    def _factors(self, asked: str) -> dict[str, float]:
        """Factor of each kind for this question."""
        factors = dict(self._meta["factors"])
        for words, kinds in self._meta["intents"]:
            if any(word in asked for word in words):
                for kind, factor in kinds.items():
                    factors[kind] = factors.get(kind, 1) * factor
        return factors

    def _kind(self, number: int) -> str:
        for kind, first, last in self._meta["runs"]:
            if first <= number < last:
                return str(kind)
        return ""

    def _regulation(self, kept: str, weights: Mapping[str, float]) -> Name | None:
        named = [n for n in self._names(weights) if n.of == REGULATION and _stands_at_edge(n.text, kept)]
        return max(named, key=lambda n: (len(n.text), n.text), default=None)

    def _names(self, weights: Mapping[str, float]) -> list[Name]:
        shards = dict.fromkeys(shard_of(token, self._meta["shards"]) for token in weights)
        return [name for shard in shards for name in self._shard(shard)[1]]

    def _term(self, token: str) -> Term | None:
        return self._shard(shard_of(token, self._meta["shards"]))[0].get(token)

    def _shard(self, shard: int) -> tuple[dict[str, Term], list[Name]]:
        if shard not in self._shards:
            self._shards[shard] = read_shard(self._files[shard_path(shard)])
        return self._shards[shard]

    def _allowed(self, filters: Mapping[str, Iterable[str]]) -> set[int] | None:
        allowed: set[int] | None = None
        for name, wanted in filters.items():
            holders: set[int] = set()
            chosen, at = set(wanted), 0
            for value, _, size in self._meta["filters"].get(name, []):
                if value in chosen:
                    runs = read_runs(self._files[f"f/{name}.bin"][at : at + size])
                    holders.update(number for run in runs for number in run)
                at += size
            if chosen:
                allowed = holders if allowed is None else allowed & holders
        return allowed

    def _hit(self, number: int, score: float) -> Hit:
        chunk = json.loads(self._files[f"d/{number // self._meta['chunk']}.json"])
        shown = dict(zip(self._meta["shown"], chunk["documents"][number % self._meta["chunk"]], strict=True))
        law = chunk["regulations"][shown["regulation"]]
        return Hit(number, score, shown["url"], shown["title"], shown["kind"], law, shown["article"])


def _stands_at_edge(name: str, text: str) -> bool:
    """Whether a run of characters begins or ends with the name: 水法 in 违反水法, but not in 废水法律责任."""
    at = text.find(name)
    if at < 0:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
    return not HAN.match(before) or not HAN.match(after)
