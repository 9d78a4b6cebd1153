"""Questions answered by choosing one of a few options: how they are listed, and which one was meant. Pure."""

import random
from collections.abc import Sequence

from bot.course.quizzes.kind import Say
from bot.course.quizzes.reading import Option
from bot.korean.hangul import same
from bot.message import LONGEST_LABEL, Button, Go, Message


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
