"""The plan on a screen: what is done and comes next, a box in full, a slot to rewrite, empty or erase."""

import re
from collections.abc import Sequence
from datetime import datetime

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds, lacking
from bot.course.model import CHECKLIST
from bot.korean.hangul import within_quotes
from bot.korean.spoken import dated
from bot.learning.day import open_parts, waiting_part
from bot.message import LONGEST_BUBBLE, Button, Go, Message, Tone
from bot.plan import FIRST_WEEK, Box, Entry, Written, boxes, boxes_written
from bot.record import LAST
from bot.record.facts import LinesErased, Wrote
from bot.record.learner import FOLLOW_UPS, Line
from handlers import decisions, ledger, mix, price, steps, workshops
from handlers.ledger import in_bubbles

EXAMPLE = 7  # the box that is named to say how a box is asked for, where the plan has as many
FROM = " from "  # between a box and the place of the first of its slots that is shown
_NUMBER = re.compile(r"(\d{1,2})\D{0,4}")  # and what is said behind it


def plan(turn: Turn) -> Message:
    """계획: which boxes are done and what comes next; with a number, that box in full."""
    if not turn.words:
        return overview(turn)
    said, _, first = turn.words.partition(FROM)
    plan_, number = all_boxes(turn), _NUMBER.fullmatch(said)
    box = next((box for box in plan_ if number and box.number == int(number[1])), None)
    if box is None:
        raise Sorry("sorry-no-such-box", most=len(plan_), **try_box(turn))
    return box_in_full(turn, box, int(first) if first.isdecimal() else 0)


def all_boxes(turn: Turn, before: datetime = LAST) -> tuple[Box, ...]:
    """The learner's plan as it stood at a moment, the days in their own zone; where the ten people stand, all of their
    rows, of which nobody knows since when they do.
    """
    lines = {
        line.lesson: Written(line.text, turn.learner.local(line.at).date(), line.box)
        for line in turn.record.lines(before)
    }
    if rows := "\n".join(ledger.row(turn, n, person) for n, person in ledger.numbered(turn)):
        lines |= {slot.part: Written(rows, turn.day) for slot in turn.course.slots if slot.holds is Holds.PEOPLE}
    return boxes(turn.course, lines, FOLLOW_UPS)


def written(turn: Turn) -> str:
    """How many of the boxes hold something, in the words in which this is told everywhere."""
    lines = {line.lesson: line.box for line in turn.record.lines()}
    if turn.record.people():
        lines |= {slot.part: slot.box for slot in turn.course.slots if slot.holds is Holds.PEOPLE}
    boxes_ = boxes_written(turn.course, lines, FOLLOW_UPS)
    return turn.say("plan-boxes", boxes=boxes_, all=len(turn.course.about.boxes))


def hands_files(turn: Turn) -> bool:
    """Whether the channel they speak on can hand a file over, or a link to one."""
    return turn.address.channel not in turn.fileless


def slot_name(turn: Turn, entry: Entry) -> str:
    """What a slot is called; those that come with the end have their names in locales."""
    key = f"plan-{entry.slot.part}"
    if entry.slot.part == FIRST_WEEK:
        return first_week(turn)
    return entry.slot.name or turn.say(key if key in turn.say.keys else "plan-old-line")


def first_week(turn: Turn) -> str:
    """How the week after the course is called."""
    return turn.course.about.first_week or turn.say("plan-first-week")


def empty(turn: Turn) -> Message:
    """Empty a slot: what stood there stays readable as a former text, and the change can be taken back."""
    entry, box = _entry_of(turn)
    if not entry.text:
        raise Sorry("sorry-slot-empty", slot=slot_name(turn, entry))
    if _of_people(turn, entry):
        ledger.empty(turn)
    else:
        turn.happened(Wrote(Line(box.number, entry.slot.part, "", turn.now)))
    text = turn.say("slot-emptied", slot=slot_name(turn, entry))
    return Message((text,), (_to_box(turn, box), steps.take_back(turn), _erase(turn, entry)))


def erase(turn: Turn) -> Message:
    """Erase a slot and its former texts for good; asks first, and cannot be taken back."""
    turn.words, _, sure = turn.words.partition(" ")
    entry, box = _entry_of(turn)
    if not sure:
        yes = Button(turn.say("button-erase-sure"), Go("erase", f"{entry.slot.part} yes"), Tone.GRAVE)
        ask = turn.say("slot-erase-ask", slot=slot_name(turn, entry))
        return Message((ask,), (yes, Button(turn.say("button-stay"), Go("plan", f"{box.number}"))))
    turn.happened(LinesErased(entry.slot.part, turn.now))
    workshops.forget(turn, entry.slot.part)
    if _of_people(turn, entry):
        ledger.empty(turn)
    turn.change(undo=None)  # it may hold the line
    return Message((turn.say("slot-erased", slot=slot_name(turn, entry)),), (_to_box(turn, box),))


