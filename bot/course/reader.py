"""From a file's text to a part of the course, with every fault of the file found at once. Pure."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec

from bot.course.faults import Fault, Faulty, value_fault
from bot.course.markdown import Block, Outline, Section, between, outline, parts, written
from bot.course.model import CHECKED, About, Check, Head, Lesson, Part, Practice, Prompt, Statement
from bot.course.quizzes import KINDS, Quiz
from bot.course.table import UNWRITTEN

MOST_CHARACTERS = 600  # of ideas and one example: about two screens of a phone
MOST_IN_BUBBLE = 250
MOST_IN_TITLE = 14
TAG = "— "  # opens the line that says what a bubble rests on
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # of a question, as another one's heading may tell it
NOTHING = Prompt("", ())


class Made(NamedTuple):
    """What a kind of file is made of: its sections, how many bubbles open it, and how many quizzes it has."""

    sections: tuple[str, ...]
    ideas: int
    quizzes: range


FILES = {
    "lesson": Made(("examples", "claims", "terms", "line", "end"), 2, range(CHECKED, 9)),
    "practice": Made(("steps", "evidence", "end"), 2, range(1)),
    "check": Made(("line", "promise", "end"), 3, range(3, 4)),
    "precheck": Made(("end",), 3, range(5, 6)),
}

T = TypeVar("T")
Read = Callable[[], T]


def read_part(name: str, source: str, about: About) -> tuple[Part | None, list[Fault]]:
    """The lesson, practice or check a file holds; or None and everything wrong with it, in the order of its lines."""
    draft = _Draft(about)
    plan = draft.attempt(lambda: outline(source))
    part = draft.read(name, plan) if plan else None
    if not draft.faults:
        return part, []
    unwritten = {fault.line for fault in draft.faults if fault.key == "fault-unwritten"}
    faults = [fault for fault in draft.faults if fault.key == "fault-unwritten" or fault.line not in unwritten]
    return None, sorted(dict.fromkeys(faults), key=lambda fault: fault.line)


class _Draft:
    """One reading of one file: tries every item, and keeps what was wrong with each."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.faults: list[Fault] = []

    def attempt(self, read: Read[T]) -> T | None:
        try:
            return read()
        except Faulty as faulty:
            self.faults.append(faulty.fault)
            return None

    def attempts(self, reads: Iterable[Read[T]]) -> tuple[T, ...]:
        return tuple(found for read in reads if (found := self.attempt(read)) is not None)

    def read(self, name: str, plan: Outline) -> Part | None:
        self.faults += plan.faults
        unwritten = (line for line, text in written(plan) if UNWRITTEN in text)
        self.faults += [Fault(line, "fault-unwritten") for line in unwritten]
        head = self.attempt(partial(_head, plan))
        if head is None:
            return None
        self.faults += _head_faults(head, plan.keys, self.about)
        return self.part(name, plan, head)

    def part(self, name: str, plan: Outline, head: Head) -> Part:
        found = self.sections(plan.sections, FILES[head.kind].sections)
        ideas = self.ideas(plan.opening, FILES[head.kind].ideas)
        quizzes = self.quizzes(plan, FILES[head.kind].quizzes)
        end = self.attempt(lambda: _end(found.get("end"))) or ""
        if head.kind == "practice":
            steps = tuple(item.words for item in self.items(found.get("steps"), "ol"))
            return Practice(name, head, ideas, steps, self.ask(found.get("evidence")), end)
        line = self.ask(found.get("line"))
        if head.kind != "lesson":
            return Check(name, head, ideas, quizzes, line, self.ask(found.get("promise")), end)
        examples = self.examples(found.get("examples"))
        claims = self.attempts(partial(_claim, item, self.about) for item in self.items(found.get("claims")))
        terms = self.attempts(partial(_term, item) for item in self.items(found.get("terms")))
        self.attempt(lambda: _fits(ideas, examples, found.get("examples"), self.about))
        siblings = self.siblings(plan, quizzes)
        said = " ".join(word for idea in ideas for word in idea.text.split())
        for sentence in head.alone:
            if sentence not in said:
                self.faults.append(Fault(plan.keys["alone"], "fault-alone", (("sentence", sentence),)))
        return Lesson(name, head, ideas, examples, claims, self.unique(terms), quizzes, line, end, siblings)

    def sections(self, sections: tuple[Section, ...], wanted: tuple[str, ...]) -> dict[str, Section]:
        words = {key: word for word, key in self.about.sections.items() if key in wanted}
        found: dict[str, Section] = {}
        strange = [section for section in sections if section.words[0] not in (*words.values(), *self.about.kinds)]
        known = ", ".join([*words.values(), *self.about.kinds])
        for section in strange:
            values = (("word", section.words[0]), ("words", known))
            self.faults.append(Fault(section.line, "fault-section", values))
        for section in sections:
            key = self.about.sections.get(section.words[0], "")
            if key in found:
                self.faults.append(Fault(section.line, "fault-section-twice", (("word", section.words[0]),)))
            elif key in words:
                found[key] = section
        # what is called by a wrong name is missing too, and one fault is enough
        misnamed = strange or any(fault.key == "fault-section-twice" for fault in self.faults)
        missing = [] if misnamed else [word for key, word in words.items() if key not in found]
        self.faults += [Fault(1, "fault-section-missing", (("word", word),)) for word in missing]
        return found

    def ideas(self, opening: tuple[Block, ...], most: int) -> tuple[Statement, ...]:
        bubbles = between(opening, "hr")
        if len(bubbles) > most:
            line = bubbles[most][0].line if bubbles[most] else 1
            self.faults.append(Fault(line, "fault-ideas", (("count", str(len(bubbles))), ("most", str(most)))))
        return self.attempts(partial(_idea, bubble, self.about) for bubble in bubbles)

    def items(self, section: Section | None, kind: str = "ul") -> tuple[Block, ...]:
        return self.attempt(lambda: _items(section, kind)) or ()

    def examples(self, section: Section | None) -> dict[str, str]:
        trades = {word: trade for trade, word in self.about.trades.items()}
        texts: dict[str, list[str]] = {}
        trade = ""
        for block in section.blocks if section else ():
            if block.kind == "h3":
                trade = self.attempt(partial(_trade, block, trades, texts)) or f"{block.line}"
            elif not trade:
                self.faults.append(Fault(block.line, "fault-example-trade"))
            texts.setdefault(trade, []).extend([block.words] if block.kind != "h3" else [])
        if section and not any(texts.values()):
            self.faults.append(Fault(section.line, "fault-empty", (("word", section.words[0]),)))
        return {trade: "\n\n".join(found) for trade, found in texts.items() if found}

    def unique(self, terms: tuple[tuple[str, str, int], ...]) -> dict[str, str]:
        meanings: dict[str, str] = {}
        for word, meaning, line in terms:
            if word in meanings:
                self.faults.append(Fault(line, "fault-term", (("word", word),)))
            meanings.setdefault(word, meaning)
        return meanings

    def ask(self, section: Section | None) -> Prompt:
        return (self.attempt(partial(_ask, section)) if section else None) or NOTHING

    def quizzes(self, plan: Outline, wanted: range) -> tuple[Quiz, ...]:
        asked = [section for section in plan.sections if section.words[0] in self.about.kinds]
        if len(asked) not in wanted:
            values = (("count", str(len(asked))), ("least", str(wanted[0])), ("most", str(wanted[-1])))
            self.faults.append(Fault(asked[-1].line if asked else 1, "fault-quiz-count", values))
        return self.attempts(partial(_quiz, section, self.about) for section in asked)

    def siblings(self, plan: Outline, quizzes: tuple[Quiz, ...]) -> dict[str, str]:
        """By name, each question with the thought it names: a question that the lesson asks and that comes back."""
        thoughts = {quiz.name for place, quiz in enumerate(quizzes) if quiz.review or place < CHECKED}
        sections = {section.line: section for section in plan.sections if section.words[0] in self.about.kinds}
        found: dict[str, str] = {}
        for quiz in quizzes if len(quizzes) == len(sections) else ():  # a question that cannot be read may be named
            for name in _other_names(sections[quiz.line], self.about):
                if name not in thoughts or quiz.review or quiz.name in found:
                    self.faults.append(Fault(quiz.line, "fault-quiz-thought", (("word", name),)))
                found[quiz.name] = name
        return found


