"""What the clock says: the daily lesson in the learner's own words, one question after a silence, and then nothing."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from bot.conversation import NotNow, Turn
from bot.course.model import Check, Lesson, Part, Practice, Statement
from bot.korean.cues import quotable
from bot.korean.spoken import dated, on_day
from bot.korean.spoken import day as spoken_day
from bot.learning.day import Step, StepKind, next_step, waiting_part
from bot.learning.habit import ASK_AFTER, ASK_AGAIN, HUSH_AFTER, Silence
from bot.learning.standing import Standing
from bot.learning.wording import Opening, Wording, opening
from bot.message import MOST_BUTTONS, Button, Go, Message
from bot.record.elsewhere import named
from bot.record.facts import Outcome, WhyNotSent
from bot.record.learner import FOLLOW_UPS, ReminderKind
from bot.record.silence import GRACE
from bot.rhythm import load_repeat
from bot.rhythm.feasts import LONG_MONTHS
from handlers import ending, in_force, inquiries, ledger, parts, returning, steps
from handlers.next_act import cut
from handlers.study import open_step

TOGETHER = 5  # days together from which they are worth a word
LAST = 10  # lessons left from which the end is in sight
MAY_HAVE_COME = (Outcome.SENT, Outcome.BEGUN, Outcome.UNKNOWN)  # what was left unsent told nobody who we are
APART = (Practice, Check)  # no lesson of three minutes
_SENTENCE = re.compile(r".+?[.?!](?=\s|$)")

WORDINGS: Mapping[Wording, Callable[[Standing, Step, Part | None, int], bool]] = {
    Wording.PLAIN: lambda _, __, part, ___: not isinstance(part, APART),
    Wording.SMALL: lambda _, __, part, ___: not isinstance(part, APART),
    Wording.GO_ON: lambda standing, step, *_: step.kind == StepKind.LESSON and bool(standing.finished),
    Wording.REVIEW: lambda _, step, *__: step.kind == StepKind.REVIEW,
    Wording.TOGETHER: lambda standing, _, part, __: not isinstance(part, APART) and len(standing.days) >= TOGETHER,
    Wording.LEFT: lambda _, __, part, left: not isinstance(part, APART) and 0 < left <= LAST,
    Wording.MAKING: lambda _, __, part, ___: isinstance(part, Practice),
    Wording.CHECK: lambda _, __, part, ___: isinstance(part, Check),
}
"""Each with when it is true: by where they stand, the next step, the part that waits, and how many lessons are left."""


def remind(turn: Turn) -> Message:
    """What the clock brings: the daily lesson, how it goes after the end, what follows a broadcast, and after a long
    silence that it ends.
    """
    if turn.words.startswith(ReminderKind.NEWS):
        return _news(turn)
    if turn.words.startswith(ReminderKind.ANSWER):
        turn.opening = Opening(ReminderKind.ANSWER)
        return inquiries.answered(turn)
    if turn.words == ReminderKind.SILENCE:
        return _silence(turn)
    return _follow_up(turn) if turn.words in FOLLOW_UPS else _daily(turn)


def _daily(turn: Turn) -> Message:
    """The daily lesson: it quotes the learner's own plan. Nothing is said on a day already done.

    After a missed day it brings something new instead; after three it asks one question, after ten it takes its leave.
    """
    standing = turn.standing
    step = next_step(turn.course, standing)
    asked_for = turn.words.startswith(ReminderKind.ASKED_FOR)
    last_day = step.kind == StepKind.END and standing.done_today  # on which the end was offered with the last word
    if (step.kind == StepKind.DONE or last_day) and not asked_for:
        raise NotNow(WhyNotSent.DONE)
    part = waiting_part(turn.course, standing)
    if part is None and not turn.learner.ended_at:
        # the end is told once, whatever review is due; a month later we ask how it goes
        turn.opening = Opening(StepKind.END)
        return ending.tell(turn)
    if asked_for:
        turn.opening = Opening(step.kind)
        return _with_ways_out(turn, steps.opened_with(turn.say("reminder-asked"), open_step(turn, step)))
    unanswered = turn.record.unanswered()
    missed = [opened for day, opened in unanswered.items() if day < turn.day]
    if len(missed) == ASK_AFTER and not _asked_of_late(turn):
        return _ask(turn, step)
    if len(missed) >= HUSH_AFTER:
        turn.change(off=True)
        turn.schedule()
        turn.opening = Opening(Silence.FAREWELL)
        return Message(
            (turn.say("reminder-hush"),), (Button(turn.say("button-today"), Go("today")), *returning.ring_again(turn))
        )
    if turn.record.people() and (promise := ledger.promised(turn)):
        turn.opening = Opening(step.kind)
        told, row = promise
        return _with_ways_out(turn, steps.with_buttons(steps.opened_with(told, open_step(turn, step)), row))
    if rung := _rung(turn, silent=bool(missed)):
        return _something_new(turn, step, rung)
    return _lesson(turn, standing, part, step)


def _follow_up(turn: Turn) -> Message:
    """How it goes, a month or three after the end of this course or of one that waits; once, also where another rhythm
    brings its day again. About a course that is offered no more nothing is asked, and today's lesson comes.
    """
    kind, learner = turn.words, turn.learner
    asks = ((at, course) for at, which, course in learner.follow_ups(turn.holidays) if which == kind and at <= turn.now)
    _, course = max(asks, default=(turn.now, ""))
    if course and course not in turn.offered:
        return _daily(turn)
    first = learner.day(learner.ended_at) + FOLLOW_UPS[ReminderKind(kind)] if learner.ended_at else turn.day
    came = (one for one in turn.record.reminders if one.kind == kind and one.day >= first)
    answered = any(line.lesson == kind for line in turn.record.lines())  # before its hour
    if not course and (answered or any(one.outcome in MAY_HAVE_COME for one in came)):
        raise NotNow(WhyNotSent.DONE)
    turn.opening = Opening(kind)
    return ending.ask_elsewhere(turn, named(kind, course)) if course else ending.follow_up(turn, kind)


def _news(turn: Turn) -> Message:
    """What follows a broadcast, which delivery puts before it: the way on, and to fewer messages."""
    turn.opening = Opening(ReminderKind.NEWS)
    less = Button(turn.say("button-less"), Go("less"))
    return Message((turn.say("news-goes-on"),), (steps.button_to(turn, next_step(turn.course, turn.standing)), less))


def _silence(turn: Turn) -> Message:
    """Before who said nothing for a year is erased: when that is, and that any word keeps everything."""
    turn.opening = Opening(ReminderKind.SILENCE)
    day = turn.learner.local(turn.now + GRACE)
    text = turn.say("reminder-silence", grace=GRACE.days, year=f"{day.year}", day=dated(day.date()))
    stay, forget = Button(turn.say("button-stay"), Go("forget", "no")), Button(turn.say("command-forget"), Go("forget"))
    return Message((text,), (stay, Button(turn.say("command-mine"), Go("mine")), forget))


def _greets(turn: Turn) -> bool:
    """Whether they come back, and were not met yet."""
    return turn.standing.comes_back(rested=turn.rested) and not returning.met(turn)


def _rung(turn: Turn, *, silent: bool) -> int:
    """How many lessons of the rhythm have brought what waits, before this one of maybe several a day; 0 where it is
    brought now: to who was neither silent nor only talked since, to who is greeted, and the first of a day to who has
    nothing but the reviews of a light week.
    """
    nth = turn.words.removeprefix(f"{ReminderKind.LESSON}-")
    today = int(nth) - 1 if nth.isdecimal() else 0
    brought = turn.record.unanswered(by_words=False)
    days = sum(day < turn.day for day in brought)
    if not silent and (turn.standing.lighter or _greets(turn)):
        days = 0
    if not days and turn.day not in brought:
        return 0
    return days * len(load_repeat(turn.learner.rhythm).times) + today


def _something_new(turn: Turn, step: Step, rung: int) -> Message:
    """After a missed day nothing is asked once more: a line of theirs, a sentence or a word of what waits take turns,
    so that no two messages in a row are alike; a silence begins with what came longest ago in those before. Nothing is
    brought again in it before all has come.
    """
    told = _new_things(turn)
    before = turn.record.seen(min(turn.record.unanswered(by_words=False)))
    in_turn = sorted(told, key=lambda kind: before.get(kind, date.min))
    rounds = zip_longest(*([(kind, text) for text in told[kind]] for kind in in_turn))
    things = [thing for one_each in rounds for thing in one_each if thing]
    wording, text = things[(rung - 1) % len(things)]
    turn.opening = Opening(step.kind, wording, {wording: 1.0})
    lines = filter(None, (text, _before_long_rest(turn)))
    button = replace(steps.button_to(turn, step), go=Go("today"))
    if step.kind in (StepKind.REVIEW, StepKind.RETRY):  # the text tells of the part behind it
        button = replace(button, label=turn.say("button-go-on-here"))
    return _with_ways_out(turn, Message(("\n\n".join(lines),), (button,)))


def _new_things(turn: Turn) -> dict[Wording, list[str]]:
    """All there is to bring, by its kind; the newest lines first."""
    part = waiting_part(turn.course, turn.standing)
    assert part is not None  # else the end would have been told
    of_unit = [one for one in turn.course.lessons if one.head.unit == part.head.unit]
    near, suffix = ([part], "") if isinstance(part, Lesson) else (of_unit, "-unit")
    own = sorted(turn.record.lines(), key=lambda line: line.at, reverse=True)
    written = dict.fromkeys(line.text for line in own if line.box)
    lines = [turn.say("reminder-own-line", line=cut(text)) for text in written]
    sentences = [
        turn.say(f"reminder-sentence{suffix}", sentence=sentence, tag=parts.tag(turn, idea))
        for one in near
        for sentence, idea in _sentences(one)
    ]
    words = {word: meaning for lesson in near for word, meaning in lesson.terms.items()}
    terms = [turn.say(f"reminder-term{suffix}", term=word, meaning=words[word]) for word in words]
    told = {Wording.OWN_LINE: lines, Wording.SENTENCE: sentences, Wording.TERM: terms}
    return {kind: texts for kind, texts in told.items() if texts}


def _sentences(part: Part) -> Iterator[tuple[str, Statement]]:
    """What of a part tells something by itself, each with the idea it stands in: what its author says does, else the
    first sentence of each idea. One of a source begins with a scene, and tells what the source says in its last
    paragraph.
    """
    for idea in part.ideas:
        paragraphs = idea.text.split("\n\n")
        text = " ".join(paragraphs[-1 if idea.source else 0].split())
        first = _SENTENCE.match(text)
        whole = " ".join(idea.text.split())
        named = [sentence for sentence in part.head.alone if sentence in whole]
        yield from ((sentence, idea) for sentence in (named if part.head.alone else [first[0] if first else text]))


def _lesson(turn: Turn, standing: Standing, part: Part | None, step: Step) -> Message:
    """What waits today, opened with one of the wordings that are true for this learner; the first message of all says
    what it is, and one after a pause greets.
    """
    left = sum(lesson.name not in standing.finished for lesson in turn.course.lessons)
    true_now = [name for name, true in WORDINGS.items() if true(standing, step, part, left)]
    cue, promise = quotable(turn.learner.intention, turn.day)
    true_now += [Wording.PROMISE] if promise else []
    back = returning.greeting(turn, step) if _greets(turn) else ""
    known = any(one.outcome in MAY_HAVE_COME for one in turn.record.reminders)
    light = [Wording.LIGHTER, Wording.LIGHTER_BACK] if standing.lighter else []
    awake = [Wording.RETURN] if back and known else light or (true_now if known else [Wording.FIRST])
    turn.opening = opening(step.kind, awake, turn.record.seen(), turn.learner.id, turn.day)
    wording = turn.opening.wording
    key = f"reminder-{wording}-cue" if cue else f"reminder-{wording}"
    until = spoken_day(turn.learner.lighter_until, steps.today(turn)) if turn.learner.lighter_until else ""
    values = {"cue": cue, "promise": promise, "days": len(standing.days), "left": left, "back": until}
    worded = "" if wording == Wording.RETURN else turn.say(key, **values)
    told = "\n".join(filter(None, (worded, steps.minutes_of_day(turn))))
    lines = filter(None, (back, told, _before_long_rest(turn)))
    return _with_ways_out(turn, steps.opened_with("\n\n".join(lines), open_step(turn, step)))


def _before_long_rest(turn: Turn) -> str:
    """The line with which a reminder announces such a rest, or ""."""
    if turn.day.month not in LONG_MONTHS:
        return ""
    rest_ = in_force.long_rest(turn.learner, turn.now, turn.holidays)
    return turn.say("reminder-holiday", feast=rest_[0], back=on_day(rest_[1], steps.today(turn))) if rest_ else ""


def _with_ways_out(turn: Turn, message: Message) -> Message:
    """Not now, and not so often: the reminder itself offers both."""
    snooze = Button(turn.say("button-snooze"), Go("remind", "once +30m"))
    less = Button(turn.say("button-less"), Go("less"))
    return replace(message, buttons=(*message.buttons, snooze, less)[:MOST_BUTTONS])


def _asked_of_late(turn: Turn) -> bool:
    """Whether it was asked not long ago: who comes every few days is silent as often, and needs no other hour."""
    asked = (one.day for one in turn.record.reminders if one.opened == Silence.QUESTION)
    return any((turn.day - day).days < ASK_AGAIN for day in asked)


def _ask(turn: Turn, step: Step) -> Message:
    """Whether the hour still fits."""
    turn.opening = Opening(Silence.QUESTION)
    change = Button(turn.say("button-change-hour"), Go("remind"))
    less, rest = Button(turn.say("button-less"), Go("less")), Button(turn.say("command-rest"), Go("rest"))
    return Message((turn.say("reminder-ask"),), (steps.button_to(turn, step), change, less, rest))
