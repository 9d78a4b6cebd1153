"""One lesson: the dataclass, and how it is read from its file with every fault found at once. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import msgspec

from bot.learning.quizzes import KINDS, Quiz
from bot.outline import Block, Fault, Faulty, Section, outline, parts

QUIZZES = 2  # check questions in a lesson
MOST_IDEAS = 2  # with the example these are the three bubbles a message holds
MOST_CHARACTERS = 600  # of ideas and one example: about two screens of a phone
MOST_IN_BUBBLE = 250
TAG = "— "  # opens the line that says what a bubble rests on

T = TypeVar("T")


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a course's tables say: its names, and the words its lesson files are written in."""

    title: str
    article: str
    planned: int
    units: Mapping[str, str]
    trades: Mapping[str, str]
    paragraphs: Mapping[str, str]
    boxes: Mapping[str, str]
    sections: Mapping[str, str]
    kinds: Mapping[str, str]
    marks: Mapping[str, str]
    tags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """Something said, and what it rests on: the tag's Korean word, and a paragraph id or a source with its year."""

    tag: str
    source: str
    text: str


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table at the top of a lesson file."""

    title: str
    unit: int
    box: int
    recall: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """Three to four minutes. `examples` are keyed by trade; the first one serves everybody else."""

    name: str
    head: Head
    ideas: tuple[Claim, ...]
    examples: Mapping[str, str]
    claims: tuple[Claim, ...]
    quizzes: tuple[Quiz, ...]
    prompt: str
    samples: tuple[str, ...]
    end: str

    def example(self, trade: str) -> str:
        """The worked example for a trade, or the one that serves everybody."""
        return self.examples.get(trade) or next(iter(self.examples.values()))


def read_lesson(name: str, source: str, about: About) -> tuple[Lesson | None, list[Fault]]:
    """The lesson, or None and everything wrong with its file, in the order of its lines."""
    faults: list[Fault] = []

    def attempt(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Faulty as faulty:
            faults.append(faulty.fault)
            return None

    plan = attempt(lambda: outline(source))
    if plan is None:
        return None, faults
    found = attempt(lambda: _sections(plan.sections, about)) or {}
    head = attempt(lambda: _head(plan.head, about))
    ideas = attempt(lambda: tuple(_ideas(plan.opening, about))) or ()
    examples = attempt(lambda: _examples(found.get("examples"), about)) or {}
    claims = attempt(lambda: tuple(_claims(found.get("claims"), about))) or ()
    prompt, samples = attempt(lambda: _line(found.get("line"))) or ("", ())
    end = attempt(lambda: _end(found.get("end"))) or ""
    asked = [section for section in plan.sections if section.words[0] in about.kinds]
    quizzes = tuple(quiz for section in asked if (quiz := attempt(partial(_quiz, section, about))))
    attempt(lambda: _fits(ideas, examples, len(asked)))
    if faults or head is None:
        return None, sorted(faults, key=lambda fault: fault.line)
    return Lesson(name, head, ideas, examples, claims, quizzes, prompt, samples, end), []


def _head(table: Mapping[str, object], about: About) -> Head:
    try:
        head = msgspec.convert(table, Head)
    except msgspec.ValidationError as error:
        raise Faulty(1, "fault-head", why=error) from error
    if str(head.unit) not in about.units:
        raise Faulty(1, "fault-unit", unit=head.unit)
    if str(head.box) not in about.boxes:
        raise Faulty(1, "fault-box", box=head.box)
    return head


def _sections(sections: Iterable[Section], about: About) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for section in sections:
        word = section.words[0]
        if word in about.kinds:
            continue
        if word not in about.sections:
            raise Faulty(section.line, "fault-section", word=word, words=", ".join([*about.sections, *about.kinds]))
        if about.sections[word] in found:
            raise Faulty(section.line, "fault-section-twice", word=word)
        found[about.sections[word]] = section
    for word, key in about.sections.items():
        if key not in found:
            raise Faulty(1, "fault-section-missing", word=word)
    return found


def _ideas(opening: tuple[Block, ...], about: About) -> Iterator[Claim]:
    bubble: list[Block] = []
    for block in (*opening, Block("hr", opening[-1].line if opening else 1)):
        if block.kind != "hr":
            bubble.append(block)
            continue
        if not bubble or not bubble[-1].text.startswith(TAG):
            raise Faulty(bubble[-1].line if bubble else block.line, "fault-untagged")
        words = parts(bubble[-1].text.removeprefix(TAG))
        tag, source = _tag(words, bubble[-1].line, about)
        text = "\n\n".join(part.words for part in bubble[:-1])
        if not text or len(text) > MOST_IN_BUBBLE:
            raise Faulty(bubble[0].line, "fault-bubble-length", count=len(text), most=MOST_IN_BUBBLE)
        yield Claim(tag, source, text)
        bubble = []


def _tag(words: tuple[str, ...], line: int, about: About) -> tuple[str, str]:
    """A tag and what it rests on; only an addition of ours may rest on nothing."""
    tag, *rest = words
    if tag not in about.tags:
        raise Faulty(line, "fault-tag", word=tag, words=", ".join(about.tags))
    source = " · ".join(rest)
    kind = about.tags[tag]
    if kind in {"opinion", "unverified"} and source not in about.paragraphs:
        raise Faulty(line, "fault-paragraph", word=source, words=", ".join(about.paragraphs))
    if kind == "fact" and not any(sign.isdigit() for sign in source):
        raise Faulty(line, "fault-fact-source")
    return tag, source


def _examples(section: Section | None, about: About) -> dict[str, str]:
    trades = {word: trade for trade, word in about.trades.items()}
    examples: dict[str, str] = {}
    trade = ""
    for block in section.blocks if section else ():
        if block.kind == "h3":
            if block.text not in trades:
                raise Faulty(block.line, "fault-trade", word=block.text, words=", ".join(trades))
            trade = trades[block.text]
        elif not trade:
            raise Faulty(block.line, "fault-example-trade")
        else:
            examples[trade] = "\n\n".join(part for part in (examples.get(trade, ""), block.words) if part)
    if section and not examples:
        raise Faulty(section.line, "fault-empty", word=section.words[0])
    return examples


def _claims(section: Section | None, about: About) -> Iterator[Claim]:
    items = [item for block in (section.blocks if section else ()) for item in block.inside]
    if section and not items:
        raise Faulty(section.line, "fault-empty", word=section.words[0])
    for item in items:
        *words, text = parts(item.words)
        if not words:
            raise Faulty(item.line, "fault-claim")
        tag, source = _tag(tuple(words), item.line, about)
        yield Claim(tag, source, text)


def _line(section: Section | None) -> tuple[str, tuple[str, ...]]:
    blocks = section.blocks if section else ()
    prompt = "\n\n".join(block.text for block in blocks if block.kind == "p")
    samples = tuple(part.words for block in blocks if block.kind == "blockquote" for part in block.inside)
    if section and not (prompt and samples):
        raise Faulty(section.line, "fault-line")
    return prompt, samples


def _end(section: Section | None) -> str:
    text = "\n\n".join(block.words for block in section.blocks) if section else ""
    if section and not text:
        raise Faulty(section.line, "fault-empty", word=section.words[0])
    return text


def _quiz(section: Section, about: About) -> Quiz:
    kind, *rest = section.words
    name = rest[0] if rest else ""
    if not name.isascii() or not name.replace("-", "").isalnum():
        raise Faulty(section.line, "fault-quiz-name", word=name)
    marks = {about.marks.get(word, word) for word in rest[1:]}
    unknown = marks - {"review"} - set(about.paragraphs)
    if unknown:
        raise Faulty(section.line, "fault-quiz-mark", word=unknown.pop())
    sources = tuple(word for word in rest[1:] if word in about.paragraphs)
    return KINDS[about.kinds[kind]](section, name, sources, review="review" in marks)


def _fits(ideas: tuple[Claim, ...], examples: Mapping[str, str], quizzes: int) -> None:
    if quizzes != QUIZZES:
        raise Faulty(1, "fault-two-quizzes", count=quizzes)
    if len(ideas) > MOST_IDEAS:
        raise Faulty(1, "fault-ideas", count=len(ideas), most=MOST_IDEAS)
    longest = sum(len(idea.text) for idea in ideas) + max((len(text) for text in examples.values()), default=0)
    if longest > MOST_CHARACTERS:
        raise Faulty(1, "fault-lesson-length", count=longest, most=MOST_CHARACTERS)
