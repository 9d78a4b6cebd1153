"""The day: reviews, the one part that waits, a line for one's own work, and a clear end."""

from bot.conversation import Sorry, Turn
from bot.course.holds import ADDED, Holds, fits
from bot.course.model import Check, Lesson, Part, Practice
from bot.course.quizzes.kind import means
from bot.korean.decided import decided
from bot.learning.day import Step, StepKind, next_step, open_parts, questions_left, step_in, waiting_part
from bot.message import Button, Go, Message
from bot.plan import FIRST_WEEK, Entry
from bot.record.elsewhere import of_line
from bot.record.facts import Finished, Wrote
from bot.record.learner import Line
from bot.rhythm.days import WEEKEND
from handlers import asked_first, decisions, delights, ending, ledger, parts, plan, progress, returning, steps
from handlers.asked_first import LEFT_OUT, after_the_end, written
from handlers.masking import mask

LEAVES_OUT = {"skip", "later"}  # commands that leave an open line empty
LONGEST_INTENTION = 60  # characters: it is quoted inside every reminder


def today(turn: Turn) -> Message:
    """Open what waits today, or say kindly that today is done. A return is greeted."""
    standing = turn.standing
    if which := ending.follow_up_due(turn):
        return ending.follow_up(turn, which)
    if name := ending.due_elsewhere(turn):
        return ending.ask_elsewhere(turn, name)
    if ending.five_open(turn):
        return ending.ending(turn)
    step = next_step(turn.course, standing)
    minutes = steps.minutes_of_day(turn)  # before the step, which may be the end of all days
    message = open_step(turn, step)
    if minutes and not steps.stands(turn, minutes):
        light = steps.lighter(turn, "lighter-today") if standing.lighter else ""
        message = steps.opened_with("\n".join(filter(None, (light, minutes))), message)
    if not turn.pushed and not standing.done_today and (promise := ledger.promised(turn)):  # where no reminder tells it
        told, row = promise
        message = steps.with_buttons(steps.opened_with(told, message), row)
    return returning.welcomed(turn, step, message)


def go_on(turn: Turn) -> Message:
    """The next step; once today is done, the next part ahead of its day, and it says so."""
    screen = turn.learner.screen
    forward = steps.forward(screen)
    if screen and forward and forward.command in LEAVES_OUT and turn.learner.hushed(turn.day):
        return screen  # a line that words of somebody in danger have put out of sight is not left out unseen
    if forward:
        return turn.go(forward)
    standing = turn.standing
    step = next_step(turn.course, standing)
    if step.kind != StepKind.DONE:
        inside = steps.onward(turn).go  # 다음 never shows again what was just read
        return turn.go(inside) if inside.command == "ask" else open_step(turn, step)
    ahead = next_step(turn.course, standing, ahead=True)
    says = "lesson-ahead" if ahead.kind == StepKind.LESSON else "part-ahead"
    return steps.opened_with(turn.say(says), open_step(turn, ahead))


def write(turn: Turn) -> Message:
    """Keep the line in the plan, and go on to the end of the day; a check asks for the next promise first."""
    name, text = written(turn)
    left = text == LEFT_OUT or means(text, "says-skip", turn.say)
    if after_the_end(name):
        return skip(turn) if left else _after_the_end(turn, name, text)
    part = parts.part_of(turn)
    if left:
        return skip(turn) if name != part.name else _left(turn, part)
    slot = turn.course.slot(part.name)
    if slot and (asked := asked_first.of_line(turn, slot, name, text)):
        return asked
    kept = _kept(turn, part, text, name)
    again = isinstance(part, Check) and part.name in turn.standing.finished  # its promise was asked for then
    if name != part.name or again or not _reached(turn, part):
        box = part.head.box
        see = Button(turn.say("button-see-box", box=box), Go("plan", f"{box}"))
        onward = steps.button_to(turn, steps.step_of_today(turn))
        anew = Button(turn.say("button-rewrite-line"), Go("line", name))
        return Message((kept,), (see, onward, anew, steps.take_back(turn)))
    if isinstance(part, Check):
        return parts.ask_promise(turn, part, kept)
    return _finish(turn, part, kept)


