"""`preview`: a part as learners will see it, from a real conversation with nobody, in boxes of plain text."""

import textwrap
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.authoring.replies import state_of
from bot.course.load import load_course
from bot.course.model import Check, Course, Lesson, Part, Practice
from bot.course.quizzes import Quiz
from bot.course.quizzes.kind import Say
from bot.message import Address, Appearance, Message, Respond, Said, utf16_length
from bot.texts import Texts

WIDTH = 40  # columns: about what a phone shows; a Hangul syllable takes two


Channels = Mapping[str, Appearance]
"""How each channel shows a message, by the channel's name."""

Rehearse = Callable[[Course, Texts], AbstractAsyncContextManager[Respond]]
"""How a conversation over a course is opened that keeps nothing."""


async def preview(
    folder: Path, name: str, trade: str, channels: Channels, say: Texts, rehearse: Rehearse
) -> tuple[int, list[str]]:
    """Every screen of a part, for these channels; status 2 when there is no such part or trade.

    `name` is the part's or a lesson's number; `trade` a trade or its Korean word, "" for the first. Raises
    BrokenCourse.
    """
    course = load_course(folder)
    part = _part(course, name)
    trades = {said: known for known, word in course.about.trades.items() for said in (known, word)}
    if part is None:
        return 2, [say("author-no-part", name=name)]
    if trade and trade not in trades:
        return 2, [say("author-no-trade", words=", ".join(course.about.trades.values()))]
    lines: list[str] = []
    async with rehearse(course, say) as respond:
        rehearsal = Rehearsal(respond, next(iter(channels)), trades.get(trade, next(iter(course.about.trades))), say)
        async for heading, message in rehearsal.screens(part):
            lines += drawn(heading, message, channels, say)
    return 0, lines


def _part(course: Course, asked: str) -> Part | None:
    """The part of that name or, for a lesson, number."""
    if asked.isdecimal() and 1 <= int(asked) <= len(course.lessons):
        return course.lessons[int(asked) - 1]
    if course.precheck and asked == course.precheck.name:
        return course.precheck
    return course.part(asked.removesuffix(".md"))


@dataclass(slots=True)
class Rehearsal:
    """Learners who never were: each walks from the greeting to one screen of a part."""

    respond: Respond
    channel: str
    trade: str
    say: Say
    names: Iterator[int] = field(default_factory=count)

    async def screens(self, part: Part) -> AsyncIterator[tuple[str, Message]]:
        """Every screen of a part with its heading, in reading order."""
        start = {Lesson: "/lesson", Practice: "/practice", Check: "/check"}[type(part)]
        walk = [] if isinstance(part, Check) and part.head.kind == "precheck" else [f"{start} {part.name}"]
        if walk:
            yield part.head.title, await (await self._learner()).says(*walk)
        quizzes = () if isinstance(part, Practice) else part.quizzes
        sitting = part.checks if isinstance(part, Lesson) else quizzes  # asked one after the other
        for at, quiz in enumerate(quizzes):
            async for screen in self._quiz(quiz, walk, sitting[:at]):
                yield screen
        if walk:
            async for screen in self._end(part, walk):
                yield screen

    async def _quiz(self, quiz: Quiz, walk: list[str], others: Sequence[Quiz]) -> AsyncIterator[tuple[str, Message]]:
        """The question, its hints, each of its explanations, and its solution."""
        learner = await self._learner(walk, others)
        question = await learner.says(f"/ask {quiz.name}")
        yield self.say("preview-question", name=quiz.name), question
        for number in range(1, len(quiz.hints) + 1):
            yield self.say("preview-hint", number=number), await learner.says(f"/hint {quiz.name}:{number}")
        for at, reply in enumerate(quiz.replies(state_of(question), self.say)):
            learner = await self._learner(walk, others)
            yield self.say("preview-reply", words=reply.shown), await learner.answers(quiz, at, self.say)
        learner = await self._learner(walk, others)
        unknown = self.say("button-unknown")
        yield self.say("preview-reply", words=unknown), await learner.says(f"/answer {quiz.name} {unknown}")

    async def _end(self, part: Part, walk: list[str]) -> AsyncIterator[tuple[str, Message]]:
        """The line that is asked for, what follows it, and the end."""
        answered = () if isinstance(part, Practice) else part.checks if isinstance(part, Lesson) else part.quizzes
        learner = await self._learner(walk, answered)
        ask = part.evidence if isinstance(part, Practice) else part.line
        yield self.say("preview-line"), await learner.says(f"/line {part.name}")
        written = await learner.says(f"/write {part.name} {ask.samples[0]}")
        if isinstance(part, Check):
            yield self.say("preview-promise"), written
            written = await learner.says(f"/skip {part.name}")
        yield self.say("preview-end"), written

    async def _learner(self, walk: Sequence[str] = (), answered: Sequence[Quiz] = ()) -> "_Learner":
        learner = _Learner(self.respond, Address(self.channel, f"{next(self.names)}"))
        await learner.says("/start", f"/trade {self.trade}", *walk)
        for quiz in answered:
            await learner.answers(quiz, 0, self.say)
        return learner


