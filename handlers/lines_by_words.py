"""What words say of the plan: the slot or box they name, what shall stand there, the lines that hold a word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import Sorry, Turn
from bot.course.holds import Holds, completes, joined
from bot.korean.hangul import within_quotes
from bot.message import LONGEST_MESSAGE, MOST_BUTTONS, Button, Go, Message
from bot.plan import Box, Entry
from handlers import plan
from handlers.keeping import keeping, said
from handlers.ledger import in_bubbles
from handlers.masking import mask

PROBLEM = "08-problem-as-fact"  # the part whose line is a problem of somebody else
AMENDED = 3  # lines of what is said to amend: which line, what stood there, and what is to stand


def by_words(turn: Turn, what: str) -> Message:
    """가격 고칠래, 7번 칸 지워 줘, 약속 보여 줘: the slot or box that the words name, else all of it."""
    found = named(turn)
    if found is None:
        return _no_such_box(turn) if re.search(r"\d", turn.words) else plan.overview(turn)
    if isinstance(found, Box) and what == "empty":
        return _empty_box(turn, found)
    if isinstance(found, Box) and len(found.entries) > 1:
        return plan.box_in_full(turn, found)
    entry = found.entries[0] if isinstance(found, Box) else found
    if what == "show":
        return plan.box_in_full(turn, next(box for box in plan.all_boxes(turn) if box.number == entry.slot.box))
    return turn.go(Go("line" if what == "edit" else "empty", entry.slot.part))


def heard_of_others(turn: Turn) -> Message:
    """단골들이 주차가 불편하대요, where nothing is asked: whether it shall stand in the plan as a problem, as long as
    none does.
    """
    asks = turn.learner.screen is not None and turn.learner.screen.expects is not None
    full = any(line.lesson == PROBLEM for line in turn.record.lines())
    if not turn.words or asks or full or turn.course.slot(PROBLEM) is None:
        return said(turn, intent="told")
    return turn.go(Go("file", f"{PROBLEM} {turn.words}"))


def _no_such_box(turn: Turn) -> Message:
    told = turn.say("sorry-no-such-box", most=len(turn.course.about.boxes), **plan.try_box(turn))
    return keeping(turn, [told], [Button(turn.say("command-plan"), Go("plan"))])


def _empty_box(turn: Turn, box: Box) -> Message:
    """Empty the only line of a box, or ask which of several shall go."""
    full = [entry for entry in box.entries if entry.text]
    if not full:
        raise Sorry("sorry-slot-empty", slot=box.name)
    if len(full) == 1:
        return turn.go(Go("empty", full[0].slot.part))
    labels = [(turn.say("button-empty-slot", slot=plan.slot_name(turn, entry)), entry.slot.part) for entry in full]
    buttons = (Button(label, Go("empty", part)) for label, part in labels[: MOST_BUTTONS - 1])
    stay = Button(turn.say("button-stay"), Go("plan", f"{box.number}"))
    return Message((turn.say("slot-empty-which", box=box.number, count=len(full)),), (*buttons, stay))


def search(turn: Turn) -> Message:
    """내 글 가격: the lines that hold a word, or stand in a slot or box of that name."""
    word = turn.words.strip()
    if not word:
        return plan.overview(turn)
    rows = [
        plan.row(turn, entry, word)
        for box in plan.all_boxes(turn)
        for entry in box.entries
        if entry.text and word in f"{entry.text} {plan.slot_name(turn, entry)} {box.name}"
    ]
    text = turn.say("lines-found", word=word, count=len(rows)) if rows else turn.say("lines-none", word=word)
    return keeping(turn, fitting(turn, text, rows), [Button(turn.say("command-plan"), Go("plan"))])


def fitting(turn: Turn, head: str, rows: Sequence[str]) -> tuple[str, ...]:
    """As many of the rows as are shown whole, and how many there are besides."""
    for count in range(len(rows), 0, -1):
        more = [turn.say("lines-more", more=len(rows) - count)] if count < len(rows) else []
        told = in_bubbles([head, *rows[:count], *more])
        if not told[-1].endswith("…") and sum(map(len, told)) <= LONGEST_MESSAGE:
            return told
    return in_bubbles([head, *rows[:1]])


def rewrite(turn: Turn) -> Message:
    """가격을 12만 원으로 바꿔 줘: a line for the slot that is named; asked about first where it was not wished for.

    Raises Sorry where no single slot of a line is named, so that the words may mean something else.
    """
    told, _, text = turn.words.partition("\n")
    how, _, turn.words = told.partition(" ")
    found = named(turn)
    if found is None or isinstance(found, Box) or found.slot.holds in {Holds.PEOPLE, Holds.CHECKED, Holds.DECISION}:
        raise Sorry("sorry-unknown")
    if how != "sure":
        return turn.go(Go("file", f"{found.slot.part} {text}"))
    return _read_back(turn, turn.go(Go("write", f"{found.slot.part} {text}")), text)


def amend(turn: Turn) -> Message:
    """이틀을 사흘로 바꿔 줘: the words stand in place of others, in the line that is named or on the screen, however
    those are spaced. Raises Sorry where there is no such line, or it does not hold them.
    """
    if turn.words.count("\n") != AMENDED - 1:
        raise Sorry("sorry-unknown")
    turn.words, old, new = turn.words.split("\n")
    where = named(turn) if turn.words else None
    screen = turn.learner.screen
    shown = {button.go.argument for button in screen.buttons if button.go.command == "line"} if screen else set()
    parts = {where.slot.part} if isinstance(where, Entry) else set() if turn.words else shown
    lines = [line for line in turn.record.lines() if line.lesson in parts]
    spaced = re.compile(r"\s*".join(map(re.escape, _letters_and_signs(old))))
    found = [line for line in lines if spaced.search(line.text)]
    if len(found) != 1:
        raise Sorry("sorry-unknown")
    line = spaced.sub(lambda _: new, found[0].text, count=1)
    return _read_back(turn, turn.go(Go("write", f"{found[0].lesson} {line}")), line)


def _letters_and_signs(text: str) -> str:
    return "".join(text.split())


def complete(turn: Turn) -> Message:
    """삼만 원, where the line on the screen names no amount yet: they are added to it, and it is read back whole.

    Raises Sorry where no line on the screen lacks what the words name, or more than one does.
    """
    screen, words, today = turn.learner.screen, turn.words, turn.learner.local(turn.now).date()
    shown = {button.go.argument for button in screen.buttons if button.go.command == "line"} if screen else set()
    entries = [entry for box in plan.all_boxes(turn) for entry in box.entries if entry.slot.part in shown]
    found = [entry for entry in entries if completes(entry.slot.holds, entry.text, words, today)]
    if len(found) != 1:
        raise Sorry("sorry-unknown")
    line = joined(found[0].text, words)
    return _read_back(turn, turn.go(Go("write", f"{found[0].slot.part} {line}")), line)


def _read_back(turn: Turn, message: Message, line: str) -> Message:
    """The message with the whole line as it stands now."""
    whole = turn.say("line-whole", text=within_quotes(mask(turn, line)[0]))
    return replace(message, bubbles=(f"{message.bubbles[0]}\n\n{whole}", *message.bubbles[1:]))


def named(turn: Turn) -> Box | Entry | None:
    """The box or slot that words name: by the longest of the names in them where it has a number in it, as 결정 2 has,
    or where it stands in the box of that number; else by its number, or by the longest name.
    """
    plan_ = plan.all_boxes(turn)
    said = _letters(turn.words)
    slots = [(_letters(plan.slot_name(turn, entry)), entry) for box in plan_ for entry in box.entries]
    slots += [(_letters(one), entry) for _, entry in slots[:] for one in turn.course.called.get(entry.slot.part, ())]
    known: list[tuple[str, Box | Entry]] = [*slots, *((_letters(box.name), box) for box in plan_)]
    name, found = max((pair for pair in known if pair[0] in said), key=lambda pair: len(pair[0]), default=("", None))
    if (number := re.search(r"\d{1,2}", turn.words)) and not re.search(r"\d", name):
        box = next((box for box in plan_ if box.number == int(number[0])), None)
        return found if box and isinstance(found, Entry) and found in box.entries else box
    return found


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