def _after_the_end(turn: Turn, name: str, text: str) -> Message:
    """The promise of the first week, and the answers of the follow-ups."""
    if of_line(name)[1]:
        return ending.answer_elsewhere(turn, name, text)
    leave = Button(turn.say("button-skip"), Go("skip", name))
    asked = asked_first.of_promise(turn, Go("write", name), text, leave) if name == FIRST_WEEK else None
    return asked or ending.answer(turn, name, text)


def _kept(turn: Turn, part: Part, text: str, name: str) -> str:
    """Keep a line in its slot, masked; the sentences that say where, what was masked, and what the slot still lacks."""
    box = part.head.box
    slot = turn.course.slot(part.name)
    assert slot  # every part of the course has one
    if slot.holds is Holds.PEOPLE and (listed := ledger.kept(turn, box, text)):
        return listed
    text, note = mask(turn, decisions.labelled(turn, name, text))
    before = next((line.text for line in turn.record.lines() if line.lesson == name), "")
    turn.happened(Wrote(Line(box, name, text, turn.now)))
    kept = turn.say(
        "line-rewritten" if before else "line-kept", box=box, name=turn.course.about.boxes[str(box)], slot=slot.name
    )
    today = turn.learner.local(turn.now).date()
    lacks = "" if fits(slot.holds, text, today) else plan.lacks(turn, Entry(slot, text, today))
    anew = slot.holds is Holds.DECISION and decided(text) is not decided(before)
    worth = decisions.praise(turn, decided(text)) if anew else ""
    return "\n".join(filter(None, (kept, worth, lacks, note)))


def _reached(turn: Turn, part: Part) -> bool:
    """Whether a part has come: a line may be written ahead of it, but finishes nothing."""
    standing = turn.standing
    if not isinstance(part, Practice) and not questions_left(turn.course, part, standing):
        return True
    come = part.name in standing.finished or part is waiting_part(turn.course, standing)
    return come or part in open_parts(turn.course, standing)


def promise(turn: Turn) -> Message:
    """Keep next week's if-then plan: it is quoted in the reminders."""
    _, text = written(turn, LONGEST_INTENTION)
    part = parts.part_of(turn)
    if not isinstance(part, Check):
        raise Sorry("sorry-old-button")
    if text == LEFT_OUT or means(text, "says-skip", turn.say):
        return _as_it_was(turn, part)
    if asked := asked_first.of_promise(turn, Go("promise", part.name), text, parts.leaves_promise(turn, part)):
        return asked
    text, note = mask(turn, text)
    turn.change(intention=text)
    last = part is turn.course.parts[-1]  # no lesson comes after it: it is the first act of the ninety days
    if last:
        turn.happened(Wrote(Line(turn.course.lessons[-1].head.box, FIRST_WEEK, text, turn.now)))
    kept = turn.say("promise-kept-first-week" if last else "promise-kept", cue=text, week=plan.first_week(turn))
    return _finish(turn, part, "\n".join(filter(None, (kept, note))))


def _as_it_was(turn: Turn, part: Part) -> Message:
    """The promise of before holds for the next week too; where there is none, none is made."""
    return _finish(turn, part, "", left="promise-same" if parts.may_stay(turn, part) else "promise-none")


def skip(turn: Turn) -> Message:
    """End the day without a new line; it can be written any time. A making is not skipped but put off."""
    if of_line(turn.words)[1]:
        return open_step(turn, next_step(turn.course, turn.standing))
    if after_the_end(turn.words) or ADDED in turn.words:
        return turn.go(Go("plan"))
    part = parts.part_of(turn)
    screen = turn.learner.screen
    if screen and screen.expects == Go("promise", part.name):
        return _as_it_was(turn, part)
    return _left(turn, part)


