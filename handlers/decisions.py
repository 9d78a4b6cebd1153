"""What was decided about a hypothesis, each time with its day: a list that is added to, changed and taken back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from bot.conversation import Sorry, Turn
from bot.course.holds import ADDED, Holds, first_of
from bot.course.model import PlanSlot
from bot.korean.decided import Decision, decided
from bot.korean.labels import unlabelled
from bot.korean.meant import day_to_look
from bot.message import Button, Go, Message
from bot.plan import LONGEST_LINE
from bot.record.facts import Wrote
from bot.record.learner import FOLLOW_UPS, Line
from handlers import steps
from handlers.keeping import asked_again
from handlers.masking import mask

HERE = "_here"  # behind a decision that only counts where one is asked for: 그만할래요
LATER = "later"  # told with the day on which it will be decided
MOST_QUOTED = 200  # characters of a hypothesis that is quoted
DATED = frozenset({Holds.GOAL, Holds.HYPOTHESIS, Holds.DECISION})


def decide(turn: Turn) -> Message:
    """Keep a decision that was tapped, with the words that wait for it; without any they are asked for."""
    kind, _, said = turn.words.partition(" ")
    screen = turn.learner.screen
    if kind not in {*Decision} or slot_of(turn) is None:
        raise Sorry("sorry-old-button")
    said = said or (screen.draft if screen else "")
    follow = screen.expects.argument if screen and screen.expects and screen.expects.argument in FOLLOW_UPS else ""
    name, kept = keep(turn, Decision(kind), said, follow if said else "")
    see = Button(turn.say("button-decisions"), Go("plan", f"{_slot(turn).box}"))
    if said:
        return Message((kept,), (see, steps.button_to(turn, steps.step_of_today(turn)), steps.take_back(turn)))
    skip = Button(turn.say("button-skip"), Go("plan", f"{_slot(turn).box}"))
    return Message((kept, turn.say("decision-why")), (skip, steps.take_back(turn)), Go("write", follow or name))


def add(turn: Turn) -> Message:
    """Ask for another decision."""
    return turn.go(Go("line", next_name(turn)))


def by_words(turn: Turn) -> Message:
    """그만하기로 했어요: kept where a decision is asked for or shown, else asked about. The turn's words are its kind
    and what was said. Raises Sorry where none can be meant.
    """
    named, _, said = turn.words.partition(" ")
    kind, here = named.removesuffix(HERE).replace("_", "-"), named.endswith(HERE)
    screen = turn.learner.screen
    asked = screen.expects if screen else None
    if asked and asked.command == "write" and _asks_for_one(turn, asked.argument):
        return turn.go(Go("write", f"{asked.argument} {said}"))
    if kind == LATER and (hypothesis(turn, turn.now) or made(turn)):
        return turn.go(Go("file", f"{next_name(turn)} {said}"))
    if kind not in {*Decision} or not (hypothesis(turn, turn.now) or made(turn)):
        raise Sorry("sorry-unknown")
    if screen and asked is None and any(button.go in _shown(turn) for button in screen.buttons):
        return turn.go(Go("decide", f"{kind} {said}"))
    if here:
        raise Sorry("sorry-unknown")
    return _asked_about(turn, Decision(kind), said)


def keep(turn: Turn, kind: Decision, said: str, follow: str = "") -> tuple[str, str]:
    """Keep a decision of today in a line of its own, and as the answer of a follow-up that asks; the line's name, and
    the sentences that say so.
    """
    slot, name = _slot(turn), next_name(turn)
    text, note = mask(turn, said.strip())
    label = turn.say(f"decision-{kind}")
    line = (text if decided(text) is kind else f"{label}: {text}") if text else label
    if len(line) > LONGEST_LINE:
        raise Sorry("sorry-too-long", most=LONGEST_LINE)
    turn.happened(Wrote(Line(slot.box, name, line, turn.now)))
    if follow:
        turn.happened(Wrote(Line(0, follow, line, turn.now)))
    kept = turn.say("decision-kept", box=slot.box, label=label)
    return name, "\n".join(filter(None, (kept, praise(turn, kind), note)))


def labelled(turn: Turn, name: str, text: str) -> str:
    """The reason of a decision that was tapped before, with the decision before it."""
    before = next((line.text for line in made(turn) if line.lesson == name), "")
    return f"{before}: {text}" if _bare(turn, before) and not decided(text) else text


def explained(turn: Turn, text: str) -> None:
    """The reason of the last decision, where it was only tapped."""
    last = next(iter(made(turn)[::-1]), None)
    if last and _bare(turn, last.text):
        turn.happened(Wrote(Line(last.box, last.lesson, f"{last.text}: {text}"[:LONGEST_LINE], turn.now)))


def _bare(turn: Turn, text: str) -> bool:
    return text in {turn.say(f"decision-{kind}") for kind in Decision}


def praise(turn: Turn, kind: Decision | None) -> str:
    """What a decision is worth: an idea that came to nothing as much as one that held."""
    return turn.say(f"decision-{kind}-worth") if kind else ""


def made(turn: Turn) -> list[Line]:
    """All decisions that stand, in the order in which they were made."""
    slot = slot_of(turn)
    mine = [line for line in turn.record.lines() if slot and first_of(line.lesson) == slot.part]
    return sorted(mine, key=lambda line: _number(line.lesson))


def tally(turn: Turn) -> Counter[Decision]:
    """How often each was decided."""
    return Counter(kind for line in made(turn) if (kind := decided(line.text)))


def told(turn: Turn) -> str:
    """What was tried and decided so far, in a sentence or two; or "". An idea that came to nothing counts as much."""
    counted = tally(turn)
    if not counted:
        return ""
    each = " · ".join(
        turn.say("decision-count", label=turn.say(f"decision-{kind}"), count=counted[kind])
        for kind in Decision
        if counted[kind]
    )
    return turn.say("decisions-worth" if counted[Decision.STOP] else "decisions-told", each=each)


def hypothesis(turn: Turn, at: datetime) -> str:
    """The hypothesis as it stood at a moment, or ""."""
    names = {slot.part: slot.name for slot in turn.course.slots if slot.holds is Holds.HYPOTHESIS}
    written = [line for line in turn.record.written if line.lesson in names and line.at <= at]
    return unlabelled(written[-1].text, names[written[-1].lesson]) if written else ""


def days_to_look(turn: Turn) -> Iterator[tuple[Line, date]]:
    """The lines that say by when something shall be, or when it will be decided, each with that day."""
    for line in turn.record.lines():
        slot = turn.course.slot(line.lesson)
        day = day_to_look(line.text, turn.learner.local(line.at).date()) if slot and slot.holds in DATED else None
        if day:
            yield line, day


def slot_of(turn: Turn) -> PlanSlot | None:
    """The slot in which decisions stand, where the course has one."""
    return next((slot for slot in turn.course.slots if slot.holds is Holds.DECISION), None)


def next_name(turn: Turn) -> str:
    """The name of the line that the next decision is written in."""
    part = _slot(turn).part
    numbers = [_number(line.lesson) for line in turn.record.written if first_of(line.lesson) == part]
    free = not any(line.lesson == part for line in turn.record.lines())
    return part if free else f"{part}{ADDED}{max(numbers) + 1}"


def to_add(turn: Turn) -> Button:
    """The button that asks for another decision."""
    return Button(turn.say("button-add-decision"), Go("line", next_name(turn)))


def offered(turn: Turn) -> tuple[Button, ...]:
    """A button for each decision, where there is a hypothesis to decide on."""
    if slot_of(turn) is None or not hypothesis(turn, turn.now):
        return ()
    return tuple(Button(turn.say(f"decision-{kind}"), Go("decide", kind)) for kind in Decision)


def _asked_about(turn: Turn, kind: Decision, said: str) -> Message:
    """Whether the words were meant so; where a line is open, they may be that line."""
    screen = turn.learner.screen
    asked = screen.expects if screen else None
    quoted = hypothesis(turn, turn.now)
    about = turn.say("decision-about", text=quoted[:MOST_QUOTED]) if quoted else ""
    label = turn.say(f"decision-{kind}")
    keep_ = Button(turn.say("button-decide", label=label), Go("decide", kind))
    line = [Button(turn.say("button-as-line"), Go("keep-line", asked.argument))] if asked else []
    onward = asked_again(turn) or [steps.button_to(turn, steps.step_of_today(turn))]
    ask = turn.say("decision-ask", label=label)
    return Message((f"{about}\n\n{ask}".strip(),), (keep_, *line, *onward), draft=said)


def _asks_for_one(turn: Turn, name: str) -> bool:
    slot = turn.course.slot(name)
    return name in FOLLOW_UPS or (slot is not None and slot.holds is Holds.DECISION)


def _shown(turn: Turn) -> set[Go]:
    """What buttons say where decisions or the hypothesis are on the screen."""
    return (
        {Go("decide", kind) for kind in Decision}
        | {to_add(turn).go}
        | {Go("line", slot.part) for slot in turn.course.slots if slot.holds in {Holds.HYPOTHESIS, Holds.DECISION}}
    )


def _slot(turn: Turn) -> PlanSlot:
    slot = slot_of(turn)
    if slot is None:
        raise Sorry("sorry-old-button")
    return slot


def _number(name: str) -> int:
    number = name.partition(ADDED)[2]
    return int(number) if number.isdecimal() else 1
