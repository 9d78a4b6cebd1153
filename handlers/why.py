"""왜요?, alone: why what was just said, asked or changed is so."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation import Turn
from bot.course.model import Lesson
from bot.course.quizzes.kind import told
from bot.message import Go, Message
from bot.record.facts import Outcome
from handlers import about_lessons, in_force, parts, steps, undo
from handlers.keeping import keeping, said

OPEN: Mapping[str, str] = {
    "answer": "why-unanswered", "write": "why_written", "job": "why-trade",
    **{name: f"why-{name}" for name in ("trade", "hour", "intend", "remind", "rest", "zone", "call")},
    **dict.fromkeys(("promise", "cue"), "why-intend"),
    **dict.fromkeys(("personal", "automation", "price", "mix"), "why-workshop"),
    **dict.fromkeys(("add-person", "person"), "why-people"),
}  # fmt: skip
"""Why an open question is asked, by the command that its answer completes."""
SURE = {"forget", "erase"}
"""Commands that ask whether it is meant, for they cannot be taken back."""


def why(turn: Turn) -> Message:
    """The first reason that fits what is on the screen; where none does, it is asked what is meant."""
    return next(filter(None, (reason(turn) for reason in REASONS)), None) or said(
        turn, intent="why-what", leads={"command-source": Go("source", about_lessons.at_hand(turn).name)}
    )


def why_asked(turn: Turn) -> Message:
    """왜 물어봐요: a question brings back, and the others have a reason each."""
    if steps.open_question(turn.learner.screen):
        return said(turn, intent="why_quizzed")
    return of_the_question(turn) or said(turn, intent="why_asked")


def of_the_answer(turn: Turn) -> Message | None:
    """Why the answer that was just explained is the right one, and where the lesson says so."""
    found = turn.course.quizzes.get(about_lessons.quiz_on_screen(turn))
    screen = turn.learner.screen
    if found is None or screen is None or screen.expects:
        return None
    part, quiz = found
    grade = replace(quiz.solution(turn.say), verdict=turn.say("talk-why-answer"))
    taught = [turn.say("talk-why-taught", idea=parts.tagged(turn, part.ideas[0]))] if isinstance(part, Lesson) else []
    return replace(screen, bubbles=(*told(grade, turn.say), *taught))


def of_the_question(turn: Turn) -> Message | None:
    """Why an open question is asked."""
    screen = turn.learner.screen
    if screen is None or screen.expects is None:
        return None
    key = f"talk-{OPEN.get(screen.expects.command, 'why-open')}"
    alone = screen.expects.command == "hour" and not turn.pushed
    return keeping(turn, [turn.say(f"{key}-alone" if alone else key)])


def of_being_asked_twice(turn: Turn) -> Message | None:
    """Why something that cannot be taken back is asked about."""
    screen = turn.learner.screen
    asked = screen is not None and any(button.go.command in SURE for button in screen.buttons[:1])
    return replace(screen, bubbles=(turn.say("talk-why-sure"),)) if screen and asked else None


def of_the_reminder(turn: Turn) -> Message | None:
    """Why we have written unasked."""
    newest, heard = next(iter(turn.record.latest()), None), turn.learner.heard_at
    if newest is None or newest.outcome is not Outcome.SENT or (heard and heard >= newest.due_at):
        return None
    return keeping(turn, [turn.say("talk-why-reminder", reminder=in_force.spoken(turn))])


def of_the_change(turn: Turn) -> Message | None:
    """Why something was changed, and the way back."""
    screen, last = turn.learner.screen, turn.learner.undo
    if screen is None or last is None or not any(button.go == Go("undo") for button in screen.buttons):
        return None
    changed = undo.changed_settings(turn, last.before)
    told_ = "\n".join(undo.settings_told(turn, changed))
    key = "line" if last.line else "erased" if last.erased else "setting" if changed else "people-changed"
    return replace(screen, bubbles=(turn.say(f"talk-why-{key}", settings=told_),))


def of_the_lesson(turn: Turn) -> Message | None:
    """What a lesson that is shown rests on."""
    screen = turn.learner.screen
    head = screen.bubbles[0].partition("\n")[0] if screen else ""
    shown = next((lesson for lesson in turn.course.lessons if lesson.head.title in head), None)
    return turn.go(Go("source", shown.name)) if shown else None


REASONS: tuple[Callable[[Turn], Message | None], ...] = (
    of_the_answer,
    of_the_question,
    of_being_asked_twice,
    of_the_reminder,
    of_the_change,
    of_the_lesson,
)
"""What a bare 왜요 may be about, the likeliest first."""
