"""From a file's text to a part of the course, with every fault of the file found at once. Pure."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeVar

import msgspec

from bot.learning.quizzes import KINDS, Quiz
from bot.lessons import CHECKED, About, Ask, Check, Claim, Head, Lesson, Part, Practice
from bot.outline import Block, Fault, Faulty, Outline, Section, outline, parts

MOST_IDEAS = 2  # with the example these are the three bubbles a message holds
MOST_CHARACTERS = 600  # of ideas and one example: about two screens of a phone
MOST_IN_BUBBLE = 250
MOST_IN_TITLE = 20
TAG = "— "  # opens the line that says what a bubble rests on
NOTHING = Ask("", ())

SECTIONS = {  # what each kind of file is made of, and how many quizzes it has
    "lesson": (("examples", "claims", "terms", "line", "end"), range(CHECKED, 9)),
    "practice": (("steps", "evidence", "end"), range(1)),
    "check": (("line", "promise", "end"), range(3, 4)),
    "precheck": (("end",), range(5, 6)),
}

T = TypeVar("T")


def read_part(name: str, source: str, about: About) -> tuple[Part | None, list[Fault]]:
    """The lesson, practice or check a file holds; or None and everything wrong with it, in the order of its lines."""
    draft = _Draft(about)
    plan = draft.attempt(lambda: outline(source))
    head = draft.attempt(lambda: _head(plan.head, about)) if plan else None
    part = draft.part(name, plan, head) if plan and head else None
    return (None, sorted(draft.faults, key=lambda fault: fault.line)) if draft.faults else (part, [])


class _Draft:
    """One reading of one file: tries every section, and keeps what was wrong with each."""

    def __init__(self, about: About) -> None:
        self.about = about
        self.faults: list[Fault] = []

    def attempt(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except Faulty as faulty:
            self.faults.append(faulty.fault)
            return None

    def part(self, name: str, plan: Outline, head: Head) -> Part:
        wanted, _ = SECTIONS[head.kind]
        found = self.attempt(lambda: _sections(plan.sections, wanted, self.about)) or {}
        ideas = self.attempt(lambda: tuple(_ideas(plan.opening, self.about))) or ()
        quizzes = self.quizzes(plan, head)
        end = self.attempt(lambda: _end(found.get("end"))) or ""
        if head.kind == "practice":
            steps = self.attempt(lambda: _steps(found.get("steps"))) or ()
            return Practice(name, head, ideas, steps, self.ask(found.get("evidence")), end)
        line = self.ask(found.get("line"))
        if head.kind != "lesson":
            return Check(name, head, ideas, quizzes, line, self.ask(found.get("promise")), end)
        examples = self.attempt(lambda: _examples(found.get("examples"), self.about)) or {}
        claims = self.attempt(lambda: tuple(_claims(found.get("claims"), self.about))) or ()
        terms = self.attempt(lambda: _terms(found.get("terms"))) or {}
        self.attempt(lambda: _fits(ideas, examples))
        return Lesson(name, head, ideas, examples, claims, terms, quizzes, line, end)

    def ask(self, section: Section | None) -> Ask:
        return (self.attempt(partial(_ask, section)) if section else None) or NOTHING

    def quizzes(self, plan: Outline, head: Head) -> tuple[Quiz, ...]:
        _, wanted = SECTIONS[head.kind]
        asked = [section for section in plan.sections if section.words[0] in self.about.kinds]
        if len(asked) not in wanted:
            values = (("count", str(len(asked))), ("least", str(wanted[0])), ("most", str(wanted[-1])))
            self.faults.append(Fault(asked[-1].line if asked else 1, "fault-quiz-count", values))
        return tuple(quiz for section in asked if (quiz := self.attempt(partial(_quiz, section, self.about))))


def _head(table: Mapping[str, object], about: About) -> Head:
    try:
        head = msgspec.convert(table, Head)
    except msgspec.ValidationError as error:
        raise Faulty(1, "fault-head", why=error) from error
    if head.kind not in SECTIONS:
        raise Faulty(1, "fault-kind", word=head.kind, words=", ".join(SECTIONS))
    if not 0 < len(head.title) <= MOST_IN_TITLE:
        raise Faulty(1, "fault-title", most=MOST_IN_TITLE)
    if head.kind == "lesson" and not head.recall.endswith("?"):
        raise Faulty(1, "fault-recall")
    if head.kind != "precheck" and str(head.unit) not in about.units:
        raise Faulty(1, "fault-unit", unit=head.unit)
    if head.kind in {"lesson", "practice"} and str(head.box) not in about.boxes:
        raise Faulty(1, "fault-box", box=head.box)
    return head


def _sections(sections: tuple[Section, ...], wanted: tuple[str, ...], about: About) -> dict[str, Section]:
    words = {key: word for word, key in about.sections.items() if key in wanted}
    found: dict[str, Section] = {}
    for section in sections:
        word = section.words[0]
        if word in about.kinds:
            continue
        key = about.sections.get(word, "")
        if key not in wanted:
            known = ", ".join([*words.values(), *about.kinds])
            raise Faulty(section.line, "fault-section", word=word, words=known)
        if key in found:
            raise Faulty(section.line, "fault-section-twice", word=word)
        found[key] = section
    for key, word in words.items():
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
        tag, source = _tag(parts(bubble[-1].text.removeprefix(TAG)), bubble[-1].line, about)
        text = "\n\n".join(part.words for part in bubble[:-1])
        if not 0 < len(text) <= MOST_IN_BUBBLE:
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
    for item in _items(section, "ul"):
        *words, text = parts(item.words)
        if not words:
            raise Faulty(item.line, "fault-claim")
        tag, source = _tag(tuple(words), item.line, about)
        yield Claim(tag, source, text)


def _terms(section: Section | None) -> dict[str, str]:
    terms: dict[str, str] = {}
    for item in _items(section, "ul"):
        word, *meaning = parts(item.words)
        if len(meaning) != 1 or word in terms:
            raise Faulty(item.line, "fault-term", word=word)
        terms[word] = meaning[0]
    return terms


def _steps(section: Section | None) -> tuple[str, ...]:
    return tuple(item.words for item in _items(section, "ol"))


def _items(section: Section | None, kind: str) -> list[Block]:
    if section is None:
        return []
    items = [item for block in section.blocks if block.kind == kind for item in block.inside]
    if not items:
        raise Faulty(section.line, "fault-empty", word=section.words[0])
    return items


def _ask(section: Section) -> Ask:
    prompt = "\n\n".join(block.text for block in section.blocks if block.kind == "p")
    samples = tuple(part.words for block in section.blocks if block.kind == "blockquote" for part in block.inside)
    if not (prompt and samples):
        raise Faulty(section.line, "fault-line", word=section.words[0])
    return Ask(prompt, samples)


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


def _fits(ideas: tuple[Claim, ...], examples: Mapping[str, str]) -> None:
    if len(ideas) > MOST_IDEAS:
        raise Faulty(1, "fault-ideas", count=len(ideas), most=MOST_IDEAS)
    longest = sum(len(idea.text) for idea in ideas) + max((len(text) for text in examples.values()), default=0)
    if longest > MOST_CHARACTERS:
        raise Faulty(1, "fault-lesson-length", count=longest, most=MOST_CHARACTERS)
