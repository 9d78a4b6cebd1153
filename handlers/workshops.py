"""What the workshops share: answers kept until they are filed, examples of one's trade, results filed into slots."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.conversation import Sorry, Turn
from bot.course.model import PlanSlot
from bot.course.quizzes.kind import means
from bot.korean.hangul import within_quotes
from bot.korean.offers import is_said
from bot.learning.day import StepKind
from bot.message import Button, Go, Message
from bot.plan.drafts import load_drafts, with_draft
from bot.record.facts import Wrote
from bot.record.learner import Line
from handlers import steps
from handlers.masking import mask

BACK, STOP, EXAMPLE, LEFT_OUT, ANEW, FILE = "<", "!", "?", "-", "new", "+"
"""What words under a workshop's question may come to instead of an answer; bot.understanding.workshops hears them."""
FILED = "filed"  # in a draft: the part whose line was written from it last, so that nothing of it is left half-way
SURE = "sure"  # behind a result that may replace what stands in its slot
LONGEST_ANSWER = 120  # characters: what is put together of them fits a line of the plan


@dataclass(frozen=True, slots=True)
class Result:
    """Something made in a workshop: the slot it belongs to, its text, what files it, and what shows it again."""

    slot: PlanSlot
    text: str
    files: Go
    opens: Go


def draft_of(turn: Turn, name: str) -> dict[str, str]:
    """What they have told in a workshop so far."""
    return load_drafts(turn.learner.drafts).get(name, {})


def keep_draft(turn: Turn, name: str, answers: Mapping[str, str]) -> None:
    """Keep what they have told; nothing where there is no answer."""
    kept = with_draft(turn.learner.drafts, name, answers)
    if kept != turn.learner.drafts:
        turn.change(drafts=kept)


def forget(turn: Turn, part: str) -> None:
    """Keep nothing of what was told in the workshops whose result was filed into a part's slot, which is erased."""
    for name, answers in load_drafts(turn.learner.drafts).items():
        table = turn.course.about.workshops.get(name)
        if FILED in answers and table and part in table.parts.values():
            keep_draft(turn, name, {})


def begun(turn: Turn) -> str:
    """What opens that which they left last with something told and not filed yet, or ""."""
    drafts = load_drafts(turn.learner.drafts)
    return next((name for name in reversed(drafts) if FILED not in drafts[name]), "")


def go_on(turn: Turn) -> Message:
    """이어서, 하던 거 계속: the workshop that was left half-way; else on with the day."""
    if page := steps.next_page(turn):
        return turn.go(page)
    name = begun(turn)
    return turn.go(Go(name)) if name and means(turn.words, "workshop-says-go-on", turn.say) else turn.go(Go("today"))


def stop(turn: Turn) -> Message:
    """Leave a workshop; what was told stays."""
    key = "workshop-stopped" if begun(turn) in turn.course.about.workshops else "workshop-left"
    return Message((turn.say(key),), (onward(turn), Button(turn.say("command-plan"), Go("plan"))))


def onward(turn: Turn) -> Button:
    """On with the day."""
    return steps.button_to(turn, steps.step_of_today(turn))


def asking(turn: Turn, go: Go, ask: str, *buttons: Button, first: bool = False) -> Message:
    """A question of a workshop: its own buttons, an example, a way back, and on with the day."""
    aside = [Button(turn.say("button-workshop-example"), go.saying(EXAMPLE))]
    aside += [] if first else [Button(turn.say("button-workshop-back"), go.saying(BACK))]
    return Message((ask,), (*buttons, *aside, onward(turn)), go)


def example(turn: Turn, name: str, ask: str) -> str:
    """What somebody of their trade might answer."""
    return turn.say("workshop-example", example=turn.course.about.workshops[name].example(turn.learner.trade, ask))


def heard(turn: Turn, words: str, *, most: int = LONGEST_ANSWER) -> tuple[str, str]:
    """An answer as it may be kept, and what is said of what was masked. Raises Sorry for what nobody could read."""
    text, note = mask(turn, " ".join(words.split()))
    if not is_said(text):
        raise Sorry("sorry-workshop")
    if len(text) > most:
        raise Sorry("sorry-too-long", most=most)
    return text, note


def slot_for(turn: Turn, name: str, result: str) -> PlanSlot | None:
    """The slot that a workshop's result belongs to."""
    return turn.course.slot(turn.course.about.workshops[name].parts.get(result, ""))