def _head(plan: Outline) -> Head:
    try:
        head = msgspec.convert(plan.head, Head)
    except msgspec.ValidationError as error:
        raise Faulty.of(value_fault(error, plan.head, plan.lines, first=2)) from None
    if head.kind not in FILES:
        raise Faulty(plan.keys["kind"], "fault-kind", word=head.kind, words=", ".join(FILES))
    return head


def _head_faults(head: Head, keys: Mapping[str, int], about: About) -> Iterator[Fault]:
    if not 0 < len(head.title) <= MOST_IN_TITLE:
        yield Fault(keys.get("title", 1), "fault-title", (("most", str(MOST_IN_TITLE)),))
    if head.kind == "lesson" and not head.recall.endswith("?"):
        yield Fault(keys.get("recall", 1), "fault-recall")
    if head.kind != "precheck" and str(head.unit) not in about.units:
        yield Fault(keys.get("unit", 1), "fault-unit", (("unit", str(head.unit)),))
    if head.kind != "precheck" and str(head.box) not in about.boxes:
        yield Fault(keys.get("box", 1), "fault-box", (("box", str(head.box)),))


def _idea(bubble: list[Block], about: About) -> Statement:
    if not bubble or not bubble[-1].text.startswith(TAG):
        raise Faulty(bubble[-1].line if bubble else 1, "fault-untagged")
    tag, source = _tag(parts(bubble[-1].text.removeprefix(TAG)), bubble[-1].line, about)
    text = "\n\n".join(part.words for part in bubble[:-1])
    if not 0 < len(text) <= MOST_IN_BUBBLE:
        raise Faulty(bubble[0].line, "fault-bubble-length", count=len(text), most=MOST_IN_BUBBLE)
    return Statement(tag, source, text)


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


