"""Whether a text in own words turns against its article: allows what the article forbids or demands, does what it denies.

Own words are not the law's, so that what is compared is what the two share: the words that follow 可以 and 应当 in the text stand
somewhere in the article, under 可以, under 应当 or under 不得; a word that the article denies stands in the text, denied or not.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

#: Words without which a pair of letters means nothing of its own.
_EMPTY = frozenset("的了和与及或者并在由对把等其为是")
_SENTENCE = re.compile(r"[^。；\n]+")
_CLAUSE = re.compile(r"[^，。；：\n（）]+")
#: What an article says of what follows it: allowed, demanded, forbidden.
_MODES: tuple[tuple[str, str], ...] = (
    ("may", "可以|有权|鼓励|自愿|允许|享有|方可|能够|的权利"),
    ("must", "应当(?!知道)|必须"),
    ("no", "不得|禁止|严禁"),
    ("do", "责令"),
)
_MODE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _MODES))
#: 许 that allows, in own words: not that of 不许, 或许, 许可.
_ALLOWS = r"(?<![不允准特容或、才只可便])许(?!可|多|诺|昌)"
#: The same in own words → what the article may say for it.
_OURS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(rf"(?<!不)(?:可以|有权|允许)|{_ALLOWS}"), frozenset({"may"})),
    (re.compile(r"(?<!不)应当(?!知道|改为)|必须"), frozenset({"must", "no", "do"})),
)
#: The first words after such a word: what it allows or demands, before other things are told with it.
_FIRST = re.compile(r"[^。；，、\n不]{2,}")
#: Words that forbid in own words, and what they forbid.
_FORBIDS = re.compile(r"(?:不得|严禁)(?P<what>[^。；，、\n]{2,})")
_SURE = 0.15  # what the first words, or what is forbidden, must share with the article
_ALLOWED = 0.9  # so much of what is forbidden must the article allow, and none of it forbid
_REST = re.compile(r"[^。；，\n]*")
_CLAUSE_END = re.compile(r"[^。；，\n]*$")
#: So much must the words after it share with the article before anything is said, or else those of its whole clause; and so
#: little of that may agree.
_ENOUGH, _ENOUGH_AROUND, _AGREED = 1.0, 3, 0.05
#: What denies the word after it, in an article; and not in the words of _NO_DENIAL.
_DENIES = re.compile(r"不得|不能|不予|没有|未经|未|不|无(?!害|偿)")
_NO_DENIAL = re.compile(
    r"不动产|不良|不可抗力|不利|未来|未成年|无偿|无害|不同|非道路|非税|无主|不断|免费|非机动|无人机|不仅|不但|非国有|无线|不特定"
)
#: What denies or blames in own words, before the word or right after it.
_DENIED = re.compile(r"[不没未无非禁免拒勿别才只擅缺漏逃停避违除否私差错假超严防外限欠迟瞒阻损坏短少]|过期|逾期")
#: What no one writes unless 不 has been lost: 内容变。 许排放, 合标准, 拒改正.
_LOST = re.compile(
    r"(?<![不改转没有所演蜕应可])变(?=[。，；、]|$)"
    rf"|{_ALLOWS}"
    r"|(?<![不符适组混联配结综整集复融闭聚场总耦要须应才没])合(?=标准|规定|国家|要求|排放标|技术规|产业|大气|法律)"
    r"|拒(?=改|执行|停)|(?:逾期|仍|到期)改(?!为)"
)
_NEAR = 4.0  # what a clause of the article must share with one of the text to be its pair
_RIVAL = 0.9  # a clause that shares nearly as much with it
_BACK = 12  # how far before a word its denial may stand


def grams(text: str) -> list[str]:
    """The pairs of Chinese letters of a text that mean something."""
    own = [("一" <= letter <= "龥") and letter not in _EMPTY for letter in text]
    return [text[at : at + 2] for at in range(len(text) - 1) if own[at] and own[at + 1]]


@dataclass(frozen=True)
class Clause:
    """A clause of the law: its words, those that follow a denial at once, and all the others."""

    words: frozenset[str]
    denied: frozenset[str]
    plain: frozenset[str]


@dataclass(frozen=True)
class Law:
    """The parts of the articles that a text tells, taken apart as far as anybody asks.

    Attributes:
        text: the parts.
    """

    text: str

    @cached_property
    def _moded(self) -> tuple[Mapping[str, Mapping[str, int]], Sequence[tuple[frozenset[str], frozenset[str]]]]:
        modes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        sentences = []
        lead = last = "none"
        for line in self.text.split("\n"):
            lead = lead if line.startswith(("（", "(")) else "none"  # items go on from their lead
            for sentence in _SENTENCE.findall(line):
                within, last = _count(sentence, lead, modes)
                sentences.append((frozenset(grams(sentence)), frozenset({*within, lead})))
            if line.endswith("："):
                lead = last
        return modes, sentences

    @property
    def modes(self) -> Mapping[str, Mapping[str, int]]:
        """Pair of letters → under which modes it stands, and how often."""
        return self._moded[0]

    @property
    def sentences(self) -> Sequence[tuple[frozenset[str], frozenset[str]]]:
        """The words of each sentence, and all modes in it."""
        return self._moded[1]

    @cached_property
    def clauses(self) -> Sequence[Clause]:
        """The clauses, in order."""
        return [_clause(one) for one in _CLAUSE.findall(self.text)]

    @cached_property
    def denied(self) -> frozenset[str]:
        """Every word that some clause denies."""
        denies = _DENIES.search(self.text)
        return frozenset(word for one in self.clauses for word in one.denied) if denies else frozenset()

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Pair of letters → what it is worth, the more the rarer."""
        often = Counter(pair for one in self.clauses for pair in one.words)
        return {pair: math.log(1 + len(self.clauses) / times) for pair, times in often.items()}

    @cached_property
    def joined(self) -> tuple[str, ...]:
        """What stands around a denial, without it, and nowhere so in the law (死因明 of 死因不明)."""
        return tuple(_joined(self.text))