def _left(turn: Turn, part: Part) -> Message:
    """A line that is not written now: what was written ahead of its day stands and ends it; a making is put off."""
    if any(line.lesson == part.name for line in turn.record.lines()):
        return _finish(turn, part, "", left="line-stands")
    return later(turn) if isinstance(part, Practice) else _finish(turn, part, "", left="line-left-out")


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
            far = Button(turn.say("command-progress"), Go("progress"))
            return Message((progress.done(turn),), (steps.button_to(turn, step), far, *steps.left_open(turn)))
        case StepKind.END:
            return ending.over(turn) if turn.learner.ended_at else turn.go(Go("ending"))
        case StepKind.LESSON if lesson := _to_recall(turn):
            text, answer = turn.say("lesson-recall", question=lesson.head.recall), Go("recalled", lesson.name)
            return Message((text,), (steps.button_to(turn, step), Button(turn.say("button-recall"), answer)), answer)
        case _:
            return turn.go(steps.begins(step))


def recalled(turn: Turn) -> Message:
    """What came to mind of the lesson before: received, held against nothing and not kept. Who has no words for it, or
    asks to see, is shown what that lesson said; then it goes on with the day.
    """
    turn.words, _, said = turn.words.partition(" ")
    lesson = parts.part_of(turn)
    if not isinstance(lesson, Lesson):
        raise Sorry("sorry-old-button")
    onward = steps.button_to(turn, steps.step_of_today(turn))
    left = said == LEFT_OUT or means(said, "quiz-says-unknown", turn.say)
    if said and not left:
        see = Button(turn.say("button-recall"), Go("recalled", lesson.name))
        return Message((turn.say("recall-heard"),), (onward, see))
    head = turn.say("recall-fine" if left else "recall-answer", title=lesson.head.title)
    first, *others = (parts.tagged(turn, idea) for idea in lesson.ideas)
    return Message((f"{head}\n\n{first}", *others), (onward,))


def _to_recall(turn: Turn) -> Lesson | None:
    """The lesson before, which a question brings back on a day when no review has done so."""
    standing = turn.standing
    done = [lesson for lesson in turn.course.lessons if lesson.name in standing.finished]
    if not done or standing.done_today or any(mark.last == standing.day for mark in standing.answered.values()):
        return None
    return done[-1]


def _finish(turn: Turn, part: Part, kept: str, *, left: str = "") -> Message:
    """The end of the day. What still has questions is not done.

    `left` is the key of the sentence about what was left out or as it was.
    """
    anew = Button(turn.say("button-rewrite-line"), Go("line", part.name))
    again = (anew, steps.take_back(turn)) if kept else ()
    told = kept or (turn.say(left) if left else "")
    if part.name in turn.standing.finished:
        plan = Button(turn.say("command-plan"), Go("plan"))
        onward = steps.button_to(turn, steps.step_of_today(turn))
        return Message((kept or turn.say("part-done"),), (plan, onward, *again))
    if questions_left(turn.course, part, turn.standing):
        step = step_in(turn.course, part, turn.standing)
        bubbles = tuple(filter(None, (told, turn.say("part-not-done"))))
        return Message(bubbles, (steps.button_to(turn, step), *again))
    turn.happened(Finished(part.name, turn.day, turn.now))
    text = turn.say("unit-end", text=part.end) if isinstance(part, Check) else part.end
    end = turn.say("lesson-end", text=text, days=len(turn.standing.days))
    return delights.finish(turn, part, told, end, (*_after(turn, part), *again))


def _after(turn: Turn, part: Part) -> tuple[Button, ...]:
    """What may be done beyond today: the next part, a look back; at the end of a unit and at weekends, when there is
    time, a making that was put off.
    """
    if waiting_part(turn.course, turn.standing) is None:
        return steps.ahead(turn), Button(turn.say("command-plan"), Go("plan")), *steps.left_open(turn)
    timely = isinstance(part, Check) or turn.day.weekday() in WEEKEND
    far = Button(turn.say("command-progress"), Go("progress"))
    return far, steps.ahead(turn), *ledger.waiting(turn), *(steps.left_open(turn) if timely else ())
