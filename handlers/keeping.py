"""Answers beside an open question: it stays open, with its buttons first, and can be shown again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.conversation import Handler, Sorry, Turn
from bot.learning.day import StepKind
from bot.message import MOST_BUBBLES, MOST_BUTTONS, Button, Go, Message
from handlers import steps

STAYING = {"skip", "later", "hint", "lesson", "keep-line"}  # buttons beside an open question that answer it too

STUDY = {"answer", "write", "promise", "recalled"}  # what a question of the course expects

UNHURRIED = frozenset("wait bye fine enough tired busy_today sad trouble nobody_added".split())
"""Intents of who wants to stop, and is not asked to go on: the question waits."""
SAYS_SO = frozenset({"wait", "bye", "tired"})
"""Those whose answer says that already."""


def keeping(turn: Turn, bubbles: Iterable[str], leads: Iterable[Button] = ()) -> Message:
    """The bubbles; under them the buttons of the question that is open, which stays open, else the day's next step."""
    screen, leads = turn.learner.screen, [*leads]
    if screen and screen.draft and screen.expects is None:  # it waits to be agreed to or refused
        asked = each_once(*screen.buttons, *leads)
        return Message((*bubbles, turn.say("talk-open"))[:MOST_BUBBLES], asked, draft=screen.draft)
    if screen is None or screen.expects is None:
        ready = screen.buttons[:2] if screen and steps.first_question(turn) == "ready" else (_next(turn),)
        first = [button for button in leads if button.go.command != "undo"]
        more = [button for button in screen.buttons if button.go.command.endswith("-keep")] if screen else []
        return Message(tuple(bubbles), each_once(*first, *ready, *more, *leads))  # the way on comes before the way back
    stays = {screen.expects.command, f"{screen.expects.command}-keep", *STAYING}  # what a workshop shows may be kept
    own = [button for button in screen.buttons if button.go.command in stays]
    told = (*bubbles, turn.say("talk-open"))[:MOST_BUBBLES]
    waits = "" if screen.expects.command == "answer" else screen.draft  # whether a word is the answer is asked once
    return Message(told, each_once(*own, *asked_again(turn), *leads), screen.expects, draft=waits)


def beside_study(handler: Handler) -> Handler:
    """A command about the reminders: where it asks or sets something while a question of the course is open, that one
    stays open beneath it. Who goes away for a while leaves it.
    """

    def shown(turn: Turn) -> Message:
        before = turn.learner
        message = handler(turn)
        asked = before.screen.expects if before.screen else None
        after = turn.learner
        later = after.paused_from is not None and after.paused_from > turn.day
        rests = (before.off, before.paused_until, before.once_at) != (after.off, after.paused_until, after.once_at)
        leaves = rests and not later
        if asked is None or asked.command not in STUDY or message.expects == asked or (leaves and not message.expects):
            return message
        return keeping(turn, message.bubbles, [button for button in message.buttons if button.go.command != "keep"])

    return shown


def each_once(*buttons: Button) -> tuple[Button, ...]:
    """As many as fit, none twice."""
    return tuple({button.go: button for button in buttons}.values())[:MOST_BUTTONS]


def _next(turn: Turn) -> Button:
    """On with the day, by the button that was there already: a lesson that was just read is not opened again. For
    somebody who was never asked anything, the beginning.
    """
    learner, screen = turn.learner, turn.learner.screen
    if learner.new:
        return Button(turn.say("command-start"), Go("start"))
    today = learner.heard_at is not None and learner.day(learner.heard_at) == turn.day
    if today and screen and screen.buttons and screen.buttons[0].go.command in {"ask", "line", "read"}:
        return screen.buttons[0]
    return steps.onward(turn)


def leading_on(turn: Turn, told: Message) -> Message:
    """Who has messages come again is back: what waits today stands where there is nothing to agree to."""
    agreed = bool(told.buttons) and told.buttons[0].go == Go("keep")
    step = steps.step_of_today(turn) if agreed else None
    waits = step and step.kind not in (StepKind.DONE, StepKind.END)
    return replace(told, buttons=(steps.button_to(turn, step), *told.buttons[1:])) if step and waits else told


def asked_again(turn: Turn) -> list[Button]:
    """The question that has moved up the chat, once more."""
    screen = turn.learner.screen
    go = steps.open_question(screen)
    if screen and screen.expects and screen.expects.command == "write":
        go = Go("line", screen.expects.argument)
    if screen and screen.expects and screen.expects.command == "recalled":
        go = Go("today")
    return [Button(turn.say("button-ask-again"), go)] if go else []


def said(turn: Turn, *, intent: str, leads: Mapping[str, Go] | None = None, **values: object) -> Message:
    """The sentences of an intent, one bubble or two, and buttons by the keys of their labels."""
    about, keys = turn.course.about, (f"talk-{intent}", f"talk-{intent}-then")
    values |= {"title": about.title, "article": about.article, "gist": about.gist or "none", "boxes": len(about.boxes)}
    bubbles = [turn.say(key, **values) for key in keys if key in turn.say.keys]
    message = keeping(turn, bubbles, [Button(turn.say(label), go) for label, go in (leads or {}).items()])
    if intent not in UNHURRIED or message.bubbles[-1] != turn.say("talk-open"):
        return message
    waits = () if intent in SAYS_SO else (turn.say("talk-open-waits"),)
    return replace(message, bubbles=(*message.bubbles[:-1], *waits))


def briefly(turn: Turn, *, intent: str) -> Message:
    """The answer to a small remark, in one bubble with the word that the question is still open."""
    message = said(turn, intent=intent)
    still = turn.say("talk-open")
    if message.bubbles[-1] != still:
        return message
    return replace(message, bubbles=("\n".join((*message.bubbles[:-1], turn.say("talk-open-briefly"))),))


def hands_to(command: str, argument: str = "") -> Handler:
    """An answer that another command gives; where it has nothing to give it says so, and the question stays open."""

    def handed(turn: Turn) -> Message:
        try:
            return turn.go(Go(command, argument))
        except Sorry as sorry:
            return keeping(turn, [turn.say(sorry.key, **sorry.values)])

    return handed
