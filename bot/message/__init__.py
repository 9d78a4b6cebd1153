"""What crosses every floor: something a learner said, and the one message that answers it."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from bot.message.blocks import CLOSES, MOMENT, OPENS, PARTS

MOST_BUBBLES = 3  # a KakaoTalk answer holds three (skill guide, answer JSON format)
MOST_BUTTONS = 10  # quick replies under a KakaoTalk answer (same page)
LONGEST_TEXT = 1000  # characters of a KakaoTalk bubble, in UTF-16 (skill guide, simpleText); Telegram takes 4,096
LONGEST_MESSAGE = 1400  # characters of all bubbles, where a list may be shorter: KakaoTalk folds a text above 500
LONGEST_BUBBLE = 900  # characters; so it fits however KakaoTalk counts
LONGEST_LABEL = 14  # characters a KakaoTalk button shows
LONGEST_WORDS = 1000  # characters, composed, that are heard at once; nothing the bot asks for is longer than half of it
LONGEST_RAW = 3 * LONGEST_WORDS  # a syllable of Hangul that came decomposed has up to three signs
HIDDEN = "•"  # a sign of a secret, where it is kept
LONGEST_COMMAND = 64  # bytes a Telegram button carries (Bot API, InlineKeyboardButton)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a learner can be reached: a channel's name and the learner's id there."""

    channel: str
    id: str


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a learner said. `key` names its delivery, so that one delivered twice counts once. `tapped` says that
    the words are what a button of ours carried (`str(button.go)`), and not typed. A `picture` came with the words, its
    caption or ""; the picture itself is never fetched. `corrects` is when the message was sent, in UTC, that was
    changed since into these words. `reply_to` is the text of a message of ours that they reply to, where it is told.
    `batched`: it was fetched with what others said, who are heard next only once it is answered."""

    address: Address
    words: str
    key: str = ""
    tapped: bool = False
    picture: bool = False
    corrects: datetime | None = None
    reply_to: str = ""
    batched: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        if _bears_marks(self.words):  # nobody else says what a block of ours is
            object.__setattr__(self, "words", plain(self.words))


class Go(NamedTuple):
    """A command by its name, and what is said with it. As text, which is how buttons carry it: /name argument."""

    command: str
    argument: str = ""

    def __str__(self) -> str:
        return f"/{self.command} {self.argument}".rstrip()

    def saying(self, words: str) -> "Go":
        """The command with words after its argument."""
        return Go(self.command, f"{self.argument} {words}".strip())


def go_of(text: str) -> Go:
    """What a button carried, the inverse of `str`."""
    command, _, argument = text.removeprefix("/").partition(" ")
    return Go(command, argument.strip())


class Tone(StrEnum):
    """What a button is among those beside it; how that looks is up to each channel."""

    PLAIN = "plain"
    MAIN = "main"  # the way on
    GRAVE = "grave"  # it cannot be taken back


@dataclass(frozen=True, slots=True)
class Button:
    """Tapping it says `go`. Raises ValueError when no messenger could carry it. Two that say the same are the same,
    whatever their tone.
    """

    label: str
    go: Go
    tone: Tone = field(default=Tone.PLAIN, compare=False)

    def __post_init__(self) -> None:
        if not 1 <= len(self.label) <= LONGEST_LABEL:
            raise ValueError(f"a button's label has 1 to {LONGEST_LABEL} characters: {self.label!r}")
        if not self.go.command or len(str(self.go).encode()) > LONGEST_COMMAND:
            raise ValueError(f"a button's command has 1 to {LONGEST_COMMAND} bytes: {self.go}")


@dataclass(frozen=True, slots=True)
class Message:
    """One to three bubbles of plain text, the buttons under the last, and the command that typed words complete.
    Where the words bear marks (bot.message.blocks), they are `marked` too: the same bubbles with their marks, or ().
    A message made of another by `replace` keeps the marks of what it takes over.

    `draft` are words of the learner that wait until they decide whether to keep them; no channel shows it. `file` names
    what goes with the message, such as "plan.pdf": a channel has it made when it sends the message, and not before.
    `illustrated` says that it only shows what the last bubble tells, which goes without it where it has to.
    `takes_picture` says that the open question may be answered by one. Of a `private` one nothing is kept, nor of what
    it answers; of a `secret`, such as a link code in a bubble, only where it stood.

    Raises ValueError when it would not fit the narrowest channel. `repeated` marks an answer given before:
    a channel that still shows it need not send it again.
    """

    bubbles: tuple[str, ...]
    buttons: tuple[Button, ...] = ()
    expects: Go | None = None
    repeated: bool = False
    draft: str = ""
    file: str = ""
    illustrated: bool = False
    takes_picture: bool = False
    private: bool = False
    secret: str = ""
    marked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self._part_from_marks()
        if not 1 <= len(self.bubbles) <= MOST_BUBBLES:
            raise ValueError(f"a message has 1 to {MOST_BUBBLES} bubbles, not {len(self.bubbles)}")
        for bubble in self.bubbles:
            if not bubble.strip() or len(bubble) > LONGEST_BUBBLE:
                raise ValueError(f"a bubble has 1 to {LONGEST_BUBBLE} characters, not {len(bubble)}: {bubble[:40]!r}")
        if len(self.buttons) > MOST_BUTTONS:
            raise ValueError(f"a message has at most {MOST_BUTTONS} buttons, not {len(self.buttons)}")

    def offers(self, command: str) -> bool:
        """Whether a button says a command, whatever is said along with it."""
        return any(button.go.command == command for button in self.buttons)

    def kept(self) -> "Message":
        """The message as it may be kept."""
        if not self.secret:
            return self
        hidden = "".join(HIDDEN if sign.isalnum() else sign for sign in self.secret)
        bubbles = tuple(bubble.replace(self.secret, hidden) for bubble in self.marked or self.bubbles)
        return replace(self, bubbles=bubbles, marked=(), secret="")

    def open_to_pictures(self, takes: Callable[[str], bool]) -> "Message":
        """The message, which says whether its question may be answered by a picture; `takes` says so of a part."""
        part = self.expects.argument if self.expects and self.expects.command == "write" else ""
        open_ = bool(part) and takes(part)
        return self if open_ is self.takes_picture else replace(self, takes_picture=open_)

    def _part_from_marks(self) -> None:
        """Parts what a bubble says from the marks it bears."""
        given = self.bubbles
        if self.marked:
            before = [(plain(bubble), bubble) for bubble in self.marked]
            if given == tuple(words for words, _ in before):
                return
            given = tuple(_carrying(bubble, before) for bubble in given)
        bears = any(map(_bears_marks, given))
        object.__setattr__(self, "marked", given if bears else ())
        if bears:
            object.__setattr__(self, "bubbles", tuple(map(plain, given)))


def _bears_marks(text: str) -> bool:
    return OPENS in text or CLOSES in text


def plain(text: str) -> str:
    """The text without its marks."""
    first, *others = (MOMENT.sub(r"\1", text) if PARTS in text else text).split(OPENS)
    return "".join((first, *(piece[1:] for piece in others))).replace(CLOSES, "")


def _carrying(bubble: str, before: Iterable[tuple[str, str]]) -> str:
    """A bubble made of earlier ones, with the marks of those; each earlier one is given plain and marked."""
    for words, with_marks in before:
        if words != with_marks and words in bubble:
            bubble = bubble.replace(words, with_marks, 1)
    return bubble


@dataclass(frozen=True, slots=True)
class Bubble:
    """A bubble of a history: its number, which grows, when it was shown (UTC), whether the learner said it, its text
    and the name of the file that went with it, or "". Where its text bears marks, it is `marked` too, else "".
    """

    id: int
    at: datetime
    mine: bool
    text: str
    file: str = ""
    marked: str = ""

    def __post_init__(self) -> None:
        if _bears_marks(self.text):
            object.__setattr__(self, "marked", self.text)
            object.__setattr__(self, "text", plain(self.text))


@dataclass(frozen=True, slots=True)
class Subscription:
    """A browser that takes web pushes: where its push service takes them, and its key and secret (RFC 8291)."""

    endpoint: str
    p256dh: str
    auth: str


@dataclass(frozen=True, slots=True)
class File:
    """Something handed over: its name with an ending, its media type, and what is in it."""

    name: str
    kind: str
    content: bytes


def is_picture(name: str) -> bool:
    """Whether a message's file is a picture, by its name."""
    return name.partition(" ")[0].endswith(".png")


