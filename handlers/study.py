"""The day: reviews, the one part that waits, a line for one's own work, and a clear end."""

from bot.conversation import Sorry, Turn
from bot.course.model import Check, Lesson, Part, Practice
from bot.course.quizzes.kind import means
from bot.learning.day import Standing, Step, StepKind, next_step, waiting_part
from bot.message import Button, Go, Message
from bot.record.facts import Finished, Wrote
from bot.record.learner import Line
from handlers import letter, oneself, parts, steps

LONGEST_LINE = 300  # characters: one line of one's own work, two sentences at most
LONGEST_INTENTION = 60  # characters: it is quoted inside every reminder
LESSONS_LEARNT = 11  # the box that takes a Sunday's line


def today(turn: Turn) -> Message:
    """Open what waits today, or say kindly that today is done. A return is greeted."""
    standing = turn.standing
    message = open_step(turn, next_step(turn.course, standing))
    greets = standing.returning and standing.day not in standing.days
    return steps.opened_with(oneself.by_name(turn, turn.say("welcome-return")), message) if greets else message


def go_on(turn: Turn) -> Message:
    """The next step; once today is done, the next lesson ahead of its day, and it says so."""
    forward = steps.forward(turn.learner.screen)
    if forward:
        return turn.go(forward)
    standing = turn.standing
    step = next_step(turn.course, standing)
    if step.kind != StepKind.DONE:
        return open_step(turn, step)
    ahead = open_step(turn, next_step(turn.course, standing, ahead=True))
    return steps.opened_with(turn.say("lesson-ahead"), ahead)


def write(turn: Turn) -> Message:
    """Keep the line in the plan, and go on to the end of the day; a Sunday asks for next week's promise first."""
    part, text = _written(turn, LONGEST_LINE)
    if means(text, "says-skip", turn.say):
        return later(turn) if isinstance(part, Practice) else _finish(turn, part, "")
    box = part.head.box or LESSONS_LEARNT
    turn.happened(Wrote(Line(box, part.name, text, turn.now)))
    standing = turn.standing
    kept = turn.say(
        "line-rewritten" if part.name in standing.finished else "line-kept",
        box=box,
        name=turn.course.about.boxes[str(box)],
    )
    if isinstance(part, Check):
        samples = "\n".join(f"“{sample}”" for sample in part.promise.samples)
        ask = turn.say("promise-ask", prompt=part.promise.prompt, samples=samples)
        skip_ = Button(turn.say("button-keep-promise"), Go("skip", part.name))
        return Message((kept, ask), (skip_,), Go("promise", part.name))
    return _finish(turn, part, kept)


def ask_to_file(turn: Turn) -> Message:
    """What does not sound like a line is asked about before it is kept: 이 말을 설계서에 적을까요?"""
    part, text = _written(turn, LONGEST_LINE)
    ask = turn.say("line-sure", text=text)
    keep, skip_ = (
        Button(turn.say("button-file"), Go("keep-line", part.name)),
        Button(turn.say("button-skip"), Go("skip", part.name)),
    )
    return Message((ask,), (keep, skip_), Go("write", part.name), draft=text)


def keep_line(turn: Turn) -> Message:
    """Keep the words that were asked about."""
    draft = turn.learner.screen.draft if turn.learner.screen else ""
    if not draft:
        raise Sorry("sorry-old-button")
    return turn.hand_to(write, f"{turn.words} {draft}")


def promise(turn: Turn) -> Message:
    """Keep next week's if-then plan: it is quoted in the reminders."""
    part, text = _written(turn, LONGEST_INTENTION)
    if not isinstance(part, Check):
        raise Sorry("sorry-old-button")
    if means(text, "says-skip", turn.say):
        return _finish(turn, part, "")
    turn.change(intention=text)
    return _finish(turn, part, turn.say("promise-kept", cue=text))


def skip(turn: Turn) -> Message:
    """End the day without a line; it can be written any time."""
    return _finish(turn, parts.part_of(turn), "")


def later(turn: Turn) -> Message:
    """Leave the making open; nothing is finished by putting it off."""
    return Message((turn.say("part-later"),), (Button(turn.say("button-ahead"), Go("next")),))


def open_step(turn: Turn, step: Step) -> Message:
    """The message that a step begins with."""
    match step.kind:
        case StepKind.DONE:
            ahead = Button(turn.say("button-ahead"), Go("next"))
            return Message((turn.say("day-done"),), (ahead, Button(turn.say("command-progress"), Go("progress"))))
        case StepKind.END:
            five = Button(turn.say("button-five-again"), Go("precheck"))
            return Message((turn.say("course-end"),), (five, Button(turn.say("command-plan"), Go("plan"))))
        case StepKind.LESSON if recall := _recall(turn):
            return steps.opened_with(recall, turn.go(steps.begins(step)))
        case _:
            return turn.go(steps.begins(step))


def _recall(turn: Turn) -> str:
    """The question that brings back the lesson before, on a day when no review has done so."""
    standing = turn.standing
    done = [lesson for lesson in turn.course.lessons if lesson.name in standing.finished]
    if not done or standing.done_today or any(mark.last == standing.day for mark in standing.answered.values()):
        return ""
    return turn.say("lesson-recall", question=done[-1].head.recall)


def _written(turn: Turn, most: int) -> tuple[Part, str]:
    """The part the learner writes for, and the words. Raises Sorry for none or too many."""
    turn.words, _, text = turn.words.partition(" ")
    part = parts.part_of(turn)
    if not text.strip():
        raise Sorry("sorry-no-words")
    if len(text) > most:
        raise Sorry("sorry-too-long", most=most)
    return part, text.strip()


def _finish(turn: Turn, part: Part, kept: str) -> Message:
    """The end of the day; on the last of a week it brings the week's letter."""
    if part.name in turn.standing.finished:
        plan = Button(turn.say("command-plan"), Go("plan"))
        step = steps.step_of_today(turn)
        back = (steps.take_back(turn),) if kept else ()
        return Message((kept or turn.say("part-done"),), (plan, steps.button_to(turn, step), *back))
    turn.happened(Finished(part.name, turn.day, turn.now))
    standing = turn.standing
    end = turn.say("lesson-end", text=part.end, days=len(standing.days))
    week = letter.letter(turn, standing) if letter.is_due(turn, standing) else ""
    again = (Button(turn.say("button-rewrite-line"), Go("line", part.name)), steps.take_back(turn)) if kept else ()
    return Message(tuple(filter(None, (kept, end, week))), (*_after(turn, part, standing), *again))


def _after(turn: Turn, part: Part, standing: Standing) -> tuple[Button, ...]:
    """What may be done beyond today: the week's making when its unit is finished, the next lesson, a look back."""
    making = turn.course.practices.get(part.head.unit) if isinstance(part, Lesson) else None
    unit = [lesson for lesson in turn.course.lessons if lesson.head.unit == part.head.unit]
    whole = all(lesson.name in standing.finished for lesson in unit)
    buttons = [Button(turn.say("command-progress"), Go("progress")), Button(turn.say("button-ahead"), Go("next"))]
    if waiting_part(turn.course, standing) is None:
        buttons = [Button(turn.say("button-five-again"), Go("precheck")), Button(turn.say("command-plan"), Go("plan"))]
    if making and whole and making.name not in standing.finished:
        buttons.insert(0, Button(turn.say("step-practice"), Go("practice", making.name)))
    return tuple(buttons)
