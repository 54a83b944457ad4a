"""案例组题: one situation, told or shown as evidence, and three to six questions on it, each with a number of its own.

The parts keep their order and their options keep theirs, in every form: later ones go on from where earlier ones led.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from statistics import mean
from typing import Annotated, Any, ClassVar

from pydantic import Field

from generator.kinds import BasisValue
from generator.kinds.question import Question as Authored
from generator.kinds.question import QuestionPart
from generator.library import Library
from generator.questions.blocks import Answer, Block, Cell, Choices, KeyLine, Reason, Sheet, Spot, Stem
from generator.questions.chained import FEWEST, MOST, Chain, Evidence, Part, chain_of, numbers, part_items
from generator.questions.flaws import COMMON, Flaw
from generator.questions.flaws.key import cue
from generator.questions.given import Given, Half, Question, Rule
from generator.questions.item import Item, Option, Response, letter, rank
from generator.questions.placing import place_key
from generator.questions.said import Verdict
from generator.questions.types._balance import Balance, evenly
from generator.questions.types._base import Cite, ItemType
from generator.questions.types._choice import CHECKS
from generator.questions.types.multiple import TYPE as MULTIPLE
from generator.questions.types.single import TYPE as SINGLE
from generator.questions.wire import BasisData, Data, OptionData, Text

_OWN_WORDS = 7  # characters of a key from which on the situation says it
_SHOWN_AGAIN = 8  # characters of a key from which on it gives itself away where another part says it


class EvidenceData(Data):
    """A piece of evidence."""

    title: Text
    lines: tuple[Text, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class PartData(Data):
    """One question of a chain."""

    stem: Text
    several: Annotated[bool, Field(description="不定项：对的可能是一项或者几项；否则为单选")]
    options: Annotated[tuple[OptionData, ...], Field(min_length=2)]
    answer: Annotated[str, Field(description="对的选项的字母")]
    explanation: Text
    basis: Annotated[tuple[BasisData, ...], Field(min_length=1)]


class ChainData(Data):
    """What a chain shows and asks."""

    evidence: Annotated[tuple[EvidenceData, ...], Field(description="题干以外的材料：笔录、台账、标签、决定书……")]
    parts: Annotated[tuple[PartData, ...], Field(description="各小题，依次连续编号")]


def _parts_sound(item: Item, library: Library) -> str | None:
    """Three to six parts, each as sound as an item of its own."""
    parts = chain_of(item).parts
    if not FEWEST <= len(parts) <= MOST:
        return f"案例组题有 {len(parts)} 小题，应当有 {FEWEST} 到 {MOST} 小题"
    for number, (part, own) in enumerate(zip(parts, _items(item), strict=True), 1):
        if part.several and not any(option.correct for option in part.options):
            return f"第 {number} 小题没有对的选项"
        checks = (*(CHECKS if part.several else SINGLE.flaws), *COMMON)
        asking = replace(own, stem=part.stem)
        found = next((text for check in checks if (text := check.find(asking, library))), None)
        if found:
            return f"第 {number} 小题：{found}"
    return None


def _parts_apart(item: Item, _: Library) -> str | None:
    """No two parts ask the same, and no part says the key of another."""
    parts = chain_of(item).parts
    if len({part.stem for part in parts}) < len(parts):
        return "有两个小题问法相同"
    for number, part in enumerate(parts, 1):
        right = [option.text for option in part.options if option.correct and len(option.text) >= _SHOWN_AGAIN]
        for other in (one for one in parts if one is not part):
            if any(text in other.stem or text in {o.text for o in other.options} for text in right):
                return f"第 {number} 小题的答案写在另一小题里"
    return None


def _told_plainly(item: Item, _: Library) -> str | None:
    """The situation does not say a key in the key's own words."""
    for number, own in enumerate(_items(item), 1):
        right, wrong = [[o.text for o in own.options if o.correct is is_right] for is_right in (True, False)]
        found = cue(own.stem, right, wrong)
        if found and len(found) >= _OWN_WORDS:
            return f"材料用“{found}”说出了第 {number} 小题的答案"
    return None


def _evidence(item: Item, _: Library) -> str | None:
    """Tables have rows as long as their heads."""
    uneven = any(len(row) != len(piece.head) for piece in chain_of(item).evidence for row in piece.rows)
    return "材料里的表格各行长短不一" if uneven else None


def _items(item: Item) -> tuple[Item, ...]:
    return part_items(item, SINGLE.id, MULTIPLE.id)


def _sort(part: Item) -> ItemType:
    return MULTIPLE if part.type == MULTIPLE.id else SINGLE


