"""The search itself, over built files, in Python: what assets/js/core/search.js does in the browser, for tests and benches.

A score is BM25 over the tokens of the query (idf times impact), more for a document whose own name or alias stands in the
query, less for one that lacks part of the query, more again for one of a regulation that the query names.
"""

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.search.packing import read_runs
from generator.search.shards import ARTICLE, OWN, REGULATION, Name, Term, read_shard, shard_path
from generator.search.tokens import HAN, HAN_SIGNS, SPELLED, normalise, query_tokens, shard_of, sounded

#: Names of so many characters may have one wrong, and so many of them are tried.
NEAR_LEAST, NEAR_MOST = 4, 3
#: Names of laws may be shortened to so many characters.
SHORT_LEAST = 4
#: What stands for a law where only a number follows, 法 left out: 固废112.
TOPIC = re.compile(f"([{HAN_SIGNS}]{{2,}})(?= *#?[0-9]{{1,4}}(?![0-9a-z.%{HAN_SIGNS}]))")
#: Characters behind a figure that counts something, and is no article's number.
COUNTED_BY = "年月日天周个元万亿倍吨款项号岁人家只头次分米度小"
#: A name that only a law has, with the number behind it that makes it one: 渔业法38, but not 行政执法38 and not 新法38.
FOREIGN = re.compile(
    f"((?:[{HAN_SIGNS}]+(?<![执违司非守普方做学用新旧老原本该此其各看想办])法|[{HAN_SIGNS}]{{2,}}(?<![本该此这那部新旧老原])条例"
    f"|[{HAN_SIGNS}]{{4,}}(?:办法|规定)|号令) *)(?:#?[0-9]{{1,4}}(?:-[0-9]+)?)(?![0-9a-z.%{HAN_SIGNS}])"
)


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
        asked = self._apart(normalise(query))
        law, near_law = self._regulation(self._cut(asked))
        rest = _without(near_law or law.text, asked) if law else FOREIGN.sub(r"\1 ", asked)
        if not query_tokens(self._cut(rest)):
            rest = asked
        texts = self._readings(rest)
        weights = self._weights(texts)
        if not weights:
            return []
        favoured = set(law.documents) if law else set()
        scores = self._scores(weights, texts, favoured)
        if not scores:
            return []
        allowed = self._allowed(filters or {})
        least = max(scores.values()) * self._meta["rank"]["floor"]
        best = sorted(
            (-score, number)
            for number, score in scores.items()
            if score >= least and (allowed is None or number in allowed)
        )
        found = [(number, -score) for score, number in best[: max(limit, 0)]]
        if found and found[0][0] in self._numbered(weights, favoured):
            found = self._with_next(found, allowed)[:limit]
        return [self._hit(number, score) for number, score in found]

    def _with_next(self, found: list[tuple[int, float]], allowed: set[int] | None) -> list[tuple[int, float]]:
        """Right behind an article that was asked for by its number, what took its place."""
        first, score = found[0]
        after = [
            row[0] for row in self._shown(first)["further"].get("next", []) if allowed is None or row[0] in allowed
        ]
        rest = [pair for pair in found[1:] if pair[0] not in after]
        return [found[0], *((number, score) for number in after), *rest]

    def _apart(self, asked: str) -> str:
        """Letters that spell a law's name apart from the number behind them: huanpingfa31."""
        laws = {name.text for name in self._names(SPELLED.findall(asked)) if name.of == REGULATION}
        return SPELLED.sub(lambda found: f"{found[0]} " if found[0] in laws else found[0], asked)

    def _cut(self, asked: str) -> str:
        kept = asked
        for word in self._meta["stop"]:
            kept = kept.replace(word, " ")
        return kept if query_tokens(kept) else asked

    def _readings(self, text: str) -> list[tuple[str, float]]:
        """The query, and what it may say in other words, each with what its words weigh: synonyms, and names with one wrong character."""
        found = [(text, 1.0)]
        for word, others in _longest(text, self._meta["synonyms"]):
            found += [(text.replace(word, other), self._meta["rank"]["synonym"]) for other in others]
        names = [name for name in self._names(query_tokens(text)) if name.of == OWN]
        joined = self._cut(text).replace(" ", "")
        if HAN.fullmatch(joined) and any(name.text in joined and name.text not in text for name in names):
            found.append((joined, self._meta["rank"]["joined"]))
        if not any(len(name.text) >= NEAR_LEAST and name.text in text for name in names):
            found += [(near, self._meta["rank"]["near"]) for near in _near(text, names)]
        return found

    def _weights(self, texts: Sequence[tuple[str, float]]) -> dict[str, float]:
        """Token → weight: 1 for what was typed, less for what only another reading brings in."""
        weights: dict[str, float] = {}
        for text, weight in texts:
            for token in query_tokens(self._cut(text)):
                weights.setdefault(token, weight)
        return weights

    def _scores(
        self, weights: Mapping[str, float], texts: Sequence[tuple[str, float]], favoured: set[int]
    ) -> dict[int, float]:
        rank = self._meta["rank"]
        sums: dict[int, float] = defaultdict(float)
        matched: dict[int, float] = defaultdict(float)
        whole = self._whole(texts)
        ideal = every = 0.0
        for token, weight in weights.items():
            if term := self._term(token):
                value = weight * self._idf(term)
                ideal += value if weight == 1 else 0
                every += value
                for number, impact in term.rows:
                    if (token in whole and number not in whole[token]) or (
                        favoured and token.startswith("#") and number not in favoured
                    ):
                        continue
                    sums[number] += value * impact / self._meta["full"]
                    matched[number] += value
        ideal = ideal or every
        bonuses = self._bonuses(weights, texts)
        numbered = self._numbered(weights, favoured)
        for number in numbered:
            bonuses[number] = bonuses.get(number, 0) + rank["article"]
        if favoured and not numbered:
            bonus = rank["law"] if any(token.startswith("#") for token in weights) else rank["named"]
            for number in favoured:
                if self._kind(number) == "regulation":
                    bonuses[number] = bonuses.get(number, 0) + bonus
        for number, bonus in bonuses.items():
            sums[number] += bonus
        factors = self._factors(" ".join(text for text, weight in texts if weight != rank["synonym"]))
        scores = {}
        for number, value in sums.items():
            coverage = min(1.0, matched[number] / ideal) if ideal else 1.0
            score = value * (1 - rank["coverage"] + rank["coverage"] * coverage) * factors.get(self._kind(number), 1)
            scores[number] = math.floor(score * (rank["regulation"] if number in favoured else 1) * 1e6 + 0.5) / 1e6
        return scores

    def _whole(self, texts: Sequence[tuple[str, float]]) -> dict[str, set[int]]:
        """Token of a sound → documents that have all tokens of what was typed: letters are initials where they are, not nearly."""
        held: dict[str, set[int]] = defaultdict(set)
        for group in sounded(self._cut(texts[0][0])):
            terms = [self._term(token) for token in group]
            rows = [{number for number, _ in term.rows} if term else set() for term in terms]
            documents = set.intersection(*rows)
            for token in group:
                held[token] |= documents
        return held

    def _idf(self, term: Term) -> float:
        return math.log(1 + (self._meta["documents"] - term.frequency + 0.5) / (term.frequency + 0.5))

    def _bonuses(self, weights: Mapping[str, float], texts: Sequence[tuple[str, float]]) -> dict[int, float]:
        """For documents whose own name stands in the query, as typed or in another reading."""
        bonuses: dict[int, float] = {}
        for name in self._names(weights):
            text, reading = next((reading for reading in texts if name.text in reading[0]), ("", 0.0))
            if name.of == OWN and text:
                terms = [self._term(token) for token in query_tokens(name.text) if token in weights]
                share = min(1.0, len(name.text) / max(len(text.replace(" ", "")), 1))
                weight = reading * self._meta["rank"]["name"] * sum(self._idf(t) for t in terms if t)
                for number in name.documents:
                    bare = reading != self._meta["rank"]["joined"] and self._kind(number) in self._meta["bare"]
                    asked = share == 1 and (texts[0][0].isascii() or bare)
                    bonus = weight * (self._meta["rank"]["exact"] if asked else 0.5 + 0.5 * share)
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

    def _regulation(self, kept: str) -> tuple[Name | None, str]:
        """The longest name of a law at the edge of a run; where a number is asked, it may be shortened, or have one wrong character.

        Returns:
            The name, and what stands for it, '' where it stands itself.
        """
        tokens = query_tokens(kept)
        names = [name for name in self._names(tokens) if name.of == REGULATION]
        exact = max(
            (n for n in names if _stands_at_edge(n.text, kept)), key=lambda n: (len(n.text), n.text), default=None
        )
        if not any(token.startswith("#") for token in tokens):
            return exact, ""
        short = max(
            ((name, part) for name in names if (part := _shortened(name.text, kept))),
            key=lambda pair: (len(pair[1]), -len(pair[0].text), pair[0].text),
            default=None,
        )
        if short and len(short[1]) > len(exact.text if exact else ""):
            return short
        if exact:
            return exact, ""
        topics = {f"{topic}法": topic for topic in TOPIC.findall(kept)}
        if topical := max((n for n in names if n.text in topics), key=lambda n: (len(n.text), n.text), default=None):
            return topical, topics[topical.text]
        near = [
            (name, window)
            for name in names
            for window in _windows(kept, len(name.text))
            if len(name.text) > 2 and _apart(name.text, window) == 1 and _stands_at_edge(window, kept)
        ]
        return max(near, key=lambda pair: (len(pair[0].text), pair[0].text, pair[1]), default=(None, ""))

    def _names(self, weights: Iterable[str]) -> list[Name]:
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
        shown = self._shown(number)
        return Hit(number, score, shown["url"], shown["title"], shown["kind"], shown["regulation"], shown["article"])

    def _shown(self, number: int) -> dict[str, Any]:
        chunk = json.loads(self._files[f"d/{number // self._meta['chunk']}.json"])
        shown = dict(zip(self._meta["shown"], chunk["documents"][number % self._meta["chunk"]], strict=True))
        return {**shown, "regulation": chunk["regulations"][shown["regulation"]]}


