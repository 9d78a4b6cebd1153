"""도움말: the few words that are needed every day, and behind them, by a tap, all that can be said, in groups."""

from collections.abc import Mapping, Sequence

from bot.conversation import Turn
from bot.message import Button, Go, Message
from handlers import courses, steps
from handlers.keeping import keeping

FIRST: Sequence[str] = ("today", "next", "quiz", "review", "progress", "plan", "remind", "rest", "undo", "help")
"""Commands on the first screen; each has a line in locales."""
GROUPS: Mapping[str, Sequence[str]] = {
    "learn": (
        "today",
        "next",
        "quiz",
        "review",
        "contents",
        "reread",
        "easier",
        "source",
        "law",
        "practice",
        "check",
        "report",
    ),
    "plan": ("plan", "line", "find", "people", "mix", "price", "checklist", "print", "share"),
    "rhythm": ("remind", "rest", "calendar", "lighter", "cue", "short-lines", "zone"),
    "self": ("progress", "job", "call", "link", "mine", "privacy", "inquiry", "undo", "forget"),
}
"""All that can be said, by what it is about."""


def help_(turn: Turn) -> Message:
    """What is needed every day, one line each, and by a tap the groups of all the rest; with a group, what belongs to
    it. A question that is open stays open.
    """
    group = turn.words if turn.words in GROUPS else ""
    lines = "\n".join(_line(turn, name) for name in GROUPS.get(group, FIRST))
    others = [Button(turn.say(f"about-{name}"), Go("help", name)) for name in GROUPS if name != group]
    return keeping(turn, [turn.say("can-be-said" if group else "help", lines=lines)], [*others, *courses.button(turn)])


def _line(turn: Turn, name: str) -> str:
    """What a learner types for a command, and what it does."""
    inner = f"typed-{name}" in turn.say.keys
    word = turn.say(f"typed-{name}" if inner else f"command-{name}")
    return turn.say("said-does", word=word, does=turn.say(f"does-{name}" if inner else f"help-{name}"))


def within_welcome(turn: Turn) -> Message:
    """All that can be said, and the open question with it; within the welcome what this is: there is no more yet."""
    if steps.in_first_questions(turn):
        return keeping(turn, [courses.hello(turn)])
    return turn.go(Go("help"))
