"""The day: reviews, the one part that waits, a line for one's own work, and a clear end."""

from bot.conversation import Sorry, Turn
from bot.course.model import Check, Part, Practice
from bot.course.quizzes.kind import means
from bot.learning.day import Step, StepKind, next_step, questions_left, step_in, waiting_part
from bot.message import Button, Go, Message
from bot.record.facts import Finished, Wrote
from bot.record.learner import FOLLOW_UPS, Line
from bot.rhythm.days import WEEKEND
from handlers import ending, letter, oneself, parts, steps

LEFT_OUT = "-"  # in place of a line: there will be none now
LONGEST_LINE = 300  # characters: one line of one's own work, two sentences at most
LONGEST_INTENTION = 60  # characters: it is quoted inside every reminder
LESSONS_LEARNT = 11  # the box that takes the line of a check


def today(turn: Turn) -> Message:
    """Open what waits today, or say kindly that today is done. A return is greeted."""
    standing = turn.standing
    if which := ending.follow_up_due(turn):
        return ending.follow_up(turn, which)
    if ending.five_open(turn):
        return ending.ending(turn)
    message = open_step(turn, next_step(turn.course, standing))
    if minutes := steps.minutes_of_day(turn):
        message = steps.opened_with(minutes, message)
    greets = standing.returning and standing.day not in standing.days
    return steps.opened_with(oneself.by_name(turn, turn.say("welcome-return")), message) if greets else message


def go_on(turn: Turn) -> Message:
    """The next step; once today is done, the next part ahead of its day, and it says so."""
    forward = steps.forward(turn.learner.screen)
    if forward:
        return turn.go(forward)
    standing = turn.standing
    step = next_step(turn.course, standing)
    if step.kind != StepKind.DONE:
        return open_step(turn, step)
    ahead = next_step(turn.course, standing, ahead=True)
    says = "lesson-ahead" if ahead.kind == StepKind.LESSON else "part-ahead"
    return steps.opened_with(turn.say(says), open_step(turn, ahead))


def write(turn: Turn) -> Message:
    """Keep the line in the plan, and go on to the end of the day; a check asks for the next promise first."""
    name, text = _written(turn, LONGEST_LINE)
    if name in FOLLOW_UPS:
        return ending.answer(turn, name, text)
    part = parts.part_of(turn)
    if text == LEFT_OUT or means(text, "says-skip", turn.say):
        return later(turn) if isinstance(part, Practice) else _finish(turn, part, "", left=True)
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
    name, text = _written(turn, LONGEST_LINE)
    ask = turn.say("line-sure", text=text)
    keep, skip_ = (
        Button(turn.say("button-file"), Go("keep-line", name)),
        Button(turn.say("button-skip"), Go("skip", name)),
    )
    return Message((ask,), (keep, skip_), Go("write", name), draft=text)


def leave_line(turn: Turn) -> Message:
    """The words that were asked about are no line; another may be written."""
    part = parts.part_of(turn)
    skip_ = Button(turn.say("button-skip"), Go("skip", part.name))
    return Message((turn.say("line-left"),), (skip_,), Go("write", part.name))


def keep_line(turn: Turn) -> Message:
    """Keep the words that were asked about."""
    draft = turn.learner.screen.draft if turn.learner.screen else ""
    if not draft:
        raise Sorry("sorry-old-button")
    return turn.hand_to(write, f"{turn.words} {draft}")


def promise(turn: Turn) -> Message:
    """Keep next week's if-then plan: it is quoted in the reminders."""
    _, text = _written(turn, LONGEST_INTENTION)
    part = parts.part_of(turn)
    if not isinstance(part, Check):
        raise Sorry("sorry-old-button")
    if text == LEFT_OUT or means(text, "says-skip", turn.say):
        return _finish(turn, part, "")
    turn.change(intention=text)
    return _finish(turn, part, turn.say("promise-kept", cue=text))


def skip(turn: Turn) -> Message:
    """End the day without a line; it can be written any time. A making is not skipped but put off."""
    if turn.words in FOLLOW_UPS:
        return turn.go(Go("plan"))
    part = parts.part_of(turn)
    return later(turn) if isinstance(part, Practice) else _finish(turn, part, "", left=True)


def later(turn: Turn) -> Message:
    """Leave the making open and go on without it; nothing is finished by putting it off."""
    part = parts.part_of(turn)
    if isinstance(part, Practice) and part is waiting_part(turn.course, turn.standing):
        turn.change(put_off=part.name)
    return Message((turn.say("part-later"),), (steps.button_to(turn, steps.step_of_today(turn)),))


def open_step(turn: Turn, step: Step) -> Message:
    """The message that a step begins with."""
    match step.kind:
        case StepKind.DONE:
            progress = Button(turn.say("command-progress"), Go("progress"))
            return Message((turn.say("day-done"),), (steps.ahead(turn), progress, *steps.left_open(turn)))
        case StepKind.END:
            return ending.over(turn) if turn.learner.ended_at else turn.go(Go("ending"))
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


def _written(turn: Turn, most: int) -> tuple[str, str]:
    """What the learner writes for, by name, and the words. Raises Sorry for none or too many."""
    turn.words, _, text = turn.words.partition(" ")
    if turn.words not in FOLLOW_UPS:
        parts.part_of(turn)
    if not text.strip():
        raise Sorry("sorry-no-words")
    if len(text) > most:
        raise Sorry("sorry-too-long", most=most)
    return turn.words, text.strip()


def _finish(turn: Turn, part: Part, kept: str, *, left: bool = False) -> Message:
    """The end of the day; on the last of a week it brings the week's letter. What still has questions is not done.

    `left` says that the line was left out, and where it can be written.
    """
    back = (steps.take_back(turn),) if kept else ()
    told = kept or (turn.say("line-left-out") if left else "")
    if part.name in turn.standing.finished:
        plan = Button(turn.say("command-plan"), Go("plan"))
        step = steps.step_of_today(turn)
        return Message((kept or turn.say("part-done"),), (plan, steps.button_to(turn, step), *back))
    if questions_left(turn.course, part, turn.standing):
        step = step_in(turn.course, part, turn.standing)
        bubbles = tuple(filter(None, (told, turn.say("part-not-done"))))
        return Message(bubbles, (steps.button_to(turn, step), *back))
    turn.happened(Finished(part.name, turn.day, turn.now))
    standing = turn.standing
    end = turn.say("lesson-end", text=part.end, days=len(standing.days))
    week = letter.letter(turn, standing) if letter.is_due(turn, standing) else ""
    again = (Button(turn.say("button-rewrite-line"), Go("line", part.name)), *back) if kept else ()
    return Message(tuple(filter(None, (told, end, week))), (*_after(turn, part), *again))


def _after(turn: Turn, part: Part) -> tuple[Button, ...]:
    """What may be done beyond today: the next part, a look back; at the end of a unit and at weekends, when there is
    time, a making that was put off.
    """
    if waiting_part(turn.course, turn.standing) is None:
        return steps.ahead(turn), Button(turn.say("command-plan"), Go("plan")), *steps.left_open(turn)
    timely = isinstance(part, Check) or turn.day.weekday() in WEEKEND
    progress = Button(turn.say("command-progress"), Go("progress"))
    return progress, steps.ahead(turn), *(steps.left_open(turn) if timely else ())
