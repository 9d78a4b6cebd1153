"""The end of the course, told once and before any review; and the question a month and three months after it."""

from datetime import date, datetime, timedelta

from bot.conversation import Handler, Sorry, Turn
from bot.korean.cues import weekdays_named
from bot.korean.decided import decided
from bot.korean.spoken import dated
from bot.learning.day import StepKind, waiting_part
from bot.learning.minutes import in_minutes
from bot.message import LONGEST_BUBBLE, Button, Go, Message
from bot.message.blocks import Kind, mark
from bot.record.courses import having_asked, waiting
from bot.record.elsewhere import named, of_line
from bot.record.facts import Outcome, Wrote
from bot.record.learner import FOLLOW_UPS, Line, ReminderKind
from handlers import courses, decisions, in_force, ledger, plan, precheck, steps, story
from handlers.masking import mask
from handlers.next_act import cut
from handlers.next_act import next_act as act_of
from handlers.oneself import by_name

AT_ONCE = "now"  # what is said to hear the end without the five questions
ASKED_FOR = timedelta(days=30)  # how long a question after the end is asked where we cannot speak first
GAIN_OPEN = timedelta(days=7)  # how long today leads to the five questions after the end was told without them
TELLING = 60.0  # seconds to read what was won, the plan and what follows
A_WEEK = [timedelta(days=n) for n in range(1, 8)]
NO_BOX = 0  # where the lines stand that answer it: beside the boxes of the course


def ending(turn: Turn) -> Message:
    """마무리: the five questions of the first day once more, and then the end. Raises Sorry while a part is to come."""
    if waiting_part(turn.course, turn.standing):
        raise Sorry("sorry-old-button")
    if turn.words == AT_ONCE or not precheck.left(turn):
        return tell(turn)
    if turn.learner.ended_at:
        return steps.with_buttons(precheck.begin(turn), Button(turn.say("command-review"), Go("review")))
    five = turn.say(precheck.named(turn, "ending-five"), minutes=_minutes(turn))
    asked = steps.opened_with(five, precheck.begin(turn))
    return steps.with_buttons(asked, Button(turn.say("button-end-now"), Go("ending", AT_ONCE)))


def _minutes(turn: Turn) -> int:
    """Whole minutes that the end takes with the five questions: it comes on top of the day's own."""
    return in_minutes(sum(turn.course.seconds.get(quiz.name, 0.0) for quiz in precheck.left(turn)) + TELLING)


def told_before(handler: Handler) -> Handler:
    """A handler before which the end is told to whoever has come there and was not told. It holds what they ask for,
    how far they are and their plan, so that it does not wait for the five questions.
    """

    def told(turn: Turn) -> Message:
        return tell(turn) if steps.ending_waits(turn) else handler(turn)

    return told


def five_open(turn: Turn) -> bool:
    """Whether the end was told not long ago to somebody who has not seen yet what they have gained."""
    told = turn.learner.ended_at
    return told is not None and turn.now - told < GAIN_OPEN and bool(precheck.left(turn))


def tell(turn: Turn) -> Message:
    """What was won, the plan in the learner's own words, one next act with its date, and what follows."""
    if turn.learner.ended_at is None:
        turn.change(ended_at=turn.now)
        turn.schedule()
    plan, quiz = (Button(turn.say(f"command-{name}"), Go(name)) for name in ("plan", "quiz"))
    return Message(
        (_won(turn), _read_back(turn), _what_follows(turn)),
        (*_five(turn), plan, *_story(turn), *steps.left_open(turn), quiz, *courses.button(turn)),
    )


def over(turn: Turn) -> Message:
    """The course is over, and its end was told."""
    plan, quiz = (Button(turn.say(f"command-{name}"), Go(name)) for name in ("plan", "quiz"))
    buttons = (*_five(turn), plan, *steps.left_open(turn), quiz, *courses.button(turn))
    return Message((turn.say("course-over"),), buttons)


def _five(turn: Turn) -> tuple[Button, ...]:
    """The way to the five questions, while they are open."""
    label = turn.say(precheck.named(turn, "button-five-again"))
    return (Button(label, Go("precheck")),) if precheck.left(turn) else ()


def _story(turn: Turn) -> tuple[Button, ...]:
    """The way to the whole plan of the shop that the lessons told of."""
    return story.offered(turn, [*turn.course.about.units][-1])


