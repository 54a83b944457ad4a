"""Levels of thought as people read them: what answering an item takes."""

from collections.abc import Mapping

from generator.kinds.question import Thought

#: Level → its word beside a question, and what it means.
THOUGHTS: Mapping[Thought, tuple[str, str]] = {
    "记忆": ("记", "记得住法律写了什么"),
    "理解": ("懂", "分得清相近的规定"),
    "应用": ("会用", "把法律用到具体的事情上"),
}
