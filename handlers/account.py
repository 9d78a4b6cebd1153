"""What we keep about a learner, shown and erased on request (개인정보 보호법 제35조, 제36조)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import Turn
from bot.korean.hangul import within_quotes
from bot.korean.spoken import clock as spoken_clock
from bot.korean.spoken import dated
from bot.korean.spoken import day as spoken_day
from bot.message import LONGEST_BUBBLE, MOST_BUBBLES, Button, Go, Message, Tone
from bot.plan.drafts import load_drafts
from bot.record.facts import Left, Reminder
from handlers import automation, calendar, courses, in_force, ledger, oneself, plan, price, steps
from handlers.keeping import keeping
from handlers.workshops import FILED

AS_FILE = "file"  # said behind 내데이터 by its button
FILE = "mine.json"  # drawn by bot.desk.holdings


def mine(turn: Turn) -> Message:
    """내데이터: everything that is kept, in the learner's own words where they wrote them; with a number, from that
    bubble of their rows on; as a file, if that is said.
    """
    if turn.words == AS_FILE:
        return _as_file(turn)
    pages = _pages(turn.say("mine-lines"), _held(turn))
    buttons = (
        Button(turn.say("button-mine-file"), Go("mine", AS_FILE)),
        Button(turn.say("command-plan"), Go("plan")),
        Button(turn.say("button-forget"), Go("forget")),
    )
    if turn.words.isdecimal() and 0 < int(turn.words) < len(pages):
        first = int(turn.words)
        return Message(
            tuple(pages[first : first + MOST_BUBBLES]), (*_more(turn, pages, first + MOST_BUBBLES), *buttons)
        )
    told = "\n".join(_told(turn, one) for one in turn.record.latest())
    kept = "\n\n".join(filter(None, (_kept(turn), courses.elsewhere(turn))))
    bubbles = filter(None, (kept, *pages[:1], told and turn.say("mine-sent", lines=told)))
    return Message(tuple(bubbles), (*_more(turn, pages, 1), *buttons))


def _as_file(turn: Turn) -> Message:
    """All of it row by row, for another program or for keeps; where no file can be handed over, where it can."""
    if not plan.hands_files(turn):
        return keeping(turn, [turn.say("mine-no-file")], [Button(turn.say("command-link"), Go("link"))])
    return replace(keeping(turn, [turn.say("mine-file")]), file=FILE)


def _kept(turn: Turn) -> str:
    learner, standing = turn.learner, turn.standing
    return turn.say(
        "mine",
        since=spoken_day(learner.local(learner.since).date(), steps.today(turn)),
        trade=oneself.spoken_job(turn),
        name=learner.called or turn.say("mine-none"),
        reminder=in_force.spoken(turn),
        intention=learner.intention or turn.say("mine-none"),
        calendar=calendar.told(turn),
        finished=sum(lesson.name in standing.finished for lesson in turn.course.lessons),
        answers=len(standing.answered),
        days=len(standing.days),
        lines=len(turn.record.lines()),
    )


def _held(turn: Turn) -> list[str]:
    """Every row that is held: the ten people, the lines by their slots, those before them, drafts of workshops."""
    people = [ledger.row(turn, n, person) for n, person in ledger.numbered(turn)]
    entries = [entry for box in plan.all_boxes(turn) for entry in box.entries]
    names = {entry.slot.part: plan.slot_name(turn, entry) for entry in entries}
    now = turn.record.lines()
    rows = [*([turn.say("mine-people")] if people else []), *people]
    for line in sorted((line for line in turn.record.written if line.text), key=lambda line: (line.box, line.lesson)):
        key = "mine-line" if line in now else "mine-line-before"
        slot = names.get(line.lesson, turn.say("plan-old-line"))
        rows.append(
            turn.say(key, slot=slot, day=dated(turn.learner.local(line.at).date()), text=within_quotes(line.text))
        )
    return [*rows, *_drafts(turn)]


def _pages(head: str, rows: Sequence[str]) -> list[str]:
    """The rows in as many bubbles as they need, under a head; a row that is longer than one goes on in the next."""
    pages = [head]
    for row in rows:
        if len(pages[-1]) + len(row) + 2 <= LONGEST_BUBBLE:
            pages[-1] += f"\n\n{row}"
        else:
            pages += [row[at : at + LONGEST_BUBBLE] for at in range(0, len(row), LONGEST_BUBBLE)]
    return pages if rows else []


def _more(turn: Turn, pages: Sequence[str], first: int) -> tuple[Button, ...]:
    """The button to the bubbles that did not find room."""
    return (Button(turn.say("button-mine-more"), Go("mine", f"{first}")),) if first < len(pages) else ()


def _drafts(turn: Turn) -> list[str]:
    """What was told in the workshops, one after the other."""
    drafts = load_drafts(turn.learner.drafts)
    told = {name: [text for key, text in answers.items() if key != FILED] for name, answers in drafts.items()}
    told |= {name: says(turn) for name, says in SPOKEN.items() if name in drafts}
    return [
        turn.say("mine-draft", workshop=turn.say(f"workshop-name-{name}"), text=" / ".join(texts))
        for name, texts in told.items()
        if texts
    ]


SPOKEN = {"automation": automation.told_so_far, "price": price.told_so_far}
"""Workshops whose drafts hold more than the learner's own words, and what says them."""


def _told(turn: Turn, told: Reminder) -> str:
    """A message we sent by ourselves, or did not, as one line."""
    moment, why, end = became(turn, told)
    return turn.say("mine-sent-line", moment=moment, why=why, end=end)


def became(turn: Turn, told: Reminder) -> tuple[str, str, str]:
    """Of a message we sent by ourselves, or did not: when, why, and what became of it."""
    due = turn.learner.local(told.due_at)
    why = "rhythm" if told.daily else told.kind.split()[0].split("-")[0]
    # of what was not sent the reason is worth more than the outcome
    end = told.note if f"sent-end-{told.note}" in turn.say.keys else told.outcome
    moment = f"{spoken_day(due.date(), steps.today(turn))} {spoken_clock(due.time())}"
    return moment, turn.say(f"sent-why-{why}"), turn.say(f"sent-end-{end}")


def forget(turn: Turn) -> Message:
    """탈퇴: says what would go and asks once, then erases the learner and everything kept about them. Only the answer
    to that question does: a message that somebody sent on, or a button far up the chat, is asked about again.
    """
    screen, sure = turn.learner.screen, Go("forget", "yes")
    if turn.words == "no":
        onward = steps.button_to(turn, steps.step_of_today(turn))
        return Message((turn.say("forget-not"),), (onward,))
    if turn.words != "yes" or screen is None or not any(button.go == sure for button in screen.buttons):
        return _forget_ask(turn, sure)
    turn.happened(Left())
    now = turn.learner.local(turn.now)
    text = turn.say("forgotten", day=dated(now.date()), clock=spoken_clock(now.time()))
    return Message((text,), (Button(turn.say("command-start"), Go("start")),))


def _forget_ask(turn: Turn, sure: Go) -> Message:
    standing = turn.standing
    text = turn.say(
        "forget-ask",
        lines=len(turn.record.lines()),
        people=len(turn.record.people()),
        answers=len(standing.answered),
        days=len(standing.days),
        elsewhere="yes" if len(turn.record.homes) > 1 else "no",
    )
    erase = Button(turn.say("button-forget-all"), sure, Tone.GRAVE)
    return Message((text,), (erase, Button(turn.say("button-stay"), Go("forget", "no"))))