def follow_up(turn: Turn, which: str) -> Message:
    """A month or three after the end: how it has gone with what they wrote, quoted; the answer has its own place."""
    written = {line.lesson: line.text for line in turn.record.lines()}
    act = act_of(turn, later=which == ReminderKind.FOLLOW_90)
    newest = max((line for line in turn.record.lines() if line.box), key=lambda line: line.at, default=None)
    quoted = [turn.say("follow-quote", line=cut(act))] if act else []
    if newest and not act:
        quoted.append(turn.say("follow-line", line=cut(newest.text)))
    quoted += _hypothesis(turn)
    quoted += [
        turn.say("follow-then", line=cut(written[kind]))
        for kind in FOLLOW_UPS
        if kind in written and kind != which and written[kind] not in {line.text for line in decisions.made(turn)}
    ]
    ask = turn.say(f"{which}-ask")
    head = f"{which}-named" if len(turn.offered) > 1 else which  # of several it is said which
    plan = Button(turn.say("command-plan"), Go("plan"))
    return Message(
        (turn.say(head, title=turn.course.about.title), *ledger.in_bubbles([*quoted, ask])),
        (*decisions.offered(turn), plan),
        Go("write", which),
    )


def _hypothesis(turn: Turn) -> list[str]:
    """The hypothesis as it stands, and what was decided last, each quoted with its day."""
    text, made = decisions.hypothesis(turn, turn.now), decisions.made(turn)
    told = [turn.say("follow-hypothesis", line=cut(text))] if text else []
    if made:
        day = dated(turn.learner.local(made[-1].at).date())
        told.append(turn.say("follow-decision", line=cut(made[-1].text), day=day))
    return told


def follow_up_due(turn: Turn) -> str:
    """The question that has come on its day, that nobody was sent before today, and that has no answer yet; or ""."""
    learner = turn.learner
    if learner.ended_at is None:
        return ""
    since = turn.day - learner.day(learner.ended_at)
    over = {line.lesson for line in turn.record.lines()}
    first = {str(kind): learner.day(learner.ended_at) + wait for kind, wait in FOLLOW_UPS.items()}
    sent = (one for one in turn.record.latest() if turn.pushed and one.outcome is Outcome.SENT)
    over |= {one.kind for one in sent if first.get(one.kind, date.max) <= one.day < turn.day}
    open_ = (kind for kind, wait in FOLLOW_UPS.items() if timedelta() <= since - wait < ASKED_FOR)
    return next((kind for kind in open_ if kind not in over), "")


def answer(turn: Turn, which: str, text: str) -> Message:
    """Keep what came of it, in a place of its own: nothing written before is overwritten. Then what is to come."""
    buttons = (Button(turn.say("command-plan"), Go("plan")), steps.take_back(turn))
    kept = turn.say("follow-kept", name=turn.say(f"plan-{which}"))
    if (kind := decided(text)) and decisions.slot_of(turn):
        _, told = decisions.keep(turn, kind, text, which)
        return Message((f"{kept}\n{told}\n\n{_then(turn, which)}",), buttons)
    text, note = mask(turn, text)
    turn.happened(Wrote(Line(NO_BOX, which, text, turn.now)))
    decisions.explained(turn, text)
    return Message(("\n".join(filter(None, (kept, note))) + f"\n\n{_then(turn, which)}",), buttons)


def _then(turn: Turn, which: str) -> str:
    """When we ask once more, or that we asked for the last time."""
    last = turn.say("follow-kept-last")
    return last if which == ReminderKind.FOLLOW_90 else in_force.follow_up(turn) or last


def due_elsewhere(turn: Turn) -> str:
    """Such a question about a course that waits, by the name of its line; only where it cannot come by itself."""
    learner = turn.learner
    if turn.pushed and not learner.off:
        return ""
    open_ = (
        named(kind, course)
        for course, one in waiting(learner).items()
        if one.ended_at and course in turn.offered
        for kind, wait in FOLLOW_UPS.items()
        if kind not in one.asked and timedelta() <= turn.day - learner.day(one.ended_at) - wait < ASKED_FOR
    )
    return next(open_, "")