@dataclass(frozen=True, slots=True)
class _Learner:
    respond: Respond
    address: Address

    async def says(self, *words: str) -> Message:
        messages = [await self.respond(Said(self.address, said, tapped=True)) for said in words]
        return messages[-1]

    async def answers(self, quiz: Quiz, at: int, say: Say) -> Message:
        """Ask, and give the reply at a place; the row of another learner was shuffled otherwise."""
        question = await self.says(f"/ask {quiz.name}")
        reply = quiz.replies(state_of(question), say)[at]
        command = f"/answer {quiz.name}:{reply.state}" if reply.state else f"/answer {quiz.name}"
        return await self.says(f"{command} {reply.said}")


def drawn(heading: str, message: Message, channels: Channels, say: Texts) -> Iterator[str]:
    """The lines of one screen: each bubble in a box with its length on each channel, then the buttons."""
    yield f"── {heading}"
    for bubble in message.bubbles:
        yield f"┌{'─' * (WIDTH + 2)}┐"
        yield from (f"│ {line}{' ' * (WIDTH - columns(line))} │" for line in wrapped(bubble))
        yield f"└{'─' * (WIDTH + 2)}┘"
        yield "  " + " · ".join(_length(_name(name, say), looks, bubble, say) for name, looks in channels.items())
    for name, looks in channels.items() if message.buttons else ():
        labels = " ".join(looks.button.format(button.label) for button in message.buttons)
        yield from textwrap.wrap(
            f"{_name(name, say)} {labels}", WIDTH * 2, initial_indent="  ", subsequent_indent="    "
        )
    yield ""


def wrapped(text: str) -> Iterator[str]:
    """The text in lines of at most WIDTH columns, broken at spaces where there are any."""
    for line in text.split("\n"):
        row = ""
        for word in line.split(" "):
            joined = f"{row} {word}" if row else word
            if columns(joined) > WIDTH and row:
                yield row
                joined = word
            *full, row = _pieces(joined)
            yield from full
        yield row


def columns(text: str) -> int:
    """How wide a text stands in a terminal: wide signs take two columns, marks and joiners none."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _pieces(word: str) -> list[str]:
    """A word in pieces that fit a line."""
    pieces = [""]
    for sign in word:
        if columns(pieces[-1] + sign) > WIDTH:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _name(channel: str, say: Texts) -> str:
    """A channel's name in Korean; that of a new one as it stands in addresses."""
    key = f"preview-{channel}"
    return say(key) if key in say.keys else channel


def _length(channel: str, looks: Appearance, bubble: str, say: Say) -> str:
    count = utf16_length(bubble)
    key = "over" if count > looks.longest else "folded" if count > looks.fold else "fits"
    return say(f"preview-{key}", channel=channel, count=count, most=looks.longest, fold=looks.fold)
