"""자동화 설계: the tasks of a week; which to hand over first, the flow with its human check, the hours that saves."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.quizzes.kind import means
from bot.korean.flow_words import as_source, as_start
from bot.korean.tasks import Risk, Task, completed, tasks_in, told_of_all, told_of_one
from bot.message import LONGEST_BUBBLE, Button, Go, Message
from bot.plan.automation import is_told
from handlers import workshops
from handlers.automation_result import (
    DONE,
    FOR,
    NAME,
    PICKED,
    SOURCE,
    START,
    TASKS,
    as_line,
    first_of,
    results,
    shown,
    spoken,
    table_of,
    tasks_of,
)
from handlers.ledger import in_bubbles, noting
from handlers.masking import mask
from handlers.workshops import ANEW, BACK, EXAMPLE, FILE, LEFT_OUT, STOP

OF = "of"  # asks for what is not told yet of one task: `of 2` is the third
THEN = (START, SOURCE)
MOST_TASKS, LONGEST_NAME = 15, 40
_OF_ONE = re.compile(r"(\d{1,2})\s?(?:\.|\)|[^\W\d_]{1,3})?\s+(\S.*)")  # 2번 위험 높음


def automation(turn: Turn) -> Message:
    """The question that comes next, or one by its name with an answer behind it; after the last one what to hand over
    and how.
    """
    ask, _, words = turn.words.partition(" ")
    words = words.strip()
    if ANEW in (ask, words):
        workshops.keep_draft(turn, NAME, {})
        return _next(turn)
    if not ask:
        return _next(turn)
    if ask not in {TASKS, OF, *THEN, DONE}:
        raise Sorry("sorry-old-button")
    if words == STOP:
        return workshops.stop(turn)
    return {TASKS: _tasks, OF: _of_one, DONE: _under_result}.get(ask, _then)(turn, words, ask)


def keep(turn: Turn) -> Message:
    """Write one of the results into its slot; the words name it."""
    first = first_of(turn)
    if first is None or _not_told(turn):
        raise Sorry("sorry-old-button")
    return workshops.file(turn, NAME, results(turn, first))


def told_so_far(turn: Turn) -> list[str]:
    """What they have told so far, as it is read aloud."""
    draft = workshops.draft_of(turn, NAME)
    return [*(spoken(turn, task) for task in tasks_of(turn)), *(draft[ask] for ask in THEN if ask in draft)]


def _tasks(turn: Turn, words: str, _: str) -> Message:
    """More tasks, a change of one, or that these are all."""
    known = tasks_of(turn)
    if not words:
        return _asked(turn, TASKS)
    if words == EXAMPLE:
        return _exemplified(turn, TASKS)
    if words == BACK:
        return _put(turn, known[:-1]) if known else workshops.stop(turn)
    if words == LEFT_OUT or means(words, "automation-says-all", turn.say):
        return _all(turn) if known else _exemplified(turn, TASKS)
    if changed := _changed(turn, known, words):
        return _put(turn, changed)
    return _more(turn, known, words)


def _more(turn: Turn, known: Sequence[Task], words: str) -> Message:
    text, note = mask(turn, words)
    if known and (each := told_of_all(text)):
        return _put(turn, [completed(task, each) for task in known])
    found = tasks_in(text)
    news = told_of_one(text)
    if not found and known and (news.a_week or news.minutes or news.risk):
        return _put(turn, [*known[:-1], completed(known[-1], news)])
    if not found or any(len(task.name) > LONGEST_NAME for task in found):
        raise Sorry("sorry-tasks")
    raised = []
    tasks = {task.name: task for task in known}
    for task in found:
        what = _at_stake(turn, task)
        raised += [turn.say("automation-raised", name=task.name, what=what)] if what else []
        one = Task(task.name, task.a_week, task.minutes, Risk.HIGH) if what else task
        tasks[task.name] = completed(tasks.get(task.name, one), one)
    if len(tasks) > MOST_TASKS:
        raise Sorry("sorry-most-tasks", most=MOST_TASKS)
    return _put(turn, list(tasks.values()), "\n".join(filter(None, (*raised, note))))


def _changed(turn: Turn, known: Sequence[Task], words: str) -> list[Task]:
    """The tasks after 2번 빼 줘 or 2번 위험 높음; none where the words are about no task by its number."""
    found = _OF_ONE.fullmatch(words.strip())
    at = int(found[1]) - 1 if found else -1
    if found is None or not 0 <= at < len(known):
        return []
    if means(found[2], "automation-says-out", turn.say):
        return [task for place, task in enumerate(known) if place != at]
    if means(found[2], "automation-says-first", turn.say):
        if known[at].risk is Risk.HIGH:
            raise Sorry("sorry-task-high", name=known[at].name)
        workshops.keep_draft(turn, NAME, {**workshops.draft_of(turn, NAME), PICKED: known[at].name})
        return list(known)
    news = told_of_one(found[2])
    if not news.name and (news.a_week or news.minutes or news.risk):
        return [*known[:at], completed(known[at], news), *known[at + 1 :]]
    return []


def _put(turn: Turn, tasks: Sequence[Task], note: str = "") -> Message:
    """Keep the tasks, and show them with what may come next."""
    kept = {key: text for key, text in workshops.draft_of(turn, NAME).items() if key not in {TASKS, workshops.FILED}}
    workshops.keep_draft(turn, NAME, kept | ({TASKS: "\n".join(map(as_line, tasks))} if tasks else {}))
    if not tasks:
        return _asked(turn, TASKS)
    return noting(_listed(turn), note)


def _listed(turn: Turn) -> Message:
    """The tasks so far; typed words are more of them."""
    rows = [turn.say("automation-row", n=n, task=spoken(turn, task)) for n, task in enumerate(tasks_of(turn), 1)]
    asked = workshops.asking(
        turn,
        Go(NAME, TASKS),
        turn.say("automation-more-tasks"),
        Button(turn.say("button-automation-all"), Go(NAME, f"{TASKS} {LEFT_OUT}")),
    )
    (first, *others), ask = in_bubbles(rows, "\n"), asked.bubbles[0]
    listed = [turn.say("automation-so-far", rows=first), *(turn.say("automation-rows", rows=one) for one in others)]
    short = len(listed[-1]) + len(ask) < LONGEST_BUBBLE
    return replace(asked, bubbles=(*listed[:-1], f"{listed[-1]}\n\n{ask}") if short else (*listed, ask))


def _all(turn: Turn) -> Message:
    """What is still to be told of one of the tasks, then how the first one goes; then what comes of it."""
    tasks = tasks_of(turn)
    at = next((place for place, task in enumerate(tasks) if not is_told(task)), -1)
    if at >= 0:
        return _asked_of_one(turn, at, tasks[at])
    first, ask = first_of(turn), _not_told(turn)
    return _asked(turn, ask) if ask and first else shown(turn)


def _not_told(turn: Turn) -> str:
    """What is still to be asked of the first task; answers about another one do not count."""
    first, draft = first_of(turn), workshops.draft_of(turn, NAME)
    if first and draft.get(FOR) != first.task.name:
        return START
    return next((ask for ask in THEN if ask not in draft), "")


def _asked_of_one(turn: Turn, at: int, task: Task) -> Message:
    go = Go(NAME, f"{OF} {at}")
    if task.a_week is None or task.minutes is None:
        lacks = "both" if task.a_week is None and task.minutes is None else "often" if task.a_week is None else "long"
        return workshops.asking(turn, go, turn.say(f"automation-{lacks}", name=task.name))
    risks = [Button(turn.say(f"automation-risk-{risk}"), go.saying(turn.say(f"risk-{risk}"))) for risk in Risk]
    return workshops.asking(turn, go, turn.say("automation-risk", name=task.name), *risks)


def _of_one(turn: Turn, words: str, _: str) -> Message:
    """What is told of one task: how often, how long, how risky."""
    number, _, words = words.partition(" ")
    tasks, at = tasks_of(turn), int(number) if number.isdecimal() and len(number) < 3 else -1
    if not 0 <= at < len(tasks):
        raise Sorry("sorry-old-button")
    if words in {BACK, LEFT_OUT}:
        return _listed(turn)
    if words == EXAMPLE or not words:
        asked = _asked_of_one(turn, at, tasks[at])
        return Message(
            (workshops.example(turn, NAME, TASKS), *(asked.marked or asked.bubbles)), asked.buttons, asked.expects
        )
    if changed := _changed(turn, tasks, words):
        _put(turn, changed)
        return _all(turn)
    risks = (risk for risk in Risk if means(words, f"automation-says-{risk}", turn.say))
    news = Task("", risk=risk) if (risk := next(risks, None)) else told_of_one(words)
    if not (news.a_week or news.minutes is not None or news.risk):
        if len(tasks_in(words)) > 1:
            return _more(turn, tasks, words)
        raise Sorry("sorry-task-risk" if is_told(completed(tasks[at], Task("", risk=Risk.LOW))) else "sorry-task-time")
    _put(turn, [*tasks[:at], completed(tasks[at], news), *tasks[at + 1 :]])
    return _all(turn)


def _then(turn: Turn, words: str, ask: str) -> Message:
    """When the first task begins, and what its draft is checked against."""
    first = first_of(turn)
    if first is None:
        return _next(turn)
    if not words:
        return _asked(turn, ask)
    if words == BACK:
        return _listed(turn) if ask == START else _asked(turn, START)
    if changed := _changed(turn, tasks_of(turn), words):
        _put(turn, changed)
        return _all(turn)
    if words in {EXAMPLE, LEFT_OUT} or means(words, "automation-says-all", turn.say):
        return _exemplified(turn, ask)
    if not means(words, "workshop-says-stay", turn.say):
        text, note = workshops.heard(turn, words)
        told = as_start(text) if ask == START else as_source(text)
        if not told:
            raise Sorry("sorry-source")
        draft = {key: one for key, one in workshops.draft_of(turn, NAME).items() if key != workshops.FILED}
        others = {key: one for key, one in draft.items() if key not in THEN or draft.get(FOR) == first.task.name}
        workshops.keep_draft(turn, NAME, {**others, FOR: first.task.name, ask: told})
        return noting(_all(turn), note)
    return _all(turn)


def _under_result(turn: Turn, words: str, _: str) -> Message:
    """Words under the result: file it, a change of a task, or more of them."""
    if not words or words == EXAMPLE:
        return shown(turn)
    if words.startswith(FILE):
        first = first_of(turn)
        turn.words = workshops.named(turn, NAME, results(turn, first), words) if first and not _not_told(turn) else ""
        return keep(turn) if turn.words else shown(turn)
    if words in {BACK, LEFT_OUT} or means(words, "workshop-says-edit", turn.say):
        return _listed(turn)
    changed = _changed(turn, tasks_of(turn), words)
    if changed:
        _put(turn, changed)
        return _all(turn)
    return _more(turn, tasks_of(turn), words)


def _next(turn: Turn) -> Message:
    if not tasks_of(turn):
        return _asked(turn, TASKS)
    whole = all(map(is_told, tasks_of(turn))) and not _not_told(turn)
    return shown(turn) if whole else _listed(turn)


def _asked(turn: Turn, ask: str) -> Message:
    if ask == TASKS:
        return workshops.asking(turn, Go(NAME, TASKS), turn.say("automation-tasks"), first=True)
    first, draft = first_of(turn), workshops.draft_of(turn, NAME)
    known = draft.get(ask, "") if first and draft.get(FOR) == first.task.name else ""
    text = turn.say(f"automation-{ask}", name=first.task.name if first else "")
    stay = [Button(turn.say("button-workshop-stay"), Go(NAME, f"{TASKS} {LEFT_OUT}"))] if known else []
    return workshops.asking(
        turn, Go(NAME, ask), turn.say("workshop-now", ask=text, text=known) if known else text, *stay
    )


def _exemplified(turn: Turn, ask: str) -> Message:
    question = _listed(turn) if ask == TASKS and tasks_of(turn) else _asked(turn, ask)
    return Message(
        (workshops.example(turn, NAME, ask), *(question.marked or question.bubbles)), question.buttons, question.expects
    )


def _at_stake(turn: Turn, task: Task) -> str:
    """What a task's name tells is at stake, where its risk was not said to be high."""
    run = "".join(task.name.split())
    found = (one.what for one in table_of(turn).risky if any(word in run for word in one.words.split()))
    return next(found, "") if task.risk is not Risk.HIGH else ""
