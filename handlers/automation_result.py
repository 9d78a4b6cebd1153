"""What comes of the tasks of a week: the verdict with its table and rules, the flow, the hours, the plan's lines."""

from collections.abc import Iterable

from bot.conversation import Turn
from bot.course.workshops import Workshop
from bot.korean.tasks import WEEKS, Risk, Task
from bot.message import Button, Go, Message
from bot.plan.automation import Place, Ranked, is_told, ranked
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
    key = "automation-first" if first.task.risk is Risk.LOW else "automation-first-of-rest"
    key = "automation-first-picked" if draft.get(PICKED) == first.task.name else key
    verdict = turn.say(key, name=first.task.name, time=_about(turn, first.monthly))
    flow = turn.say("automation-flow", name=first.task.name, start=draft[START], source=draft[SOURCE])
    saved = turn.say("automation-saved", saved=_about(turn, first.saved), all=_about(turn, first.monthly))
    files = workshops.filing(turn, NAME, results(turn, first))
    told = (f"{verdict}\n\n{_table(turn, tasks)}", f"{flow}\n\n{saved}", never)
    return Message(told, (*files, edit, anew, workshops.onward(turn)), Go(NAME, DONE))


def _table(turn: Turn, tasks: Iterable[Ranked]) -> str:
    rows = [
        turn.say("automation-ranked", n=n, task=spoken(turn, one.task), place=turn.say(f"automation-is-{one.place}"))
        for n, one in enumerate(tasks, 1)
    ]
    text, rules = "\n".join(rows), turn.say("automation-rules")
    return f"{text[:LONGEST_TABLE]}\n\n{rules}"


def _never(turn: Turn, tasks: Iterable[Ranked]) -> str:
    mine = [turn.say("automation-by-hand", name=one.task.name) for one in tasks if one.place is Place.HUMAN][:5]
    facts = [turn.say("automation-never-row", what=one.what, fact=one.fact) for one in table_of(turn).never]
    return "\n".join((*mine, *facts))


def results(turn: Turn, first: Ranked) -> dict[str, str]:
    """The lines that come of it, by what they are."""
    draft, name = workshops.draft_of(turn, NAME), first.task.name
    often, long = _often(turn, first.task), workshops.spoken_time(turn, first.task.minutes or 0)
    return {
        "choice": turn.say(
            "automation-line-choice", name=name, often=often, long=long, risk=turn.say(f"risk-{first.task.risk}")
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
    often = _often(turn, task) if task.a_week is not None else turn.say("automation-unknown-often")
    long = (
        workshops.spoken_time(turn, task.minutes) if task.minutes is not None else turn.say("automation-unknown-long")
    )
    risk = turn.say(f"risk-{task.risk}") if task.risk else turn.say("automation-unknown-risk")
    return turn.say("automation-task", name=task.name, often=often, long=long, risk=risk)


def table_of(turn: Turn) -> Workshop:
    """What the course knows for this workshop."""
    return turn.course.about.workshops[NAME]


def _often(turn: Turn, task: Task) -> str:
    """주 3번, 한 달에 2번, 일 년에 1번: in the unit in which it is a number."""
    week = task.a_week or 0
    per = {"week": week, "month": week * WEEKS, "year": week * 52}
    unit = next((name for name, count in per.items() if count >= 0.95), "year")
    return turn.say(f"automation-a-{unit}", times=f"{round(per[unit], 1):g}")


def _about(turn: Turn, minutes: int) -> str:
    """A span that was reckoned, to ten minutes: more would promise what nobody has measured."""
    return workshops.spoken_time(turn, minutes if minutes < 10 else round(minutes, -1))