def _without(law: str, asked: str) -> str:
    """The query without the name of its law; a number right behind it is an article's, whatever follows: 法典1108能拘留吗."""
    marked = re.sub(rf"({re.escape(law)} *)([0-9]{{1,4}})(?![0-9a-z.%{COUNTED_BY}])", r"\1 #\2 ", asked)
    return marked.replace(law, " ")


def _stands_at_edge(name: str, text: str) -> bool:
    """Whether a run of characters begins or ends with the name: 水法 in 违反水法, but not in 废水法律责任."""
    at = text.find(name)
    if at < 0:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
    return not HAN.match(before) or not HAN.match(after)


def _shortened(name: str, text: str) -> str:
    """The end of a run that shortens a name, as 建设项目条例 does 建设项目环境保护管理条例: it begins and ends alike,
    in its first character alone where it has more than half of the name (固废污染环境防治法), and leaves out the rest.
    """
    for run in HAN.findall(text):
        for at in range(len(run) - SHORT_LEAST + 1):
            part: str = run[at:]
            alike = part[:2] == name[:2] or (part[0] == name[0] and 2 * len(part) > len(name))
            if len(part) < len(name) and alike and part[-1] == name[-1]:
                rest = iter(name)
                if all(character in rest for character in part):
                    return part
    return ""


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in the text; one of letters and figures not within another."""
    if not word.isascii():
        return word in text
    return re.search(rf"(?<![0-9a-z]){re.escape(word)}(?![0-9a-z])", text) is not None


def _longest(text: str, synonyms: Iterable[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """The words of the text that have synonyms, without those that only stand within a longer one: 抽水机 is no 抽水."""
    held = [(word, others) for word, others in synonyms if _holds(text, word)]
    words = [word for word, _ in held]
    return [(word, others) for word, others in held if word in _beside(text, word, words)]


def _beside(text: str, word: str, words: Iterable[str]) -> str:
    """The text without those of the words that are longer than this one and hold it."""
    for other in sorted(words, key=lambda one: (-len(one), one)):
        if word in other and word != other:
            text = text.replace(other, " ")
    return text


def _windows(text: str, length: int) -> Iterator[str]:
    for at in range(len(text) - length + 1):
        yield text[at : at + length]


def _apart(one: str, other: str) -> int:
    """In how many places two strings of one length differ."""
    return sum(a != b for a, b in zip(one, other, strict=True))


def _near(text: str, names: Iterable[Name]) -> list[str]:
    """The text with a name put in where one stands but for a character: the longest names, few."""
    found: dict[str, tuple[int, str]] = {}
    for name in names:
        if len(name.text) >= NEAR_LEAST and HAN.fullmatch(name.text):
            for window in _windows(text, len(name.text)):
                if HAN.fullmatch(window) and _apart(name.text, window) == 1:
                    found.setdefault(text.replace(window, name.text), (len(name.text), name.text))
    return sorted(found, key=lambda near: (-found[near][0], found[near][1]))[:NEAR_MOST]
