"""The end of the course, told once and before any review; and the question a month and three months after it."""

from datetime import date, datetime, timedelta

from bot.conversation import Handler, Sorry, Turn
from bot.korean.cues import is_act, opens_lesson, weekdays_named
from bot.korean.decided import decided
from bot.korean.hangul import within_quotes
from bot.korean.spoken import dated
from bot.learning.day import waiting_part
from bot.learning.minutes import in_minutes
from bot.message import LONGEST_BUBBLE, Button, Go, Message
from bot.plan import FIRST_WEEK
from bot.record.facts import Outcome, Wrote
from bot.record.learner import FOLLOW_UPS, Line, ReminderKind
from handlers import courses, decisions, ledger, plan, precheck, steps, story
from handlers.masking import mask
from handlers.oneself import by_name

AT_ONCE = "now"  # what is said to hear the end without the five questions
MOST_ACT = 200  # characters of a line that is quoted whole
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
    act = _act(turn, later=which == ReminderKind.FOLLOW_90)
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
    plan = Button(turn.say("command-plan"), Go("plan"))
    return Message(
        (turn.say(which), *ledger.in_bubbles([*quoted, ask])), (*decisions.offered(turn), plan), Go("write", which)
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
    sent = (one for one in turn.record.latest() if turn.pushed and one.outcome is Outcome.SENT)
    over |= {one.kind for one in sent if one.day < turn.day}
    open_ = (kind for kind, wait in FOLLOW_UPS.items() if timedelta() <= since - wait < ASKED_FOR)
    return next((kind for kind in open_ if kind not in over), "")


def answer(turn: Turn, which: str, text: str) -> Message:
    """Keep what came of it, in a place of its own: nothing written before is overwritten."""
    buttons = (Button(turn.say("command-plan"), Go("plan")), steps.take_back(turn))
    kept = turn.say("follow-kept", name=turn.say(f"plan-{which}"))
    if (kind := decided(text)) and decisions.slot_of(turn):
        _, told = decisions.keep(turn, kind, text, which)
        return Message((f"{kept}\n{told}",), buttons)
    text, note = mask(turn, text)
    turn.happened(Wrote(Line(NO_BOX, which, text, turn.now)))
    decisions.explained(turn, text)
    return Message(("\n".join(filter(None, (kept, note))),), buttons)


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
    gain = turn.say(precheck.named(turn, "ending-gain-open")) if precheck.left(turn) else precheck.gain(turn)
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
    rows = ((plan.slot_name(turn, entry), within_quotes(entry.told)) for entry in brief)
    return "\n\n".join((head, *(f"{name}\n“{cut(text, room - len(name))}”" for name, text in rows)))


def _what_follows(turn: Turn) -> str:
    asked = (turn.learner.follow_up_at(kind, turn.holidays) for kind in FOLLOW_UPS)
    month, quarter = (dated(at.date()) for at in asked if at)
    mine = _act(turn)
    act = turn.say(
        "ending-act", act=cut(mine or turn.say("ending-any-act")), day=dated(_next_day(turn, mine, turn.now))
    )
    asks = "ending-follow" if turn.pushed and not turn.learner.off else "ending-follow-alone"
    return f"{act}\n\n{turn.say(asks, month=month, quarter=quarter)}"


def _act(turn: Turn, *, later: bool = False) -> str:
    """What they mean to do, as they wrote it: the one act of the first week, else the line of the last lesson, which is
    of all three months and comes first three months `later`, else their promise; or "". One that only tells when a
    lesson is opened is no act.
    """
    lines = {line.lesson: line.text for line in turn.record.lines()}
    kept = FIRST_WEEK, turn.course.lessons[-1].name
    written = (lines[name] for name in (reversed(kept) if later else kept) if name in lines and is_act(lines[name]))
    promise = turn.learner.intention
    return next(written, "" if opens_lesson(promise) else promise)


def next_act(turn: Turn) -> tuple[str, date] | None:
    """The act of their own that the end told of, and the day it named then."""
    mine, told = _act(turn), turn.learner.ended_at
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


def cut(text: str, most: int = MOST_ACT) -> str:
    """A line as it is quoted, between “ and ”: a longer one ends with a whole word, where it has words."""
    text = within_quotes(text)
    if len(text) <= most:
        return text
    words, _, _ = text[:most].rpartition(" ")
    return (words if len(words) > most // 2 else text[: most - 1]) + "…"
