"""Questions answered in several taps. What was picked travels in the commands, so nothing is kept and no tap is lost.

Places are counted on the screen the question was shown on: an old button still means what stood beside it.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from bot.course.quizzes.kind import Grade, Reply, Say, Verdict, means, unknown
from bot.course.quizzes.options import labels
from bot.korean.answers import same
from bot.korean.ordinals import place_of
from bot.message import LONGEST_LABEL, Button, Go, Message

PICKED = "✓ "  # before the label of what was picked; the button stays, so that typed numbers keep their meaning


@dataclass(frozen=True, slots=True)
class Picks:
    """The own numbers of all things in the order they are shown, and the places picked so far, from 1."""

    shown: tuple[int, ...]
    made: tuple[int, ...] = ()

    def __str__(self) -> str:
        """The form that travels in commands: 2413-31."""
        return f"{''.join(map(str, self.shown))}-{''.join(map(str, self.made))}"

    @property
    def whole(self) -> bool:
        """Whether everything has been picked."""
        return len(self.made) == len(self.shown)

    @property
    def own(self) -> tuple[int, ...]:
        """The own numbers of what was picked."""
        return tuple(self.shown[place - 1] for place in self.made)

    def add(self, places: Sequence[int]) -> "Picks | None":
        """Some places more, or all of them anew; None when that is no possible answer."""
        if len(places) == 1 and places[0] in self.made:
            return self  # a second tap on the same button
        made = tuple(places) if len(places) == len(self.shown) else (*self.made, *places)
        possible = places and len(set(made)) == len(made) and set(made) <= set(range(1, len(self.shown) + 1))
        return Picks(self.shown, made) if possible else None


def shuffle_until(wanted: Callable[[tuple[int, ...]], bool], count: int, seed: str) -> Picks:
    """Nothing picked yet, in an order that is the same for the same seed and not the answer already."""
    numbers = list(range(1, count + 1))
    order = random.Random(seed)  # noqa: S311 - an order, not a secret
    while True:
        order.shuffle(numbers)
        if wanted(tuple(numbers)):
            return Picks(tuple(numbers))


def load_picks(state: str, count: int) -> Picks | None:
    """The picks a command carried; None when it carried none."""
    shown, _, made = state.partition("-")
    if len(shown) != count or sorted(shown) != [str(number) for number in range(1, count + 1)]:
        return None
    if len(made) > count or len(set(made)) != len(made) or not set(made) <= set(shown):
        return None
    return Picks(tuple(map(int, shown)), tuple(map(int, made)))


def moved(picks: Picks, words: str, texts: Sequence[str], say: Say) -> Picks | None:
    """The picks after nothing, an undo, a place, or the words of one of the things shown."""
    if not words:
        return picks
    if means(words, "quiz-says-undo", say):
        return Picks(picks.shown, picks.made[:-1])
    named = [place for place, text in enumerate(texts, 1) if same(words, text)]
    place = named[0] if len(named) == 1 else place_of(words, len(texts))
    return picks.add([place]) if place else None


def taken(screen: Message, say: Say) -> Message:
    """The question after a pick that was made before: it says so, or its button would seem to do nothing."""
    return replace(screen, bubbles=(say("quiz-picked-before"), *screen.bubbles))


def row_replies(hear: Callable[[str, str, Say], Verdict], state: str, say: Say) -> list[Reply]:
    """A right row, and the wrong one with the longest explanation; `hear` is the quiz's own."""
    rows = ["".join(row) for row in permutations(sorted(state.partition("-")[0]))]
    graded = {row: found for row in rows if isinstance(found := hear(row, state, say), Grade)}
    right = next(row for row, found in graded.items() if found.right)
    wrongs = {row: sum(map(len, (*found.rows, *found.because))) for row, found in graded.items() if not found.right}
    return [Reply(state, row, " ".join(row)) for row in (right, max(wrongs, key=lambda row: wrongs[row]))]


def pick_buttons(name: str, picks: Picks, texts: Sequence[str], say: Say) -> tuple[Button, ...]:
    """A button for each thing at its place, one to undo, and one for who does not know."""
    shown = labels(texts, say, LONGEST_LABEL - len(PICKED))
    buttons = [
        Button(f"{PICKED if place in picks.made else ''}{label}", Go("answer", f"{name}:{picks} {place}"))
        for place, label in enumerate(shown, 1)
    ]
    if picks.made:
        before = Picks(picks.shown, picks.made[:-1])
        buttons.append(Button(say("button-undo"), Go("answer", f"{name}:{before}")))
    return (*buttons, unknown(name, say))
