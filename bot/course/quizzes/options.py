"""Questions answered by choosing one of a few options: how they are listed, and which one was meant. Pure."""

import random
from collections.abc import Iterable, Iterator, Sequence

from bot.course.quizzes.kind import Flaw, Mark, Option, Reply, Say
from bot.korean.hangul import same
from bot.korean.register import ALL_OF_THEM
from bot.message import LONGEST_LABEL, Button, Go, Message


class AnsweredByOption:
    """What authors need of a kind whose `options` are shown and chosen from."""

    __slots__ = ()
    options: tuple[Option, ...]

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
    """The question with its options in an order. A button says its option's own number, so an old one stays true."""
    texts = [options[number - 1].text for number in order]
    buttons = [
        Button(label, Go("answer", f"{name} {number}")) for label, number in zip(labels(texts, say), order, strict=True)
    ]
    text = say("quiz-choice", question=question, options=listed(texts))
    return Message((text,), tuple(buttons), Go("answer", name))


def chosen(options: Sequence[Option], words: str) -> Option | None:
    """The option of that number, or the one the words mean."""
    numbered = next((option for number, option in enumerate(options, 1) if words == str(number)), None)
    return numbered or next((option for option in options if _meant(option, words, options)), None)


def _meant(option: Option, words: str, options: Sequence[Option]) -> bool:
    return same(words, option.text, [other.text for other in options if other is not option])