def present(turn: Turn, part: str) -> tuple[str, tuple[Button, ...]]:
    """What stands in a part's slot with its former texts, and the buttons that leave, empty or erase it."""
    slot = turn.course.slot(part)
    if slot and slot.holds is Holds.PEOPLE and turn.record.people():
        stay = Button(turn.say("button-stay"), Go("plan"))
        empty_, erase_ = (Button(turn.say(f"button-{name}"), Go(name, part)) for name in ("empty", "erase"))
        return ledger.so_far(turn), (stay, ledger.see_all(turn), empty_, erase_)
    written = [line for line in turn.record.written if line.lesson == part]
    if not written:
        return "", ()
    *former, newest = written
    day = dated(turn.learner.local(newest.at).date())
    told = [turn.say("slot-now", text=within_quotes(newest.text), day=day)] if newest.text else []
    told += [
        turn.say("slot-before", text=within_quotes(line.text), day=dated(turn.learner.local(line.at).date()))
        for line in reversed(former)
        if line.text
    ]
    stays = newest.text and _ends_with(turn, part)
    buttons = [Button(turn.say("button-stay"), Go("skip", part) if stays else Go("plan"))]
    buttons += [Button(turn.say("button-empty"), Go("empty", part))] if newest.text else []
    return _in_one_bubble(turn, told), (*buttons, Button(turn.say("button-erase"), Go("erase", part)))


def _ends_with(turn: Turn, part: str) -> bool:
    """Whether a part that waits, or was left open, ends with this line: one written ahead of its day ends it too."""
    waits = waiting_part(turn.course, turn.standing)
    reached = {one.name for one in (*open_parts(turn.course, turn.standing), *([waits] if waits else []))}
    return part in reached and part not in turn.standing.finished


def _in_one_bubble(turn: Turn, told: Sequence[str]) -> str:
    """As many of the texts as one bubble holds, and where the ones before them are read."""
    for count in range(len(told), 1, -1):
        more = [turn.say("slot-before-more", more=len(told) - count)] if count < len(told) else []
        if len(text := "\n".join((*told[:count], *more))) <= LONGEST_BUBBLE:
            return text
    return "\n".join(told[:1])


def helps(turn: Turn, part: str) -> tuple[Button, ...]:
    """The buttons to what helps with a part's line: the workshops, a list that waits."""
    slot = turn.course.slot(part)
    lists = ledger.waiting(turn) if slot and slot.holds is Holds.PEOPLE else ()
    return (*lists, *mix.opened_for(turn, part), *price.opened_for(turn, part), *workshops.opened_for(turn, part))


def overview(turn: Turn) -> Message:
    """Which boxes are done, and what comes next."""
    plan_ = all_boxes(turn)
    come = _come(turn)
    rows = [_summary(turn, box) for box in plan_]
    opened, done = [box for box in plan_ if box.filled], sum(box.done for box in plan_)
    missing = next((box.missing for box in plan_ if box.missing and _waits(box, box.missing, come)), None)
    counted = written(turn)
    state = turn.say("plan-state-done", boxes=counted) if done else counted
    text = turn.say("plan", title=turn.course.about.title, state=state, rows="\n".join(rows))
    if missing:
        what = lacks(turn, missing) if missing.text and not _of_people(turn, missing) else ""
        key = "plan-next-lacks" if what else "plan-next"
        then = turn.say(key, box=missing.slot.box, slot=slot_name(turn, missing), lacks=what, **try_box(turn))
    else:
        key = "plan-done" if done == len(plan_) else "plan-later" if opened else "plan-begin"
        then = turn.say(key, all=len(plan_), **try_box(turn))
    write = (_button(turn, missing),) if missing else ()
    see = [Button(turn.say("button-see-box", box=box.number), Go("plan", f"{box.number}")) for box in opened]
    form, label = ("", "button-as-pdf") if hands_files(turn) else ("txt", "button-as-text")
    paper = (Button(turn.say(label), Go("print", form)),) if opened else ()
    onward = steps.button_to(turn, steps.step_of_today(turn))
    asks = (*ledger.waiting(turn), *write)
    return Message((text, then), (*asks, *see[len(asks) - 8 :], *paper, onward))


def try_box(turn: Turn) -> dict[str, int]:
    """The number of a box that is named as an example."""
    return {"try": min(EXAMPLE, len(turn.course.about.boxes))}


def _waits(box: Box, missing: Entry, come: set[str]) -> bool:
    """Whether a slot may be filled next: its part has come, or it is the checklist that a box lacks alone."""
    return missing.slot.part in come or (missing.slot.part == CHECKLIST and box.filled > 1)


def _summary(turn: Turn, box: Box) -> str:
    counted = [entry for entry in box.entries if entry.slot.needed or entry.text]
    key = "plan-row-done" if box.done else "plan-row" if box.filled else "plan-row-empty"
    filled = sum(entry.done for entry in counted)
    return turn.say(key, box=box.number, name=box.name, filled=filled, all=len(counted))