law_of = lru_cache(maxsize=2048)(Law)


def _count(sentence: str, mode: str, modes: Mapping[str, dict[str, int]]) -> tuple[set[str], str]:
    """Count the pairs of a sentence under their modes.  Returns the modes and the last of them."""
    at = 0
    within = set()
    for found in (*_MODE.finditer(sentence), None):
        end = found.start() if found else len(sentence)
        for pair in grams(sentence[at : end + (1 if found else 0)]):
            modes[pair][mode] += 1
        if found:
            name = found.lastgroup or ""
            within.add(name)
            nested = found[0] in ("责令", "禁止") and mode in ("may", "must")  # 可以责令停产、禁止燃放
            mode, at = mode if nested else name, end
    return within, mode


@lru_cache(maxsize=1 << 14)  # one article is told by many records, beside others each time
def _clause(text: str) -> Clause:
    masked = _NO_DENIAL.sub(lambda word: "#" * len(word[0]), text)
    ends = {found.end() for found in _DENIES.finditer(masked)}
    plain = frozenset(text[at : at + 2] for at in range(len(text) - 1) if at not in ends)
    after = frozenset(pair for end in ends for pair in grams(text[end : end + 2]))
    return Clause(frozenset(grams(text)), after - plain, plain)


def _joined(text: str) -> Iterator[str]:
    for found in _DENIES.finditer(text):
        for before, after in ((2, 2), (2, 1)) if found[0] != "无" else ():
            words = text[max(0, found.start() - before) : found.start()] + text[found.end() : found.end() + after]
            if len(words) == before + after and words.isalpha() and words not in text:
                yield words


