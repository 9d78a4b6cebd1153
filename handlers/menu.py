"""A question with things to choose from, on phones whose buttons hold fourteen characters."""

from collections.abc import Sequence

from bot.conversation import Turn
from bot.message import LONGEST_LABEL, Button, Go


def menu(turn: Turn, text: str, choices: Sequence[tuple[str, Go]]) -> tuple[str, tuple[Button, ...]]:
    """The text and its buttons, from (label, what it says); labels that are too long are numbered in the text."""
    if all(len(label) <= LONGEST_LABEL for label, _ in choices):
        return text, tuple(Button(label, go) for label, go in choices)
    listed = "\n".join(f"{place}. {label}" for place, (label, _) in enumerate(choices, 1))
    buttons = (Button(turn.say("button-number", n=place), go) for place, (_, go) in enumerate(choices, 1))
    return f"{text}\n\n{listed}", tuple(buttons)