def filing(turn: Turn, name: str, results: Mapping[str, str]) -> list[Button]:
    """A button for each result that does not stand in the plan, the main one first."""
    lines = {(line.lesson, line.text) for line in turn.record.lines()}
    slots = [(result, text, slot_for(turn, name, result)) for result, text in results.items() if text]
    return [
        Button(turn.say("button-workshop-file", slot=slot.name), Go(f"{name}-keep", result))
        for result, text, slot in slots
        if slot and (slot.part, text) not in lines
    ]


def named(turn: Turn, name: str, results: Mapping[str, str], words: str) -> str:
    """The result whose slot words name, in full or in short; "" where they name a slot of another line; else the first
    that does not stand in the plan.
    """
    run = "".join(words.split())
    called = {slot.part: (slot.name, *turn.course.called.get(slot.part, ())) for slot in turn.course.slots}
    said = {part for part, names in called.items() if any("".join(one.split()) in run for one in names)}
    slots = {result: slot_for(turn, name, result) for result in results}
    found = next((result for result, slot in slots.items() if slot and slot.part in said), "")
    return found or ("" if said else next((button.go.argument for button in filing(turn, name, results)), ""))


def agreed(turn: Turn) -> bool:
    """Whether the turn's words say that what stands in the slot may be replaced; they name the result alone then."""
    turn.words, _, sure = turn.words.partition(" ")
    return sure == SURE


def file(turn: Turn, name: str, results: Mapping[str, str]) -> Message:
    """Write the result that the turn's words name into its slot, and offer the others."""
    sure, result = agreed(turn), turn.words
    slot, text = slot_for(turn, name, result), results.get(result, "")
    if slot is None or not text:
        raise Sorry("sorry-old-button")
    found = Result(slot, text, Go(f"{name}-keep", result), Go(name))
    if ask := instead(turn, found, sure=sure):
        return ask
    keep_draft(turn, name, {**draft_of(turn, name), FILED: slot.part})
    return put(turn, found, *(button for button in filing(turn, name, results) if button.go != found.files))


def instead(turn: Turn, found: Result, *, sure: bool) -> Message | None:
    """Asks where another line stands in the slot: it is never replaced unasked. None where nothing has to be asked."""
    before = standing(turn, found.slot)
    if sure or before in {"", found.text}:
        return None
    ask = turn.say(
        "workshop-instead", slot=found.slot.name, before=within_quotes(before), text=within_quotes(found.text)
    )
    replace_ = Button(turn.say("button-replace"), found.files.saying(SURE))
    return Message((ask,), (replace_, Button(turn.say("button-stay"), found.opens)), draft=found.text)


def standing(turn: Turn, slot: PlanSlot) -> str:
    """What stands in a slot, or ""."""
    return next((line.text for line in turn.record.lines() if line.lesson == slot.part), "")


def put(turn: Turn, found: Result, *more: Button, then: str = "") -> Message:
    """Write a result into its slot, and offer more of them; the day's line ends the day as if it had been typed."""
    slot, text = found.slot, found.text
    if awaited(turn, slot.part):
        return steps.with_buttons(turn.go(Go("write", f"{slot.part} {text}")), *more)
    before = standing(turn, slot)
    turn.happened(Wrote(Line(slot.box, slot.part, text, turn.now)))
    anew = before not in {"", text}
    kept = turn.say(
        "workshop-filed-anew" if anew else "workshop-filed",
        box=slot.box,
        slot=slot.name,
        text=within_quotes(text),
        before=within_quotes(before),
    )
    kept = "\n\n".join(filter(None, (kept, then)))
    ask = (turn.say("workshop-file-more"),) if more else ()
    box = Button(turn.say("button-see-box", box=slot.box), Go("plan", f"{slot.box}"))
    return Message((kept, *ask), (*more, steps.take_back(turn), box, onward(turn)))  # nothing is asked any more


def awaited(turn: Turn, part: str) -> bool:
    """Whether the day waits for this part's line: a result that is filed there ends it."""
    step = steps.step_of_today(turn)
    return step.kind is StepKind.LINE and step.name == part


def opened_for(turn: Turn, part: str) -> tuple[Button, ...]:
    """The buttons to the workshops whose results belong to a part's line; the other lines of a box have no need."""
    tables: Collection[tuple[str, Mapping[str, str]]] = [
        (name, table.parts) for name, table in turn.course.about.workshops.items()
    ]
    return tuple(
        Button(turn.say(f"button-{name}"), Go(name)) for name, parts in tables if part in list(parts.values())[:3]
    )


def spoken_time(turn: Turn, minutes: int) -> str:
    """20분, 2시간, 1시간 30분."""
    key = "minutes" if minutes < 60 else "both" if minutes % 60 else "hours"
    return turn.say(f"workshop-time-{key}", hours=minutes // 60, minutes=minutes % 60)