def ask_elsewhere(turn: Turn, name: str) -> Message:
    """How it goes with what they meant to do after another course, asked once; today's part waits, and may come first.
    Raises Sorry where that course waits no more.
    """
    kind, course = of_line(name)
    there, about = waiting(turn.learner).get(course), turn.offered.get(course)
    if there is None or about is None:
        raise Sorry("sorry-old-button")
    if kind not in there.asked:
        turn.change(elsewhere=having_asked(turn.learner, course, kind))
    step = steps.step_of_today(turn)
    part = waiting_part(turn.course, turn.standing) if step.kind is not StepKind.DONE else None
    waits = turn.say("follow-elsewhere-waits") if part else ""
    quoted = [turn.say("follow-quote", line=cut(there.act))] if there.act else []
    asked = "\n\n".join(filter(None, (*quoted, turn.say(f"{kind}-elsewhere-ask"), waits)))
    head = turn.say(f"{kind}-named", title=about.about.title)
    return Message((head, asked), (steps.button_to(turn, step),), Go("write", name))


def answer_elsewhere(turn: Turn, name: str, text: str) -> Message:
    """Keep what came of it in the plan of that course, and go on with this one."""
    kind, course = of_line(name)
    if course not in turn.offered:
        raise Sorry("sorry-old-button")
    text, note = mask(turn, text)
    turn.happened(Wrote(Line(NO_BOX, name, text, turn.now)))
    title = turn.offered[course].about.title
    kept = turn.say("follow-kept-elsewhere", title=title, name=turn.say(f"plan-{kind}"))
    onward = steps.button_to(turn, steps.step_of_today(turn))
    return Message(("\n".join(filter(None, (kept, note))),), (onward, steps.take_back(turn)))


def _won(turn: Turn) -> str:
    """Days together, parts, boxes, and the gain as far as it is known."""
    course, standing = turn.course, turn.standing
    makings = sum(making.name in standing.finished for making in course.practices.values())
    counts = turn.say(
        "ending-won" if makings else "ending-won-no-making",
        days=len(standing.days),
        lessons=sum(lesson.name in standing.finished for lesson in course.lessons),
        makings=makings,
        boxes=plan.written(turn),
    )
    left = len(precheck.left(turn))
    begun = "yes" if left < len(precheck.five(turn)) else "no"
    gain = turn.say(precheck.named(turn, "ending-gain-open"), left=left, begun=begun) if left else precheck.gain(turn)
    tried = decisions.told(turn)
    return "\n\n".join(filter(None, (by_name(turn, turn.say("course-end")), counts, tried, gain)))


def _read_back(turn: Turn) -> str:
    """The lines that stand for their boxes, all in one bubble."""
    entries = [entry for box in plan.all_boxes(turn) for entry in box.entries if entry.text]
    brief = [entry for entry in entries if entry.slot.brief] or entries
    if not brief:
        return turn.say("ending-no-plan")
    head = turn.say("ending-plan")
    room = (LONGEST_BUBBLE - len(head)) // len(brief) - 6  # of each the name, a line break, quotes and an empty line
    rows = ((plan.slot_name(turn, entry), entry.told) for entry in brief)
    return "\n\n".join((head, *(f"{mark(Kind.FACT, name)}\n“{cut(text, room - len(name))}”" for name, text in rows)))


def _what_follows(turn: Turn) -> str:
    asked = (turn.learner.follow_up_at(kind, turn.holidays) for kind in FOLLOW_UPS)
    month, quarter = (dated(at.date()) for at in asked if at)
    mine = act_of(turn)
    act = turn.say(
        "ending-act", act=cut(mine or turn.say("ending-any-act")), day=dated(_next_day(turn, mine, turn.now))
    )
    asks = "ending-follow" if turn.pushed and not turn.learner.off else "ending-follow-alone"
    return f"{act}\n\n{turn.say(asks, month=month, quarter=quarter)}"


def next_act(turn: Turn) -> tuple[str, date] | None:
    """The act of their own that the end told of, and the day it named then."""
    mine, told = act_of(turn), turn.learner.ended_at
    return (cut(mine), _next_day(turn, mine, told)) if mine and told else None


def _next_day(turn: Turn, act: str, told: datetime) -> date:
    """The next day of the week that the act names, else the next day of their rhythm, after a moment, in UTC."""
    today = turn.learner.day(told)
    if named := weekdays_named(act):
        return next(day for day in map(today.__add__, A_WEEK) if day.weekday() in named)
    beat = turn.learner.next_hour(told, turn.holidays)
    while beat and turn.learner.day(beat) <= today:
        beat = turn.learner.next_hour(beat, turn.holidays)
    return turn.learner.day(beat) if beat else today + timedelta(days=1)