class ChainType(ItemType):
    """See ``ItemType``."""

    id = "chain"
    by_hand = True
    title = "案例组题"
    place = 9
    unit = "小题"
    rule_text = "阅读材料，回答各小题。单选只有一个选项正确；不定项有一个或者几个选项正确。"
    practice = "一件事从头问到尾：怎样定性、怎样处罚、有哪些期限和权利。"
    thought = "应用"
    flaws = (
        Flaw("chain-parts", "小题有瑕疵", _parts_sound),
        Flaw("chain-apart", "小题互相透露答案", _parts_apart),
        Flaw("chain-told", "材料说出答案", _told_plainly),
        Flaw("chain-evidence", "材料不成表格", _evidence),
    )
    uses = frozenset({"evidence", "parts"})
    model: ClassVar[type[Data]] = ChainData

    @property
    def short(self) -> str:
        """Not to be taken for 案例分析题."""
        return self.title[:3]

    # ---- making it ----

    def luck(self, item: Item) -> float:
        """The mean of its parts."""
        return mean(_sort(part).luck(part) for part in _items(item))

    def more_steps(self, item: Item) -> float:
        """The mean of its parts."""
        return mean(_sort(part).more_steps(part) for part in _items(item))

    def nearness(self, item: Item) -> float:
        """The mean of its parts."""
        return mean(_sort(part).nearness(part) for part in _items(item))

    def misfit(self, authored: Authored) -> str | None:
        """Three to six parts, each with right options as its sort has them, and nothing of other types."""
        counted = FEWEST <= len(authored.parts) <= MOST and not authored.options and authored.answer is None
        keyed = all(_fits([option.correct for option in part.options], part.several) for part in authored.parts)
        if counted and keyed:
            return None
        return (
            f"答案与题型不合：案例组题在 parts 里写 {FEWEST} 到 {MOST} 个小题，单选恰有一个正确项，不定项至少一个，"
            "不写 options 和 answer"
        )

    def authored_response(self, authored: Authored) -> Response:
        """The sheets as evidence, and the parts with their options in an order that the id of the question draws."""
        evidence = tuple(Evidence(sheet.title, sheet.lines, sheet.head, sheet.rows) for sheet in authored.sheets)
        parts = tuple(
            Part(one.stem, _ordered(one, f"{authored.id}/{number}"), one.explanation, one.basis, one.several)
            for number, one in enumerate(authored.parts, 1)
        )
        return Chain(evidence=evidence, parts=parts)

    # ---- the key ----

    def answer(self, item: Item) -> str:
        """``（1）B（2）ABD``."""
        return "".join(f"（{number}）{_letters(part)}" for number, part in enumerate(chain_of(item).parts, 1))

    def told(self, item: Item) -> tuple[str, ...]:
        """The right options of all parts."""
        return tuple(option.text for part in chain_of(item).parts for option in part.options if option.correct)

    def said(self, item: Item) -> Iterator[Verdict]:
        """Nothing by itself: each part is decided as an item."""
        yield from ()

    def decided(self, item: Item) -> tuple[Item, ...]:
        """Its parts."""
        return _items(item)

    def spread(self, items: Sequence[Item]) -> Balance | None:
        """Where the keys of parts with one right option of four stand."""
        parts = [part for item in items for part in chain_of(item).parts if not part.several and len(part.options) == 4]
        return evenly("案例组题单选小题答案的位置", "ABCD", Counter(map(_letters, parts)))

    def turned(self, item: Item, seed: str) -> Item:
        """Parts and options stay as they are."""
        return item

    def takes(self, item: Item) -> int:
        """A number for each part."""
        return len(chain_of(item).parts)

    # ---- as JSON ----

    def response_data(self, response: Response, cited: Callable[[BasisValue], BasisData]) -> ChainData:
        """Evidence and parts, without claims."""
        assert isinstance(response, Chain)
        return ChainData(
            evidence=tuple(
                EvidenceData(title=one.title, lines=one.lines, head=one.head, rows=one.rows)
                for one in response.evidence
            ),
            parts=tuple(
                PartData(
                    stem=part.stem,
                    several=part.several,
                    options=tuple(OptionData(text=o.text, correct=o.correct, why=o.why) for o in part.options),
                    answer=_letters(part),
                    explanation=part.explanation,
                    basis=tuple(map(cited, part.basis)),
                )
                for part in response.parts
            ),
        )

    def response_of(self, data: Any) -> Chain:
        """Evidence and parts."""
        found = ChainData.model_validate(data)
        return Chain(
            evidence=tuple(Evidence(one.title, one.lines, one.head, one.rows) for one in found.evidence),
            parts=tuple(
                Part(
                    part.stem,
                    tuple(option.value for option in part.options),
                    part.explanation,
                    tuple(basis.value for basis in part.basis),
                    part.several,
                )
                for part in found.parts
            ),
        )

    def face(self, item: Item) -> dict[str, Any]:
        """Evidence and parts with their options and keys."""
        chain = chain_of(item)
        return {
            "evidence": [piece.text for piece in chain.evidence],
            "parts": [[part.stem, [(o.text, o.correct) for o in part.options]] for part in chain.parts],
        }

    def seen(self, response: Response) -> list[str]:
        """Everything that is shown and asked, and why."""
        assert isinstance(response, Chain)
        found = [piece.text for piece in response.evidence]
        for part in response.parts:
            found += [f"{part.several}\0{part.stem}\0{part.explanation}", *(b.regulation + b.locus for b in part.basis)]
            found += [f"{option.correct}\0{option.text}\0{option.why}" for option in part.options]
        return found

    # ---- on paper ----

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """The situation under all its numbers, the evidence, and the parts, each with its own."""
        chain = chain_of(item)
        found: list[Block] = [Stem(numbers(number, chain.parts), item.stem, item.sample, holds=True)]
        found += [Sheet(piece.title, piece.lines, piece.head, piece.rows) for piece in chain.evidence]
        for place, part in enumerate(chain.parts, number):
            found.append(Stem(f"{place}．", f"（{part.sort}）{part.stem}"))
            found.append(Choices(tuple(option.text for option in part.options)))
        return tuple(found)

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """A cell for each part."""
        return tuple(
            Cell(place, tuple(map(letter, range(len(part.options)))))
            for place, part in enumerate(chain_of(item).parts, number)
        )

    def key(self, item: Item, number: int, cite: Cite) -> tuple[KeyLine, ...]:
        """What it is about, then part by part."""
        chain = chain_of(item)
        lines: list[KeyLine] = [Answer(numbers(number, chain.parts), "", item.explanation, item.sample)]
        for place, part in enumerate(chain.parts, number):
            lines.append(Answer(f"{place}．", _letters(part), part.explanation))
            lines += [Reason(f"{letter(at)}．", option.text, option.why) for at, option in enumerate(part.options)]
        return tuple(lines)

    # ---- marking ----

    def parts_of(self, entry: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """Each part under its number; the points of the entry are those of a part."""
        chain = self.response_of(entry["response"])
        told = "\n".join((str(entry["stem"]), *(piece.text for piece in chain.evidence)))
        shared = {name: value for name, value in entry.items() if name not in {"response", "sha256"}}
        return [
            {
                **shared,
                **{name: part[name] for name in ("stem", "options", "answer", "explanation", "basis")},
                "id": f"{entry['id']}/{number}",
                "type": MULTIPLE.id if part["several"] else SINGLE.id,
                "told": f"{told}\n（{chain.parts[number - 1].sort}）",
            }
            for number, part in enumerate(entry["response"]["parts"], 1)
        ]

    def question(self, item: Item, points: Fraction) -> Question:
        """A chain is answered part by part (``parts_of``), never as a whole."""
        raise ValueError(f"{self.id}: answered by its parts")

    def earned(self, question: Question, given: Given, rule: Rule, half: Half) -> Decimal:
        """See ``question``."""
        raise ValueError(f"{self.id}: answered by its parts")

    def reread(self, item: Item) -> Iterator[tuple[str, str]]:
        """Part by part, with the options."""
        for number, part in enumerate(chain_of(item).parts, 1):
            yield f"（{number}）", part.stem
            yield from ((f"{letter(at)}．", option.text) for at, option in enumerate(part.options))


def _fits(right: Sequence[bool], several: bool) -> bool:
    return any(right) if several else sum(right) == 1


def _ordered(part: QuestionPart, seed: str) -> tuple[Option, ...]:
    """Amounts and days in the order written; else the one key where the seed puts it, and several by rank."""
    options = [Option(option.text, option.correct, option.why) for option in part.options]
    if any(option.text[:1].isdigit() for option in options):
        return tuple(options)
    if part.several:
        return tuple(sorted(options, key=lambda option: rank(seed, option.text)))
    right = next(option for option in options if option.correct)
    return place_key(right, [option for option in options if not option.correct], seed)


def _letters(part: Part) -> str:
    return "".join(letter(at) for at, option in enumerate(part.options) if option.correct)


TYPE: ItemType = ChainType()
