"""`preview`: a part as learners will see it, from a real conversation with nobody: its blocks, in boxes."""

import textwrap
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.authoring.check import Channels
from bot.authoring.checks.screens import channel_name
from bot.authoring.replies import state_of
from bot.authoring.terminal import WIDTH, boxed
from bot.course.load import load_course
from bot.course.model import Check, Course, Lesson, Part, Practice
from bot.course.quizzes import Quiz
from bot.course.quizzes.kind import Say
from bot.message import Address, Appearance, Message, Respond, Said, utf16_length
from bot.message.blocks import drawn as blocks_of
from bot.texts import Texts

Rehearse = Callable[[Course, Texts], Respond]
"""How a conversation over a course is begun that keeps nothing."""


async def preview(
    folder: Path, name: str, trade: str, channels: Channels, say: Texts, rehearse: Rehearse, *, coloured: bool = False
) -> tuple[int, list[str]]:
    """Every screen of a part, for these channels; status 2 when there is no such part or trade.

    `name` is the part's or a lesson's number; `trade` a trade or its Korean word, "" for the first. Raises
    BrokenCourse.
    """
    course = load_course(folder, draft=name.removesuffix(".md"))
    part = _part(course, name)
    trades = {said: known for known, word in course.about.trades.items() for said in (known, word)}
    if part is None:
        return 2, [say("author-no-part", name=name)]
    if trade and trade not in trades:
        return 2, [say("author-no-trade", words=", ".join(course.about.trades.values()))]
    lines: list[str] = []
    told = trades.get(trade, next(iter(course.about.trades)))
    async for heading, message in Rehearsal(rehearse(course, say), next(iter(channels)), told, say).screens(part):
        lines += drawn(heading, message, channels, say, coloured=coloured)
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


def drawn(heading: str, message: Message, channels: Channels, say: Texts, *, coloured: bool = False) -> Iterator[str]:
    """The lines of one screen: each bubble in a box with its length on each channel, then the buttons; a choice that
    stands whole on a button is not told twice, as on all channels.
    """
    yield f"── {heading}"
    labels = [button.label for button in message.buttons]
    for bubble, blocks in zip(message.bubbles, blocks_of(message.marked or message.bubbles, labels), strict=True):
        yield from boxed(blocks, coloured=coloured)
        lengths = (_length(channel_name(name, say), looks, bubble, say) for name, looks in channels.items())
        yield f"  {' · '.join(lengths)}"
    for name, looks in channels.items() if message.buttons else ():
        told = " ".join((channel_name(name, say), *map(looks.button.format, labels)))
        yield from textwrap.wrap(told, WIDTH * 2, initial_indent="  ", subsequent_indent="    ")
    yield ""


def _length(channel: str, looks: Appearance, bubble: str, say: Say) -> str:
    count = utf16_length(bubble)
    key = "over" if count > looks.longest else "folded" if count > looks.fold else "fits"
    return say(f"preview-{key}", channel=channel, count=count, most=looks.longest, fold=looks.fold)
