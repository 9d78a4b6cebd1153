"""Where a learner stands, and the button that leads on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.conversation import Handler, Turn
from bot.course.model import Check, Lesson, Part, Practice
from bot.korean.spoken import day as spoken_day
from bot.korean.spoken import spoken_moment
from bot.learning.day import Step, StepKind, minutes_asked, next_step, open_parts, step_inside, waiting_part
from bot.message import MOST_BUTTONS, Button, Go, Message, Tone
from bot.message.blocks import mark_time
from bot.rhythm import load_quiet, load_repeat

COMMANDS: Mapping[StepKind, str] = {
    StepKind.REVIEW: "ask", StepKind.ASK: "ask", StepKind.RETRY: "ask", StepKind.LESSON: "lesson",
    StepKind.PRACTICE: "practice", StepKind.CHECK: "check", StepKind.LINE: "line",
}  # fmt: skip
"""The command that a step about a part or a quiz begins with."""
FIRST_QUESTIONS = ("trade", "hour", "intend")
"""What the questions of the first minute expect, in their order."""
FIVE = Go("precheck")
"""What the end of the first minute offers."""
ONWARD = {*COMMANDS.values(), "read", "skip", "later", "precheck", "ending"}


def today(turn: Turn) -> date:
    """The date on the learner's own clock, by which days are named; their study day goes on until 04:00."""
    return turn.learner.local(turn.now).date()


def after_midnight(turn: Turn) -> bool:
    """Whether their study day is that of the evening before."""
    return turn.day < today(turn)


def step_of_today(turn: Turn) -> Step:
    """The step that waits for the learner today."""
    return next_step(turn.course, turn.standing)


def next_lesson(turn: Turn, after: datetime | None = None) -> datetime | None:
    """When the next lesson is sent after a moment, or now, in UTC; none comes in quiet hours."""
    coming = usual_lesson(turn, after)
    if all_quiet(turn):
        return None
    while coming and turn.learner.quiet_at(coming):
        coming = usual_lesson(turn, coming)
    return coming


def all_quiet(turn: Turn) -> bool:
    """Whether all hours of the rhythm lie in the quiet hours, so that no lesson comes."""
    return bool(turn.learner.rhythm) and len(quiet_lessons(turn)) == len(load_repeat(turn.learner.rhythm).times)


def quiet_lessons(turn: Turn) -> tuple[time, ...]:
    """The hours of the rhythm in which no lesson comes because they lie in the quiet hours."""
    learner = turn.learner
    if not (learner.quiet and learner.rhythm):
        return ()
    return tuple(filter(load_quiet(learner.quiet).holds, load_repeat(learner.rhythm).times))


def sends_lessons(turn: Turn) -> bool:
    """Whether lessons come by themselves, once a pause is over: we can speak first, there is an hour, and messages are
    not switched off.
    """
    learner = turn.learner
    return turn.pushed and bool(learner.rhythm) and not learner.off and not all_quiet(turn)


def usual_lesson(turn: Turn, after: datetime | None = None) -> datetime | None:
    """The same by the rhythm alone. Who is done today is sent none any more today."""
    learner = turn.learner
    coming = learner.next_lesson(after or turn.now, turn.holidays)
    while coming and step_of_today(turn).kind is StepKind.DONE and learner.day(coming) == turn.day:
        coming = learner.next_lesson(coming, turn.holidays)
    return coming


def ending_waits(turn: Turn) -> bool:
    """Whether the course is at its end, and that was not told yet: it comes with their next word."""
    return turn.learner.ended_at is None and waiting_part(turn.course, turn.standing) is None


def button_to(turn: Turn, step: Step) -> Button:
    """The button that takes the learner to a step."""
    if step.kind == StepKind.DONE:
        return Button(turn.say("button-lessons-again"), Go("lessons-again")) if turn.standing.lighter else ahead(turn)
    if step.kind == StepKind.END:
        ended = turn.learner.ended_at is not None
        return Button(turn.say("command-quiz"), Go("quiz")) if ended else _onward(turn.say("step-end"), Go("ending"))
    return _onward(turn.say(f"step-{step.kind}"), begins(step))


def _onward(label: str, go: Go) -> Button:
    return Button(label, go, Tone.MAIN)


def onward(turn: Turn) -> Button:
    """The step of today; under a lesson that is still on the screen its first question, not the lesson once more."""
    step, screen, part = step_of_today(turn), turn.learner.screen, waiting_part(turn.course, turn.standing)
    if (
        step.kind is StepKind.LESSON
        and screen
        and part
        and turn.learner.day(turn.learner.heard_at or turn.now) == turn.day
    ):
        inside = button_to(turn, step_inside(turn.course, part, turn.standing))
        if inside in screen.buttons:
            return inside
    return button_to(turn, step)


def button_after(turn: Turn, step: Step) -> Button:
    """The same after an answer, where another question is the next one."""
    if step.kind in {StepKind.ASK, StepKind.REVIEW}:
        return _onward(turn.say("button-next-question"), begins(step))
    return button_to(turn, step)


def ahead(turn: Turn) -> Button:
    """The button that opens the next part although today's is done; after the last part, that of the ending."""
    part = waiting_part(turn.course, turn.standing)
    if part is None:
        return button_to(turn, Step(StepKind.END))
    return Button(turn.say("button-ahead" if isinstance(part, Lesson) else _named(part)), Go("next"))


