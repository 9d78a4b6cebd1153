"""Questions answered by choosing one of a few options: how they are listed, and which one was meant. Pure."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from bot.course.quizzes.kind import (
    LONGEST_CHOICE,
    OTHER,
    RIGHT,
    WRONG,
    Flaw,
    Hint,
    Mark,
    Option,
    Reply,
    Say,
    row,
)
from bot.korean.answer_frame import opened
from bot.korean.answer_parts import part_named, pointed_at
from bot.korean.answers import plain, same
from bot.korean.hangul import initials, is_initials
from bot.korean.ordinals import numbered, place_of
from bot.korean.register import ALL_OF_THEM
from bot.message import LONGEST_LABEL, Button, Go, Message


@dataclass(frozen=True, slots=True)
class AnsweredByOption:
    """A quiz whose `options` are shown and chosen from: what it is read into, and what authors need of it."""

    name: str
    line: int
    question: str
    options: tuple[Option, ...]
    sources: tuple[str, ...] = ()
    review: bool = False
    hints: ClassVar[tuple[Hint, ...]] = ()
    longest: ClassVar[int] = LONGEST_CHOICE

    def claims(self, words: str, _state: str, _say: Say, /) -> bool:
        """A place or the whole of an option; a part of one may be small talk."""
        return place_of(words, len(self.options)) is not None or bool(_in_full(self.options, words))

    @property
    def answer_key(self) -> tuple[Option, ...]:
        """The options as they are written."""
        return self.options

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """What each option says."""
        return tuple(option.text for option in self.options)

    def replies(self, _state: str, _say: Say, /) -> list[Reply]:
        """Every option by its own number, the best first."""
        marks = list(Mark)
        numbered = sorted(enumerate(self.options, 1), key=lambda found: marks.index(found[1].mark))
        return [Reply("", str(number), option.text) for number, option in numbered]

    def flaws(self, _say: Say, /) -> Iterable[Flaw]:
        """Options that speak of the other options."""
        return all_of_them(self.options)


def all_of_them(options: Iterable[Option]) -> Iterator[Flaw]:
    """Options that speak of the other options; shuffled, they point nowhere."""
    for option in options:
        if ALL_OF_THEM.search(option.text):
            yield Flaw("flaw-all-of-them", option.text, {"word": option.text})


def marked(options: Sequence[Option], chosen: Option | None, say: Say) -> tuple[str, ...]:
    """Every option as a row: the chosen one first, then the right one, then the others."""
    order = sorted(options, key=lambda option: (option is not chosen, not option.right))
    return tuple(_row(option, say, mine=option is chosen) for option in order)


def _row(option: Option, say: Say, *, mine: bool) -> str:
    sign = RIGHT if option.right else WRONG if mine and option.mark == Mark.POOR else OTHER
    own = say("quiz-note-mine") if mine else say("quiz-note-right") if option.right else ""
    return row(sign, option.text, say, own, say("quiz-note-fair") if option.mark == Mark.FAIR else "")


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """The numbers from 1 to `count` in an order that is the same for the same seed."""
    numbers = list(range(1, count + 1))
    random.Random(seed).shuffle(numbers)  # noqa: S311 - an order, not a secret
    return tuple(numbers)


def listed(texts: Sequence[str]) -> str:
    """One text a line, numbered."""
    return "\n".join(f"{place}. {text}" for place, text in enumerate(texts, 1))


def labels(texts: Sequence[str], say: Say, most: int = LONGEST_LABEL) -> list[str]:
    """The texts as labels of buttons, or their numbers when one of them is too long."""
    if all(len(text) <= most for text in texts):
        return list(texts)
    return [say("quiz-number", n=place) for place in range(1, len(texts) + 1)]


def choices(name: str, question: str, options: Sequence[Option], order: Sequence[int], say: Say) -> Message:
    """The question with its options in an order, which typed words carry with them: 두 번째 is a place on this screen.

    A button says its option's own number, so an old one stays true.
    """
    texts = [options[number - 1].text for number in order]
    buttons = [
        Button(label, Go("answer", f"{name} {number}")) for label, number in zip(labels(texts, say), order, strict=True)
    ]
    text = say("quiz-choice", question=question, options=listed(texts))
    return Message((text,), tuple(buttons), Go("answer", f"{name}:{''.join(map(str, order))}"))


def chosen(options: Sequence[Option], words: str, state: str = "") -> Option | None:
    """The one option that the words name: by its place on the screen, by its words or by a part that only it has.

    `state` gives the own numbers of the options in the order of the screen. Without it a bare number, as buttons
    carry it, is the option's own, and a place that was said is nobody's. Two at once are none.
    """
    shown = on_screen(options, state)
    if not shown and words in map(str, range(1, len(options) + 1)):
        return options[int(words) - 1]
    place = place_of(words, len(options))
    number, rest = _numbered(words) or (None, "")
    if place and not _in_full(options, rest):  # 3번 방법 is a place, 3번 의견 may speak against itself
        number, rest = place, ""
    by_place = shown[number - 1] if number and number <= len(shown) else None
    by_words = _named(options, rest or words)
    if by_place and by_words and by_place is not by_words:
        return None
    return by_words or (None if rest else by_place)


def _numbered(words: str) -> tuple[int, str] | None:
    """The number and the words of an option, whatever is said first: 제 생각엔 3번 융합."""
    if len(words) > LONGEST_CHOICE:
        return None
    return next(filter(None, map(numbered, (words, *opened(words)))), None)


def on_screen(options: Sequence[Option], state: str) -> list[Option]:
    """The options as they were shown; none when `state` does not say."""
    if len(state) != len(options) or sorted(state) != [str(number) for number in range(1, len(options) + 1)]:
        return []
    return [options[int(number) - 1] for number in state]


def _named(options: Sequence[Option], words: str) -> Option | None:
    """The option of these words, or with this part of its words."""
    if whole := _in_full(options, words):
        return whole[0] if len(whole) == 1 else None
    if is_initials(words):  # ㅁㅎㅇ
        begun = [option for option in options if initials(plain(option.text)) == "".join(words.split())]
        return begun[0] if len(begun) == 1 else None
    texts = [option.text for option in options]
    index = part_named(words, texts)
    if index is None and (part := pointed_at(words)):
        index = part_named(part, texts)
    return None if index is None else options[index]


def _in_full(options: Sequence[Option], words: str) -> list[Option]:
    """The options whose whole words these are."""
    return [option for option in options if _meant(option, words, options)]


def _meant(option: Option, words: str, options: Sequence[Option]) -> bool:
    return same(words, option.text, [other.text for other in options if other is not option])