def turned_modes(text: str, law: Law) -> Iterator[str]:
    """Words that allow or demand, where the article says otherwise of what follows them."""
    for ours, agreeing in _OURS:
        for found in ours.finditer(text):
            rest = _REST.match(text, found.end())
            after = rest[0] if rest else ""
            votes, agreed = _votes(after, law, agreeing)
            if votes < _ENOUGH:
                around = _CLAUSE_END.findall(text[: found.start()])[0]
                votes, agreed = _votes_around(f"{around}，{after}", law, agreeing)
            first = _FIRST.match(after)
            only = _votes(first[0], law, agreeing | {"none"}) if first else (0.0, 0.0)
            if (votes and agreed < _AGREED * votes) or (only[0] >= _SURE and not only[1]):
                yield f"条文没有说“{found[0]}{after[:10]}”"
    for found in _FORBIDS.finditer(text):
        votes, agreed = _votes(found["what"], law, frozenset({"may"}))
        if votes >= _SURE and agreed >= _ALLOWED * votes:
            yield f"条文没有说“{found[0][:12]}”"


def _votes(words: str, law: Law, agreeing: frozenset[str]) -> tuple[float, float]:
    """How much of the words the article has, and how much of that under a mode that agrees."""
    votes = agreed = 0.0
    for pair in dict.fromkeys(grams(words)):
        if there := law.modes.get(pair):
            total = sum(there.values())
            votes += total**-0.5
            agreed += sum(there.get(mode, 0) for mode in agreeing) / total**1.5
    return votes, agreed


def _votes_around(words: str, law: Law, agreeing: frozenset[str]) -> tuple[float, float]:
    """As ``_votes``, of sentences in which any mode agrees; nothing where the article has too little of the words."""
    own = set(grams(words))
    votes = agreed = 0.0
    for pairs, modes in law.sentences:
        shared = len(own & pairs)
        votes += shared
        agreed += shared if modes & agreeing else 0
    return (votes, agreed) if votes >= _ENOUGH_AROUND else (0.0, 0.0)


def turned_denials(text: str, law: Law) -> Iterator[str]:
    """Words that the article denies and the text does not."""
    if words := next((words for words in law.joined if _stands_undenied(words, text)), ""):
        yield f"条文否定“{words}”，这里没有"
    yield from (f"“{text[max(0, found.start() - 4) : found.end() + 4]}”像是漏了“不”" for found in _LOST.finditer(text))
    for clause in _CLAUSE.findall(text):
        if word := _undenied(clause, law):
            yield f"条文否定“{word}”，“{clause[:12]}”没有"


def _stands_undenied(words: str, text: str) -> bool:
    """Whether words stand in a text and nothing right before them denies them (没有审查合格)."""
    at = text.find(words)
    return at >= 0 and not re.search(r"[不没未无非](?:有|经|能|得)?$", text[:at])


def _undenied(clause: str, law: Law) -> str:
    """A word that the nearest clause of the article denies, and this one does not; empty where there is none."""
    own = frozenset(grams(clause))
    if not own & law.denied or clause.endswith("前"):  # 开工建设之前: not yet is no yes
        return ""
    scores = [sum(law.weights[pair] for pair in own & one.words) for one in law.clauses]
    for at in range(len(clause) - 1):
        word = clause[at : at + 2]
        if word not in law.denied or word == "依法" or _DENIED.search(word):
            continue
        having = [n for n, one in enumerate(law.clauses) if word in one.denied or word in one.plain]
        best = max(having, key=lambda n: scores[n])
        if word not in law.clauses[best].denied or scores[best] < _NEAR:
            continue
        rivals = any(word in law.clauses[n].plain and scores[n] >= _RIVAL * scores[best] for n in having)
        before = _NO_DENIAL.sub("", clause[max(0, at - _BACK) : at])
        if not rivals and not _DENIED.search(before) and not _DENIED.search(clause[at + 2 : at + 5]):
            return word
    return ""
