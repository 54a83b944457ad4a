"""A written paper, line by line: sections, questions, and the answers that stand apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.importing.questions.kinds import in_words, kind_of
from generator.importing.questions.written import marks, options
from generator.importing.questions.written.cutting import asks, led_by_kind, second_in, sections_in
from generator.importing.questions.written.keys import Key, listed, tabled
from generator.importing.questions.written.lines import Grid, Line, Pieces, gridded
from generator.importing.questions.written.marks import INLINE, ROOM, Head


@dataclass(slots=True, eq=False)
class Question:
    """A question as it is gathered: its own lines, and what is said of it."""

    where: str
    number: int | None
    section: "Section"
    lines: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    filling: str = ""  # the field that the next line goes on with

    @property
    def text(self) -> str:
        """Stem and options."""
        return "\n".join(self.lines)

    @property
    def has_options(self) -> bool:
        """Whether its options have begun."""
        return any(options.begins(line) for line in self.lines) or len(options.split(self.text)[1]) > 1

    @property
    def whole(self) -> bool:
        """Whether what stands there could be a question already."""
        return self.has_options or bool(self.answers) or bool(INLINE.search(self.text) or ROOM.search(self.text))


@dataclass(slots=True, eq=False)
class Section:
    """A part of the paper with questions of one type; the one before the first head has no title."""

    head: Head
    ordinal: int
    questions: list[Question] = field(default_factory=list)


class Paper:
    """Reads pieces in order; ``sections`` holds what was found, ``strays`` answers without a question."""

    def __init__(self) -> None:
        self.sections: list[Section] = [Section(Head(0, "", ""), 0)]
        self.strays: list[tuple[str, Key]] = []
        self._behind: Head | None = None  # the head within the answers, while answers are being read
        self._apart = False
        self._from = 0  # first section that answers standing apart may be of
        self._last: tuple[int, int] = (0, 0)  # section and number of the last such answer
        self._by_han = False  # whether the last question was numbered （一）
        self._by_bracket = False  # whether it was numbered （1）
        self._loose: Line | None = None  # the line before the first question, perhaps its stem

    def read(self, pieces: Pieces) -> None:
        """Take all pieces of a file."""
        for piece in gridded(pieces):
            if isinstance(piece, Grid):
                self._grid(piece)
            else:
                self._lines(piece)

    def _lines(self, piece: Line) -> None:
        for text in piece.text.split("\n"):
            if text.strip():
                self._line(Line(piece.where, text.strip()))

    @property
    def questions(self) -> Iterator[Question]:
        """All, in order."""
        for section in self.sections:
            yield from section.questions

    @property
    def _current(self) -> Question | None:
        asked = self.sections[-1].questions
        return asked[-1] if asked else None

    # ---- what a line is ----

    def _line(self, line: Line) -> None:
        if marks.filled_in(line.text):
            return
        if marks.answers_begin(line.text):
            self._open_answers()
            return
        if self._apart and self._key_line_of_sections(line):
            return
        head = marks.head_of(line.text)
        if head is not None:
            self._head(head)
            return
        if self._apart and self._key_line(line):
            return
        if self._listed_without_head(line):
            return
        self._own_line(line)

    def _head(self, head: Head) -> None:
        """Of a section, or, among answers, of the answers to one: the next question tells."""
        if self._apart:
            self._behind = head
            return
        self.sections.append(Section(head, head.ordinal or len(self.sections)))

    def _own_line(self, line: Line) -> None:
        """A line of questions; answers that stood apart are over."""
        figures = marks.number_of(line.text)
        han = None if figures else self._han(line.text)
        numbered = figures or han or self._misread(line.text)
        if numbered is not None and not self._within(numbered, line):
            self._leave_answers()
            self._by_han = han is not None
            self._by_bracket = marks.braced(line.text)
            self._begin(line.where, numbered[0], numbered[1])
            return
        current = self._current
        if self._unnumbered(line, current):
            return
        if current is not None and not self._apart:
            self._more(current, line.text)
        elif current is None and (ROOM.search(line.text) or INLINE.search(line.text) or options.begins(line.text)):
            self._begin_loose(line)
        elif (
            current is None
            and self._loose is not None
            and [name for name, _ in marks.fields_of(line.text)[1]][:1] == ["answer"]
        ):
            self._begin_loose(line)  # a statement, and below it what is true of it
        elif line.text.strip(options.PICTURE):
            self._loose = line

    def _begin_loose(self, line: Line) -> None:
        """The first question of a paper without numbers; where its options come first, the line above them is its stem."""
        stem = self._loose if not (ROOM.search(line.text) or INLINE.search(line.text)) else None
        self._begin(stem.where if stem else line.where, None, stem.text if stem else line.text)
        asked = self._current
        assert asked is not None
        if stem:
            self._more(asked, line.text)

    def _han(self, text: str) -> tuple[int, str] | None:
        """A number in Chinese figures; where those before it were such, the next one or the first of a section is known by itself."""
        current = self._current
        first = 1 if current is None and len(self.sections) > 1 else 0
        following = current.number + 1 if current and current.number and current.whole else first
        return marks.han_number_of(text, following if self._by_han else 0)

    def _misread(self, text: str) -> tuple[int, str] | None:
        """A number with letters in it that look like figures (l0．), where it is the one that comes next."""
        plain = marks.misread_number_of(text)
        current = self._current
        return plain if plain and current and current.number and plain[0] == current.number + 1 else None

    def _within(self, numbered: tuple[int, str], line: Line) -> bool:
        """Whether a number belongs to what stands above: （1）… of reasons or of a stem, not the number that comes next."""
        current = self._current
        if current is not None and not self._by_bracket and not self._apart and self._told_in_stem(current, line.text):
            return True
        if current is None or current.filling != "reason" or current.number is None:
            return False
        return (
            numbered[0] not in (current.number + 1, 1) and not ROOM.search(line.text) and not INLINE.search(line.text)
        )

    def _told_in_stem(self, current: Question, text: str) -> bool:
        """Whether a line （1）… tells what the stem above asks about: neither has an answer, nor the stem options yet."""
        asks_itself = INLINE.search(text) or ROOM.search(text) or marks.fields_of(text)[1]
        ended = current.has_options or current.answers or current.filling or INLINE.search(current.text)
        begun = current.lines[-1].rstrip().endswith(("：", ":")) or marks.braced(current.lines[-1])
        return marks.braced(text) and begun and not asks_itself and not ended

    def _begin(self, where: str, number: int | None, text: str) -> None:
        """A new question; a second one in the same line is cut off."""
        rest = ""
        if number is not None:
            text, rest = second_in(text, number + 1)
        question = Question(where, number, self.sections[-1])
        self.sections[-1].questions.append(question)
        self._more(question, text)
        if rest:
            following = marks.number_of(rest)
            assert following is not None
            self._begin(where, following[0], following[1])

    def _unnumbered(self, line: Line, current: Question | None) -> bool:
        """Begin a question whose number was left out: what follows options or a whole statement, and is a question itself."""
        if current is None or self._apart or (current.filling == "reason" and not ROOM.search(line.text)):
            return False
        if options.is_option(line.text):
            return self._begun_by_option(line, current)
        before, fields = marks.fields_of(line.text)
        answered = current.number is None and current.answers and current.filling == "answer" and not fields
        if (before.strip() or not fields) and (answered or (current.whole and asks(line.text))):
            self._begin(line.where, None, line.text)
            return True
        return False

    def _begun_by_option(self, line: Line, current: Question) -> bool:
        """Begin a question whose first option follows on the options of the one above: its stem is the line between them."""
        begun = options.begins(line.text) and current.has_options and not current.filling
        if not begun or options.circled(current.text) or options.is_option(current.lines[-1]):
            return False
        self._begin(line.where, None, current.lines.pop())
        asked = self._current
        assert asked is not None
        self._more(asked, line.text)
        return True

    def _more(self, question: Question, text: str) -> None:
        """Another line of a question, with the fields in it."""
        before, fields = marks.fields_of(text)
        if said := question.has_options and question.filling != "reason" and marks.said_in(text):
            question.answers.append(said)
            question.filling = "answer"
            return
        if before.strip():
            if question.filling == "reason":
                question.reasons.append(before)
            elif question.filling == "answer" and not question.answers:
                question.answers.append(before)
                question.filling = ""
            else:
                question.lines.append(before)
        for name, words in fields:
            question.filling = name
            if name == "answer" and words:
                answer, reason = marks.reasoned(words)
                question.answers.append(answer)
                question.reasons += [reason] if reason else []
            elif name == "reason" and words:
                question.reasons.append(words)
            elif name == "basis" and words:
                question.bases.append(words)

    # ---- answers that stand apart ----

    def _open_answers(self) -> None:
        self._apart, self._behind = True, None
        self._last = (self._from, 0)

    def _leave_answers(self) -> None:
        if self._apart:
            self._apart = False
            self._from = len(self.sections)
            head = self._behind or Head(0, "", "")
            self.sections.append(Section(head, head.ordinal or len(self.sections)))
            self._behind = None

    def _key_line_of_sections(self, line: Line) -> bool:
        found = [self._key_line_of_section(Line(line.where, part)) for part in sections_in(line.text)]
        return any(found)

    def _key_line_of_section(self, line: Line) -> bool:
        """``一、1-3 CBC``, ``三、判断题：5.√ 6.×``: the answers of a section behind its number, and its name."""
        led = marks.ordinal_of(line.text)
        inner = led_by_kind(led[1]) if led else None
        named = self._section_like(Head(led[0], "", "")) if led and not inner else None
        kind = inner[0].kind if inner else named.head.kind if named else ""
        keys = listed(inner[1] if inner else led[1], in_words(kind_of(kind))) if led else []
        if not led or not keys:
            return False
        self._behind = Head(led[0], inner[0].title if inner else "", kind)
        for key in keys:
            self._take(line.where, key)
        return True

    def _key_line(self, line: Line) -> bool:
        text = line.text
        lead = led_by_kind(text)
        if lead is not None:
            self._behind, text = lead
        behind = kind_of(self._behind.kind) if self._behind is not None else ""
        free = in_words(behind) or in_words(self._kind_next(text))
        keys = listed(text, free)
        for key in keys:
            self._take(line.where, key)
        if not keys and self.strays_go_on(text):
            return True
        return bool(keys)

    def strays_go_on(self, text: str) -> bool:
        """Whether a line goes on with the reason of the answer above."""
        if marks.number_of(text) or self._last[1] == 0 or ROOM.search(text):
            return False
        _, fields = marks.fields_of(text)
        found = self._at(*self._last)
        if found is None:
            return False
        found.reasons += [words for name, words in fields if name == "reason"] or ([] if fields else [text])
        return True

    def _kind_next(self, text: str) -> str:
        """The type of the section of the question whose number a line begins with, where it has no options."""
        numbered = marks.number_of(text)
        found = self._find(numbered[0]) if numbered else None
        return kind_of(found.section.head.kind) if found is not None and not found.has_options else ""

    def _listed_without_head(self, line: Line) -> bool:
        """A list of several answers that no head announces, or that stands behind 答案：."""
        before, fields = marks.fields_of(line.text)
        if not before.strip() and fields and fields[0][0] == "answer":
            text = line.text.split("：", 1)[-1].split("】", 1)[-1].split(":", 1)[-1]
        else:
            text = line.text
        keys = listed(text)
        of_sections = not keys and text != line.text and marks.ordinal_of(text.strip()) is not None
        if (len(keys) < 2 and not of_sections) or not any(self.questions):
            return False
        self._open_answers()
        if of_sections and not self._key_line_of_sections(Line(line.where, text)):
            self._apart = False
            return False
        for key in keys:
            self._take(line.where, key)
        return True

    def _grid(self, grid: Grid) -> None:
        found = tabled(grid.rows)
        current = self._current
        if not found and current is not None and not self._apart and self._shows(current, grid):
            current.lines.append(f"〔{'；'.join('｜'.join(row) for row in grid.rows)}〕")
            return
        if not found:
            for line in grid.lines():
                self._lines(line)
            return
        if not self._apart:
            self._open_answers()
        for title, keys in found:
            self._behind = marks.head_of(title) or self._behind if title else self._behind
            for key in keys:
                self._take(grid.where, key)

    def _shows(self, question: Question, grid: Grid) -> bool:
        """Whether a table is something that the stem above shows: data in rows and columns, no options, numbers or answers."""
        begun = question.has_options or question.answers or question.filling
        cells = [cell for row in grid.rows for cell in row]
        written = any(
            options.is_option(cell) or marks.number_of(cell) or marks.fields_of(cell)[1] or ROOM.search(cell)
            for cell in cells
        )
        return not begun and len(grid.rows) > 1 and len(grid.rows[0]) > 1 and not written

    def _take(self, where: str, key: Key) -> None:
        found = self._find(key.number)
        if found is None:
            if key.text:
                self.strays.append((where, key))
            return
        if key.text:
            found.answers.append(key.text)
        if key.reason:
            found.reasons.append(key.reason)
        self._last = (self.sections.index(found.section), key.number)

    def _find(self, number: int) -> Question | None:
        """The question that a number of an answer means: of the section named, else on from the last answer."""
        if self._behind is not None:
            named = self._section_like(self._behind)
            if named is not None:
                return self._at(self.sections.index(named), number)
        section, last = self._last
        begin = section if number > last else section + 1
        for place in [*range(begin, len(self.sections)), *range(self._from, begin)]:
            found = self._at(place, number)
            if found is not None and not found.answers:
                return found
        return self._at(section, number)

    def _section_like(self, head: Head) -> Section | None:
        asked = [section for section in self.sections[self._from :] if section.questions]
        same = [section for section in asked if head.ordinal and section.head.ordinal == head.ordinal]
        kind = kind_of(head.kind)
        alike = [section for section in same or asked if kind and kind_of(section.head.kind) == kind]
        return next(iter(alike or same), None)

    def _at(self, section: int, number: int) -> Question | None:
        if section >= len(self.sections):
            return None
        return next((one for one in self.sections[section].questions if one.number == number), None)
