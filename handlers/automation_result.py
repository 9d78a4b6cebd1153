"""What comes of the tasks of a week: the verdict with its table and rules, the flow, the hours, the plan's lines."""

from collections.abc import Iterable, Sequence

from bot.conversation import Turn
from bot.course.workshops import Workshop
from bot.korean.tasks import WEEKS, WORKDAYS, Risk, Task
from bot.message import Button, Go, Message
from bot.plan.automation import STEP, Per, Place, Ranked, is_told, often, ranked
from handlers import workshops
from handlers.ledger import in_bubbles

NAME = "automation"
TASKS, START, SOURCE, DONE = "tasks", "start", "source", "done"
FOR = "for"  # in the draft: the task that START and SOURCE were told of
PICKED = "picked"  # in the draft: the task they would rather hand over first
LONGEST_TABLE = 600  # characters, so that the rules fit below it


def shown(turn: Turn) -> Message:
    """The verdict with its table and rules, the flow with the hours, and what is never handed over."""
    tasks, first, draft = _ranked(turn), first_of(turn), workshops.draft_of(turn, NAME)
    workshops.keep_draft(
        turn, NAME, {**draft, TASKS: "\n".join(as_line(one.task) for one in tasks)}
    )  # numbered as shown
    edit = Button(turn.say("button-automation-edit"), Go(NAME, TASKS))
    anew = Button(turn.say("button-workshop-anew"), Go(NAME, workshops.ANEW))
    never = turn.say("automation-never", rows=_never(turn, tasks))
    if first is None:
        told = (turn.say("automation-none"), _table(turn, tasks), never)
        return Message(in_bubbles(told), (edit, anew, workshops.onward(turn)), Go(NAME, DONE))
    key = "picked" if draft.get(PICKED) == first.task.name else _why_first(tasks, first)
    time = workshops.spoken_time(turn, first.monthly)
    verdict = turn.say(f"automation-first-{key}", name=first.task.name, time=time)
    flow = turn.say("automation-flow", name=first.task.name, start=draft[START], source=draft[SOURCE])
    files = workshops.filing(turn, NAME, results(turn, first))
    told = (f"{verdict}\n\n{_table(turn, tasks)}", f"{flow}\n\n{_saved(turn, first)}", never)
    return Message(told, (*files, edit, anew, workshops.onward(turn)), Go(NAME, DONE))


def _why_first(tasks: Iterable[Ranked], first: Ranked) -> str:
    """Of which risk it is, and whether it is the only one of it that may be handed over."""
    others = sum(one.task.risk is first.task.risk and one.place is Place.LATER for one in tasks)
    return f"{first.task.risk}" if others else f"{first.task.risk}-alone"


def _saved(turn: Turn, first: Ranked) -> str:
    """What it saves, with a sum that a reader can redo on paper."""
    times, per = often(first.task.a_week or 0)
    told = turn.say(f"automation-sum-{per}", times=f"{times:g}", long=first.task.minutes or 0, weeks=f"{WEEKS:g}")
    saved = workshops.spoken_time(turn, first.saved)
    rows = [turn.say("automation-now", sum=told, time=_in_minutes(turn, first.exactly))]
    rows += [turn.say("automation-checked", time=_in_minutes(turn, first.left))]
    rows += [turn.say("automation-rounded", step=STEP, time=saved)] if first.saved < first.left else []
    note = turn.say("automation-workdays") if per is Per.WEEK and not times % WORKDAYS else ""
    rows_ = turn.say("automation-sum", rows="\n".join(rows), note=note).strip()
    return turn.say("automation-saved", saved=saved, sum=rows_)


def _in_minutes(turn: Turn, minutes: float) -> str:
    """860분(14시간 20분): minutes as they are reckoned with, and what they come to."""
    whole = int(minutes)
    key = "automation-minutes" if whole < 60 else "automation-minutes-hours"
    return turn.say(key, minutes=f"{minutes:,g}", time=workshops.spoken_time(turn, whole))


