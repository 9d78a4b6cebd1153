"""What tells who somebody is, masked before it is kept, and the sentence that says so."""

from bot.conversation import Turn
from bot.korean.masking import masked


def mask(turn: Turn, text: str, *, leading: bool = False) -> tuple[str, str]:
    """The text as it may be kept, and what is said of what was masked, or "". `leading`: it is a list of people."""
    hidden = masked(text, leading=leading)
    what = ", ".join(turn.say(f"masked-{kind}") for kind in hidden.kinds)
    return hidden.text, turn.say("masked", what=what) if what else ""
