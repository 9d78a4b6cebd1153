"""A part as learners will see it, from a real conversation with nobody: boxes of plain text for authors."""

import textwrap
import unicodedata
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from bot.authoring.replies import Reply, replies, state_of
from bot.course.model import Check, Lesson, Part, Practice
from bot.course.quizzes import Quiz
from bot.course.quizzes.kind import Say
from bot.message import Address, Message, Respond, Said

WIDTH = 40  # columns: about what a phone shows; a Hangul syllable takes two


@dataclass(frozen=True, slots=True)
class Channel:
    """How much one bubble of a messenger holds, from where it is folded, how it is counted, how buttons look."""

    longest: int
    fold: int
    length: Callable[[str], int]
    button: str


def utf16(text: str) -> int:
    """Characters as the strictest counter sees them: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


CHANNELS: Mapping[str, Channel] = {
    "kakao": Channel(1000, 500, utf16, "({})"),  # simpleText; from 500 on only its beginning is shown
    "telegram": Channel(4096, 4096, utf16, "[{}]"),  # sendMessage
}


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
        for at, reply in enumerate(replies(quiz, state_of(question), self.say)):
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
        reply: Reply = replies(quiz, state_of(question), say)[at]
        command = f"/answer {quiz.name}:{reply.state}" if reply.state else f"/answer {quiz.name}"
        return await self.says(f"{command} {reply.said}")


def drawn(heading: str, message: Message, channels: Sequence[str], say: Say) -> Iterator[str]:
    """The lines of one screen: each bubble in a box with its length on each channel, then the buttons."""
    yield f"── {heading}"
    for bubble in message.bubbles:
        yield f"┌{'─' * (WIDTH + 2)}┐"
        yield from (f"│ {line}{' ' * (WIDTH - columns(line))} │" for line in wrapped(bubble))
        yield f"└{'─' * (WIDTH + 2)}┘"
        yield "  " + " · ".join(_length(name, bubble, say) for name in channels)
    for name in channels if message.buttons else ():
        labels = " ".join(CHANNELS[name].button.format(button.label) for button in message.buttons)
        yield from textwrap.wrap(
            f"{say(f'preview-{name}')} {labels}", WIDTH * 2, initial_indent="  ", subsequent_indent="    "
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


def _length(name: str, bubble: str, say: Say) -> str:
    channel = CHANNELS[name]
    length = channel.length(bubble)
    key = "over" if length > channel.longest else "folded" if length > channel.fold else "fits"
    return say(f"preview-{key}", channel=say(f"preview-{name}"), count=length, most=channel.longest, fold=channel.fold)
