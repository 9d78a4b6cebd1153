"""How far you are, in one phone screen."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.conversation import Turn
from bot.course.model import Practice
from bot.korean.spoken import day as spoken_day
from bot.learning.day import Step, StepKind, next_step, parts_to_come, waiting_part
from bot.learning.habit import Firmness, firmness, free_days_of_week, left_out, streak
from bot.learning.minutes import BUDGET, spent_in_all
from bot.learning.standing import Standing
from bot.message import Button, Go, Message
from handlers import contents, in_force, pauses, plan, steps
from handlers.keeping import keeping

MOST_NAMED = 2  # fading thoughts told by name


def progress(turn: Turn) -> Message:
    """Days together first, the one number that never falls; a bar a unit; what is known and fades; what is to come."""
    standing = turn.standing
    step = next_step(turn.course, standing)
    firm = _firm(turn)
    faded = [*dict.fromkeys(title for title, how in firm if how is Firmness.FADING)]
    counts = turn.say(
        "progress-counts",
        lessons=sum(lesson.name in standing.finished for lesson in turn.course.lessons),
        planned=len(turn.course.lessons),
        boxes=plan.written(turn),
    )
    won = (_together(turn, standing), _spent(turn), counts, _known(turn, firm), _named(turn, faded))
    bars = [_bar(turn, unit) for unit in turn.course.about.units]
    to_come = (following(turn, step), _ahead(turn), _reminder(turn))
    text = "\n\n".join("\n".join(filter(None, rows)) for rows in (won, bars, to_come))
    due = step.kind is StepKind.REVIEW  # the first button revives it
    revive = (Button(turn.say("command-review"), Go("review")),) if faded and not (standing.paused or due) else ()
    others = (Button(turn.say(f"command-{name}"), Go(name)) for name in ("contents", "plan"))
    return Message((text,), (steps.button_to(turn, step), *revive, *others, *steps.left_open(turn)))


def _bar(turn: Turn, unit: str) -> str:
    """A unit's title, how many of its parts are done, in numbers first: a bar is read out square by square."""
    done, count = contents.done_of(turn, unit)
    squares = turn.say("bar-done") * done + turn.say("bar-left") * (count - done)
    return turn.say(
        "progress-unit", number=unit, name=turn.course.about.units[unit], done=done, count=count, bar=squares
    )


def _spent(turn: Turn) -> str:
    """About how long was read and answered in all, makings apart: minutes, from an hour on tens of them; or ""."""
    minutes = round(spent_in_all(turn.course, turn.standing) / 60)
    if minutes < 60:
        return turn.say("progress-spent", minutes=minutes) if minutes else ""
    hours, tens = divmod(round(minutes, -1), 60)
    return turn.say("progress-spent-hours" if tens else "progress-spent-whole", hours=hours, minutes=tens)


def _firm(turn: Turn) -> list[tuple[str, Firmness]]:
    """How firmly each thought of the finished lessons is known, with the title of its lesson."""
    cards, finished = {card.thought: card for card in turn.standing.cards}, turn.standing.finished
    return [
        (lesson.head.title, firmness(cards.get(thought.name), turn.day))
        for lesson in turn.course.lessons
        if lesson.name in finished
        for thought in lesson.thoughts
    ]


def _known(turn: Turn, firm: Sequence[tuple[str, Firmness]]) -> str:
    """All that was taught, by how firmly it is known: what nobody was asked yet is being learnt. Adds up."""
    counted = Counter(how for _, how in firm)
    fading, known = counted[Firmness.FADING], counted[Firmness.KNOWN]
    learning = len(firm) - known - fading
    key = "progress-known-fading" if fading else "progress-known"
    return turn.say(key, taught=len(firm), known=known, learning=learning, fading=fading) if firm else ""


def _reminder(turn: Turn) -> str:
    """What comes by itself; where nothing can, the hour they chose and how it opens. After the end the day on which we
    ask how it goes.
    """
    if turn.learner.ended_at:
        return in_force.follow_up(turn)
    alone = not turn.pushed and turn.learner.rhythm and not turn.learner.off
    return turn.say("progress-reminder-alone" if alone else "progress-reminder", reminder=in_force.spoken(turn))


def _named(turn: Turn, faded: Sequence[str]) -> str:
    """What is fading, by name as far as the screen holds, and how many more; or ""."""
    titles = ", ".join(faded[:MOST_NAMED])
    key = "progress-fading-more" if len(faded) > MOST_NAMED else "progress-fading"
    return turn.say(key, titles=titles, more=len(faded) - MOST_NAMED) if faded else ""


def _ahead(turn: Turn) -> str:
    """How often it is still to be opened and how long that takes, as far as the course itself says; "" at its end."""
    to_come = list(parts_to_come(turn.course, turn.standing))
    makings = [part.head.minutes for part in to_come if isinstance(part, Practice)]
    if not to_come:
        return ""
    key = "progress-ahead-making" if makings else "progress-ahead"
    return turn.say(key, times=len(to_come), minutes=int(BUDGET // 60), longest=max(makings, default=0))


def tomorrow(turn: Turn) -> Message:
    """내일 뭐 해요?: what comes next and when, as it stands on the progress screen."""
    return keeping(turn, [following(turn, steps.step_of_today(turn))])


def done(turn: Turn) -> str:
    """That there is nothing more today, and what comes next."""
    standing = turn.standing
    if standing.lighter and not standing.done_today:
        return steps.lighter(turn, "lighter-no-more" if standing.day in standing.days else "lighter-none")
    then = following(turn, Step(StepKind.DONE))
    key = "day-done" if standing.paused or standing.lighter else "day-done-ahead"
    return turn.say(key, following=then, night="yes" if steps.after_midnight(turn) else "no")


def following(turn: Turn, step: Step) -> str:
    """When the next one comes: in a pause the day it goes on, else at once what waits, else the hour of the rhythm."""
    learner, part = turn.learner, waiting_part(turn.course, turn.standing)
    if part is None:
        return turn.say("progress-over")
    if turn.standing.paused and learner.paused_until:
        return turn.say("progress-paused", back=spoken_day(pauses.back_day(turn), steps.today(turn)))
    if turn.standing.lighter and learner.lighter_until:
        return turn.say("progress-lighter", back=spoken_day(learner.lighter_until, steps.today(turn)))
    if step.kind is not StepKind.DONE:
        return turn.say("progress-now", title=part.head.title)
    hour = None if learner.off else steps.next_lesson(turn)
    following_day = turn.day + timedelta(days=1)
    if learner.lighter_until and learner.lighter(learner.day(hour) if hour else following_day):
        return turn.say("progress-lighter-ahead", back=spoken_day(learner.lighter_until, steps.today(turn)))
    tomorrow = spoken_day(following_day, steps.today(turn))
    moment = steps.moment(turn, hour) if hour else tomorrow
    return turn.say("progress-then", moment=moment, title=part.head.title)


def _together(turn: Turn, standing: Standing) -> str:
    """Days together, those in a row, and to whoever left out a day why it goes on."""
    learner, expects, days = turn.learner, turn.learner.expected(), standing.days
    calendar = days, turn.day, expects, lambda day: learner.rests(day, turn.holidays)
    run = streak(*calendar)
    if run < 2:
        return turn.say("progress-days", days=len(days))
    missed, rested = left_out(run, *calendar)
    free = free_days_of_week(turn.day, expects)
    why = "-free" if missed and free else "-rest" if rested else ""
    return turn.say(f"progress-days-in-a-row{why}", days=len(days), run=run, free=free)
