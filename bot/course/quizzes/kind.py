"""What all kinds of quiz have in common, and the few words they share. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

from bot.course.markdown import Section
from bot.korean.answers import says
from bot.message import LONGEST_BUBBLE, Button, Go, Message
from bot.message import Say as Say  # noqa: PLC0414 - every kind of quiz is given it

Hint = tuple[str, str]
"""The key of a hint's sentence, and what it gives away."""

LONGEST_CHOICE = 120  # characters a learner may type for one of a few things shown; more is no answer
LONGEST_NAME = 40  # so that every command about a quiz fits a button
LONGEST_EXPLANATION = LONGEST_BUBBLE - 110  # characters of a bubble: the paragraphs it rests on are named below it
RIGHT, WRONG, OTHER = "✓", "✗", "·"  # before what was right, what was answered instead, and whatever else there was


class Mark(StrEnum):
    """How good an answer is, by the sign that stands in its brackets in a lesson file; the best first."""

    BEST = "x"
    FAIR = "-"
    POOR = " "


@dataclass(frozen=True, slots=True)
class Option:
    """One answer, with the reason why it is right or why it is not."""

    text: str
    because: str
    mark: Mark

    @property
    def right(self) -> bool:
        """Whether it is marked as the right one."""
        return self.mark == Mark.BEST


class Reply(NamedTuple):
    """Something a learner may answer: what is carried after the quiz's name (as `state` in `Quiz.hear`), what is said,
    and the words by which authors know it.
    """

    state: str
    said: str
    shown: str


class Flaw(NamedTuple):
    """Something that could be taught, but not well: the key of the sentence that says how to mend it, a text of the
    line where it stands ("" for the question as a whole), and the values of that sentence.
    """

    key: str
    text: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Grade:
    """An answer graded, in pieces that `told` puts together alike for every kind.

    `because` are paragraphs: the reason of what was answered first, that of the right answer last. `solution` is a
    sentence that names the right answer, `rows` what could be answered, marked by `row`; `verdict` stands in place of
    the usual one. `buttons` stay with the question, and typed words complete `expects`; without any, the lesson goes
    on. `answer` is what is kept, if not the words. `fair` is right, but not
    the best: known with effort.
    """

    right: bool
    because: tuple[str, ...] = ()
    solution: str = ""
    rows: tuple[str, ...] = ()
    verdict: str = ""
    buttons: tuple[Button, ...] = ()
    expects: Go | None = None
    answer: str = ""
    fair: bool = False


Verdict = Grade | Message | None
"""What became of words: graded, or answered with the next part of the question, or no answer to it at all."""


class Quiz(Protocol):
    """A question of any kind. Its commands carry its name and, after a colon, whatever it must still know.

    The first half is what a turn needs; from `question` on it is what `check`, `preview` and `export` need.
    """

    @property
    def kind(self) -> str:
        """The name of its kind, as in KINDS."""

    @property
    def name(self) -> str:
        """What memory hangs on; it never changes."""

    @property
    def line(self) -> int:
        """Where it stands in its file."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The paragraphs of the article it rests on."""

    @property
    def review(self) -> bool:
        """Whether it comes back on later days."""

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What may be given away before an answer, one after the other."""

    @property
    def how(self) -> str:
        """The key of the sentence that says how to answer; it may use `most`."""

    @property
    def longest(self) -> int:
        """The most characters an answer has."""

    def ask(self, seed: str, say: Say, /) -> Message:
        """The question; the same for the same seed."""

    def hear(self, words: str, state: str, say: Say, /) -> Verdict:
        """What the words mean; `state` is what the command carried after the quiz's name."""

    def claims(self, words: str, state: str, say: Say, /) -> bool:
        """Whether the words answer it so plainly that under this question they are nothing else, though they may be a
        goodbye or a lesson's number anywhere else: 가다나, 2번 갈게요, 맞는 말이에요. `state` as in `hear`.
        """

    def solution(self, say: Say, /) -> Grade:
        """The right answer with its reason, for somebody who asks to see it."""

    @property
    def question(self) -> str:
        """What it asks, as it is written in its file."""

    @property
    def answer_key(self) -> tuple[Option, ...]:
        """Everything that may be answered, with its mark and its reason, in the order of the file."""

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """Every text of the file that would be typed to answer; none where learners use words of their own."""

    def replies(self, state: str, say: Say, /) -> list[Reply]:
        """One reply for every feedback it has, the best first; never empty. `state` is what the message of `ask`
        expects after the quiz's name.
        """

    def flaws(self, say: Say, /) -> Iterable[Flaw]:
        """What is taught badly in a way that only this kind knows. What holds for every kind is checked elsewhere."""


class Reader(Protocol):
    """Reads a quiz from its section. Raises Faulty."""

    def __call__(self, section: Section, name: str, sources: tuple[str, ...], *, review: bool) -> Quiz:
        """The quiz of that name."""


def told(grade: Grade, say: Say) -> tuple[str, ...]:
    """What an answer is told, in bubbles: the verdict in words, what could be answered, marked, and then why."""
    verdict = grade.verdict or say("quiz-yes" if grade.right else "quiz-wrong")
    first, *others = filter(None, (f"{verdict} {grade.solution}".strip(), "\n".join(grade.rows), *grade.because))
    bubbles = [first]
    for paragraph in others:
        longer = f"{bubbles[-1]}\n\n{paragraph}"
        bubbles[-1:] = [longer] if len(longer) <= LONGEST_EXPLANATION else [bubbles[-1], paragraph]
    return tuple(bubbles)


def row(sign: str, text: str, say: Say, *notes: str) -> str:
    """A line of what could be answered, marked by a sign and, so that nobody has to see that, in words."""
    said = ", ".join(filter(None, notes))
    key = ("quiz-right" if sign == RIGHT else "quiz-row") + ("-noted" if said else "")
    return say(key, sign=sign, text=text, note=said)


def means(words: str, key: str, say: Say) -> bool:
    """Whether the words are one of the forms that the entry under `key` lists, whatever ending they bend it by."""
    return says(words, say(key))


def unknown(name: str, say: Say) -> Button:
    """The button of somebody who does not know; it says what they would type."""
    label = say("button-unknown")
    return Button(label, Go("answer", f"{name} {label}"))
