"""One lesson file as it is checked: its text, how it is laid out, the part it makes, where each thing stands. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.course.markdown import Block, Outline, Section, between, lines_of
from bot.course.model import About, Part, Practice
from bot.course.quizzes import Quiz
from bot.course.quizzes.kind import Say
from bot.message import Appearance

ASKING = frozenset({"line", "evidence", "promise"})  # sections whose quotes are notes others might write

Found = Iterator[tuple[int, Mapping[str, object]]]
"""The lines where something is wrong, with the values of the sentence that says how to mend it."""


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A file that can be laid out; it makes no part while something in it must be mended first.

    `taken` are folded words that would not arrive as an answer, `channels` what each messenger shows.
    """

    name: str
    plan: Outline
    part: Part | None
    about: About
    taken: frozenset[str]
    say: Say
    channels: Mapping[str, Appearance] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """What kind of file it says it is."""
        return str(self.plan.head.get("kind", "lesson"))

    @property
    def unit(self) -> str:
        """The unit it says it belongs to."""
        return str(self.plan.head.get("unit", ""))

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The part's quizzes."""
        return () if self.part is None or isinstance(self.part, Practice) else self.part.quizzes

    def section(self, key: str) -> Section | None:
        """The section words.toml calls `key`."""
        return next((each for each in self.plan.sections if self.about.sections.get(each.words[0]) == key), None)

    def line_of(self, quiz: Quiz, text: str) -> int:
        """Where a text of a quiz stands; the quiz itself when it stands nowhere alone."""
        section = next(each for each in self.plan.sections if each.line == quiz.line)
        lines = [found for block in section.blocks for found in lines_of(block)]
        marked = (line for line, words in lines if words.startswith("[") and words.endswith(f"] {text}"))
        return next(marked, next((line for line, words in lines if text in words), quiz.line))

    def bubbles(self) -> Iterator[Block]:
        """What a lesson shows at once: each opening bubble without its tag, and each example."""
        groups = [group[:-1] for group in between(self.plan.opening, "hr")]
        examples = self.section("examples")
        groups += between(examples.blocks, "h3") if examples else []
        yield from (
            Block("bubble", group[0].line, "\n\n".join(each.written for each in group)) for group in groups if group
        )

    def blocks(self) -> Iterator[Block]:
        """Every text with its line, as `spoken` to the learner or `noted`: titles, options, terms, others' notes."""
        title, recall = (str(self.plan.head.get(key, "")) for key in ("title", "recall"))
        yield Block("noted", self.plan.keys.get("title", 1), title)
        yield Block("spoken", self.plan.keys.get("recall", 1), recall)
        yield from (voiced for block in self.plan.opening for voiced in _voiced(block, "opening"))
        for section in self.plan.sections:
            word = section.words[0]
            key = "quiz" if word in self.about.kinds else self.about.sections.get(word, "")
            yield from (voiced for block in section.blocks for voiced in _voiced(block, key))


def _voiced(block: Block, key: str, inside: str = "") -> Iterator[Block]:
    option = key == "quiz" and inside == "li" and block.kind == "p"
    noted = key == "terms" or block.kind == "h3" or option or (key in ASKING and inside == "blockquote")
    if block.text:
        yield Block("noted" if noted else "spoken", block.line, block.text)
    for inner in block.inside:
        yield from _voiced(inner, key, "blockquote" if inside == "blockquote" else block.kind)
