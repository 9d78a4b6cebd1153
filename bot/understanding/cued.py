"""What a part of the words tells while a question is open, or none is: 찍어도 손해 없죠? under a quiz. Pure."""

from collections.abc import Mapping

from bot.message import Go
from bot.understanding.heard import Heard
from bot.understanding.names import Meaning
from bot.understanding.sorts import ASKED, NAMES_A_TASK
from bot.understanding.under_questions import LEFT_OUT

LONGEST = 60  # characters; who writes more tells of something
OPTIONS = 2  # buttons of a quiz that is answered by a tap; a typed one has at most one, for who does not know
LINE_AFTER_ALL = 0.9  # how like a line of a plan words have to be, to be one whatever cue stands in them
PLACES: Mapping[str, str] = {"answer": "quiz", "write": "line", "trade": "trade", "": "idle"}
"""Tables of cues by the command that the open question's answer completes."""
GOES: Mapping[str, Go] = {
    "resend": Go("today"),
    "rest_later": Go("rest"),
}
"""What is done about a meaning that has a command of its own."""
PASSED = frozenset({"pass", "skip"})
"""Meanings that leave the open question out."""


def cued_at_quiz(heard: Heard) -> Meaning | None:
    """외워야 돼요?, 글 다시 읽고 풀래: said about a quiz or beside it, and never an answer that it would take."""
    if heard.expects is None or heard.expects.command != "answer" or heard.claimed or len(heard.words) > LONGEST:
        return None
    typed = "" if _is_tapped(heard) else heard.language.cues.of("typed", heard.bare)
    name = typed or heard.language.cues.of("quiz", heard.bare)
    return _meaning(name, heard)


def cued(heard: Heard) -> Meaning | None:
    """The same at an open line, at the first question, where nothing is asked, and of a stranger."""
    asked = heard.expects.command if heard.expects else ""
    if asked == "answer" or len(heard.words) > LONGEST or "job" not in heard.vocabulary.latin:
        return None
    if asked == "write" and _is_line(heard):
        return None
    place = "stranger" if heard.screen is None else PLACES.get(asked, "")
    return _meaning(heard.language.cues.of(place, heard.bare), heard)


def _is_line(heard: Heard) -> bool:
    """Whether customers are spoken of, a task is named, or the words are like nothing but lines."""
    if heard.language.forms.others.search(heard.words) or heard.bare.endswith(NAMES_A_TASK):
        return True
    return heard.likeness.of(ASKED["write"].own) > LINE_AFTER_ALL


def _is_tapped(heard: Heard) -> bool:
    """Whether the open quiz shows what may be chosen."""
    buttons = heard.screen.buttons if heard.screen else ()
    return sum(button.go.command == "answer" for button in buttons) >= OPTIONS


def _meaning(name: str, heard: Heard) -> Meaning | None:
    expects = heard.expects
    if not name:
        return None
    if heard.screen is None:
        return Meaning(Go("start", "" if name == "hello" else name))
    if expects and name in PASSED:
        return Meaning(expects.saying(LEFT_OUT if name == "skip" else f"{LEFT_OUT} {heard.typed}"))
    if expects and name == "stuck":
        return Meaning(Go("stuck", expects.argument))
    return Meaning(GOES.get(name) or Go("talk", f"{name} {heard.words}"))
