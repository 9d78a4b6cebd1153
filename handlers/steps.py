"""Where a learner stands, and the button that leads on."""

from dataclasses import replace

from bot.conversation import Turn
from bot.learning.day import Step, next_step
from bot.message import Button, Message

STEPS = {
    "review": "/ask", "ask": "/ask", "retry": "/ask",
    "lesson": "/lesson", "practice": "/practice", "check": "/check", "line": "/line",
}  # fmt: skip


def step_of_today(turn: Turn) -> Step:
    """The step that waits for the learner today."""
    return next_step(turn.course, turn.standing)


def button_to(turn: Turn, step: Step) -> Button:
    """The button that takes the learner to a step."""
    if step.kind == "done":
        return Button(turn.say("button-ahead"), "/next")
    if step.kind == "end":
        return Button(turn.say("command-quiz"), "/quiz")
    return Button(turn.say(f"step-{step.kind}"), f"{STEPS[step.kind]} {step.name}")


def opened_with(line: str, message: Message) -> Message:
    """The message with a line before its first words."""
    first, *others = message.bubbles
    return replace(message, bubbles=(f"{line}\n\n{first}", *others))


def forward(screen: Message | None) -> tuple[str, str] | None:
    """Where 다음 leads from a screen, as command and words: its question again, or its own button onward."""
    if screen is None:
        return None
    if screen.expects.startswith("/answer "):
        return "ask", screen.expects.removeprefix("/answer ").partition(":")[0]
    ways = (*STEPS.values(), "/skip", "/later", "/precheck")
    first = screen.buttons[0].command if screen.buttons else ""  # the others lead aside: 근거, 고쳐 쓰기
    command, _, words = first.removeprefix("/").partition(" ")
    return (command, words) if f"/{command}" in ways else None
