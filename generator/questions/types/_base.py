"""What an item type is: everything that differs from one type to another, in one place.

Nothing outside this package asks an item what its type is called; it asks the type what to do.  A new type is one file here
with ``TYPE`` and one module for the page, ``assets/js/types/<id>.js``.
"""

import inspect
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar, Literal

from pydantic import BaseModel

from generator.kinds import BasisValue
from generator.kinds.question import Question as Authored
from generator.kinds.question import Thought
from generator.questions.blocks import Answer, Block, Choices, KeyLine, Reason, Spot, Stem
from generator.questions.flaws import Flaw
from generator.questions.given import NOTHING, Given, Half, Question, Rule, rounded
from generator.questions.item import Item, Option, Response, letter, rank
from generator.questions.said import Said, Verdict
from generator.questions.types._balance import Balance
from generator.questions.wire import BasisData, ResponseData, response_data, response_of

Cite = Callable[[BasisValue], str]
_FIGURE = re.compile(r"\d+(?:\.\d+)?[万亿]?")
_NONE = re.compile(r"[-—_/]+|无|空|未答|未作答|没有作答|\(空\)|\(跳过\)")


class ItemType:
    """An item type.  What is written here is what most types do.

    Attributes:
        id: stable slug.
        title: what people call it: 单项选择题.
        place: among the types, in tables and lists.
        thought: the level of thought of all its items; None where the rule that made an item says.
        rule_text: what a paper says that is to be done.
        practice: what practising it by itself is good for; empty where one meets it often enough in every topic.
        flaws: checks of its own, in order.
        uses: fields of ``Response`` that it fills.
        model: its response as JSON.
        lettered: its options are called A, B, C; else by their words.
        chosen: a candidate chooses among its options, so that one counts who chose which.
        sole: exactly one of the lettered options is right, so that its length beside the others tells.
        graded: a person gives the points.
        by_hand: a person can write one as an authored question.
        several: all options may be right together.
        ordinals: platforms tell its options by their places, from 1.
        unit: what its parts are called.
        called: words by which trainers and platforms call it, as a pattern; empty where they have none for it.
        brought: how a question of it in an old file is answered, and so read: by its options, as right or wrong, by the words that
            fill its gaps; empty where none is read.
        begins: a paper of one's own begins with a section of it.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    place: ClassVar[int]
    thought: ClassVar[Thought | None] = None
    rule_text: ClassVar[str] = ""
    practice: ClassVar[str] = ""
    flaws: ClassVar[tuple[Flaw, ...]] = ()
    uses: ClassVar[frozenset[str]] = frozenset()
    model: ClassVar[type[BaseModel]] = ResponseData
    lettered: ClassVar[bool] = True
    chosen: ClassVar[bool] = False
    sole: ClassVar[bool] = False
    graded: ClassVar[bool] = False
    by_hand: ClassVar[bool] = False
    several: ClassVar[bool] = False
    ordinals: ClassVar[bool] = False
    unit: ClassVar[str] = "项"
    called: ClassVar[str] = ""
    brought: ClassVar[Literal["", "options", "verdict", "gaps"]] = ""
    begins: ClassVar[bool] = False

    @property
    def short(self) -> str:
        """Its name in two characters: 单项."""
        return self.title[:2]

    @property
    def judged(self) -> bool:
        """Whether its items are statements, chosen as right or wrong by words and not by letters."""
        return self.chosen and not self.lettered

    # ---- the key ----

    def answer(self, item: Item) -> str:
        """The key in a line, as people write it."""
        return "".join(letter(place) for place, option in enumerate(item.options) if option.correct)

    def told(self, item: Item) -> tuple[str, ...]:
        """What makes two items with like stems the same: the right options, or the key."""
        return tuple(option.text for option in item.options if option.correct) or (self.answer(item),)

    def said(self, item: Item) -> Iterator[Verdict]:
        """Everything that the item says, for the second evaluator."""
        for option in item.options:
            yield Verdict(Said(option.text), option.correct, f"“{option.text}”")

    def decided(self, item: Item) -> tuple[Item, ...]:
        """What the second evaluator takes up, each with a claim of its own: the item itself, or its parts as items."""
        return (item,)

    def balance(self, items: Sequence[Item]) -> Balance | None:
        """Of all items of this type, what of their keys should be even; None where nothing should."""
        return None

    def spread(self, items: Sequence[Item]) -> Balance | None:
        """Of all items of this type, what a report tells of their keys; None where there is nothing to tell."""
        return None

    # ---- making it ----

    def misfit(self, authored: Authored) -> str | None:
        """Why what a person wrote is no question of this type; by default nobody can write one by hand."""
        return f"{self.title}不能手写，由规则出题"

    def authored_options(self, authored: Authored, seed: str) -> tuple[Option, ...]:
        """The options of a question that a person wrote."""
        return tuple(Option(option.text, option.correct, option.why) for option in authored.options)

    def authored_response(self, authored: Authored) -> Response:
        """What a question that a person wrote asks for besides choosing."""
        return Response()

    def turned(self, item: Item, seed: str) -> Item:
        """The item with its options in another order, by hash of ``seed``, and its key with them."""
        return self.reordered(item, seed)[0]

    def reordered(self, item: Item, seed: str) -> tuple[Item, Mapping[int, int]]:
        """The item with its options in another order, and old places → new ones."""
        places = sorted(range(len(item.options)), key=lambda at: (rank(seed, item.options[at].text), at))
        options = tuple(item.options[old] for old in places)
        return replace(item, options=options), {old: new for new, old in enumerate(places)}

    def worth(self, item: Item) -> float | None:
        """Points that it is worth in any paper; None where the paper says."""
        return None

    def takes(self, item: Item) -> int:
        """How many numbers of a paper it bears; more than one where its parts are numbered through."""
        return 1

    # ---- how hard it is ----

    def luck(self, item: Item) -> float:
        """The share of its points that somebody earns who doesn't know and guesses, 0 to 1."""
        return 0.0

    def more_steps(self, item: Item) -> float:
        """Steps of law that it takes beyond those of its rule, because of what it asks for."""
        return 0.0

    def nearness(self, item: Item) -> float:
        """How near what is wrong lies to what is right, 0 to 1.

        Figures of one kind are as near as can be: nothing in what is told points to one of them.  Else as the rule has it.
        """
        frames = {_FIGURE.sub("#", option.text) for option in item.options}
        return 1.0 if len(frames) == 1 and "#" in frames.pop() else item.closeness

    # ---- as JSON ----

    def response_data(self, response: Response, cited: Callable[[BasisValue], BasisData]) -> BaseModel | None:
        """The response as its model; None where the item asks for nothing besides choosing."""
        return None if response == Response() else response_data(response, cited)

    def response_of(self, data: Any) -> Response:
        """The response that ``model`` holds.  Raises ValueError for data that is none."""
        return response_of(ResponseData.model_validate(data))

    def face(self, item: Item) -> dict[str, Any]:
        """What is asked and what is right, the same in whatever order a form shows options and prompts."""
        asked, texts = item.response, [option.text for option in item.options]
        chosen = [texts[place] for place in asked.sequence]
        return {
            "options": sorted((option.text, option.correct) for option in item.options),
            "sequence": sorted(zip(asked.prompts, chosen, strict=True)) if asked.prompts else chosen,
            "blanks": [list(blank.accepted) for blank in asked.blanks],
            "asks": [step.ask for step in asked.steps],
        }

    def seen(self, response: Response) -> list[str]:
        """What the bank's lock sees of a response; nothing of choices, which ask for none."""
        asked: list[tuple[str, ...]] = [
            ("prompt", prompt, str(at)) for prompt, at in zip(response.prompts, response.sequence, strict=False)
        ]
        if response.sequence and not response.prompts:
            asked.append(("order", *map(str, response.sequence)))
        asked += [("blank", *blank.accepted, blank.why) for blank in response.blanks]
        for step in response.steps:
            asked.append(("step", step.ask))
            asked += [("point", p.text, str(p.marks), *(b.regulation + b.locus for b in p.basis)) for p in step.points]
        return ["\0".join(parts) for parts in asked]

    # ---- on paper ----

    def directions(self, marking: Rule) -> str:
        """What a paper says that is to be done, by its rule of marking."""
        return self.rule_text

    def stem(self, item: Item, number: int, space: str = "") -> Stem:
        """The stem with its number."""
        return Stem(f"{number}．", item.stem, item.sample, space)

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """What a candidate reads."""
        return (self.stem(item, number), Choices(tuple(option.text for option in item.options)))

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """Where the answer goes on the card."""
        raise NotImplementedError

    def key(self, item: Item, number: int, cite: Cite) -> tuple[KeyLine, ...]:
        """What the key says: the answer, why, and why each option is right or wrong."""
        reasons = (Reason(f"{letter(at)}．", option.text, option.why) for at, option in enumerate(item.options))
        return (Answer(f"{number}．", self.answer(item), item.explanation, item.sample), *reasons)

    def page_data(self, item: Item) -> Mapping[str, Any]:
        """What the page's script knows the key by, besides the options: name → value, as attributes of the question."""
        response = item.response
        found = {"sequence": list(response.sequence), "blanks": [list(blank.accepted) for blank in response.blanks]}
        return {name: value for name, value in found.items() if value}

    def script(self) -> bytes | None:
        """The page's module of a type of another package, which lies beside its own; None for those among the assets."""
        own = Path(inspect.getfile(type(self))).with_suffix(".js")
        return own.read_bytes() if own.is_file() else None

    # ---- marking ----

    def in_sequence(self, item: Item, points: Fraction) -> Question:
        """What marking needs of a type whose key is a place among the options for each prompt, or each step."""
        sequence = item.response.sequence
        if not sequence or any(place >= len(item.options) for place in sequence):
            raise ValueError(f"{self.id}: no key")
        return Question(self.id, points, len(item.options), sequence=sequence)

    def parts_of(self, entry: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        """The entry of a ``key.json`` as those that are answered and marked each by itself.

        Of most types there is the one; of a type whose parts are numbered through, one for each number, each an entry of a type
        that is answered in one column, with an ``id`` and ``points`` of its own; ``told`` is what stands before its stem where it
        is shown alone, in lines of which the last is its kind.
        """
        return (entry,)

    def question(self, item: Item, points: Fraction) -> Question:
        """What marking needs.  Raises ValueError for a key that no answer could meet."""
        right = tuple(place for place, option in enumerate(item.options) if option.correct)
        if not right:
            raise ValueError(f"{self.id}: no key")
        return Question(self.id, points, len(item.options), right)

    def platform(self, text: str) -> str | None:
        """A cell as platforms tell it, as ``read`` takes it; None where it tells options, by letter, text or ordinal."""
        return None

    def read(self, text: str, question: Question) -> Given:
        """The answer that a cell gives; ``NOTHING`` where it is empty or says so.  Raises Unreadable."""
        plain = unicodedata.normalize("NFKC", text).strip().upper()
        return NOTHING if not plain or _NONE.fullmatch(plain) else self.understood(plain, question)

    def understood(self, plain: str, question: Question) -> Given:
        """As ``read``, of a cell that says something: half-width, upper case, without spaces around.  Raises Unreadable."""
        raise NotImplementedError

    def parts(self, question: Question, given: Given) -> tuple[bool, ...]:
        """Part by part whether it is right; one part for most types."""
        return (not given.empty and bool(question.right) and set(given.places) == set(question.right),)

    def earned(self, question: Question, given: Given, rule: Rule, half: Half) -> Decimal:
        """Points of an answer: the share of its parts that is right."""
        found = self.parts(question, given)
        return rounded(question.points * sum(found) / len(found))

    # ---- afterwards ----

    def shown(self, item: Item, given: Given) -> str:
        """An answer that gives something, as people write it."""
        return "；".join(given.texts) if given.texts else "".join(map(letter, given.places))

    def reread(self, item: Item) -> Iterator[tuple[str, str]]:
        """What a candidate's sheet repeats below the stem: labels and texts."""
        yield from ((f"{letter(at)}．", option.text) for at, option in enumerate(item.options))

    def model_answer(self, item: Item) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Questions with the points of their answers, where the key is no single line; else nothing."""
        return ()

    def named(self, item: Item, place: int) -> str:
        """What people call an option."""
        return letter(place) if self.lettered else item.options[place].text