def _table(turn: Turn, tasks: Sequence[Ranked]) -> str:
    """The tasks in their order, as many as fit above the rules."""
    rows = [
        turn.say("automation-ranked", n=n, task=spoken(turn, one.task), place=turn.say(f"automation-is-{one.place}"))
        for n, one in enumerate(tasks, 1)
    ]
    count = next((n for n in range(len(rows), 1, -1) if len("\n".join(rows[:n])) <= LONGEST_TABLE), 1)
    more = [turn.say("automation-more", more=len(rows) - count)] if count < len(rows) else []
    return "\n".join((*rows[:count], *more, "", turn.say("automation-rules")))


def _never(turn: Turn, tasks: Iterable[Ranked]) -> str:
    mine = [turn.say("automation-by-hand", name=one.task.name) for one in tasks if one.place is Place.HUMAN][:5]
    facts = [turn.say("automation-never-row", what=one.what, fact=one.fact) for one in table_of(turn).never]
    return "\n".join((*mine, *facts))


def results(turn: Turn, first: Ranked) -> dict[str, str]:
    """The lines that come of it, by what they are."""
    draft, name = workshops.draft_of(turn, NAME), first.task.name
    times, long = _often(turn, first.task), workshops.spoken_time(turn, first.task.minutes or 0)
    return {
        "choice": turn.say(
            "automation-line-choice", name=name, often=times, long=long, risk=turn.say(f"risk-{first.task.risk}")
        ),
        "steps": turn.say("automation-line-steps", name=name, start=draft[START], source=draft[SOURCE]),
        "check": turn.say("automation-line-check", name=name, source=draft[SOURCE]),
        "never": turn.say("automation-line-never", never=", ".join(one.what for one in table_of(turn).never)),
    }


def tasks_of(turn: Turn) -> list[Task]:
    """The tasks that were told, as the draft keeps them: a line each, what is not known left empty."""
    lines = workshops.draft_of(turn, NAME).get(TASKS, "").splitlines()
    return [
        Task(name, float(week) if week else None, int(long) if long else None, Risk(risk) if risk else None)
        for name, week, long, risk in (line.split("\t") for line in lines)
    ]


def first_of(turn: Turn) -> Ranked | None:
    """The task to hand over first, once all is told of all of them."""
    tasks = tasks_of(turn)
    found = _ranked(turn) if tasks and all(map(is_told, tasks)) else []
    return found[0] if found and found[0].place is Place.FIRST else None


def _ranked(turn: Turn) -> list[Ranked]:
    """The tasks in their order; the one that they would rather hand over first comes first, unless its risk is high."""
    found, picked = ranked(tasks_of(turn)), workshops.draft_of(turn, NAME).get(PICKED)
    first = next((one for one in found if one.task.name == picked and one.place is not Place.HUMAN), None)
    if first is None:
        return found
    others = [Ranked(one.task, Place.LATER) if one.place is Place.FIRST else one for one in found if one is not first]
    return [Ranked(first.task, Place.FIRST), *others]


def as_line(task: Task) -> str:
    """A task as a line of the draft; `_known` reads it."""
    told = (task.a_week, task.minutes, task.risk)
    return "\t".join((" ".join(task.name.split()), *("" if one is None else str(one) for one in told)))


def spoken(turn: Turn, task: Task) -> str:
    """A task in one line; what is not known yet is asked for by a sign."""
    times = _often(turn, task) if task.a_week is not None else turn.say("automation-unknown-often")
    long = (
        workshops.spoken_time(turn, task.minutes) if task.minutes is not None else turn.say("automation-unknown-long")
    )
    risk = turn.say(f"risk-{task.risk}") if task.risk else turn.say("automation-unknown-risk")
    return turn.say("automation-task", name=task.name, often=times, long=long, risk=risk)


def table_of(turn: Turn) -> Workshop:
    """What the course knows for this workshop."""
    return turn.course.about.workshops[NAME]


def _often(turn: Turn, task: Task) -> str:
    """주 3번, 2주에 1번, 한 달 2번: in the span in which it is a number."""
    times, per = often(task.a_week or 0)
    return turn.say(f"automation-a-{per}", times=f"{times:g}")