def box_in_full(turn: Turn, box: Box, start: int = 0) -> Message:
    """A box in full, from a slot on where it is longer than a message, with a button to write each of its slots; of the
    ten people as many as fit beside the others.
    """
    head = turn.say("plan-box", box=box.number, name=box.name, state=_state(turn, box))
    ten = next((entry for entry in box.entries if _of_people(turn, entry)), None)
    others = [entry for entry in box.entries if entry is not ten][start:]
    told = [row(turn, entry) for entry in others]
    of_people = any(entry.slot.holds is Holds.PEOPLE for entry in box.entries)
    aside = [ledger.to_add(turn)] if of_people else []
    if ten and not start:
        listed, aside = ledger.beside(turn, slot_name(turn, ten), len(in_bubbles([head, *told])))
        told = [*listed, *told]
    else:
        told, left = _fitting(head, told)
        if left:
            aside.append(Button(turn.say("button-box-more"), Go("plan", f"{box.number}{FROM}{start + len(told)}")))
    ahead = [Button(turn.say("button-see-box", box=box.number + 1), Go("plan", f"{box.number + 1}"))]
    onward = ahead if str(box.number + 1) in turn.course.about.boxes else []
    first = sorted(others, key=lambda entry: entry.slot.holds is not Holds.DECISION)  # the others are seldom rewritten
    slots = [_button(turn, entry) for entry in first if entry.text or taught(turn, entry)]
    if any(entry.slot.holds is Holds.DECISION and entry.text for entry in box.entries):
        aside.append(decisions.to_add(turn))
    aids = list(dict.fromkeys(button for entry in box.entries for button in helps(turn, entry.slot.part)))
    whole = Button(turn.say("command-plan"), Go("plan"))
    lines = slots[: 8 - len(aside) - len(aids)]  # 2번 is the second line, where the ten people are not listed
    return Message(in_bubbles([head, *told]), (*aside, *lines, *aids, *onward, whole))


def _fitting(head: str, rows: list[str]) -> tuple[list[str], bool]:
    """As many of the rows as are shown whole under a head, and whether others are left."""
    count = next((n for n in range(len(rows), 1, -1) if not in_bubbles([head, *rows[:n]])[-1].endswith("…")), 1)
    return rows[:count], count < len(rows)


def _of_people(turn: Turn, entry: Entry) -> bool:
    """Whether a slot holds the ten people, row by row."""
    return entry.slot.holds is Holds.PEOPLE and bool(turn.record.people())


def _state(turn: Turn, box: Box) -> str:
    if box.done:
        return turn.say("plan-box-done" if box.filled == len(box.entries) else "plan-box-enough")
    missing = box.missing
    left = sum(entry.slot.needed and not entry.done for entry in box.entries)
    return turn.say("plan-box-open", slot=slot_name(turn, missing), left=left) if missing else ""


def row(turn: Turn, entry: Entry, word: str = "") -> str:
    """A slot with its text in full, and what it still lacks; of the ten people those that a word is about."""
    if _of_people(turn, entry):
        lines = entry.text.splitlines()
        return "\n".join((slot_name(turn, entry), *([line for line in lines if word in line] or lines)))
    name = slot_name(turn, entry)
    if not entry.text or entry.at is None:
        key = "later" if not taught(turn, entry) else "empty" if entry.slot.needed else "free"
        return turn.say(f"plan-slot-{key}", slot=name)
    row = turn.say("plan-slot", slot=name, text=within_quotes(entry.told), day=dated(entry.at))
    return row if entry.done or not entry.slot.needed else f"{row}\n{lacks(turn, entry)}"


def lacks(turn: Turn, entry: Entry) -> str:
    """What a slot that holds something has to name yet, in words."""
    missing = lacking(entry.slot.holds, entry.text, entry.at or turn.day)
    what = turn.say("slot-lacks-and").join(turn.say(f"slot-lack-{one}") for one in missing)
    return turn.say(f"slot-lacks-{entry.slot.holds}", what=what)


def taught(turn: Turn, entry: Entry) -> bool:
    """Whether the slot's part has come; the checklist may be gone through any time."""
    return entry.slot.part == CHECKLIST or entry.slot.part in _come(turn)


def _come(turn: Turn) -> set[str]:
    """The parts that have come: finished, or passed by and left open."""
    return {*turn.standing.finished, *(part.name for part in open_parts(turn.course, turn.standing))}


def _button(turn: Turn, entry: Entry) -> Button:
    if _of_people(turn, entry):
        return ledger.to_add(turn)
    if entry.slot.part == CHECKLIST:
        key = "button-open-slot"
    else:
        key = "button-rewrite-slot" if entry.text else "button-write-slot"
    return Button(turn.say(key, slot=slot_name(turn, entry)), Go("line", entry.slot.part))


def _to_box(turn: Turn, box: Box) -> Button:
    return Button(turn.say("button-see-box", box=box.number), Go("plan", f"{box.number}"))


def _erase(turn: Turn, entry: Entry) -> Button:
    return Button(turn.say("button-erase"), Go("erase", entry.slot.part))


def _entry_of(turn: Turn) -> tuple[Entry, Box]:
    """The slot of the part that the turn's words name. Raises Sorry for one that is not there."""
    found = ((entry, box) for box in all_boxes(turn) for entry in box.entries if entry.slot.part == turn.words)
    pair = next(found, None)
    if pair is None:
        raise Sorry("sorry-old-button")
    return pair