def no_faults(_: Message) -> Iterable[str]:
    """For a messenger that shows every message as it is."""
    return ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """How a messenger shows a message: what a bubble holds, from how many on it is folded (UTF-16), a button; `faults`
    are what keeps it from showing one as it is meant, in English.
    """

    longest: int = LONGEST_TEXT
    fold: int = LONGEST_TEXT
    button: str = "[{}]"
    faults: Callable[[Message], Iterable[str]] = no_faults


Say = Callable[..., str]
"""How sentences are asked for by their key: `say(key, **values)`. `bot.texts.Texts` is one."""

Respond = Callable[[Said], Awaitable[Message]]
"""What a channel is given: it answers whatever was said. It raises Away, and nothing else."""

Begin = Callable[[], Awaitable[None]]
"""Awaited right before the first byte of a message may leave. It raises Unsent when the message must not leave."""


async def at_once() -> None:
    """Begin where nothing has to be written down before."""


class Send(Protocol):
    """What a channel gives. It raises Unreachable, Unsent or Unsure when a message did not surely arrive."""

    async def __call__(self, address: Address, message: Message, begin: Begin = at_once) -> None:
        """Send an unprompted message; `begin` is awaited once, when nothing but the network is between."""


def utf16_length(text: str) -> int:
    """Characters as the strictest counter sees them: an emoji is two. How KakaoTalk counts is not published."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Sorry(Exception):
    """A kind refusal: the turn is undone, the open question stays open, and the sentence under `key` is said."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Unreachable(Exception):
    """The learner cannot be reached at this address any more: blocked us, or gone."""


class Unsent(Exception):
    """Nothing of the message arrived, for a passing reason: it may be sent again later."""


class Unsure(Exception):
    """The message may have arrived, whole or in part: never send it again blindly."""


class Busy(Exception):
    """So many ask for the same at once that nobody else shall wait for it."""


class Repeated(Exception):
    """What may be asked for once was asked for before."""


class Away(Exception):
    """Our own memory cannot be reached just now. Nothing was kept; the same words may be said again."""
