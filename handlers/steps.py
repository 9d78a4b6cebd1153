"""Where a learner stands, and the button that leads on."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation import Turn
from bot.course.model import Lesson
from bot.learning.day import Step, StepKind, next_step
from bot.message import Button, Go, Message

COMMANDS: Mapping[StepKind, str] = {
    StepKind.REVIEW: "ask", StepKind.ASK: "ask", StepKind.RETRY: "ask", StepKind.LESSON: "lesson",
    StepKind.PRACTICE: "practice", StepKind.CHECK: "check", StepKind.LINE: "line",
}  # fmt: skip
"""The command that a step about a part or a quiz begins with."""
ONWARD = {*COMMANDS.values(), "skip", "later", "precheck"}


def step_of_today(turn: Turn) -> Step:
    """The step that waits for the learner today."""
    return next_step(turn.course, turn.standing)


def button_to(turn: Turn, step: Step) -> Button:
    """The button that takes the learner to a step."""
    if step.kind == StepKind.DONE:
        return Button(turn.say("button-ahead"), Go("next"))
    if step.kind == StepKind.END:
        return Button(turn.say("command-quiz"), Go("quiz"))
    return Button(turn.say(f"step-{step.kind}"), begins(step))


def begins(step: Step) -> Go:
    """The command that begins a step about a part or a quiz."""
    return Go(COMMANDS[step.kind], step.name)


def source_button(turn: Turn, lesson: Lesson) -> Button:
    """근거 of this lesson."""
    return Button(turn.say("command-source"), Go("source", lesson.name))


def take_back(turn: Turn, key: str = "button-take-back") -> Button:
    """The button that takes this turn's change back."""
    return Button(turn.say(key), Go("undo"))


def opened_with(line: str, message: Message) -> Message:
    """The message with a line before its first words."""
    first, *others = message.bubbles
    return replace(message, bubbles=(f"{line}\n\n{first}", *others))


def open_question(screen: Message | None) -> Go | None:
    """The command that asks the question on a screen once more."""
    if screen is None or screen.expects is None or screen.expects.command != "answer":
        return None
    return Go("ask", screen.expects.argument.partition(":")[0])


def forward(screen: Message | None) -> Go | None:
    """Where 다음 leads from a screen: its question again, or its own button onward."""
    question = open_question(screen)
    first = screen.buttons[0].go if screen and screen.buttons else None  # the others lead aside: 근거, 고쳐 쓰기
    return question or (first if first and first.command in ONWARD else None)