def left_open(turn: Turn) -> tuple[Button, ...]:
    """The buttons to the first practice and the first check that were passed by."""
    parts = open_parts(turn.course, turn.standing)
    firsts = [next((part for part in parts if isinstance(part, kind)), None) for kind in (Practice, Check)]
    return tuple(
        Button(turn.say(f"{_named(part)}-open"), begins(Step(StepKind(part.head.kind), part.name)))
        for part in firsts
        if part
    )


def begins(step: Step) -> Go:
    """The command that begins a step about a part or a quiz."""
    return Go(COMMANDS[step.kind], step.name)


def source_button(turn: Turn, lesson: Lesson) -> Button:
    """근거 of this lesson."""
    return Button(turn.say("command-source"), Go("source", lesson.name))


def beside_lesson(turn: Turn, lesson: Lesson) -> tuple[Button, ...]:
    """근거 of a lesson, and what the law says on it, where a card for the learner belongs to it."""
    laws, trade = turn.course.about.laws.values(), turn.record.learner.trade
    belongs = any(lesson.name in card.lessons and card.concerns(trade) for card in laws)
    law = (Button(turn.say("button-law"), Go("law", lesson.name)),) if belongs else ()
    return (source_button(turn, lesson), *law)


def take_back(turn: Turn, key: str = "button-take-back") -> Button:
    """The button that takes this turn's change back."""
    return Button(turn.say(key), Go("undo"))


def moment(turn: Turn, at: datetime) -> str:
    """A moment in words, on the learner's own clock."""
    return mark_time(spoken_moment(at, turn.learner.local(turn.now)), at)


def lighter(turn: Turn, key: str) -> str:
    """What is said in a week of reviews alone, with the day that brings new parts again."""
    back = spoken_day(turn.learner.lighter_until or turn.day, today(turn))
    return turn.say(key, back=back, days=len(turn.standing.days))


def minutes_of_day(turn: Turn) -> str:
    """How long today takes, for whoever has not begun; or ""."""
    standing = turn.standing
    begun = standing.done_today or any(mark.last == standing.day for mark in standing.answered.values())
    minutes = 0 if begun else minutes_asked(turn.course, standing)
    if not minutes:
        return ""
    making = not standing.lighter and isinstance(waiting_part(turn.course, standing), Practice)
    return turn.say("day-minutes-making" if making else "day-minutes", minutes=minutes)


def stands(turn: Turn, text: str) -> bool:
    """Whether a text stands in the message before this one, which nobody needs to read again."""
    screen = turn.learner.screen
    return screen is not None and any(text in bubble for bubble in screen.bubbles)


def opened_with(line: str, message: Message) -> Message:
    """The message with a line before its first words."""
    first, *others = message.bubbles
    return replace(message, bubbles=(f"{line}\n\n{first}", *others))


def with_buttons(message: Message, *buttons: Button) -> Message:
    """The message with more buttons after its own."""
    return replace(message, buttons=(*message.buttons, *buttons)[:MOST_BUTTONS])


def first_question(turn: Turn) -> str:
    """Which question of the first minute is open; "ready" right after the last one, "" outside of it."""
    screen = turn.learner.screen
    if screen is None:
        return ""
    if screen.expects:
        return screen.expects.command if screen.expects.command in FIRST_QUESTIONS else ""
    offered = any(button.go == FIVE for button in screen.buttons)
    return "ready" if offered and not turn.standing.days else ""


def in_first_questions(turn: Turn) -> bool:
    """Whether one of the questions of the first minute is open."""
    return first_question(turn) in FIRST_QUESTIONS


def beside_first_questions(handler: Handler) -> Handler:
    """A command that shows something aside: within the first minute the open question stays open beneath it, and can be
    shown again.
    """

    def shown(turn: Turn) -> Message:
        screen, asked = turn.learner.screen, in_first_questions(turn)
        message = handler(turn)
        if not asked or screen is None or message.expects:
            return message
        again = Button(turn.say("button-ask-again"), Go("start"))
        own = [button for button in message.buttons if button.go.command not in {"today", *COMMANDS.values()}]
        return replace(message, buttons=(*own[: MOST_BUTTONS - 1], again), expects=screen.expects)

    return shown


def open_question(screen: Message | None) -> Go | None:
    """The command that asks the question on a screen once more."""
    if screen is None or screen.expects is None or screen.expects.command != "answer":
        return None
    return Go("ask", screen.expects.argument.partition(":")[0])


def next_page(turn: Turn) -> Go | None:
    """The page after the one shown, for who reads in short lines."""
    buttons = turn.learner.screen.buttons if turn.learner.screen else ()
    return next((button.go for button in buttons if button.label == turn.say("button-read-on")), None)


def forward(screen: Message | None) -> Go | None:
    """Where 다음 leads from a screen: its question again, or its own button onward."""
    question = open_question(screen)
    first = screen.buttons[0].go if screen and screen.buttons else None  # the others lead aside: 근거, 고쳐 쓰기
    return question or (first if first and first.command in ONWARD else None)


def _named(part: Part) -> str:
    """The key of what a button to a practice or a check is called."""
    return f"step-{part.head.kind}"