def _trade(heading: Block, trades: Mapping[str, str], before: Collection[str]) -> str:
    if heading.text not in trades:
        raise Faulty(heading.line, "fault-trade", word=heading.text, words=", ".join(trades))
    if trades[heading.text] in before:
        raise Faulty(heading.line, "fault-trade-twice", word=heading.text)
    return trades[heading.text]


def _claim(item: Block, about: About) -> Statement:
    *words, text = parts(item.words)
    if not words:
        raise Faulty(item.line, "fault-claim")
    tag, source = _tag(tuple(words), item.line, about)
    return Statement(tag, source, text)


def _term(item: Block) -> tuple[str, str, int]:
    word, *meaning = parts(item.words)
    if len(meaning) != 1:
        raise Faulty(item.line, "fault-term", word=word)
    return word, meaning[0], item.line


def _items(section: Section | None, kind: str) -> tuple[Block, ...]:
    if section is None:
        return ()
    items = tuple(item for block in section.blocks if block.kind == kind for item in block.inside)
    if not items:
        raise Faulty(section.line, "fault-empty", word=section.words[0])
    return items


def _ask(section: Section) -> Prompt:
    prompt = "\n\n".join(block.flow for block in section.blocks if block.kind == "p")
    samples = tuple(part.words for block in section.blocks if block.kind == "blockquote" for part in block.inside)
    if not (prompt and samples):
        raise Faulty(section.line, "fault-line", word=section.words[0])
    return Prompt(prompt, samples)


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
    unknown = marks - {"review"} - set(about.paragraphs) - set(_other_names(section, about))
    if unknown:
        raise Faulty(section.line, "fault-quiz-mark", word=unknown.pop())
    sources = tuple(word for word in rest[1:] if word in about.paragraphs)
    return KINDS[about.kinds[kind]](section, name, sources, review="review" in marks)


def _other_names(section: Section, about: About) -> list[str]:
    """What else in a question's heading looks like the name of one."""
    words = (word for word in section.words[2:] if word not in about.marks and word not in about.paragraphs)
    return [word for word in words if NAME.fullmatch(word)]


def _fits(ideas: tuple[Statement, ...], examples: Mapping[str, str], section: Section | None, about: About) -> None:
    trade, longest = max(examples.items(), key=lambda found: len(found[1]), default=("", ""))
    count = sum(len(idea.text) for idea in ideas) + len(longest)
    if section and count > MOST_CHARACTERS:
        line = next(block.line for block in section.blocks if block.text == about.trades.get(trade, block.text))
        raise Faulty(line, "fault-lesson-length", count=count, most=MOST_CHARACTERS)
